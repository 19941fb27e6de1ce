"""The journal's file deleted, moved or replaced while it is open.

SQLite notices nothing of it: it writes on into a file that has no name any more, and what was "saved" is
gone when the program ends. So after every commit the file is looked for, and if it is not the one that was
opened, everything is rescued through the connection, which still reaches it.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from amp_desktop.domain.errors import JournalError, NotSavedError
from amp_desktop.files import free_name
from amp_desktop.storage import failures
from amp_desktop.storage.files import empty_file, put_in_place, write_file
from amp_desktop.storage.names import DATABASE, KEYS, SPARE_KEYS


class FileWatch:
    """Remembers which file was opened, and its keys, to be able to say that it is gone."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._identity = _identity(path)
        self._keys = _read_keys(path)
        self._place: Path | None = None
        self._rescued: Path | None = None

    def is_in_place(self) -> bool:
        """Whether the file that was opened still stands where it did."""
        return self._identity == _identity(self._path)

    def require_in_place(self, copy_to: Callable[[Path], None]) -> None:
        """Look whether the file still stands where it was opened; if not, rescue it into a folder of its own.

        Args:
            copy_to: Writes the whole journal, as the connection sees it, to a file that does not exist yet.

        Raises:
            NotSavedError: The file is gone or another one; the sentence says where everything was rescued to.
        """
        if self.is_in_place():
            return
        gone = f"The journal's file was moved, replaced or deleted while it was open: {self._path}"
        try:
            with failures.all_translated(self._path):
                self._rescue(copy_to)
        except JournalError as error:
            raise NotSavedError(gone, "Copy what you see elsewhere: it could not be rescued.") from error
        raise NotSavedError(
            gone, f"Everything, with what you wrote last, was rescued: open {self._rescued} as your journal."
        )

    def _rescue(self, copy_to: Callable[[Path], None]) -> None:
        if self._place is None or not self._place.is_dir():
            self._place = self._new_folder()
        folder = self._place
        part = folder / (DATABASE + ".part")
        part.unlink(missing_ok=True)
        copy_to(empty_file(part))
        put_in_place(part, folder / DATABASE)
        self._rescued = folder

    def _new_folder(self) -> Path:
        """A folder in the journal's own or, if that is gone too, beside it; the keys are put there first."""
        home = self._path.parent if self._path.parent.is_dir() else self._path.parent.parent
        folder = free_name(home / f"rescued-{datetime.now().astimezone():%Y%m%d-%H%M%S}")
        folder.mkdir(mode=0o700)
        keys = _read_keys(self._path) or self._keys
        if keys is not None:
            write_file(folder / KEYS, [keys])
        return folder


def _identity(path: Path) -> tuple[int, int, bool] | None:
    """Which file stands at `path`: its device, its number there, and that it has a name."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino, status.st_nlink > 0


def _read_keys(path: Path) -> bytes | None:
    """What the key file holds, or its spare copy where it is missing."""
    for name in (KEYS, SPARE_KEYS):
        with suppress(OSError):
            return path.with_name(name).read_bytes()
    return None
