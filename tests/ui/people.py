"""What a person does in the window, for the tests: things are found by the names that people hear and see."""

from typing import TypeVar

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

W = TypeVar("W", bound=QWidget)


def seen(place: QWidget, kind: type[W], name: str) -> W:
    """The visible widget of that class with that accessible name or text."""
    found = [one for one in place.findChildren(kind) if one.isVisible() and name in _names(one)]
    assert found, f"no {kind.__name__} called “{name}” among {_all(place, kind)}"
    return found[0]


def shows(place: QWidget, words: str) -> bool:
    """Whether these words can be read; of a line that is cut short, the whole of it counts."""
    labels = [one for one in place.findChildren(QLabel) if one.isVisible()]
    return any(words in one.text() or words in one.accessibleName() for one in labels)


def press(place: QWidget, name: str) -> None:
    """Press a button."""
    button = seen(place, QAbstractButton, name)
    assert button.isEnabled(), f"“{name}” is switched off"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def write(place: QWidget, name: str, text: str) -> None:
    """Type into a line, in place of what is there."""
    line = seen(place, QLineEdit, name)
    line.setFocus()
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    QTest.keyClicks(line, text)


def drop(where: QWidget, place: QPoint, data: QMimeData) -> bool:
    """Carry something in, over that place, and let go of it; whether it was taken."""
    how = (Qt.DropAction.LinkAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    came = QDragEnterEvent(place, *how)
    QApplication.sendEvent(where, came)
    over = QDragMoveEvent(place, *how)
    QApplication.sendEvent(where, over)
    if not (came.isAccepted() and over.isAccepted()):
        QApplication.sendEvent(where, QDragLeaveEvent())
        return False
    fell = QDropEvent(QPointF(place), *how)
    QApplication.sendEvent(where, fell)
    return fell.isAccepted()


def _names(widget: QWidget) -> tuple[str, str]:
    text = widget.text() if isinstance(widget, QAbstractButton | QLabel) else ""
    return widget.accessibleName(), text


def _all(place: QWidget, kind: type[W]) -> list[str]:
    return ["/".join(filter(None, _names(one))) for one in place.findChildren(kind) if one.isVisible()]
