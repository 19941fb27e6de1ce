"""The mark in the journal's own file that says that saves may stand in its write-ahead log alone.

SQLite keeps what is saved in the log until it folds it into the file, and takes the log away when the last
connection closes. A file without a log is therefore whole, unless somebody took the log away, by itself or
with the index that would miss it (see `wal`). So the file itself says which of the two it is:

- The first save of a session sets the mark, in its own transaction, and folds it into the file before it
  answers. No later save writes it again: each only asks, in the statement that counts it, whether the mark
  still stands.
- Who closes in order folds all there is, and then takes the mark out, so that it leaves the file after
  everything that was saved under it.

A mark and no log: what was saved may be missing. Every mark is another number, since another process may
have closed and taken it out: whoever saves then sets its own. A copy of the file has no log and needs none,
so its mark is taken out.
"""

import secrets
from typing import Any

from sqlalchemy import Connection, insert

from amp_desktop.storage import driver
from amp_desktop.storage.rows import compact_json
from amp_desktop.storage.tables import SETTING

_NAME = "log"
_COUNT = (
    "UPDATE tally SET commits = commits + 1 WHERE EXISTS (SELECT 1 FROM setting WHERE name = ? AND value = ?)"
)
_BITS = 62
_ATTEMPTS = 3
_PATIENCE = 250
"""Milliseconds that closing waits for others: who is at work now closes later, and takes it out then."""


def put(connection: Connection) -> int:
    """Set a mark of one's own in the transaction that is under way; answers with its number."""
    mark = secrets.randbits(_BITS)
    value = compact_json(mark)
    connection.execute(insert(SETTING).prefix_with("OR REPLACE").values(name=_NAME, value=value))
    return mark


def count(connection: Any, mark: int) -> bool:
    """Count the transaction that is under way, if that mark stands; whether it does.

    Args:
        connection: The driver's: every save does this, and SQLAlchemy would double what it costs.
        mark: As `put` answered.
    """
    counted: int = connection.execute(_COUNT, (_NAME, compact_json(mark))).rowcount
    return counted > 0


def fold(connection: Any) -> bool:
    """Fold what the log holds into the file, as far as nobody reads a former state; whether that was all."""
    try:
        busy, frames, folded = connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
    except driver.load().Error:  # the log has it all the same, and it is tried again at the next save
        return False
    return not busy and frames == folded


def stands(connection: Any) -> bool:
    """Whether a mark stands in the state that a driver's connection sees."""
    return connection.execute("SELECT 1 FROM setting WHERE name = ?", (_NAME,)).fetchone() is not None


def take_out(connection: Any) -> None:
    """Take a mark out in order: once the file holds all there is, and only if nobody wrote meanwhile.

    Where others are at work it stays, and so does the log, until they close.

    Args:
        connection: The driver's, outside a transaction.
    """
    connection.execute(f"PRAGMA busy_timeout = {_PATIENCE}")
    for _ in range(_ATTEMPTS):
        if not stands(connection):
            return
        before = _data_version(connection)
        busy, frames, folded = connection.execute("PRAGMA wal_checkpoint(FULL)").fetchone()
        if busy or frames != folded:
            return
        connection.execute("BEGIN IMMEDIATE")
        if _data_version(connection) == before:
            erase(connection)
            connection.execute("COMMIT")
            return
        connection.execute("ROLLBACK")


def erase(connection: Any) -> None:
    """Take the mark out of a file that holds all there is, such as a copy, which has no log of its own."""
    connection.execute("DELETE FROM setting WHERE name = ?", (_NAME,))


def _data_version(connection: Any) -> int:
    number: int = connection.execute("PRAGMA data_version").fetchone()[0]
    return number
