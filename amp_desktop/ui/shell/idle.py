"""Noticing that nobody is there, so that the journal can be locked."""

import sys
import time
import weakref

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QWindow
from shiboken6 import isValid

LOOKS_EVERY_MS = 5_000

_INPUT = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
    QEvent.Type.TabletMove,
}
_WRITTEN = {QEvent.Type.InputMethod}


_AWAKE_OR_NOT = "CLOCK_MONOTONIC" if sys.platform == "darwin" else "CLOCK_BOOTTIME"
"""The clock that goes on while the computer sleeps; Python's own stands still then on macOS and Linux."""


def seconds() -> float:
    """A clock that goes on while the computer sleeps: waking up counts as idle."""
    clock = getattr(time, _AWAKE_OR_NOT, None)  # Windows has none by name, and Python's own goes on there
    return time.monotonic() if clock is None else time.clock_gettime(clock)


class IdleWatch(QObject):
    """Tells once when there was no key, pointer or touch for some minutes.

    It listens at the windows, where input arrives first, rather than at the application, where every event of
    every object would pass through Python. What an input method writes comes to no window, and often without
    any key: for that it listens at what has the keyboard.

    Signals:
        idle(): Nobody has touched the program for as long as was set.
    """

    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._limit = 0.0
        self._touched_at = seconds()
        self._written_in: weakref.ref[QObject] | None = None
        self._timer = QTimer(self, interval=LOOKS_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._look_now = QTimer(
            self, singleShot=True, interval=0
        )  # locking takes away who is given the event
        self._look_now.timeout.connect(self.look)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.connect(self._listen)
        app.focusObjectChanged.connect(self._listen_to_writing)

    def start(self, minutes: int) -> None:
        """Begin to count, as if somebody had been there just now; 0 minutes means never."""
        self._touched_at = seconds()
        self._listen(QGuiApplication.focusWindow())
        self._listen_to_writing(QGuiApplication.focusObject())
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
        self._look_now.stop()

    @Slot()
    def look(self) -> None:
        """Tell if it is time to; the timer calls this."""
        if self._is_over():
            self.stop()
            self.idle.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note that somebody is there, and let everything pass.

        Where the time was over already, nobody has been there for it: a computer that wakes up may have been
        opened by somebody else, and no timer runs while it sleeps. What comes then goes to nobody.
        """
        if event.type() in (_INPUT if watched.isWindowType() else _WRITTEN):
            if self._is_over():
                self._look_now.start()
                return True
            self._touched_at = seconds()
        return super().eventFilter(watched, event)

    def _is_over(self) -> bool:
        counts = self._timer.isActive() and self._limit > 0
        return counts and seconds() - self._touched_at >= self._limit

    @Slot(QWindow)
    def _listen(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)  # a second time moves the filter and adds none

    @Slot(QObject)
    def _listen_to_writing(self, focused: QObject | None) -> None:
        """Listen at what has the keyboard now, and no more at what had it.

        What had it may be about to go: to be the last to know it would end it amid Qt's own work with it.
        """
        former = self._written_in() if self._written_in is not None else None
        if former is not None and isValid(former):
            former.removeEventFilter(self)
        self._written_in = weakref.ref(focused) if focused is not None else None
        if focused is not None and not focused.isWindowType():
            focused.installEventFilter(self)
