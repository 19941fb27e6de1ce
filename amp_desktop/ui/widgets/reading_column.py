"""Columns that stay readable on a wide screen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from amp_desktop.ui.theme import set_look

WIDEST = 760
"""Logical pixels at the usual text size; about 90 letters a line."""


class ReadingColumn(QWidget):
    """Keeps one widget in the middle, no wider than `WIDEST`."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        content.setMaximumWidth(round(WIDEST * max(1.0, content.fontMetrics().height() / 17)))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(content, 1000)
        row.addStretch(1)


class ScrollPage(QScrollArea):
    """A page that scrolls up and down, its content in a reading column.

    Attributes:
        column: The page's layout; add to it. A stretch at its end keeps things at the top.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_look(self, "page")
        content = QWidget()
        room = content.fontMetrics().height()
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(room * 2, room * 3 // 2, room * 2, room * 2)
        self.column.setSpacing(room)
        column = ReadingColumn(content)
        set_look(column, "page")
        self.setWidget(column)
