"""A window with an open journal, for what of the settings depends on the window."""

from tests.ui.shell.test_window import unlocked, window

__all__ = ["unlocked", "window"]
