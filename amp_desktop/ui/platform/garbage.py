"""Python's cyclic garbage, collected where it does no harm."""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

_held_off: list[bool] = []
"""Whether the automatic collection was on before it was held off; empty while nobody holds it off."""


def hold_off() -> None:
    """Keep Python from collecting by itself, while workers run on whose threads it might do so."""
    if not _held_off:
        _held_off.append(gc.isenabled())
        gc.disable()


def let_go() -> None:
    """The workers have ended: it is as it was before."""
    if _held_off and _held_off.pop():
        gc.enable()


class Collector(QObject):
    """Collects Python's cyclic garbage, on the window's thread only.

    The automatic collection runs on whichever thread happens to allocate. On a worker it would destroy
    QObjects that belong to the window, and the program would crash; so it is off altogether, and what there
    is to collect is collected between two events.
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
