"""The week: a few lines of what it is for, and a look back on it, for those who want to be asked."""

from collections.abc import Iterator
from datetime import date

from amp_desktop.domain.kinds.reflection import monday_of
from amp_desktop.domain.offers import Offer
from amp_desktop.journal import Journal
from amp_desktop.journal.weeks import week_page

PLAN_UNTIL = 2
"""The last weekday (0 for Monday) on which the plan of a week is offered; later it is under way anyway."""


def plan_of_week(journal: Journal, day: date) -> Iterator[Offer]:
    """The plan of this week, in its first days, while there is none."""
    if journal.preferences.week_ends_on < 0 or day.weekday() > PLAN_UNTIL:
        return
    page = week_page(journal, day)
    if page is None or not page.plan.strip():
        yield Offer("week-plan", monday_of(day).isoformat())


def look_back_on_week(journal: Journal, day: date) -> Iterator[Offer]:
    """A look back on this week, from the chosen day to its Sunday, while there is none."""
    chosen = journal.preferences.week_ends_on
    if chosen < 0 or day.weekday() < chosen:
        return
    page = week_page(journal, day)
    if page is None or not page.has_looked_back:
        yield Offer("week-reflection", monday_of(day).isoformat())
