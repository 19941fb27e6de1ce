"""How one is, in three taps: mood, energy and stress, each with its word."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from amp_desktop.ui.widgets.flow_layout import FlowLayout
from amp_desktop.ui.widgets.labels import SectionLabel, label
from amp_desktop.ui.widgets.scale import Scale, energy_scale, mood_scale, stress_scale


class WellBeing(NamedTuple):
    """Three values from 1 to 5, or None where nothing was said."""

    mood: int | None = None
    energy: int | None = None
    stress: int | None = None


class WellBeingScales(QWidget):
    """Three scales beside each other; where there is no room for all, each is a line of its own.

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
        self._flow = FlowLayout(self)
        for named in self._scales:
            self._flow.addWidget(named)
            named.scale.changed.connect(self._changed)
        self._stand(in_lines=False)

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """All three in one row, or none."""
        super().resizeEvent(event)
        beside = sum(named.scale.sizeHint().width() for named in self._scales) + 2 * self._gap()
        self._stand(in_lines=self.width() < beside)

    def _gap(self) -> int:
        return self.fontMetrics().height() * 5 // 4

    def _stand(self, *, in_lines: bool) -> None:
        self._flow.setSpacing(self.fontMetrics().height() // 4 if in_lines else self._gap())
        names = max(named.name.sizeHint().width() for named in self._scales)
        for named in self._scales:
            named.stand(names if in_lines else 0)

    @Slot()
    def _changed(self) -> None:
        self.edited.emit()


class NamedScale(QWidget):
    """A scale with its name and the word for what is chosen: shape alone would have to be guessed.

    Attributes:
        scale: The scale.
        name: Says what it is.
    """

    def __init__(self, make: Callable[[QWidget], Scale], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = SectionLabel("", self)
        self._word = label("", "small", self)
        self.scale = scale = make(self)
        self.name.setText(scale.name)
        self._word.setWordWrap(False)
        self._names = -1
        room = self.fontMetrics().height()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(room // 2)
        self._grid.setVerticalSpacing(room // 5)
        self.stand(0)
        scale.changed.connect(self._say)

    def stand(self, names: int) -> None:
        """Stand under name and word, or between them in one line.

        Args:
            names: How many pixels every name takes in its line; 0 to stand under it.
        """
        if names == self._names:
            return
        self._names = names
        self.name.setMinimumWidth(names)
        for part in (self.name, self.scale, self._word):
            self._grid.removeWidget(part)
        self._grid.addWidget(self.name, 0, 0)
        if names:
            self._grid.addWidget(self.scale, 0, 1)
            self._grid.addWidget(self._word, 0, 2)
        else:
            self._grid.addWidget(self._word, 0, 1)
            self._grid.addWidget(self.scale, 1, 0, 1, 2)
        self._grid.setColumnStretch(1, 0 if names else 1)
        self._grid.setColumnStretch(2, 1 if names else 0)

    def set_value(self, value: int | None) -> None:
        """Show a value without telling anybody."""
        self.scale.set_value(value)
        self._say()

    @Slot()
    def _say(self) -> None:
        self._word.setText(self.scale.words())
