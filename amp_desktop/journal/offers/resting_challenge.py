"""A challenge that stands still, with which somebody could help."""

from collections.abc import Iterator
from datetime import date, timedelta
from operator import itemgetter

from amp_desktop.domain.clock import day_of, in_local_zone
from amp_desktop.domain.kinds.challenge import Challenge, ChallengeStatus
from amp_desktop.domain.offers import Offer
from amp_desktop.domain.query import EntryQuery, EntryRow
from amp_desktop.domain.traits import Trait
from amp_desktop.journal import Journal

MOST_OPEN = 50
"""So many open challenges, the newest, are looked through."""


def resting_challenges(journal: Journal, day: date) -> Iterator[Offer]:
    """Those that stand still for as long as the mentee set, the longest first.

    One of which somebody was asked, or that is to be talked about anyway, does not stand still. It is spoken
    of as it stands: once something was changed in it, it is another thing to be offered.
    """
    span = timedelta(days=journal.waiting.days.stands_still)
    if not span:
        return
    query = EntryQuery(kinds=frozenset({Challenge.KIND}), traits=frozenset({Trait.OPEN}))
    rows = journal.rows(query, limit=MOST_OPEN).items
    ends_at = journal.preferences.day_ends_at
    still = [(since, row) for row in rows if _waits(row) and day - (since := _since(row, ends_at)) >= span]
    for _, row in sorted(still, key=itemgetter(0)):
        yield Offer("resting-challenge", f"{row.id}@{int(row.updated_at.timestamp())}", row)


def _waits(row: EntryRow) -> bool:
    unasked = row.values.get("status") == ChallengeStatus.OPEN.value and not row.values.get("asked")
    return unasked and not row.values.get("on_agenda")


def _since(row: EntryRow, ends_at: int) -> date:
    return max(row.day, day_of(in_local_zone(row.updated_at), ends_at))
