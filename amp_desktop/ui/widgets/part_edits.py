"""A day or a time of day: one field for Tab, as every other is, with arrows that go from part to part.

The wheel turns it while it has the keyboard. Else it scrolls the page, which would change a day in passing.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QDateEdit, QDateTimeEdit, QTimeEdit, QWidget

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ALONE = frozenset({Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier})

if TYPE_CHECKING:
    _Edit = QDateTimeEdit
else:
    _Edit = object  # the field that it is mixed into brings Qt's class, and one alone may


class _OneField(_Edit):
    """How either field is left, turned and gone through; Qt alone would have Tab stop at each part."""

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


class DateEdit(_OneField, QDateEdit):
    """A day."""


class TimeEdit(_OneField, QTimeEdit):
    """A time of day."""


def _goes_to_part(edit: QDateTimeEdit, event: QKeyEvent) -> bool:
    """Whether it was an arrow, which selects the part beside; at the first and the last it stays there."""
    step = _STEPS.get(Qt.Key(event.key())) if event.modifiers() in _ALONE else None
    if step is None:
        return False
    at = max(0, min(edit.currentSectionIndex() + step, edit.sectionCount() - 1))
    edit.setSelectedSection(edit.sectionAt(at))
    return True
