"""The bin of an open journal: how much lies in it, and emptying it, by hand or after a time."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from amp_desktop.domain.clock import Clock, lie_apart
from amp_desktop.domain.preferences import Preferences
from amp_desktop.domain.progress import Progress, unheard
from amp_desktop.domain.query import EVERYTHING, EntryQuery
from amp_desktop.domain.sighting import Sighting

if TYPE_CHECKING:
    from amp_desktop.storage.store import Store

_BIN = EntryQuery(binned=True)
_AT_ONCE = 50
"""So many are deleted in one transaction, so that what is being written meanwhile need not wait for all."""

_SIGHTING = "clock_seen"
_SEEN_EVERY = timedelta(days=1)


@dataclass(frozen=True)
class Emptied:
    """What became of what had lain in the bin for long enough.

    Attributes:
        gone: How many entries were deleted for ever.
        waiting: How many are to go once the mentee has said that the computer's date is right.
        day: That date.
    """

    day: date
    gone: int = 0
    waiting: int = 0


class JournalBin:
    """What was deleted and can still be had back."""

    def __init__(self, store: "Store", clock: Clock, back_up: Callable[[Progress], object]) -> None:
        """Take up the bin of a journal.

        Args:
            store: The open journal's file.
            clock: Tells the time.
            back_up: Makes a verified backup that outlives the ordinary ones.
        """
        self._store = store
        self._whole = store.whole()
        self._clock = clock
        self._back_up = back_up

    def count(self, among: EntryQuery = EVERYTHING) -> int:
        """How many of the entries that `among` means lie in the bin."""
        return self._store.count(replace(among, binned=True))

    def ids(self, among: EntryQuery = EVERYTHING, before: datetime | None = None) -> tuple[UUID, ...]:
        """Which of the entries that `among` means lie in the bin, or were put there before an instant."""
        return self._store.ids_in_bin(replace(among, binned=True), before)

    def gone(self, ids: Iterable[UUID]) -> tuple[UUID, ...]:
        """Those of these entries that the journal does not hold any more."""
        asked = tuple(ids)
        there = self._whole.known_ids(asked)
        return tuple(entry_id for entry_id in asked if entry_id not in there)

    def put(self, ids: Iterable[UUID]) -> None:
        """Move entries to the bin, from where they can be had back.

        Where the clock says a time before the one that was last believed, they count as put there then.

        Raises:
            UnknownEntryError: One of them is gone; none was moved.
        """
        now, seen = self._clock(), self._sighting()
        if self._whole.count(_BIN) == 0:  # whatever the clock says, nothing can be lost by believing it
            self._remember(Sighting(at=now, emptied_at=seen.emptied_at if seen else None))
        elif seen is not None:
            now = max(now, seen.at)
        self._store.set_binned(ids, now)

    def take_out(self, ids: Iterable[UUID]) -> None:
        """Bring entries back from the bin.

        Raises:
            UnknownEntryError: One of them is gone; none was moved.
        """
        self._store.set_binned(ids, None)

    def delete(self, ids: Iterable[UUID]) -> int:
        """Delete for ever those of the entries that still lie in the bin, and answer with how many.

        Who was asked some time ago may have taken one out of the bin, and written on in it, since.
        """
        return self._store.delete_from_bin(ids)

    def empty(
        self,
        among: EntryQuery = EVERYTHING,
        *,
        before: datetime | None = None,
        progress: Progress = unheard,
    ) -> int:
        """Delete for ever what lies in the bin, with all that belongs to it.

        A backup has it still, and what was shared of it stands in the share log
        (`JournalSharing.delete_from_log`).

        What is taken out of the bin meanwhile is left alone, and so is what is put there meanwhile.

        Args:
            among: Which of the entries there.
            before: Only those put there before this instant.
            progress: Told how many are gone, of how many.

        Returns:
            How many were deleted.

        Raises:
            CancelledError: It was called off; the rest still lies there.
        """
        return self._delete_all(self.ids(among, before), progress)

    def empty_when_due(
        self, preferences: Preferences, *, sure: bool = False, progress: Progress = unheard
    ) -> Emptied:
        """Delete for ever what has lain in the bin for longer than the mentee wants it kept.

        1. By default nothing goes by itself, and never from a journal that may only be read.
        2. Where the clock has leapt since the journal was last seen, or the journal was brought back from a
           backup, nothing goes before the mentee has said that the date is right.
        3. A verified backup comes first, which rotation spares for weeks; without it nothing goes.

        Args:
            preferences: What the mentee wants.
            sure: Whether the mentee has said that the date is right.
            progress: Told the steps of the backup, then how many are gone, of how many.

        Raises:
            CannotExportError, DamagedError: The backup could not be made; nothing was deleted.
            CancelledError: It was called off; the rest still lies there.
        """
        now, seen = self._clock(), self._sighting()
        before = preferences.bin_kept_since(now)
        if before is None or self._store.read_only:
            return Emptied(now.date())
        due = self._whole.ids_in_bin(_BIN, before)  # behind the curtain too
        if due and not sure and (seen is None or not seen.believes(now)):
            return Emptied(now.date(), waiting=len(due))
        if not due or not (sure or (seen is not None and seen.may_empty(now))):
            self._see_again(now, seen)
            return Emptied(now.date())
        self._back_up(progress)
        gone = self._delete_all(due, progress)
        self._remember(Sighting(at=now, emptied_at=now))
        return Emptied(now.date(), gone=gone)

    def _delete_all(self, ids: Sequence[UUID], progress: Progress) -> int:
        gone = 0
        for start in range(0, len(ids), _AT_ONCE):
            gone += self._store.delete_from_bin(ids[start : start + _AT_ONCE])
            progress(min(start + _AT_ONCE, len(ids)), len(ids))
        return gone

    def _sighting(self) -> Sighting | None:
        return Sighting.from_json(self._store.setting(_SIGHTING))

    def _see_again(self, now: datetime, seen: Sighting | None) -> None:
        """Remember that the clock goes on as it should, at most once a day and only while it matters."""
        if seen is None or not seen.believes(now) or not lie_apart(now, seen.at, _SEEN_EVERY):
            return
        if self._whole.count(_BIN):
            self._remember(replace(seen, at=now))

    def _remember(self, sighting: Sighting) -> None:
        self._store.set_setting(_SIGHTING, sighting.to_json())


def doubt_the_clock(store: "Store") -> None:
    """Have a journal that was brought back ask before its bin empties itself."""
    if store.setting(_SIGHTING) is not None:
        store.set_setting(_SIGHTING, None)
