"""What every dialog of the program is."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QLayout, QPushButton, QVBoxLayout, QWidget

from amp_desktop.ui.widgets.enter import is_enter, press_focused
from amp_desktop.ui.widgets.focus_order import step_focus


class Dialog(QDialog):
    """A dialog without a default button.

    Qt gives Enter, wherever the keyboard is, to one of the buttons, and chooses one where none was named: a
    name was typed, Enter pressed, and *Close* closed the dialog. Here Enter means what has the keyboard: a
    button is pressed, and a line or a list that means something by it says so itself (`returnPressed`,
    `activated`). So nothing is ever replaced or deleted by an Enter that was meant for something else.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, and nothing else; Escape closes."""
        if is_enter(event):
            press_focused(self, event)
            event.accept()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Qt asks this on Tab: on to what is read next."""
        return step_focus(self, forward=forward) or super().focusNextPrevChild(forward)

    def showEvent(self, event: QShowEvent) -> None:
        """Let no button look as if Enter were its own, and press nothing together.

        Qt takes two thirds of the screen at most for a dialog that names no size of its own, which on a small
        screen, or with large letters, leaves fields lower than what is typed in them.
        """
        super().showEvent(event)
        if not self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            self.make_room()
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
            button.setDefault(False)

    def stack(self, *parts: QWidget | QLayout, width: int = 24) -> None:
        """Put the few parts of a small dialog one under the other.

        Args:
            parts: From the top; the buttons come last.
            width: How wide it is at least, in heights of a letter.
        """
        room = self.fontMetrics().height()
        column = QVBoxLayout(self)
        column.setContentsMargins(room, room, room, room)
        column.setSpacing(room)
        for part in parts:
            if isinstance(part, QWidget):
                column.addWidget(part)
            else:
                column.addLayout(part)
        self.setMinimumWidth(width * room)

    def make_room(self) -> None:
        """Grow to what is said now, as far as the screen goes: words that wrap ask for no least height."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            wanted = min(layout.totalHeightForWidth(self.width()), self.screen().availableGeometry().height())
            self.resize(self.width(), max(wanted, self.height()))
