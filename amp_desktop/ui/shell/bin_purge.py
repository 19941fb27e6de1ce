"""What has lain in the bin for longer than the mentee wants goes, in the background, and it is told."""

from PySide6.QtCore import QObject, QTimer, Slot

from amp_desktop.domain.errors import JournalError
from amp_desktop.domain.progress import Progress
from amp_desktop.ui.platform.jobs import run_job
from amp_desktop.ui.session import Session
from amp_desktop.ui.widgets.banner import Banner, Tone

BEGINS_AFTER_MS = 2000
"""When whoever unlocks has the first page in front."""


class BinEmptying(QObject):
    """Empties the bin of what is due, once, some moments after the journal was opened.

    1. Nothing at all happens where the bin is emptied by hand.
    2. What is due is deleted by a job, so that nobody waits.
    3. If anything went, every page looks again, and one sentence says how many entries it were. It waits for
       its turn when something else is being said.
    """

    def __init__(self, session: Session, banner: Banner, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._banner = banner
        self._gone = 0
        if session.journal.preferences.empty_bin_after:
            QTimer.singleShot(BEGINS_AFTER_MS, self, self._begin)

    @Slot()
    def _begin(self) -> None:
        journal = self._session.journal

        def work(progress: Progress) -> int:
            return journal.bin.empty_when_due(journal.preferences, progress=progress)

        run_job(self, work, self._done, self._failed)

    def _done(self, gone: int) -> None:
        if gone:
            self._gone = gone
            self._session.refreshed.emit()
            self._tell()

    def _failed(self, error: JournalError) -> None:
        self._banner.show_error(error)

    @Slot()
    def _tell(self) -> None:
        """Say it as soon as nothing else is being said, and once."""
        if not self._gone:
            return
        if self._banner.sentence():
            self._banner.dismissed.connect(self._tell)
            self._banner.action_requested.connect(self._tell)
            return
        gone, self._gone = self._gone, 0
        one = self.tr("One entry that had lain in the bin for long was deleted for ever.")
        many = self.tr("%n entries that had lain in the bin for long were deleted for ever.", None, gone)
        advice = self.tr("You chose so in the settings. Backups made before still have what was deleted.")
        self._banner.show_message(Tone.INFO, one if gone == 1 else many, advice)
