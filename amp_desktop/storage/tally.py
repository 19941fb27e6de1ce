"""How often the journal was changed, by whichever process: one number that grows with every commit."""

from sqlalchemy import Connection, insert, select, update

from amp_desktop.storage.tables import TALLY

_COUNT = update(TALLY).values(commits=TALLY.c.commits + 1)


def begin(connection: Connection) -> None:
    """Start at nothing, in a new journal."""
    connection.execute(insert(TALLY).values(commits=0))


def count(connection: Connection) -> None:
    """Count the transaction that is under way."""
    connection.execute(_COUNT)


def count_beyond(connection: Connection, other: int) -> None:
    """Go on counting beyond `other`, so that no number means two states."""
    connection.execute(update(TALLY).where(TALLY.c.commits < other).values(commits=other))


def commits(connection: Connection) -> int:
    """How many transactions have changed the journal since it was made."""
    number: int = connection.execute(select(TALLY.c.commits)).scalar_one()
    return number
