"""Who owes whom an answer since when, both ways. It counts nothing, and nothing is overdue."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING

from amp_desktop.domain.agenda import point_key
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.domain.kinds.registry import ENTRY_TYPES
from amp_desktop.domain.query import EntryQuery
from amp_desktop.domain.traits import Trait
from amp_desktop.domain.waiting import Turn, Waiting, WaitingDays, WaitingOffer
from amp_desktop.journal.meetings import resolved

if TYPE_CHECKING:
    from amp_desktop.storage.store import Store

_CAN_WAIT = EntryQuery(
    kinds=frozenset(kind for kind, made in ENTRY_TYPES.items() if made.waits is not Entry.waits),
    traits=frozenset({Trait.OPEN}),
)
"""What is still to be done, of kinds that ever wait: goals, of which there are many, never do."""
_DAYS = "waiting: days"
_LEFT = "waiting: left in peace"


class JournalWaiting:
    """What waits in an open journal."""

    def __init__(self, store: "Store") -> None:
        self._store = store

    @property
    def days(self) -> WaitingDays:
        """After how many days what is offered."""
        kept = self._store.setting(_DAYS)
        if not isinstance(kept, dict):
            return WaitingDays()
        nudge, someone_else = kept.get("nudge"), kept.get("someone_else")
        if not (isinstance(nudge, int) and isinstance(someone_else, int)):
            return WaitingDays()
        still = kept.get("stands_still", WaitingDays.stands_still)
        return WaitingDays(nudge, someone_else, still if isinstance(still, int) else WaitingDays.stands_still)

    def set_days(self, days: WaitingDays) -> None:
        """Offer it after so many days from now on.

        Raises:
            InvalidValueError: They are no days, or the second comes before the first.
        """
        if days.stands_still < 0 or not 1 <= days.nudge <= days.someone_else:
            raise InvalidValueError("A nudge comes after a day at least, and before another person.")
        self._store.set_setting(_DAYS, asdict(days))

    def all(self, today: date) -> tuple[Waiting, ...]:
        """All that waits, what waits longest first; nothing that was left in peace."""
        return self._among(self._store.entries(_CAN_WAIT), today)

    def of(self, entry: Entry, today: date) -> tuple[Waiting, ...]:
        """The same of one entry."""
        return self._among([entry], today)

    def _among(self, entries: Iterable[Entry], today: date) -> tuple[Waiting, ...]:
        waits = [(entry, source) for entry in resolved(self._store, entries) for source in entry.waits()]
        if not waits:
            return ()
        days, left = self.days, self._left()
        found = []
        for entry, source in waits:
            key = point_key(entry.id, source.name)
            if key in left or source.since > today:
                continue
            is_theirs = source.side is Turn.THEIRS
            found.append(
                Waiting(
                    key=key,
                    entry=entry.id,
                    side=source.side,
                    whom=" ".join(source.whom.split()),
                    text=" ".join((source.text or entry.title or entry.body).split()),
                    since=source.since,
                    offer=days.offer(source.since, today) if is_theirs else WaitingOffer.NOTHING,
                )
            )
        return tuple(sorted(found, key=lambda one: (one.since, one.key)))

    def leave(self, key: str) -> None:
        """Wait for it no longer; nothing is changed in its entry."""
        with self._store.at_once():
            self._store.set_setting(_LEFT, [*sorted(self._left() | {key})])

    def wait_again(self, key: str) -> None:
        """Wait for it after all."""
        with self._store.at_once():
            self._store.set_setting(_LEFT, [*sorted(self._left() - {key})])

    def _left(self) -> frozenset[str]:
        kept = self._store.setting(_LEFT)
        return frozenset(map(str, kept)) if isinstance(kept, list) else frozenset()
