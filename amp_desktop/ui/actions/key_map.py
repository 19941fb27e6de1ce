"""Which keys hold for which action: the usual ones, or those that the person chose on this computer."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence

from amp_desktop.ui.actions.action import ActionEntry, ActionScope
from amp_desktop.ui.actions.catalogue import catalogue
from amp_desktop.ui.platform.app_settings import AppSettings

Chosen = Mapping[str, Sequence[str]]
"""Name of an action → its keys as they are written, none for an action that is to have none."""


class KeyMap(QObject):
    """The keys of every action, kept in the window's settings.

    Attributes:
        changed: Other keys hold from now on.
    """

    changed = Signal()

    def chosen(self) -> Chosen:
        """What was chosen in place of the usual keys."""
        return AppSettings().keys

    def keys(self, name: str, chosen: Chosen | None = None) -> list[QKeySequence]:
        """The keys of an action, the one to be shown first.

        Args:
            name: Of the action.
            chosen: What `chosen` answered, where many are asked for.
        """
        own = (self.chosen() if chosen is None else chosen).get(name)
        entry = catalogue()[name]
        return usual_keys(entry) if own is None or entry.fixed else [QKeySequence(keys) for keys in own]

    def shown(self, name: str, chosen: Chosen | None = None) -> str:
        """The first of an action's keys (see `keys`) as people know them, or an empty string."""
        keys = self.keys(name, chosen)
        return key_words(keys[0]) if keys else ""

    def set_keys(self, name: str, keys: Sequence[QKeySequence]) -> None:
        """Let an action have these keys; the usual ones are not kept."""
        own = {known: list(written) for known, written in self.chosen().items() if known != name}
        if list(keys) != usual_keys(catalogue()[name]):
            own[name] = [one.toString(QKeySequence.SequenceFormat.PortableText) for one in keys]
        self.choose(own)

    def choose(self, chosen: Chosen) -> None:
        """Let these hold, and the usual keys for every other action."""
        AppSettings().keys = chosen
        self.changed.emit()

    def taken_by(self, name: str, keys: QKeySequence) -> list[str]:
        """The other actions that have these keys where this one would need them."""
        own, wanted = self.chosen(), catalogue()[name]
        return [
            other.name
            for other in catalogue().values()
            if other.name != name and collide(wanted, other) and keys in self.keys(other.name, own)
        ]


def collide(one: ActionEntry, other: ActionEntry) -> bool:
    """Whether the two may not have the same keys."""
    if one.goes_first != other.goes_first:
        # The first takes them before the window is asked; what stands in the entry itself is asked earlier.
        return one.where is not ActionScope.WINDOW and other.where is not ActionScope.WINDOW
    return one.where.overlaps(other.where)


def usual_keys(entry: ActionEntry) -> list[QKeySequence]:
    """The keys that an action has if nothing was chosen."""
    return list(_sequences(entry))


def key_words(keys: QKeySequence) -> str:
    """Keys as people know them on this platform."""
    return keys.toString(QKeySequence.SequenceFormat.NativeText)


def _sequences(entry: ActionEntry) -> Iterable[QKeySequence]:
    for keys in entry.keys:
        if isinstance(keys, str):
            yield QKeySequence(keys)
        else:
            yield from QKeySequence.keyBindings(keys)


_KEY_MAP: list[KeyMap] = []


def key_map() -> KeyMap:
    """The keys of the running program."""
    if not _KEY_MAP:
        _KEY_MAP.append(KeyMap())
    return _KEY_MAP[0]
