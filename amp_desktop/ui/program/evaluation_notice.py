"""The one thing that is spoken up about unasked: an evaluation that is open, or opens soon."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from amp_desktop.domain.evaluation_record import EvaluationRecord
from amp_desktop.domain.evaluations import ChecklistPoint, checklist, spoken_of
from amp_desktop.domain.program import Phase, Program
from amp_desktop.ui.program.checklist import Checklist
from amp_desktop.ui.program.evaluation_words import window_words
from amp_desktop.ui.widgets.buttons import link_button
from amp_desktop.ui.widgets.flow_layout import FlowLayout
from amp_desktop.ui.widgets.icon_label import IconLabel
from amp_desktop.ui.widgets.labels import label


class EvaluationNotice(QWidget):
    """A sentence with a flag, what there is to go through, and two ways to have quiet; hidden mostly.

    Attributes:
        noted: Something was noted about an evaluation: its name, and its record as it is to be.
        pad_wanted: The pad of the evaluation of that name is to be opened.
    """

    pad_wanted = Signal(str)
    noted = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._window: Phase | None = None
        self._day: date | None = None
        flag = IconLabel("flag", "accent", 1.2, self)
        self._words = label("", parent=self)
        links = QWidget(self)
        self._checklist = Checklist(self)
        self._checklist.toggled.connect(self._tick)
        self._checklist.hide()
        self._list = self._link(self.tr("What to go through"), self._unfold)
        self._pad = self._link(self.tr("Open the pad"), self._open_pad)
        self._done = self._link(self.tr("I handed it in"), self._hand_in)
        self._quiet = self._link(self.tr("Not now"), self._be_quiet)
        room = self.fontMetrics().height()
        flow = FlowLayout(links, room * 2 // 3)
        for link in (self._pad, self._list, self._done, self._quiet):
            flow.addWidget(link)
        told = QVBoxLayout()
        told.setSpacing(room // 3)
        for part in (self._words, links, self._checklist):
            told.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(room // 2)
        row.addWidget(flag, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(told, 1)
        self.hide()

    def show_program(self, program: Program, day: date) -> None:
        """Speak about the evaluation that a word is due about on that day, or not at all."""
        window = spoken_of(program, day)
        if window is None or self._window is None or window.name != self._window.name:
            self._checklist.hide()
        self._window, self._day = window, day
        self._words.setText(window_words(window, day) if window else "")
        points = checklist(program, window) if window else ()
        self._checklist.show_points(points, window.evaluation.gone_through if window else ())
        self.setVisible(window is not None)

    def forget(self) -> None:
        """Say nothing any more."""
        self._window = None
        self._words.clear()
        self._checklist.hide()
        self.hide()

    def words(self) -> str:
        """What it says, or an empty string."""
        return self._words.text()

    @Slot()
    def _open_pad(self) -> None:
        if self._window is not None:
            self.pad_wanted.emit(self._window.name)

    @Slot()
    def _unfold(self) -> None:
        self._checklist.setVisible(self._checklist.isHidden())

    @Slot(str, bool)
    def _tick(self, name: str, on: bool) -> None:
        record = self._record()
        others = tuple(one for one in record.gone_through if one != name)
        self._note(replace(record, gone_through=(*others, ChecklistPoint(name).value) if on else others))

    @Slot()
    def _hand_in(self) -> None:
        self._note(replace(self._record(), handed_in=self._day))

    @Slot()
    def _be_quiet(self) -> None:
        self._note(replace(self._record(), quiet_since=self._day))

    def _record(self) -> EvaluationRecord:
        return self._window.evaluation if self._window is not None else EvaluationRecord()

    def _note(self, record: EvaluationRecord) -> None:
        if self._window is not None:
            self.noted.emit(self._window.name, record)

    def _link(self, words: str, slot: object) -> QPushButton:
        link = link_button(words)
        link.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        link.clicked.connect(slot)
        return link
