"""What there is to go through for an evaluation; each point can be ticked."""

from collections.abc import Collection, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from amp_desktop.domain.evaluations import ChecklistPoint
from amp_desktop.ui.program.evaluation_words import point_words
from amp_desktop.ui.widgets.check_box import CheckBox
from amp_desktop.ui.widgets.labels import label
from amp_desktop.ui.widgets.layouts import clear_layout


class Checklist(QWidget):
    """Points under each other, in words that break their lines.

    Attributes:
        toggled: A point was ticked, or no longer: its name and which.
    """

    toggled = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes: dict[ChecklistPoint, CheckBox] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self.fontMetrics().height() // 3)

    def show_points(self, points: Sequence[ChecklistPoint], ticked: Collection[str]) -> None:
        """Show these, with a tick at those."""
        if tuple(self._boxes) != tuple(points):
            self._make(points)
        for point, box in self._boxes.items():
            box.show_checked(point.value in ticked)

    def _make(self, points: Sequence[ChecklistPoint]) -> None:
        clear_layout(self._column)
        self._boxes = {}
        for point in points:
            self._boxes[point] = box = CheckBox()
            words = label(point_words(point))
            box.setAccessibleName(words.text())
            box.switched.connect(partial(self._tell, point))
            row = QWidget(self)
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            line.addWidget(box)
            line.addWidget(words, 1)
            self._column.addWidget(row)
            row.show()

    def _tell(self, point: ChecklistPoint, checked: bool) -> None:
        self.toggled.emit(point.value, checked)
