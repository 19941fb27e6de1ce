"""Something that a pair should have talked about before an evaluation, and that never came up."""

from collections.abc import Iterator
from datetime import date, timedelta

from amp_desktop.domain.clock import days_after
from amp_desktop.domain.offers import Offer
from amp_desktop.journal import Journal

BEFORE = timedelta(days=21)
"""So long before the window opens it is not too early: two or three calls are still to come."""


def never_talked(journal: Journal, day: date) -> Iterator[Offer]:
    """Those of the four things that never came up, before the evaluation that comes next.

    Only while a call is to come before its window closes; later it would help no more. Meetings are read
    last: mostly no window is near, and the page of the day asks each time that it is shown.
    """
    window = journal.evaluations.next_window(day)
    if window is None or day < days_after(window.starts, -BEFORE.days):
        return
    call = journal.meetings.next()
    if call is None or call.day > window.ends:
        return
    for about in journal.evaluations.never_talked(window):
        yield Offer("never-talked", f"{window.name} {about}", text=about.value)
