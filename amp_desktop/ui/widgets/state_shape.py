"""The small shape that says how far something has come: a ring of steps, a circle, a tick."""

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from amp_desktop.ui.style.tokens import Tokens


class Look(Enum):
    """What a shape looks like.

    PART is a ring filled as far as its part has come, OPEN an empty circle in the accent, HALF one that is
    half full, DONE a tick, RESTING a circle with a bar in it: parked, or let go.
    """

    PART = auto()
    OPEN = auto()
    HALF = auto()
    DONE = auto()
    RESTING = auto()


@dataclass(frozen=True)
class StateShape:
    """How far something has come. The words beside it say the same: a shape is never the only sign.

    Attributes:
        look: What it looks like.
        part: For `Look.PART`, how much is done, from 0 to 1.
    """

    look: Look
    part: float = 0.0


def ring(done: int, of: int) -> StateShape:
    """The ring of so many steps done; an empty one where there are none."""
    return StateShape(Look.PART, min(max(done / of, 0.0), 1.0) if of else 0.0)


def paint_shape(
    painter: QPainter, rect: QRect, shape: StateShape, tokens: Tokens, *, mirrored: bool = False
) -> None:
    """Paint a shape into the largest square in the middle of a place.

    Args:
        painter: What to paint with; left as it was found.
        rect: Where.
        shape: What.
        tokens: The colours.
        mirrored: It fills the other way round, and its half is the other one.
    """
    side = min(rect.width(), rect.height())
    stroke = max(side * 0.1, 1.0)
    box = QRectF(0, 0, side - stroke, side - stroke)
    box.moveCenter(QRectF(rect).center())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    match shape.look:
        case Look.PART:
            painter.setPen(QPen(tokens.control, stroke))
            painter.drawEllipse(box)
            _fill(painter, box, shape.part, tokens, mirrored=mirrored)
        case Look.OPEN | Look.HALF:
            painter.setPen(QPen(tokens.accent, stroke))
            painter.drawEllipse(box)
            if shape.look is Look.HALF:
                _fill(painter, box, 0.5, tokens, mirrored=mirrored)
        case Look.DONE:
            painter.setPen(_pen(tokens, stroke * 1.3, done=True))
            x, y = box.width(), box.height()
            corners = ((0.08, 0.55), (0.38, 0.84), (0.95, 0.18))
            painter.drawPolyline([box.topLeft() + QPointF(a * x, b * y) for a, b in corners])
        case Look.RESTING:
            painter.setPen(_pen(tokens, stroke, done=False))
            painter.drawEllipse(box)
            reach = QPointF(box.width() / 4, 0)
            painter.drawLine(box.center() - reach, box.center() + reach)
    painter.restore()


def _pen(tokens: Tokens, width: float, *, done: bool) -> QPen:
    pen = QPen(tokens.good if done else tokens.control, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _fill(painter: QPainter, box: QRectF, part: float, tokens: Tokens, *, mirrored: bool) -> None:
    """Fill a part of the circle from its top on, as a clock's hand goes; mirrored, against it."""
    if part <= 0:
        return
    air = box.width() * 0.2
    inner = box.adjusted(air, air, -air, -air)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens.accent)
    if part >= 1:
        painter.drawEllipse(inner)
    else:
        painter.drawPie(inner, 90 * 16, round(part * 360 * 16) * (1 if mirrored else -1))
