"""A link that wraps: what it leads to can be read, however narrow its place is."""

from math import ceil

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent, QTextLayout
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from amp_desktop.ui.style.theme import theme
from amp_desktop.ui.widgets.tips import plain_tip
from amp_desktop.ui.widgets.wrapped_label import FEW_LETTERS, laid_out

_MOST_LINES = 3
"""What is longer ends with an ellipsis; the tip and the screen reader have all of it."""


class WrappedLink(QPushButton):
    """Words in the colour of links, in as many lines as they need, up to three."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        """Make it.

        Args:
            words: Plain text, of which an `&` is a letter.
            parent: The widget it stands on.
        """
        super().__init__(parent)
        self._words = " ".join(words.split())
        self._heights: dict[int, int] = {}
        self.setAccessibleName(words)
        self.setToolTip(plain_tip(words))
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """A narrower link is a higher one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the lines."""
        if width not in self._heights:
            self._heights[width] = ceil(self._lines(width).boundingRect().height())
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """As wide as all words in one line."""
        width = self.fontMetrics().horizontalAdvance(self._words) + 2
        return QSize(width, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """A few letters."""
        metrics = self.fontMetrics()
        return QSize(metrics.averageCharWidth() * FEW_LETTERS, metrics.lineSpacing())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height of all lines, of layouts too that ask for none at a width."""
        super().resizeEvent(event)
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def changeEvent(self, event: QEvent) -> None:
        """Another font, or another side to begin at, makes other lines."""
        self._heights.clear()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words, underlined below the pointer, and a frame where the keyboard is."""
        tokens = theme().tokens
        painter = QPainter(self)
        painter.setPen(tokens.accent if self.isEnabled() else tokens.faint)
        is_underlined = self.underMouse() and self.isEnabled()
        self._lines(self.width(), is_underlined=is_underlined).draw(painter, QPointF(0, 0))
        if self.hasFocus():
            painter.setPen(QPen(tokens.accent, 1))
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()

    def _lines(self, width: int, *, is_underlined: bool = False) -> QTextLayout:
        room = _MOST_LINES * (width - self.fontMetrics().averageCharWidth() * FEW_LETTERS)
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, max(room, width))
        font = self.font()
        font.setUnderline(is_underlined)
        return laid_out(shown, font, width, self.layoutDirection())
