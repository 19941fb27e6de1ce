"""The keys that go through the whole page, whatever on it has the keyboard."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTextEdit, QWidget

from amp_desktop.ui.entries.editor.page_column import PageColumn

_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_ENDS = {Qt.Key.Key_Home: -1, Qt.Key.Key_End: 1}


class PageKeys(QObject):
    """Page Up, Page Down, Ctrl+Home and Ctrl+End: each text would end them at its own first or last line."""

    def __init__(self, page: PageColumn, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page

    def watch(self, widget: QWidget) -> None:
        """Take these keys where something of the page has the keyboard."""
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go through the page; with Shift the text selects, as far as it reaches."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key = Qt.Key(event.key())
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _PAGES and not held and isinstance(watched, QWidget):
            self._page.go_by_page(self._caret(watched), _PAGES[key])
        elif key in _ENDS and held == Qt.KeyboardModifier.ControlModifier:
            self._page.go_to_end(_ENDS[key])
        else:
            return False
        return True

    def _caret(self, widget: QWidget) -> QPoint:
        """Where on the page one is."""
        if isinstance(widget, QTextEdit):
            return self._page.place_of(widget.viewport(), widget.cursorRect().center())
        return self._page.place_of(widget, widget.rect().center())
