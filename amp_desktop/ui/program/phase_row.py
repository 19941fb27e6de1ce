"""A phase of the program: when it is, who says so, what it was before, and a way to change it."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from amp_desktop.domain.evaluations import has_come
from amp_desktop.domain.program import Phase
from amp_desktop.ui.program.phase_form import PhaseForm
from amp_desktop.ui.program.record_part import RecordPart
from amp_desktop.ui.program.words import move_words, phase_days
from amp_desktop.ui.widgets.buttons import link_button
from amp_desktop.ui.widgets.form_in_place import FormInPlace
from amp_desktop.ui.widgets.labels import label
from amp_desktop.ui.widgets.layouts import discard


class PhaseRow(QWidget):
    """One phase.

    Attributes:
        changed: It is to be otherwise: its name so far, the phase as it is to be, the reason.
        removal_requested: It is to go; carries its name.
        back_requested: It is to have the days that it had before; carries its name.
        noted: Something was noted about an evaluation: its name, and its record as it is to be.
    """

    changed = Signal(str, object, str)
    removal_requested = Signal(str)
    back_requested = Signal(str)
    noted = Signal(str, object)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._record: RecordPart | None = None
        self.phase: Phase | None = None
        self._is_first = False
        self._name = label("", "strong")
        self._days = label("", "small")
        self._before = label("", "small")
        self._change = link_button(self.tr("Change…"))
        self._change.clicked.connect(self._open)
        self._place = FormInPlace(self._change)
        self._back = link_button(self.tr("Take back"))
        self._back.clicked.connect(self._ask_back)
        room = self.fontMetrics().height()
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        for link in (self._back, self._change):
            head.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(room // 6)
        self.column.addLayout(head)
        self.column.addWidget(self._days)
        self.column.addWidget(self._before)
        self.column.addWidget(self._place)

    def show_phase(self, phase: Phase, *, is_first: bool = False) -> None:
        """Show this phase; other days than were shown put an opened form away.

        Args:
            phase: Which.
            is_first: Whether all that follows moves along with it.
        """
        self._is_first = is_first
        self._show_record(phase)
        if phase == self.phase:
            return
        self._place.put_away()
        self.phase = phase
        self._name.setText(phase.name)
        self._days.setText(phase_days(phase))
        self._before.setText("\n".join(map(move_words, reversed(phase.moves))))
        self._before.setVisible(bool(phase.moves))
        self._back.setVisible(bool(phase.moves))
        self._change.setAccessibleName(self.tr("Change {phase}").format(phase=phase.name))
        back = self.tr("Take back the last move of {phase}").format(phase=phase.name)
        self._back.setAccessibleName(back)

    def forget(self) -> None:
        """Drop every word."""
        self._place.put_away()
        self._drop_record()
        self.phase = None
        for words in (self._name, self._days, self._before):
            words.clear()

    def _show_record(self, phase: Phase) -> None:
        """What was done for an evaluation, once its time has come."""
        wanted = phase.is_evaluation and has_come(phase, self._today())
        if not (wanted and self.phase and self.phase.name == phase.name):
            self._drop_record()
        if wanted and self._record is None:
            self._record = RecordPart(phase, self._today, self)
            self._record.noted.connect(self.noted)
            self.column.addWidget(self._record)
            self._record.show()
        elif self._record is not None:
            self._record.show_phase(phase)

    @Slot()
    def _open(self) -> None:
        if self.phase is None:
            return
        hint = self.tr("Everything after it moves along.") if self._is_first else ""
        form = PhaseForm(self.phase, hint=hint)
        form.agreed.connect(self._agree)
        form.removal_requested.connect(self._ask_to_remove)
        self._place.open(form)

    @Slot(object, str)
    def _agree(self, phase: Phase, reason: str) -> None:
        if self.phase is None:
            return
        if phase == self.phase:
            self._place.put_away()
        else:
            self.changed.emit(self.phase.name, phase, reason)

    @Slot()
    def _ask_to_remove(self) -> None:
        if self.phase is not None:
            self.removal_requested.emit(self.phase.name)

    @Slot()
    def _ask_back(self) -> None:
        if self.phase is not None:
            self.back_requested.emit(self.phase.name)
            self._change.setFocus()

    def _drop_record(self) -> None:
        if self._record is not None:
            discard(self.column, self._record)
            self._record = None
