"""The way through the program, week by week: what was reached, said, done and resolved."""

from amp_desktop.ui.timeline.page import TimelinePage

__all__ = ["TimelinePage"]
