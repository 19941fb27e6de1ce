"""The settings page."""

from amp_desktop.ui.settings.page import SettingsPage

__all__ = ["SettingsPage"]
