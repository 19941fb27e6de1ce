"""How one is, in three taps: mood, energy and stress, each with its word."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from amp_desktop.ui.widgets.flow_layout import FlowLayout
from amp_desktop.ui.widgets.labels import SectionLabel, label
from amp_desktop.ui.widgets.scale import Scale, energy_scale, mood_scale, stress_scale


class WellBeing(NamedTuple):
    """Three values from 1 to 5, or None where nothing was said."""

    mood: int | None = None
    energy: int | None = None
    stress: int | None = None


class WellBeingScales(QWidget):
    """Three scales beside each other, or under each other where there is no room.

    Attributes:
        edited: The person chose or cleared a value.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scales = tuple(NamedScale(make, self) for make in (mood_scale, energy_scale, stress_scale))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        flow = FlowLayout(self, self.fontMetrics().height() * 5 // 4)
        for named in self._scales:
            flow.addWidget(named)
            named.scale.changed.connect(self._changed)

    def values(self) -> WellBeing:
        """What is chosen."""
        return WellBeing(*(named.scale.value() for named in self._scales))

    def set_values(self, values: WellBeing) -> None:
        """Show values without telling anybody."""
        for named, value in zip(self._scales, values, strict=True):
            named.set_value(value)

    def focus_first(self) -> None:
        """Give the keyboard to the first."""
        self._scales[0].scale.focus()

    def focus_last(self) -> None:
        """Give the keyboard to the last."""
        self._scales[-1].scale.focus()

    @Slot()
    def _changed(self) -> None:
        self.edited.emit()


class NamedScale(QWidget):
    """A scale under its name and the word for what is chosen: shape alone would have to be guessed."""

    def __init__(self, make: Callable[[QWidget], Scale], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scale = scale = make(self)
        self._word = label("", "small", self)
        self._word.setWordWrap(False)
        head = QHBoxLayout()
        head.setSpacing(self.fontMetrics().height() // 2)
        head.addWidget(SectionLabel(scale.name, self))
        head.addWidget(self._word, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.fontMetrics().height() // 5)
        column.addLayout(head)
        column.addWidget(scale)
        scale.changed.connect(self._say)

    def set_value(self, value: int | None) -> None:
        """Show a value without telling anybody."""
        self.scale.set_value(value)
        self._say()

    @Slot()
    def _say(self) -> None:
        self._word.setText(self.scale.words())
