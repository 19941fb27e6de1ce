"""What the palette asks of the place that it lies over."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from amp_desktop.domain.entry_template import EntryTemplate
from amp_desktop.domain.errors import JournalError
from amp_desktop.ui.page import Page
from amp_desktop.ui.session import Session


class PaletteHost(QWidget):
    """The pages of an open journal, as far as the palette leads to them.

    Attributes:
        session: The open journal.

    Signals:
        forgotten(): The journal is being locked, and every word is to be dropped.
    """

    forgotten = Signal()

    session: Session

    def page(self) -> Page | None:
        """The page in front."""
        raise NotImplementedError

    def show_entry(self, entry_id: UUID) -> None:
        """Show an entry on the journal page."""
        raise NotImplementedError

    def show_part(self, name: str, part: str) -> None:
        """Show that part of a page."""
        raise NotImplementedError

    def begin_with(self, template: EntryTemplate) -> None:
        """Begin an entry with a template, on the journal page."""
        raise NotImplementedError

    def say_error(self, error: JournalError) -> None:
        """Say what went wrong."""
        raise NotImplementedError
