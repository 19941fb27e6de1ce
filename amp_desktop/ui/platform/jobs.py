"""Work that may take long, kept off the window's thread: key derivation, backups, exports, checks.

Only frozen values cross over: a worker never touches a widget, and a page never waits.
"""

from collections.abc import Callable
from contextlib import suppress
from time import monotonic
from typing import Any, NamedTuple, TypeAlias, TypeVar

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal, Slot

from amp_desktop.domain.errors import CancelledError, JournalError
from amp_desktop.domain.progress import Progress
from amp_desktop.ui.platform.garbage import hold_off, let_go

T = TypeVar("T")
Failed: TypeAlias = Callable[[JournalError], None]

SECONDS_BETWEEN_REPORTS = 0.05
"""Work may tell its progress as often as it likes; the window hears of it twenty times a second."""

_under_way: set["Job"] = set()


class _Reply(NamedTuple):
    """Who is told what comes of a job."""

    done: Callable[[Any], None]
    failed: Failed
    unwanted: Callable[[Any], None]


class Job(QObject):
    """One piece of work under way.

    Signals:
        ended(): It is over, whatever came of it; also when nobody waits for the answer any more.
    """

    ended = Signal()
    _came = Signal(object, object)
    _told = Signal(int, int)

    def __init__(self, owner: QObject, work: Callable[[Progress], Any], reply: _Reply) -> None:
        super().__init__()
        self._work = work
        self._reply = reply
        self._cancelled = False
        self._awaited = True
        self._heard_at = 0.0
        owner.destroyed.connect(self._abandon)
        # The signals are sent by the worker and must be heard on the window's thread, whoever connects.
        self._came.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Ask the work to stop where it next tells its progress; then `failed` gets a `CancelledError`.

        Work that ends before it hears of this still delivers its answer.
        """
        self._cancelled = True

    def start(self, progress: Callable[[int, int], None] | None) -> None:
        """Begin, as soon as a worker is free."""
        if progress is not None:
            self._told.connect(progress, Qt.ConnectionType.QueuedConnection)
        hold_off()
        _under_way.add(self)
        QThreadPool.globalInstance().start(self._run)

    def _run(self) -> None:
        answer: Any = None
        trouble: BaseException | None = None
        try:
            answer = self._work(self._report)
        except BaseException as error:  # noqa: BLE001 - it is raised again on the window's thread
            trouble = error
        with suppress(RuntimeError):  # the program has ended meanwhile, and Qt with it
            self._came.emit(answer, trouble)

    def _report(self, done: int, total: int) -> None:
        if self._cancelled:
            raise CancelledError("Stopped. Nothing was changed.")
        now = monotonic()
        if done >= total or now - self._heard_at >= SECONDS_BETWEEN_REPORTS:
            self._heard_at = now
            self._told.emit(done, total)

    @Slot()
    def _abandon(self) -> None:
        self._awaited = False
        self._cancelled = True

    @Slot(object, object)
    def _deliver(self, answer: Any, trouble: BaseException | None) -> None:
        _under_way.discard(self)
        if not _under_way:
            let_go()
        self.deleteLater()
        try:
            self._hand_over(answer, trouble)
        finally:
            self.ended.emit()

    def _hand_over(self, answer: Any, trouble: BaseException | None) -> None:
        if trouble is None:
            (self._reply.done if self._awaited else self._reply.unwanted)(answer)
        elif not isinstance(trouble, JournalError):
            raise trouble  # a fault of ours: it ends in a report, awaited or not
        elif self._awaited:
            self._reply.failed(trouble)


def run_job(
    owner: QObject,
    work: Callable[[Progress], T],
    done: Callable[[T], None],
    failed: Failed,
    progress: Callable[[int, int], None] | None = None,
    unwanted: Callable[[T], None] | None = None,
) -> Job:
    """Do `work` on another thread and deliver what comes of it on the window's, if `owner` still lives.

    Args:
        owner: Whoever asks. When it is destroyed, the work is called off and its answer is not delivered.
        work: Gets a `Progress` to call every now and then, and answers with a value; touches no widget.
        done: Called with the answer.
        failed: Called with what went wrong in the world. Any other exception is raised on the window's
            thread, where the error report catches it.
        progress: Called with (done, total).
        unwanted: Called with an answer that nobody waits for any more, so that it can be closed.
    """
    job = Job(owner, work, _Reply(done, failed, unwanted or _drop))
    job.start(progress)
    return job


def jobs_under_way() -> int:
    """How many jobs have not delivered yet."""
    return len(_under_way)


def _drop(_: object) -> None:
    pass
