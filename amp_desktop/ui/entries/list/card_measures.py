"""The fonts and lengths of a list's cards, reckoned once for each font and not for each card."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFont, QFontMetrics

from amp_desktop.ui.widgets.painting import small_font

EXCERPT_LINES = 2


class CardMeasures:
    """What cards in one font measure; all lengths in pixels.

    Attributes:
        title_font: Of the title.
        small_font: Of everything else.
        title: The metrics of the title's font.
        small: The metrics of the small font.
        inset: From a card's edge to what stands in it.
        radius: Of a card's corners.
        size: A card's least width, and the height that every row has.
    """

    def __init__(self, font: QFont) -> None:
        self._font = QFont(font)
        self.title_font = QFont(font)
        self.title_font.setWeight(QFont.Weight.DemiBold)
        self.small_font = small_font(font)
        self.title, self.small = QFontMetrics(self.title_font), QFontMetrics(self.small_font)
        text = self.title.height()
        self.inset, self._gap, self._between = text * 2 // 3, text // 4, text * 2 // 5
        self.radius = QFontMetrics(font).height() * 0.6
        self._excerpt_height = EXCERPT_LINES * self.small.lineSpacing()
        self._foot_height = self.small.height() * 5 // 4
        inside = text + self._excerpt_height + self._foot_height + self._gap * 2
        self.size = QSize(text * 12, inside + 2 * self.inset + self._between)

    def are_of(self, font: QFont) -> bool:
        """Whether this is what cards in that font measure."""
        return self._font == font

    def card(self, row: QRect) -> QRect:
        """Where the card stands in its row."""
        return row.adjusted(0, 0, 0, -self._between)

    def inner(self, card: QRect) -> QRect:
        """What of a card can be written upon."""
        return card.adjusted(self.inset, self.inset, -self.inset, -self.inset)

    def title_line(self, inner: QRect) -> QRect:
        """The line at the top."""
        return QRect(inner.left(), inner.top(), inner.width(), self.title.height())

    def excerpt(self, inner: QRect) -> QRect:
        """The lines under the title."""
        top = inner.top() + self.title.height() + self._gap
        return QRect(inner.left(), top, inner.width(), self._excerpt_height)

    def foot(self, inner: QRect) -> QRect:
        """The line at the bottom."""
        height = self._foot_height
        return QRect(inner.left(), inner.bottom() + 1 - height, inner.width(), height)
