"""Titles: what fits while one is being typed, and which entries a link leads to and comes from.

Every question is a walk along an index that ends early, however large the journal is.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import BindParameter, CompoundSelect, Connection, Select, bindparam, literal_column, select

from amp_desktop.domain.entry import Kind
from amp_desktop.domain.query import EntryRow, Linked, ResultPage, TitledEntry
from amp_desktop.domain.text.links import title_key
from amp_desktop.storage.concealment import seen, seen_at
from amp_desktop.storage.positions import day_at
from amp_desktop.storage.rows import BEGINNING, LIST_COLUMNS, storable, to_list_row
from amp_desktop.storage.search import fulltext
from amp_desktop.storage.search.flags import Flags, conditions
from amp_desktop.storage.search.fold import folded_words
from amp_desktop.storage.tables import ENTRY, ENTRY_LINK, ENTRY_MENTION, FULL_TEXT, Flag

_LOOKED_AT = 200
"""Of the newest entries, so many are looked at for titles where nothing is typed yet."""
_MOST_WORDS = 8
"""Words of what is typed that are looked for."""

_OFFERED = (ENTRY.c.position, ENTRY.c.id, ENTRY.c.kind, ENTRY.c.title, ENTRY.c.title_key)
_MATCHES = literal_column(FULL_TEXT).op("MATCH")(bindparam("expression"))
_FOUND = (
    select(fulltext.INDEX.c.rowid.label("position"))
    .where(_MATCHES, *conditions(Flags(unwanted=(Flag.BINNED,))), seen_at(fulltext.INDEX.c.rowid))
    .order_by(fulltext.INDEX.c.rowid.desc())
    .limit(bindparam("most"))
    .subquery()
)
_FITTING = (
    select(*_OFFERED).join(_FOUND, ENTRY.c.position == _FOUND.c.position).order_by(ENTRY.c.position.desc())
)
_BEGINNING = (
    select(*_OFFERED)
    .where(ENTRY.c.title_key >= bindparam("key"), ENTRY.c.title_key < bindparam("end"))
    .where(ENTRY.c.binned_at.is_(None), seen())
    .order_by((ENTRY.c.position + 0).desc())  # by the bare position, SQLite would walk through the journal
    .limit(bindparam("most"))
)
_NEWEST = (
    select(*_OFFERED)
    .where(ENTRY.c.binned_at.is_(None), seen())
    .order_by(ENTRY.c.position.desc())
    .limit(_LOOKED_AT)
)


def _newest_of(ids: CompoundSelect[tuple[str]]) -> Select[Any]:
    """The rows of the newest of these entries outside the bin, besides this one."""
    others = select(*LIST_COLUMNS, BEGINNING).where(
        ENTRY.c.id.in_(ids), ENTRY.c.id != _THIS, ENTRY.c.binned_at.is_(None), seen()
    )
    # With a sum to sort by, SQLite looks up the ids; by the bare position it would walk through the journal.
    return others.order_by((ENTRY.c.position + 0).desc()).limit(bindparam("most"))


_THIS: BindParameter[str] = bindparam("this")
_POINTED_TO = _newest_of(
    select(ENTRY_LINK.c.target_id)
    .where(ENTRY_LINK.c.source_id == _THIS)
    .union(
        select(ENTRY.c.id).where(
            ENTRY.c.title_key.in_(select(ENTRY_MENTION.c.title_key).where(ENTRY_MENTION.c.source_id == _THIS))
        )
    )
)
_POINTING = _newest_of(
    select(ENTRY_LINK.c.source_id)
    .where(ENTRY_LINK.c.target_id == _THIS)
    .union(
        select(ENTRY_MENTION.c.source_id).where(
            ENTRY_MENTION.c.title_key
            == select(ENTRY.c.title_key).where(ENTRY.c.id == _THIS).scalar_subquery()
        )
    )
)
"""Both are asked at each opening of an entry: to put a statement together takes longer than to ask it."""


def beginning(
    connection: Connection, typed: str, limit: int, *, each: bool = False
) -> tuple[TitledEntry, ...]:
    """Entries outside the bin whose titles fit what is typed.

    First those that begin so, then those in which every word typed begins a word, each the newest first.
    Titles are compared as the search compares them. Where no word is typed, the newest entries. Of each
    title that links tell apart the newest alone, or with `each` every entry.
    """
    words = folded_words(typed)[:_MOST_WORDS]
    most = limit if each else 2 * limit  # one more row can be thousands of titles further down
    statements = _asked(connection, typed, words, most)
    rows = (
        (row for ask in statements for row in connection.execute(*ask))
        if words
        else connection.execute(_NEWEST)
    )
    found: dict[str, TitledEntry] = {}
    for row in rows:
        key = row.id if each else row.title_key
        if row.title_key and key not in found:
            found[key] = _titled(row)
            if len(found) == limit:
                break
    return tuple(found.values())


def titled(connection: Connection, ids: Sequence[UUID]) -> tuple[TitledEntry, ...]:
    """Those of these entries that have a title and are not in the bin, in this order."""
    meant = ENTRY.c.id.in_([str(one) for one in ids]) & ENTRY.c.binned_at.is_(None) & (ENTRY.c.title != "")
    found = {row.id: _titled(row) for row in connection.execute(select(*_OFFERED).where(meant, seen()))}
    return tuple(found[str(one)] for one in ids if str(one) in found)


def _titled(row: Any) -> TitledEntry:
    return TitledEntry(id=UUID(row.id), kind=Kind(row.kind), title=row.title, day=day_at(row.position))


def _asked(
    connection: Connection, typed: str, words: list[str], most: int
) -> Iterator[tuple[Any, dict[str, object]]]:
    """What asks for titles that begin so, and then for those in which each word begins a word.

    Several words at the beginning are asked of the index of whole titles: the full text would compare the
    places of its commonest words, title by title. With but a letter of the last one there are so many that it
    finds the newest of them sooner.
    """
    if len(words) > 1 and len(words[-1]) > 1:
        key = storable(title_key(typed))
        yield _BEGINNING, {"key": key, "end": key + "\U0010ffff", "most": most}
    else:
        expression = fulltext.expression_of_title(connection, words, at_start=True)
        yield _FITTING, {"expression": expression, "most": most}
    expression = fulltext.expression_of_title(connection, words, at_start=False)
    yield _FITTING, {"expression": expression, "most": most}


def ids_by_title(connection: Connection, titles: Iterable[str]) -> dict[str, UUID]:
    """For each of the titles that an entry outside the bin bears, the newest such entry.

    They are compared as links compare them; the answer's keys are the titles as they were given.
    """
    keys = {title: key for title in titles if (key := storable(title_key(title)))}
    named = ENTRY.c.title_key.in_(list(keys.values()))
    found = select(ENTRY.c.title_key, ENTRY.c.id).where(named, ENTRY.c.binned_at.is_(None), seen())
    newest = {key: UUID(id_) for key, id_ in connection.execute(found.order_by(ENTRY.c.position))}
    return {title: newest[key] for title, key in keys.items() if key in newest}


def linked(connection: Connection, entry_id: UUID, limit: int) -> Linked:
    """The newest entries outside the bin that this points to, and that point to it, by hand or by title."""
    return Linked(
        _page_of(connection, _POINTED_TO, entry_id, limit), _page_of(connection, _POINTING, entry_id, limit)
    )


def mentioning(connection: Connection, key: str) -> list[UUID]:
    """The entries, the bin included, that link to titles with this key."""
    found = select(ENTRY_MENTION.c.source_id).where(ENTRY_MENTION.c.title_key == storable(key))
    return [UUID(source) for source in connection.execute(found).scalars()]


def is_borne_by_another(connection: Connection, key: str, entry_id: UUID) -> bool:
    """Whether another entry outside the bin bears a title with this key."""
    named = (ENTRY.c.title_key == storable(key)) & (ENTRY.c.id != str(entry_id)) & ENTRY.c.binned_at.is_(None)
    return connection.execute(select(ENTRY.c.id).where(named).limit(1)).first() is not None


def _page_of(connection: Connection, others: Select[Any], entry_id: UUID, limit: int) -> ResultPage[EntryRow]:
    rows = connection.execute(others, {"this": str(entry_id), "most": limit + 1}).all()
    more = rows[limit - 1].position if len(rows) > limit else None
    return ResultPage(tuple(map(to_list_row, rows[:limit])), more)
