"""Copies for other programs: private, and gone when the journal is locked or, after a crash, at the start."""

import os
import shutil
import stat
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from threading import Lock

from amp_desktop.domain.attachment import Attachment
from amp_desktop.domain.errors import CannotExportError, OpenElsewhereError
from amp_desktop.exchange.export.file_names import free_name, parted, words_of
from amp_desktop.files import write_durably
from amp_desktop.storage.lock import WindowLock

_PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp", ".tif", ".tiff", ".heic", ".avif")
_TEXTS = (".txt", ".md", ".csv", ".log", ".rst")
_DOCUMENTS = (".pdf", ".odt", ".ods", ".odp", ".docx", ".xlsx", ".pptx", ".rtf", ".epub")
_LENT = frozenset((*_PICTURES, *_TEXTS, *_DOCUMENTS))
"""What programs show and do not run: no pages, scripts, archives or documents with macros."""


def can_open_externally(attachment: Attachment) -> bool:
    """Whether it is something that another program shows, and none that it would run."""
    return _suffix(attachment.name) in _LENT


class TemporaryCopies:
    """The copies of one open journal, in a folder of their own."""

    def __init__(self) -> None:
        self._one_at_a_time = Lock()
        self._folder: Path | None = None
        self._claim: WindowLock | None = None
        self._over = False

    def lend(self, name: str, data: bytes) -> Path:
        """Write a copy that only the mentee's own programs can read. For a worker.

        Raises:
            CannotExportError: There is no private place for it, or the journal was locked meanwhile.
        """
        with self._one_at_a_time:
            if self._over:
                raise CannotExportError("The journal is locked.")
            try:
                file = Path(tempfile.mkdtemp(dir=self._own_folder())) / free_name(
                    *parted(words_of(name)), set()
                )
                write_durably(file, data)
            except OSError as error:
                why = os.strerror(error.errno) if error.errno else "the disk refused"
                raise CannotExportError(
                    f"There is no private place for other programs to read it: {why}.",
                    "Save a copy instead.",
                ) from error
            return file

    def take_back(self) -> None:
        """Remove every copy, and lend nothing more."""
        with self._one_at_a_time:
            self._over = True
            if self._claim is not None:
                self._claim.release()
            if self._folder is not None:
                shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = self._claim = None

    def _own_folder(self) -> Path:
        if self._folder is None:
            place = _place()
            place.mkdir(mode=0o700, parents=True, exist_ok=True)
            _refuse_others(place)
            self._folder = Path(tempfile.mkdtemp(dir=place))
            self._claim = WindowLock(self._folder)
            self._claim.acquire()
        return self._folder


def take_back_left_over() -> None:
    """Remove the copies of programs that ended without doing so; those of other windows stay."""
    place = _place()
    folders: list[Path] = []
    with suppress(OSError):  # there is none, or it is not ours to look into
        folders.extend(place.iterdir())
    for folder in folders:
        claim = WindowLock(folder)
        try:
            claim.acquire()
        except (OpenElsewhereError, OSError):
            continue
        claim.release()
        shutil.rmtree(folder, ignore_errors=True)


def _place() -> Path:
    from platformdirs import user_cache_path, user_runtime_path

    if sys.platform == "linux" and not os.environ.get("XDG_RUNTIME_DIR"):
        # Without a session of one's own there is no folder for it, but one in the common /tmp.
        return user_cache_path("amp-journal-lent", appauthor=False)

    return user_runtime_path("amp-journal-lent", appauthor=False)


def _refuse_others(place: Path) -> None:
    """A folder that somebody else made is not private.

    Raises:
        PermissionError: It is not ours alone.
    """
    if os.name != "posix":
        return
    status = place.lstat()
    if not stat.S_ISDIR(status.st_mode) or status.st_uid != os.getuid() or status.st_mode & 0o077:
        raise PermissionError(1, os.strerror(1))


def _suffix(name: str) -> str:
    return Path(name).suffix.lower()
