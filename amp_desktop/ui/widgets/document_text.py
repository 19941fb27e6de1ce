"""The text of a field for several lines, as it was put in.

Qt ends its blocks with U+2029, so one that stands in a text would come back as a line end. In a document a
character stands for it that no text has: Unicode keeps that one for a program's own use.
"""

import re

from PySide6.QtGui import QTextDocument, QTextOption

_BLOCK_END, _PARAGRAPH_SEPARATOR = "\u2029", "\ufdef"
_LONGEST_WORD = 4000
_ENDLESS = re.compile(rf"(?<![!-~])[!-~]{{{_LONGEST_WORD}}}")
"""What no language writes without a space, such as a file that was pasted as text."""


def wrap_mode_for(text: str) -> QTextOption.WrapMode:
    """Where lines may break: between words, or anywhere where a word has no end.

    Qt looks for the end of a word anew in each of its lines: one of 200,000 letters takes it half a minute.
    """
    if len(text) >= _LONGEST_WORD and _ENDLESS.search(text):
        return QTextOption.WrapMode.WrapAnywhere
    return QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere


def text_of(document: QTextDocument) -> str:
    """The text as it stands, with plain line breaks, and every other character as it was put in."""
    return from_document(document.toRawText())  # `toPlainText` makes hard spaces soft ones


def with_plain_ends(text: str) -> str:
    """The text with its lines ended as a document gives them back, wherever it was written."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def for_document(text: str) -> str:
    """The text as it is put into a document; every character keeps its place, but after a line end of two."""
    return with_plain_ends(text).replace("\u2029", _PARAGRAPH_SEPARATOR)


def from_document(text: str) -> str:
    """What stands in a document, as `toRawText` and `selectedText` give it, as text."""
    return text.replace(_BLOCK_END, "\n").replace(_PARAGRAPH_SEPARATOR, "\u2029")
