"""What an open journal says of some time: a few walks along indexes, counted in days, weeks or months.

It is for the mentee alone: nothing of it leaves, and nothing is kept.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from amp_desktop.domain.dated_facts import Happening, What
from amp_desktop.domain.entry import Kind
from amp_desktop.domain.json_value import Json
from amp_desktop.domain.kinds.registry import ENTRY_TYPES
from amp_desktop.domain.over_time import Insights, OpenOverTime, Slot, slots
from amp_desktop.domain.query import EntryQuery, FieldRow

if TYPE_CHECKING:
    from uuid import UUID

    from amp_desktop.storage.store import Store

_MEASURED = frozenset(kind for kind, cls in ENTRY_TYPES.items() if cls.OVER_TIME.measures)
_COUNTED = tuple(kind for kind, cls in ENTRY_TYPES.items() if cls.OVER_TIME.open_states)
_LOWEST, _HIGHEST = 1, 5


class JournalInsights:
    """What one open journal says of some time."""

    def __init__(self, store: "Store") -> None:
        self._store = store

    def first_day(self) -> date | None:
        """The oldest day that something was written on, or None."""
        return self._store.first_day()

    def of(self, since: date, until: date, today: date, week_begins: int = 0) -> Insights:
        """What is to be seen of some days, both included.

        Args:
            since: The first day.
            until: The last day.
            today: The day it is: what has not come has no count.
            week_begins: With which day a week begins; 0 is Monday.
        """
        grid = _Grid(slots(since, until, week_begins))
        if not grid.slots:
            return Insights()
        last = grid.slots[-1].until
        measured = self._store.values(EntryQuery(kinds=_MEASURED, since=grid.slots[0].since, until=last))
        counted = self._store.values(EntryQuery(kinds=frozenset(_COUNTED), until=last))
        happened = self._store.happened(grid.slots[0].since, min(last, today))
        return Insights(
            slots=grid.slots,
            measures=_measures(grid, measured),
            open=tuple(_open(grid, kind, counted, today) for kind in _COUNTED),
            happened=grid.spread((one.day, one) for one in happened),
            works=_works(grid, happened),
            areas=_areas(grid, happened, counted),
        )


class _Grid:
    """Finds the slot of a day."""

    def __init__(self, made: tuple[Slot, ...]) -> None:
        self.slots = made
        self._begin = [slot.since for slot in made]

    def at(self, day: date) -> int:
        """The number of the slot that a day falls into, or -1 before the first one."""
        return bisect_right(self._begin, day) - 1

    def spread(self, dated: "Iterable[tuple[date, Happening]]") -> tuple[tuple[Happening, ...], ...]:
        """What happened, slot by slot."""
        found: list[list[Happening]] = [[] for _ in self.slots]
        for day, one in dated:
            found[self.at(day)].append(one)
        return tuple(map(tuple, found))


def _measures(grid: _Grid, rows: Iterable[FieldRow]) -> Mapping[str, tuple[tuple[int, ...], ...]]:
    """Each measure that has any value; what has none is not told apart from what there is not."""
    names = [name for cls in ENTRY_TYPES.values() for name in cls.OVER_TIME.measures]
    found: dict[str, list[list[int]]] = {name: [[] for _ in grid.slots] for name in names}
    for row in rows:
        for name in ENTRY_TYPES[row.kind].OVER_TIME.measures:
            value = row.values.get(name)
            if isinstance(value, int) and _LOWEST <= value <= _HIGHEST:
                found[name][grid.at(row.day)].append(value)
    return {name: tuple(map(tuple, given)) for name, given in found.items() if any(given)}


def _open(grid: _Grid, kind: Kind, rows: Iterable[FieldRow], today: date) -> OpenOverTime:
    """How many of a kind were open at the end of each slot, or are today; who knows no end is not counted."""
    changes = [0] * (len(grid.slots) + 1)
    over_time = ENTRY_TYPES[kind].OVER_TIME
    for row in rows:
        if row.kind != kind:
            continue
        began = _day(row.values.get(over_time.began)) or row.day
        if row.values.get("status") in over_time.open_states:
            ended = None
        elif (ended := _day(row.values.get("status_since"))) is None:
            continue
        if began <= grid.slots[-1].until:
            changes[max(grid.at(began), 0)] += 1
        if ended is not None and ended <= grid.slots[-1].until:
            changes[max(grid.at(ended), 0)] -= 1
    counts: list[int | None] = []
    number = 0
    for slot, change in zip(grid.slots, changes, strict=False):
        number += change
        counts.append(max(number, 0) if slot.since <= today else None)
    return OpenOverTime(kind, tuple(counts))


def _works(grid: _Grid, happened: Iterable[Happening]) -> Mapping[str, tuple[tuple[date, ...], ...]]:
    found: defaultdict[str, list[list[date]]] = defaultdict(lambda: [[] for _ in grid.slots])
    for one in happened:
        if one.what is What.WORKED:
            days = found[one.text][grid.at(one.day)]
            if one.day not in days:
                days.append(one.day)
    return {work: tuple(map(tuple, days)) for work, days in sorted(found.items())}


def _areas(
    grid: _Grid, happened: Iterable[Happening], rows: Iterable[FieldRow]
) -> Mapping[str, tuple[tuple[Happening, ...], ...]]:
    """By the area of the entry, or for a work by its own word where an area is called so."""
    area_of: dict[UUID, str] = {}
    for row in rows:
        name = ENTRY_TYPES[row.kind].OVER_TIME.area
        if name and isinstance(area := row.values.get(name), str) and area:
            area_of[row.id] = area
    known = set(area_of.values())
    found: defaultdict[str, list[tuple[date, Happening]]] = defaultdict(list)
    for one in happened:
        area = area_of.get(one.entry) or (one.text if one.what is What.WORKED and one.text in known else "")
        if area and one.what is not What.MOVED:
            found[area].append((one.day, one))
    return {area: grid.spread(ones) for area, ones in sorted(found.items())}


def _day(value: Json) -> date | None:
    if not isinstance(value, str) or not value:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
