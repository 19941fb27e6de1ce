"""Importing entries: looked at first, then added, and taken back if one thinks better of it."""

from amp_desktop.ui.importing.page import ImportPage

__all__ = ["ImportPage"]
