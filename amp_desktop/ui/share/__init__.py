"""Share: what could leave, and the very text that will."""

from amp_desktop.ui.share.page import SharePage

__all__ = ["SharePage"]
