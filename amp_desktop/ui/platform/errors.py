"""What becomes of exceptions that nobody caught: the world's are told, ours end in a report."""

import sys
import threading
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal

from amp_desktop.domain.errors import JournalError
from amp_desktop.report import report_of


class ErrorHooks(QObject):
    """Catches what nobody caught, on every thread, and tells it on the window's thread.

    Signals:
        told(JournalError): Something in the world went wrong: a sentence for the mentee.
        reported(str): Something of ours went wrong: the text of a report.
    """

    told = Signal(object)
    reported = Signal(str)
    _caught = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._before = (sys.excepthook, sys.unraisablehook, threading.excepthook)
        # Queued, so that the report is never shown in the middle of what went wrong.
        self._caught.connect(self._sort, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Begin to catch."""
        sys.excepthook = self._on_exception
        sys.unraisablehook = self._on_unraisable
        threading.excepthook = self._on_thread

    def remove(self) -> None:
        """Give the hooks back to whom they belonged."""
        sys.excepthook, sys.unraisablehook, threading.excepthook = self._before

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt | SystemExit):
            sys.__excepthook__(kind, error, trace)
            return
        self._caught.emit(error)

    def _on_unraisable(self, unraisable: "sys.UnraisableHookArgs") -> None:
        if unraisable.exc_value is not None:
            self._caught.emit(unraisable.exc_value)

    def _on_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._caught.emit(args.exc_value)

    def _sort(self, error: BaseException) -> None:
        if isinstance(error, JournalError):
            self.told.emit(error)
        else:
            self.reported.emit(report_of(error))
