"""A low run: one quiet sentence, for those who have asked for it. It opens nothing and says no number."""

from collections.abc import Iterator
from datetime import date, timedelta

from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.domain.looking_back import makes_hard
from amp_desktop.domain.offers import Offer
from amp_desktop.domain.query import EntryQuery
from amp_desktop.journal import Journal

LOOKED_AT = timedelta(days=9)
"""How far back check-ins are looked at."""
A_RUN = 3
"""So many days with a check-in, one after the other, all of them hard, are a run; days without one are passed
over, for nothing is known of them."""


def low_run(journal: Journal, day: date) -> Iterator[Offer]:
    """The sentence, after a run of hard days; nothing unless it was switched on."""
    if not journal.preferences.low_run_sentence:
        return
    notes = EntryQuery(kinds=frozenset({SelfCareNote.KIND}), since=day - LOOKED_AT, until=day)
    hard: dict[date, bool] = {}
    for row in journal.rows(notes).items:
        if any(row.values.get(name) is not None for name in ("mood", "stress")):
            hard[row.day] = hard.get(row.day, False) or makes_hard(row)
    last = [hard[one] for one in sorted(hard, reverse=True)[:A_RUN]]
    if len(last) == A_RUN and all(last):
        yield Offer("low-run", text=journal.preferences.helps_entry)
