"""The program by its shape and its first day, with every phase and evaluation of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amp_desktop.domain.errors import JournalError
from amp_desktop.domain.evaluation_record import EvaluationRecord
from amp_desktop.domain.program import Phase, Program, Shape
from amp_desktop.domain.program_shapes import reshaped, shaped
from amp_desktop.ui.program.phase_form import PhaseForm
from amp_desktop.ui.program.phase_row import PhaseRow
from amp_desktop.ui.program.words import days_between, program_in_brief, shape_name
from amp_desktop.ui.widgets.buttons import link_button
from amp_desktop.ui.widgets.day_field import DayField
from amp_desktop.ui.widgets.field import Field
from amp_desktop.ui.widgets.foldable import Foldable
from amp_desktop.ui.widgets.form_in_place import FormInPlace
from amp_desktop.ui.widgets.inputs import choice_field
from amp_desktop.ui.widgets.labels import SectionLabel, label
from amp_desktop.ui.widgets.layouts import discard


class ProgramEditor(QWidget):
    """Changes a program and tells of it; it keeps nothing itself.

    Attributes:
        edited: The program is to be this one (carries `Program`), and what was done, in a sentence.
        failed: What was wished for cannot be; carries the error.
        entered: Enter was pressed in the first day of the program.
    """

    edited = Signal(object, str)
    failed = Signal(object)
    entered = Signal()

    def __init__(
        self, today: Callable[[], date], parent: QWidget | None = None, *, is_new: bool = False
    ) -> None:
        """Make an empty one.

        Args:
            today: Says which day it is.
            parent: The widget it stands on.
            is_new: Whether the program is being set up for the first time: then there is no history yet.
        """
        super().__init__(parent)
        self._today = today
        self._is_new = is_new
        self._program = Program()
        self._rows: list[PhaseRow] = []
        self._shape = choice_field(
            self.tr("Kind of program"), [(shape_name(one), one.value) for one in Shape]
        )
        self._shape.activated.connect(self._reshape)
        self._starts = DayField(self.tr("First day of the program"), today=today)
        self._starts.day_changed.connect(self._begin_on)
        self._starts.entered.connect(self.entered)
        self._hint = label("", "small")
        self._days = QWidget()
        self._earlier = link_button("")
        self._earlier.clicked.connect(self._take_up_again)
        self._add = link_button(self.tr("Add a phase or an evaluation…"))
        self._add.clicked.connect(self._begin_phase)
        self._place = FormInPlace(self._add)
        self._list = QVBoxLayout()
        title = self.tr("Phases and evaluations")
        self._heading = Foldable(title, self._days, folded=True) if is_new else SectionLabel(title)
        self._lay_out()
        self.setFocusProxy(self._shape)
        self.show_program(Program())

    def _lay_out(self) -> None:
        room = self.fontMetrics().height()
        self._list.setSpacing(room // 2)
        days = QVBoxLayout(self._days)
        days.setContentsMargins(0, 0, 0, 0)
        days.setSpacing(room * 3 // 4)
        days.addLayout(self._list)
        days.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeading)
        days.addWidget(self._place)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(room * 3 // 4)
        column.addWidget(Field(self.tr("Kind of program"), self._shape))
        column.addWidget(Field(self.tr("First day of the program"), self._starts))
        column.addWidget(self._hint)
        column.addWidget(self._heading)  # while it is set up the days are folded: the button stays in sight
        if not self._is_new:
            column.addWidget(self._days)
        column.addWidget(self._earlier)

    def program(self) -> Program:
        """What is shown."""
        return self._program

    def show_program(self, program: Program) -> None:
        """Show this program, without telling anybody."""
        self._program = program
        with QSignalBlocker(self._shape):
            self._shape.setCurrentIndex(self._shape.findData(program.shape.value))
        self._starts.set_day(program.starts)
        self._hint.setText(self._words(program))
        self._heading.setVisible(bool(program.phases))
        self._add.setVisible(bool(program.phases) and not self._place.is_open())
        while len(self._rows) > len(program.phases):
            self._drop(self._rows.pop())
        while len(self._rows) < len(program.phases):
            self._rows.append(self._new_row())
        for at, (row, phase) in enumerate(zip(self._rows, program.phases, strict=True)):
            row.show_phase(phase, is_first=at == 0)
        former = program.earlier[0] if program.earlier else None
        self._earlier.setHidden(former is None)
        if former is not None:
            words = self.tr("Go back to {program}").format(program=program_in_brief(former))
            self._earlier.setText(words)

    def forget(self) -> None:
        """Drop every word."""
        self._place.put_away()
        self.show_program(Program())
        self._earlier.setText("")

    def _words(self, program: Program) -> str:
        if not program.phases:
            return self.tr("Leave it open until you know. Weeks are counted from here.")
        if self._is_new and program.starts is not None and program.ends is not None:
            words = self.tr("%n weeks, {days}. Every day can be moved, now or later.", "", program.weeks)
            return words.format(days=days_between(program.starts, program.ends))
        return self.tr(
            "%n weeks. Every day below can be moved; where it comes from is shown beside it.",
            "",
            program.weeks,
        )

    def _new_row(self) -> PhaseRow:
        row = PhaseRow(self._today, self)
        row.changed.connect(self._change)
        row.removal_requested.connect(self._remove)
        row.back_requested.connect(self._move_back)
        row.noted.connect(self._note)
        self._list.addWidget(row)
        row.show()  # a layout alone shows it only when the window next comes to itself
        return row

    def _drop(self, row: PhaseRow) -> None:
        row.forget()
        discard(self._list, row)

    # Changing

    @Slot()
    def _reshape(self) -> None:
        shape = Shape(self._shape.currentData())
        if shape is self._program.shape:
            return
        starts = self._program.starts
        if starts is None:
            self._tell(lambda program: _of_shape(program, shape), "")
            return
        words = self.tr("Your program is: {program}.").format(program=shape_name(shape))
        self._tell(lambda program: self._made(program, shape, starts), words)

    @Slot(object)
    def _begin_on(self, starts: date | None) -> None:
        if starts is None:
            self._tell(Program.without_dates, self.tr("The days of the program are open again."))
            return
        words = self.tr("The program begins on another day, and all that follows moved along.")
        self._tell(lambda program: self._made(program, program.shape, starts), words)

    @Slot(str, object, str)
    def _change(self, name: str, phase: Phase, reason: str) -> None:
        former = next((one for one in self._program.phases if one.name == name), phase)
        is_moved = (former.starts, former.ends) != (phase.starts, phase.ends)
        words = self.tr("{phase} was moved.") if is_moved else self.tr("{phase} was changed.")
        today = self._today()
        self._tell(
            lambda program: program.changed(name, phase, reason=reason, today=today),
            words.format(phase=phase.name),
        )

    @Slot(str)
    def _remove(self, name: str) -> None:
        words = self.tr("{phase} was removed.").format(phase=name)
        self._tell(lambda program: program.without_phase(name), words)

    @Slot()
    def _begin_phase(self) -> None:
        """Ask what phase is to be added, after the last one that there is."""
        starts = self._program.ends or self._today()
        form = PhaseForm(Phase("", starts, starts), is_new=True)
        form.agreed.connect(self._add_phase)
        self._place.open(form)

    @Slot(object, str)
    def _add_phase(self, phase: Phase, _reason: str) -> None:
        words = self.tr("{phase} was added.").format(phase=phase.name)
        if self._tell(lambda program: program.with_phase(phase), words):
            self._place.put_away()

    @Slot(str)
    def _move_back(self, name: str) -> None:
        words = self.tr("{phase} has its earlier days again.").format(phase=name)
        self._tell(lambda program: program.moved_back(name), words)

    @Slot(str, object)
    def _note(self, name: str, record: EvaluationRecord) -> None:
        words = self.tr("{phase}: noted.").format(phase=name)
        self._tell(lambda program: program.with_evaluation(name, record), words)

    @Slot()
    def _take_up_again(self) -> None:
        former = self._program.earlier[0]
        words = self.tr("Your program is: {program}.").format(program=shape_name(former.shape))
        self._tell(Program.taken_up_again, words)

    def _made(self, program: Program, shape: Shape, starts: date) -> Program:
        if self._is_new and not program.is_changed:
            return shaped(shape, starts, project=program.project, mentor=program.mentor)
        return reshaped(program, shape, starts, today=self._today())

    def _tell(self, how: Callable[[Program], Program], words: str) -> bool:
        try:
            after = how(self._program)
        except JournalError as error:
            self.show_program(self._program)
            self.failed.emit(error)
            return False
        self.edited.emit(after, words)
        return True


def _of_shape(program: Program, shape: Shape) -> Program:
    return replace(program, shape=shape)
