"""The title of an entry, whole at any length."""

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDropEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from amp_desktop.domain.text.one_line import one_line
from amp_desktop.ui.editing.offered import has_offers, offers_in
from amp_desktop.ui.style.theme import set_variant
from amp_desktop.ui.widgets.text_box import TextBox

_ON = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_MOST_LINES = 8


class TitleEdit(TextBox):
    """One line of text, as large as it will be read and broken where the column ends.

    Attributes:
        left: Escape was pressed.
        entered: Enter was pressed: on to where one writes.
        left_downwards: On to what stands below.
        focus_left: The keyboard went elsewhere.
        offered: Pictures or files were pasted or dropped; carries the offers.
    """

    left = Signal()
    entered = Signal()
    left_downwards = Signal()
    focus_left = Signal()
    offered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent, lines=1, most_lines=_MOST_LINES)
        self.setPlaceholderText(self.tr("Title"))
        self.setAccessibleName(self.tr("Title"))
        set_variant(self, "bare-title")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on to where one writes, Down from the last line to what stands below; Escape leaves."""
        if event.key() in _ON:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Down and self._is_on_last_line():
            self.left_downwards.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Whatever has words, and pictures and files."""
        return source.hasText() or has_offers(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Pasted lines become one: a title has no line ends. Pictures and files are for others to take in."""
        if has_offers(source):
            self.offered.emit(offers_in(source))
            return
        self.insert_text(one_line(source.text()))

    def dropEvent(self, event: QDropEvent) -> None:
        """A file that is dropped stays where it was: whatever keys were held, this is a copy."""
        super().dropEvent(event)
        if has_offers(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard went elsewhere."""
        super().focusOutEvent(event)
        self.focus_left.emit()

    def _is_on_last_line(self) -> bool:
        cursor = self.textCursor()
        return not cursor.movePosition(cursor.MoveOperation.Down)
