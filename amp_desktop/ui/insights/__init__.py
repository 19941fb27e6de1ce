"""What is to be seen of some time: for the mentee alone, and only when this page is opened."""

from amp_desktop.ui.insights.page import InsightsPage

__all__ = ["InsightsPage"]
