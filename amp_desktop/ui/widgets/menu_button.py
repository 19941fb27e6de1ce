"""A word that opens a menu."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from amp_desktop.ui.style.icons import icon
from amp_desktop.ui.style.theme import set_variant


class MenuButton(QToolButton):
    """A quiet button without an outline: its words, and a small arrow that tells of the menu."""

    def __init__(self, words: str, menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(words)
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_variant(self, "word")

    def sizeHint(self) -> QSize:
        """Room for the words and the arrow."""
        hint = super().sizeHint()
        return QSize(hint.width() + self._arrow() * 3 // 2, hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The button, and its arrow at the end of the words."""
        super().paintEvent(event)
        side = self._arrow()
        place = QRect(0, (self.height() - side) // 2, side, side)
        gap = side // 2
        place.moveLeft(gap) if self.isRightToLeft() else place.moveRight(self.width() - 1 - gap)
        painter = QPainter(self)
        icon("chevron-down").paint(painter, place)
        painter.end()

    def _arrow(self) -> int:
        return self.fontMetrics().ascent()


def word_button(words: str, parent: QWidget | None = None) -> QToolButton:
    """A word in the same line that does something at once, or is switched on and off."""
    button = QToolButton(parent)
    button.setText(words)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    set_variant(button, "word")
    return button
