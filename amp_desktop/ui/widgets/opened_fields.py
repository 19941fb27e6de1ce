"""What the fields of an opened row stand on, and fields that look like the text they become."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontInfo, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from amp_desktop.ui.style.theme import set_variant, theme
from amp_desktop.ui.widgets.icon_label import IconLabel
from amp_desktop.ui.widgets.inputs import text_line
from amp_desktop.ui.widgets.reading_line import INDENT, PAGE_TEXT
from amp_desktop.ui.widgets.text_box import TextBox

_NAME = 12
"""In sizes of the window's letters: with less for each name, they stand under each other."""


class OpenedFields(QWidget):
    """A quiet ground with an icon before the fields, as before the line that was read.

    Attributes:
        names: For the fields of the first line; under each other where there is little room.
        column: For what stands below.
        side: For what stands at the end of the first line.
        end: For what stands beside all of it and is reached last, as what takes the row away.
    """

    def __init__(self, icon_name: str, gutter: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gutter = gutter
        em = self._em()
        side = round(em * 1.25)
        self._sign = IconLabel(icon_name)
        self._sign.setFixedSize(side, round(self.fontMetrics().height() * PAGE_TEXT) + 3)
        self.names = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.names.setSpacing(round(em * 0.6))
        self.side = QHBoxLayout()
        self.side.setSpacing(round(em * 0.3))
        self.end = QHBoxLayout()
        self.column = QVBoxLayout()
        self.column.setSpacing(round(em * 0.3))
        self._first = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._first.setSpacing(round(em * 0.6))
        self._first.addLayout(self.names, 1)
        self._first.addLayout(self.side)
        self._first.setAlignment(self.side, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.column.addLayout(self._first)
        row = QHBoxLayout(self)
        row.setContentsMargins(gutter, round(em * 0.35), gutter, round(em * 0.35))
        row.setSpacing(round(em * INDENT) - side)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self.column, 1)
        row.addSpacing(round(em * 0.3) - row.spacing())
        row.addLayout(self.end)
        row.setAlignment(self.end, Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the names under each other where there is little room."""
        super().resizeEvent(event)
        beside = self.side.sizeHint().width() + self.end.sizeHint().width() + self._sign.width()
        room = self.width() - 2 * self._gutter - beside - round(self._em() * INDENT)
        narrow = room < self.names.count() * _NAME * self._em()
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self.names.direction() != way:
            self.names.setDirection(way)
            self._first.setDirection(way)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().tokens.window)
        reach = self._gutter - min(self._gutter, round(self._em() * 0.6))
        corner = self._em() * 0.55
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(reach, 0, -reach, 0), corner, corner)
        painter.end()

    def _em(self) -> int:
        return QFontInfo(self.font()).pixelSize()


def page_line(name: str, *, strong: bool = False) -> QLineEdit:
    """A line of the page's text that is being written; its name stands in it while it is empty.

    Args:
        name: What is written in it.
        strong: Whether it is what the row is about.
    """
    line = text_line()
    line.setPlaceholderText(name)
    line.setAccessibleName(name)
    line.setTextMargins(-2, 0, -2, 0)  # Qt keeps two pixels free by itself
    set_variant(line, "page-line")
    _letter(line, QFont.Weight.Medium if strong else QFont.Weight.Normal)
    return line


def page_box(name: str, invitation: str) -> TextBox:
    """Lines of the page's text that are being written."""
    box = TextBox(name, invitation, lines=1, most_lines=10_000)  # the page scrolls, nothing in it
    set_variant(box, "page-line")
    _letter(box, QFont.Weight.Normal)
    return box


def show_in_line(line: QLineEdit, text: str) -> None:
    """Show a text without telling anybody; what reads the same already is left alone, spaces and all."""
    if line.text().strip() != text:
        at = line.cursorPosition()
        line.setText(text)
        line.setCursorPosition(min(at, len(text)) if line.hasFocus() else 0)


def written_in(line: QLineEdit, before: str) -> str:
    """What stands in a line, without spaces around it; what was there before where it reads the same."""
    words = line.text().strip()
    return before if words == before.strip() else words


def _letter(field: QWidget, weight: QFont.Weight) -> None:
    font = QFont(field.font())
    font.setPointSizeF(font.pointSizeF() * PAGE_TEXT)
    font.setWeight(weight)
    field.setFont(font)
