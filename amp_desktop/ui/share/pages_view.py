"""The pages of a PDF as pictures, one under the other."""

from collections import OrderedDict

from PySide6.QtCore import QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from amp_desktop.ui.style.theme import theme

A4_WIDTH_INCHES = 210 / 25.4
FINEST = 240.0
"""Dots per inch; finer pictures cost memory and show nothing more."""

PAUSE_MS = 250
"""How long the window must keep its size before the pages are made anew for it."""

MOST_DECODED = 6
"""Pictures kept ready to paint; the others stay compressed."""


class PagesView(QAbstractScrollArea):
    """Shows pages as wide as there is room, sharp at the screen's own scale.

    Signals:
        fineness_changed(): The pages want to be made for another width.
    """

    fineness_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: tuple[bytes, ...] = ()
        self._made_for = 0.0
        self._decoded: OrderedDict[int, QPixmap] = OrderedDict()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._ask_if_coarse)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.show_pages(())

    def dots_per_inch(self) -> float:
        """How fine the pictures should be for the room that there is."""
        return min(self._page_width() * self.devicePixelRatioF() / A4_WIDTH_INCHES, FINEST)

    def show_pages(self, pages: tuple[bytes, ...]) -> None:
        """Show these PNG pictures, and stay where one was."""
        self._pages = pages
        self._made_for = self.dots_per_inch()
        self._decoded.clear()
        self.setAccessibleName(self.tr("The pages of the PDF"))
        self.setAccessibleDescription(self.tr("%n pages", "", len(pages)))
        self._measure()
        self.viewport().update()

    def page_count(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pages that can be seen."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(theme().tokens.line)
        top = -self.verticalScrollBar().value() + self._gap()
        for number in range(len(self._pages)):
            height = self._page_height(number)
            place = QRect(
                (self.viewport().width() - self._page_width()) // 2, top, self._page_width(), height
            )
            if place.intersects(self.viewport().rect()):
                painter.drawPixmap(place, self._picture(number))
                painter.drawRect(place)
            top += height + self._gap()
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages, and make them anew when the window has come to rest."""
        super().resizeEvent(event)
        self._measure()
        self._pause.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End go to the first and the last page; the rest Qt knows."""
        bar = self.verticalScrollBar()
        if event.key() == Qt.Key.Key_Home:
            bar.setValue(0)
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)

    @Slot()
    def _ask_if_coarse(self) -> None:
        if self._pages and abs(self.dots_per_inch() - self._made_for) > 1:
            self.fineness_changed.emit()

    def _measure(self) -> None:
        heights = sum(self._page_height(number) + self._gap() for number in range(len(self._pages)))
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(self.fontMetrics().height() * 3)
        bar.setRange(0, max(0, heights + self._gap() - self.viewport().height()))

    def _page_width(self) -> int:
        widest = self.fontMetrics().averageCharWidth() * 110
        return max(1, min(self.viewport().width() - 2 * self._gap(), widest))

    def _page_height(self, number: int) -> int:
        width, height = _size(self._pages[number])
        return round(self._page_width() * height / width)

    def _gap(self) -> int:
        return self.fontMetrics().height() * 2 // 3

    def _picture(self, number: int) -> QPixmap:
        if number not in self._decoded:
            picture = QPixmap()
            picture.loadFromData(self._pages[number], "PNG")
            self._decoded[number] = picture
            if len(self._decoded) > MOST_DECODED:
                self._decoded.popitem(last=False)
        self._decoded.move_to_end(number)
        return self._decoded[number]


def _size(png: bytes) -> tuple[int, int]:
    """Width and height of a picture, which stand at one place in every PNG (its IHDR chunk)."""
    return int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")
