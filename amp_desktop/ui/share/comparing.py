"""What is made now beside what left the last time like it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from amp_desktop.domain.errors import JournalError
from amp_desktop.journal.share import JournalSharing
from amp_desktop.ui.share.compare_dialog import CompareDialog
from amp_desktop.ui.share.leaving import LeavingPanel
from amp_desktop.ui.share.letting_out import LettingOut
from amp_desktop.ui.share.prepared import PreparedSummary

if TYPE_CHECKING:
    from amp_desktop.domain.share import Share


class Comparing(QObject):
    """Offers it where something left before, by the same template for the same audience.

    Attributes:
        failed: What left could not be read; carries the error.
    """

    failed = Signal(object)

    def __init__(
        self, sharing: JournalSharing, leaving: LeavingPanel, letting_out: LettingOut, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._sharing, self._leaving, self._letting_out = sharing, leaving, letting_out
        self._page = parent
        self._last: Share | None = None
        leaving.head.compare_pressed.connect(self._compare)

    @Slot(object)
    def hear(self, summary: PreparedSummary) -> None:
        """Look for what left like a summary that was made now, and offer to compare them."""
        try:
            self._last = self._sharing.last_like(summary.template, summary.audience)
        except JournalError as error:
            self.failed.emit(error)
            return
        self._leaving.head.offer_comparing(self._last is not None and not summary.is_empty)

    def forget(self) -> None:
        """Drop what left."""
        self._last = None

    @Slot()
    def _compare(self) -> None:
        summary, last = self._leaving.summary(), self._last
        if summary is not None and last is not None:
            lines = self._sharing.compared(summary.disclosure, last)
            self._letting_out.show_dialog(CompareDialog(last, lines, self._page))
