"""The least that a PySide6 window can cost. Arguments: `start`, `memory`, or `open` with a folder."""

import os
import sys
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

from tests.benchmarks.windows.telling import Painted, Rest, own_memory, tell

SETTLING_MS = 2000
_NEWEST = "SELECT title, substr(body, 1, 480) FROM entry ORDER BY position DESC LIMIT 50"


def main() -> None:
    """Show a window with one line of text in it, tell when, and go on."""
    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.setCentralWidget(QLabel("A window", alignment=Qt.AlignmentFlag.AlignCenter))
    window.resize(1280, 800)
    window.show()
    Painted(window, lambda: _shown(window))
    app.exec()


def _shown(window: QMainWindow) -> None:
    def at_rest(seconds_ago: float) -> None:
        tell("idle", seconds_ago)
        if sys.argv[1] == "memory":
            QTimer.singleShot(SETTLING_MS, window, _settled)
        elif sys.argv[1] == "open":
            _open(window, Path(sys.argv[2]))
        else:
            os._exit(0)

    tell("shown")
    Rest(window, at_rest)


def _settled() -> None:
    tell("memory", own_memory())
    os._exit(0)


def _open(window: QMainWindow, folder: Path) -> None:
    """Open the encrypted file and show the newest fifty titles as Qt's plainest list."""
    from PySide6.QtWidgets import QListWidget  # a window that only stands has no need of it

    from amp_desktop.storage import DATABASE, driver
    from tests.benchmarks.journals import keys_of

    keys = keys_of(folder)
    driver.load()
    begun = perf_counter()
    connection = driver.connect(folder / DATABASE, keys.data_key, keys.salt)
    view = QListWidget()
    view.addItems([title for title, _ in connection.execute(_NEWEST)])
    window.setCentralWidget(view)

    def listed() -> None:
        tell("listed", perf_counter() - begun)
        os._exit(0)

    Painted(view.viewport(), listed)


main()
