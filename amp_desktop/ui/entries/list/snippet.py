"""Painting some lines of a row's text, with what was looked for marked in it."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from amp_desktop.domain.query import HitSpan
from amp_desktop.ui.editing.utf16 import to_characters, to_units
from amp_desktop.ui.style.tokens import Tokens

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
_BETWEEN_WORDS, _NOWHERE = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere, QTextOption.WrapMode.NoWrap


def paint_lines(
    painter: QPainter,
    rect: QRect,
    text: str,
    marks: Sequence[HitSpan],
    tokens: Tokens,
    *,
    lines: int,
    mirrored: bool,
) -> None:
    """Text over at most `lines` lines, the last one cut with an ellipsis; in the painter's font and pen.

    Args:
        painter: What to paint with; left as it was found.
        rect: Where, from its top.
        text: One paragraph.
        marks: What was looked for, in characters of `text`; shown bold upon the selection's colour.
        tokens: The colours.
        lines: How many lines at most.
        mirrored: Lines begin at the right.
    """
    font, metrics = painter.font(), painter.fontMetrics()
    most = max(rect.width() // max(metrics.horizontalAdvance("i"), 1), 1)  # more than fit into a line
    top, at = float(rect.top()), 0
    for _ in range(lines - 1):
        part = text[at : at + most]
        layout = _layout(part, _from(marks, at), font, tokens, mirrored=mirrored, wraps=True)
        units = _lay_line(layout, rect.width())
        layout.draw(painter, QPointF(rect.left(), top))
        at += max(to_characters(part, units), 1)
        top += metrics.lineSpacing()
        if at >= len(text):
            return
    last = metrics.elidedText(text[at : at + most], Qt.TextElideMode.ElideRight, rect.width())
    layout = _layout(last, _from(marks, at), font, tokens, mirrored=mirrored, wraps=False)
    _lay_line(layout, rect.width())
    layout.draw(painter, QPointF(rect.left(), top))


def _from(marks: Sequence[HitSpan], at: int) -> list[HitSpan]:
    """The marks as they stand in a text that begins at `at`."""
    return [HitSpan(mark.start - at, mark.length) for mark in marks] if at else list(marks)


def _layout(
    text: str, marks: Sequence[HitSpan], font: QFont, tokens: Tokens, *, mirrored: bool, wraps: bool
) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption(_RIGHT if mirrored else _LEFT)
    option.setWrapMode(_BETWEEN_WORDS if wraps else _NOWHERE)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    layout.setTextOption(option)
    if marks:
        ranges = (_range(text, mark, tokens.selection, tokens.text) for mark in marks)
        layout.setFormats(list(filter(None, ranges)))
    return layout


def _lay_line(layout: QTextLayout, width: int) -> int:
    """Lay out the first line alone; answers with its length in UTF-16 units."""
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    layout.endLayout()
    return line.textLength()


def _range(text: str, mark: HitSpan, behind: QColor, colour: QColor) -> QTextLayout.FormatRange | None:
    start, end = max(mark.start, 0), min(mark.start + mark.length, len(text))
    if start >= end:
        return None
    looks = QTextCharFormat()
    looks.setFontWeight(QFont.Weight.DemiBold)
    looks.setForeground(colour)
    looks.setBackground(behind)
    made = QTextLayout.FormatRange()
    made.start = to_units(text, start)
    made.length = to_units(text, end) - made.start
    made.format = looks
    return made
