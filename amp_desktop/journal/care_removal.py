"""Removal of self-care notes alone: from the journal, the share log and the backups, step by step.

1. `plan` tells what there is, and what will still hold them afterwards.
2. They are moved to the bin, as any entry is: they can be had back.
3. `finish` deletes them for ever, with their versions, with the texts of the share log and the chosen words
   in which they stand; it writes the file anew, so that no free page holds them, and every backup in the
   journal's folder, each verified before it takes the former one's place.
"""

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from amp_desktop import storage
from amp_desktop.domain.clock import Clock
from amp_desktop.domain.errors import DamagedError, JournalError
from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.domain.progress import Progress, unheard
from amp_desktop.domain.query import EntryQuery
from amp_desktop.journal.attachments import JournalAttachments
from amp_desktop.journal.location import BACKUPS
from amp_desktop.journal.share import JournalSharing
from amp_desktop.vault import Keys

if TYPE_CHECKING:
    from amp_desktop.domain.backup import Backup
    from amp_desktop.storage.store import Store

_CARE = frozenset({SelfCareNote.KIND})
_LAID_OUT = ".removing-self-care"
"""Beside the backups: where one of them is opened."""


@dataclass(frozen=True)
class CarePlan:
    """What a removal would take away.

    Attributes:
        notes: The self-care notes outside the bin.
        binned: Those that lie in it.
        shared: In how many texts of the share log any of them stands.
        backups: The backups in the journal's folder, which are all gone through.
    """

    notes: tuple[UUID, ...]
    binned: tuple[UUID, ...]
    shared: int
    backups: int


@dataclass(frozen=True)
class CareRemoved:
    """What was taken away.

    Attributes:
        notes: How many notes.
        shared: From how many texts of the share log.
        backups: From how many backups.
        left: Backups that could not be gone through, and what a repair once laid aside: they may hold some.
    """

    notes: int
    shared: int
    backups: int
    left: tuple[Path, ...] = ()


class CareRemoval:
    """Takes the self-care notes of an open journal away, and nothing else."""

    def __init__(
        self, folder: Path, keys: Keys, store: "Store", sharing: "JournalSharing", clock: Clock
    ) -> None:
        """Stand ready.

        Args:
            folder: The journal's.
            keys: What opens its backups, too.
            store: The whole journal.
            sharing: Keeps the share log and the drafts.
            clock: Tells the time.
        """
        self._folder, self._keys, self._clock = folder, keys, clock
        self._store, self._sharing = store, sharing

    def plan(self) -> CarePlan:
        """What there is to take away.

        Raises:
            JournalError: The journal cannot be read.
        """
        notes, binned = self._ids(self._store, binned=False), self._ids(self._store, binned=True)
        shared = self._sharing.count_logged((*notes, *binned))
        return CarePlan(notes, binned, shared, len(self._backups()))

    def finish(self, progress: Progress = unheard) -> CareRemoved:
        """Take away for ever what lies in the bin of them; there is no way back.

        Args:
            progress: Told the backups gone through, and their number.

        Raises:
            DamagedError: The journal is damaged; nothing was taken away.
            JournalError: It cannot be written.
        """
        found = self._store.check(unheard)
        if not found.is_whole:
            raise DamagedError(
                "The journal is damaged, so nothing was taken away.", "Restore the newest backup first."
            )
        ids = self._ids(self._store, binned=True)
        shared = self._remove(self._store, ids)
        self._store.scrub()
        backups, left = self._backups(), []
        # What a removal that was cut off had laid out holds the very notes that are to go.
        shutil.rmtree(self._folder / BACKUPS / _LAID_OUT, ignore_errors=True)
        for done, backup in enumerate(backups):
            progress(done, len(backups))
            try:
                self._clean(backup.path, ids)
            except (JournalError, OSError):
                left.append(backup.path)
        progress(len(backups), len(backups))
        passed = tuple(left)
        return CareRemoved(len(ids), shared, len(backups) - len(passed), (*passed, *self._laid_aside()))

    def _clean(self, path: Path, ids: Iterable[UUID]) -> None:
        """Take the notes out of one backup: those of now, and whichever others lie in its bin or stand there.

        A note that was deleted since stands in it still, and belongs to no journal any more: it goes too.
        """
        laid_out = path.parent / _LAID_OUT
        try:
            laid_out.mkdir(mode=0o700)
            storage.restore_backup(path, laid_out / "journal")
            database = laid_out / "journal" / storage.DATABASE
            store = storage.open_store(database, self._keys.data_key, self._keys.salt)
            try:
                kept = frozenset(self._ids(self._store, binned=False))
                there = {*ids, *self._ids(store, binned=False), *self._ids(store, binned=True)} - kept
                self._remove(store, there)
                store.rewrite_backup(path)
            finally:
                store.close()
        finally:
            shutil.rmtree(laid_out, ignore_errors=True)

    def _remove(self, store: "Store", ids: Iterable[UUID]) -> int:
        """Delete notes, what was worded of them, and the texts of the share log in which they stand.

        Returns:
            From how many texts.
        """
        gone = tuple(ids)
        sharing = JournalSharing(store, self._clock)
        sharing.forget_in_drafts(gone)
        sharing.forget_picture_words(gone)
        shared = store.delete_shared_texts(gone)
        store.delete(gone)  # last: what knows their ids can be begun anew wherever it was cut off
        attachments = JournalAttachments(store, self._clock)
        attachments.let_go(store.attachments.left_behind)
        attachments.sweep()
        return shared

    def _ids(self, store: "Store", *, binned: bool) -> tuple[UUID, ...]:
        query = EntryQuery(kinds=_CARE, binned=binned)
        return tuple(entry.id for entry in store.whole().entries(query))

    def _laid_aside(self) -> Iterator[Path]:
        """Copies of the file, or of its log, that a repair kept: words may have to be found in them again."""
        own = {storage.DATABASE + end for end in ("", "-wal", "-shm", "-journal")}
        for path in sorted(self._folder.glob(f"{storage.DATABASE}*")):
            if path.name not in own and path.is_file():
                yield path

    def _backups(self) -> "tuple[Backup, ...]":
        return storage.backups_in(self._folder / BACKUPS, str(self._keys.journal_id))
