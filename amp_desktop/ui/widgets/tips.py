"""Tool tips of what the mentee wrote."""

from html import escape

from PySide6.QtGui import Qt


def plain_tip(words: str) -> str:
    """The words as a tool tip is to show them, character by character.

    To Qt, a title that looks like HTML is HTML, and the files that it names are read and shown.
    """
    return f"<qt>{escape(words)}</qt>" if Qt.mightBeRichText(words) else words
