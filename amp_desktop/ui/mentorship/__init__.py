"""The page of the program."""

from amp_desktop.ui.mentorship.page import ProgramPage

__all__ = ["ProgramPage"]
