"""Painting some lines of a row's text, with what was looked for marked in it."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption

from amp_desktop.domain.query import Mark
from amp_desktop.ui.editing.utf16 import to_characters, to_units
from amp_desktop.ui.tokens import Tokens


def paint_lines(
    painter: QPainter,
    rect: QRect,
    text: str,
    marks: Sequence[Mark],
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
    at = 0
    for number in range(lines):
        rest = text[at:]
        if not rest:
            return
        if number == lines - 1:
            shown = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, rect.width())
        else:
            shown = rest[: _fitting(rest, font, rect.width())]
        here = [Mark(mark.start - at, mark.length) for mark in marks]
        layout = _layout(shown, here, font, tokens, rect.width(), mirrored)
        layout.draw(painter, QPointF(rect.left(), rect.top() + number * metrics.lineSpacing()))
        at += len(shown)


def _fitting(text: str, font: QFont, width: int) -> int:
    """How many characters fit into one line, broken between words where that can be."""
    beginning = text[: _more_than_fits(font, width)]
    layout = QTextLayout(beginning, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    layout.endLayout()
    return max(to_characters(beginning, line.textLength()), 1)


def _more_than_fits(font: QFont, width: int) -> int:
    return max(width // max(QFontMetrics(font).horizontalAdvance("i"), 1), 1)


def _layout(
    text: str, marks: Sequence[Mark], font: QFont, tokens: Tokens, width: int, mirrored: bool
) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption()
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.setFormats(
        list(filter(None, (_range(text, mark, tokens.selection, tokens.text) for mark in marks)))
    )
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    layout.endLayout()
    return layout


def _range(text: str, mark: Mark, behind: QColor, colour: QColor) -> QTextLayout.FormatRange | None:
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
