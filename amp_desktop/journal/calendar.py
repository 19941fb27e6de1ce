"""The days of an open journal: how much was written on each, and what on the same day before."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from amp_desktop.domain.concealment import is_covered
from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.domain.looking_back import HARD_TAG, same_days, tells_of_a_hard_day
from amp_desktop.domain.query import EntryQuery, EntryRow

if TYPE_CHECKING:
    from amp_desktop.storage.store import Store

_EVERYTHING = EntryQuery()
_CARE = frozenset({SelfCareNote.KIND})
_SHOWN_OF_A_DAY = 3
_MOST_READ = 500
"""Entries of one day that are looked through; a day with more is left in peace."""


@dataclass(frozen=True)
class Recalled:
    """A former day, and some of what was written on it, the last written first."""

    day: date
    rows: tuple[EntryRow, ...]


class JournalCalendar:
    """On which days something was written in one open journal."""

    def __init__(self, store: "Store") -> None:
        self._store = store
        self._whole = store.whole()

    def counts(self, query: EntryQuery = _EVERYTHING) -> dict[date, int]:
        """How many of the entries that are meant stand on each day that has any."""
        return self._store.count_by_day(query)

    def hard_days(self, since: date, until: date) -> frozenset[date]:
        """The hard ones of some days, both included (see `domain.looking_back`).

        What the inner curtain covers makes a day a hard one as well, and so does a tag in a text.
        """
        tagged = self._whole.count_by_day(EntryQuery(tags=(HARD_TAG,), since=since, until=until))
        notes = self._whole.values(EntryQuery(kinds=_CARE, since=since, until=until))
        return frozenset((*tagged, *(note.day for note in notes if tells_of_a_hard_day(note.values))))

    def on_this_day(self, day: date, limit: int = 3) -> tuple[Recalled, ...]:
        """What was written on the same day of former years and months, of at most `limit` days.

        Hard days are passed over (see `domain.looking_back`), and so is all that the inner curtain covers,
        down or not: self-care notes and what is sealed. They make a day a hard one all the same.
        """
        first = self._whole.first_day()
        return () if first is None else tuple(islice(self._recalled(day, first), limit))

    def _recalled(self, day: date, first: date) -> Iterator[Recalled]:
        for former in same_days(day, first):
            page = self._whole.rows(EntryQuery(since=former, until=former), limit=_MOST_READ)
            shown = (row for row in page.items if not is_covered(row.kind, row.sharing))
            rows = tuple(islice(shown, _SHOWN_OF_A_DAY))
            if rows and page.next is None and not self.hard_days(former, former):
                yield Recalled(former, rows)
