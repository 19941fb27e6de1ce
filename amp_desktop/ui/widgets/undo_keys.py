"""One undo for a whole page: the keys mean the entry's, whichever of its fields has the keyboard."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QTextEdit, QWidget

OWN_UNDO = "ownUndo"
"""A property of fields whose words belong to no entry yet: they take back what is typed in them alone."""

_FIELDS = (QTextEdit, QLineEdit, QAbstractSpinBox, QComboBox)
_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class UndoKeys(QObject):
    """Keeps the keys of undo from Qt's fields, each of which would undo on its own, for the actions."""

    def __init__(self, places: Sequence[QWidget], parent: QObject) -> None:
        """Make it.

        Args:
            places: The fields, or what they stand in.
            parent: Who keeps it.
        """
        super().__init__(parent)
        self._places = places
        self._field: QWidget | None = None
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._focus_went)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        """Let neither the key nor Qt's question about it reach the field."""
        if not isinstance(event, QKeyEvent) or event.type() == QEvent.Type.KeyRelease:
            return False
        if not any(event.matches(key) for key in _KEYS):
            return False
        event.ignore()
        return True

    @Slot(QWidget, QWidget)
    def _focus_went(self, left: QWidget | None, reached: QWidget | None) -> None:
        if left is not None and left is self._field:
            left.removeEventFilter(self)
        self._field = None
        if isinstance(reached, _FIELDS) and not reached.property(OWN_UNDO) and self._stands_in(reached):
            self._field = reached
            reached.installEventFilter(self)

    def _stands_in(self, field: QWidget) -> bool:
        return any(place is field or place.isAncestorOf(field) for place in self._places)
