"""What a backup left behind that was killed on its way, as by a computer that is switched off at closing.

Each may be as large as the journal, and nobody sees it. The next backup into the folder takes it away: only
what the program named, of this very journal or empty, and only what nobody has written to for a while.
"""

import re
import stat
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from amp_desktop.domain.clock import lie_apart
from amp_desktop.storage.names import SIDE_FILES, beside

_NAME = re.compile(r"amp-journal-[0-9]{8}-[0-9]{6}(-[0-9]+)?(\.db)?\.part")
_COPY = ".db.part"
_BEGINNING = 16 * 1024
_SALT_BYTES = 16
_FOR_MAKING = timedelta(hours=1)
"""So long nothing of a backup that is being made is left without being written to."""


def sweep(folder: Path, database: Path, journal_id: str, now: datetime) -> None:
    """Take away what unfinished backups of a journal left in `folder`; what cannot be taken away stays.

    Args:
        folder: Where backups of it go.
        database: The journal's file, by whose first bytes a copy of it is known.
        journal_id: Which journal it is.
        now: The instant it is, UTC.
    """
    with suppress(OSError):
        with database.open("rb") as file:
            salt = file.read(_SALT_BYTES)
        for path in [one for one in folder.iterdir() if _NAME.fullmatch(one.name)]:
            with suppress(OSError):
                if _was_left(path, now) and _is_ours(path, salt, journal_id):
                    _remove(path)


def _was_left(path: Path, now: datetime) -> bool:
    held = path.lstat()
    written = datetime.fromtimestamp(held.st_mtime, UTC)
    return stat.S_ISREG(held.st_mode) and lie_apart(now, written, _FOR_MAKING)


def _is_ours(path: Path, salt: bytes, journal_id: str) -> bool:
    with path.open("rb") as file:
        beginning = file.read(_BEGINNING)
    if not beginning:
        return True
    if path.name.endswith(_COPY):
        return len(salt) == _SALT_BYTES and beginning.startswith(salt)
    return beginning.startswith(b"PK") and bool(journal_id) and journal_id.encode() in beginning


def _remove(path: Path) -> None:
    for suffix in SIDE_FILES if path.name.endswith(_COPY) else ():
        beside(path, suffix).unlink(missing_ok=True)
    path.unlink(missing_ok=True)
