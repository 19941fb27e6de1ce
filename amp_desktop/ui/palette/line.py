"""The line of the palette, in which the keyboard stays while arrows and Enter mean the rows under it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from amp_desktop.ui.widgets.search_line import SearchLine

PAGE = 10
"""Rows that a page of the palette has."""
_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -PAGE,
    Qt.Key.Key_PageDown: PAGE,
}


class PaletteLine(SearchLine):
    """Where one types.

    Attributes:
        stepped: So many rows further down.
        taken: Enter: the chosen row is meant.
        left: Escape.
        focus_left: The keyboard went elsewhere in the window.
    """

    stepped = Signal(int)
    taken = Signal()
    left = Signal()
    focus_left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        words = self.tr("Find a command or an entry")
        self.setPlaceholderText(words)
        self.setAccessibleName(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and pages step, Enter takes, Escape leaves."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes on to the next row: there is nothing else here to go to."""
        self.stepped.emit(1 if forward else -1)
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard went elsewhere; not for a menu or another program, which give it back."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self.focus_left.emit()
