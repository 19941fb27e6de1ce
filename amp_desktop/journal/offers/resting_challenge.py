"""A challenge that rests, with which somebody could help."""

from collections.abc import Iterator
from datetime import date, timedelta

from amp_desktop.domain.clock import day_of
from amp_desktop.domain.kinds.challenge import Challenge, ChallengeStatus
from amp_desktop.domain.offers import Offer
from amp_desktop.domain.query import EntryRow
from amp_desktop.journal import Journal
from amp_desktop.journal.agenda import open_rows

STANDS_STILL = timedelta(days=5)
"""How long a challenge rests, unasked and untouched, before it is offered to ask for help."""


def resting_challenges(journal: Journal, day: date) -> Iterator[Offer]:
    """Those that rest, the longest first, unless somebody was asked or it is to be talked about anyway."""
    resting = [row for row in open_rows(journal, Challenge.KIND) if _rests(row, day)]
    for row in sorted(resting, key=_rests_since):
        yield Offer("resting-challenge", str(row.id), row)


def _rests(row: EntryRow, day: date) -> bool:
    unasked = row.values.get("status") == ChallengeStatus.OPEN.value and not row.values.get("asked")
    return unasked and not row.values.get("on_agenda") and day - _rests_since(row) >= STANDS_STILL


def _rests_since(row: EntryRow) -> date:
    return max(row.day, day_of(row.updated_at.astimezone()))
