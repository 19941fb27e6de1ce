"""The target day in the inspector: the day, the reason when it is moved, and how it was moved before."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from amp_desktop.domain.kinds.goal import Goal
from amp_desktop.ui.kinds.goal.labels import move_words
from amp_desktop.ui.kinds.goal.target import TargetDay
from amp_desktop.ui.widgets.day_field import DayField
from amp_desktop.ui.widgets.labels import label

if TYPE_CHECKING:
    from uuid import UUID


class TargetField(QWidget):
    """Asks for the reason only once a day that was set is moved; without one the move is kept all the same.

    Attributes:
        edited: The person chose another day or wrote the reason.
    """

    edited = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._of: UUID | None = None
        self._target = TargetDay(None, (), None)
        self._day = DayField(self.tr("Target day"), today=today)
        self._day.day_changed.connect(self._moved)
        self._reason = QLineEdit()
        self._reason.setPlaceholderText(self.tr("Why is it moved?"))
        self._reason.setAccessibleName(self.tr("Why the target day is moved"))
        self._reason.textEdited.connect(self._explained)
        self._history = label("", "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.fontMetrics().height() // 3)
        for part in (self._day, self._reason, self._history):
            column.addWidget(part)
        self.setFocusProxy(self._day)
        self._show()

    def show_goal(self, goal: Goal) -> None:
        """Show a goal's target day; our own move coming back from the disk does not end the sitting."""
        if goal.id == self._of and self._target.filled(goal) == goal:
            return
        self._of = goal.id
        self._target = TargetDay.of(goal)
        self._day.set_day(goal.target_day)
        self._reason.clear()
        self._show()

    def filled(self, goal: Goal) -> Goal:
        """The goal with its target day as it stands here."""
        return self._target.filled(goal)

    @Slot(object)
    def _moved(self, day: date | None) -> None:
        self._target = self._target.moved_to(day)
        self._show()
        self.edited.emit()

    @Slot(str)
    def _explained(self, reason: str) -> None:
        self._target = self._target.because(reason)
        self.edited.emit()

    def _show(self) -> None:
        self._reason.setVisible(self._target.is_move)
        self._history.setText("\n".join(map(move_words, self._target.moves)))
        self._history.setVisible(bool(self._target.moves))
