"""Noticing that nobody is there, so that the journal can be locked."""

import time

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QWindow

LOOKS_EVERY_MS = 5_000

_INPUT = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
    QEvent.Type.TabletMove,
    QEvent.Type.InputMethod,
}


def seconds() -> float:
    """A clock that goes on while the computer sleeps, where the system has one: waking up counts as idle."""
    clock = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if clock is None else time.clock_gettime(clock)


class IdleWatch(QObject):
    """Tells once when there was no key, pointer or touch for some minutes.

    It listens at the windows, where input arrives first, rather than at the application, where every event of
    every object would pass through Python.

    Signals:
        idle(): Nobody has touched the program for as long as was set.
    """

    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._limit = 0.0
        self._touched_at = seconds()
        self._timer = QTimer(self, interval=LOOKS_EVERY_MS)
        self._timer.timeout.connect(self.look)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.connect(self._listen)

    def start(self, minutes: int) -> None:
        """Begin to count, as if somebody had been there just now; 0 minutes means never."""
        self._touched_at = seconds()
        self._listen(QGuiApplication.focusWindow())
        self.set_limit(minutes)

    def set_limit(self, minutes: int) -> None:
        """Tell after so many minutes; what was counted already counts. Nothing but input shows a person."""
        self._limit = minutes * 60.0
        if minutes <= 0:
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """Count no longer."""
        self._timer.stop()

    @Slot()
    def look(self) -> None:
        """Tell if it is time to; the timer calls this."""
        if self._limit and seconds() - self._touched_at >= self._limit:
            self.stop()
            self.idle.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note that somebody is there, and let everything pass."""
        if event.type() in _INPUT:
            self._touched_at = seconds()
        return super().eventFilter(watched, event)

    @Slot(QWindow)
    def _listen(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)  # a second time moves the filter and adds none
