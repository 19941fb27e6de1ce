"""Whether a window comes to rest: nothing happens in it that nobody asked for."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.exceptions import TimeoutError as NeverCame
from pytestqt.qtbot import QtBot

from amp_desktop.ui.platform.jobs import jobs_under_way

SELDOM_MS = 500
"""A timer that fires no more often looks round now and then, and costs next to nothing."""
TURNS = 20
"""Rounds of the event loop in a row in which nothing happens before a window counts as at rest."""
PATIENCE_MS = 20_000


class _Listener(QObject):
    """Notes what happens anywhere in the program."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if not (isinstance(watched, QTimer) and _is_seldom(watched)):
            self.heard.append(
                f"{event.type().name} of {type(watched).__name__} {watched.objectName()}".strip()
            )
        return False


def unrest(qtbot: QtBot, place: QObject) -> set[str]:
    """What goes on happening in a window however long one waits; nothing, if it comes to rest."""
    app = QCoreApplication.instance()
    assert app is not None
    flash = QApplication.cursorFlashTime()
    QApplication.setCursorFlashTime(0)  # a cursor that blinks is what a person expects to see
    listener = _Listener()
    app.installEventFilter(listener)
    try:
        qtbot.waitUntil(lambda: _is_calm(place, listener), timeout=PATIENCE_MS)
    except NeverCame:
        return {*listener.heard, *_ticking(place)}
    finally:
        app.removeEventFilter(listener)
        QApplication.setCursorFlashTime(flash)
    return set()


def _is_calm(place: QObject, listener: _Listener) -> bool:
    """Whether nothing is under way, and nothing happens in some rounds of the event loop."""
    listener.heard.clear()
    if jobs_under_way() or _ticking(place):
        return False
    for _ in range(TURNS):
        QApplication.processEvents()
    return not listener.heard and not _ticking(place)


def _ticking(place: QObject) -> set[str]:
    """The timers that are about to do something soon."""
    timers = (timer for timer in place.findChildren(QTimer) if timer.isActive() and not _is_seldom(timer))
    return {f"a timer of {type(timer.parent()).__name__} every {timer.interval()} ms" for timer in timers}


def _is_seldom(timer: QTimer) -> bool:
    return timer.interval() >= SELDOM_MS and not timer.isSingleShot()
