"""All words that a window holds, seen or not, in its widgets, models, documents and accessibility tree."""

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction, QTextDocument, QWindow
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QTextEdit, QWidget

_ROLES = (*range(14), *range(Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 24))
_MOST_ROWS = 300


def words_of(window: QWidget) -> str:
    """Every text in the window's widgets, models, documents and actions, and its whole accessibility tree."""
    return "\n".join((*_told(window), *(word for one in window.findChildren(QObject) for word in _told(one)),
                      *_spoken(QAccessible.queryAccessibleInterface(window))))  # fmt: skip


def _told(thing: QObject) -> Iterator[str]:
    if isinstance(thing, QWidget):
        yield from (thing.toolTip(), thing.statusTip(), thing.whatsThis(), thing.windowTitle())
        yield from (thing.accessibleName(), thing.accessibleDescription())
    if isinstance(thing, QLabel | QLineEdit | QAbstractButton | QAction):
        yield thing.text()
    if isinstance(thing, QAction):
        yield from (thing.toolTip(), str(thing.data()))
    if isinstance(thing, QTextEdit):
        yield thing.toPlainText()
    if isinstance(thing, QTextDocument):
        yield thing.toPlainText()
    if isinstance(thing, QAbstractItemModel):
        yield from _held(thing, QModelIndex())
    if isinstance(thing, QWindow):
        yield thing.title()


def _held(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    for row in range(min(model.rowCount(parent), _MOST_ROWS)):
        index = model.index(row, 0, parent)
        yield from (repr(index.data(role)) for role in _ROLES if index.data(role) is not None)


def _spoken(interface: QAccessibleInterface | None) -> Iterator[str]:
    if interface is None or not interface.isValid():
        return
    texts = (
        QAccessible.Text.Name,
        QAccessible.Text.Description,
        QAccessible.Text.Value,
        QAccessible.Text.Help,
    )
    yield from (interface.text(one) for one in texts)
    for at in range(min(interface.childCount(), _MOST_ROWS)):
        yield from _spoken(interface.child(at))
