"""Where the text of an entry is written: Markdown, as it is stored."""

from PySide6.QtCore import QMargins, QMimeData, Qt, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QKeyEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QApplication, QFrame, QTextEdit, QWidget

from amp_desktop.ui.entries.highlighter import MarkdownHighlighter
from amp_desktop.ui.entries.list_lines import deeper, is_list_item, next_item, shallower
from amp_desktop.ui.entries.marking import MARKINGS, Marked
from amp_desktop.ui.entries.utf16 import to_characters, to_units
from amp_desktop.ui.theme import set_look, theme

LINE_HEIGHT = 145.0
"""Per cent of the font's own."""

BODY_SCALE = 1.1
"""How much larger than the window's own the text of an entry is."""

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


def body_font() -> QFont:
    """The font that an entry is written and read in."""
    font = QApplication.font()
    font.setPointSizeF(font.pointSizeF() * BODY_SCALE)
    return font


class BodyEdit(QTextEdit):
    """Plain text that looks like the Markdown it is.

    Enter goes on with a list, and ends it on an empty item. Tab and Shift+Tab move an item of a list in and
    out; everywhere else they leave for the next field, so that nobody is caught in the text.

    Attributes:
        edited: The person changed the text; never told for `set_text`.
        left: Escape was pressed.
        focus_left: The keyboard went elsewhere.
    """

    edited = Signal()
    left = Signal()
    focus_left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._silent = False
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Text of the entry, in Markdown"))
        self.setPlaceholderText(self.tr("Write…"))
        self.document().setDocumentMargin(0)
        set_look(self, "body")
        self._dress()
        theme().theme_changed.connect(self._dress)
        self._highlighter = MarkdownHighlighter(self.document())
        self.set_text("")
        self.textChanged.connect(self._changed)

    def text(self) -> str:
        """The Markdown, with plain line breaks."""
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Show another text without telling anybody; undo does not go back behind it."""
        self._silent = True
        self._highlighter.stop()
        self.document().setUndoRedoEnabled(False)
        self.clear()
        cursor = self.textCursor()
        line = QTextBlockFormat()
        line.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.setBlockFormat(line)  # the blocks that follow are made after the first
        cursor.insertText(text)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.document().setUndoRedoEnabled(True)
        self._silent = False

    def mark(self, name: str) -> None:
        """Do one of `MARKINGS` to the selection, as one step that undo takes back."""
        cursor = self.textCursor()
        first, last = self._block(cursor.selectionStart()), self._block(cursor.selectionEnd())
        text = "\n".join(self._texts(first, last))
        start = to_characters(text, cursor.selectionStart() - first.position())
        end = to_characters(text, cursor.selectionEnd() - first.position())
        self._replace(first, last, MARKINGS[name](Marked(text, start, end)))

    def set_side(self, side: int) -> None:
        """Keep `side` pixels free at both sides of the text; the scroll bar stays at the edge."""
        self.setViewportMargins(QMargins(side, 0, side, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Tab know lists; Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in _ENTER and not event.modifiers() and self._goes_on():
            event.accept()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Qt asks this on Tab: in a list the item moves instead of the focus."""
        if not self.isReadOnly() and is_list_item(self.textCursor().block().text()):
            self._shift(forward)
            return True
        return super().focusNextPrevChild(forward)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain text, in lines as high as the others."""
        if source.hasText():
            self.textCursor().insertText(source.text())
            self.ensureCursorVisible()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard went elsewhere, but for a menu, which gives it back."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.focus_left.emit()

    def _goes_on(self) -> bool:
        """Begin the next item of the list that the cursor is in, or end the list; False outside of one."""
        cursor = self.textCursor()
        block = cursor.block()
        begin = next_item(block.text()) if cursor.atBlockEnd() else None
        if begin is None or self.isReadOnly():
            return False
        if begin:
            cursor.insertText("\n" + begin)
        else:
            self._replace(block, block, Marked("", 0, 0))
        self.ensureCursorVisible()
        return True

    def _shift(self, inwards: bool) -> None:
        cursor = self.textCursor()
        block, line = cursor.block(), cursor.block().text()
        moved = deeper(line) if inwards else shallower(line)
        at = max(to_characters(line, cursor.positionInBlock()) + len(moved) - len(line), 0)
        self._replace(block, block, Marked(moved, at, at))

    def _replace(self, first: QTextBlock, last: QTextBlock, marked: Marked) -> None:
        base = first.position()
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.setPosition(base)
        cursor.setPosition(last.position() + last.length() - 1, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(marked.text)
        cursor.endEditBlock()
        cursor.setPosition(base + to_units(marked.text, marked.start))
        cursor.setPosition(base + to_units(marked.text, marked.end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _block(self, position: int) -> QTextBlock:
        return self.document().findBlock(position)

    def _texts(self, first: QTextBlock, last: QTextBlock) -> list[str]:
        texts, block = [first.text()], first
        while block != last:
            block = block.next()
            texts.append(block.text())
        return texts

    @Slot()
    def _dress(self) -> None:
        self.setFont(body_font())

    @Slot()
    def _changed(self) -> None:
        if not (self._silent or self._highlighter.is_recolouring):
            self.edited.emit()
