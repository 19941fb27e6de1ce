"""The one offer on the page of the day, and what is done when it is taken up or left."""

from collections.abc import Callable, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amp_desktop.domain.changes import Change
from amp_desktop.domain.offers import Offer
from amp_desktop.ui.session import Session
from amp_desktop.ui.today.confirmation import Confirmation
from amp_desktop.ui.today.gestures import Back, Gestures, Tries
from amp_desktop.ui.today.offers.base import OfferChoice
from amp_desktop.ui.today.suggestion import Suggestion


class OfferSection(QWidget):
    """Hidden unless there is an offer. It is the host of what the offers' choices do.

    Attributes:
        done: Says what was done.
        entry_wanted: An entry is to be seen; carries its id.
        page_wanted: A page is to be gone to: its name, and a part of it, which may be empty.
        agenda_wanted: An entry is to be talked about at the next meeting; carries its id.
        week_wanted: The page of this week is wanted.
        changed: An offer was answered, or something was written for it.
    """

    entry_wanted = Signal(object)
    page_wanted = Signal(str, str)
    agenda_wanted = Signal(object)
    week_wanted = Signal()
    changed = Signal()

    def __init__(
        self,
        session: Session,
        gestures: Gestures,
        tries: Tries,
        remember: Callable[[Back], None],
        undo: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.session = session
        self._gestures, self._tries = gestures, tries
        self._remember, self._undo = remember, undo
        self._day: date | None = None
        self._suggestion = Suggestion(self)
        self._suggestion.chosen.connect(self._take_up)
        self._suggestion.left.connect(self._leave)
        self.done = Confirmation(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._suggestion)
        column.addWidget(self.done)
        self.hide()

    def show_offer(self, offer: Offer | None, day: date) -> None:
        """Speak of this on that day, or not at all."""
        self._day = day
        self._suggestion.show_offer(offer)
        self._show()

    def words(self) -> str:
        """What the offer says, or an empty string."""
        return self._suggestion.words()

    def forget(self) -> None:
        """Drop every word."""
        self._suggestion.show_offer(None)
        self.done.clear()
        self.hide()

    # What choices do

    def open_entry(self, entry_id: UUID) -> None:
        """Show that entry on its page."""
        self.entry_wanted.emit(entry_id)

    def go_to(self, page: str, part: str = "") -> None:
        """Go to another page, and there to a part of it."""
        self.page_wanted.emit(page, part)

    def put_on_agenda(self, entry_id: UUID) -> None:
        """Have an entry talked about at the next meeting."""
        self.agenda_wanted.emit(entry_id)

    def open_week(self) -> None:
        """Show the page of this week, or begin it."""
        self.week_wanted.emit()

    def tries(self, write: Callable[[], object]) -> bool:
        """Write something, and say so where that could not be done."""
        return self._tries(write)

    def were_changed(self, words: str, changes: Sequence[Change]) -> None:
        """Entries were changed: say so, and remember what takes that back."""
        self.was_done(words, self._gestures.changed(changes))
        self.changed.emit()

    def was_done(self, words: str, back: Back) -> None:
        """Something was written: say so, and remember what takes it back."""
        self._remember(back)
        self.done.show_done(words, self._undo)
        self._show()

    @Slot(object, object)
    def _take_up(self, offer: Offer, choice: OfferChoice) -> None:
        if choice.answers:
            self._answer(offer)
        choice.does(self, offer)
        self.changed.emit()

    @Slot(object)
    def _leave(self, offer: Offer) -> None:
        back = self._answer(offer)
        if callable(back):
            self.was_done(self.tr("Left."), back)
        self.changed.emit()

    def _answer(self, offer: Offer) -> object:
        if self._day is None:
            return False
        return self._gestures.answer_offer(offer, self._day)

    def _show(self) -> None:
        self.setVisible(bool(self._suggestion.words() or self.done.words()))
