"""The same start as for the journal page."""

from tests.ui.entries.conftest import open_page, session

__all__ = ["open_page", "session"]
