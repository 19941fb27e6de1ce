"""What both sides expect of each other, looked back on once a month: still so?"""

from collections.abc import Iterator
from datetime import date, timedelta

from amp_desktop.domain.clock import day_of, in_local_zone
from amp_desktop.domain.errors import UnknownEntryError
from amp_desktop.domain.offers import Offer
from amp_desktop.journal import Journal

A_MONTH = timedelta(days=30)


def expectations_to_look_at(journal: Journal, day: date) -> Iterator[Offer]:
    """The expectations of the program, a month after they were written, changed or last confirmed.

    Once the program is over, nobody expects anything any more.
    """
    details, ends = journal.program.details, journal.program.ends
    if details.expectations is None or (ends is not None and day > ends):
        return
    try:
        entry = journal.entry(details.expectations)
    except UnknownEntryError:
        return
    written = day_of(in_local_zone(entry.updated_at), journal.preferences.day_ends_at)
    last = max((entry.day, written, *details.still_so))
    if entry.binned_at is None and day - last >= A_MONTH:
        yield Offer("still-so", str(entry.id), text=entry.title)
