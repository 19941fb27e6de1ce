"""Keys that mean something else in one part of the window than in the rest of it."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QKeyCombination, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

Does = Callable[[], object]


class OwnKeys(QObject):
    """Takes keys for some widgets before the window's shortcuts see them.

    Two shortcuts of one key in window and widget would be ambiguous to Qt, and neither would work.
    """

    def __init__(self, keys: Mapping[str | QKeySequence.StandardKey, Does], parent: QObject) -> None:
        super().__init__(parent)
        self._keys = {_first(QKeySequence(key)): does for key, does in keys.items()}

    def watch(self, *widgets: QWidget) -> None:
        """Take the keys for these widgets, which get the keyboard themselves."""
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        """Keep the key from the window, then do what it means here."""
        if not isinstance(event, QKeyEvent) or event.type() == QEvent.Type.KeyRelease:
            return False
        does = self._keys.get(event.keyCombination().toCombined())
        if does is None:
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            does()
        return True


def _first(keys: QKeySequence) -> int:
    """The first key of a sequence with its modifiers, as one number."""
    first: QKeyCombination = keys[0]  # type: ignore[index]  # Qt's annotations leave this operator out
    return first.toCombined()
