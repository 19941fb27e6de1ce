"""`Store`: the journal's file as the rest of the program sees it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import TypeVar
from uuid import UUID, uuid4

from sqlalchemy import Connection

from amp_desktop.domain.backup import Backup
from amp_desktop.domain.changes import Change
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.json_value import Json
from amp_desktop.domain.merge import Merge
from amp_desktop.domain.progress import Progress, unheard
from amp_desktop.domain.query import (
    PAGE_SIZE,
    Cursor,
    EntryQuery,
    EntryRow,
    IntegrityReport,
    ResultPage,
    SearchHit,
    TagCount,
    TitledEntry,
    Version,
)
from amp_desktop.domain.search.search_words import Search
from amp_desktop.domain.share import Share
from amp_desktop.storage import (
    backup,
    binned,
    creation,
    entries,
    integrity,
    lists,
    pages,
    renaming,
    settings,
    shares,
    tally,
    versions,
)
from amp_desktop.storage.attachments.attached import AttachmentStore
from amp_desktop.storage.engine import Database
from amp_desktop.storage.opening import MISSING, open_database
from amp_desktop.storage.own_states import OwnStates
from amp_desktop.storage.search import search, titles

E = TypeVar("E", bound=Entry)
T = TypeVar("T")

_EVERYTHING = EntryQuery()
_STREAM_PAGE = 200
_BULK = 500


class Store:
    """The encrypted file, open. One method is one transaction; only values of the domain go in and out.

    It may be used by several threads. Every method raises a `JournalError` for what the world does (see
    `failures`), and what a failed method was to write is not written, not even in part.

    Attributes:
        attachments: Pictures and files.
    """

    def __init__(self, database: Database) -> None:
        self.attachments = AttachmentStore(database)
        self._database = database
        self._own = OwnStates()

    @classmethod
    def create(cls, path: Path, key: bytes, salt: bytes, *, claimed: bool = False) -> "Store":
        """Make a new journal's file and open it.

        Args:
            path: Where; nothing may stand there.
            key: The 32 bytes of the data key.
            salt: 16 random bytes, kept with the key slots.
            claimed: Whether the caller has made the empty file already (see `creation.claim`).

        Raises:
            JournalExistsError: Something stands there already.
        """
        if not claimed:
            creation.claim(path)
        creation.fill(path, key, salt)
        return cls(open_database(path, key, salt))

    @classmethod
    def open(cls, path: Path, key: bytes, salt: bytes, *, read_only: bool = False) -> "Store":
        """Open a journal's file; `opening.open_database` tells how, and what is refused."""
        return cls(open_database(path, key, salt, read_only=read_only))

    @property
    def path(self) -> Path:
        """The journal's file."""
        return self._database.path

    @property
    def read_only(self) -> bool:
        """Whether the file, its folder or its medium allows reading only; writing raises `ReadOnlyError`."""
        return self._database.read_only

    @property
    def disk_was_full(self) -> bool:
        """Whether it can only be read because the disk has no room; writing tries anew whether it has."""
        return self._database.disk_was_full

    @property
    def findings(self) -> tuple[str, ...]:
        """What was found when it was opened, each as a sentence for a person."""
        return self._database.findings

    @property
    def changed(self) -> bool:
        """Whether anything was written since it was opened."""
        return self._database.commits > 0

    def close(self) -> None:
        """Close the file. Closing twice does no harm."""
        self._database.close()

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # Entries

    def save(self, entry: E, *, base: Entry | None = None, keep_version: bool | None = None) -> Merge[E]:
        """Save the entry, new or not. When this returns, it survives a power cut.

        The state that it replaces is kept if `keep_version` says so; None leaves that to
        `domain.versions.keeps_version`.

        Args:
            entry: What is to stand there.
            base: The state it was made from: what another process has changed since is taken in.
            keep_version: Whether to keep the state that is replaced.
        """

        def work(connection: Connection) -> Merge[E]:
            return entries.save(connection, entry, base=base, keep_version=keep_version, own=self._own)

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
        return self._database.read(entries.load, entry_id)

    def several(self, entry_ids: Iterable[UUID]) -> tuple[Entry, ...]:
        """These entries, in the bin or not, in this order and each once.

        Raises:
            UnknownEntryError: There is none with one of these ids.
        """
        return self._database.read(entries.several, tuple(entry_ids))

    def find_id(self, beginning: str) -> UUID:
        """The id that begins with these characters.

        Raises:
            UnknownEntryError: None does.
            InvalidValueError: Several do.
        """
        return self._database.read(lists.find_id, beginning)

    def holds(self, entry_id: UUID) -> bool:
        """Whether there is an entry with this id, in the bin or not."""
        return self._database.read(entries.holds, entry_id)

    def known_ids(self, entry_ids: Iterable[UUID]) -> frozenset[UUID]:
        """Those of these ids that entries bear, in the bin or not."""
        return frozenset(self._database.read(entries.known_ids, tuple(entry_ids)))

    def set_binned(self, entry_ids: Iterable[UUID], binned_at: datetime | None) -> None:
        """Move entries to the bin, or with None back: all of them, or none.

        Raises:
            UnknownEntryError: There is none with one of these ids.
        """
        self._database.write(entries.set_binned, tuple(entry_ids), binned_at)

    def change(
        self, entry_ids: Iterable[UUID], how: Callable[[Entry], Entry], *, keep_version: bool | None = None
    ) -> tuple[Change, ...]:
        """Save what `how` makes of these entries: of all of them, or of none.

        Args:
            entry_ids: Which.
            how: What becomes of each, as it stands now.
            keep_version: Whether the states that are replaced are kept, as for `save`.

        Returns:
            Each that became another, before and after.

        Raises:
            UnknownEntryError: There is none with one of these ids.
        """
        return self._database.write(
            entries.change, tuple(entry_ids), how, keep_version=keep_version, own=self._own
        )

    def delete(self, entry_ids: Iterable[UUID]) -> None:
        """Delete entries for ever, with their versions and the links to them; unknown ids are passed over.

        What only they referred to stays until it is let go of (see `AttachmentStore.left_behind`).
        """
        self.attachments.leave_behind(self._database.write(entries.remove, tuple(entry_ids)))

    # The bin

    def ids_in_bin(self, query: EntryQuery, before: datetime | None = None) -> tuple[UUID, ...]:
        """The entries in the bin that are meant, or those of them put there before an instant."""
        return self._database.read(binned.ids, query, before)

    def delete_from_bin(self, entry_ids: Iterable[UUID]) -> int:
        """Delete for ever those of these entries that still lie in the bin; answers with how many."""
        gone, left_behind = self._database.write(binned.remove, tuple(entry_ids))
        self.attachments.leave_behind(left_behind)
        return gone

    # Lists and search

    def rows(
        self, query: EntryQuery = _EVERYTHING, after: Cursor | None = None, limit: int = PAGE_SIZE
    ) -> ResultPage[EntryRow]:
        """A page of the entries that are meant, newest day first, as a list shows them."""
        return self._database.read(lists.rows, query, after, limit)

    def entries(self, query: EntryQuery = _EVERYTHING) -> Iterator[Entry]:
        """All entries that are meant, newest day first, read in pages as they are asked for."""
        return _all_pages(lambda after: self._database.read(lists.entries, query, after, _STREAM_PAGE), None)

    def search(
        self, wanted: Search, after: Cursor | None = None, limit: int = PAGE_SIZE
    ) -> ResultPage[SearchHit]:
        """A page of what a search finds, in the order that it asks for.

        Whatever was typed, it never raises for it. What fits best is looked for among the newest finds (see
        `pages.MOST_RANKED`).
        """
        return self._database.read(search.search, wanted, after, limit)

    def found_ids(self, wanted: Search) -> tuple[UUID, ...]:
        """The ids of all that a search finds, newest day first; an empty search finds everything."""
        return self._database.read(search.ids, wanted)

    def count(self, query: EntryQuery = _EVERYTHING) -> int:
        """How many entries are meant."""
        return self._database.read(pages.count, query)

    def count_by_day(self, query: EntryQuery = _EVERYTHING) -> dict[date, int]:
        """How many of the entries that are meant stand on each day that has any, oldest day first."""
        return self._database.read(pages.count_by_day, query)

    def first_day(self, query: EntryQuery = _EVERYTHING) -> date | None:
        """The oldest day that an entry that is meant stands on, or None."""
        return self._database.read(pages.first_day, query)

    def tags(self) -> tuple[TagCount, ...]:
        """The tags of entries outside the bin, in the order of the alphabet."""
        return self._database.read(lists.tags)

    def links_to(
        self, entry_id: UUID, after: Cursor | None = None, limit: int = PAGE_SIZE
    ) -> ResultPage[EntryRow]:
        """A page of the entries outside the bin that point to this one, by hand or by `[[its title]]`."""
        return self._database.read(titles.links_to, entry_id, after, limit)

    def links_from(
        self, entry_id: UUID, after: Cursor | None = None, limit: int = PAGE_SIZE
    ) -> ResultPage[EntryRow]:
        """A page of the entries outside the bin that this one points to, by hand or by `[[their title]]`."""
        return self._database.read(titles.links_from, entry_id, after, limit)

    def titles_beginning(self, typed: str, limit: int, *, each: bool = False) -> tuple[TitledEntry, ...]:
        """Entries whose titles fit what is typed (see `titles.beginning`)."""
        return self._database.read(titles.beginning, typed, limit, each=each)

    def titled(self, ids: Iterable[UUID]) -> tuple[TitledEntry, ...]:
        """Those of these entries that have a title and are not in the bin, in this order."""
        return self._database.read(titles.titled, tuple(ids))

    def ids_by_title(self, named: Iterable[str]) -> dict[str, UUID]:
        """For each of these titles that an entry outside the bin bears, the newest such entry."""
        return self._database.read(titles.ids_by_title, tuple(named))

    def follow_title(
        self, entry_id: UUID, former: str, now: datetime, *, joining: bool = False
    ) -> tuple[Change, ...]:
        """Have the links to an entry's former title follow it (see `renaming.follow_title`).

        Raises:
            UnknownEntryError: There is no such entry.
        """
        return self._database.write(renaming.follow_title, entry_id, former, now, joining=joining)

    def would_join(self, entry_id: UUID, former: str) -> int:
        """In how many entries links do not follow, since another entry bears the title too.

        Raises:
            UnknownEntryError: There is no such entry.
        """
        return self._database.read(renaming.would_join, entry_id, former)

    def keep_title(self, entry_id: UUID, former: str) -> None:
        """Where links lead to the former title of an entry that has none now, have a version keep it.

        Raises:
            UnknownEntryError: There is no such entry.
        """
        if self._database.read(renaming.loses_title, entry_id, former):
            self._database.write(renaming.keep_title, entry_id, former)

    def last_title(self, entry_id: UUID) -> str:
        """The title of the newest kept version that had one, or an empty string."""
        return self._database.read(versions.last_title, entry_id)

    def rename_tag(
        self, former: str, tag: str, now: datetime, progress: Progress = unheard
    ) -> tuple[Change, ...]:
        """Call a tag otherwise in every entry, or with an empty `tag` take it away.

        Raises:
            CancelledError: `progress` called it off.
        """
        return self._database.write(renaming.rename_tag, former, tag, now, progress)

    def titles(self) -> Iterator[tuple[UUID, str]]:
        """The id and title of every entry that has a title, the bin included, oldest day first."""
        return _all_pages(lambda after: self._database.read(lists.titles, after or 0, 10 * _STREAM_PAGE), 0)

    # Versions

    def versions(self, entry_id: UUID) -> tuple[Version, ...]:
        """The kept former states of an entry, newest first."""
        return self._database.read(versions.kept, entry_id)

    def version(self, entry_id: UUID, number: int) -> Entry:
        """The entry as it was.

        Raises:
            UnknownEntryError: No such state was kept.
        """
        return self._database.read(versions.load, entry_id, number)

    # Settings and share log

    def setting(self, name: str) -> Json:
        """The value kept under `name`, or None."""
        return self._database.read(settings.load, name)

    def set_setting(self, name: str, value: Json) -> None:
        """Keep a value under `name`."""
        self._database.write(settings.save, name, value)

    def record_share(self, share: Share) -> None:
        """Add to the share log what left."""
        self._database.write(shares.record, share)

    def take_out_share(self, share_id: UUID) -> None:
        """Take out of the share log what was noted and then did not leave."""
        self._database.write(shares.take_out, share_id)

    def shares(self, after: Cursor | None = None, limit: int = PAGE_SIZE) -> ResultPage[Share]:
        """A page of the share log, newest first."""
        return self._database.read(shares.page, after, limit)

    def count_shares_with(self, entry_ids: Iterable[UUID]) -> int:
        """In how many texts of the share log any of these entries stands."""
        return len(self._database.read(shares.holding, tuple(entry_ids)))

    def delete_shared_texts(self, entry_ids: Iterable[UUID]) -> int:
        """Delete from the share log the texts that hold any of these entries; answers with how many."""
        return self._database.write(shares.delete_texts, tuple(entry_ids))

    # The file

    def check(self, progress: Progress = unheard) -> IntegrityReport:
        """Look through the whole file (see `integrity.check`); it may be written meanwhile.

        Raises:
            CancelledError: `progress` called it off.
        """
        with self._database.raw_connection() as connection:
            found = integrity.check(connection, self.path, progress, read_only=self.read_only)
        lacking = tuple(finding for finding in self.findings if finding == MISSING)
        return replace(found, findings=(*lacking, *found.findings))

    def back_up(
        self,
        folder: Path,
        keys: bytes,
        *,
        now: datetime,
        occasion: str = "",
        progress: Progress = unheard,
    ) -> Backup:
        """Make a verified backup in `folder` (see `backup.make`); it may be written meanwhile.

        Args:
            folder: Made if it is not there.
            keys: The content of `keys.json`.
            now: The instant it is, UTC.
            occasion: Why, for a backup that outlives the ordinary ones; nothing for an ordinary one.
            progress: Called with the steps done and their number.

        Raises:
            CancelledError: `progress` called it off; nothing is left behind.
            CannotExportError: The folder cannot be written.
            DamagedError: The journal is damaged.
        """
        with self._database.raw_connection() as connection:
            return backup.make(
                connection,
                folder,
                keys,
                self._database.connect_to_copy,
                now=now,
                occasion=occasion,
                progress=progress,
            )

    def begin_lineage(self) -> None:
        """Have the journal's backups told from those of the journal that it was brought back from."""
        self.set_setting(backup.LINEAGE, uuid4().hex)

    def is_held_by(self, made: Backup) -> bool:
        """Whether a backup holds all there is."""
        return made.commits == self.commits() and made.lineage == (self.setting(backup.LINEAGE) or "")

    def commits(self) -> int:
        """How many transactions have changed the journal since it was made, by whichever process.

        A backup with the same number (`Backup.commits`) holds all there is.
        """
        return self._database.read(tally.commits)

    def count_beyond(self, other: int) -> None:
        """Go on counting the transactions beyond `other`, which a backup of this journal has counted."""
        self._database.write(tally.count_beyond, other)

    def data_version(self) -> int:
        """A number that changes when something else than this store has written, such as a terminal."""
        return self._database.read(tally.commits) - self._database.commits


def _save_many(connection: Connection, many: Iterator[Entry], total: int, progress: Progress) -> int:
    done = 0
    while batch := list(islice(many, _BULK)):
        entries.save_many(connection, batch)
        done += len(batch)
        progress(done, max(done, total))
    return done


def _all_pages(page: Callable[[Cursor | None], ResultPage[T]], first: Cursor | None) -> Iterator[T]:
    after = first
    while True:
        got = page(after)
        yield from got.items
        if got.next is None:
            return
        after = got.next
