"""The program's own window inside the process that measures it."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import TYPE_CHECKING, TypeVar

from tests.benchmarks.journals import open_journal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from amp_desktop.journal import Journal
    from amp_desktop.ui.editing.body import BodyEdit
    from amp_desktop.ui.shell.window import MainWindow

Found = TypeVar("Found", bound="QWidget")


@contextmanager
def window_on(folder: Path) -> Iterator["MainWindow"]:
    """The window at its usual size, with the journal in `folder` unlocked and its list in front."""
    with open_journal(folder) as journal, window_with(journal) as window:
        yield window


@contextmanager
def window_with(journal: "Journal") -> Iterator["MainWindow"]:
    """The same, with a journal that is open already, and that is closed before the window goes."""
    with TemporaryDirectory() as home:
        os.environ |= {"QT_QPA_PLATFORM": "offscreen", "HOME": home, "XDG_CONFIG_HOME": home}
        from PySide6.QtCore import QCoreApplication, QEvent

        from amp_desktop import app
        from amp_desktop.ui.platform.app_settings import AppSettings
        from amp_desktop.ui.platform.garbage import Collector
        from amp_desktop.ui.shell.window import MainWindow

        collector = Collector(app.application())
        window = MainWindow(AppSettings(), remembers=False)
        window.open_journal(journal)
        window.show()
        assert window.workspace is not None
        window.workspace.go_to("journal")
        process_events()
        try:
            yield window
        finally:
            journal.close()
            window.deleteLater()  # with its timers, which would ask the closed journal
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            collector.stop()


def child(parent: "QWidget", kind: type[Found]) -> Found:
    """The one widget of this kind that can be seen."""
    (found,) = (widget for widget in parent.findChildren(kind) if widget.isVisible())
    return found


def body_edit(parent: "QWidget") -> "BodyEdit":
    """Where the body of the entry that is shown is written; its other texts have fields of their own."""
    from amp_desktop.ui.editing.body import BodyEdit

    edits = (edit for edit in parent.findChildren(BodyEdit) if edit.isVisible())
    (found,) = (edit for edit in edits if edit.field == "body")
    return found


def longest_stop(work: Callable[[], object], is_done: Callable[[], bool], afterwards: float) -> float:
    """The longest that the loop did not turn, from `work` until it is done and what follows is done too.

    What counts is the time of this process, all threads together: as long as another thread keeps Python to
    itself, the window waits for it, and what other programs take is not ours.

    Args:
        work: Begins it.
        is_done: Whether it is done.
        afterwards: Seconds of the processor's time for what follows.
    """
    longest, before = 0.0, process_time()
    work()
    ends = float("inf")
    while before < ends:
        process_events()
        now = process_time()
        longest, before = max(longest, now - before), now
        if ends == float("inf") and is_done():
            ends = now + afterwards
    return longest


def nothing() -> None:
    """What a loop with nothing to do does."""


def process_events() -> None:
    """Let everything happen that waits to, painting included."""
    from PySide6.QtCore import QCoreApplication

    QCoreApplication.processEvents()
