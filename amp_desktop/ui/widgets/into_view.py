"""Scrolls to what opened on a page or got the keyboard there, as soon as it has its place."""

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QScrollArea, QWidget


class IntoView(QObject):
    """Waits until the page is laid out anew, and then brings a part of it to be seen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._part: QWidget | None = None
        self._laid_out = QTimer(self, singleShot=True, interval=0)
        self._laid_out.timeout.connect(self._scroll)

    def bring(self, part: QWidget) -> None:
        """Bring this to be seen, which stands on a scrolled page; if it is higher, what has the keyboard."""
        self._part = part
        self._laid_out.start()

    def forget(self) -> None:
        """It goes away: scroll nowhere."""
        self._part = None
        self._laid_out.stop()

    @Slot()
    def _scroll(self) -> None:
        part, self._part = self._part, None
        above: QWidget | None = part
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if part is None or above is None or not part.isVisible():
            return
        inside = part.focusWidget() if part.height() > above.viewport().height() else None
        above.ensureWidgetVisible(inside or part, 0, part.fontMetrics().height())
