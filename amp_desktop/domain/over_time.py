"""How entries are seen over time: what a kind says of itself, and days, weeks or months to fall into."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from amp_desktop.domain.clock import days_after
from amp_desktop.domain.dated_facts import Happening

MOST_DAYS = 140
"""Up to so many days are seen day by day; that is a cohort, with a little before and after."""
MOST_WEEKS = 160
"""Up to so many weeks are seen week by week, more than that month by month."""


@dataclass(frozen=True)
class OverTime:
    """What of the entries of a kind can be seen over time.

    Attributes:
        measures: Fields with a value from 1 to 5, which hold for the entry's own day.
        open_states: The states in which something is still to be done; none for a kind that is not counted.
        began: The field with the day since when it was so, if that is not the entry's own day.
        area: The field that says to which area what happened in it belongs; empty for none.
    """

    measures: tuple[str, ...] = ()
    open_states: frozenset[str] = frozenset()
    began: str = ""
    area: str = ""


@dataclass(frozen=True)
class Slot:
    """A day, a week or a month, both days included."""

    since: date
    until: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.until - self.since).days + 1


def slots(since: date, until: date, week_begins: int = 0) -> tuple[Slot, ...]:
    """The days from `since` to `until`; weeks or months where these are too many to be told apart.

    Args:
        since: The first day.
        until: The last day; before the first one, there are none.
        week_begins: With which day a week begins; 0 is Monday.
    """
    days = (until - since).days + 1
    if days <= MOST_DAYS:
        return tuple(Slot(day, day) for day in (days_after(since, n) for n in range(max(days, 0))))
    if days <= MOST_WEEKS * 7:
        first = days_after(since, -((since.weekday() - week_begins) % 7))
        weeks = -(-((until - first).days + 1) // 7)
        return tuple(
            Slot(begins, days_after(begins, 6)) for begins in (days_after(first, 7 * n) for n in range(weeks))
        )
    return tuple(_months(since, until))


def _months(since: date, until: date) -> list[Slot]:
    found, first = [], since.replace(day=1)
    while first <= until:
        following = _following(first)
        last = following - timedelta(days=1) if following else date.max
        found.append(Slot(first, last))
        if following is None:
            break
        first = following
    return found


def _following(first: date) -> date | None:
    """The first day of the month after; None at the end of the calendar."""
    if (first.year, first.month) == (date.max.year, 12):
        return None
    return date(first.year + first.month // 12, first.month % 12 + 1, 1)


@dataclass(frozen=True)
class OpenOverTime:
    """How many entries of a kind were open.

    Attributes:
        kind: Which kind.
        counts: For each slot, how many were open at its end; None for days that have not come.
    """

    kind: str
    counts: tuple[int | None, ...]


@dataclass(frozen=True)
class Insights:
    """What a journal says of some time, without a word why.

    Attributes:
        slots: The days, weeks or months.
        measures: For each measure, in each slot all the values that were given, in the order of days.
        open: How many were open.
        happened: What happened in each slot.
        works: For each work without a commit, on which days of each slot it was noted.
        areas: For each area, what happened of it in each slot.
    """

    slots: tuple[Slot, ...] = ()
    measures: Mapping[str, tuple[tuple[int, ...], ...]] = field(default_factory=dict)
    open: tuple[OpenOverTime, ...] = ()
    happened: tuple[tuple[Happening, ...], ...] = ()
    works: Mapping[str, tuple[tuple[date, ...], ...]] = field(default_factory=dict)
    areas: Mapping[str, tuple[tuple[Happening, ...], ...]] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to be seen."""
        counted = any(any(one.counts) for one in self.open)
        return not (self.measures or counted or any(self.happened))
