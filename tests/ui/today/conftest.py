"""A window with an open journal, for what of the day is done from anywhere in it."""

from tests.ui.shell.test_window import unlocked, window

__all__ = ["unlocked", "window"]
