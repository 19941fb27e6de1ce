"""Work that may take long, kept off the window's thread: key derivation, backups, exports, checks.

Only frozen values cross over: a worker never touches a widget, and a page never waits.
"""

import gc
from collections.abc import Callable
from time import monotonic
from typing import Any, TypeAlias, TypeVar

from PySide6.QtCore import QObject, Qt, QThreadPool, QTimer, Signal, Slot

from amp_desktop.domain.errors import CancelledError, JournalError
from amp_desktop.domain.progress import Progress

T = TypeVar("T")
Failed: TypeAlias = Callable[[JournalError], None]

SECONDS_BETWEEN_REPORTS = 0.05
"""Work may tell its progress as often as it likes; the window hears of it twenty times a second."""

_under_way: set["Job"] = set()


class Job(QObject):
    """One piece of work under way.

    Signals:
        ended(): It is over, whatever came of it; also when nobody waits for the answer any more.
    """

    ended = Signal()
    _came = Signal(object, object)
    _told = Signal(int, int)

    def __init__(self, owner: QObject, work: Callable[[Progress], Any]) -> None:
        super().__init__()
        self._work = work
        self._cancelled = False
        self._awaited = True
        self._heard_at = 0.0
        self._done: Callable[[Any], None] = _drop
        self._failed: Failed = _drop
        self._unwanted: Callable[[Any], None] = _drop
        owner.destroyed.connect(self._abandon)
        # The signals are sent by the worker and must be heard on the window's thread, whoever connects.
        self._came.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Ask the work to stop where it next tells its progress; then `failed` gets a `CancelledError`.

        Work that ends before it hears of this still delivers its answer.
        """
        self._cancelled = True

    def _run(self) -> None:
        answer: Any = None
        trouble: BaseException | None = None
        try:
            answer = self._work(self._report)
        except BaseException as error:  # noqa: BLE001 - it is raised again on the window's thread
            trouble = error
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
        self.deleteLater()
        try:
            self._hand_over(answer, trouble)
        finally:
            self.ended.emit()

    def _hand_over(self, answer: Any, trouble: BaseException | None) -> None:
        if trouble is None:
            (self._done if self._awaited else self._unwanted)(answer)
        elif not isinstance(trouble, JournalError):
            raise trouble  # a fault of ours: it ends in a report, awaited or not
        elif self._awaited:
            self._failed(trouble)


def run_job(
    owner: QObject,
    work: Callable[[Progress], T],
    done: Callable[[T], None],
    failed: Failed,
    progress: Callable[[int, int], None] | None = None,
    unwanted: Callable[[T], None] | None = None,
) -> Job:
    """Do `work` on another thread and deliver what comes of it on the window's thread, if `owner` still lives.

    Args:
        owner: Whoever asks. When it has been destroyed, the work is called off and its answer is not delivered.
        work: Gets a `Progress` to call every now and then, and answers with a value; touches no widget.
        done: Called with the answer.
        failed: Called with what went wrong in the world. Any other exception is raised on the window's
            thread, where the error report catches it.
        progress: Called with (done, total).
        unwanted: Called with an answer that nobody waits for any more, so that it can be closed.
    """
    job = Job(owner, work)
    job._done, job._failed = done, failed  # noqa: SLF001 - the other half of the constructor
    if unwanted is not None:
        job._unwanted = unwanted  # noqa: SLF001
    if progress is not None:
        job._told.connect(progress, Qt.ConnectionType.QueuedConnection)  # noqa: SLF001
    _under_way.add(job)
    QThreadPool.globalInstance().start(job._run)  # noqa: SLF001
    return job


def jobs_under_way() -> int:
    """How many jobs have not delivered yet."""
    return len(_under_way)


def _drop(_: object) -> None:
    pass


class Collector(QObject):
    """Collects Python's cyclic garbage, on the window's thread only.

    The automatic collection runs on whichever thread happens to allocate. On a worker it would destroy
    QObjects that belong to the window, and the program would crash.
    """

    def __init__(self, parent: QObject, interval_ms: int = 1000) -> None:
        super().__init__(parent)
        self._thresholds = gc.get_threshold()
        gc.disable()
        self._timer = QTimer(self, interval=interval_ms)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def stop(self) -> None:
        """Let Python collect by itself again."""
        self._timer.stop()
        gc.enable()

    @Slot()
    def _look(self) -> None:
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > self._thresholds[generation]:
                gc.collect(generation)
                return
