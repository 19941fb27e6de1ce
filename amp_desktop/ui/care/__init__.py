"""Self-care: how the mentee is."""

from amp_desktop.ui.care.page import CarePage

__all__ = ["CarePage"]
