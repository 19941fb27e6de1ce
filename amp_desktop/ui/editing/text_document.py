"""The text of one entry with all that belongs to it while it is written: its looks, its undo, its cursor."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QFont, QTextBlock, QTextBlockFormat, QTextCursor, QTextDocument, QTextOption

from amp_desktop.ui.editing.edit import Edit, Selection
from amp_desktop.ui.editing.highlighter import MarkdownHighlighter
from amp_desktop.ui.editing.markdown_spans import Open
from amp_desktop.ui.editing.undo.stack import EntryUndo
from amp_desktop.ui.editing.utf16 import all_to_units
from amp_desktop.ui.widgets.document_text import for_document, text_of, with_plain_ends

LINE_HEIGHT = 145.0
"""Per cent of the font's own."""


class TextDocument(QTextDocument):
    """One entry's text. Whoever shows it may put another in its place, and it stays as it was.

    Attributes:
        anchor: Where selecting began when it was last shown, in Qt's places.
        position: Where the cursor stood.
        steps: What undo takes back: steps in this text, and in what else belongs to its entry.

    Signals:
        forgotten: It is about to go; a box that shows it crashes unless it shows another.
        step_taken: Undo or redo was at work in it; carries the `QTextCursor` that stands where it was.
    """

    forgotten = Signal()
    step_taken = Signal(object)

    def __init__(
        self, text: str, font: QFont, parent: QObject | None = None, steps: EntryUndo | None = None
    ) -> None:
        """Make it.

        Args:
            text: What it holds; undo does not go back behind it.
            font: In which it is written.
            parent: The owner.
            steps: The undo of the entry whose text it is; one of its own where there is none.
        """
        super().__init__(parent)
        self.anchor = self.position = 0
        self.setDocumentMargin(0)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setDefaultTextOption(option)
        self.setDefaultFont(font)
        self._put_in(text)
        self.steps = steps or EntryUndo(self)
        self._take_part()
        self._highlighter = MarkdownHighlighter(self)
        self._highlighter.begin()

    def text(self) -> str:
        """The Markdown, with plain line breaks."""
        return text_of(self)

    def is_blank(self) -> bool:
        """Whether nothing stands in it, and nothing ever did that undo or redo could bring back."""
        return self.isEmpty() and not self.isUndoAvailable() and not self.isRedoAvailable()

    def pass_to(self, parent: QObject, steps: EntryUndo) -> None:
        """Become a text of another entry; it is blank, so no step of it stands in the undo that it leaves."""
        self.steps.leave(self)
        self.steps.text_changed.disconnect(self._tell)
        self.setParent(parent)
        self.steps = steps
        self._take_part()

    def dress(self, font: QFont) -> None:
        """Look as the theme and the size of text have it now."""
        if font != self.defaultFont():
            self.setDefaultFont(font)
            self._highlighter.recolour()

    def bring_to(self, text: str) -> None:
        """Make it another text, changing no more than must be, as one step that undo takes back."""
        old, text = self.text(), with_plain_ends(text)
        if text == old:
            return
        edit = Edit.between(old, text, 0, Selection.at(0))
        start, end = all_to_units(old, (edit.start, edit.end))
        cursor = QTextCursor(self)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(for_document(edit.replacement))

    def forget(self) -> None:
        """Drop every word, and undo with them."""
        self.forgotten.emit()
        self._highlighter.stop()
        self.steps.clear()  # no other text of the entry can go back without this one
        self.setUndoRedoEnabled(False)
        self.clear()
        self.setUndoRedoEnabled(True)

    def _take_part(self) -> None:
        self.steps.follow(self)
        self.steps.text_changed.connect(self._tell)

    @Slot(object)
    def _tell(self, cursor: QTextCursor) -> None:
        if cursor.document() is self:
            self.step_taken.emit(cursor)

    def _put_in(self, text: str) -> None:
        self.setUndoRedoEnabled(False)
        cursor = QTextCursor(self)
        line = QTextBlockFormat()
        line.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.setBlockFormat(line)  # the blocks that follow are made after the first
        cursor.insertText(for_document(text))
        self.setUndoRedoEnabled(True)


def is_code(block: QTextBlock) -> bool:
    """Whether a block stands in a code block, or is its fence."""
    before = Open(max(block.previous().userState(), 0))
    after = Open(max(block.userState(), 0))
    return bool((before | after) & Open.CODE)
