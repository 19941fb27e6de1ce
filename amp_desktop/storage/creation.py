"""Making a journal's file."""

import contextlib
import os
from pathlib import Path

from sqlalchemy import Connection, insert

from amp_desktop.domain.errors import JournalExistsError
from amp_desktop.storage import driver, failures, tally
from amp_desktop.storage.engine import make_engine, transaction
from amp_desktop.storage.names import APPLICATION_ID, SCHEMA_VERSION, SIDE_FILES, beside
from amp_desktop.storage.search import fulltext
from amp_desktop.storage.tables import METADATA, REVISION_TABLE


def claim(path: Path) -> None:
    """Make the empty file that is to become a journal's, readable by its owner alone.

    Of several who try it at once one succeeds, and the journal is that one's to make. The folder is made too
    where it does not stand yet.

    Raises:
        JournalExistsError: Something stands there already; it is left untouched.
        JournalError: It cannot be made.
    """
    with failures.all_translated(path):
        _make_folder(path.parent)
        _make_empty(path)


def fill(path: Path, key: bytes, salt: bytes) -> None:
    """Make an empty journal of the file that was claimed, and prove that it is encrypted.

    Raises:
        JournalError: It cannot be made; the file is gone again.
    """
    with failures.all_translated(path):
        try:
            _make_tables(path, key, salt)
            driver.require_encrypted(path, salt)
        except BaseException:
            remove(path)
            raise


def remove(path: Path) -> None:
    """Take away a journal's file that did not come to be, as far as it can be. Only for who claimed it."""
    with contextlib.suppress(OSError):
        for suffix in ("", *SIDE_FILES):
            beside(path, suffix).unlink(missing_ok=True)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise JournalExistsError(f"This is not a folder: {folder}", "Choose another place.") from None


def _make_empty(path: Path) -> None:
    try:
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError:
        raise JournalExistsError(
            f"There is something here already: {path}", "Choose another folder."
        ) from None


def _make_tables(path: Path, key: bytes, salt: bytes) -> None:
    engine = make_engine(lambda: driver.connect(path, key, salt))
    try:
        with engine.connect() as connection, transaction(connection):
            make_schema(connection)
    finally:
        engine.dispose()


def make_schema(connection: Connection) -> None:
    """The tables as this version has them, marked with it.

    The migrations lead to the same tables, and a test holds both to that; making them straight away spares a
    new journal loading Alembic.
    """
    METADATA.create_all(connection)
    fulltext.create(connection)
    tally.begin(connection)
    REVISION_TABLE.create(connection)
    connection.execute(insert(REVISION_TABLE).values(version_num=str(SCHEMA_VERSION)))
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION.number}")
