"""A word that opens a menu."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QMenu,
    QStyle,
    QStyleOptionToolButton,
    QStylePainter,
    QToolButton,
    QWidget,
)

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
        """Room for the words and the arrow, which stands half in the air after them."""
        hint = super().sizeHint()
        return QSize(hint.width() + self._arrow() // 2, hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """The button with its words, and the arrow at their end."""
        painter, option, side = QStylePainter(self), QStyleOptionToolButton(), self._arrow()
        self.initStyleOption(option)
        words, option.text = option.text, ""
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        place = QRect(0, (self.height() - side) // 2, side, side)
        if self.isRightToLeft():
            place.moveLeft(side // 4)
            option.rect.setLeft(option.rect.left() + side)
        else:
            place.moveRight(self.width() - 1 - side // 4)
            option.rect.setRight(option.rect.right() - side)
        option.text = words
        painter.drawControl(QStyle.ControlElement.CE_ToolButtonLabel, option)
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
