"""Lists of entries: pages, counts, and whole streams."""

from typing import Any, TypeAlias
from uuid import UUID

from sqlalchemy import Connection, Row, func, select

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.errors import InvalidValueError, UnknownEntryError
from amp_desktop.domain.query import (
    Cursor,
    EntryQuery,
    EntryRow,
    FieldOrder,
    FieldRow,
    ResultPage,
    TagCount,
)
from amp_desktop.storage.concealment import level_of, seen, seen_at
from amp_desktop.storage.pages import Pages
from amp_desktop.storage.positions import day_at
from amp_desktop.storage.rows import BEGINNING, LIST_COLUMNS, storable, stored_values, to_entry, to_list_row
from amp_desktop.storage.tables import ENTRY, ENTRY_TAG

_ROWS = Pages(*LIST_COLUMNS, BEGINNING)
_ENTRIES = Pages(*ENTRY.c)
_VALUES = Pages(ENTRY.c.position, ENTRY.c.id, ENTRY.c.kind, ENTRY.c.fields)
KnownEntries: TypeAlias = dict[str, tuple[Row[Any], Entry]]
"""Entries by their ids, each with the row that it was made of: of the same row the same entry is made, and
to make one takes longer than to read many rows."""
_ALL = 10**9
"""More than a journal has: fields alone are few bytes, and no page of them is shown."""


def rows(
    connection: Connection,
    query: EntryQuery,
    after: Cursor | None,
    limit: int,
    order: FieldOrder | None = None,
) -> ResultPage[EntryRow]:
    """A page of the entries that are meant, newest day first unless another order is asked for."""
    if order is not None:
        found, more = _ROWS.by_field(connection, query, after, limit, order)
    else:
        found, more = _ROWS.page(connection, query, after, limit)
    return ResultPage(tuple(map(to_list_row, found)), more)


def entries(
    connection: Connection,
    query: EntryQuery,
    after: Cursor | None,
    limit: int,
    known: KnownEntries | None = None,
) -> ResultPage[Entry]:
    """A page of whole entries, newest day first; what is `known` already is not made of its row again."""
    found, more = _ENTRIES.page(connection, query, after, limit)
    if known is None:
        return ResultPage(tuple(to_entry(row._mapping) for row in found), more)
    return ResultPage(tuple(_entry_of(row, known) for row in found), more)


def _entry_of(row: Row[Any], known: KnownEntries) -> Entry:
    before = known.get(row.id)
    if before is None or before[0] != row:
        before = known[row.id] = row, to_entry(row._mapping)
    return before[1]


def values(connection: Connection, query: EntryQuery) -> tuple[FieldRow, ...]:
    """The fields of all entries that are meant, oldest day first, and no text of theirs."""
    found, _ = _VALUES.page(connection, query, None, _ALL)
    return tuple(
        FieldRow(UUID(row.id), row.kind, day_at(row.position), stored_values(row.fields))
        for row in reversed(found)
    )


def tags(connection: Connection) -> tuple[TagCount, ...]:
    """The tags of entries outside the bin, in the order of the alphabet, each as it was last spelled."""
    counted = select(ENTRY_TAG.c.tag, func.count(), func.max(ENTRY_TAG.c.position))
    if level_of(connection):
        counted = counted.where(seen_at(ENTRY_TAG.c.position))
    found = counted.group_by(ENTRY_TAG.c.folded).order_by(ENTRY_TAG.c.folded)
    return tuple(TagCount(tag, number) for tag, number, _ in connection.execute(found))


def titles(connection: Connection, after: Cursor, limit: int) -> ResultPage[tuple[UUID, str]]:
    """A page of the ids and titles of all entries, the bin included, oldest day first; begin after 0."""
    found = select(ENTRY.c.position, ENTRY.c.id, ENTRY.c.title).where(ENTRY.c.position > after, seen())
    got = connection.execute(found.order_by(ENTRY.c.position).limit(limit)).all()
    more = got[-1].position if len(got) == limit else None
    return ResultPage(tuple((UUID(row.id), row.title) for row in got if row.title), more)


def find_id(connection: Connection, beginning: str) -> UUID:
    """The id that begins with these characters.

    Raises:
        UnknownEntryError: None does.
        InvalidValueError: Several do.
    """
    start = storable(beginning.strip().lower())
    found = select(ENTRY.c.id).where(ENTRY.c.id >= start, ENTRY.c.id < start + "\U0010ffff", seen()).limit(2)
    ids = connection.execute(found).scalars().all() if start else []
    if not ids:
        raise UnknownEntryError("There is no entry with this id.")
    if len(ids) > 1:
        raise InvalidValueError("Several entries have ids that begin so.", "Give more of the id.")
    return UUID(ids[0])
