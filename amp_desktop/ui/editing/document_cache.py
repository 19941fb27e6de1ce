"""The texts that were written in last, each with its undo: going to another entry and back loses nothing."""

from collections import OrderedDict

from PySide6.QtCore import QObject
from PySide6.QtGui import QFont

from amp_desktop.ui.editing.text_document import TextDocument

MOST = 10
MOST_CHARACTERS = 4_000_000
"""Of all texts together; ten long ones would hold too much memory."""


class DocumentCache(QObject):
    """Keeps documents by the id of their entry; the one that was not used for longest goes first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._documents: OrderedDict[str, TextDocument] = OrderedDict()

    def take(self, entry: str, text: str, font: QFont) -> TextDocument:
        """The document of an entry, as it was left, holding `text`.

        What others made of the text meanwhile becomes one step that undo takes back.
        """
        document = self._documents.get(entry)
        if document is None:
            document = self._documents[entry] = TextDocument(text, font, self)
        else:
            document.dress(font)
            if document.text() != text:
                document.bring_to(text)
        self._documents.move_to_end(entry)
        self._make_room()
        return document

    def forget(self) -> None:
        """Drop every word of every text."""
        for document in self._documents.values():
            document.forget()
            document.deleteLater()
        self._documents.clear()

    def _make_room(self) -> None:
        while len(self._documents) > 1 and not self._has_room():
            _, oldest = self._documents.popitem(last=False)
            oldest.forget()
            oldest.deleteLater()

    def _has_room(self) -> bool:
        characters = sum(document.characterCount() for document in self._documents.values())
        return len(self._documents) <= MOST and characters <= MOST_CHARACTERS
