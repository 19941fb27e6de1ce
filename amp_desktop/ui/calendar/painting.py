"""How one day is painted, in the month and in the year."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from amp_desktop.ui.calendar.grids import level
from amp_desktop.ui.style.tokens import Tokens

SHADES = (0.0, 0.15, 0.26, 0.38, 0.5)
"""How much of the accent colour a day of each level has; the darkest still lets its number be read."""


@dataclass(frozen=True, kw_only=True)
class DayCell:
    """What is to be seen of a day.

    Attributes:
        day: Which.
        count: How many entries stand on it.
        numbered: Whether its number is shown.
        is_today: Whether it is today.
        in_window: Whether it falls into a short phase of the program, such as an evaluation.
        is_chosen: Whether the list shows it alone.
        is_current: Whether the keyboard stands on it.
    """

    day: date
    count: int = 0
    numbered: bool = True
    is_today: bool = False
    in_window: bool = False
    is_chosen: bool = False
    is_current: bool = False


def paint(painter: QPainter, rect: QRect, tokens: Tokens, cell: DayCell) -> None:
    """Paint a day: shaded by how many entries it has, with a line under it in a window of the program.

    Today is outlined, the chosen day has a thick outline, and the keyboard's place one in the text's colour;
    the painter is left as it was found.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    air = 1.5 if cell.numbered else 0.75
    box = QRectF(rect).adjusted(air, air, -air, -air)
    radius = min(box.width(), box.height()) * 0.24
    painter.setPen(Qt.PenStyle.NoPen)
    if cell.count or not cell.numbered:
        painter.setBrush(shade(tokens, cell.count))
        painter.drawRoundedRect(box, radius, radius)
    _outline(painter, box, radius, tokens, cell)
    if cell.in_window:
        _underline(painter, box, tokens, cell)
    if cell.numbered:
        _number(painter, box, tokens, cell)
    painter.restore()


def shade(tokens: Tokens, count: int) -> QColor:
    """The colour of a day with so many entries."""
    shades = _SHADES.get(tokens.name) or _SHADES.setdefault(tokens.name, _mixed(tokens))
    return shades[level(count)]


_SHADES: dict[str, tuple[QColor, ...]] = {}
"""The colours of each appearance, mixed once: a year has 365 cells."""


def _mixed(tokens: Tokens) -> tuple[QColor, ...]:
    ground, ink = tokens.window, tokens.accent
    pairs = ((ground.red(), ink.red()), (ground.green(), ink.green()), (ground.blue(), ink.blue()))
    mixed = [[round(under + (over - under) * part) for under, over in pairs] for part in SHADES[1:]]
    return (tokens.hover, *(QColor(*colour) for colour in mixed))


def _outline(painter: QPainter, box: QRectF, radius: float, tokens: Tokens, cell: DayCell) -> None:
    if cell.is_current:
        colour, width = tokens.text, 2.0
    elif cell.is_chosen:
        colour, width = tokens.accent, 2.0
    elif cell.is_today:
        colour, width = tokens.control, 1.0
    else:
        return
    inset = width / 2
    painter.setPen(QPen(colour, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), radius, radius)


def _underline(painter: QPainter, box: QRectF, tokens: Tokens, cell: DayCell) -> None:
    thick = 2.0 if cell.numbered else 1.5
    side = box.width() * (0.3 if cell.numbered else 0.1)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens.muted)
    painter.drawRect(QRectF(box.left() + side, box.bottom() - 1.5 * thick, box.width() - 2 * side, thick))


def _number(painter: QPainter, box: QRectF, tokens: Tokens, cell: DayCell) -> None:
    font = painter.font()
    font.setBold(cell.is_today or cell.is_chosen)
    painter.setFont(font)
    painter.setPen(tokens.text if cell.count or cell.is_today or cell.is_chosen else tokens.muted)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(cell.day.day))
