"""What a measured process tells the one that measures it: lines of a word and a number."""

import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

CALM = 0.15
"""Seconds in which nothing may be going on before a window counts as at rest."""
_BUSY = 0.001
"""Seconds of the processor's time; an empty round of the event loop takes a fiftieth of this."""


def tell(word: str, number: float = 0.0) -> None:
    """Tell it at once."""
    sys.stdout.write(f"{word} {number!r}\n")
    sys.stdout.flush()


class Painted(QObject):
    """Calls once when a widget has been painted, before anything else happens."""

    def __init__(self, watched: QWidget, then: Callable[[], None]) -> None:
        super().__init__(watched)
        self._then = then
        self._begun = False
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        """Let everything pass. Painting is over when the next event of the program is none of painting."""
        program = QCoreApplication.instance()
        assert program is not None
        if event.type() == QEvent.Type.Paint and not self._begun:
            self._begun = True
            watched.removeEventFilter(self)
            program.installEventFilter(self)
        elif event.type() != QEvent.Type.Paint and self._begun:
            program.removeEventFilter(self)
            self._then()
        return False


class Rest(QObject):
    """Calls once, with the seconds since it began, when the event loop has had nothing to do for a while.

    What counts is the processor's time of this process, all threads together: on a machine with other work to
    do an empty round of the loop can last long, too.
    """

    def __init__(self, parent: QObject, then: Callable[[float], None]) -> None:
        super().__init__(parent)
        self._then = then
        self._began, self._used = perf_counter(), process_time()
        self._rounds = QTimer(self, interval=0)
        self._rounds.timeout.connect(self._look)
        self._rounds.start()

    def _look(self) -> None:
        now, used = perf_counter(), process_time()
        if used - self._used > _BUSY:
            self._began = now
        self._used = used
        if now - self._began > CALM:
            self._rounds.stop()
            self._then(now - self._began)


def own_memory() -> int:
    """What this process holds, in bytes: its own pages, and of shared ones its part."""
    rollup = Path("/proc/self/smaps_rollup")
    if rollup.exists():
        lines = rollup.read_text(encoding="ascii").splitlines()
        return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
    import psutil  # type: ignore[import-untyped]

    held: int = psutil.Process().memory_full_info().uss
    return held
