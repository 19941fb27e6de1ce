"""The texts of the entries written in last, with their undo: going elsewhere and back loses nothing."""

from collections import OrderedDict

from PySide6.QtCore import QObject
from PySide6.QtGui import QFont

from amp_desktop.ui.editing.text_document import TextDocument
from amp_desktop.ui.editing.undo.stack import EntryUndo

MOST = 10
MOST_CHARACTERS = 4_000_000
"""Of all texts together; ten long ones would hold too much memory."""


class EntryTexts(QObject):
    """The documents of one entry's texts, by the attributes they are kept in, and the one undo of all.

    Attributes:
        steps: What undo takes back, in whichever text or field.
        scrolled: How far the entry's page was scrolled when it was last shown.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.steps = EntryUndo(self)
        self.scrolled = 0
        self._documents: dict[str, TextDocument] = {}

    def take(self, field: str, text: str, font: QFont) -> TextDocument:
        """The document of one text, as it was left, holding `text`; a change is a step of undo."""
        document = self._documents.get(field)
        if document is None:
            document = self._documents[field] = TextDocument(text, font, self, self.steps)
        else:
            document.dress(font)
            if document.text() != text:
                document.bring_to(text)
        return document

    def characters(self) -> int:
        """Of all texts."""
        return sum(document.characterCount() for document in self._documents.values())

    def forget(self) -> None:
        """Drop every word."""
        for document in self._documents.values():
            document.forget()
        self._documents.clear()
        self.deleteLater()


class DocumentCache(QObject):
    """Keeps texts by the id of their entry; the entry that was not used for longest goes first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._entries: OrderedDict[str, EntryTexts] = OrderedDict()

    def of(self, entry: str) -> EntryTexts:
        """The texts of an entry, as they were left."""
        texts = self._entries.get(entry)
        if texts is None:
            texts = self._entries[entry] = EntryTexts(self)
        self._entries.move_to_end(entry)
        self._make_room()
        return texts

    def forget(self) -> None:
        """Drop every word of every text."""
        for texts in self._entries.values():
            texts.forget()
        self._entries.clear()

    def _make_room(self) -> None:
        while len(self._entries) > 1 and not self._has_room():
            _, oldest = self._entries.popitem(last=False)
            oldest.forget()

    def _has_room(self) -> bool:
        characters = sum(texts.characters() for texts in self._entries.values())
        return len(self._entries) <= MOST and characters <= MOST_CHARACTERS
