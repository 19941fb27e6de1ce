"""The same start as for the journal page."""

from tests.ui.entries.conftest import _settings_of_its_own, open_page, session

__all__ = ["_settings_of_its_own", "open_page", "session"]
