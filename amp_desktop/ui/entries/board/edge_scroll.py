"""What is carried to the edge of a board too wide for its window brings the columns beyond it."""

from PySide6.QtCore import QPoint, QTimer, Signal, Slot
from PySide6.QtWidgets import QScrollArea

_PAUSE_MS = 30


class EdgeScroll(QTimer):
    """Scrolls sideways for as long as something is held near the left or right edge.

    Qt does so within a list; what lies beside it in the same window is nothing to the list.

    Attributes:
        scrolled: It scrolled under what is held; carries where on the screen that is.
    """

    scrolled = Signal(QPoint)

    def __init__(self, area: QScrollArea) -> None:
        """Make it for an area, which owns it."""
        super().__init__(area)
        self._area = area
        self._place = QPoint()
        self._by = 0
        self.setInterval(_PAUSE_MS)
        self.timeout.connect(self._scroll)

    @Slot(QPoint)
    def hold(self, place: QPoint) -> None:
        """Something is carried over that place on the screen."""
        self._place = place
        room, width = self._area.fontMetrics().height(), self._area.viewport().width()
        x = self._area.viewport().mapFromGlobal(place).x()
        self._by = room // 2 * ((x > width - 2 * room) - (x < 2 * room))
        if self._by and not self.isActive():
            self.start()
        elif not self._by:
            self.stop()

    @Slot()
    def _scroll(self) -> None:
        bar = self._area.horizontalScrollBar()
        before = bar.value()
        bar.setValue(before + self._by)
        if bar.value() == before:
            self.stop()
        else:
            self.scrolled.emit(self._place)
