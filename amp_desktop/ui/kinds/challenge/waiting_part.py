"""Who has not answered yet, once that is worth a kind offer: a nudge, another person, or leaving it."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.errors import JournalError
from amp_desktop.domain.waiting import Waiting, WaitingOffer
from amp_desktop.ui.kinds.challenge.labels import waits_words
from amp_desktop.ui.kinds.controls_part import ControlsPart
from amp_desktop.ui.kinds.nudging import copy_nudge
from amp_desktop.ui.session import Session
from amp_desktop.ui.widgets.buttons import link_button
from amp_desktop.ui.widgets.flow_layout import flowing
from amp_desktop.ui.widgets.labels import label
from amp_desktop.ui.widgets.layouts import clear_layout


class WaitingPart(ControlsPart):
    """Hidden while nothing is offered; what is offered is what *Today* offers.

    Attributes:
        someone_else: Another person is to be asked.
        failed: The journal could not do it; carries the error.
    """

    someone_else = Signal()
    failed = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._session = session
        self._entry: Entry | None = None
        self._waiting: tuple[Waiting, ...] = ()
        self._is_writable = True
        self._rows = QVBoxLayout()
        self._rows.setSpacing(self.fontMetrics().height() // 4)
        self.column.addLayout(self._rows)
        self._done = label("", "good")
        self._undo = link_button(self.tr("Undo"))
        self._undo.clicked.connect(self._wait_again)
        self._after = flowing(self.fontMetrics().height() // 2, self._done, self._undo)
        self.column.addWidget(self._after)
        self._left = ""
        self.hide()

    def show_entry(self, entry: Entry) -> None:
        """Show what a challenge waits for."""
        if self._entry is None or entry.id != self._entry.id:
            self._say("")
        self._entry = entry
        self._read()

    def filled(self, entry: Entry) -> Entry:
        """Nothing of the challenge stands here."""
        return entry

    def is_empty(self) -> bool:
        """Whether nothing is offered."""
        return not self._waiting

    def set_writable(self, writable: bool) -> None:
        """Whether anything may be done."""
        self._is_writable = writable
        self._show()

    def focus_first(self) -> None:
        """The first offer."""
        links = [one for one in self.findChildren(QPushButton) if one.isVisible()]
        if links:
            links[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _read(self) -> None:
        waiting: tuple[Waiting, ...] = ()
        if self._entry is not None:
            try:
                waiting = self._session.journal.waiting.of(self._entry, self._session.today())
            except JournalError as error:
                self.failed.emit(error)
        waiting = tuple(one for one in waiting if one.offer is not WaitingOffer.NOTHING)
        if waiting != self._waiting:
            self._waiting = waiting
            self._fill()
        self._show()

    def _fill(self) -> None:
        clear_layout(self._rows)
        for one in self._waiting:
            self._rows.addWidget(self._row(one))

    def _row(self, waiting: Waiting) -> QWidget:
        words = waits_words(waiting, self._session.today())
        said = label(words, "muted")
        said.setWordWrap(False)
        offers = [(self.tr("Copy a nudge"), partial(self._nudge, waiting))]
        if waiting.offer is WaitingOffer.SOMEONE_ELSE:
            offers.append((self.tr("Ask someone else"), partial(self._ask, waiting)))
        offers.append((self.tr("Leave it"), partial(self._leave, waiting)))
        links = []
        for text, does in offers:
            link = link_button(text)
            link.setAccessibleName(f"{text}: {words}")
            link.clicked.connect(does)
            links.append(link)
        return flowing(self.fontMetrics().height() // 2, said, *links)

    def _nudge(self, waiting: Waiting, *_: object) -> None:
        try:
            copy_nudge(self._session, waiting)
        except JournalError as error:
            self.failed.emit(error)
            return
        self._say(self.tr("Copied, ready to paste."))

    def _ask(self, _waiting: Waiting, *_: object) -> None:
        self.someone_else.emit()

    def _leave(self, waiting: Waiting, *_: object) -> None:
        try:
            self._session.journal.waiting.leave(waiting.key)
        except JournalError as error:
            self.failed.emit(error)
            return
        self._say(self.tr("Left in peace."), waiting.key)
        self._read()
        self._undo.setFocus()

    @Slot()
    def _wait_again(self) -> None:
        left = self._left
        self._say("")
        try:
            self._session.journal.waiting.wait_again(left)
        except JournalError as error:
            self.failed.emit(error)
        self._read()

    def _say(self, words: str, left: str = "") -> None:
        self._left = left
        self._done.setText(words)
        self._after.setVisible(bool(words))
        self._undo.setVisible(bool(left))
        if words:
            QAccessible.updateAccessibility(QAccessibleEvent(self._done, QAccessible.Event.Alert))
        self._show()

    def _show(self) -> None:
        self.setVisible(self._is_writable and bool(self._waiting or self._done.text()))
