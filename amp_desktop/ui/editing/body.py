"""Where the text of an entry is written: Markdown, as it is stored."""

from contextlib import nullcontext

from PySide6.QtCore import QMargins, QMimeData, QPoint, Qt, Signal, Slot
from PySide6.QtGui import (
    QAction,
    QDropEvent,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QMenu, QTextEdit, QWidget

from amp_desktop.domain.text.code import is_within_code
from amp_desktop.ui.editing.actions import ACTIONS
from amp_desktop.ui.editing.applying import apply, do, selection_of
from amp_desktop.ui.editing.continuing import begins_with_mark, go_on
from amp_desktop.ui.editing.document_cache import DocumentCache
from amp_desktop.ui.editing.edit import Edit
from amp_desktop.ui.editing.link_marks import paste_address
from amp_desktop.ui.editing.offered import has_offers, markdown_in, offers_in
from amp_desktop.ui.editing.text_document import TextDocument
from amp_desktop.ui.editing.undo.stack import EntryUndo
from amp_desktop.ui.editing.utf16 import all_to_units
from amp_desktop.ui.style.theme import set_variant, theme
from amp_desktop.ui.widgets.document_text import for_document, wrap_mode_for
from amp_desktop.ui.widgets.private_text_edit import PrivateTextEdit

BODY_SCALE = 1.1
"""How much larger than the window's own the text of an entry is."""

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_UP_AND_DOWN = {Qt.Key.Key_Up, Qt.Key.Key_Down}
_BREAKS = {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier}


def body_font(zoom: float = 1.0) -> QFont:
    """The font that an entry is written and read in, `zoom` times as large as usual."""
    font = QApplication.font()
    font.setPointSizeF(font.pointSizeF() * BODY_SCALE * zoom)
    return font


class BodyEdit(PrivateTextEdit):
    """Plain text that looks like the Markdown it is.

    Enter goes on with a list, and ends it on an empty item. Tab and Shift+Tab move items of a list in and
    out; everywhere else they leave for the next field, so that nobody is caught in the text.

    Attributes:
        edited: The person changed the text; never told for what the program shows.
        field: Which of the entry's texts it is, by the name of the attribute.
        left: Escape was pressed.
        left_upwards: Up in the first line.
        left_downwards: Down in the last line.
        focus_came: The keyboard came here.
        focus_left: The keyboard went elsewhere.
        offered: Pictures or files were pasted or dropped; carries `Offer`s.
        resized: It is as wide or high as it was not before.
        document_shown: Another document came in the place of the one before.
        sight_changed: Other lines of it can be seen now.
        place_wanted: One of Qt's places in it is to be brought into sight, and the cursor stays; carries it.
        step_taken: Undo or redo was at work in it.
        caret_wanted: The cursor is to be brought into sight, wherever the keyboard is.
    """

    edited = Signal()
    left = Signal()
    left_upwards = Signal()
    left_downwards = Signal()
    focus_came = Signal()
    focus_left = Signal()
    offered = Signal(object)
    resized = Signal()
    document_shown = Signal()
    sight_changed = Signal()
    place_wanted = Signal(int)
    step_taken = Signal()
    caret_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = "body"
        self._zoom = 1.0
        self._silent = False
        self._layers: dict[str, list[QTextEdit.ExtraSelection]] = {}
        self._cache = DocumentCache(self)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Text of the entry, in Markdown"))
        self.setPlaceholderText(self.tr("Write…"))
        set_variant(self, "body")
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

    def mark(self, name: str) -> None:
        """Do one of `ACTIONS` to the selection, as one step that undo takes back."""
        do(self, ACTIONS[name])

    def apply(self, edit: Edit) -> None:
        """Do an edit of the text as it stands, if it may be written in."""
        if not self.isReadOnly():
            apply(self, edit, self.text())

    def apply_unseen(self, edit: Edit, *, goes_on: bool = False) -> None:
        """Do an edit as the person's own that leaves cursor and scrolling where they are.

        Args:
            edit: What is to be done.
            goes_on: Whether undo takes it back together with the step before.
        """
        start, end = all_to_units(self.text(), (edit.start, edit.end))
        cursor = QTextCursor(self._document)
        joins = goes_on and self.steps.joins(self._document)
        with self.steps.joining(self._document) if joins else nullcontext():
            cursor.joinPreviousEditBlock() if joins else cursor.beginEditBlock()
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(for_document(edit.replacement))
            cursor.endEditBlock()

    def set_side(self, side: int, *, before: int = 0) -> None:
        """Keep `side` pixels free at both sides of the text, and `before` it so many more."""
        left, right = side + before, side
        if self.isRightToLeft():  # Qt turns the margins of a box round for nobody
            left, right = right, left
        self.setViewportMargins(QMargins(left, 0, right, 0))

    def set_zoom(self, zoom: float) -> None:
        """Show the text so many times as large as usual."""
        self._zoom = zoom
        self._dress()

    def set_layer(self, name: str, marks: list[QTextEdit.ExtraSelection]) -> None:
        """Show what lies over the text without being part of it, such as underlines; one layer a name."""
        self._layers[name] = marks
        self.setExtraSelections([mark for layer in self._layers.values() for mark in layer])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Tab know lists; Escape leaves."""
        keys = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.redo()
        elif event.key() in _UP_AND_DOWN and not keys and self._is_at_edge(event.key()):
            (self.left_upwards if event.key() == Qt.Key.Key_Up else self.left_downwards).emit()
        elif event.key() in _ENTER and keys in _BREAKS and not self.isReadOnly():
            if keys or not self._goes_on():
                self._break_line()
        else:
            super().keyPressEvent(event)

    def go_to_beginning(self) -> None:
        """Take the keyboard, before the first letter."""
        self._go_to_end(QTextCursor.MoveOperation.Start)

    def go_to_end(self) -> None:
        """Take the keyboard, behind the last letter."""
        self._go_to_end(QTextCursor.MoveOperation.End)

    def _go_to_end(self, end: QTextCursor.MoveOperation) -> None:
        self.moveCursor(end)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureCursorVisible()

    def _is_at_edge(self, key: int) -> bool:
        """Whether there is no line in that direction."""
        cursor = self.textCursor()
        way = QTextCursor.MoveOperation.Up if key == Qt.Key.Key_Up else QTextCursor.MoveOperation.Down
        return not cursor.movePosition(way)

    def _break_line(self) -> None:
        """Begin a line. Qt's own puts an empty one's height back instead, or ends lines by an odd sign."""
        self.textCursor().insertBlock()
        self.ensureCursorVisible()

    def _goes_on(self) -> bool:
        """Go on with a list, a quotation or code; the whole text is looked at only where there may be one."""
        return begins_with_mark(self.textCursor().block().text()) and do(self, go_on)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Qt asks this on Tab: in a list the items move instead of the focus."""
        if not self.isReadOnly() and do(self, ACTIONS["in" if forward else "out"]):
            return True
        return super().focusNextPrevChild(forward)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Whatever has text can be pasted, and pictures and files."""
        return source.hasText() or source.hasHtml() or has_offers(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste: an address upon words makes a link, formatted text becomes Markdown, plain text stays so.

        Into code everything is pasted plain. Pictures and files are for others to take in.
        """
        if has_offers(source):
            self.offered.emit(offers_in(source))
            return
        plain = source.text()
        text = self.text()
        selection = selection_of(self.textCursor(), text)
        is_code = is_within_code(text, selection.start, selection.end)
        link = None if is_code or not source.hasText() else paste_address(text, selection, plain)
        if link is not None:
            self.apply(link)
            return
        pasted = plain if is_code else markdown_in(source) or plain
        self._allow_breaks_for(pasted)
        self.textCursor().insertText(for_document(pasted))
        self.ensureCursorVisible()

    def dropEvent(self, event: QDropEvent) -> None:
        """A file that is dropped stays where it was: whatever keys were held, this is a copy."""
        super().dropEvent(event)
        if has_offers(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)

    def make_menu(self, point: QPoint) -> QMenu:
        """Qt's, in which undo means what the keys mean."""
        menu = super().make_menu(point)
        for name, can, does in (
            ("edit-undo", self.steps.can_undo(), self.undo),
            ("edit-redo", self.steps.can_redo(), self.redo),
        ):
            action = menu.findChild(QAction, name)
            if action is not None:
                action.triggered.disconnect()
                action.triggered.connect(does)
                action.setEnabled(can and not self.isReadOnly())
        return menu

    @Slot(object)
    def _go_to(self, cursor: QTextCursor) -> None:
        """Show where undo was at work."""
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self.step_taken.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard came here."""
        super().focusInEvent(event)
        self.focus_came.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard went elsewhere, but for a menu, which gives it back."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.focus_left.emit()

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

    def wheelEvent(self, event: QWheelEvent) -> None:
        """It is the page that scrolls."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines of an invitation that Qt cuts: it paints no lower than the empty text is high."""
        super().paintEvent(event)
        margin, words = round(self._document.documentMargin()), self.placeholderText()
        seen = self.viewport().rect()
        top = round(self._document.size().height())
        composed = self._document.firstBlock().layout().preeditAreaText()
        if words and top < seen.height() and self._document.isEmpty() and not composed:
            painter = QPainter(self.viewport())
            painter.setClipRect(seen.adjusted(0, top, 0, 0))
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            place = seen.adjusted(margin, margin, -margin, -margin)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap), words)
            painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell of it."""
        super().resizeEvent(event)
        self.resized.emit()

    @Slot()
    def _dress(self) -> None:
        font = body_font(self._zoom)
        self.setFont(font)
        self._document.dress(font)

    @Slot()
    def _changed(self) -> None:
        if not self._silent:
            self.edited.emit()
