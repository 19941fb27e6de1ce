"""Bringing an older journal's tables up to what this version of the program reads.

A migration is a file in `versions`, written with Alembic and named by the version that it leads to. It
changes tables and rows only: the indexes made from entries are made anew afterwards.
"""

from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from amp_desktop.domain.clock import utc_now
from amp_desktop.domain.errors import DamagedError
from amp_desktop.storage import backup, driver, failures, indexes, log_mark
from amp_desktop.storage.engine import make_engine, transaction
from amp_desktop.storage.names import BACKUPS, KEYS, SCHEMA_VERSION, SchemaVersion

_HERE = Path(__file__).parent
VERSIONS = (_HERE / "versions",)


def migrate(
    path: Path,
    key: bytes,
    salt: bytes,
    *,
    target: SchemaVersion = SCHEMA_VERSION,
    versions: tuple[Path, ...] = VERSIONS,
) -> None:
    """Migrate the journal's file to the version `target`, all of the way or not at all.

    1. Make a verified backup.
    2. On a connection of its own, with foreign keys off: while they are on, making a table anew deletes the
       rows that belong to its rows.
    3. Take the right to write, and run the migrations that are missing.
    4. Make the indexes anew, look that no record lost the one it belongs to, and commit. Closing folds the
       log into the file and takes it away, so its mark goes too.

    Raises:
        CannotExportError: The backup cannot be written; the journal is as it was.
        JournalError: See `failures`; the journal is as it was.
    """
    with failures.all_translated(path):
        _back_up(path, key, salt)
        engine = make_engine(lambda: _connect(path, key, salt))
        try:
            with engine.connect() as connection, transaction(connection, for_writing=True):
                upgrade(connection, target, versions)
                indexes.rebuild(connection)
                _require_belonging(connection, path)
                connection.exec_driver_sql(f"PRAGMA user_version = {target.number}")
                log_mark.erase(connection.connection.dbapi_connection)
        finally:
            engine.dispose()


def upgrade(connection: Connection, target: SchemaVersion, versions: tuple[Path, ...] = VERSIONS) -> None:
    """Run the missing migrations up to `target`, in the transaction of `connection`."""
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", _quoted(_HERE))
    config.set_main_option("path_separator", "newline")
    config.set_main_option("version_locations", "\n".join(map(_quoted, versions)))
    command.upgrade(config, str(target))


def _quoted(path: Path) -> str:
    return str(path).replace("%", "%%")


def _connect(path: Path, key: bytes, salt: bytes) -> Any:
    connection = driver.connect(path, key, salt)
    connection.execute("PRAGMA foreign_keys = OFF")
    return connection


def _back_up(path: Path, key: bytes, salt: bytes) -> None:
    source = driver.connect(path, key, salt)
    try:
        keys = path.with_name(KEYS).read_bytes()
        copies = path.parent / BACKUPS
        backup.make(
            source,
            copies,
            keys,
            lambda copy: driver.connect(copy, key, salt),
            now=utc_now(),
            occasion=backup.MIGRATION,
        )
    finally:
        source.close()


def _require_belonging(connection: Connection, path: Path) -> None:
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise DamagedError(f"The journal could not be brought up to date: {path}", failures.RESTORE)
