"""A text that is written in, of which copies leave and never the text itself."""

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QMenu, QTextEdit, QWidget

from amp_desktop.ui.platform.clipboard import private_data
from amp_desktop.ui.widgets.document_text import from_document
from amp_desktop.ui.widgets.dropped_files import files_in


class PrivateTextEdit(QTextEdit):
    """What is dragged out of it stays in it.

    Qt offers other programs to move what is dragged, and takes it out of the text when they do. Within the
    text, dragging moves as it does everywhere.

    Attributes:
        menu_wanted: A menu is about to be shown; carries it, to be filled, and Qt's place that it is for.
    """

    menu_wanted = Signal(QMenu, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pressed_at: QPoint | None = None

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied and dragged: plain, and kept out of clipboard histories."""
        return private_data(from_document(self.textCursor().selectedText()).replace("\ufffc", ""))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Words, and no file: Qt would write where on this machine it lies."""
        return super().canInsertFromMimeData(source) and not files_in(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste or drop what can be inserted."""
        if self.canInsertFromMimeData(source):
            super().insertFromMimeData(source)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The usual menu, and in it what others add."""
        menu = self.make_menu(event.pos())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        cursor = self.textCursor() if by_key else self.cursorForPosition(event.pos())
        self.menu_wanted.emit(menu, cursor.position())
        menu.popup(event.globalPos())

    def make_menu(self, point: QPoint) -> QMenu:
        """What Qt offers to do at a point."""
        return self.createStandardContextMenu(point)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note whether this may begin to drag what is selected."""
        at = event.position().toPoint()
        is_drag = event.button() == Qt.MouseButton.LeftButton and self._is_selected(at)
        self._pressed_at = at if is_drag else None
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag in place of Qt, which would take away what another program has got."""
        if self._pressed_at is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
        elif (event.position().toPoint() - self._pressed_at).manhattanLength() >= (
            QApplication.startDragDistance()
        ):
            self._pressed_at = None
            self._drag()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Nothing is dragged any more."""
        self._pressed_at = None
        super().mouseReleaseEvent(event)

    def _is_selected(self, at: QPoint) -> bool:
        scrolled = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        point = QPointF(at + scrolled)
        layout, cursor = self.document().documentLayout(), self.textCursor()
        is_text = layout.hitTest(point, Qt.HitTestAccuracy.ExactHit) != -1
        place = layout.hitTest(point, Qt.HitTestAccuracy.FuzzyHit)
        return cursor.hasSelection() and is_text and cursor.selectionStart() <= place <= cursor.selectionEnd()

    def _drag(self) -> None:
        drag = QDrag(self.viewport())  # by which the text knows, when it is dropped in it, to move it
        drag.setMimeData(self.createMimeDataFromSelection())
        if self.isReadOnly():
            drag.exec(Qt.DropAction.CopyAction)
        else:
            drag.exec(Qt.DropAction.CopyAction | Qt.DropAction.MoveAction, Qt.DropAction.MoveAction)
