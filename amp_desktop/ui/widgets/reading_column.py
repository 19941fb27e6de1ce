"""Columns that stay readable on a wide screen."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from amp_desktop.ui.style.theme import set_variant

WIDEST = 760
"""Logical pixels at the usual text size; about 90 letters a line."""
USUAL_LINE = 17
"""Logical pixels from line to line at the usual text size; larger text widens the column."""


_LINES_FOR_AIR = 30
"""From this width on (in heights of a line) a page can afford its wide margins."""
_LEAST_LINES = 24
"""Below this width it can afford hardly any."""


def indent(part: QLayout, side: int) -> None:
    """Give a layout other margins at its sides, and no others above and below."""
    margins = part.contentsMargins()
    part.setContentsMargins(side, margins.top(), side, margins.bottom())


class ReadingColumn(QWidget):
    """Keeps one widget in the middle, no wider than `widest` logical pixels."""

    def __init__(self, content: QWidget, widest: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        larger = max(1.0, content.fontMetrics().height() / USUAL_LINE)
        content.setMaximumWidth(widest or round(WIDEST * larger))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(content, 1000)
        row.addStretch(1)


class ScrollPage(QScrollArea):
    """A page that scrolls up and down, its content in a reading column.

    Attributes:
        column: The page's layout; add to it, at last a stretch unless something in it may grow.
        content: What the layout fills, as wide as a text is read best; a page may let it be wider.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_variant(self, "page")
        self.content = content = QWidget()
        room = content.fontMetrics().height()
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(room * 2, room * 3 // 2, room * 2, room * 2)
        self.column.setSpacing(room)
        column = ReadingColumn(content)
        set_variant(column, "page")
        self.setWidget(column)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the margins go before anything is cut off or scrolled to sideways."""
        super().resizeEvent(event)
        room = self.fontMetrics().height()
        side = room if self.width() < room * _LINES_FOR_AIR else room * 2
        indent(self.column, side if self.width() >= room * _LEAST_LINES else room // 2)
