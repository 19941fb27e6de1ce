"""What happens to a journal that is no longer shown."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from amp_desktop.domain.errors import CannotAttachError, JournalError
from amp_desktop.domain.progress import Progress
from amp_desktop.ui.platform.app_settings import AppSettings

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from amp_desktop.journal import Journal
    from amp_desktop.ui.session import Unfinished


class Closing(QObject):
    """Backs up and closes journals behind the window, and keeps for each what could not be said of it.

    Signals:
        ended(): One more is closed.
    """

    ended = Signal()

    def __init__(self, settings: AppSettings, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self._under_way = 0

    @property
    def is_busy(self) -> bool:
        """Whether a journal is not closed yet."""
        return self._under_way > 0

    def begin(self, journal: "Journal", unfinished: "Sequence[Unfinished]", *, text_waits: bool) -> None:
        """Put a journal away.

        Args:
            journal: The journal, which nothing shows any more.
            unfinished: What is still being attached to it.
            text_waits: Whether text of it could not be saved, and comes back when it is unlocked.
        """
        from amp_desktop.ui.platform.jobs import run_job

        self._under_way += 1
        journal_id = journal.keys.journal_id
        # Said until it is known better: a fault of ours, or the end of the program, may come between.
        self._settings.keep_notice(
            journal_id,
            self.tr("The journal was closed, but its backup was not finished. Please make one now."),
        )
        job = run_job(
            self,
            partial(back_up_and_close, journal, unfinished, text_waits),
            partial(self._done, journal_id),
            partial(self._fail, journal_id),
        )
        job.ended.connect(self._end)

    def notice(self, journal_id: "UUID") -> str:
        """What is still to be said of that journal, once; or an empty string."""
        if self.is_busy:
            return ""  # what will have to be said is not known yet
        notice = self._settings.notice(journal_id)
        self._settings.keep_notice(journal_id, "")
        return notice

    def _done(self, journal_id: "UUID", _: object) -> None:
        self._settings.keep_notice(journal_id, "")

    def _fail(self, journal_id: "UUID", error: JournalError) -> None:
        self._settings.keep_notice(journal_id, str(error))

    @Slot()
    def _end(self) -> None:
        self._under_way -= 1
        self.ended.emit()


def back_up_and_close(
    journal: "Journal", unfinished: "Sequence[Unfinished]", text_waits: bool, progress: Progress
) -> None:
    """Back the journal up if it was changed, and close it whatever comes of that. Runs as a job.

    1. What is still being attached is seen through.
    2. Pictures and files that were attached and taken out again go: nothing is left to undo. They stay while
       text waits to be saved, for it may refer to them.
    3. The backup is made.

    Raises:
        JournalError: Something could not be attached or backed up; it is closed all the same.
    """
    try:
        lost = sum(not attaching.finish(journal) for attaching in unfinished)
        if not (journal.read_only or text_waits):
            journal.attachments.clear_unused()
        journal.maintenance.back_up_if_changed(progress=progress)
    finally:
        journal.close()
    if lost:  # and no name of it, for what is kept until next time is not encrypted
        raise CannotAttachError(
            "A file that was being attached when the journal was locked is not in it.", "Attach it once more."
        )
