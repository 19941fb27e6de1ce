"""What a page of entries says while its text is not on the disk."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from amp_desktop.domain.errors import JournalError
from amp_desktop.ui.widgets.banner import Banner
from amp_desktop.ui.widgets.buttons import secondary_button


class NotSavedBanner(Banner):
    """Says why the text is not on the disk, and offers two ways on.

    Attributes:
        action_requested: Try again.
        copy_requested: Save a copy elsewhere.
    """

    copy_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._copy = secondary_button(self.tr("Save a copy elsewhere…"))
        self._copy.clicked.connect(self.copy_requested)
        self._put_buttons_below()

    def _put_buttons_below(self) -> None:
        """Two buttons beside the words would leave the words no room."""
        row = self.layout()
        words = row.itemAt(1) if row is not None else None
        assert isinstance(words, QVBoxLayout)
        ways_on = QHBoxLayout()
        ways_on.addWidget(self._action)
        ways_on.addWidget(self._copy)
        ways_on.addStretch(1)
        words.addLayout(ways_on)

    def show_failure(self, error: JournalError) -> None:
        """Say why it was not saved; the text is still on the page."""
        self.show_error(error, self.tr("Try again"))
