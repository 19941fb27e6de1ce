"""A step's words as they are painted: broken where the row ends, from right to left if written so."""

import math
from collections.abc import Sequence
from unicodedata import bidirectional

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout, QTextOption

from amp_desktop.ui.widgets.document_text import wrap_mode_for


class WordsLayout:
    """The lines of one text; they are broken anew only when text, font or width are others."""

    def __init__(self) -> None:
        self._layout = QTextLayout()
        self._known: tuple[str, str, int] | None = None
        self._height = 0

    def fit(self, text: str, font: QFont, width: int) -> int:
        """How high, in pixels, the text is at that width."""
        known = (text, font.key(), width)
        if known != self._known:
            self._known = known
            self._height = self._break_lines(text, font, width)
        return self._height

    def paint(
        self, painter: QPainter, x: int, y: int, colour: QColor, marks: Sequence[QTextLayout.FormatRange] = ()
    ) -> None:
        """Paint the lines, with marks over them."""
        painter.setPen(colour)
        self._layout.draw(painter, QPointF(x, y), list(marks))

    def _break_lines(self, text: str, font: QFont, width: int) -> int:
        from_right = _reads_from_right(text)
        option = QTextOption(Qt.AlignmentFlag.AlignRight if from_right else Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(wrap_mode_for(text))
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        layout = self._layout
        layout.setTextOption(option)
        layout.setFont(font)
        layout.setText(text)
        height = 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLeadingIncluded(True)
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        return math.ceil(height)


def _reads_from_right(text: str) -> bool:
    """Whether the first letter that has a direction leads to the left (Unicode's rule P2)."""
    first = next((kind for kind in map(bidirectional, text) if kind in ("L", "R", "AL")), "L")
    return first != "L"
