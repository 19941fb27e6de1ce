"""Long work: the answer comes on the window's thread, and only to whoever still waits."""

import gc
import threading
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QObject, QThread
from PySide6.QtWidgets import QApplication
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from amp_desktop.domain.errors import CancelledError, DiskFullError, JournalError
from amp_desktop.domain.progress import Progress
from amp_desktop.ui.platform.garbage import Collector
from amp_desktop.ui.platform.jobs import jobs_under_way, run_job


@pytest.fixture
def owner(qapp: QApplication) -> Iterator[QObject]:
    made = QObject()
    yield made
    if shiboken6.isValid(made):
        shiboken6.delete(made)


def nobody(_: object) -> None:
    raise AssertionError("nobody should have been told")


def test_work_runs_elsewhere_and_its_answer_arrives_here(qtbot: QtBot, owner: QObject) -> None:
    here, threads = QThread.currentThread(), []
    job = run_job(
        owner,
        lambda _: QThread.currentThread() is here,
        lambda same: threads.append((same, QThread.currentThread() is here)),
        nobody,
    )
    with qtbot.waitSignal(job.ended):
        pass
    assert threads == [(False, True)]
    assert jobs_under_way() == 0


def test_an_error_of_the_world_is_told(qtbot: QtBot, owner: QObject) -> None:
    def work(_: Progress) -> None:
        raise DiskFullError("The disk is full.")

    told: list[JournalError] = []
    with qtbot.waitSignal(run_job(owner, work, nobody, told.append).ended):
        pass
    assert [error.sentence for error in told] == ["The disk is full."]


def test_a_fault_of_ours_reaches_the_report_with_the_place_it_came_from(qtbot: QtBot, owner: QObject) -> None:
    def broken_work(_: Progress) -> None:
        raise LookupError("ours")

    with capture_exceptions() as caught, qtbot.waitSignal(run_job(owner, broken_work, nobody, nobody).ended):
        pass
    (_, error, trace), *_rest = caught
    names = []
    while trace is not None:
        names.append(trace.tb_frame.f_code.co_name)
        trace = trace.tb_next
    assert isinstance(error, LookupError)
    assert "broken_work" in names


def test_whoever_has_gone_is_told_nothing_and_the_answer_is_put_away(qtbot: QtBot, owner: QObject) -> None:
    go_on = threading.Event()
    back_up_and_close: list[str] = []

    def work(_: Progress) -> str:
        go_on.wait(5)
        return "the answer"

    job = run_job(owner, work, nobody, nobody, unwanted=back_up_and_close.append)
    with qtbot.waitSignal(job.ended):
        owner.deleteLater()
        QApplication.sendPostedEvents(owner, QEvent.Type.DeferredDelete)
        go_on.set()
    assert back_up_and_close == ["the answer"]


def test_cancelled_work_stops_where_it_tells_its_progress(qtbot: QtBot, owner: QObject) -> None:
    begun, cancelled, steps = threading.Event(), threading.Event(), []

    def work(progress: Progress) -> None:
        for step in range(100):
            steps.append(step)
            progress(step, 100)
            begun.set()
            cancelled.wait(10)

    told: list[JournalError] = []
    job = run_job(owner, work, nobody, told.append)
    begun.wait(5)
    with qtbot.waitSignal(job.ended):
        job.cancel()
        cancelled.set()
    assert isinstance(told[0], CancelledError)
    assert steps == [0, 1]


def test_progress_is_heard_a_few_times_and_at_the_end(qtbot: QtBot, owner: QObject) -> None:
    heard: list[tuple[int, int]] = []

    def work(progress: Progress) -> None:
        for step in range(1, 10_001):
            progress(step, 10_000)

    job = run_job(
        owner, work, lambda _: None, nobody, progress=lambda done, total: heard.append((done, total))
    )
    with qtbot.waitSignal(job.ended):
        pass
    assert heard[-1] == (10_000, 10_000)
    assert len(heard) < 1_000


def test_garbage_is_collected_on_the_windows_thread_alone(qtbot: QtBot, owner: QObject) -> None:
    class Knot:
        def __init__(self) -> None:
            self.me = self

        def __del__(self) -> None:
            threads.append(threading.current_thread())

    threads: list[threading.Thread] = []
    collector = Collector(owner, interval_ms=1)
    assert not gc.isenabled()

    def litter(_: Progress) -> None:
        for _time in range(3_000):
            Knot()

    with qtbot.waitSignal(run_job(owner, litter, lambda _: None, nobody).ended):
        pass
    qtbot.waitUntil(lambda: len(threads) > 1_000)
    collector.stop()
    assert gc.isenabled()
    assert set(threads) == {threading.main_thread()}


def test_nothing_is_collected_while_a_worker_runs(qtbot: QtBot, owner: QObject) -> None:
    go_on = threading.Event()
    assert gc.isenabled()
    job = run_job(owner, lambda _: go_on.wait(5), lambda _: None, nobody)
    assert not gc.isenabled()
    with qtbot.waitSignal(job.ended):
        go_on.set()
    assert gc.isenabled()
