"""A day or a time of day: one field for Tab, as every other is, with arrows that go from part to part.

The wheel turns it while it has the keyboard. Else it scrolls the page, which would change a day in passing.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QDateEdit, QDateTimeEdit, QTimeEdit, QWidget

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ALONE = frozenset({Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier})


class DateEdit(QDateEdit):
    """A day; Qt alone would have Tab stop at its day, its month and its year."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn with the keyboard alone."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Leave the field."""
        return QWidget.focusNextPrevChild(self, forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from part to part by arrows."""
        if not _goes_to_part(self, event):
            super().keyPressEvent(event)


class TimeEdit(QTimeEdit):
    """A time of day; Qt alone would have Tab stop at its hour and its minute."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn with the keyboard alone."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Leave the field."""
        return QWidget.focusNextPrevChild(self, forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from part to part by arrows."""
        if not _goes_to_part(self, event):
            super().keyPressEvent(event)


def _goes_to_part(edit: QDateTimeEdit, event: QKeyEvent) -> bool:
    """Whether it was an arrow, which selects the part beside; at the first and the last it stays there."""
    step = _STEPS.get(Qt.Key(event.key())) if event.modifiers() in _ALONE else None
    if step is None:
        return False
    at = max(0, min(edit.currentSectionIndex() + step, edit.sectionCount() - 1))
    edit.setSelectedSection(edit.sectionAt(at))
    return True
