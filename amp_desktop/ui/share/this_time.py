"""What is chosen for one share alone, as it is changed on the page."""

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot

from amp_desktop.domain.errors import JournalError
from amp_desktop.domain.share_draft import ShareDraft
from amp_desktop.domain.summary import Level
from amp_desktop.ui.share.presenter import SharePresenter


class ThisTime(QObject):
    """Takes what the person chooses, and has the journal keep it until it has left or was dropped.

    Signals:
        changed(): Something else is chosen.
        failed(JournalError): It could not be kept; it holds all the same until the journal is locked.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(self, presenter: SharePresenter, parent: QObject) -> None:
        super().__init__(parent)
        self._presenter = presenter

    @Slot(object, object)
    def set_level(self, entries: tuple[UUID, ...], level: Level | None) -> None:
        """So much leaves of these entries; None for what the template says."""
        self._change(self._presenter.draft.with_level(entries, level))

    @Slot(object)
    def set_every_level(self, level: Level | None) -> None:
        """So much leaves of everything that is ticked."""
        self._change(self._presenter.with_everything_at(level))

    @Slot(str, str)
    def move_section(self, section: str, before: str) -> None:
        """A section stands before another one; at the end where none is named."""
        order = [key for key in self._order() if key != section]
        order.insert(order.index(before) if before in order else len(order), section)
        self._change(self._presenter.with_order(order))

    @Slot(str)
    def leave_out_section(self, section: str) -> None:
        """A section is left out, unless it is the last one."""
        order = [key for key in self._order() if key != section]
        if order:
            self._change(self._presenter.with_order(order))

    @Slot(str)
    def bring_section(self, section: str) -> None:
        """A section that was left out stands at the end again."""
        self._change(self._presenter.with_order((*self._order(), section)))

    @Slot(str, str, str)
    def word(self, key: str, words: str, source: str) -> None:
        """These words stand at a place, in place of what stands there by itself."""
        self._change(self._presenter.draft.with_words(key, words, source))

    @Slot(str)
    def take_back(self, key: str) -> None:
        """At a place stand the words of the entry again."""
        self._change(self._presenter.draft.with_edit(key, None))

    @Slot(str, object)
    def word_name(self, name: str, words: str | None) -> None:
        """A name is told otherwise, or as itself again."""
        self._change(self._presenter.draft.with_name(name, words))

    @Slot(str, object)
    def lead(self, address: str, words: str | None) -> None:
        """An address is told otherwise, left out where nothing stands for it, or as itself again."""
        self._change(self._presenter.draft.with_link(address, words))

    @Slot(str, object)
    def show_picture(self, key: str, words: str | None) -> None:
        """A picture leaves under these words, or stays."""
        self._change(self._presenter.draft.with_picture(key, words))

    @Slot(str)
    def greet(self, greeting: str) -> None:
        """A greeting before all else, or none."""
        self._change(replace(self._presenter.draft, greeting=greeting))

    @Slot(str)
    def close_with(self, closing: str) -> None:
        """A closing after all else, or none."""
        self._change(replace(self._presenter.draft, closing=closing))

    def see(self, places: Iterable[str]) -> None:
        """These places of an assembled text were looked through."""
        self._change(self._presenter.draft.with_seen(places))

    @Slot()
    def start_anew(self) -> None:
        """Drop all of it, and the ticks by hand."""
        try:
            self._presenter.start_anew()
        except JournalError as error:
            self.failed.emit(error)
        self.changed.emit()

    def _order(self) -> tuple[str, ...]:
        """The keys of the sections as they stand now, those without anything in them too."""
        return tuple(section.key for section in self._presenter.arranged().sections)

    def _change(self, draft: ShareDraft) -> None:
        if draft == self._presenter.draft:
            return
        try:
            self._presenter.change_draft(draft)
        except JournalError as error:
            self.failed.emit(error)
        self.changed.emit()
