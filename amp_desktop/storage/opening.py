"""Opening a journal's file: looking first, changing nothing that is not understood."""

import os
from pathlib import Path
from typing import Any

from amp_desktop.domain.errors import DamagedError, NewerJournalError, NoJournalError
from amp_desktop.storage import driver, failures
from amp_desktop.storage.engine import Database
from amp_desktop.storage.names import APPLICATION_ID, SCHEMA_VERSION, SchemaVersion


def open_database(path: Path, key: bytes, salt: bytes, *, read_only: bool = False) -> Database:
    """The journal's file, opened with the key that `keys.json` gave.

    1. Look at the file's first bytes: missing, empty, plain and foreign files are refused untouched.
    2. Open it for reading and look what it is: another program's and a newer version's file is refused.
    3. An older version's file is backed up, verified, and migrated.
    4. Open it for writing, or for reading where the file or its folder allows no more.

    Raises:
        NoJournalError: There is no such file, or it may not be read.
        DamagedError: It is damaged, empty, not encrypted, or another journal's.
        NewerJournalError: A newer version of the program wrote it.
        JournalError: It cannot be opened for another reason (see `failures`).
    """
    _require_file(path)
    with failures.all_translated(path):
        driver.require_encrypted(path, salt)
    read_only = read_only or not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))
    version = _version_of(path, key, salt)
    if version < SCHEMA_VERSION:
        # Alembic takes longer to load than a journal to open, and is hardly ever needed.
        from amp_desktop.storage.migrations import migrate

        migrate(path, key, salt)
    return Database(path, key, salt, read_only=read_only)


def _require_file(path: Path) -> None:
    if not path.is_file():
        raise NoJournalError(f"There is no journal here: {path}", "Choose its folder, or make a new journal.")
    if not os.access(path, os.R_OK):
        raise NoJournalError(f"The journal may not be read: {path}", "Allow yourself to read the file.")


def _version_of(path: Path, key: bytes, salt: bytes) -> SchemaVersion:
    with failures.all_translated(path):
        application, version = _looked_at_twice(path, key, salt)
    if application != APPLICATION_ID:
        raise DamagedError(f"This is another program's file: {path}", failures.RESTORE)
    if version.major > SCHEMA_VERSION.major:
        raise NewerJournalError(
            "This journal was written by a newer version of the program.",
            f"Nothing was changed. Update the program: it knows {SCHEMA_VERSION}, the journal is {version}.",
        )
    return version


def _looked_at_twice(path: Path, key: bytes, salt: bytes) -> tuple[int, SchemaVersion]:
    """What the file says it is; a passing error of the disk looks like damage once, and only once."""
    try:
        return _marks(path, key, salt)
    except driver.load().DatabaseError:
        return _marks(path, key, salt)


def _marks(path: Path, key: bytes, salt: bytes) -> tuple[int, SchemaVersion]:
    connection = driver.connect(path, key, salt, read_only=True)
    try:
        application = _number(connection, "application_id")
        return application, SchemaVersion.from_number(_number(connection, "user_version"))
    finally:
        connection.close()


def _number(connection: Any, pragma: str) -> int:
    number: int = connection.execute(f"PRAGMA {pragma}").fetchone()[0]
    return number
