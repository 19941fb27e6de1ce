"""A line with a magnifying glass."""

from PySide6.QtCore import QEvent, QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from amp_desktop.ui.style.icons import icon

_LETTERS = {QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange}


class SearchLine(QLineEdit):
    """The glass grows with the letters.

    It is no action of the line: Qt shows those in one size, and tells a screen reader of a button.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        """The magnifying glass grows with the letters, and stands where lines begin."""
        super().changeEvent(event)
        if event.type() in _LETTERS:
            self._make_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the magnifying glass over the line."""
        super().paintEvent(event)
        side = self._side()
        left = self.width() - side - side // 2 if self.isRightToLeft() else side // 2
        painter = QPainter(self)
        icon("search").paint(painter, QRect(left, (self.height() - side) // 2, side, side))
        painter.end()

    def _side(self) -> int:
        return round(self.fontMetrics().ascent() * 1.2)

    def _make_room(self) -> None:
        room = round(self._side() * 1.2)
        self.setTextMargins(0 if self.isRightToLeft() else room, 0, room if self.isRightToLeft() else 0, 0)
