"""A window with an open journal, for what of the page depends on the window."""

from tests.ui.shell.test_window import unlocked, window

__all__ = ["unlocked", "window"]
