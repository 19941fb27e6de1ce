"""Something that a pair should have talked about before an evaluation, and that never came up."""

from collections.abc import Iterator
from datetime import date, timedelta

from amp_desktop.domain.offers import Offer
from amp_desktop.journal import Journal

BEFORE = timedelta(days=21)
"""So long before the window opens it is not too early: two or three calls are still to come."""


def never_talked(journal: Journal, day: date) -> Iterator[Offer]:
    """The first of the four things that never came up, before the evaluation that comes next."""
    found = journal.evaluations.never_talked(day)
    if found is None or journal.meetings.next() is None:
        return
    window, missing = found
    if window.starts - BEFORE <= day:
        yield from (Offer("never-talked", f"{window.name} {about}", text=about.value) for about in missing)
