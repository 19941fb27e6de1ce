"""Tool tips of what the mentee wrote."""

from PySide6.QtGui import Qt


def plain_tip(words: str) -> str:
    """The words as a tool tip is to show them, character by character.

    To Qt, a title that looks like HTML is HTML, and the files that it names are read and shown.
    """
    if not Qt.mightBeRichText(words):
        return words
    from html import escape  # it comes with a table of 2,000 signs, which no start has to wait for

    return f"<qt>{escape(words)}</qt>"
