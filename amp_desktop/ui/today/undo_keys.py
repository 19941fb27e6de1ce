"""Fields that take back what is typed in them; when that is nothing, the keys of undo mean the page."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

_UNDO = QKeySequence.StandardKey.Undo
_REDO = QKeySequence.StandardKey.Redo


def is_for_page(event: QEvent, *, can_undo: bool, can_redo: bool) -> bool:
    """Whether a field that can undo and redo so much leaves a key to the page."""
    if not isinstance(event, QKeyEvent) or event.type() == QEvent.Type.KeyRelease:
        return False
    if event.matches(_UNDO):
        return not can_undo
    return event.matches(_REDO) and not can_redo


class OwnLine(QLineEdit):
    """A line with words of its own."""

    def event(self, event: QEvent) -> bool:
        """Refuse the key that means the page, so that its action gets it."""
        if is_for_page(event, can_undo=self.isUndoAvailable(), can_redo=self.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)
