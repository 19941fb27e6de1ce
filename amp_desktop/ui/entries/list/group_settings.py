"""How a page's groups stood when they were last seen: which were folded, and in which order they came."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import QByteArray

from amp_desktop.domain.entry import Kind
from amp_desktop.domain.kinds.registry import ENTRY_TYPES
from amp_desktop.domain.query import EntryQuery, Exclusions
from amp_desktop.ui.kinds.base import RowGroup
from amp_desktop.ui.kinds.registry import kind_view
from amp_desktop.ui.platform.app_settings import AppSettings

_KEPT = b"folded:"
NEWER = "newer"
"""The name of the group of what only a newer version of the program understands."""


class GroupSettings:
    """The groups of the page of a kind, as the person left them."""

    def __init__(self, kind: Kind | None, newer: str) -> None:
        """Ask for those of a kind.

        Args:
            kind: Which; None for a page without groups.
            newer: The heading over entries in states that only a newer version of the program knows.
        """
        self._settings = AppSettings()
        self._kind = kind or ""
        self._groups = tuple(kind_view(kind).groups()) if kind is not None else ()
        if self._groups:
            self._groups = (*self._groups, RowGroup(NEWER, newer, ()))

    def groups(self) -> Sequence[RowGroup]:
        """All groups in order, with the order of their rows that was chosen."""
        if not self.is_newest_first():
            return self._groups
        return tuple(replace(group, order=None) for group in self._groups)

    def query(self, group: RowGroup, today: date) -> EntryQuery:
        """Which entries the group holds on that day."""
        if group.states:
            since = today + timedelta(days=1) if group.is_to_come else None
            until = today if group.is_to_come is False else None
            return EntryQuery(states=frozenset(group.states), since=since, until=until)
        known = frozenset(ENTRY_TYPES[self._kind].STATES)
        return EntryQuery(exclusions=Exclusions(states=known))

    def folded(self) -> Collection[str]:
        """The names of the groups that are folded."""
        kept = bytes(self._settings.panel(self._name("groups")).data())
        if kept.startswith(_KEPT):
            return set(kept.removeprefix(_KEPT).decode(errors="replace").split(";"))
        return {group.name for group in self._groups if group.folded}

    def keep_folded(self, names: Collection[str]) -> None:
        """Remember which groups are folded."""
        self._settings.keep_panel(self._name("groups"), QByteArray(_KEPT + ";".join(sorted(names)).encode()))

    def is_newest_first(self) -> bool:
        """Whether the newest day comes first in every group, instead of what the kind would have first."""
        return bytes(self._settings.panel(self._name("order")).data()) == b"newest"

    def keep_newest_first(self, *, newest: bool) -> None:
        """Remember that."""
        self._settings.keep_panel(self._name("order"), QByteArray(b"newest" if newest else b"kind"))

    def _name(self, what: str) -> str:
        return f"{what}-{self._kind}"
