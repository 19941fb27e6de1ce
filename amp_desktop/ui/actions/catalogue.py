"""The one table in which every action of the window is registered: its name, icon, usual keys and group."""

from functools import cache

from PySide6.QtCore import QCoreApplication

from amp_desktop.ui.actions.action import ActionEntry

translate = QCoreApplication.translate


@cache
def catalogue() -> dict[str, ActionEntry]:
    """Every action by its name, in the order of the list of keys."""
    from amp_desktop.ui.actions import entry_actions, window_actions

    entries = (*window_actions.entries(), *entry_actions.entries())
    return {entry.name: entry for entry in entries}
