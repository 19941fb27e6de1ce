"""How large the parts of a step's row are; every length follows the size of the text."""

from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFont, QFontInfo, QFontMetrics

from amp_desktop.ui.editing.document_edit import body_font


@dataclass(frozen=True)
class Measures:
    """Lengths in pixels, for rows that are read from left to right.

    Attributes:
        em: The size of the window's own text.
        gutter: How much of the page's margin a row has at both sides.
        font: What a step is written in.
        next_font: What the next one is written in.
        small: What its day is written in.
    """

    em: int
    gutter: int
    font: QFont
    next_font: QFont
    small: QFont

    @classmethod
    def of(cls, font: QFont, gutter: int, zoom: float) -> "Measures":
        """The lengths beside a window's own text, the steps `zoom` times as large as usual."""
        small = QFont(font)
        small.setPointSizeF(font.pointSizeF() * 0.93)
        weighty = QFont(body_font(zoom))
        weighty.setWeight(QFont.Weight.Medium)
        return cls(QFontInfo(font).pixelSize(), gutter, body_font(zoom), weighty, small)

    @cached_property
    def least_height(self) -> int:
        """How high a row of one line is."""
        return max(round(2.7 * self.em), round(1.5 * self.line))

    @cached_property
    def line(self) -> int:
        """From line to line in a step of several."""
        return QFontMetrics(self.font).lineSpacing()

    @cached_property
    def air(self) -> int:
        """What is free above and below the words."""
        return (self.least_height - self.line) // 2

    @cached_property
    def corner(self) -> float:
        """How round the corners are."""
        return 0.55 * self.em

    def inset(self, indent: int) -> int:
        """Where a row begins."""
        return self.gutter + round(indent * 2.2 * self.em)

    def tick(self, indent: int) -> QRect:
        """Where its tick is."""
        side = round(1.35 * self.em)
        return QRect(self.inset(indent), self.air + (self.line - side) // 2, side, side)

    def words(self, indent: int) -> int:
        """Where its words begin."""
        return self.tick(indent).right() + 1 + round(0.85 * self.em)

    def chip(self, words: str) -> QSize:
        """How large the mark of the next one is."""
        width = QFontMetrics(self.small).horizontalAdvance(words) + round((2.6 if words else 2.2) * self.em)
        return QSize(width, round(1.75 * self.em))
