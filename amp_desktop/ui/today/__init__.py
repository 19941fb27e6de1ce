"""Today: one line to write in, the check-in of three taps, and what is open."""

from amp_desktop.ui.today.page import TodayPage

__all__ = ["TodayPage"]
