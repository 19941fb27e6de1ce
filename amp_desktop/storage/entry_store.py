"""The part of `Store` that writes entries, reads single ones, and takes them away."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice
from typing import TypeVar
from uuid import UUID

from sqlalchemy import Connection

from amp_desktop.domain.changes import Change
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.merge import Merge
from amp_desktop.domain.progress import Progress, unheard
from amp_desktop.domain.query import (
    EntryQuery,
)
from amp_desktop.storage import (
    binned,
    dating,
    entries,
    lists,
)
from amp_desktop.storage.attachments.attachment_store import AttachmentStore
from amp_desktop.storage.dating import Dating
from amp_desktop.storage.own_states import OwnStates
from amp_desktop.storage.reading import ReadingStore

E = TypeVar("E", bound=Entry)

_BULK = 500


class EntryStore(ReadingStore):
    """Entries one by one and in numbers, the bin included. One method is one transaction."""

    attachments: AttachmentStore
    _own: OwnStates
    dating: Dating

    def save(
        self,
        entry: E,
        *,
        base: Entry | None = None,
        keep_version: bool | None = None,
        going_back: bool = False,
    ) -> Merge[E]:
        """Save the entry, new or not. When this returns, it survives a power cut.

        The state that it replaces is kept if `keep_version` says so; None leaves that to
        `domain.versions.keeps_version`.

        Args:
            entry: What is to stand there.
            base: The state it was made from: what another process has changed since is taken in.
            keep_version: Whether to keep the state that is replaced.
            going_back: Whether it was made by an undo (see `Dating.dated`).
        """

        def work(connection: Connection) -> Merge[E]:
            dated = self.dating.within(connection, going_back=going_back)
            return entries.save(
                connection, entry, base=base, keep_version=keep_version, own=self._own, dated=dated
            )

        return self._database.write(work)

    def save_many(self, many: Iterable[Entry], *, total: int = 0, progress: Progress = unheard) -> int:
        """Save entries in one transaction: all of them, or none. States that they replace are kept.

        Returns:
            How many were saved.
        """
        return self._database.write(_save_many, iter(many), total, progress)

    def entry(self, entry_id: UUID) -> Entry:
        """The whole entry, in the bin or not.

        Raises:
            UnknownEntryError: There is none with this id.
        """
        return self._read(entries.load, entry_id)

    def several(self, entry_ids: Iterable[UUID]) -> tuple[Entry, ...]:
        """These entries, in the bin or not, in this order and each once.

        Raises:
            UnknownEntryError: There is none with one of these ids.
        """
        ids = tuple(entry_ids)
        return self._read(entries.several, ids) if ids else ()

    def find_id(self, beginning: str) -> UUID:
        """The id that begins with these characters.

        Raises:
            UnknownEntryError: None does.
            InvalidValueError: Several do.
        """
        return self._read(lists.find_id, beginning)

    def holds(self, entry_id: UUID) -> bool:
        """Whether there is an entry with this id, in the bin or not."""
        return self._read(entries.holds, entry_id)

    def known_ids(self, entry_ids: Iterable[UUID]) -> frozenset[UUID]:
        """Those of these ids that entries bear, in the bin or not."""
        ids = tuple(entry_ids)
        return frozenset(self._read(entries.known_ids, ids)) if ids else frozenset()

    def set_binned(self, entry_ids: Iterable[UUID], binned_at: datetime | None) -> None:
        """Move entries to the bin, or with None back: all of them, or none.

        Raises:
            UnknownEntryError: There is none with one of these ids.
        """
        self._database.write(entries.set_binned, tuple(entry_ids), binned_at)

    def change(
        self,
        entry_ids: Iterable[UUID],
        how: Callable[[Entry], Entry],
        *,
        keep_version: bool | None = None,
        as_it_is: bool = False,
        new: Sequence[Entry] = (),
    ) -> tuple[Change, ...]:
        """Save what `how` makes of these entries: of all of them, or of none.

        Args:
            entry_ids: Which.
            how: What becomes of each, as it stands now.
            keep_version: Whether the states that are replaced are kept, as for `save`.
            as_it_is: Whether nothing that becomes true is given a day.
            new: Entries that are saved with them, or with them not.

        Returns:
            Each that became another, before and after.

        Raises:
            UnknownEntryError: There is none with one of these ids.
        """

        def work(connection: Connection) -> tuple[Change, ...]:
            dated = dating.as_it_is if as_it_is else self.dating.within(connection)
            changes = entries.change(
                connection, tuple(entry_ids), how, keep_version=keep_version, own=self._own, dated=dated
            )
            entries.save_many(connection, new)
            return changes

        return self._database.write(work)

    def delete(self, entry_ids: Iterable[UUID]) -> None:
        """Delete entries for ever, with their versions and the links to them; unknown ids are passed over.

        What only they referred to stays until it is let go of (see `AttachmentStore.left_behind`).
        """
        self.attachments.leave_behind(self._database.write(entries.remove, tuple(entry_ids)))

    # The bin

    def ids_in_bin(self, query: EntryQuery, before: datetime | None = None) -> tuple[UUID, ...]:
        """The entries in the bin that are meant, or those of them put there before an instant."""
        return self._read(binned.ids, query, before)

    def delete_from_bin(self, entry_ids: Iterable[UUID]) -> int:
        """Delete for ever those of these entries that still lie in the bin; answers with how many."""
        gone, left_behind = self._database.write(binned.remove, tuple(entry_ids))
        self.attachments.leave_behind(left_behind)
        return gone


def _save_many(connection: Connection, many: Iterator[Entry], total: int, progress: Progress) -> int:
    done = 0
    while batch := list(islice(many, _BULK)):
        entries.save_many(connection, batch)
        done += len(batch)
        progress(done, max(done, total))
    return done
