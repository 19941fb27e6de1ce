"""What delegates paint into list rows: dots for a value, chips for tags."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from amp_desktop.ui.style.tokens import Tokens


def dots_size(metrics: QFontMetrics, count: int = 5) -> QSize:
    """The room that `paint_dots` takes beside text of these metrics."""
    step = _dot(metrics) * 7 // 4
    return QSize(step * (count - 1) + _dot(metrics), metrics.height())


def paint_dots(
    painter: QPainter, rect: QRect, value: int, tokens: Tokens, *, count: int = 5, mirrored: bool = False
) -> None:
    """Dots in a row, `value` of them filled and the others outlined: colour is not the only sign.

    Args:
        painter: What to paint with; left as it was found.
        rect: Where; the dots stand at its leading edge, in the middle of its height.
        value: How many are filled.
        tokens: The colours.
        count: How many there are.
        mirrored: From the right, for right-to-left rows.
    """
    side = _dot(painter.fontMetrics())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for index in range(count):
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


def paint_chips(
    painter: QPainter, rect: QRect, texts: Sequence[str], tokens: Tokens, *, mirrored: bool = False
) -> None:
    """Chips beside each other, as many as fit; those left out are told by an ellipsis.

    Args:
        painter: What to paint with, its font being the row's small font; left as it was found.
        rect: Where; the chips stand at its leading edge, in the middle of its height.
        texts: What the chips say.
        tokens: The colours.
        mirrored: From the right, for right-to-left rows.
    """
    metrics = painter.fontMetrics()
    inset, gap = metrics.height() // 2, metrics.height() // 3
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    used = 0
    for text in texts:
        width = metrics.horizontalAdvance(text) + 2 * inset
        fits = used + width <= rect.width()
        words = text if fits else "…"
        width = width if fits else metrics.horizontalAdvance(words) + inset
        left = rect.right() + 1 - used - width if mirrored else rect.left() + used
        if used + width <= rect.width():
            _paint_chip(painter, QRect(left, rect.top(), width, rect.height()), words, tokens)
        if not fits:
            break
        used += width + gap
    painter.restore()


def small_font(font: QFont) -> QFont:
    """The font of a row's second line and chips."""
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.9)
    return small


def _paint_chip(painter: QPainter, place: QRect, text: str, tokens: Tokens) -> None:
    height = min(place.height(), painter.fontMetrics().height() * 5 // 4)
    box = QRectF(place.left(), place.center().y() + 1 - height / 2, place.width(), height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens.chip)
    painter.drawRoundedRect(box, height / 2, height / 2)
    painter.setPen(tokens.muted)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def _dot(metrics: QFontMetrics) -> int:
    return max(4, round(metrics.height() * 0.38))
