"""What delegates paint into list rows: dots for a value."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from amp_desktop.ui.style.tokens import Tokens

COUNT = 5
"""So many dots stand for the highest value."""


def dots_size(metrics: QFontMetrics) -> QSize:
    """The room that `paint_dots` takes beside text of these metrics."""
    step = _dot(metrics) * 7 // 4
    return QSize(step * (COUNT - 1) + _dot(metrics), metrics.height())


def paint_dots(painter: QPainter, rect: QRect, value: int, tokens: Tokens, *, mirrored: bool = False) -> None:
    """Dots in a row, `value` of them filled and the others outlined: colour is not the only sign.

    Args:
        painter: What to paint with; left as it was found.
        rect: Where; the dots stand at its leading edge, in the middle of its height.
        value: How many are filled.
        tokens: The colours.
        mirrored: From the right, for right-to-left rows.
    """
    side = _dot(painter.fontMetrics())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for index in range(COUNT):
        shift = index * (side * 7 // 4)
        left = rect.right() + 1 - side - shift if mirrored else rect.left() + shift
        dot = QRectF(left, rect.center().y() + 1 - side / 2, side, side)
        if index < value:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.accent)
            painter.drawEllipse(dot)
        else:
            painter.setPen(tokens.control)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(dot.adjusted(1, 1, -1, -1))
    painter.restore()


def small_font(font: QFont) -> QFont:
    """The font of a row's second line."""
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.9)
    return small


def _dot(metrics: QFontMetrics) -> int:
    return max(4, round(metrics.height() * 0.38))
