"""How days stand in a month and in a year, and how one moves among them. No widget, no Qt."""

from bisect import bisect_left
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar, TypeAlias

LEVELS = (0, 1, 2, 4)
"""Up to so many entries a day is shaded as 0, 1, 2, 3; more make 4. Words are not counted: a long entry is no
better day than a short one."""


def level(count: int) -> int:
    """How strongly a day with so many entries is shaded, from 0 (nothing) to 4."""
    return bisect_left(LEVELS, count)


@dataclass(frozen=True)
class MonthGrid:
    """The weeks of one month, one below the other.

    Attributes:
        since: The first day of the month.
        first_weekday: With which day a week begins; 0 is Monday.
        rows: How many weeks there is room for, always the same, so that nothing below moves.
        columns: The days of a week.
        numbered: Whether a cell has room for the number of its day.
    """

    since: date
    first_weekday: int = 0
    rows: ClassVar[int] = 6
    columns: ClassVar[int] = 7
    numbered: ClassVar[bool] = True

    @property
    def until(self) -> date:
        """The last day of the month."""
        return _last_of_month(self.since)

    def day_at(self, row: int, column: int) -> date | None:
        """The day that stands there, if the month has one there."""
        number = 7 * row + column - self._blank + 1
        return self.since.replace(day=number) if 1 <= number <= self.until.day else None

    def place_of(self, day: date) -> tuple[int, int] | None:
        """Row and column of a day of this month."""
        return divmod(self._blank + day.day - 1, 7) if self.since <= day <= self.until else None

    def stepped(self, day: date, rows: int, columns: int) -> date:
        """So many weeks and days on."""
        return _days_on(day, 7 * rows + columns)

    def turned(self, day: date, pages: int) -> date:
        """So many months on."""
        return months_on(day, pages)

    @property
    def _blank(self) -> int:
        return (self.since.weekday() - self.first_weekday) % 7


@dataclass(frozen=True)
class YearGrid:
    """A year, a month in each row.

    Attributes:
        year: Which.
        rows: The months.
        columns: The days of the longest of them.
        numbered: Whether a cell has room for the number of its day.
    """

    year: int
    rows: ClassVar[int] = 12
    columns: ClassVar[int] = 31
    numbered: ClassVar[bool] = False

    @property
    def since(self) -> date:
        """New Year's Day."""
        return date(self.year, 1, 1)

    @property
    def until(self) -> date:
        """The last day of the year."""
        return date(self.year, 12, 31)

    def day_at(self, row: int, column: int) -> date | None:
        """The day that stands there, if the month is so long."""
        exists = column < monthrange(self.year, row + 1)[1]
        return date(self.year, row + 1, column + 1) if exists else None

    def place_of(self, day: date) -> tuple[int, int] | None:
        """Row and column of a day of this year."""
        return (day.month - 1, day.day - 1) if day.year == self.year else None

    def stepped(self, day: date, rows: int, columns: int) -> date:
        """So many months and days on."""
        return _days_on(months_on(day, rows), columns)

    def turned(self, day: date, pages: int) -> date:
        """So many years on."""
        return months_on(day, 12 * pages)


Grid: TypeAlias = MonthGrid | YearGrid
"""One page of days in rows and columns."""


def months_on(day: date, months: int) -> date:
    """The same day so many months on, or the last one of a shorter month; never beyond the calendar."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        return day
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _days_on(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return day


def _last_of_month(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])
