"""Enter, where the keyboard is: it presses the button that has it, and no other one."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_ALONE = frozenset({Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier})


def is_enter(event: QKeyEvent) -> bool:
    """Whether it is Enter, and no other key held with it."""
    return event.key() in _ENTER and event.modifiers() in _ALONE


def press_focused(window: QWidget, event: QKeyEvent) -> bool:
    """Press the button of a window that has the keyboard, as Space does; whether there is one.

    Qt does so by itself in some desktops alone. A key that is held down presses once.
    """
    button = window.focusWidget()
    if not isinstance(button, QPushButton | QToolButton) or not button.isEnabled():
        return False
    if not event.isAutoRepeat():
        button.click()
    return True
