"""The open journal as the pages see it: they write through it, and all of them hear what changed."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Protocol, TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from amp_desktop.domain.changes import Change
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.merge import Merge
from amp_desktop.domain.offers import OffersAnswered
from amp_desktop.domain.preferences import Preferences
from amp_desktop.domain.program import Program
from amp_desktop.domain.search.saved_search import SavedSearch
from amp_desktop.domain.spelling import SpellingChoices
from amp_desktop.domain.unsaved import Unsaved
from amp_desktop.domain.waiting import WaitingDays
from amp_desktop.journal import Journal
from amp_desktop.journal.links import Retitled

if TYPE_CHECKING:
    from amp_desktop.ui.platform.temporary_copies import TemporaryCopies

E = TypeVar("E", bound=Entry)


class Unfinished(Protocol):
    """Work on a journal that goes on while it is being locked, such as attaching a file."""

    def finish(self, journal: "Journal") -> bool:
        """Wait for its end and write what comes of it; False where something is lost."""


MOST_TOLD_SINGLY = 20
"""When more entries than this are written at once, pages look at everything anew instead."""


class Session(QObject):
    """One unlocked journal, from unlocking to locking.

    Pages can be made with a session that has not begun: then they ask it for nothing yet. Reading goes
    straight to `journal`; writing goes through the methods here, so that every page can refresh.
    They raise what the journal raises, and then nothing is announced.

    Signals:
        saved(Entry): An entry was written and now stands so.
        moved(tuple[UUID, ...]): Entries went to the bin, came back from it or were deleted.
        searches_changed(): Other searches are kept within reach, or by other names.
        spelling_changed(): Other words are right, or another language holds for an entry.
        refreshed(): Anything may have changed: another process wrote, or the program or preferences did.
        day_changed(): It is another day than at the last look: it ended, or the computer is elsewhere.
    """

    saved = Signal(object)
    moved = Signal(object)
    searches_changed = Signal()
    spelling_changed = Signal()
    refreshed = Signal()
    day_changed = Signal()

    def __init__(self, journal: Journal | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._journal: Journal | None = None
        self._seen = 0
        self._seen_on: date | None = None
        self._spelling: SpellingChoices | None = None
        self._preferences: Preferences | None = None
        self._temporary_copies: TemporaryCopies | None = None
        self._unfinished: list[Unfinished] = []
        self._unsaved = Unsaved()
        if journal is not None:
            self.begin(journal)

    @property
    def journal(self) -> Journal:
        """The open journal. To ask for it before the session has begun is a fault of ours."""
        if self._journal is None:
            raise RuntimeError("There is no open journal yet.")
        return self._journal

    @property
    def has_begun(self) -> bool:
        """Whether there is an open journal."""
        return self._journal is not None

    def begin(self, journal: Journal) -> None:
        """From now on this is the journal."""
        self._journal = journal
        self._seen = journal.data_version()
        self._preferences = None

    def today(self) -> date:
        """The day it is for the mentee. Nothing in the window asks the computer's clock for a day.

        It is asked for each row that is painted, so that what it depends on is read once.
        """
        if self._preferences is None:
            self._preferences = self.journal.preferences
        return self._preferences.today()

    def save(self, entry: E, base: Entry | None = None) -> E:
        """Write the entry, made from `base` where it is not new; it is durable when this returns."""
        saved = self.journal.save_entry(entry, base)
        self.saved.emit(saved)
        return saved

    def save_all(self, entries: Sequence[Entry]) -> None:
        """Write new entries as they are, in one transaction."""
        self.journal.save_entries(entries)
        self._announce(entries)

    def merge(self, entry: Entry, base: Entry | None, *, going_back: bool = False) -> Merge[Entry]:
        """Write an entry that was made from `base`, and take in what others wrote of it meanwhile.

        Args:
            entry: What is to stand there.
            base: The state it was made from; None for an entry that is new.
            going_back: Whether it was made by an undo.
        """
        merged = self.journal.merge_entry(entry, base, going_back=going_back)
        self.saved.emit(merged.entry)
        return merged

    def bring_back(self, entry_id: UUID, number: int) -> tuple[Change, ...]:
        """Make a kept version the present state; answers with what that changed, which can be taken back."""
        changes = self.journal.bring_back(entry_id, number)
        self.tell_changed(changes)
        return changes

    def change(self, ids: Iterable[UUID], how: Callable[[Entry], Entry]) -> tuple[tuple[Entry, Entry], ...]:
        """Write what `how` makes of entries; answers with each that changed, before and after."""
        changed = self.journal.change_entries(ids, how)
        self.tell_changed(changed)
        return changed

    def tell_retagged(self, changes: Sequence[Change]) -> None:
        """Tell of entries, and of saved searches, in which a tag is called otherwise now."""
        self.tell_changed(changes)
        self.searches_changed.emit()

    def tell_changed(self, changes: Sequence[Change]) -> None:
        """Tell of entries that a job of the journal's has changed."""
        moved = [
            after.id for before, after in changes if (before.binned_at is None) != (after.binned_at is None)
        ]
        self._announce([after for _, after in changes if after.id not in moved])
        if moved:
            self.moved.emit(tuple(moved))

    def take_back(self, changes: Sequence[Change]) -> tuple[Change, ...]:
        """Undo changes of entries, where nothing was written over them since; answers with what that did."""
        undone = self.journal.take_back(changes)
        self.tell_changed(undone)
        return undone

    def follow_title(self, entry_id: UUID, former: str, *, joining: bool = False) -> Retitled | None:
        """Have the links to an entry's former title follow it; None where none did."""
        retitled = self.journal.links.follow_title(entry_id, former, joining=joining)
        if retitled is not None:
            self.tell_changed(retitled.changes)
        return retitled

    def pin(self, ids: Iterable[UUID], *, pinned: bool = True) -> tuple[UUID, ...]:
        """Keep entries within reach, or no longer; answers with those that were not so before."""
        changed = [after for _, after in self.journal.pin(ids, pinned=pinned)]
        self._announce(changed)
        return tuple(entry.id for entry in changed)

    def save_search(self, search: SavedSearch, *, instead_of: str = "") -> None:
        """Keep a search within reach, in the place of the one of that name if there is one."""
        self.journal.searches.save(search, instead_of=instead_of)
        self.searches_changed.emit()

    def remove_search(self, name: str) -> None:
        """Keep the search of that name no longer."""
        self.journal.searches.remove(name)
        self.searches_changed.emit()

    def move_search(self, name: str, place: int) -> None:
        """Have the search of that name stand at a place, counted from 0."""
        self.journal.searches.move(name, place)
        self.searches_changed.emit()

    def _announce(self, written: Sequence[Entry]) -> None:
        """Tell of each entry that was written, or of many at once that anything may have changed."""
        if len(written) > MOST_TOLD_SINGLY:
            self.refreshed.emit()
            return
        for entry in written:
            self.saved.emit(entry)

    def put_in_bin(self, ids: Iterable[UUID]) -> None:
        """Move entries to the bin."""
        moved = tuple(ids)
        self.journal.put_in_bin(moved)
        self.moved.emit(moved)

    def take_from_bin(self, ids: Iterable[UUID]) -> None:
        """Bring entries back from the bin."""
        moved = tuple(ids)
        self.journal.take_from_bin(moved)
        self.moved.emit(moved)

    def delete_for_ever(self, ids: Iterable[UUID]) -> None:
        """Delete those of the entries that lie in the bin; backups and the share log may have them still."""
        moved = tuple(ids)
        self.journal.bin.delete(moved)
        self.moved.emit(moved)

    def save_program(self, program: Program) -> None:
        """Keep the program."""
        self.journal.save_program(program)
        self.refreshed.emit()

    def change_program(self, how: Callable[[Program], Program]) -> None:
        """Keep what becomes of the program as it stands by now."""
        self.journal.change_program(how)
        self.refreshed.emit()

    def save_offers_answered(self, answered: OffersAnswered) -> None:
        """Have these of today's offers be answered, and no others."""
        self.journal.save_offers_answered(answered)
        self.refreshed.emit()

    def save_waiting_days(self, days: WaitingDays) -> None:
        """Have things be offered after so many days."""
        self.journal.waiting.set_days(days)
        self.refreshed.emit()

    @property
    def spelling(self) -> SpellingChoices:
        """Own words and chosen languages; read once, for every word that is typed asks for them."""
        if self._spelling is None:
            self._spelling = self.journal.spelling
        return self._spelling

    def save_spelling(self, choices: SpellingChoices) -> None:
        """Keep own words and chosen languages."""
        self.journal.save_spelling(choices)
        self._spelling = choices
        self.spelling_changed.emit()

    @property
    def temporary_copies(self) -> "TemporaryCopies":
        """The copies that other programs may read until `forget`."""
        if self._temporary_copies is None:
            from amp_desktop.ui.platform.temporary_copies import TemporaryCopies

            self._temporary_copies = TemporaryCopies()
        return self._temporary_copies

    def leave_unfinished(self, attaching: "Iterable[Unfinished]") -> None:
        """The journal is being locked while these are still being attached."""
        self._unfinished += attaching

    @property
    def unfinished(self) -> "tuple[Unfinished, ...]":
        """What whoever closes the journal has to see through."""
        return tuple(self._unfinished)

    def leave_unsaved(self, unsaved: Unsaved) -> None:
        """Something that is no page is closed, and could not save what was typed into it."""
        self._unsaved += unsaved

    @property
    def unsaved(self) -> Unsaved:
        """What whoever locks the journal has to keep, beside what the pages hold."""
        return self._unsaved

    def forget(self) -> None:
        """The journal is being locked: leave nothing outside of it."""
        if self._temporary_copies is not None:
            self._temporary_copies.take_back()

    def save_preferences(self, preferences: Preferences) -> None:
        """Keep the preferences."""
        self.journal.save_preferences(preferences)
        self._preferences = None
        self.refreshed.emit()

    def look_for_changes(self) -> None:
        """Announce what another process has written since the last look, if anything, and another day."""
        seen = self.journal.data_version()
        if seen != self._seen:
            self._seen = seen
            self._preferences = None
            self.refreshed.emit()
        former, self._seen_on = self._seen_on, self.today()
        if former not in (None, self._seen_on):
            self.day_changed.emit()
