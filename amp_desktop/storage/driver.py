"""SQLCipher: loading it so that its key cannot be ignored, and opening a connection that is safe to use.

Every connection of the program is made by `connect`; nothing else knows the key's form or the pragmas.
"""

import functools
import os
import sys
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import quote

from amp_desktop.domain.errors import DamagedError, JournalError

KEY_BYTES = 32
SALT_BYTES = 16
BUSY_SECONDS = 5.0
"""How long a command waits for another one's write to end."""

_NO_SHARING = "&vfs=win32-none" if sys.platform == "win32" else "&vfs=unix-none"

PLAIN_HEADER = b"SQLite format 3\0"

_PRAGMAS = (
    "cipher_compatibility = 4",
    "foreign_keys = ON",
    "recursive_triggers = ON",
    "trusted_schema = OFF",
    "temp_store = MEMORY",
)
_LONE_PRAGMAS = ("locking_mode = EXCLUSIVE",)  # keeps the index of the WAL in memory
_WRITING_PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = FULL",  # with NORMAL a power cut can take entries that were already shown as saved
)


@functools.cache
def load() -> ModuleType:
    """The SQLCipher driver, with its symbols bound to its own library.

    Where another library has already loaded a plain libsqlite3, an ordinary import can end up calling that
    one, which ignores the key without an error.
    """
    with_flags = hasattr(sys, "setdlopenflags") and hasattr(os, "RTLD_DEEPBIND")
    before = sys.getdlopenflags() if with_flags else 0
    if with_flags:
        sys.setdlopenflags(os.RTLD_NOW | os.RTLD_LOCAL | os.RTLD_DEEPBIND)
    try:
        from sqlcipher3 import dbapi2
    finally:
        if with_flags:
            sys.setdlopenflags(before)
    driver: ModuleType = dbapi2
    return driver


def connect(path: Path, key: bytes, salt: bytes, *, read_only: bool = False, detached: bool = False) -> Any:
    """A connection to the encrypted file at `path`, with the key proved in force by one read.

    Transactions are explicit (`BEGIN`, `BEGIN IMMEDIATE`). The connection may pass between threads, one at
    a time. An empty file becomes a new database, so look before (`require_encrypted`).

    Args:
        path: The file, which exists; any name, `#`, `?` and `%` included.
        key: The 32 bytes of the data key.
        salt: The 16 bytes that the file begins with.
        read_only: Open it so that it cannot be written to, on a read-only medium too.
        detached: Make no file beside it, for which there may be no room: what SQLite shares among processes
            is kept in memory. Only for reading, and where nobody else writes.

    Raises:
        JournalError: The driver does not encrypt.
        Exception: The driver's own error (see `failures`); a wrong key is "file is not a database".
    """
    if len(key) != KEY_BYTES or len(salt) != SALT_BYTES:
        raise ValueError("The key has 32 bytes and the salt 16.")
    parameters = _parameters(path, read_only=read_only or detached, detached=detached)
    connection = load().connect(
        "file:" + quote(path.absolute().as_posix()) + parameters,
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=256,
    )
    try:
        _prepare(connection, key, salt, read_only=read_only or detached, lone=_NO_SHARING in parameters)
    except BaseException:
        connection.close()
        raise
    return connection


def _prepare(connection: Any, key: bytes, salt: bytes, *, read_only: bool, lone: bool) -> None:
    connection.enable_load_extension(False)  # noqa: FBT003 - the driver takes no name here
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.set_key(f"x'{key.hex()}{salt.hex()}'")
    _require_cipher(connection)
    for pragma in (*(_LONE_PRAGMAS if lone else ()), *_PRAGMAS):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if not read_only:
        for pragma in _WRITING_PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")


def _require_cipher(connection: Any) -> None:
    answer = connection.execute("PRAGMA cipher_version").fetchone()
    if not answer or not answer[0]:
        raise JournalError(
            "This installation cannot encrypt, so the journal was not opened.",
            "Install the program anew.",
        )


def _parameters(path: Path, *, read_only: bool, detached: bool) -> str:
    """How the file is opened, as parameters of its address.

    Without a WAL there is nothing to share with a writer: where SQLite cannot make the files that it needs
    for sharing, the file is then read as one that never changes. With a WAL, its index is kept in memory.
    """
    if not read_only:
        return "?mode=rw"
    if not detached and (os.access(path.parent, os.W_OK) or path.with_name(path.name + "-shm").exists()):
        return "?mode=ro"
    wal = path.with_name(path.name + "-wal")
    has_wal = wal.exists() and wal.stat().st_size > 0
    return f"?mode=ro{_NO_SHARING}" if has_wal else "?mode=ro&immutable=1"


def has_salt(path: Path, salt: bytes) -> bool:
    """Look at the beginning of the file before the driver does, which would take an empty one for new.

    Returns:
        Whether it begins with the journal's salt; if not, it is damaged there or another journal's.

    Raises:
        OSError: It cannot be read.
        DamagedError: It is empty or not encrypted.
    """
    with path.open("rb") as file:
        head = file.read(SALT_BYTES)
    advice = "Nothing was changed. Restore a backup into a new folder."
    if not head:
        raise DamagedError(f"The journal's file is empty: {path}", advice)
    if head == PLAIN_HEADER:
        raise DamagedError(f"This file is not an encrypted journal: {path}", advice)
    return head == salt


def may_have_salt(path: Path, salt: bytes) -> bool:
    """Whether at least half of the file's first bytes are the salt's, which no other journal's file has.

    Raises:
        OSError: It cannot be read.
    """
    with path.open("rb") as file:
        head = file.read(SALT_BYTES)
    same = sum(one == other for one, other in zip(head, salt, strict=False))
    return 2 * same >= SALT_BYTES


def require_encrypted(path: Path, salt: bytes) -> None:
    """Look whether the file is encrypted and the journal's own; DamagedError if not, else as `has_salt`."""
    if not has_salt(path, salt):
        raise not_the_journals(path)


def not_the_journals(path: Path) -> DamagedError:
    """What a person reads when the file does not begin as the journal's does."""
    return DamagedError(
        f"The beginning of the journal's file is damaged, or it is another journal's file: {path}",
        "Nothing was changed. Restore a backup into a new folder.",
    )
