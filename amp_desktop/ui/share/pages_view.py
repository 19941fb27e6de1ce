"""The pages of a PDF as pictures, one under the other."""

from collections import OrderedDict

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from amp_desktop.ui.share.edit_places import PageArea, area_at
from amp_desktop.ui.style.theme import theme
from amp_desktop.ui.style.tokens import load_tokens
from amp_desktop.ui.widgets.painting import small_font

A4_WIDTH_INCHES = 210 / 25.4
A4_POINTS = 210 / 25.4 * 72

_MARGIN = 2.4 / 2.54 * 72
_LINES = (2.4 + 2.9 + 0.7) / 2.54 * 72
"""Points from the left edge of a page to its words, and to the lines beside the headings (page.typ)."""

FINEST = 240.0
"""Dots per inch; finer pictures cost memory and show nothing more."""

PAUSE_MS = 250
"""How long the window must keep its size before the pages are made anew for it."""

MOST_DECODED = 6
"""Pictures kept ready to paint; the others stay compressed."""


class PagesView(QAbstractScrollArea):
    """Shows pages as wide as there is room, sharp at the screen's own scale.

    What was worded anew is tinted, on the screen alone. A click on a line asks to word it anew.

    Signals:
        fineness_changed(): The pages want to be made for another width.
        place_pressed(str): The words at that place are to be changed.
        take_back_pressed(str): Those for this time are to go.
    """

    fineness_changed = Signal()
    place_pressed = Signal(str)
    take_back_pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: tuple[bytes, ...] = ()
        self._areas: tuple[PageArea, ...] = ()
        self._edited: frozenset[str] = frozenset()
        self._hovered: PageArea | None = None
        self._made_for = 0.0
        self._decoded: OrderedDict[int, QPixmap] = OrderedDict()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._ask_if_coarse)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.show_pages(())

    def dots_per_inch(self) -> float:
        """How fine the pictures should be for the room that there is."""
        return min(self._page_width() * self.devicePixelRatioF() / A4_WIDTH_INCHES, FINEST)

    def show_pages(
        self,
        pages: tuple[bytes, ...],
        areas: tuple[PageArea, ...] = (),
        edited: frozenset[str] = frozenset(),
    ) -> None:
        """Show these PNG pictures, and stay where one was.

        Args:
            pages: The pictures.
            areas: Where words stand that can be changed.
            edited: The keys of those that are worded anew.
        """
        self._pages, self._areas, self._edited, self._hovered = pages, areas, edited, None
        self._made_for = self.dots_per_inch()
        self._decoded.clear()
        self.setAccessibleName(self.tr("The pages of the PDF"))
        self.setAccessibleDescription(self.tr("%n pages", "", len(pages)))
        self._measure()
        self.viewport().update()

    def page_count(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    def areas(self) -> tuple[PageArea, ...]:
        """Where words stand that can be changed."""
        return self._areas

    def top_of(self, key: str) -> int | None:
        """Scroll to a place; where its words end, from the upper edge of the view in pixels."""
        area = next((area for area in self._areas if area.key == key), None)
        if area is None or area.page >= len(self._pages):
            return None
        place = self.place_of(area)
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if place.top() < 0 or place.bottom() > height * 2 // 3:
            bar.setValue(bar.value() + place.top() - height // 3)
            place = self.place_of(area)
        return place.bottom()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what a click would change."""
        at = event.position().toPoint()
        hovered = self._noted_at(at) or self._area_at(at)
        if hovered is not self._hovered:
            self._hovered = hovered
            shape = Qt.CursorShape.ArrowCursor if hovered is None else Qt.CursorShape.PointingHandCursor
            self.viewport().setCursor(shape)
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a line words it anew, one on “take back” beside it takes that back."""
        at = event.position().toPoint()
        noted, area = self._noted_at(at), self._area_at(at)
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if noted is not None:
            self.take_back_pressed.emit(noted.key)
        elif area is not None:
            self.place_pressed.emit(area.key)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is hovered any more."""
        super().leaveEvent(event)
        self._hovered = None
        self.viewport().update()

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
        self._paint_areas(painter)
        painter.end()

    def _paint_areas(self, painter: QPainter) -> None:
        """Tint what is edited, and what a click would change; on the screen alone."""
        paper = load_tokens("light")  # a page is paper in every appearance, and so is what stands on it
        for area in self._areas:
            edited = area.key in self._edited
            if not edited and area is not self._hovered:
                continue
            place = self.place_of(area)
            tint = QColor(paper.accent)
            tint.setAlpha(38 if edited else 16)
            painter.fillRect(place, tint)
            if edited:
                bar = max(2, self._gap() // 4)
                painter.fillRect(QRect(place.left() - bar, place.top(), bar, place.height()), paper.accent)
                painter.setPen(paper.accent)
                painter.setFont(small_font(self.font()))
                note = self.note_of(area)
                flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
                painter.fillRect(note, paper.base)
                painter.drawText(note, flags | Qt.TextFlag.TextDontClip, self._note_words())
        painter.setPen(theme().tokens.line)

    def _noted_at(self, at: QPoint) -> PageArea | None:
        """What would be taken back there."""
        edited = (area for area in self._areas if area.key in self._edited)
        return next((area for area in edited if self.note_of(area).contains(at)), None)

    def _area_at(self, at: QPoint) -> PageArea | None:
        """What can be changed there."""
        top = -self.verticalScrollBar().value() + self._gap()
        for number in range(len(self._pages)):
            height = self._page_height(number)
            if top <= at.y() < top + height:
                left = (self.viewport().width() - self._page_width()) // 2
                inside = left <= at.x() < left + self._page_width()
                return area_at(self._areas, number, (at.y() - top) / self._scale()) if inside else None
            top += height + self._gap()
        return None

    def place_of(self, area: PageArea) -> QRect:
        """Where the words of a place are painted, in the view."""
        top = -self.verticalScrollBar().value() + self._gap()
        top += sum(self._page_height(number) + self._gap() for number in range(area.page))
        left = (self.viewport().width() - self._page_width()) // 2
        scale = self._scale()
        begin = _LINES if not area.key.startswith(("title", "heading:")) else _MARGIN
        end = _LINES - 20 if area.key.startswith("heading:") else A4_POINTS - _MARGIN
        first = round(top + (area.top - 2) * scale)
        last = round(top + (area.bottom + 3) * scale)
        return QRect(
            left + round(begin * scale) - 4, first, round((end - begin) * scale) + 8, max(last - first, 1)
        )

    def note_of(self, area: PageArea) -> QRect:
        """Where it is said that a place was edited: in the page's margin, below other such notes."""
        metrics = QFontMetrics(small_font(self.font()))
        lines = self._note_words().splitlines()
        width = max(map(metrics.horizontalAdvance, lines)) + 4
        height = metrics.lineSpacing() * len(lines)
        margin = (self.viewport().width() - self._page_width()) // 2 + round(_MARGIN * self._scale())
        right = margin - 4 - self._gap() // 2
        below = -self.verticalScrollBar().value()
        for other in self._areas[: self._areas.index(area)]:
            if other.key in self._edited:
                below = max(below, self.place_of(other).top()) + height
        return QRect(max(right - width, 0), max(below, self.place_of(area).top()), width, height)

    def _note_words(self) -> str:
        """What stands beside what is edited."""
        return self.tr("edited\nthis time\ntake back")

    def _scale(self) -> float:
        """Pixels of the view to a point of the page."""
        return self._page_width() / A4_POINTS

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
        # Reckoned without the viewport, which is as wide as it will be only once it is shown.
        room = self.width() - self.verticalScrollBar().sizeHint().width() - 2 * self._gap()
        return max(1, min(room, self.fontMetrics().averageCharWidth() * 110))

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
