"""A chip whose words are typed: pressing it opens one or a few lines over the page."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from amp_desktop.ui.style.theme import set_variant
from amp_desktop.ui.widgets.chip_button import ChipButton
from amp_desktop.ui.widgets.field import Field

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class FieldsChip(ChipButton):
    """Enter or going elsewhere takes what was typed, Escape leaves everything as it was.

    Attributes:
        filled: The person typed something else; carries the words of all lines.
    """

    filled = Signal(object)

    def __init__(
        self, name: str, labels: Sequence[str], icon_name: str = "", parent: QWidget | None = None
    ) -> None:
        """Make it, empty.

        Args:
            name: What it says, for the screen reader.
            labels: What is typed in each line.
            icon_name: The icon before it, if any.
            parent: The widget it stands on.
        """
        super().__init__("", icon_name, parent)
        self._name = name
        self._labels = labels
        self._values: tuple[str, ...] = tuple("" for _ in labels)
        self._popup: _Popup | None = None
        self.clicked.connect(self.open)

    def show_values(self, values: Sequence[str], words: str) -> None:
        """Show these without telling anybody.

        Args:
            values: What stands in the lines.
            words: What the chip says.
        """
        self._values = tuple(values)
        self.setText(words)
        self.setAccessibleName(self.tr("{name}: {words}").format(name=self._name, words=words))
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Up and Down to the page."""
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    @Slot()
    def open(self) -> None:
        """Open the lines, with the keyboard in the first one."""
        if self._popup is None:
            self._popup = _Popup(self._labels, self)
            self._popup.closed.connect(self._take)
        self._popup.open_at(self, self._values)

    @Slot(object)
    def _take(self, values: tuple[str, ...]) -> None:
        if values != self._values:
            self.filled.emit(values)


class _Popup(QFrame):
    """The lines.

    Attributes:
        closed: It is gone; carries what is to stand in the lines.
    """

    closed = Signal(object)

    def __init__(self, labels: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        set_variant(self, "over")
        self._before: tuple[str, ...] = ()
        self._is_dropped = False
        self._lines = [QLineEdit() for _ in labels]
        room = self.fontMetrics().height()
        column = QVBoxLayout(self)
        column.setContentsMargins(room * 2 // 3, room * 2 // 3, room * 2 // 3, room * 2 // 3)
        for text, line in zip(labels, self._lines, strict=True):
            line.setMinimumWidth(room * 14)
            line.installEventFilter(self)
            column.addWidget(Field(text, line))

    def open_at(self, button: QWidget, values: Sequence[str]) -> None:
        self._before, self._is_dropped = tuple(values), False
        for line, value in zip(self._lines, values, strict=True):
            line.setText(value)
        self.adjustSize()
        place, room = button.mapToGlobal(QPoint(0, button.height())), button.screen().availableGeometry()
        if button.isRightToLeft():
            place.setX(place.x() + button.width() - self.width())
        place.setX(max(min(place.x(), room.right() - self.width()), room.left()))
        if place.y() + self.height() > room.bottom():
            place.setY(button.mapToGlobal(QPoint()).y() - self.height())
        self.move(place)
        self.show()
        self._lines[0].setFocus(Qt.FocusReason.PopupFocusReason)
        self._lines[0].selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() == Qt.Key.Key_Escape:
            self._is_dropped = True
            self.close()
        elif event.key() in _ENTER:
            at = next(at for at, line in enumerate(self._lines) if line is watched)
            if at + 1 < len(self._lines):
                self._lines[at + 1].setFocus(Qt.FocusReason.TabFocusReason)
            else:
                self.close()
        else:
            return False
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        typed = tuple(line.text().strip() for line in self._lines)
        for line in self._lines:
            line.clear()
        self.closed.emit(self._before if self._is_dropped else typed)
