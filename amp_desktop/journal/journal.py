"""An open journal: one method a use case, one use case a transaction."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar
from uuid import UUID

from amp_desktop.domain.changes import Change, taken_back
from amp_desktop.domain.clock import Clock, today, utc_now
from amp_desktop.domain.entry import Entry, Kind
from amp_desktop.domain.json_value import Json
from amp_desktop.domain.kinds.registry import entry_type
from amp_desktop.domain.merge import Merge
from amp_desktop.domain.preferences import Preferences
from amp_desktop.domain.program import Program
from amp_desktop.domain.query import (
    PAGE_SIZE,
    Cursor,
    EntryQuery,
    EntryRow,
    Mark,
    Ranking,
    ResultPage,
    SearchHit,
    TagCount,
    Version,
)
from amp_desktop.domain.search.search_days import asks_for_today
from amp_desktop.domain.search.search_words import Search, parse
from amp_desktop.domain.spelling import SpellingChoices
from amp_desktop.domain.versions import brought_back, contents
from amp_desktop.journal import opening
from amp_desktop.journal.attaching_files import JournalAttachments
from amp_desktop.journal.calendar import JournalCalendar
from amp_desktop.journal.importing import JournalImporting
from amp_desktop.journal.keys import JournalKeys
from amp_desktop.journal.links import JournalLinks
from amp_desktop.journal.maintenance import JournalMaintenance
from amp_desktop.journal.searches import JournalSearches
from amp_desktop.journal.share import JournalSharing
from amp_desktop.journal.tagging import JournalTagging
from amp_desktop.journal.templates import JournalTemplates
from amp_desktop.journal.titles import JournalTitles
from amp_desktop.journal.trash import JournalBin
from amp_desktop.journal.unsaved import JournalUnsaved
from amp_desktop.vault import Cost, Keys

if TYPE_CHECKING:
    from amp_desktop.storage.store import Store

E = TypeVar("E", bound=Entry)

_EVERYTHING = EntryQuery()


class Journal:
    """One mentee's journal, open.

    It may be used from several threads; every method is one transaction and answers with frozen values. All
    methods raise children of `JournalError` for what can go wrong in the world.

    Attributes:
        folder: Where it stands.
        keys: Passphrase, recovery code and keyring.
        sharing: What could leave, what does, and what has.
        bin: What was deleted and can be had back, until it is emptied.
        keeping: Checks, backups and the full export.
        templates: What an entry can begin with.
        searches: The searches that are kept under a name.
        links: What leads from entry to entry.
        titles: Entries by a few letters of their titles.
        tagging: Other names for tags.
        calendar: On which days something was written, and what on this day.
        attachments: Pictures and files that entries refer to.
        importing: What other journals and exports hold, taken over.
        unsaved: What could not be saved and waits, encrypted, outside of the journal.
    """

    def __init__(self, folder: Path, keys: Keys, store: "Store", clock: Clock = utc_now) -> None:
        self.folder = folder
        self.keys = JournalKeys(folder, keys)
        self.sharing = JournalSharing(store, clock)
        self.templates = JournalTemplates(store, self.sharing)
        self.maintenance = JournalMaintenance(folder, keys.journal_id, store, self.templates, clock)
        self.bin = JournalBin(store, clock, self.maintenance.back_up_before_emptying)
        self.searches = JournalSearches(store)
        self.links = JournalLinks(store, clock)
        self.titles = JournalTitles(store)
        self.tagging = JournalTagging(store, self.searches, clock)
        self.calendar = JournalCalendar(store)
        self.attachments = JournalAttachments(store, clock)
        self.importing = JournalImporting(store, self.maintenance, self.attachments, clock)
        self._store = store
        self._clock = clock
        self._lag = ""
        self.unsaved = JournalUnsaved(keys, self.merge_entry, lambda: self.program, self.save_program)

    @classmethod
    def create(
        cls, folder: Path, passphrase: str, *, cost: Cost | None = None, clock: Clock = utc_now
    ) -> tuple[Self, str]:
        """Make an encrypted journal in `folder` and open it.

        Args:
            folder: A new or an empty folder, or one without a journal in it.
            passphrase: Any but an empty one.
            cost: What the key derivation costs; the default fits a desktop computer.
            clock: Tells the time.

        Returns:
            The journal, and its recovery code, which is shown to the mentee once and kept nowhere.

        Raises:
            JournalExistsError: A journal stands there already.
            InvalidValueError: The passphrase is empty, or the path is too long.
            NotSavedError: The folder cannot be written; nothing is left there.
        """
        keys, store, code = opening.create(folder, passphrase, cost)
        return cls(folder, keys, store, clock), code

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        passphrase: str | None = None,
        recovery_code: str | None = None,
        keyring: bool = False,
        apart: bool = False,
        clock: Clock = utc_now,
    ) -> Self:
        """Open the journal in `folder`, by the first of the ways that is given.

        Args:
            folder: Where it is.
            passphrase: What opens it,
            recovery_code: or this,
            keyring: or what the system's keyring holds.
            apart: Whether its keys are opened in a process of its own; for a program that goes on running.
            clock: Tells the time.

        Raises:
            NoJournalError: There is none.
            WrongPassphraseError: The passphrase, or the recovery code, does not open it.
            KeyringError: The keyring was to open it and cannot.
            DamagedError: Its files are damaged, or not a journal's.
            NewerJournalError: A newer version of the program wrote it.
        """
        keys = opening.unlock(
            folder, passphrase=passphrase, recovery_code=recovery_code, keyring=keyring, apart=apart
        )
        journal = cls(folder, keys, opening.open_store(folder, keys), clock)
        journal._lag = journal.maintenance.compare_with_backups()
        return journal

    @property
    def read_only(self) -> bool:
        """Whether its file or folder may only be read, so that nothing can be saved."""
        return self._store.read_only

    @property
    def disk_was_full(self) -> bool:
        """Whether it may only be read because its disk is full; saving works again once there is room."""
        return self._store.disk_was_full

    @property
    def findings(self) -> tuple[str, ...]:
        """What was wrong with its files when it was opened, each as a sentence for a person."""
        return (*self._store.findings, *filter(None, [self._lag]))

    def close(self) -> None:
        """Close it; nothing is written any more. Closing twice does no harm."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # Writing

    def new_entry(self, kind: Kind, day: date | None = None) -> Entry:
        """An empty entry of `day`, or of today, not stored: it exists when something is saved in it."""
        return entry_type(kind)(day=day or self.today())

    def save_entry(self, entry: E, base: Entry | None = None) -> E:
        """Write the entry, durable when this returns, and answer with it as it stands.

        An entry that is empty and was never stored is not written.

        Args:
            entry: What is to stand there.
            base: The state it was made from, as for `merge_entry`.
        """
        return self.merge_entry(entry, base).entry

    def merge_entry(self, entry: E, base: Entry | None = None) -> Merge[E]:
        """Write the entry, and take in what another process has written of it since `base`.

        What both sides changed apart is taken of both. Where they changed the same, `entry` stands, and what
        the other side wrote is kept as a version; so it is where no `base` is given.

        Args:
            entry: What is to stand there.
            base: The state it was made from; None for an entry that is new.
        """
        if entry.is_empty and not self._store.holds(entry.id):
            return Merge(entry)
        return self._store.save(replace(entry, updated_at=self._clock()), base=base)

    def save_entries(self, entries: Iterable[Entry]) -> int:
        """Write many entries as they are, in one transaction, and answer with how many."""
        return self._store.save_many(entries)

    def change_entries(
        self, ids: Iterable[UUID], how: Callable[[Entry], Entry]
    ) -> tuple[tuple[Entry, Entry], ...]:
        """Write what `how` makes of entries, in one transaction: of all of them, or of none.

        Returns:
            Each that became another, as it was and as it stands now.

        Raises:
            UnknownEntryError: One of them is gone.
        """
        now = self._clock()

        def changed(entry: Entry) -> Entry:
            after = how(entry)
            return entry if after == entry else replace(after, updated_at=now)

        return self._store.change(ids, changed)

    def pin(self, ids: Iterable[UUID], *, pinned: bool = True) -> tuple[Change, ...]:
        """Keep entries within reach, or no longer; they do not count as written for that.

        Returns:
            Those that were not so before.

        Raises:
            UnknownEntryError: One of them is gone.
        """
        return self._store.change(
            ids, lambda entry: entry if entry.pinned is pinned else replace(entry, pinned=pinned)
        )

    def put_in_bin(self, ids: Iterable[UUID]) -> None:
        """Move entries to the bin, from where they can be had back."""
        self.bin.put(ids)

    def take_from_bin(self, ids: Iterable[UUID]) -> None:
        """Bring entries back from the bin."""
        self.bin.take_out(ids)

    def delete_for_ever(self, ids: Iterable[UUID]) -> None:
        """Delete entries with their versions and what only they had attached: no way back but a backup."""
        self._store.delete(ids)

    def take_back(self, changes: Sequence[Change]) -> tuple[Change, ...]:
        """Undo changes, in one transaction, where nothing was written over them since.

        Returns:
            Each entry that became another; entries that are gone are passed over.
        """
        there = self._store.known_ids(after.id for _, after in changes)
        known = {after.id: (before, after) for before, after in changes if after.id in there}
        return self.change_entries(known, lambda entry: taken_back(entry, *known[entry.id]))

    def bring_back(self, entry_id: UUID, number: int) -> tuple[Change, ...]:
        """Make a kept version the entry's present state; the present state is kept as a version in turn.

        Whether it is shareable, on the agenda, pinned or in the bin stays as it is now. Links to the entry
        follow where that gives it another title.

        Returns:
            The entry, and those whose links followed, for `take_back`; nothing where nothing differs.

        Raises:
            UnknownEntryError: The entry is gone, or no such version was kept.
        """
        former, now = self._store.version(entry_id, number), self._clock()

        def how(present: Entry) -> Entry:
            after = brought_back(present, former)
            return present if contents(after) == contents(present) else replace(after, updated_at=now)

        changes = self._store.change([entry_id], how, keep_version=True)
        if not changes:
            return ()
        followed = self.links.follow_title(entry_id, changes[0][0].title)
        if followed is None:
            return changes
        itself = (changes[0][0], self._store.entry(entry_id))
        return (itself, *(change for change in followed.changes if change[1].id != entry_id))

    # Reading

    def entry(self, entry_id: UUID) -> Entry:
        """The entry with this id, in the bin or not.

        Raises:
            UnknownEntryError: There is none.
        """
        return self._store.entry(entry_id)

    def find_id(self, beginning: str) -> UUID:
        """The id that begins so, as people type it in a terminal.

        Raises:
            UnknownEntryError: No id, or more than one, begins so.
        """
        return self._store.find_id(beginning)

    def rows(
        self, query: EntryQuery = _EVERYTHING, after: Cursor | None = None, limit: int = PAGE_SIZE
    ) -> ResultPage[EntryRow]:
        """A page of a list, newest day first."""
        return self._store.rows(query, after, limit)

    def entries(self, query: EntryQuery = _EVERYTHING) -> Iterator[Entry]:
        """Every entry meant, newest day first, read as they are asked for."""
        return self._store.entries(query)

    def search(
        self,
        wanted: str | Search,
        query: EntryQuery = _EVERYTHING,
        after: Cursor | None = None,
        limit: int = PAGE_SIZE,
    ) -> ResultPage[SearchHit]:
        """A page of what a search finds among the entries that are meant, in the order that it asks for.

        Args:
            wanted: What was typed (`domain.search_words`), or the search read from it by `read_search`. What
                is not understood in it is passed over, so no input fails; nothing typed finds nothing.
            query: Among which entries.
            after: The end of the page before.
            limit: At most so many finds.
        """
        search = self.read_search(wanted) if isinstance(wanted, str) else wanted
        if search.is_empty:
            return ResultPage(())
        return self._store.search(search.within(query), after, limit)

    def found_ids(self, search: Search, query: EntryQuery = _EVERYTHING) -> tuple[UUID, ...]:
        """The ids of all that a search finds among the entries that are meant, newest day first."""
        return self._store.found_ids(search.within(query))

    def read_search(self, typed: str, ranking: Ranking = Ranking.NEWEST) -> Search:
        """The search that was typed, with what is not understood in it; a day ends when the mentee says.

        Args:
            typed: What was typed.
            ranking: The order that holds where none was typed.
        """
        return parse(typed, self.today() if asks_for_today(typed) else today(), ranking)

    def marks(self, search: Search, text: str) -> tuple[Mark, ...]:
        """Where in `text` the words of a search stand, in order, none overlapping."""
        from amp_desktop.storage.search.terms import SearchWords

        return SearchWords.of(search).marks(text)

    def count(self, query: EntryQuery = _EVERYTHING) -> int:
        """How many entries are meant."""
        return self._store.count(query)

    def tags(self) -> tuple[TagCount, ...]:
        """Every tag in use outside the bin, in the order of the alphabet."""
        return self._store.tags()

    def versions(self, entry_id: UUID) -> tuple[Version, ...]:
        """The kept versions of an entry, newest first."""
        return self._store.versions(entry_id)

    def version(self, entry_id: UUID, number: int) -> Entry:
        """The entry as it was in that version."""
        return self._store.version(entry_id, number)

    def data_version(self) -> int:
        """A number that changes when another process has written to the journal."""
        return self._store.data_version()

    # Program and preferences

    @property
    def program(self) -> Program:
        """What the mentee takes part in; empty until it is set."""
        data = self._store.setting("program")
        return Program.from_json(data) if isinstance(data, dict) else Program()

    def save_program(self, program: Program) -> None:
        """Keep the program."""
        self._keep("program", program.to_json())

    @property
    def preferences(self) -> Preferences:
        """How this journal behaves."""
        data = self._store.setting("preferences")
        return Preferences.from_json(data if isinstance(data, dict) else {})

    @property
    def spelling(self) -> SpellingChoices:
        """Own words and chosen languages."""
        return SpellingChoices.from_json(self._store.setting("spelling"))

    def save_spelling(self, choices: SpellingChoices) -> None:
        """Keep own words and chosen languages."""
        self._store.set_setting("spelling", choices.to_json())

    def today(self) -> date:
        """The day it is, by when the mentee's days end."""
        return self.preferences.today()

    def save_preferences(self, preferences: Preferences) -> None:
        """Keep the preferences."""
        self._keep("preferences", preferences.to_json())

    def _keep(self, name: str, values: dict[str, Json]) -> None:
        """Keep a setting; what a newer version has named in it besides stays as it is."""
        former = self._store.setting(name)
        self._store.set_setting(name, {**former, **values} if isinstance(former, dict) else values)
