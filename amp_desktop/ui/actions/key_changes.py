"""Changing keys: which may be used at all, whose they are, and the way back."""

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from amp_desktop.ui.actions.catalogue import catalogue
from amp_desktop.ui.actions.key_map import Chosen, key_map, usual_keys

_Standard = QKeySequence.StandardKey
_EDITING = (
    _Standard.Copy,
    _Standard.Cut,
    _Standard.Paste,
    _Standard.Undo,
    _Standard.Redo,
    _Standard.SelectAll,
)
_HELD = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class KeyChanges:
    """The changes made since the list of keys was opened; each holds at once."""

    def __init__(self) -> None:
        self._before: list[Chosen] = []

    def can_go_back(self) -> bool:
        """Whether something was changed."""
        return bool(self._before)

    def taken_by(self, name: str, keys: QKeySequence) -> list[str]:
        """The words of the actions that have these keys where this one would need them."""
        return [catalogue()[other].text for other in key_map().taken_by(name, keys)]

    def give(self, name: str, keys: QKeySequence) -> None:
        """Give an action these keys alone, or none if they are empty; who had them has them no longer."""
        self._keep()
        for other in key_map().taken_by(name, keys):
            left = [own for own in key_map().keys(other) if own != keys]
            key_map().set_keys(other, left)
        key_map().set_keys(name, [keys] if not keys.isEmpty() else [])

    def as_shipped(self, name: str) -> None:
        """Give an action its usual keys; who has them meanwhile has them no longer."""
        self._keep()
        usual = usual_keys(catalogue()[name])
        for keys in usual:
            for other in key_map().taken_by(name, keys):
                key_map().set_keys(other, [own for own in key_map().keys(other) if own != keys])
        key_map().set_keys(name, usual)

    def all_as_shipped(self) -> None:
        """Give every action its usual keys."""
        self._keep()
        key_map().choose({})

    def go_back(self) -> None:
        """Take the last change back."""
        if self._before:
            key_map().choose(self._before.pop())

    def _keep(self) -> None:
        self._before.append(key_map().chosen())


def is_changed(name: str) -> bool:
    """Whether an action has other keys than the usual ones."""
    return name in key_map().chosen()


def can_be_used(keys: QKeySequence) -> bool:
    """Whether the keys write nothing and are not those of copying, undoing and the like."""
    if any(keys in QKeySequence.keyBindings(standard) for standard in _EDITING):
        return False
    first: QKeyCombination = keys[0]  # type: ignore[index]  # Qt's annotations leave this operator out
    named = Qt.Key.Key_F1 <= first.key() <= Qt.Key.Key_F35
    return named or bool(first.keyboardModifiers() & _HELD)
