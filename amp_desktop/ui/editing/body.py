"""Where the text of an entry is written: Markdown, as it is stored."""

from contextlib import nullcontext

from PySide6.QtCore import QMargins, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QMenu, QWidget

from amp_desktop.domain.text.code import is_within_code
from amp_desktop.ui.editing.actions import ACTIONS
from amp_desktop.ui.editing.applying import apply, do, selection_of
from amp_desktop.ui.editing.continuing import begins_with_mark, go_on
from amp_desktop.ui.editing.document_edit import DocumentEdit
from amp_desktop.ui.editing.edit import Edit
from amp_desktop.ui.editing.link_marks import paste_address
from amp_desktop.ui.editing.offered import has_offers, markdown_in, offers_in
from amp_desktop.ui.editing.utf16 import all_to_units
from amp_desktop.ui.style.theme import set_variant
from amp_desktop.ui.widgets.document_text import for_document

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_UP_AND_DOWN = {Qt.Key.Key_Up, Qt.Key.Key_Down}
_BREAKS = {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier}


class BodyEdit(DocumentEdit):
    """Plain text that looks like the Markdown it is.

    Enter goes on with a list, and ends it on an empty item. Tab and Shift+Tab move items of a list in and
    out; everywhere else they leave for the next field, so that nobody is caught in the text.

    Attributes:
        left: Escape was pressed.
        left_upwards: Up in the first line.
        left_downwards: Down in the last line.
        focus_came: The keyboard came here.
        focus_left: The keyboard went elsewhere.
        offered: Pictures or files were pasted or dropped; carries `Offer`s.
        resized: It is as wide or high as it was not before.
        sight_changed: Other lines of it can be seen now.
        place_wanted: One of Qt's places in it is to be brought into sight, and the cursor stays; carries it.
    """

    left = Signal()
    left_upwards = Signal()
    left_downwards = Signal()
    focus_came = Signal()
    focus_left = Signal()
    offered = Signal(object)
    resized = Signal()
    sight_changed = Signal()
    place_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("Text of the entry, in Markdown"))
        self.setPlaceholderText(self.tr("Write…"))
        set_variant(self, "body")

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

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard came here."""
        super().focusInEvent(event)
        self.focus_came.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard went elsewhere, but for a menu, which gives it back."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.focus_left.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """It is the page that scrolls."""
        event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell of it."""
        super().resizeEvent(event)
        self.resized.emit()
