"""The times that a summary can be about."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from amp_desktop.domain.kinds.meeting import Meeting
from amp_desktop.journal import Journal
from amp_desktop.sharing import Period

TWO_WEEKS, FOUR_WEEKS = timedelta(days=13), timedelta(days=27)
"""From the first to the last day, both included."""


class Choice(StrEnum):
    """What the mentee can choose from."""

    LAST_SHARED = "last shared"
    TWO_WEEKS = "two weeks"
    FOUR_WEEKS = "four weeks"
    EVERYTHING = "everything"
    DATES = "dates"


@dataclass(frozen=True)
class PeriodContext:
    """What times are counted from.

    Attributes:
        audience: For whom the summary is.
        day: The day it is.
        newest: The last day that something was written about, or today while nothing was.
        last_shared: The day of the last meeting or sharing with this audience, or None.
    """

    audience: str
    day: date
    newest: date
    last_shared: date | None

    @property
    def usual(self) -> Choice:
        """What is chosen unless the mentee says otherwise."""
        return Choice.TWO_WEEKS if self.last_shared is None else Choice.LAST_SHARED

    def period(self, choice: Choice, dates: Period) -> Period:
        """The period of a choice.

        Args:
            choice: What was chosen.
            dates: The two days that were set by hand.
        """
        match choice:
            case Choice.LAST_SHARED if self.last_shared is not None:
                return Period(self.last_shared, max(self.last_shared, self.newest))
            case Choice.FOUR_WEEKS:
                return Period(self.newest - FOUR_WEEKS, self.newest)
            case Choice.EVERYTHING:
                return Period()
            case Choice.DATES:
                return dates
        return Period(self.newest - TWO_WEEKS, self.newest)


def context(journal: Journal, audience: str, day: date, meeting: Meeting | None = None) -> PeriodContext:
    """What there is to know of periods for that audience, as seen on a day.

    They were last met as `last_met_on` says, or in the meeting before that for which it is.
    """
    sharing, meetings = journal.sharing, journal.meetings
    last = meetings.since(meeting) if meeting is not None else sharing.last_met_on(audience)
    return PeriodContext(audience, day, journal.newest_day() or day, last)
