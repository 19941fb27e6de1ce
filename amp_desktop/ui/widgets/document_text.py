"""The text of a field for several lines, as it was put in."""

from PySide6.QtGui import QTextDocument


def text_of(document: QTextDocument) -> str:
    """The text as it stands, with plain line breaks, and every other character as it was put in."""
    return document.toRawText().replace("\u2029", "\n")  # `toPlainText` makes hard spaces soft ones
