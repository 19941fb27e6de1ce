"""When a milestone was reached, and in which phase: under its title."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.milestone import Milestone
from amp_desktop.ui.kinds.controls_part import ControlsPart
from amp_desktop.ui.kinds.milestone.phase_chip import PhaseChip
from amp_desktop.ui.style.dates import day_in_words
from amp_desktop.ui.widgets.day_chip import DayChip


class ReachedPart(ControlsPart):
    """The day it was reached, with a calendar, and the phase of the program."""

    def __init__(
        self, today: Callable[[], date], phases: Callable[[], Sequence[str]], parent: QWidget | None = None
    ) -> None:
        """Make it.

        Args:
            today: Says which day it is.
            phases: The names of the program's phases.
            parent: The widget it stands on.
        """
        super().__init__("", parent)
        self._today = today
        self._reached = DayChip(self.tr("Reached on"), self._words, today)
        self._phase = PhaseChip(phases)
        self.add_beside_each_other(self._reached, self._phase)
        self._reached.day_changed.connect(self._changed)
        self._phase.edited.connect(self.edited)

    def show_entry(self, entry: Entry) -> None:
        """Show when a milestone was reached."""
        assert isinstance(entry, Milestone)
        self._reached.set_day(entry.reached_on or entry.day)
        self._phase.show_phase(entry.program_phase)

    def filled(self, entry: Entry) -> Entry:
        """The milestone with day and phase as they stand here."""
        assert isinstance(entry, Milestone)
        return replace(entry, reached_on=self._reached.day(), program_phase=self._phase.phase())

    def set_writable(self, writable: bool) -> None:
        """Whether it may be changed."""
        self._reached.setEnabled(writable)
        self._phase.setEnabled(writable)

    def focus_first(self) -> None:
        """The day."""
        self._reached.setFocus()

    def focus_last(self) -> None:
        """The phase."""
        self._phase.chip.setFocus()

    def _words(self, day: date | None) -> str:
        shown = day or self._today()
        return self.tr("Reached {day}").format(day=day_in_words(shown, self._today()))

    @Slot()
    def _changed(self) -> None:
        self.edited.emit()
