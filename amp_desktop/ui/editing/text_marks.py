"""Places of a text marked over it, without being part of it."""

from collections.abc import Iterable, Sequence

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextLayout
from PySide6.QtWidgets import QTextEdit

from amp_desktop.ui.editing.find import Match
from amp_desktop.ui.editing.page_texts import Place, TextHit
from amp_desktop.ui.editing.row_text import RowText
from amp_desktop.ui.editing.utf16 import all_to_units

MOST_MARKED = 1_000
"""Places that are marked in each text; all of them are counted."""
_OPACITY = 70
"""Of 255: the text must stay readable upon it."""


def mark_places(
    layer: str, texts: Sequence[Place], found: Sequence[TextHit], before: Sequence[Place], colour: QColor
) -> Sequence[Place]:
    """Mark what was found in the texts of a page.

    Args:
        layer: Of these marks; others stay.
        texts: Those that were looked through.
        found: The places, in order; they count these texts.
        before: Those that may have such marks from before.
        colour: What they are marked with.

    Returns:
        The texts that have such marks now.
    """
    matches: dict[int, list[Match]] = {}
    for place in found:
        matches.setdefault(place.text, []).append(place.match)
    marked = [texts[number] for number in matches]
    for text in before:
        if text not in marked:
            text.set_layer(layer, [], colour) if isinstance(text, RowText) else text.set_layer(layer, [])
    for number, places in matches.items():
        text, some = texts[number], places[:MOST_MARKED]
        if isinstance(text, RowText):
            text.set_layer(layer, some, mark_colour(colour))
        else:
            text.set_layer(layer, marks_at(text, text.text(), some, colour))
    return marked


def marked_ranges(
    text: str, matches: Iterable[tuple[int, int]], colour: QColor
) -> list[QTextLayout.FormatRange]:
    """What marks these places, in characters and in order, in a layout of the text."""
    look = QTextCharFormat()
    look.setBackground(colour)
    units = all_to_units(text, [at for place in matches for at in place])
    ranges = []
    for start, end in zip(units[::2], units[1::2], strict=True):
        mark = QTextLayout.FormatRange()
        mark.start, mark.length, mark.format = start, end - start, look
        ranges.append(mark)
    return ranges


def mark_colour(colour: QColor) -> QColor:
    """The colour as it lies behind words."""
    behind = QColor(colour)
    behind.setAlpha(_OPACITY)
    return behind


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
    look.setBackground(mark_colour(colour))
    units = all_to_units(text, [at for place in places for at in place])
    return [_mark(box, *pair, look) for pair in zip(units[::2], units[1::2], strict=True)]


def _mark(box: QTextEdit, start: int, end: int, look: QTextCharFormat) -> QTextEdit.ExtraSelection:
    mark = QTextEdit.ExtraSelection()
    mark.cursor = QTextCursor(box.document())
    mark.cursor.setPosition(start)
    mark.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    mark.format = look
    return mark
