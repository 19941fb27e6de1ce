"""The dialog of templates, and a page of entries to begin some on."""

from tests.ui.entries.conftest import _settings_of_its_own, open_page, page, session

__all__ = ["_settings_of_its_own", "open_page", "page", "session"]
