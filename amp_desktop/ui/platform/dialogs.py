"""Whatever lies over the window: it is no larger than that, and never holds up a lock."""

from PySide6.QtCore import QSize, QThread
from PySide6.QtWidgets import QApplication, QDialog, QWidget

MOST = 50
"""More windows than this are never open; a dialog that refuses to close must not keep us here."""


def within_window(dialog: QDialog, wanted: QSize) -> QSize:
    """The size that a dialog wants, or as much of it as the window has that it lies over."""
    below = dialog.parentWidget()
    return wanted.boundedTo(below.window().size()) if below is not None else wanted


def close_dialogs(window: QWidget) -> None:
    """Close every menu and dialog but `window`; a dialog that waits for an answer gets "no"."""
    for _ in range(MOST):
        over = _over(window)
        if over is None:
            return
        if isinstance(over, QDialog):
            over.reject()
        else:
            over.close()
        if over.isVisible():
            over.hide()


def loops_running() -> int:
    """How many event loops run within each other; a dialog that waits for an answer has one of its own."""
    return QThread.currentThread().loopLevel()


def _over(window: QWidget) -> QWidget | None:
    front = QApplication.activePopupWidget() or QApplication.activeModalWidget()
    if front is not None and front is not window:
        return front
    others = (w for w in QApplication.topLevelWidgets() if w is not window and w.isVisible() and w.isWindow())
    return next(others, None)
