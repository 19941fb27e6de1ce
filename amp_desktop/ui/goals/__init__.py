"""Goals: what the mentee grows towards."""

from amp_desktop.ui.goals.page import GoalsPage

__all__ = ["GoalsPage"]
