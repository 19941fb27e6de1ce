"""What a page costs that nobody touches: the processor's time in a second of doing nothing."""

from collections.abc import Iterator
from time import process_time
from typing import TYPE_CHECKING

from tests.benchmarks.harness import Effort, Limit, Row, entries, in_milliseconds
from tests.benchmarks.journals import journal_folder
from tests.benchmarks.windows.inside import window_on

if TYPE_CHECKING:
    from amp_desktop.ui.shell.window import MainWindow

SETTLING_MS, WATCHED_MS, SECONDS = 1500, 1000, 3
LIMIT = 0.010
"""One hundredth of a core."""


def rows(effort: Effort) -> Iterator[Row]:
    """A line for the page that costs most."""
    from amp_desktop.ui.pages import PAGES

    size = effort.sizes[0]
    short = 0.1 if effort.scale == 0 else 1.0
    with window_on(journal_folder(effort.cache, size)) as window:
        costs = {name: _cost(window, name, short) for name in PAGES}
        bound = _bare(short)
    dearest = max(costs, key=lambda name: costs[name])
    yield Row(
        f"a second in which nobody touches a page; the dearest is “{dearest}”",
        entries(size),
        costs[dearest],
        bound,
        "bare PySide6 window",
        Limit(at_most=LIMIT),
        in_milliseconds,
    )


def _cost(window: "MainWindow", name: str, short: float) -> float:
    assert window.workspace is not None
    window.workspace.go_to(name)
    return _watch(short)


def _bare(short: float) -> float:
    from PySide6.QtWidgets import QMainWindow

    bare = QMainWindow()
    bare.show()
    cost = _watch(short)
    bare.close()
    return cost


def _watch(short: float) -> float:
    """What the process uses while the event loop waits, once all that was begun has ended.

    Of some seconds the calmest: what is done once falls into one of them.
    """
    _wait(SETTLING_MS * short)
    return min(_second(short) for _ in range(SECONDS))


def _second(short: float) -> float:
    before = process_time()
    _wait(WATCHED_MS * short)
    return process_time() - before


def _wait(milliseconds: float) -> None:
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(round(milliseconds), loop.quit)
    loop.exec()
