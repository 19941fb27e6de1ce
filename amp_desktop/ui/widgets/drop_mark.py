"""The line that shows where a row that is dragged would be put."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from amp_desktop.ui.style.theme import theme


class DropMark(QWidget):
    """A line between two rows; the pointer does not see it.

    Attributes:
        gap: Before which row it is.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.gap = 0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_at(self, gap: int, place: QRect) -> None:
        """Be seen there."""
        self.gap = gap
        self.setGeometry(place)
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A line of the accent."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().tokens.accent)
        painter.end()
