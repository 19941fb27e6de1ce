"""Pages of entries, newest day first or best find first."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Integer,
    Select,
    Subquery,
    bindparam,
    column,
    func,
    literal_column,
    select,
    text,
)

from amp_desktop.domain.query import EARLIEST_DAY, Cursor, EntryQuery, FieldOrder
from amp_desktop.storage import positions
from amp_desktop.storage.concealment import level_of, seen
from amp_desktop.storage.search import flags, fulltext
from amp_desktop.storage.search.flags import Flags
from amp_desktop.storage.search.terms import SearchWords
from amp_desktop.storage.tables import ENTRY, FULL_TEXT, Flag

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


class StatementShape(NamedTuple):
    """Of what kind a statement is: all of one shape are the same but for their values.

    Attributes:
        by_text: Whether words or facets are asked for, so that the full text is walked.
        flags: What the entries are marked with.
        led_by: What is to be looked up in the full text one by one.
    """

    by_text: bool
    flags: Flags
    led_by: Flag | None


def _positions(shape: StatementShape) -> tuple[ColumnElement[int], Select[int]]:
    """The column of the positions that are meant, and what selects them, in no order."""
    if shape.by_text:
        marked = flags.conditions(shape.flags, shape.led_by)
        found_there = select(_IN_INDEX.label("position")).where(_MATCHES, _within_days(_IN_INDEX), *marked)
        return _IN_INDEX, found_there.select_from(fulltext.INDEX)
    first, *_ = shape.flags.wanted
    found = text(flags.marked(first, shape.flags)).columns(column("position", Integer)).subquery("found")
    return found.c.position, select(found.c.position).select_from(found)


@cache
def _counted(shape: StatementShape) -> Select[int]:
    return _positions(shape)[1].with_only_columns(func.count())


@cache
def _counted_by_day(shape: StatementShape) -> Select[int, int]:
    position, found = _positions(shape)
    day = position.op(">>")(literal_column(str(positions.BITS_OF_PLACE))).label("day")
    return found.with_only_columns(day, func.count()).group_by(literal_column("day")).order_by(None)


@cache
def _first(shape: StatementShape) -> Select[int]:
    position, found = _positions(shape)
    return found.order_by(position).limit(1)


@cache
def _newest(shape: StatementShape) -> Subquery:
    position, found = _positions(shape)
    return found.order_by(position.desc()).limit(_MOST).subquery()


@cache
def _best(shape: StatementShape) -> Subquery:
    """A page of the newest finds, the best first; whole rows are read of what is on the page alone."""
    position, found = _positions(shape)
    newest = found.add_columns(func.bm25(*_WEIGHTS).label("distance"))
    ranked = newest.order_by(position.desc()).limit(MOST_RANKED).subquery()
    in_order = select(ranked).order_by(ranked.c.distance, ranked.c.position.desc())
    return in_order.limit(_MOST).offset(bindparam("before")).subquery()


@cache
def _by_field(shape: StatementShape, *, newest_first: bool, own_day: bool) -> Subquery:
    """A page in the order of a field's days; whole rows are read of what is on the page alone."""
    found = _positions(shape)[1].subquery()
    day = func.json_extract(ENTRY.c.fields, bindparam("path")).label("field_day")
    if own_day:  # a position is a day, and a place within it
        day = found.c.position.label("field_day")
    dated = select(found.c.position, day).join(ENTRY, ENTRY.c.position == found.c.position)
    in_order = dated.order_by(*_days_in_order(day, found.c.position, newest_first=newest_first))
    return in_order.limit(_MOST).offset(bindparam("before")).subquery()


def _days_in_order(
    day: ColumnElement[Any], position: ColumnElement[int], *, newest_first: bool
) -> tuple[ColumnElement[Any], ...]:
    return day.is_(None), day.desc() if newest_first else day, position.desc()


class Pages:
    """Asks for pages of certain columns.

    The statements are made once for a shape: making one takes longer than running it.
    """

    def __init__(self, *columns: ColumnElement[object]) -> None:
        self._columns = columns
        self._made: dict[tuple[StatementShape, bool], Any] = {}
        self._by_field: dict[tuple[StatementShape, bool, bool], Any] = {}
        kept = ENTRY.c.binned_at.is_(None) & _within_days(ENTRY.c.position) & seen()
        # All that is in the journal is read without the index, so that a damaged index cannot hide it.
        self._all = select(*columns).where(kept).order_by(ENTRY.c.position.desc()).limit(_MOST)

    def _statement(self, shape: StatementShape, *, best: bool = False) -> Any:
        made = self._made.get((shape, best))
        if made is None:
            found = _best(shape) if best else _newest(shape)
            order = (found.c.distance,) if best else ()
            joined = select(*self._columns).join(found, ENTRY.c.position == found.c.position)
            self._made[shape, best] = made = joined.order_by(*order, ENTRY.c.position.desc())
        return made

    def page(
        self,
        connection: Connection,
        query: EntryQuery,
        after: Cursor | None,
        limit: int,
        words: SearchWords = NO_WORDS,
    ) -> tuple[Sequence[Any], Cursor | None]:
        """The rows of a page, and where the next one begins. The columns hold the position."""
        if words.is_empty and query.asks_for_days_only:
            days = positions.of_query(query, after)
            values = {"first": days.start, "stop": days.stop, "most": limit + 1}
            rows = connection.execute(self._all, values).all()
        else:
            shape, asked = _meant(connection, query, words, after)
            rows = connection.execute(self._statement(shape), {**asked, "most": limit + 1}).all()
        return rows[:limit], rows[limit - 1].position if len(rows) > limit else None

    def best(
        self, connection: Connection, query: EntryQuery, after: Cursor | None, limit: int, words: SearchWords
    ) -> tuple[Sequence[Any], Cursor | None]:
        """A page of the newest `MOST_RANKED` finds, what fits best first; it ends after so many rows."""
        before = after or 0
        shape, asked = _meant(connection, query, words)
        values = {**asked, "most": limit + 1, "before": before}
        rows = connection.execute(self._statement(shape, best=True), values).all()
        return rows[:limit], before + limit if len(rows) > limit else None

    def by_field(
        self, connection: Connection, query: EntryQuery, after: Cursor | None, limit: int, order: FieldOrder
    ) -> tuple[Sequence[Any], Cursor | None]:
        """A page in the order of a field. All that is meant is looked at for each page, and only so far."""
        before = after or 0
        shape, asked = _meant(connection, query)
        values = {**asked, "most": limit + 1, "before": before}
        own_day = order == EARLIEST_DAY
        if not own_day:
            values["path"] = f"$.{order.field}"
        statement = self._in_order_of_field(shape, newest_first=order.newest_first, own_day=own_day)
        rows = connection.execute(statement, values).all()
        return rows[:limit], before + limit if len(rows) > limit else None

    def _in_order_of_field(self, shape: StatementShape, *, newest_first: bool, own_day: bool) -> Any:
        key = (shape, newest_first, own_day)
        if key not in self._by_field:
            found = _by_field(shape, newest_first=newest_first, own_day=own_day)
            order = _days_in_order(found.c.field_day, ENTRY.c.position, newest_first=newest_first)
            joined = select(*self._columns).join(found, ENTRY.c.position == found.c.position)
            self._by_field[key] = joined.order_by(*order)
        return self._by_field[key]


def count(connection: Connection, query: EntryQuery) -> int:
    """How many entries are meant."""
    shape, values = _meant(connection, query)
    less = _marked_alone(query, shape)
    if less is None:
        return connection.execute(_counted(shape), values).scalar_one()
    every = connection.execute(_counted(_EVERY), values).scalar_one()
    return every - flags.number(connection, less, _span(connection, query))


def count_by_day(connection: Connection, query: EntryQuery) -> dict[date, int]:
    """How many of the entries that are meant stand on each day that has any, oldest day first.

    It walks the indexes, whose row numbers begin with the day, and reads no entry.
    """
    shape, values = _meant(connection, query)
    less = _marked_alone(query, shape)
    if less is None:
        return _by_day(connection, shape, values)
    every = _by_day(connection, _EVERY, values)
    marked = _by_day(connection, StatementShape(by_text=False, flags=Flags((less,)), led_by=None), values)
    left = {day: number - marked.get(day, 0) for day, number in every.items()}
    return {day: number for day, number in left.items() if number}


def first_day(connection: Connection, query: EntryQuery) -> date | None:
    """The oldest day that an entry that is meant stands on."""
    shape, values = _meant(connection, query)
    position: int | None = connection.execute(_first(shape), values).scalar()
    return None if position is None else positions.day_at(position)


_POSITION = select(ENTRY.c.position).where(ENTRY.c.id == bindparam("id"))
_EVERY = StatementShape(by_text=True, flags=Flags(), led_by=None)


def _marked_alone(query: EntryQuery, shape: StatementShape) -> Flag | None:
    """The one mark that alone decides what is not meant: to count all, and those, spares looking at each."""
    alone = not shape.flags.wanted and len(shape.flags.unwanted) == 1 and not shape.flags.is_curtained
    return shape.flags.unwanted[0] if alone and fulltext.asks_for_nothing(query, NO_WORDS) else None


def _by_day(connection: Connection, shape: StatementShape, values: dict[str, object]) -> dict[date, int]:
    found = connection.execute(_counted_by_day(shape), values)
    return {date.fromordinal(day): number for day, number in found}


def _meant(
    connection: Connection, query: EntryQuery, words: SearchWords = NO_WORDS, after: Cursor | None = None
) -> tuple[StatementShape, dict[str, object]]:
    """The shape of the statement that finds what is meant, and its values."""
    days = _span(connection, query, after)
    meant, led_by = flags.narrowed(connection, Flags.of(query, level_of(connection)), days)
    by_text = not (meant.wanted and fulltext.asks_for_nothing(query, words))
    values: dict[str, object] = {"first": days.start, "stop": days.stop}
    if by_text:
        values["expression"] = fulltext.expression(connection, query, words)
    return StatementShape(by_text, meant, led_by if by_text else None), values


def _span(connection: Connection, query: EntryQuery, after: Cursor | None = None) -> range:
    """The positions of what is meant, be it days or one entry alone."""
    days = positions.of_query(query, after)
    if query.entry is None:
        return days
    position: int | None = connection.execute(_POSITION, {"id": str(query.entry)}).scalar()
    return range(position, position + 1) if position is not None and position in days else range(0)
