"""A part of buttons and chips, such as the row under a title."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from amp_desktop.ui.kinds.part import Part
from amp_desktop.ui.widgets.flow_layout import flowing


class ControlsPart(Part):
    """Up and Down lead out of it, whichever of its buttons has the keyboard."""

    def add_beside_each_other(self, *controls: QWidget) -> None:
        """Put controls in a line, or in as many as they need."""
        self.column.addWidget(flowing(self.fontMetrics().height() // 3, *controls))

    def focus_writing(self) -> bool:
        """One does not write in buttons."""
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead to the parts before and after."""
        keys = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_Up and not keys:
            self.left_upwards.emit()
        elif event.key() == Qt.Key.Key_Down and not keys:
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)
