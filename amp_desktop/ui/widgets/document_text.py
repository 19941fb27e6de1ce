"""The text of a field for several lines, as it was put in."""

import re

from PySide6.QtGui import QTextDocument, QTextOption

_ENDLESS = re.compile(r"(?<![!-~])[!-~]{4000}")
"""What no language writes without a space, such as a file that was pasted as text."""


def wrap_mode_for(text: str) -> QTextOption.WrapMode:
    """Where lines may break: between words, or anywhere where a word has no end.

    Qt looks for the end of a word anew in each of its lines: one of 200,000 letters takes it half a minute.
    """
    if _ENDLESS.search(text):
        return QTextOption.WrapMode.WrapAnywhere
    return QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere


def text_of(document: QTextDocument) -> str:
    """The text as it stands, with plain line breaks, and every other character as it was put in."""
    return document.toRawText().replace("\u2029", "\n")  # `toPlainText` makes hard spaces soft ones
