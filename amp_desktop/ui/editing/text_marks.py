"""Places of a text marked over it, without being part of it."""

from collections.abc import Iterable

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from amp_desktop.ui.editing.find import Match
from amp_desktop.ui.editing.utf16 import all_to_units

_OPACITY = 70
"""Of 255: the text must stay readable upon it."""


def marks_at(
    box: QTextEdit, text: str, places: Iterable[Match], colour: QColor
) -> list[QTextEdit.ExtraSelection]:
    """What marks these places.

    Args:
        box: What shows the text.
        text: The text that it shows, in which the places are counted.
        places: In order, none overlapping.
        colour: What they are marked with.
    """
    look = QTextCharFormat()
    behind = QColor(colour)
    behind.setAlpha(_OPACITY)
    look.setBackground(behind)
    units = all_to_units(text, [at for place in places for at in place])
    return [_mark(box, *pair, look) for pair in zip(units[::2], units[1::2], strict=True)]


def _mark(box: QTextEdit, start: int, end: int, look: QTextCharFormat) -> QTextEdit.ExtraSelection:
    mark = QTextEdit.ExtraSelection()
    mark.cursor = QTextCursor(box.document())
    mark.cursor.setPosition(start)
    mark.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    mark.format = look
    return mark
