"""Milestones: what was reached."""

from amp_desktop.ui.milestones.page import MilestonesPage

__all__ = ["MilestonesPage"]
