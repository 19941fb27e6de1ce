"""An open journal: one method a use case, one use case a transaction."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar
from uuid import UUID

from amp_desktop.domain.changes import Change, taken_back
from amp_desktop.domain.clock import Clock, utc_now
from amp_desktop.domain.entry import Entry, Kind
from amp_desktop.domain.kinds.registry import entry_type
from amp_desktop.domain.merge import Merge
from amp_desktop.domain.versions import brought_back, contents
from amp_desktop.journal import opening
from amp_desktop.journal.attachments import JournalAttachments
from amp_desktop.journal.bin import JournalBin
from amp_desktop.journal.calendar import JournalCalendar
from amp_desktop.journal.calendar_file import JournalCalendarFile
from amp_desktop.journal.care_removal import CareRemoval
from amp_desktop.journal.curtain import JournalCurtain
from amp_desktop.journal.evaluations import JournalEvaluations
from amp_desktop.journal.evidence import JournalEvidence
from amp_desktop.journal.importing import JournalImporting
from amp_desktop.journal.incidents import JournalIncidents
from amp_desktop.journal.insights import JournalInsights
from amp_desktop.journal.keys import JournalKeys
from amp_desktop.journal.links import JournalLinks
from amp_desktop.journal.maintenance import JournalMaintenance
from amp_desktop.journal.meeting_series import MeetingSeries
from amp_desktop.journal.meetings import JournalMeetings
from amp_desktop.journal.proofs import JournalProofs
from amp_desktop.journal.reading import JournalReading
from amp_desktop.journal.searches import JournalSearches
from amp_desktop.journal.share import JournalSharing
from amp_desktop.journal.tagging import JournalTagging
from amp_desktop.journal.templates import JournalTemplates
from amp_desktop.journal.titles import JournalTitles
from amp_desktop.journal.unsaved import JournalUnsaved
from amp_desktop.journal.waiting import JournalWaiting
from amp_desktop.vault import Cost, Keys

if TYPE_CHECKING:
    from amp_desktop.storage.store import Store

E = TypeVar("E", bound=Entry)


class Journal(JournalReading):
    """One mentee's journal, open.

    It may be used from several threads; every method is one transaction and answers with frozen values. All
    methods raise children of `JournalError` for what can go wrong in the world.

    Attributes:
        folder: Where it stands.
        keys: Passphrase, recovery code and keyring.
        sharing: What could leave, what does, and what has.
        bin: What was deleted and can be had back, until it is emptied.
        maintenance: Checks, backups and the full export.
        templates: What an entry can begin with.
        searches: The searches that are kept under a name.
        links: What leads from entry to entry.
        titles: Entries by a few letters of their titles.
        tagging: Other names for tags.
        calendar: On which days something was written, and what on this day.
        calendar_file: Meetings and evaluations for a calendar, without a word of the journal.
        attachments: Pictures and files that entries refer to.
        meetings: The next one, its agenda and what was agreed.
        insights: What is to be seen of some time, for the mentee alone.
        waiting: Who owes whom an answer.
        evidence: What carries the topics of an evaluation and of a nomination.
        proofs: What speaks against a doubt.
        evaluations: The pads of the program's evaluations.
        care_removal: Removal of self-care notes alone, for good.
        incidents: The protected reports of incidents.
        importing: What other journals and exports hold, taken over.
        curtain: The inner curtain, which hides care and sealed entries.
        unsaved: What could not be saved and waits, encrypted, outside of the journal.
    """

    def __init__(self, folder: Path, keys: Keys, store: "Store", clock: Clock = utc_now) -> None:
        self.folder = folder
        self.keys = JournalKeys(folder, keys)
        whole, outward = store.whole(), store.without_sealed()
        self.curtain = JournalCurtain(store)
        self.sharing = JournalSharing(store, clock)
        self.calendar_file = JournalCalendarFile(keys.journal_id, outward, self.sharing, clock)
        self.templates = JournalTemplates(store, self.sharing, clock)
        self.maintenance = JournalMaintenance(folder, keys.journal_id, whole, self.templates, clock)
        self.bin = JournalBin(store, clock, self.maintenance.back_up_before_emptying)
        self.searches = JournalSearches(store)
        self.links = JournalLinks(store, clock)
        self.titles = JournalTitles(store)
        self.tagging = JournalTagging(store, self.searches, clock)
        self.calendar = JournalCalendar(store)
        self.attachments = JournalAttachments(store, clock)
        self.meetings = JournalMeetings(outward, clock)
        self.waiting = JournalWaiting(outward)
        self._series = MeetingSeries(whole, clock)
        self.evidence = JournalEvidence(outward)
        self.insights = JournalInsights(store)
        self.proofs = JournalProofs(outward)
        self.evaluations = JournalEvaluations(store, clock)
        self.incidents = JournalIncidents(store, self.sharing, clock)
        self.care_removal = CareRemoval(folder, keys, whole, self.sharing, clock)
        self.importing = JournalImporting(whole, self.maintenance, self.attachments, clock)
        self._store = store
        self._whole = whole
        self._store.dating.clock = clock
        self._clock = clock
        self._lag = ""
        self.unsaved = JournalUnsaved(keys, store, self.merge_entry, self.change_program)

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

    def merge_entry(self, entry: E, base: Entry | None = None, *, going_back: bool = False) -> Merge[E]:
        """Write the entry, and take in what another process has written of it since `base`.

        What both sides changed apart is taken of both. Where they changed the same, `entry` stands, and what
        the other side wrote is kept as a version; so it is where no `base` is given.

        What became true of it, such as that a step is done, gets the day it is (see `domain.dated_facts`).

        Args:
            entry: What is to stand there.
            base: The state it was made from; None for an entry that is new.
            going_back: Whether it was made by an undo: then what is true again has its former day.
        """
        if entry.is_empty and not self._whole.holds(entry.id):
            return Merge(entry)
        stamped = entry.saved_at(self._clock())
        return self._store.save(stamped, base=base, going_back=going_back)

    def save_entries(self, entries: Iterable[Entry]) -> int:
        """Write many entries as they are, days included, in one transaction, and answer with how many."""
        return self._store.save_many(entries)

    def change_entries(
        self, ids: Iterable[UUID], how: Callable[[Entry], Entry], *, as_it_is: bool = False
    ) -> tuple[tuple[Entry, Entry], ...]:
        """Write what `how` makes of entries, in one transaction: of all of them, or of none.

        Args:
            ids: Which.
            how: What becomes of each, as it stands now.
            as_it_is: Whether what becomes true keeps the days that it comes with, for what once was so.

        Returns:
            Each that became another, as it was and as it stands now.

        Raises:
            UnknownEntryError: One of them is gone.
        """
        now = self._clock()

        def changed(entry: Entry) -> Entry:
            after = how(entry)
            return entry if after == entry else after.saved_at(now)

        with self._store.at_once():
            return self._series.kept(self._store.change(ids, changed, as_it_is=as_it_is))

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
        """Bring entries back from the bin; a meeting whose series goes on without it becomes a single one."""
        back = tuple(ids)
        with self._store.at_once():
            self.bin.take_out(back)
            self._series.let_go(back)

    def delete_for_ever(self, ids: Iterable[UUID]) -> None:
        """Delete entries with their versions and what only they had attached: no way back but a backup."""
        self._store.delete(ids)

    def take_back(self, changes: Sequence[Change]) -> tuple[Change, ...]:
        """Undo changes, in one transaction, where nothing was written over them since.

        Returns:
            Each entry that became another; entries that are gone are passed over.
        """
        there = self._whole.known_ids(after.id for _, after in changes)
        known = {after.id: (before, after) for before, after in changes if after.id in there}
        return self.change_entries(known, lambda entry: taken_back(entry, *known[entry.id]), as_it_is=True)

    def bring_back(self, entry_id: UUID, number: int) -> tuple[Change, ...]:
        """Make a kept version the entry's present state; the present state is kept as a version in turn.

        Whether it is shareable, on the agenda, pinned or in the bin stays as it is now. Links to the entry
        follow where that gives it another title.

        Returns:
            The entry, and those whose links followed, for `take_back`; nothing where nothing differs.

        Raises:
            UnknownEntryError: The entry is gone, or no such version was kept.
        """
        former, now = self._whole.version(entry_id, number), self._clock()

        def how(present: Entry) -> Entry:
            after = brought_back(present, former)
            return present if contents(after) == contents(present) else after.saved_at(now)

        with self._store.at_once():
            changes = self._series.kept(self._store.change([entry_id], how, keep_version=True, as_it_is=True))
            if not changes:
                return ()
            followed = self.links.follow_title(entry_id, changes[0][0].title)
            if followed is None:
                return changes
            itself = (changes[0][0], self._whole.entry(entry_id))
        also = (change for change in (*changes[1:], *followed.changes) if change[1].id != entry_id)
        return (itself, *also)
