"""What the next meeting with the mentor is about: the time that it looks back on, and its agenda."""

from dataclasses import replace
from datetime import date, timedelta

from amp_desktop.domain.clock import day_of
from amp_desktop.domain.entry import Kind
from amp_desktop.domain.kinds.registry import kinds_for_agenda, kinds_with_states
from amp_desktop.domain.query import EntryQuery, EntryRow, Exclusions
from amp_desktop.domain.traits import Trait
from amp_desktop.journal import Journal

TWO_WEEKS = timedelta(days=13)
"""From the first to the last day of two weeks, both included."""

_SEALED = Exclusions(traits=frozenset({Trait.SEALED}))

MOST_OPEN = 50
MOST_POINTS = 200
"""Of either kind that are read at most: one has an afternoon for a meeting, not a month."""


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


def meeting_since(journal: Journal, audience: str, day: date) -> date:
    """The first day that the next meeting looks back on: that of the last sharing, else two weeks ago.

    Args:
        journal: Whose.
        audience: With whom the meeting is.
        day: The day that two weeks are counted back from.
    """
    return last_shared_on(journal, audience) or day - TWO_WEEKS


def open_rows(journal: Journal, kind: Kind) -> tuple[EntryRow, ...]:
    """What of a kind is still to be done, newest day first."""
    query = EntryQuery(kinds=frozenset({kind}), traits=frozenset({Trait.OPEN}))
    return journal.rows(query, limit=MOST_OPEN).items


def agenda(journal: Journal, since: date) -> tuple[EntryRow, ...]:
    """What is to be talked about, newest day first.

    What goes through statuses is, as long as it is open, of whatever day; the rest since that day. So open
    challenges stay, and notes are questions for one meeting. The journal finds them by an index, however many
    other entries there are.
    """
    kinds, lasting = frozenset(kinds_for_agenda()), frozenset(kinds_with_states())
    on_it = EntryQuery(traits=frozenset({Trait.AGENDA}), exclusions=_SEALED)
    asked = replace(on_it, kinds=kinds - lasting, since=since)
    stuck = replace(on_it, kinds=kinds & lasting, traits=on_it.traits | {Trait.OPEN})
    points = (row for query in (stuck, asked) for row in journal.rows(query, limit=MOST_POINTS).items)
    return tuple(sorted(points, key=_day, reverse=True))


def _day(row: EntryRow) -> date:
    return row.day
