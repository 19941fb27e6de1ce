"""Evidence: what carries an evaluation and a nomination."""

from amp_desktop.ui.evidence.page import EvidencePage

__all__ = ["EvidencePage"]
