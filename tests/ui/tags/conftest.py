"""A page of entries to find things on."""

from tests.ui.entries.conftest import open_page, page, session

__all__ = ["open_page", "page", "session"]
