"""The program's own window, started as a person does. Arguments: `start`, `open` or `memory`; a folder."""

import os
import sys
from functools import partial
from pathlib import Path
from time import perf_counter
from types import TracebackType
from typing import TYPE_CHECKING

from amp_desktop import app

if TYPE_CHECKING:
    from collections.abc import Callable

    from amp_desktop.ui.shell.window import MainWindow

TYPING_MS = 2000
"""How long a person takes to type a passphrase; the program makes use of it."""
SETTLING_MS = 2000


def main() -> None:
    """Start the program by its own front door, and do what is asked when its window stands."""
    work = {"start": _end, "open": _unlock_and_end, "memory": _unlock_and_settle}[sys.argv[1]]
    folder = Path(sys.argv[2])
    sys.argv[1:] = [f"--journal={folder}"]
    app.start = partial(app.start, on_shown=partial(_shown, lambda window: work(window, folder)))
    from amp_desktop.__main__ import main as program

    program()


def _shown(work: "Callable[[MainWindow], None]", window: "MainWindow") -> None:
    from tests.benchmarks.windows.telling import Rest, tell

    def at_rest(seconds_ago: float) -> None:
        tell("idle", seconds_ago)
        work(window)

    tell("shown")
    sys.excepthook = _fail  # the program itself would show a report and wait
    Rest(window, at_rest)


def _fail(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    sys.__excepthook__(kind, error, trace)
    os._exit(1)


def _end(_: "MainWindow", __: Path) -> None:
    os._exit(0)


def _unlock_and_end(window: "MainWindow", folder: Path) -> None:
    from tests.benchmarks.windows.telling import tell

    def listed(seconds: float) -> None:
        tell("listed", seconds)
        os._exit(0)

    _unlock(window, folder, listed)


def _unlock_and_settle(window: "MainWindow", folder: Path) -> None:
    from PySide6.QtCore import QTimer

    from tests.benchmarks.windows.telling import own_memory, tell

    def settled() -> None:
        tell("memory", own_memory())
        os._exit(0)

    _unlock(window, folder, lambda _: QTimer.singleShot(SETTLING_MS, window, settled))


def _unlock(window: "MainWindow", folder: Path, then: "Callable[[float], None]") -> None:
    """Type, derive the key, and from then on take the time until the list of the journal page is painted."""
    from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
    from PySide6.QtGui import QKeyEvent

    from amp_desktop.ui.platform.app_settings import AppSettings

    settings = AppSettings()
    settings.page = "journal"
    settings.write()
    # QTest would come with a library of its own, which counts when memory is looked at.
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")
    QCoreApplication.sendEvent(window.focusWidget(), key)
    QTimer.singleShot(TYPING_MS, window, lambda: _open(window, folder, then))


def _open(window: "MainWindow", folder: Path, then: "Callable[[float], None]") -> None:
    from amp_desktop.journal.journal import Journal
    from amp_desktop.journal.opening import open_store, unlock
    from amp_desktop.ui.entries.list.list_view import EntryListView
    from tests.benchmarks.journals import PASSPHRASE
    from tests.benchmarks.windows.telling import Painted

    keys = unlock(folder, passphrase=PASSPHRASE, recovery_code=None, keyring=False, apart=True)
    begun = perf_counter()
    window.open_journal(Journal(folder, keys, open_store(folder, keys)))
    view = window.findChild(EntryListView)
    assert isinstance(view, EntryListView)
    Painted(view.viewport(), lambda: then(perf_counter() - begun))


main()
