"""What becomes of exceptions that nobody caught: the world's are told, ours end in a report.

A report holds versions, types and places in the code, so that it can be sent to anybody. It never holds a
message, a value or a line of the source: any of these could carry a word of the journal.
"""

import sys
import threading
import traceback
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, qVersion

from amp_desktop import __version__
from amp_desktop.domain.errors import JournalError

_DEEPEST = 40
"""How many frames a report names of one exception; endless recursion would name a thousand."""


def report_of(error: BaseException) -> str:
    """The report of an error and of what it came from, newest first."""
    import platform

    lines = [
        f"AMP Journal {__version__}",
        f"Python {platform.python_version()}, Qt {qVersion()}, {platform.system()} {platform.machine()}",
    ]
    for link in _chain(error):
        lines += ["", f"{type(link).__module__}.{type(link).__qualname__}", *_frames(link.__traceback__)]
    return "\n".join(lines)


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    link: BaseException | None = error
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        yield link
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)


def _frames(trace: TracebackType | None) -> list[str]:
    frames = list(traceback.walk_tb(trace))[-_DEEPEST:]
    return [f"  {_place(frame.f_code.co_filename)}:{line} {frame.f_code.co_name}" for frame, line in frames]


def _place(filename: str) -> str:
    """The file from its package on: what stands before may be somebody's home folder."""
    parts = Path(filename).parts
    for root in ("amp_desktop", "site-packages"):
        if root in parts:
            return "/".join(parts[parts.index(root) :])
    return parts[-1] if parts else "?"


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
