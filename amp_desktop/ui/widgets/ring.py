"""How much of something is done, as a ring that fills: three of four is three quarters of it."""

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from amp_desktop.ui.style.theme import theme
from amp_desktop.ui.style.tokens import Tokens

_WHOLE = 360 * 16
"""Qt counts angles in sixteenths of a degree."""


def ring_side(metrics: QFontMetrics) -> int:
    """How wide and high, in pixels, a ring is beside text of these metrics."""
    return max(10, round(metrics.ascent() * 1.25))


def steps_words(done: int, total: int) -> str:
    """What a ring says, in words: "4 of 6 steps"."""
    if total == 1:
        return QCoreApplication.translate("Goals", "{done} of 1 step").format(done=done)
    return QCoreApplication.translate("Goals", "{done} of %n steps", "", total).format(done=done)


def paint_ring(painter: QPainter, rect: QRectF, done: int, total: int, tokens: Tokens) -> None:
    """A ring, filled from the top, clockwise, also where one reads from right to left, as a clock is.

    An empty ring is an outline, and only a whole one has no gap: shape tells as much as colour.

    Args:
        painter: What to paint with; left as it was found.
        rect: Where; the ring stands in its middle.
        done: How many are done, 0 to `total`.
        total: Of how many; none is an empty ring.
        tokens: The colours.
    """
    side = min(rect.width(), rect.height())
    pen = max(1.2, side / 11)
    circle = QRectF(0, 0, side - pen, side - pen)
    circle.moveCenter(rect.center())
    gap = pen * 1.7
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(tokens.accent if done and done >= total else tokens.control, pen))
    painter.drawEllipse(circle)
    if done > 0 < total:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.accent)
        painter.drawPie(
            circle.adjusted(gap, gap, -gap, -gap), _WHOLE // 4, -_WHOLE * min(done, total) // total
        )
    painter.restore()


class ProgressRing(QWidget):
    """A ring beside a line of text, which a screen reader hears as "4 of 6 steps"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._done, self._total = 0, 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_progress(0, 0)

    def set_progress(self, done: int, total: int) -> None:
        """Show that `done` of `total` steps are done."""
        self._done, self._total = done, total
        self.setAccessibleName(steps_words(done, total))
        self.update()

    def sizeHint(self) -> QSize:
        """As large as it is beside this widget's text."""
        side = ring_side(self.fontMetrics())
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring in the colours of the moment."""
        painter = QPainter(self)
        paint_ring(painter, QRectF(self.rect()), self._done, self._total, theme().tokens)
        painter.end()
