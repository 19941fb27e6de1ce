"""The bin: what lies in it, and taking that away for ever."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, select

from amp_desktop.domain.query import Cursor, EntryQuery
from amp_desktop.storage import entries, many
from amp_desktop.storage.pages import Pages
from amp_desktop.storage.rows import seconds
from amp_desktop.storage.tables import ENTRY

_ROWS = Pages(ENTRY.c.position, ENTRY.c.id, ENTRY.c.binned_at)
_BINNED = select(ENTRY.c.id).where(many.among(ENTRY.c.id), ENTRY.c.binned_at.is_not(None))
_PAGE = 1000


def ids(connection: Connection, query: EntryQuery, before: datetime | None) -> tuple[UUID, ...]:
    """The entries in the bin that `query` means and that were put there before an instant; None: whenever."""
    found: list[UUID] = []
    after: Cursor | None = None
    while True:
        rows, after = _ROWS.page(connection, query, after, _PAGE)
        found += [UUID(r.id) for r in rows if before is None or r.binned_at < seconds(before)]
        if after is None:
            return tuple(found)


def remove(connection: Connection, entry_ids: Iterable[UUID]) -> tuple[int, frozenset[UUID]]:
    """Delete for ever those of these entries that still lie in the bin.

    Returns:
        How many they were, and the ids of what was attached to them.
    """
    meant = [UUID(entry_id) for entry_id in connection.execute(_BINNED, many.ids(entry_ids)).scalars()]
    return len(meant), entries.remove(connection, meant)
