"""The evaluation that a word is due about, on the page of the day, and what was noted of it there."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amp_desktop.domain.evaluation_record import EvaluationRecord
from amp_desktop.domain.program import Program
from amp_desktop.ui.program.evaluation_notice import EvaluationNotice
from amp_desktop.ui.today.confirmation import Confirmation
from amp_desktop.ui.today.gestures import Back, Gestures


class EvaluationSection(QWidget):
    """Hidden unless there is something to say.

    Attributes:
        done: Says what was noted.
        pad_wanted: The pad of the evaluation of that name is to be opened.
    """

    pad_wanted = Signal(str)

    def __init__(
        self,
        gestures: Gestures,
        remember: Callable[[Back], None],
        undo: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._gestures, self._remember, self._undo = gestures, remember, undo
        self._notice = EvaluationNotice(self)
        self._notice.noted.connect(self._note)
        self._notice.pad_wanted.connect(self.pad_wanted)
        self.done = Confirmation(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._notice)
        column.addWidget(self.done)
        self.hide()

    def show_program(self, program: Program, day: date) -> None:
        """Speak about an evaluation, or not at all."""
        self._notice.show_program(program, day)
        self._show()

    def forget(self) -> None:
        """Say nothing any more."""
        self._notice.forget()
        self.done.clear()
        self.hide()

    @Slot(str, object)
    def _note(self, name: str, record: EvaluationRecord) -> None:
        back = self._gestures.note_evaluation(name, record)
        if callable(back):
            self._remember(back)
            words = self.tr("{phase}: handed in.") if record.handed_in else self.tr("{phase}: noted.")
            self.done.show_done(words.format(phase=name), self._undo)
            self._show()

    def _show(self) -> None:
        self.setVisible(bool(self._notice.words() or self.done.words()))
