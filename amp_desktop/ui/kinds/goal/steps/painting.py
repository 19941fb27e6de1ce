"""What the rows of steps are painted with."""

from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap, QPixmapCache

from amp_desktop.ui.style.icons import icon
from amp_desktop.ui.style.tokens import Tokens


class TickState(NamedTuple):
    """How a box is shown.

    Attributes:
        done: Whether it is ticked.
        lit: Whether the pointer or the keyboard is in its row.
        focused: Whether it has the keyboard itself.
    """

    done: bool
    lit: bool
    focused: bool


def paint_tick(painter: QPainter, place: QRect, tokens: Tokens, state: TickState) -> None:
    """The box of a step, with its tick if it is done.

    Sixty boxes look alike: where pixels of the picture are pixels of the screen, one is drawn and kept.
    """
    ratio = painter.device().devicePixelRatio()
    if state.focused or ratio != int(ratio):
        _draw_tick(painter, place, tokens, state)
        return
    colours = "/".join(colour.name() for colour in (tokens.accent, tokens.control, tokens.base))
    key = f"amp-tick/{place.width()}/{ratio}/{state.done}/{state.lit}/{colours}"
    pixmap = QPixmap()
    if not QPixmapCache.find(key, pixmap):
        pixmap = QPixmap(place.size() * int(ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        inner = QPainter(pixmap)
        inner.setRenderHint(QPainter.RenderHint.Antialiasing)
        _draw_tick(inner, QRect(QPoint(0, 0), place.size()), tokens, state)
        inner.end()
        QPixmapCache.insert(key, pixmap)
    painter.drawPixmap(place.topLeft(), pixmap)


def _draw_tick(painter: QPainter, place: QRect, tokens: Tokens, state: TickState) -> None:
    width = max(1.5, place.width() / 12)
    box = QRectF(place).adjusted(width / 2, width / 2, -width / 2, -width / 2)
    corner = place.width() / 4.5
    painter.setPen(QPen(tokens.accent if state.done or state.lit else tokens.control, width))
    painter.setBrush(tokens.accent if state.done else tokens.base)
    painter.drawRoundedRect(box, corner, corner)
    if state.done:
        inner = place.adjusted(*(side * place.width() // 7 for side in (1, 1, -1, -1)))
        icon("check", "on_accent").paint(painter, inner)
    if state.focused:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(tokens.accent, 2))
        air = width + 2
        painter.drawRoundedRect(box.adjusted(-air, -air, air, air), corner + air, corner + air)


def paint_chip(
    painter: QPainter, place: QRect, words: str, em: int, tokens: Tokens, *, mirrored: bool
) -> None:
    """A word with an arrow before it, in the painter's font."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens.selection)
    painter.drawRoundedRect(QRectF(place), place.height() / 2, place.height() / 2)
    side, air = em, round(0.6 * em)
    arrow = QRect(0, place.y() + (place.height() - side) // 2, side, side)
    arrow.moveLeft(place.right() + 1 - air - side if mirrored else place.left() + air)
    painter.save()
    if mirrored:  # it points to where one reads on
        painter.translate(2 * arrow.center().x() + 1, 0)
        painter.scale(-1, 1)
    icon("arrow-right", "accent").paint(painter, arrow)
    painter.restore()
    painter.setPen(tokens.accent)
    gap = side + air + round(0.35 * em)
    text = place.adjusted(air, 0, -gap, 0) if mirrored else place.adjusted(gap, 0, -air, 0)
    painter.drawText(text, Qt.AlignmentFlag.AlignCenter, words)
