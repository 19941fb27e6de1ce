"""What the words of steps are written in: one field for the list, over the row that has the keyboard."""

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QDropEvent,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPalette,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from amp_desktop.domain.text.one_line import one_line
from amp_desktop.ui.editing.offered import has_offers, offers_in
from amp_desktop.ui.editing.utf16 import to_characters, to_units
from amp_desktop.ui.kinds.goal.steps.add_row import AddRow
from amp_desktop.ui.kinds.goal.steps.row import ENTER, UP_DOWN, StepRow
from amp_desktop.ui.style.theme import theme
from amp_desktop.ui.widgets.document_text import text_of, wrap_mode_for
from amp_desktop.ui.widgets.private_text_edit import PrivateTextEdit

_CTRL, _ALT, _SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
_INDENTS = {Qt.Key.Key_BracketRight: 1, Qt.Key.Key_BracketLeft: -1}
_WAY = QTextCursor.MoveOperation
_LEFT_IN_GENERAL = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class StepEditor(PrivateTextEdit):
    """One step's words. What leads out of them, or means the whole row, is told to the list.

    Attributes:
        written: The person changed the words; carries them.
        parted: Enter.
        joined: Backspace at the beginning (-1), or Delete at the end (1).
        moved: Alt with an arrow key: the step is to go up (-1) or down (1).
        indented: Ctrl+] (1) or Ctrl+[ (-1).
        ticked: Ctrl+Enter.
        walked: Up (-1) or Down (1) leads out of it.
        stepped: An arrow key leads out of its beginning (-1) or end (1).
        pasted: Several lines came; carries them.
        offered: Pictures or files were pasted or dropped; carries the offers.
        left: The keyboard went elsewhere.
        pointed_at: The pointer came over it.
    """

    written = Signal(str)
    parted = Signal()
    joined = Signal(int)
    moved = Signal(int)
    indented = Signal(int)
    ticked = Signal()
    walked = Signal(int)
    stepped = Signal(int)
    pasted = Signal(str)
    offered = Signal(object)
    left = Signal()
    pointed_at = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._is_silent = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)  # steps are fields of the entry, whose undo takes all of it back
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._changed)

    def text(self) -> str:
        """The words as they stand."""
        return text_of(self.document())

    def show_text(self, text: str, colour: QColor) -> None:
        """Show these words without telling anybody; one writes on where one was, by what stands behind it."""
        palette = self.palette()
        if palette.color(QPalette.ColorRole.Text) != colour:
            palette.setColor(QPalette.ColorRole.Text, colour)
            self.setPalette(palette)
        old = self.text()
        if old == text:
            return
        at = self.place()
        from_end = old[at:] == text[len(text) - len(old) + at :] if len(text) >= len(old) - at else False
        self._is_silent = True
        self.setWordWrapMode(wrap_mode_for(text))
        self.setPlainText(text)
        self._is_silent = False
        self.go_to(len(text) - (len(old) - at) if from_end else min(at, len(text)))

    def show_row(self, row: StepRow | AddRow) -> None:
        """Show the words of a row as it paints them, without telling anybody."""
        if self.font() != row.text_font():
            self.setFont(row.text_font())
        tokens = theme().tokens
        if isinstance(row, StepRow):
            self.setPlaceholderText("")
            self.show_text(row.step.text, tokens.muted if row.step.done else tokens.text)
            self.setAccessibleName(row.accessibleName())
        else:
            self.show_text("", tokens.text)
            self.setPlaceholderText(row.invitation())
            self.setAccessibleName(row.invitation())

    def lie_over(self, row: StepRow | AddRow) -> None:
        """Stand where the words of a row are."""
        place = row.words_place().translated(row.pos())
        if place != self.geometry():
            self.setGeometry(place)

    @Slot(object)
    def take_pointer(self, event: QMouseEvent) -> None:
        """Have what the pointer does, which the row below it got."""
        place = QPointF(self.viewport().mapFromGlobal(event.globalPosition()))
        passed = QMouseEvent(
            event.type(), place, event.globalPosition(), event.button(), event.buttons(), event.modifiers()
        )
        QApplication.sendEvent(self.viewport(), passed)

    def place(self) -> int:
        """Before which character one writes."""
        return to_characters(self.text(), self.textCursor().position())

    def selection(self) -> tuple[int, int]:
        """Before which characters what is selected begins and ends."""
        text, cursor = self.text(), self.textCursor()
        return to_characters(text, cursor.selectionStart()), to_characters(text, cursor.selectionEnd())

    def go_to(self, at: int) -> None:
        """Write before that character; from the end on with -1."""
        text, cursor = self.text(), self.textCursor()
        cursor.setPosition(to_units(text, len(text) if at < 0 else min(at, len(text))))
        self.setTextCursor(cursor)

    def select(self, start: int, end: int) -> None:
        """Select what stands between two characters."""
        text, cursor = self.text(), self.textCursor()
        cursor.setPosition(to_units(text, start))
        cursor.setPosition(to_units(text, end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def go_below(self, x: int, *, last_line: bool) -> None:
        """Write in the first or last line, as far from the left as that."""
        y = self.viewport().height() - 2 if last_line else 2
        self.setTextCursor(self.cursorForPosition(QPoint(x, y)))

    def event(self, event: QEvent) -> bool:
        """Keep the keys that mean a step from the window, where they mean something else."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Whatever leads out of the words, or means the row, is for the list."""
        if event.key() == Qt.Key.Key_Escape or any(
            event.matches(key) for key in (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
        ):
            event.ignore()
        elif not (self._changes_rows(event) or self._leads_out(event)):
            super().keyPressEvent(event)

    def _changes_rows(self, event: QKeyEvent) -> bool:
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self.isReadOnly():
            return key in ENTER
        if key in ENTER and held & _CTRL:
            self.ticked.emit()
        elif key in ENTER:
            self.parted.emit()
        elif key in _INDENTS and held == _CTRL:
            self.indented.emit(_INDENTS[key])
        elif key in UP_DOWN and held & _ALT:
            self.moved.emit(UP_DOWN[key])
        elif key == Qt.Key.Key_Backspace and self._is_at(_WAY.Start):
            self.joined.emit(-1)
        elif key == Qt.Key.Key_Delete and not held & _SHIFT and self._is_at(_WAY.End):
            self.joined.emit(1)
        else:
            return False
        return True

    def _leads_out(self, event: QKeyEvent) -> bool:
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held:
            return False
        if key in UP_DOWN and self._is_at(_WAY.Up if UP_DOWN[key] < 0 else _WAY.Down):
            self.walked.emit(UP_DOWN[key])
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            is_left = key == Qt.Key.Key_Left
            if self.textCursor().hasSelection() or not self._is_at(_WAY.Left if is_left else _WAY.Right):
                return False
            self.stepped.emit(-1 if is_left != self.isRightToLeft() else 1)
        else:
            return False
        return True

    def _is_at(self, way: QTextCursor.MoveOperation) -> bool:
        """Whether the cursor cannot go further that way, with nothing selected."""
        cursor = self.textCursor()
        if way in (_WAY.Start, _WAY.End):
            end = 0 if way == _WAY.Start else self.document().characterCount() - 1
            return not cursor.hasSelection() and cursor.position() == end
        return not cursor.movePosition(way)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Whatever has words, and pictures and files."""
        return source.hasText() or source.hasHtml() or has_offers(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Several lines become several steps, one goes on where one writes; files are for others to take."""
        if has_offers(source):
            self.offered.emit(offers_in(source))
            return
        text = _markdown(source) or source.text()
        if len([line for line in text.splitlines() if line.strip()]) > 1:
            self.pasted.emit(text)
        else:
            self.insertPlainText(one_line(text))

    def dropEvent(self, event: QDropEvent) -> None:
        """A file that is dropped stays where it was: whatever keys were held, this is a copy."""
        super().dropEvent(event)
        if has_offers(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard went elsewhere, but for a menu or another window, which give it back."""
        super().focusOutEvent(event)
        if event.reason() not in _LEFT_IN_GENERAL:
            self.left.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Tell of the pointer."""
        super().enterEvent(event)
        self.pointed_at.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """It never scrolls: the page does."""
        event.ignore()

    @Slot()
    def _changed(self) -> None:
        if not self._is_silent:
            self.written.emit(self.text())


def _is_own(event: QKeyEvent) -> bool:
    key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return bool(
        (key in UP_DOWN and held & _ALT)
        or (key in _INDENTS and held & _CTRL)
        or (key in ENTER and held & _CTRL)
        or (not held and key in (*UP_DOWN, *ENTER, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Delete))
    )


def _markdown(source: QMimeData) -> str | None:
    from amp_desktop.ui.editing.pasting import markdown_of_html  # nh3 comes with it

    return markdown_of_html(source.html()) if source.hasHtml() else None
