"""When an evaluation was handed in and what came of it: kept with the program, shown on the pad."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.evaluation import Evaluation
from amp_desktop.domain.program import Phase
from amp_desktop.ui.kinds.controls_part import ControlsPart
from amp_desktop.ui.program.record_part import RecordPart
from amp_desktop.ui.widgets.layouts import discard


class HandedInPart(ControlsPart):
    """Day and result, which are no fields of the pad: the program holds them once for all pages.

    Attributes:
        noted: Something was noted: the window's name, and its record as it is to be.
    """

    noted = Signal(str, object)

    def __init__(
        self,
        today: Callable[[], date],
        phase_of: Callable[[Evaluation], Phase | None],
        parent: QWidget | None = None,
    ) -> None:
        """Make it.

        Args:
            today: Says which day it is.
            phase_of: Answers with the window of a pad.
            parent: The owner.
        """
        super().__init__("", parent)
        self._today, self._phase_of = today, phase_of
        self._record: RecordPart | None = None
        self._name = ""

    def show_entry(self, entry: Entry) -> None:
        """Show what was noted for a pad's window; nothing for the beginning."""
        assert isinstance(entry, Evaluation)
        phase = self._phase_of(entry)
        self.setHidden(phase is None)
        if phase is None:
            return
        if self._record is not None and self._name == phase.name:
            self._record.show_phase(phase)
            return
        if self._record is not None:
            discard(self.column, self._record)
        self._name = phase.name
        self._record = RecordPart(phase, self._today)
        self._record.noted.connect(self.noted)
        self.column.addWidget(self._record)

    def filled(self, entry: Entry) -> Entry:
        """The pad as it is."""
        return entry

    def set_writable(self, writable: bool) -> None:
        """Whether it may be changed: the result comes after the window has closed."""
        if self._record is not None:
            self._record.setEnabled(writable)

    def focus_first(self) -> None:
        """The day."""
        for field in self.findChildren(QWidget):
            if field.focusPolicy() & Qt.FocusPolicy.TabFocus and field.isVisible():
                field.setFocus(Qt.FocusReason.TabFocusReason)
                return
