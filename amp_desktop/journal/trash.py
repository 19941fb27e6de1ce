"""The bin of an open journal: how much lies in it, and emptying it, by hand or after a time."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from amp_desktop.domain.clock import utc_now
from amp_desktop.domain.preferences import Preferences
from amp_desktop.domain.progress import Progress, unheard
from amp_desktop.domain.query import EVERYTHING, EntryQuery

if TYPE_CHECKING:
    from amp_desktop.storage.store import Store

_AT_ONCE = 50
"""So many are deleted in one transaction, so that what is being written meanwhile need not wait for all."""


class JournalBin:
    """What was deleted and can still be had back."""

    def __init__(self, store: "Store") -> None:
        self._store = store

    def count(self, among: EntryQuery = EVERYTHING) -> int:
        """How many of the entries that `among` means lie in the bin."""
        return self._store.count(replace(among, binned=True))

    def ids(self, among: EntryQuery = EVERYTHING, before: datetime | None = None) -> tuple[UUID, ...]:
        """Which of the entries that `among` means lie in the bin, or were put there before an instant."""
        return self._store.ids_in_bin(replace(among, binned=True), before)

    def gone(self, ids: Iterable[UUID]) -> tuple[UUID, ...]:
        """Those of these entries that the journal does not hold any more."""
        return tuple(entry_id for entry_id in ids if not self._store.holds(entry_id))

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
        ids = self.ids(among, before)
        gone = 0
        for start in range(0, len(ids), _AT_ONCE):
            gone += self._store.delete_from_bin(ids[start : start + _AT_ONCE])
            progress(min(start + _AT_ONCE, len(ids)), len(ids))
        return gone

    def empty_when_due(
        self, preferences: Preferences, now: datetime | None = None, progress: Progress = unheard
    ) -> int:
        """Delete for ever what has lain in the bin for longer than the mentee wants it kept.

        Args:
            preferences: What the mentee wants; by default nothing goes by itself.
            now: The instant it is, UTC; by default this one.
            progress: Told how many are gone, of how many.

        Returns:
            How many were deleted.
        """
        before = preferences.bin_kept_since(now or utc_now())
        if before is None or self._store.read_only:
            return 0
        return self.empty(before=before, progress=progress)
