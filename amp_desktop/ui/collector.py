"""Python's cyclic garbage, collected where it does no harm."""

import gc

from PySide6.QtCore import QObject, QTimer, Slot


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
