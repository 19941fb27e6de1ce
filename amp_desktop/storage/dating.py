"""Giving what becomes true of entries its day, whoever writes: the one place that every save passes."""

from collections import OrderedDict
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import Connection

from amp_desktop.domain.clock import Clock
from amp_desktop.domain.dated_facts import NOTHING_KNOWN, dated, days_of
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.preferences import Preferences
from amp_desktop.storage import settings

if TYPE_CHECKING:
    from uuid import UUID

E = TypeVar("E", bound=Entry)

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

    def dated(self, connection: Connection, entry: E, before: Entry | None, *, going_back: bool = False) -> E:
        """The entry with the days of what becomes true of it (see `domain.dated_facts.dated`).

        Args:
            connection: Within the transaction that writes it.
            entry: As it is about to stand.
            before: As it stands; None if it does not yet.
            going_back: Whether it is what it once was, by an undo: then former days hold again.
        """
        if self.clock is None:
            return entry
        known = self._former.get(entry.id, NOTHING_KNOWN) if going_back else NOTHING_KNOWN
        after = dated(entry, before, partial(self._today, connection, self.clock), known)
        if before is not None:
            self._remember(before, after)
        return after

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
