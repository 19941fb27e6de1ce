"""What the driver says, and what a person reads instead.

The driver tells its errors apart by SQLite's result codes (https://www.sqlite.org/rescode.html); each that
the world causes becomes one of the domain's errors, with a sentence and advice. Neither ever holds a
statement's values. Every other error is a fault of ours and passes through.
"""

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from amp_desktop.domain.errors import (
    CancelledError,
    DamagedError,
    DiskFullError,
    JournalError,
    NoJournalError,
    NotSavedError,
    OpenElsewhereError,
    ReadOnlyError,
)
from amp_desktop.files import fullness
from amp_desktop.storage.names import SHORTER_PATH, fits

_LEAST_ROOM = 64 * 1024
"""Bytes; the index of a WAL begins with 32 KiB."""

RESTORE = "Nothing was changed. Restore a backup into a new folder."


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn the errors of the driver, also those that SQLAlchemy wrapped, into the journal's.

    Args:
        path: The file that is worked on, named where it helps.

    Raises:
        JournalError: The child that belongs to what happened.
    """
    try:
        yield
    except JournalError:
        raise
    except Exception as error:
        if hasattr(error, "params"):
            error.params = None  # hidden where the error is printed, but still there to be found
        failure = _of_driver(error, path)
        if failure is None:
            raise
        raise failure from error


@contextmanager
def all_translated(path: Path) -> Iterator[None]:
    """Turn the errors of the driver and those of reading and writing files into the journal's.

    Args:
        path: The file or folder that is worked on, named where it helps.

    Raises:
        JournalError: The child that belongs to what happened.
    """
    try:
        with translated(path):
            yield
    except OSError as error:
        raise _of_disk(error, path) from error


def read_only(path: Path) -> ReadOnlyError:
    """What a person reads when writing is not allowed."""
    return ReadOnlyError(f"This is read-only: {path}", "Allow writing to its folder, or copy it elsewhere.")


def _disk_full(how: str = "full") -> DiskFullError:
    return DiskFullError(f"Not saved: the disk is {how}.", "Make room and save again, or save elsewhere.")


def _disk_failed() -> NotSavedError:
    return NotSavedError("Not done: the disk reported an error.", "Check the disk, or save elsewhere.")


def _of_driver(error: Exception, path: Path) -> JournalError | None:
    code = getattr(getattr(error, "orig", error), "sqlite_errorcode", None)
    if code is None:
        return None
    match code & 0xFF:
        case 5 | 6:  # SQLITE_BUSY, SQLITE_LOCKED
            return OpenElsewhereError("The journal is being written elsewhere.", "Try again in a moment.")
        case 8:  # SQLITE_READONLY
            return read_only(path)
        case 9:  # SQLITE_INTERRUPT
            return CancelledError("Cancelled. Nothing was changed.")
        case 10:  # SQLITE_IOERR: also when there is no room for the index of the WAL
            return _disk_full(full) if (full := _why_not_written(path)) else _disk_failed()
        case 11 | 26:  # SQLITE_CORRUPT, SQLITE_NOTADB
            return DamagedError(f"The journal's file is damaged: {path}", RESTORE)
        case 13:  # SQLITE_FULL
            return _disk_full()
        case 14:  # SQLITE_CANTOPEN
            return _cannot_open(path)
        case _:
            return None


def has_room(path: Path) -> bool:
    """Whether the disk that holds `path`, or its folder, has room for the files that SQLite needs."""
    try:
        return shutil.disk_usage(path if path.is_dir() else path.parent).free >= _LEAST_ROOM
    except OSError:
        return True


def _why_not_written(path: Path) -> str:
    """How full the disk is that the driver called faulty; nothing where it is not full.

    The driver says of a disk that is over its quota only that it failed, and such a disk reports free space,
    or none at all. So it is asked to take a small file.
    """
    if not has_room(path):
        return fullness(errno.ENOSPC)
    try:
        with tempfile.TemporaryFile(dir=path if path.is_dir() else path.parent) as probe:
            probe.write(bytes(_LEAST_ROOM))
            probe.flush()
            os.fsync(probe.fileno())
    except OSError as error:
        return fullness(error.errno)
    return ""


def _cannot_open(path: Path) -> JournalError:
    if not fits(path):
        return NoJournalError(f"The path of the journal's file is too long: {path}", SHORTER_PATH)
    if path.is_file() and not has_room(path):
        return _disk_full()
    return NoJournalError(f"The journal's file cannot be opened: {path}")


def _of_disk(error: OSError, path: Path) -> JournalError:
    match error.errno:
        case number if full := fullness(number):
            return _disk_full(full)
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return read_only(path)
        case errno.ENOENT | errno.ENOTDIR | errno.EISDIR:
            return NoJournalError(f"There is no journal here: {path}")
        case _:
            return _disk_failed()
