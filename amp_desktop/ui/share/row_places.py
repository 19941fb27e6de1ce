"""Where things stand in a row of what could leave; every length follows the letters."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QStyle

from amp_desktop.domain.summary import Level
from amp_desktop.ui.share.labels import level_words
from amp_desktop.ui.widgets.laid_text import LINE_HEIGHT


@dataclass(frozen=True)
class RowPlaces:
    """Lengths of one row, in logical pixels.

    Attributes:
        letter: The height of a line of letters.
        ascent: How high a letter stands over its line.
        word: How wide the widest word for a level is.
    """

    letter: int
    ascent: int
    word: int

    @classmethod
    def of(cls, font: QFont) -> "RowPlaces":
        """Of rows in this font."""
        metrics = QFontMetrics(font)
        word = max(metrics.horizontalAdvance(level_words(level)) for level in Level)
        return cls(metrics.height(), metrics.ascent(), word)

    @property
    def inset(self) -> int:
        """Between the edge of a row and what stands in it."""
        return self.letter // 2

    @property
    def side(self) -> int:
        """Of the box to tick and of icons."""
        return round(self.ascent * 1.1)

    @property
    def text_left(self) -> int:
        """Where words begin."""
        return self.inset + self.side + round(self.letter * 0.7)

    @property
    def above(self) -> int:
        """Between the upper edge and the first line."""
        return round(self.letter * 0.35)

    @property
    def line(self) -> int:
        """The height of a line with its air."""
        return round(self.letter * LINE_HEIGHT)

    @property
    def bars(self) -> int:
        """How wide the bars of a level are."""
        return round(self.letter * 0.8)

    @property
    def level_width(self) -> int:
        """Of the level: bars, word, angle, and the edge after it."""
        gap = self.letter // 3
        return self.bars + gap + self.word + gap + self.side + self.inset // 2

    def words_width(self, width: int, *, level: bool, pencil: bool) -> int:
        """How wide the words of a row may be.

        Args:
            width: Of the row.
            level: A level stands at its end.
            pencil: A pencil stands before that.
        """
        taken = (self.level_width if level else self.inset) + (self.side + self.inset if pencil else 0)
        return max(self.letter * 3, width - self.text_left - taken - self.letter // 3)


def visual(direction: Qt.LayoutDirection, row: QRect, left: int, width: int, top: int, height: int) -> QRect:
    """A place counted from a row's leading upper corner, as it stands in the view."""
    placed = QRect(row.left() + left, row.top() + top, width, height)
    return QStyle.visualRect(direction, row, placed)
