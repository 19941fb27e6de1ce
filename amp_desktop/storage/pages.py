"""Pages of entries, newest day first or best find first."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    bindparam,
    func,
    literal_column,
    select,
)

from amp_desktop.domain.query import Cursor, EntryQuery
from amp_desktop.storage import positions
from amp_desktop.storage.search import fulltext
from amp_desktop.storage.search.terms import SearchWords
from amp_desktop.storage.tables import ENTRY, FULL_TEXT

NO_WORDS = SearchWords()

MOST_RANKED = 1000
"""Only so many finds, the newest, are put in the order of what fits best: to look at every find takes a
quarter of a second where a word stands in 100,000 entries, and what is older seldom fits better."""

_COUNTS = ("8.0", "1.0", "2.0", "0.0")
"""What a find in the title, the body, the rest and the facets counts for what fits best."""

_WEIGHTS: tuple[ColumnElement[Any], ...] = (literal_column(FULL_TEXT), *map(literal_column, _COUNTS))
_MOST: BindParameter[int] = bindparam("most")
_MATCHES = literal_column(FULL_TEXT).op("MATCH")(bindparam("expression"))


def _within_days(position: ColumnElement[int]) -> ColumnElement[bool]:
    return (position >= bindparam("first")) & (position < bindparam("stop"))


_IN_INDEX = fulltext.INDEX.c.rowid
_FOUND = (
    select(_IN_INDEX.label("position"))
    .where(_MATCHES, _within_days(_IN_INDEX))
    .order_by(_IN_INDEX.desc())
    .limit(_MOST)
    .subquery()
)
_COUNTED = select(func.count()).where(_MATCHES, _within_days(_IN_INDEX)).select_from(fulltext.INDEX)
_BEST = (
    select(_IN_INDEX.label("position"), func.bm25(*_WEIGHTS).label("distance"))
    .where(_MATCHES, _within_days(_IN_INDEX))
    .order_by(_IN_INDEX.desc())
    .limit(MOST_RANKED)
    .subquery()
)
_FIRST = (
    select(_IN_INDEX)
    .where(_MATCHES, _within_days(_IN_INDEX))
    .select_from(fulltext.INDEX)
    .order_by(_IN_INDEX)
    .limit(1)
)
_DAY = _IN_INDEX.op(">>")(literal_column(str(positions.BITS_OF_PLACE))).label("day")
_COUNTED_BY_DAY = (
    select(_DAY, func.count())
    .where(_MATCHES, _within_days(_IN_INDEX))
    .select_from(fulltext.INDEX)
    .group_by(literal_column("day"))
)


class Pages:
    """Asks for pages of certain columns.

    The statements are made once: making one takes longer than running it.
    """

    def __init__(self, *columns: ColumnElement[object]) -> None:
        newest_first = ENTRY.c.position.desc()
        kept = ENTRY.c.binned_at.is_(None) & _within_days(ENTRY.c.position)
        self._found = (
            select(*columns).join(_FOUND, ENTRY.c.position == _FOUND.c.position).order_by(newest_first)
        )
        best_first = (_BEST.c.distance, _BEST.c.position.desc())
        self._best = (
            select(*columns)
            .join(_BEST, ENTRY.c.position == _BEST.c.position)
            .order_by(*best_first)
            .limit(_MOST)
            .offset(bindparam("before"))
        )
        # All that is in the journal is read without the index, so that a damaged index cannot hide it.
        self._all = select(*columns).where(kept).order_by(newest_first).limit(_MOST)

    def page(
        self,
        connection: Connection,
        query: EntryQuery,
        after: Cursor | None,
        limit: int,
        words: SearchWords = NO_WORDS,
    ) -> tuple[Sequence[Any], Cursor | None]:
        """The rows of a page, and where the next one begins. The columns hold the position."""
        days = positions.of_query(query, after)
        values = {"first": days.start, "stop": days.stop, "most": limit + 1}
        if words.is_empty and query.asks_for_days_only:
            rows = connection.execute(self._all, values).all()
        else:
            values_of_search = {**values, "expression": fulltext.expression(query, words)}
            rows = connection.execute(self._found, values_of_search).all()
        return rows[:limit], rows[limit - 1].position if len(rows) > limit else None

    def best(
        self, connection: Connection, query: EntryQuery, after: Cursor | None, limit: int, words: SearchWords
    ) -> tuple[Sequence[Any], Cursor | None]:
        """A page of the newest `MOST_RANKED` finds, what fits best first; it ends after so many rows."""
        before = after or 0
        values = {**_meant(query, words), "most": limit + 1, "before": before}
        rows = connection.execute(self._best, values).all()
        return rows[:limit], before + limit if len(rows) > limit else None


def count(connection: Connection, query: EntryQuery) -> int:
    """How many entries are meant."""
    return connection.execute(_COUNTED, _meant(query)).scalar_one()


def count_by_day(connection: Connection, query: EntryQuery) -> dict[date, int]:
    """How many of the entries that are meant stand on each day that has any, oldest day first.

    It walks the index, whose row numbers begin with the day, and reads no entry.
    """
    found = connection.execute(_COUNTED_BY_DAY, _meant(query))
    return {date.fromordinal(day): number for day, number in found}


def first_day(connection: Connection, query: EntryQuery) -> date | None:
    """The oldest day that an entry that is meant stands on."""
    position: int | None = connection.execute(_FIRST, _meant(query)).scalar()
    return None if position is None else positions.day_at(position)


def _meant(query: EntryQuery, words: SearchWords = NO_WORDS) -> dict[str, object]:
    days = positions.of_query(query)
    return {"first": days.start, "stop": days.stop, "expression": fulltext.expression(query, words)}
