"""A window with an open journal, for what can be done in it."""

from tests.ui.shell.test_window import unlocked, window

__all__ = ["unlocked", "window"]
