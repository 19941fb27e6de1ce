"""The whole window on a journal, for a test and no longer."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from amp_desktop.journal import Journal
from amp_desktop.ui.platform.app_settings import AppSettings
from amp_desktop.ui.shell.window import MainWindow


@contextmanager
def opened_window(qtbot: QtBot, journal: Journal, size: QSize | None = None) -> Iterator[MainWindow]:
    """Open it on a journal, in front of all others; lock and close it afterwards."""
    made = MainWindow(AppSettings(), remembers=False)
    if size is not None:
        made.resize(size)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.open_journal(journal)
    yield made
    made.lock()
    with qtbot.waitSignal(made.left, timeout=20_000):
        made.close()
    made.deleteLater()
