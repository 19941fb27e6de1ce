"""When the mentee's program runs: its first and its last day, or that it is not known yet."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amp_desktop.domain.program import USUAL_LENGTH, Program
from amp_desktop.ui.widgets.day_field import DayField
from amp_desktop.ui.widgets.field import Field
from amp_desktop.ui.widgets.labels import label


class ProgramDays(QWidget):
    """Two days. With the first alone, the program is as long as the guide has it.

    Attributes:
        edited: The person chose another day, or none; `filled` has it.
    """

    edited = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._starts = DayField(self.tr("First day of the program"), today=today)
        self._ends = DayField(self.tr("Last day of the program"), today=today)
        self._starts.day_changed.connect(self._moved)
        self._ends.day_changed.connect(self._ended)
        self._last = Field(self.tr("Last day of the program"), self._ends)
        self._hint = label("", "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.fontMetrics().height() * 3 // 4)
        column.addWidget(Field(self.tr("First day of the program"), self._starts))
        column.addWidget(self._last)
        column.addWidget(self._hint)
        self.setFocusProxy(self._starts)
        self._show()

    def show_program(self, program: Program) -> None:
        """Show when it runs, without telling anybody."""
        self._starts.set_day(program.starts)
        self._ends.set_day(program.ends)
        self._show()

    def filled(self, program: Program) -> Program:
        """The program as it runs from the day to the day that stand here."""
        starts, ends = self._starts.day(), self._ends.day()
        return program.running(starts, ends) if starts and ends else program.without_dates()

    def clear(self) -> None:
        """Show no day."""
        self.show_program(Program())

    @Slot(object)
    def _moved(self, starts: date | None) -> None:
        """The last day keeps its distance; with the first it goes."""
        length = USUAL_LENGTH if self._length is None else self._length
        self._ends.set_day(starts + length if starts else None)
        self._show()
        self.edited.emit()

    @Slot(object)
    def _ended(self, ends: date | None) -> None:
        """No last day means the usual one; one before the first is taken for the first."""
        starts = self._starts.day()
        if starts is not None and (ends is None or ends < starts):
            self._ends.set_day(starts + USUAL_LENGTH if ends is None else starts)
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        starts, ends = self._starts.day(), self._ends.day()
        self._length = ends - starts if starts and ends else None
        self._last.setVisible(starts is not None)
        if self._length is None:
            self._hint.setText(self.tr("Leave it open until you know. Weeks are counted from here."))
        elif self._length == USUAL_LENGTH:
            self._hint.setText(self.tr("The usual 18 weeks, with an evaluation midway and one at the end."))
        else:
            self._hint.setText(self.tr("Evaluations are shown for the usual 18 weeks alone."))
