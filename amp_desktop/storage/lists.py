"""Lists of entries: pages, counts, whole streams, and looking up by title."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import CompoundSelect, Connection, func, select

from amp_desktop.domain.entry import Entry, Kind
from amp_desktop.domain.errors import InvalidValueError, UnknownEntryError
from amp_desktop.domain.links import title_key
from amp_desktop.domain.query import Cursor, EntryQuery, EntryRow, Page, TagCount
from amp_desktop.storage.pages import Pages, count
from amp_desktop.storage.rows import BEGINNING, LIST_COLUMNS, storable, to_entry, to_list_row
from amp_desktop.storage.tables import ENTRY, ENTRY_LINK, ENTRY_MENTION, ENTRY_TAG

_ROWS = Pages(*LIST_COLUMNS, BEGINNING)
_ENTRIES = Pages(*ENTRY.c)


def rows(connection: Connection, query: EntryQuery, after: Cursor | None, limit: int) -> Page[EntryRow]:
    """A page of the entries that are meant, newest day first."""
    found, more = _ROWS.page(connection, query, after, limit)
    return Page(tuple(map(to_list_row, found)), more)


def entries(connection: Connection, query: EntryQuery, after: Cursor | None, limit: int) -> Page[Entry]:
    """A page of whole entries, newest day first."""
    found, more = _ENTRIES.page(connection, query, after, limit)
    return Page(tuple(map(to_entry, found)), more)


def counts_by_kind(connection: Connection) -> dict[Kind, int]:
    """How many entries of each kind stand outside the bin."""
    return {kind: count(connection, EntryQuery(kinds=frozenset({kind}))) for kind in Kind}


def tags(connection: Connection) -> tuple[TagCount, ...]:
    """The tags of entries outside the bin, in the order of the alphabet, each as it was last spelled."""
    counted = select(ENTRY_TAG.c.tag, func.count(), func.max(ENTRY_TAG.c.position))
    found = counted.group_by(ENTRY_TAG.c.folded).order_by(ENTRY_TAG.c.folded)
    return tuple(TagCount(tag, number) for tag, number, _ in connection.execute(found))


def links_to(connection: Connection, entry_id: UUID) -> tuple[EntryRow, ...]:
    """The entries outside the bin that point to this one, by hand or by its title, newest day first."""
    this = str(entry_id)
    title = select(ENTRY.c.title_key).where(ENTRY.c.id == this).scalar_subquery()
    by_hand = select(ENTRY_LINK.c.source_id).where(ENTRY_LINK.c.target_id == this)
    by_title = select(ENTRY_MENTION.c.source_id).where(ENTRY_MENTION.c.title_key == title)
    return _rows_of(connection, entry_id, by_hand.union(by_title))


def links_from(connection: Connection, entry_id: UUID) -> tuple[EntryRow, ...]:
    """The entries outside the bin that this one points to, by hand or by their title, newest day first."""
    this = str(entry_id)
    by_hand = select(ENTRY_LINK.c.target_id).where(ENTRY_LINK.c.source_id == this)
    titles = select(ENTRY_MENTION.c.title_key).where(ENTRY_MENTION.c.source_id == this)
    by_title = select(ENTRY.c.id).where(ENTRY.c.title_key.in_(titles))
    return _rows_of(connection, entry_id, by_hand.union(by_title))


def _rows_of(connection: Connection, besides: UUID, ids: CompoundSelect[tuple[str]]) -> tuple[EntryRow, ...]:
    found = select(*LIST_COLUMNS, BEGINNING).where(ENTRY.c.id.in_(ids))
    others = found.where(ENTRY.c.id != str(besides), ENTRY.c.binned_at.is_(None))
    rows = connection.execute(others.order_by(ENTRY.c.position.desc())).mappings()
    return tuple(to_list_row(row) for row in rows)


def ids_by_title(connection: Connection, titles: Iterable[str]) -> dict[str, UUID]:
    """For each of the titles that an entry outside the bin bears, the newest such entry.

    Case and white space are not compared; the answer's keys are the titles as they were given.
    """
    keys = {title: title_key(title) for title in titles}
    named = ENTRY.c.title_key.in_(list(keys.values()))
    found = select(ENTRY.c.title_key, ENTRY.c.id).where(named, ENTRY.c.binned_at.is_(None))
    newest = {key: UUID(id_) for key, id_ in connection.execute(found.order_by(ENTRY.c.position))}
    return {title: newest[key] for title, key in keys.items() if key in newest}


def titles(connection: Connection, after: Cursor, limit: int) -> Page[tuple[UUID, str]]:
    """A page of the ids and titles of all entries, the bin included, oldest day first; begin after 0."""
    found = select(ENTRY.c.position, ENTRY.c.id, ENTRY.c.title).where(ENTRY.c.position > after)
    got = connection.execute(found.order_by(ENTRY.c.position).limit(limit)).all()
    more = got[-1].position if len(got) == limit else None
    return Page(tuple((UUID(row.id), row.title) for row in got if row.title), more)


def find_id(connection: Connection, beginning: str) -> UUID:
    """The id that begins with these characters.

    Raises:
        UnknownEntryError: None does.
        InvalidValueError: Several do.
    """
    start = storable(beginning.strip().lower())
    found = select(ENTRY.c.id).where(ENTRY.c.id >= start, ENTRY.c.id < start + "\U0010ffff").limit(2)
    ids = connection.execute(found).scalars().all() if start else []
    if not ids:
        raise UnknownEntryError("There is no entry with this id.")
    if len(ids) > 1:
        raise InvalidValueError("Several entries have ids that begin so.", "Give more of the id.")
    return UUID(ids[0])
