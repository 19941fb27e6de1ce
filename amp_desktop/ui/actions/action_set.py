"""Making actions from the table, and letting them follow when their keys are changed."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, SignalInstance, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from amp_desktop.ui.actions.action import ActionEntry, ActionScope
from amp_desktop.ui.actions.catalogue import catalogue
from amp_desktop.ui.actions.key_map import Chosen, key_map, key_words

Does = Callable[..., object] | SignalInstance
_HOLDS = {
    ActionScope.WINDOW: Qt.ShortcutContext.WindowShortcut,
    ActionScope.TEXT: Qt.ShortcutContext.WidgetShortcut,
}


class ActionSet(QObject):
    """The actions of one widget. Each bears its name in the table as its object name."""

    def __init__(self, owner: QWidget) -> None:
        """Make the set, empty.

        Args:
            owner: Where the keys hold.
        """
        super().__init__(owner)
        self._owner = owner
        self._actions: dict[str, QAction] = {}
        self._chosen: Chosen = key_map().chosen()
        key_map().changed.connect(self._follow)

    def add(self, name: str, does: Does, *, on: QWidget | None = None, checkable: bool = False) -> QAction:
        """Make the action of that name.

        Args:
            name: As it stands in the table.
            does: What it does: a bound method or a signal; gets whether it is checked if it asks for that.
            on: The part of the owner in which alone its keys hold.
            checkable: Whether it is something that is on or off.
        """
        entry = catalogue()[name]
        action = QAction(self)
        action.setObjectName(name)
        action.setCheckable(checkable)
        action.setShortcutContext(_HOLDS.get(entry.where, Qt.ShortcutContext.WidgetWithChildrenShortcut))
        # "Settings" and the like must not wander into macOS's application menu by their words.
        action.setMenuRole(QAction.MenuRole.NoRole)
        self._key(action, entry)
        action.triggered.connect(does)
        (on or self._owner).addAction(action)
        self._actions[name] = action
        return action

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    @Slot()
    def _follow(self) -> None:
        self._chosen = key_map().chosen()
        for name, action in self._actions.items():
            self._key(action, catalogue()[name])

    def _key(self, action: QAction, entry: ActionEntry) -> None:
        """Give the action its keys; where they are taken before Qt's shortcuts are asked, only its words."""
        keys = key_map().keys(entry.name, self._chosen)
        if entry.goes_first:
            action.setText("\t".join([entry.text, *map(key_words, keys[:1])]))
        else:
            action.setText(entry.text)
            action.setShortcuts(keys)
