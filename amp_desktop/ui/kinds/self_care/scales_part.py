"""Mood, energy and stress on the page of a self-care note."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.ui.kinds.controls_part import ControlsPart
from amp_desktop.ui.widgets.well_being import WellBeing, WellBeingScales


class ScalesPart(ControlsPart):
    """Three scales; every one of them may be left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._scales = WellBeingScales()
        self._scales.edited.connect(self.edited)
        self.column.addWidget(self._scales)

    def show_entry(self, entry: Entry) -> None:
        """Show what a self-care note says."""
        assert isinstance(entry, SelfCareNote)
        self._scales.set_values(WellBeing(entry.mood, entry.energy, entry.stress))

    def filled(self, entry: Entry) -> Entry:
        """The note with what is chosen."""
        assert isinstance(entry, SelfCareNote)
        said = self._scales.values()
        return replace(entry, mood=said.mood, energy=said.energy, stress=said.stress)

    def is_empty(self) -> bool:
        """Whether nothing is chosen."""
        return self._scales.values() == WellBeing()

    def set_writable(self, writable: bool) -> None:
        """Whether it may be changed."""
        self._scales.setEnabled(writable)

    def focus_first(self) -> None:
        """The mood."""
        self._scales.focus_first()

    def focus_last(self) -> None:
        """The stress."""
        self._scales.focus_last()
