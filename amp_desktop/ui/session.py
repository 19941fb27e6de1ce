"""The open journal as the pages see it: they write through it, and all of them hear what changed."""

from collections.abc import Iterable
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.preferences import Preferences
from amp_desktop.domain.program import Program
from amp_desktop.domain.spelling import SpellingChoices
from amp_desktop.journal import Journal


class Session(QObject):
    """One unlocked journal, from unlocking to locking.

    Reading goes straight to `journal`; writing goes through the methods here, so that every page can refresh.
    They raise what the journal raises, and then nothing is announced.

    Signals:
        saved(Entry): An entry was written and now stands so.
        moved(tuple[UUID, ...]): Entries went to the bin, came back from it or were deleted.
        spelling_changed(): Other words are right, or another language holds for an entry.
        refreshed(): Anything may have changed: another process wrote, or the program or preferences did.
    """

    saved = Signal(object)
    moved = Signal(object)
    spelling_changed = Signal()
    refreshed = Signal()

    def __init__(self, journal: Journal, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.journal = journal
        self._seen = journal.data_version()
        self._spelling: SpellingChoices | None = None

    def save(self, entry: Entry) -> Entry:
        """Write the entry; it is durable when this returns."""
        saved = self.journal.save_entry(entry)
        self.saved.emit(saved)
        return saved

    def bring_back(self, entry_id: UUID, number: int) -> Entry:
        """Make a kept version the present state."""
        saved = self.journal.bring_back(entry_id, number)
        self.saved.emit(saved)
        return saved

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
        """Delete entries; only a backup has them still."""
        moved = tuple(ids)
        self.journal.delete_for_ever(moved)
        self.moved.emit(moved)

    def save_program(self, program: Program) -> None:
        """Keep the program."""
        self.journal.save_program(program)
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

    def save_preferences(self, preferences: Preferences) -> None:
        """Keep the preferences."""
        self.journal.save_preferences(preferences)
        self.refreshed.emit()

    def look_for_changes(self) -> None:
        """Announce what another process has written since the last look, if anything."""
        seen = self.journal.data_version()
        if seen != self._seen:
            self._seen = seen
            self.refreshed.emit()
