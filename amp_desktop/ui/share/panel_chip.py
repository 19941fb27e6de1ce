"""A chip that opens a small panel under it: what is chosen is read at a glance and changed in place."""

from PySide6.QtCore import QEvent, QPoint, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from amp_desktop.ui.style.theme import set_variant
from amp_desktop.ui.widgets.chip_button import ChipButton


class PanelChip(ChipButton):
    """Says what is chosen; pressing it opens the panel, Escape or Enter closes it."""

    def __init__(self, name: str, content: QWidget, parent: QWidget | None = None) -> None:
        """Make it.

        Args:
            name: What is chosen, for the screen reader.
            content: In what it is chosen.
            parent: The owner.
        """
        super().__init__("", "", parent)
        self._name = name
        self._panel = _Panel(content, self)
        self.clicked.connect(self.open_panel)

    def say(self, words: str) -> None:
        """Read so from now on."""
        self.setText(words)
        self.setAccessibleName(self.tr("{name}: {words}").format(name=self._name, words=words))
        self.updateGeometry()

    @Slot()
    def open_panel(self) -> None:
        """Open the panel under the chip, where there is room on the screen."""
        panel = self._panel
        panel.adjustSize()
        room = self.screen().availableGeometry()
        place = self.mapToGlobal(QPoint(0, self.height() + 2))
        if self.isRightToLeft():
            place.setX(place.x() + self.width() - panel.width())
        place.setX(max(min(place.x(), room.right() - panel.width()), room.left()))
        place.setY(max(min(place.y(), room.bottom() - panel.height()), room.top()))
        panel.move(place)
        panel.show()
        panel.content.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot()
    def close_panel(self) -> None:
        """Close the panel, and give the keyboard back to the chip."""
        if self._panel.isVisible():
            self._panel.hide()
            self.setFocus()


class _Panel(QFrame):
    def __init__(self, content: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.content = content
        self.setWindowFlag(Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay)
        set_variant(self, "card")
        room = self.fontMetrics().height()
        column = QVBoxLayout(self)
        column.setContentsMargins(room * 2 // 3, room * 2 // 3, room * 2 // 3, room * 2 // 3)
        column.addWidget(content)
        self.setMinimumWidth(room * 14)

    def event(self, event: QEvent) -> bool:
        """What is chosen may need another height."""
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self.adjustSize()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Escape close it."""
        chip = self.parentWidget()
        if isinstance(chip, PanelChip) and event.key() in _CLOSING:
            chip.close_panel()
        else:
            super().keyPressEvent(event)


_CLOSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
