"""Keys that mean something else in one part of the window than in the rest of it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from amp_desktop.ui.actions.key_map import key_map


class OwnKeys(QObject):
    """Takes the keys of some actions for some widgets before the window's shortcuts see them.

    Two shortcuts of one key in window and widget would be ambiguous to Qt, and neither would work.
    """

    def __init__(self, actions: Sequence[QAction], parent: QObject) -> None:
        """Make it.

        Args:
            actions: Which, each with its name in the table as its object name.
            parent: Who keeps it.
        """
        super().__init__(parent)
        self._actions = actions
        self._follow()
        key_map().changed.connect(self._follow)

    def watch(self, *widgets: QWidget) -> None:
        """Take the keys for these widgets, which get the keyboard themselves."""
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        """Keep the key from the window, then do what it means here."""
        if not isinstance(event, QKeyEvent) or event.type() == QEvent.Type.KeyRelease:
            return False
        action = self._keys.get(event.keyCombination().toCombined())
        if action is None or not action.isEnabled():
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            action.trigger()
        return True

    @Slot()
    def _follow(self) -> None:
        chosen = key_map().chosen()
        self._keys = {
            _first(keys): action
            for action in self._actions
            for keys in key_map().keys(action.objectName(), chosen)
        }


def _first(keys: QKeySequence) -> int:
    """The first key of a sequence with its modifiers, as one number."""
    first: QKeyCombination = keys[0]  # type: ignore[index]  # Qt's annotations leave this operator out
    return first.toCombined()
