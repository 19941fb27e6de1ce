"""Other days for a phase: from when, until when, and perhaps why."""

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from amp_desktop.domain.program import Phase
from amp_desktop.ui.widgets.buttons import quiet_button, secondary_button
from amp_desktop.ui.widgets.day_field import DayField
from amp_desktop.ui.widgets.enter import is_enter
from amp_desktop.ui.widgets.field import Field
from amp_desktop.ui.widgets.flow_layout import FlowLayout


class MoveForm(QWidget):
    """Stands under a phase while it is being moved.

    Attributes:
        agreed: It is to have these days: the first, the last, and the reason, which may be empty.
        left: It stays as it was.
    """

    agreed = Signal(object, object, str)
    left = Signal()

    def __init__(self, phase: Phase, parent: QWidget | None = None, *, hint: str = "") -> None:
        super().__init__(parent)
        names = {"phase": phase.name}
        self._length = phase.ends - phase.starts
        self._is_answered = False
        self._starts = DayField(self.tr("First day of {phase}").format(**names))
        self._ends = DayField(self.tr("Last day of {phase}").format(**names))
        self._starts.set_day(phase.starts)
        self._ends.set_day(phase.ends)
        self._starts.day_changed.connect(self._keep_length)
        self._reason = QLineEdit()
        self._reason.setAccessibleName(self.tr("Why {phase} is moved").format(**names))
        self._reason.returnPressed.connect(self._answer)
        move = secondary_button(self.tr("Move it"))
        move.clicked.connect(self._agree)
        leave = quiet_button(self.tr("Leave it"))
        leave.clicked.connect(self.left)
        room = self.fontMetrics().height()
        days = QWidget()
        flow = FlowLayout(days, room)
        flow.addWidget(Field(self.tr("First day"), self._starts))
        flow.addWidget(Field(self.tr("Last day"), self._ends))
        buttons = QHBoxLayout()
        buttons.addWidget(move)
        buttons.addWidget(leave)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, room // 3, 0, room // 3)
        column.setSpacing(room // 2)
        column.addWidget(days)
        column.addWidget(Field(self.tr("Why? You may leave it empty."), self._reason, hint))
        column.addLayout(buttons)
        self.setFocusProxy(self._starts)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter that was an answer is used up: it must not press what has the keyboard after it."""
        if self._is_answered and is_enter(event):
            event.accept()
        else:
            super().keyPressEvent(event)

    def forget(self) -> None:
        """Drop what was typed."""
        self._reason.clear()

    @Slot(object)
    def _keep_length(self, starts: date) -> None:
        try:
            self._ends.set_day(starts + self._length)
        except OverflowError:  # said when it is to be moved there
            self._ends.set_day(date.max)

    @Slot()
    def _answer(self) -> None:
        self._is_answered = True
        self._agree()
        self._is_answered = self.isHidden()

    @Slot()
    def _agree(self) -> None:
        self.agreed.emit(self._starts.day(), self._ends.day(), self._reason.text())
