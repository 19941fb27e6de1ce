"""The page of the evaluations."""

from amp_desktop.ui.evaluations.page import EvaluationsPage

__all__ = ["EvaluationsPage"]
