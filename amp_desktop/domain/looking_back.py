"""Looking back: the days that a day recalls, and those that are left in peace.

A day is *hard* when a self-care note of it tells of low mood (1 or 2) or of very high stress (5), or when an
entry of it is tagged `hard`, in its text too. Nothing of a hard day is ever brought back unasked; it is found
by looking for it, as everything else. The bounds are where the check-in's own words turn from "so-so" to
"low", and where stress is "very high": in doubt rather one day too many is left in peace.
"""

from calendar import monthrange
from collections.abc import Iterator, Mapping
from datetime import date

from amp_desktop.domain.json_value import Json
from amp_desktop.domain.query import EntryRow

HARD_TAG = "hard"
LOW_MOOD = 2
VERY_HIGH_STRESS = 5
MONTHS_BACK = 11
"""The months before the day that are looked at one by one; further back it is years."""


def same_days(day: date, first: date) -> Iterator[date]:
    """The days that `day` recalls, back to `first`: the same one of former years, then of former months.

    A day that another month does not have, such as the 31st, recalls nothing there.
    """
    former = [_months_before(day, 12 * years) for years in range(1, day.year - first.year + 1)]
    former += [_months_before(day, months) for months in range(1, MONTHS_BACK + 1)]
    return (found for found in former if found is not None and found >= first)


def makes_hard(row: EntryRow) -> bool:
    """Whether this entry alone makes its day a hard one."""
    return HARD_TAG in map(str.casefold, row.tags) or tells_of_a_hard_day(row.values)


def tells_of_a_hard_day(values: Mapping[str, Json]) -> bool:
    """Whether the values of a self-care note are those of a hard day."""
    mood, stress = values.get("mood"), values.get("stress")
    is_low = isinstance(mood, int) and mood <= LOW_MOOD
    is_strained = isinstance(stress, int) and stress >= VERY_HIGH_STRESS
    return is_low or is_strained


def _months_before(day: date, months: int) -> date | None:
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    exists = year >= 1 and day.day <= monthrange(year, month + 1)[1]
    return date(year, month + 1, day.day) if exists else None
