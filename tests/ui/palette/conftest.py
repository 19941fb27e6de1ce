"""A window with an open journal, and its palette."""

from tests.ui.shell.test_window import unlocked, window

__all__ = ["unlocked", "window"]
