"""The journal page: list, editor and inspector; the pages of the kinds are built on it."""

from amp_desktop.ui.entries.page import EntriesPage

__all__ = ["EntriesPage"]
