"""What both sides expect of each other: to be written down early, before each guesses at it."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from amp_desktop.domain.clock import days_after
from amp_desktop.domain.errors import UnknownEntryError
from amp_desktop.domain.offers import Offer
from amp_desktop.journal import Journal

FORTNIGHT = 14
"""Days from the program's first one; later both have found their way, and it is no kick-off any more."""


def expectations_to_write(journal: Journal, day: date) -> Iterator[Offer]:
    """The questions for both sides, in the first fortnight of a program in which they stand nowhere."""
    starts = journal.program.starts
    if starts is None or not starts <= day < days_after(starts, FORTNIGHT):
        return
    wanted = journal.program.details.expectations
    if wanted is not None:
        with suppress(UnknownEntryError):
            if journal.entry(wanted).binned_at is None:
                return
    yield Offer("expectations", starts.isoformat())
