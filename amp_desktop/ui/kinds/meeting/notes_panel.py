"""Beside the points of a call: notes on the one that is talked about, and what comes out of it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amp_desktop.domain.agenda import AgendaPoint, AgendaReason
from amp_desktop.domain.kinds.feedback import Feedback
from amp_desktop.domain.kinds.meeting import Action
from amp_desktop.domain.own_id import new_id
from amp_desktop.ui.kinds.meeting.came_row import CameRow
from amp_desktop.ui.kinds.meeting.draft import MeetingDraft
from amp_desktop.ui.kinds.meeting.labels import plain
from amp_desktop.ui.kinds.meeting.outcome_rows import AGREED, SAID, ActionRow, SaidRow
from amp_desktop.ui.widgets.labels import label
from amp_desktop.ui.widgets.opened_fields import page_box
from amp_desktop.ui.widgets.opening_rows import OpeningRows
from amp_desktop.ui.widgets.reading_line import LineWords

if TYPE_CHECKING:
    from uuid import UUID

KEPT_AFTER_MS = 800
"""How long nothing must be typed before what they said becomes an entry."""
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class NotesPanel(QWidget):
    """Notes are the point's, agreements the meeting's; what they said is an entry of its own.

    Attributes:
        note_changed: Something was written beside the current point; carries it.
        go_on_wanted: The point was talked about, and the next one is on.
        edited: Something is being written that is not kept yet.
        left_upwards: The keyboard goes back to the points.
    """

    note_changed = Signal(str)
    go_on_wanted = Signal()
    edited = Signal()
    left_upwards = Signal()

    def __init__(self, draft: MeetingDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._is_unsaid = False
        self._known: set[UUID] = set()  # of what they said, so that only what is taken away here goes
        self._about = label("", "strong")
        self._came = CameRow()
        self._came.changed.connect(self._answer_plan)
        self._point: AgendaPoint | None = None
        self._note = page_box(self.tr("Notes on this point"), self.tr("Write beside this point"))
        self._agreed: OpeningRows[Action] = OpeningRows(self._action_row, _new_action, _id_of)
        self._agreed.set_invitations(*_invitations(self.tr("We agreed"), AGREED))
        self._said: OpeningRows[Feedback] = OpeningRows(_said_row, draft.new_feedback, _feedback_id)
        self._said.set_invitations(*_invitations(self.tr("They said"), SAID))
        self._keep_soon = QTimer(self, singleShot=True, interval=KEPT_AFTER_MS)
        self._keep_soon.timeout.connect(self.settle)
        room = self.fontMetrics().height()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, room // 2, 0, 0)
        column.setSpacing(room // 2)
        for part in (self._about, self._came, self._note, self._agreed, self._said):
            column.addWidget(part)
        column.addStretch(1)
        self._note.edited.connect(self._written)
        self._note.installEventFilter(self)
        self._agreed.edited.connect(self._agree)
        self._agreed.left_upwards.connect(self.focus_note)
        self._said.left_upwards.connect(self._agreed.focus_last)
        self._agreed.left_downwards.connect(self._said.focus_first)
        self._said.edited.connect(self._say_soon)

    def show_point(self, point: AgendaPoint | None) -> None:
        """Show what is written beside a point; nothing where there is none."""
        self._about.setText(plain(point.text) if point is not None else "")
        self._about.setVisible(point is not None)
        self._note.setVisible(point is not None)
        self._note.set_text(point.note if point is not None else "")
        self._point = point
        asks = point is not None and point.reason is AgendaReason.PLAN
        self._came.setVisible(asks)
        if point is not None and asks:
            self._came.show_outcome(self._draft.plan_outcome(point))

    def show_outcome(self) -> None:
        """Show what came out of the meeting; what is half typed stays."""
        self._agreed.show_values(self._draft.meeting.actions)
        if not self._is_unsaid:
            self._said.show_values(self._draft.feedback)
            self._known = {one.id for one in self._draft.feedback}

    def another(self) -> None:
        """Another meeting is shown: drop what was begun of the one before."""
        self._keep_soon.stop()
        self._is_unsaid = False
        self._agreed.forget_begun()
        self._said.forget_begun()

    def set_writable(self, *, writable: bool) -> None:
        """Whether anything may be written."""
        self._note.setReadOnly(not writable)
        self._came.setEnabled(writable)
        self._agreed.set_writable(writable=writable)
        self._said.set_writable(writable=writable)

    @Slot()
    def settle(self) -> None:
        """Keep what they said now."""
        self._keep_soon.stop()
        if self._is_unsaid:
            values = self._said.values()
            gone = self._known - {one.id for one in values}
            self._is_unsaid = not self._draft.keep_said(values, gone)
            self._known = self._known if self._is_unsaid else {one.id for one in values}

    @Slot()
    def agree(self) -> None:
        """Open a line for something that was agreed."""
        self._agreed.begin()

    @Slot()
    def say(self) -> None:
        """Open a line for something that they said."""
        self._said.begin()

    @Slot()
    def focus_note(self) -> None:
        """Write beside the point."""
        self._note.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Enter in the notes ticks the point."""
        if watched is self._note and isinstance(event, QKeyEvent):
            held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            is_ours = event.key() in _ENTER and held == Qt.KeyboardModifier.ControlModifier
            if is_ours and event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if is_ours and event.type() == QEvent.Type.KeyPress:
                self.go_on_wanted.emit()
                return True
        return False

    def _action_row(self, action: Action, gutter: int) -> ActionRow:
        return ActionRow(action, self._draft.today, gutter)

    @Slot(object)
    def _answer_plan(self, _number: int | None) -> None:
        if self._point is not None:
            self._draft.answer_plan(self._point, self._came.outcome())

    @Slot()
    def _written(self) -> None:
        self.note_changed.emit(self._note.text())

    @Slot()
    def _agree(self) -> None:
        self._draft.set_actions(self._agreed.values())

    @Slot()
    def _say_soon(self) -> None:
        self._is_unsaid = True
        self._keep_soon.start()
        self.edited.emit()


def _said_row(feedback: Feedback, gutter: int) -> SaidRow:
    return SaidRow(feedback, gutter)


def _new_action() -> Action:
    return Action("", id=new_id())


def _id_of(action: Action) -> str:
    return action.id


def _feedback_id(feedback: Feedback) -> str:
    return str(feedback.id)


def _invitations(words: str, icon_name: str) -> tuple[LineWords, LineWords]:
    return (
        LineWords(words, icon_name=icon_name, is_faint=True),
        LineWords(words, icon_name="plus", is_faint=True),
    )
