"""A page of entries whose calendar is opened, and the panel alone."""

from tests.ui.entries.conftest import open_page, page, session

__all__ = ["open_page", "page", "session"]
