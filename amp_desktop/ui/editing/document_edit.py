"""A box that shows the text of one entry at a time, with the undo and the cursor that belong to it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette, QTextCursor, QTextOption
from PySide6.QtWidgets import QApplication, QFrame, QTextEdit, QWidget

from amp_desktop.ui.editing.document_cache import DocumentCache
from amp_desktop.ui.editing.text_document import TextDocument
from amp_desktop.ui.editing.undo.stack import EntryUndo
from amp_desktop.ui.style.theme import theme
from amp_desktop.ui.widgets.document_text import wrap_mode_for
from amp_desktop.ui.widgets.private_text_edit import PrivateTextEdit

BODY_SCALE = 1.1
"""How much larger than the window's own the text of an entry is."""


def body_font(zoom: float = 1.0) -> QFont:
    """The font that an entry is written and read in, `zoom` times as large as usual."""
    font = QApplication.font()
    font.setPointSizeF(font.pointSizeF() * BODY_SCALE * zoom)
    return font


class DocumentEdit(PrivateTextEdit):
    """Shows documents in turn; each stays as it was left for when its entry is opened again.

    Attributes:
        edited: The person changed the text; never told for what the program shows.
        field: Which of the entry's texts it is, by the name of the attribute.
        document_shown: Another document came in the place of the one before.
        step_taken: Undo or redo was at work in it.
        caret_wanted: The cursor is to be brought into sight, wherever the keyboard is.
    """

    edited = Signal()
    document_shown = Signal()
    step_taken = Signal()
    caret_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = "body"
        self._zoom = 1.0
        self._silent = False
        self._layers: dict[str, list[QTextEdit.ExtraSelection]] = {}
        self._cache = DocumentCache(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._document = TextDocument("", body_font(), self)
        self._follow(self._document)
        self._show(self._document)
        self._dress()
        theme().theme_changed.connect(self._dress)
        self.textChanged.connect(self._changed)

    def text(self) -> str:
        """The Markdown, with plain line breaks."""
        return self._document.text()

    def set_text(self, text: str) -> None:
        """Show another text without telling anybody; undo does not go back behind it."""
        self._replace_document(TextDocument(text, body_font(self._zoom), self))

    def share(self, cache: DocumentCache) -> None:
        """Take documents from there from now on, where those of other texts of the entry are kept too."""
        self._cache = cache

    def open_text(self, entry: str, text: str) -> None:
        """Show an entry's text where it was left, with the undo that it had, without telling anybody."""
        self._silent = True  # what others made of it meanwhile may come in now
        font = body_font(self._zoom)
        document = self._cache.of(entry).take(self.field, text, font, self._document)
        if document is not self._document or not document.is_blank():
            self._replace_document(document)
        self._silent = False

    def bring_to(self, text: str) -> None:
        """Let the same entry have another text, without telling anybody; undo takes it back."""
        self._silent = True
        self._allow_breaks_for(text)
        self._document.bring_to(text)
        self._silent = False

    @property
    def steps(self) -> EntryUndo:
        """What can be taken back of the entry whose text is shown."""
        return self._document.steps

    @Slot()
    def undo(self) -> None:
        """Take back what was done last to the entry; Qt's own would leave out all but the text."""
        if not self.isReadOnly():
            self.steps.undo()

    @Slot()
    def redo(self) -> None:
        """Do again what was taken back last."""
        if not self.isReadOnly():
            self.steps.redo()

    def forget(self) -> None:
        """Drop every word, of the other texts too."""
        self.set_text("")
        self._cache.forget()

    def set_zoom(self, zoom: float) -> None:
        """Show the text so many times as large as usual."""
        self._zoom = zoom
        self._dress()

    def set_layer(self, name: str, marks: list[QTextEdit.ExtraSelection]) -> None:
        """Show what lies over the text without being part of it, such as underlines; one layer a name."""
        self._layers[name] = marks
        self.setExtraSelections([mark for layer in self._layers.values() for mark in layer])

    @Slot(object)
    def _go_to(self, cursor: QTextCursor) -> None:
        """Show where undo was at work."""
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self.step_taken.emit()

    def _replace_document(self, document: TextDocument) -> None:
        former, cursor = self._document, self.textCursor()
        former.anchor, former.position = cursor.anchor(), cursor.position()
        self._silent = True
        self._show(document)
        self._silent = False
        if former is not document and former.parent() is self:
            former.forget()
            former.deleteLater()

    def _allow_breaks_for(self, text: str) -> None:
        """Let lines break anywhere before a word without end is among them."""
        if wrap_mode_for(text) is QTextOption.WrapMode.WrapAnywhere:
            self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)

    def _show(self, document: TextDocument) -> None:
        self._layers = {name: [] for name in self._layers}
        self.setExtraSelections([])
        self._document.step_taken.disconnect(self._go_to)
        self._document.forgotten.disconnect(self._let_go)
        self._document = document
        self._follow(document)
        wraps = wrap_mode_for(document.text())  # it goes through the whole text: once is enough
        if wraps is QTextOption.WrapMode.WrapAnywhere:
            self.setWordWrapMode(wraps)
        self.setDocument(document)
        self.setWordWrapMode(wraps)
        last = document.characterCount() - 1
        cursor = QTextCursor(document)
        cursor.setPosition(min(document.anchor, last))
        cursor.setPosition(min(document.position, last), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.document_shown.emit()

    def _follow(self, document: TextDocument) -> None:
        document.step_taken.connect(self._go_to)
        document.forgotten.connect(self._let_go)

    @Slot()
    def _let_go(self) -> None:
        """The entry whose text is shown is kept no longer, while one of another kind is in front."""
        self.set_text("")

    def ensureCursorVisible(self) -> None:
        """Scroll to the cursor, and have the page do so that this stands on."""
        super().ensureCursorVisible()
        self.caret_wanted.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines of an invitation that Qt cuts: it paints no lower than the empty text is high."""
        super().paintEvent(event)
        words = self.placeholderText()
        if (
            not words
            or not self._document.isEmpty()
            or self._document.firstBlock().layout().preeditAreaText()
        ):
            return  # Qt would lay out the whole of a text to tell how high it is
        margin, seen = round(self._document.documentMargin()), self.viewport().rect()
        top = round(self._document.size().height())
        if top < seen.height():
            painter = QPainter(self.viewport())
            painter.setClipRect(seen.adjusted(0, top, 0, 0))
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            place = seen.adjusted(margin, margin, -margin, -margin)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap), words)
            painter.end()

    @Slot()
    def _dress(self) -> None:
        font = body_font(self._zoom)
        self.setFont(font)
        self._document.dress(font)

    @Slot()
    def _changed(self) -> None:
        if not self._silent:
            self.edited.emit()
