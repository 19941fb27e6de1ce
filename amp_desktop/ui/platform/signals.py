"""The system's requests to end, heard even while the window waits for nothing."""

import os
import signal
import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier, Slot


class EndSignals(QObject):
    """Calls `end` from the event loop when the system asks the program to end (SIGTERM, SIGINT, SIGHUP).

    The last comes when the terminal is closed that the window was opened from. Who began the program with
    `nohup` wants it to go on then, and it does.

    Python runs its signal handlers between two of its own steps, and a window that nobody touches takes none.
    So the signal also writes a byte to a pipe, and the pipe wakes the event loop.
    """

    def __init__(self, end: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._end = end
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._asked)
        hangup = getattr(signal, "SIGHUP", None)  # Windows has none
        if hangup is not None and signal.getsignal(hangup) != signal.SIG_IGN:
            signal.signal(hangup, self._asked)
        if sys.platform == "win32":
            return  # there the window's own messages ask it to close
        self._reading, writing = os.pipe()
        for descriptor in (self._reading, writing):
            os.set_blocking(descriptor, False)
        signal.set_wakeup_fd(writing)
        self._notifier = QSocketNotifier(self._reading, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._woken)

    def _asked(self, *_: object) -> None:
        self._end()

    @Slot()
    def _woken(self) -> None:
        os.read(self._reading, 1024)  # that this runs is enough: Python has run its handler before
