"""What has lain in the bin for longer than the mentee wants goes, in the background, and it is told."""

from PySide6.QtCore import QObject, QTimer, Slot

from amp_desktop.domain.errors import JournalError
from amp_desktop.domain.progress import Progress
from amp_desktop.journal.bin import Emptied
from amp_desktop.ui.platform.jobs import run_job
from amp_desktop.ui.session import Session
from amp_desktop.ui.style.dates import long_day
from amp_desktop.ui.widgets.banner import Banner, Tone

BEGINS_AFTER_MS = 2000
"""When whoever unlocks has the first page in front."""


class BinPurge(QObject):
    """Empties the bin of what is due, once, some moments after the journal was opened.

    1. Nothing at all happens where the bin is emptied by hand.
    2. What is due is deleted by a job, so that nobody waits, after a backup.
    3. Where the clock is not to be believed, nothing goes; it is asked whether the date is right.
    4. If anything went, every page looks again, and one sentence says how many entries it were. Question and
       sentence wait for their turn when something else is being said.
    """

    def __init__(self, session: Session, banner: Banner, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._banner = banner
        self._untold: Emptied | None = None
        self._question = ""
        banner.dismissed.connect(self._tell)
        banner.action_requested.connect(self._answer)
        if session.journal.preferences.empty_bin_after:
            QTimer.singleShot(BEGINS_AFTER_MS, self, self._begin)

    @Slot()
    def _begin(self) -> None:
        self._empty(sure=False)

    def _empty(self, *, sure: bool) -> None:
        journal = self._session.journal

        def work(progress: Progress) -> Emptied:
            return journal.bin.empty_when_due(journal.preferences, sure=sure, progress=progress)

        run_job(self, work, self._done, self._failed)

    def _done(self, emptied: Emptied) -> None:
        self._untold = emptied
        if emptied.gone:
            self._session.refreshed.emit()
        self._tell()

    def _failed(self, error: JournalError) -> None:
        self._banner.show_error(error)

    @Slot()
    def _answer(self) -> None:
        """A button of the banner was pressed: it may be the one under the question."""
        if self._question and self._banner.sentence() == self._question:
            self._question = ""
            self._banner.clear()
            self._empty(sure=True)
        else:
            self._tell()

    @Slot()
    def _tell(self) -> None:
        """Say it as soon as nothing else is being said, and once."""
        if self._untold is None or self._banner.sentence():
            return
        untold, self._untold = self._untold, None
        if untold.gone:
            self._say_gone(untold.gone)
        elif untold.waiting:
            self._ask(untold)

    def _say_gone(self, gone: int) -> None:
        one = self.tr("One entry that had been in the bin for a long time was deleted for ever.")
        many = self.tr(
            "%n entries that had been in the bin for a long time were deleted for ever.", None, gone
        )
        advice = self.tr("You chose this in the settings. The backup made just before still has them.")
        self._banner.show_message(Tone.INFO, one if gone == 1 else many, advice)

    def _ask(self, asked: Emptied) -> None:
        one = self.tr("One entry is due to be deleted for ever. Is the date right?")
        many = self.tr("%n entries are due to be deleted for ever. Is the date right?", None, asked.waiting)
        self._question = one if asked.waiting == 1 else many
        advice = self.tr(
            "It has been a while since this journal was last open on this computer, or it was "
            "brought back from a backup. By the computer's clock today is {day}. Until you "
            "answer, everything stays."
        ).format(day=long_day(asked.day))
        self._banner.show_message(Tone.CARE, self._question, advice, self.tr("The date is right: delete"))
