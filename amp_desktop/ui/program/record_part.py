"""What was done for an evaluation: the day it was handed in, and what came of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amp_desktop.domain.evaluation_record import EvaluationRecord, Result
from amp_desktop.domain.program import Phase
from amp_desktop.ui.program.evaluation_words import result_name, result_words
from amp_desktop.ui.widgets.day_field import DayField
from amp_desktop.ui.widgets.field import Field
from amp_desktop.ui.widgets.flow_layout import FlowLayout
from amp_desktop.ui.widgets.inputs import choice_field
from amp_desktop.ui.widgets.labels import label


class RecordPart(QWidget):
    """Stands under an evaluation whose time has come.

    Attributes:
        noted: Something was noted: the evaluation's name, and its record as it is to be.
    """

    noted = Signal(str, object)

    def __init__(self, phase: Phase, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._phase = phase
        names = {"phase": phase.name}
        self._handed_in = DayField(self.tr("{phase}: handed in on").format(**names), today=today)
        self._handed_in.day_changed.connect(self._hand_in)
        results: list[tuple[str, object]] = [(result_name(one), one.value) for one in Result]
        self._result = choice_field(
            self.tr("{phase}: result").format(**names), [(self.tr("not known yet"), ""), *results]
        )
        self._result.activated.connect(self._tell_result)
        self._words = label("", "small")
        room = self.fontMetrics().height()
        fields = QWidget()
        flow = FlowLayout(fields, room)
        flow.addWidget(Field(self.tr("Handed in on"), self._handed_in))
        flow.addWidget(Field(self.tr("Result"), self._result))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, room // 4, 0, room // 4)
        column.setSpacing(room // 4)
        column.addWidget(fields)
        column.addWidget(self._words)
        self.show_phase(phase)

    def show_phase(self, phase: Phase) -> None:
        """Show what was noted, without telling anybody."""
        self._phase = phase
        record = phase.evaluation
        self._handed_in.set_day(record.handed_in)
        with QSignalBlocker(self._result):
            self._result.setCurrentIndex(self._result.findData(record.result.value if record.result else ""))
        self._words.setText(result_words(record.result))
        self._words.setVisible(bool(self._words.text()))

    @Slot(object)
    def _hand_in(self, day: date | None) -> None:
        self._note(replace(self._phase.evaluation, handed_in=day))

    @Slot()
    def _tell_result(self) -> None:
        told = str(self._result.currentData())
        self._note(replace(self._phase.evaluation, result=Result(told) if told else None))

    def _note(self, record: EvaluationRecord) -> None:
        if record != self._phase.evaluation:
            self.noted.emit(self._phase.name, record)
