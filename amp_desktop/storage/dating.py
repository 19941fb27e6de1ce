"""Giving what becomes true of entries its day, whoever writes: the one place that every save passes."""

from collections import OrderedDict
from datetime import date
from typing import TYPE_CHECKING, Protocol, TypeVar

from sqlalchemy import Connection

from amp_desktop.domain.clock import Clock
from amp_desktop.domain.dated_facts import NOTHING_KNOWN, dated, days_of
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.preferences import Preferences
from amp_desktop.storage import settings

if TYPE_CHECKING:
    from uuid import UUID

E = TypeVar("E", bound=Entry)


class Dated(Protocol):
    """Gives an entry the days of what became true of it since the state before, None for a new one."""

    def __call__(self, entry: E, before: Entry | None, /) -> E:
        """The entry with them."""


def as_it_is(entry: E, _: Entry | None) -> E:
    """The entry with the days that it comes with."""
    return entry


MOST = 500
"""So many entries are remembered with what is true of them no more, the last written: so far undo goes."""


class Dating:
    """Dates the entries of one store.

    Days of what this process wrote away are remembered, so that an undo in the window, which knows only what
    its fields showed, finds the former day, or that there was none.

    Attributes:
        clock: Tells the time; None while entries are to stay as they are handed in.
    """

    def __init__(self) -> None:
        self.clock: Clock | None = None
        self._former: OrderedDict[UUID, dict[str, date | None]] = OrderedDict()

    def within(self, connection: Connection, *, going_back: bool = False) -> Dated:
        """What gives entries the days of what becomes true of them (see `domain.dated_facts.dated`).

        Args:
            connection: Within the transaction that writes them.
            going_back: Whether they are what they once were, by an undo: then former days hold again.
        """
        clock = self.clock
        if clock is None:
            return as_it_is
        days: list[date] = []

        def today() -> date:
            if not days:  # few saves ask for it, and it is one day for all that is saved
                days.append(self._today(connection, clock))
            return days[0]

        def give_days(entry: E, before: Entry | None) -> E:
            known = self._former.get(entry.id, NOTHING_KNOWN) if going_back else NOTHING_KNOWN
            after = dated(entry, before, today, known)
            if before is not None:
                self._remember(before, after)
            return after

        return give_days

    def _remember(self, before: Entry, after: Entry) -> None:
        lasting = days_of(after)
        gone = {key: day for key, day in days_of(before).items() if key not in lasting}
        if gone:
            self._former[after.id] = self._former.get(after.id, {}) | gone
            self._former.move_to_end(after.id)
            while len(self._former) > MOST:
                self._former.popitem(last=False)

    @staticmethod
    def _today(connection: Connection, clock: Clock) -> date:
        """The journal's own day: it ends at the hour that the mentee has set."""
        data = settings.load(connection, "preferences")
        return Preferences.from_json(data if isinstance(data, dict) else {}).today(clock())
