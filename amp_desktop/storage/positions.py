"""An entry's position: its day and its place within the day in one number.

Walking the positions downwards gives the newest day first, and within a day the last written.
"""

from datetime import date

from amp_desktop.domain.query import Cursor, EntryQuery

BITS_OF_PLACE = 20
PLACES_PER_DAY = 1 << BITS_OF_PLACE
"""More than anyone writes in a day, or imports into one."""

_END = PLACES_PER_DAY * (date.max.toordinal() + 1)


def day_at(position: int) -> date:
    """The day that an entry at `position` belongs to."""
    return date.fromordinal(position // PLACES_PER_DAY)


def of_day(day: date) -> range:
    """The positions of a day."""
    first = day.toordinal() * PLACES_PER_DAY
    return range(first, first + PLACES_PER_DAY)


def of_query(query: EntryQuery, after: Cursor | None = None) -> range:
    """The positions of the days that are meant, as far as they come after the end of a page."""
    first = of_day(query.since).start if query.since else 0
    stop = of_day(query.until).stop if query.until else _END
    return range(first, stop if after is None else min(stop, after))
