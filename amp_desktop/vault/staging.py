"""Key files on their way: written beside the two copies, and swept up where a killed program left them.

They matter: one that was left behind would open the journal with a passphrase that was changed since.
"""

import os
import re
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from amp_desktop.domain.errors import DamagedError, NewerJournalError
from amp_desktop.files import write_new_durably
from amp_desktop.vault.keyfile import LARGEST_FILE, KeyFile

_OWN_NAME = re.compile(r"keys\.json(\.bak)?\.[0-9a-f]{8}\.new")
_FORMER_NAME = re.compile(r"keys\.json(\.bak)?\.new")
"""What earlier versions wrote; anybody may have a file of that name."""


def stage(folder: Path, name: str, data: bytes) -> Path:
    """Write a key file that is to take the place of `name`, under a name that nothing else has.

    Raises:
        OSError: It could not be written, and is not there.
    """
    path = folder / f"{name}.{secrets.token_hex(4)}.new"
    write_new_durably(path, data)
    return path


@contextmanager
def alone(folder: Path, *, wait: bool) -> Iterator[bool]:
    """Whether no other program is writing keys in this folder, nor will until this ends.

    Where the system or the disk knows no such locks, nobody is known to be alone.

    Args:
        folder: Where the key files are.
        wait: Whether to wait for another writer, which takes some milliseconds.
    """
    try:
        import fcntl
    except ImportError:  # Windows
        yield False
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except OSError:
        yield False
        return
    try:
        got = False
        with suppress(OSError):
            fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
            got = True
        yield got
    finally:
        os.close(descriptor)


def left_over(folder: Path, own: KeyFile) -> list[Path]:
    """The files that writers of this journal's keys left in the folder; only for who is `alone` there."""
    try:
        there = sorted(folder.iterdir())
    except OSError:
        return []
    return [path for path in there if _is_named_so(path.name) and _is_ours(path, own)]


def sweep(folder: Path, own: KeyFile) -> None:
    """Take away what is left over, as far as the disk lets us."""
    for path in left_over(folder, own):
        with suppress(OSError):
            path.unlink()


def _is_named_so(name: str) -> bool:
    return bool(_OWN_NAME.fullmatch(name) or _FORMER_NAME.fullmatch(name))


def _is_ours(path: Path, own: KeyFile) -> bool:
    """Whether this is a key file of the same journal, or the beginning of one."""
    try:
        held = path.lstat()
        if not stat.S_ISREG(held.st_mode) or held.st_size > LARGEST_FILE:
            return False
        data = path.read_bytes()
    except OSError:
        return False
    try:
        return KeyFile.from_bytes(data).journal_id == own.journal_id
    except NewerJournalError:
        return False
    except DamagedError:
        return _is_beginning(data, own) and bool(data or _OWN_NAME.fullmatch(path.name))


def _is_beginning(data: bytes, own: KeyFile) -> bool:
    """Whether the power went while it was written: what is there is how this journal's key file begins."""
    whole = own.to_bytes()
    head = whole[: whole.index(str(own.journal_id).encode()) + len(str(own.journal_id))]
    return data.startswith(head) or head.startswith(data)
