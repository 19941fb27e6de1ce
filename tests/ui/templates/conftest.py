"""The dialog of templates, and a page of entries to begin some on."""

from tests.ui.entries.conftest import open_page, page, session

__all__ = ["open_page", "page", "session"]
