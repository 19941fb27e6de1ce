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
        self._documents: dict[str, TextDocument | None] = {}  # None where it went on to another entry, blank

    def take(self, field: str, text: str, font: QFont, shown: TextDocument) -> TextDocument:
        """The document of one text, as it was left, holding `text`; a change is a step of undo.

        To make a document takes longer than all else of opening a text, and most texts of a page are empty.
        So where nothing stands in the one that is shown there until now, and nothing did, it goes on here.

        Args:
            field: Which text, by the entry's attribute.
            text: What it holds by now.
            font: In which it is written.
            shown: What is shown until now where it will be shown.
        """
        document = self._documents.get(field)
        if document is not None:
            document.dress(font)
        elif not text and shown.is_blank():
            document = self._take_over(field, shown)
        else:
            begun = "" if field in self._documents else text
            document = TextDocument(begun, font, self, self.steps)
        self._documents[field] = document
        document.bring_to(text)
        return document

    def characters(self) -> int:
        """Of all texts."""
        return sum(document.characterCount() for document in self._documents.values() if document)

    def forget(self) -> None:
        """Drop every word."""
        for document in filter(None, self._documents.values()):
            document.forget()
        self._documents.clear()
        self.steps.clear()
        self.deleteLater()

    def _take_over(self, field: str, document: TextDocument) -> TextDocument:
        owner = document.parent()
        if isinstance(owner, EntryTexts):
            owner._documents[field] = None
        document.pass_to(self, self.steps)
        return document


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
