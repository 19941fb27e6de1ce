"""Qt's own fields for a choice and for a line, as every page wants them."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

_NO_END = 2**31 - 1


class ChoiceField(QComboBox):
    """One of a few, chosen by keys or from its list, and never by the wheel.

    The wheel scrolls the page that it stands on. Qt would choose another in passing, and nobody would notice.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave it to what lies behind."""
        event.ignore()


def choice_field(
    name: str, choices: Iterable[tuple[str, object]], parent: QWidget | None = None
) -> ChoiceField:
    """One of a few.

    Args:
        name: What is chosen, for the screen reader.
        choices: The words and the value behind each; `currentData()` gives the chosen value.
        parent: The widget it stands on.
    """
    field = ChoiceField(parent)
    field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)  # also to choices that come later
    for text, value in choices:
        field.addItem(text, value)
    field.setAccessibleName(name)
    return field


def text_line(parent: QWidget | None = None) -> QLineEdit:
    """A line of the mentee's words: Qt alone would cut them after 32,767 letters, unseen."""
    line = QLineEdit(parent)
    line.setMaxLength(_NO_END)
    return line
