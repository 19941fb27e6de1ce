"""Taking pictures and files into the journal while one writes on."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from amp_desktop.domain.errors import CancelledError, JournalError
from amp_desktop.journal.attachments import JournalAttachments
from amp_desktop.ui.attachments.storing import StoredFile
from amp_desktop.ui.attachments.unfinished import Attaching, AttachTarget
from amp_desktop.ui.editing.offered import Offer
from amp_desktop.ui.platform.jobs import Job, run_job

CALM_MS = 400
"""What is done sooner is done before anybody would have read that it goes on."""


class Intake(QObject):
    """What is being attached.

    Attributes:
        kept: Something is in the journal now; carries what was given along with the offers, and `StoredFile`.
        failed: It could not be; carries the error.
        progressed: It takes a while; carries done and total, both 0 where nobody knows.
        ended: Nothing is under way any more.
    """

    kept = Signal(object, object)
    failed = Signal(object)
    progressed = Signal(int, int)
    ended = Signal()

    def __init__(self, attachments: JournalAttachments, parent: QObject) -> None:
        super().__init__(parent)
        self._attachments = attachments
        self._jobs: dict[int, tuple[Job, Attaching]] = {}
        self._number = 0
        self._done, self._total = 0, 0
        self._calm = QTimer(self, singleShot=True, interval=CALM_MS)
        self._calm.timeout.connect(self._tell)

    def take(self, offers: Sequence[Offer], home: AttachTarget, place: Any) -> None:
        """Begin to keep the offers for an entry; what comes of it is told together with `place`."""
        self._number += 1
        attaching = Attaching(offers, home)
        job = run_job(
            self,
            partial(attaching.keep, self._attachments),
            partial(self._finish, self._number, place),
            partial(self._fail, self._number),
            self._progress,
        )
        self._jobs[self._number] = job, attaching
        if not self._calm.isActive():
            self._calm.start()

    @Slot()
    def cancel(self) -> None:
        """Stop all of it; nothing of it stays in the journal."""
        for job, _ in self._jobs.values():
            job.cancel()

    def hand_over(self) -> tuple[Attaching, ...]:
        """The journal is being locked: what is under way goes on, and nothing of it is told here any more."""
        under_way = tuple(attaching for _, attaching in self._jobs.values())
        for attaching in under_way:
            attaching.go_on()
        self._jobs.clear()
        self._calm.stop()
        return under_way

    def _finish(self, number: int, place: Any, kept: StoredFile) -> None:
        if self._end(number):
            self.kept.emit(place, kept)

    def _fail(self, number: int, error: JournalError) -> None:
        if self._end(number) and not isinstance(error, CancelledError):
            self.failed.emit(error)

    def _progress(self, done: int, total: int) -> None:
        self._done, self._total = done, total
        if self._jobs and not self._calm.isActive():
            self._tell()

    @Slot()
    def _tell(self) -> None:
        self.progressed.emit(self._done, self._total)

    def _end(self, number: int) -> bool:
        """Count it no more; False where it was handed over before."""
        if self._jobs.pop(number, None) is None:
            return False
        if not self._jobs:
            self._calm.stop()
            self._done = self._total = 0
            self.ended.emit()
        return True
