"""The days that a look back begins and ends with: when something last left, and was last written about."""

from datetime import date, timedelta

from amp_desktop.domain.clock import day_of
from amp_desktop.journal import Journal

TWO_WEEKS = timedelta(days=13)
"""From the first to the last day of two weeks, both included."""


def last_shared_on(journal: Journal, audience: str = "") -> date | None:
    """The day on which something last left for a meeting with these people, in this computer's zone.

    Args:
        journal: Where it is looked up, among the newest pages of the share log.
        audience: For whom; empty for anybody.
    """
    newest = journal.sharing.last_meeting(audience)
    return None if newest is None else day_of(newest.shared_at.astimezone(), journal.preferences.day_ends_at)


def newest_day(journal: Journal) -> date | None:
    """The last day that something was written about, or None while nothing was."""
    rows = journal.rows(limit=1).items
    return rows[0].day if rows else None
