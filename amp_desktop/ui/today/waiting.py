"""Who owes whom an answer: quietly, with a kind offer where it has been long."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amp_desktop.domain.errors import JournalError
from amp_desktop.domain.waiting import Turn, Waiting, WaitingOffer
from amp_desktop.ui.kinds.meeting.labels import plain
from amp_desktop.ui.kinds.nudging import copy_nudge
from amp_desktop.ui.session import Session
from amp_desktop.ui.style.dates import day_in_words
from amp_desktop.ui.today.confirmation import Confirmation
from amp_desktop.ui.today.title_button import TitleButton
from amp_desktop.ui.widgets.buttons import link_button
from amp_desktop.ui.widgets.flow_layout import flowing
from amp_desktop.ui.widgets.labels import SectionLabel, label
from amp_desktop.ui.widgets.layouts import clear_layout
from amp_desktop.ui.widgets.wrapped_label import WrappedLabel

MOST = 4
"""What waits longest; the rest is not counted."""
TEXT = "txt"
"""The form in which a nudge leaves."""


class WaitingFor(QWidget):
    """Hidden where nothing waits. It counts nothing, and nothing is overdue.

    Attributes:
        opened: An entry is to be shown; carries its id.
        failed: The journal could not do it; carries the error.
        done: Says what was done here.
    """

    opened = Signal(object)
    failed = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._day = date.min
        self._left = ""
        room = self.fontMetrics().height()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(room * 2 // 3)
        heading = SectionLabel(self.tr("Waiting for"), self)
        self._more = label(self.tr("and more"), "small", self)
        self.done = Confirmation(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(room // 2)
        column.addWidget(heading)
        column.addLayout(self._rows)
        column.addWidget(self._more)
        column.addWidget(self.done)
        self.hide()

    def show_day(self, day: date) -> None:
        """Show what waits as it stands on that day."""
        self._day = day
        try:
            waiting = self._session.journal.waiting.all(day)
        except JournalError as error:
            self.failed.emit(error)
            return
        self._show(waiting)
        self.setVisible(bool(waiting) or bool(self.done.words()))

    def forget(self) -> None:
        """Drop every word."""
        self._show(())
        self.done.clear()
        self.hide()

    def _show(self, waiting: Sequence[Waiting]) -> None:
        clear_layout(self._rows)
        for one in waiting[:MOST]:
            made = WaitingRow(one, self._day, self)
            made.opened.connect(self.opened)
            made.nudge_wanted.connect(self._nudge)
            made.left.connect(self._leave)
            self._rows.addWidget(made)
        self._more.setVisible(len(waiting) > MOST)

    @Slot(object)
    def _nudge(self, waiting: Waiting) -> None:
        """Let it leave as everything leaves: first the log, then the door."""
        try:
            copy_nudge(self._session, waiting)
        except JournalError as error:
            self.failed.emit(error)
            return
        self._left = ""
        self.done.show_done(self.tr("Copied, ready to paste."), self.done.clear)

    @Slot(object)
    def _leave(self, waiting: Waiting) -> None:
        try:
            self._session.journal.waiting.leave(waiting.key)
        except JournalError as error:
            self.failed.emit(error)
            return
        self._left = waiting.key
        self.done.show_done(self.tr("Left in peace."), self._wait_again)
        self.show_day(self._day)

    @Slot()
    def _wait_again(self) -> None:
        if self._left:
            self._session.journal.waiting.wait_again(self._left)
        self._left = ""
        self.done.clear()
        self.show_day(self._day)


class WaitingRow(QWidget):
    """What it is about, whose turn it is since when, and the offer.

    Attributes:
        opened: Its entry is to be shown; carries the id.
        nudge_wanted: A reminder is to be copied; carries the `Waiting`.
        left: It is to be left in peace; carries the `Waiting`.
    """

    opened = Signal(object)
    nudge_wanted = Signal(object)
    left = Signal(object)

    def __init__(self, waiting: Waiting, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waiting = waiting
        room = self.fontMetrics().height()
        title = TitleButton(self)
        title.set_title(plain(waiting.text))
        title.clicked.connect(self._open)
        when = WrappedLabel("small", self)
        when.setText(self._words(today))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(room // 8)
        column.addWidget(title, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(when)
        links = []
        if waiting.offer is not WaitingOffer.NOTHING:
            links.append((self.tr("Copy a nudge"), self._nudge))
            if waiting.offer is WaitingOffer.SOMEONE_ELSE:
                links.append((self.tr("Ask someone else"), self._open))
            links.append((self.tr("Leave it"), self._leave))
        buttons = []
        for words, does in links:
            button = link_button(words)
            button.setAccessibleName(f"{words}: {plain(waiting.text)}")
            button.clicked.connect(does)
            buttons.append(button)
        if buttons:
            column.addWidget(flowing(room * 2 // 3, *buttons))

    def _words(self, today: date) -> str:
        waiting = self._waiting
        day = day_in_words(waiting.since, today)
        if waiting.side is Turn.THEIRS:
            whom = waiting.whom or self.tr("somebody")
            return self.tr("from {whom}, since {day}").format(whom=whom, day=day)
        if waiting.whom:
            return self.tr("from me, for {whom}, since {day}").format(whom=waiting.whom, day=day)
        return self.tr("from me, since {day}").format(day=day)

    @Slot()
    def _open(self) -> None:
        self.opened.emit(self._waiting.entry)

    @Slot()
    def _nudge(self) -> None:
        self.nudge_wanted.emit(self._waiting)

    @Slot()
    def _leave(self) -> None:
        self.left.emit(self._waiting)
