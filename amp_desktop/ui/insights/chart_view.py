"""The chart on its page: walked by keys and by the pointer, and told to a screen reader."""

from uuid import UUID

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from amp_desktop.ui.insights.chart import (
    Chart,
    ChartPlace,
    at_end,
    climbed,
    first_place,
    point_at,
    stepped,
    words_at,
)
from amp_desktop.ui.insights.layout import ChartLayout
from amp_desktop.ui.insights.painting import paint
from amp_desktop.ui.style.theme import theme
from amp_desktop.ui.widgets.painting import small_font

_ALONG = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ACROSS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENDS = {Qt.Key.Key_Home: False, Qt.Key.Key_End: True}
_OPEN = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}


class ChartView(QWidget):
    """Left and Right go from point to point, Up and Down from row to row, Home and End to the ends.

    Signals:
        entry_requested(UUID): The entry of the point was asked for, by Enter or a click.
        looked_at(QRect): What is to be seen of the chart, since the keyboard went there.
    """

    entry_requested = Signal(object)
    looked_at = Signal(QRect)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart = Chart()
        self._at: ChartPlace | None = None
        self._under_pointer: ChartPlace | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Chart over time"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)

    def show_chart(self, chart: Chart) -> None:
        """Show this."""
        self._chart, self._at, self._under_pointer = chart, None, None
        if self.hasFocus():
            self._at = first_place(chart)
        self._say()
        self._fit()
        self.update()

    def place(self) -> ChartPlace | None:
        """Where the keyboard stands."""
        return self._at

    def words(self) -> str:
        """What is read of that place."""
        return words_at(self._chart, self._at) if self._at is not None else ""

    def sizeHint(self) -> QSize:
        """As wide as the page, as high as it needs."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it with the point that is looked at."""
        painter = QPainter(self)
        at = self._under_pointer or (self._at if self.hasFocus() else None)
        rect = QRectF(self.rect())
        paint(painter, rect, theme().tokens, self._chart, at=at, mirrored=self.isRightToLeft())
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Sentences break elsewhere."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Larger letters need more room."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand at a point, so that there is something to be read."""
        super().focusInEvent(event)
        if self._at is None and (first := first_place(self._chart)) is not None:
            self._go(first, follow=event.reason() != Qt.FocusReason.MouseFocusReason)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nothing is looked at."""
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, or open what the point leads to."""
        key = Qt.Key(event.key())
        at = self._at
        if at is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in _ALONG:
            by = -_ALONG[key] if self.isRightToLeft() else _ALONG[key]
            self._go(stepped(self._chart, at, by))
        elif key in _ACROSS:
            self._go(climbed(self._chart, at, _ACROSS[key]))
        elif key in _ENDS:
            self._go(at_end(self._chart, at, last=_ENDS[key]))
        elif key in _OPEN and self._entry(at) is not None:
            self.entry_requested.emit(self._entry(at))
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell the point under the pointer."""
        self._under_pointer = self._layout().place_at(event.position())
        leads = self._under_pointer is not None and self._entry(self._under_pointer) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer."""
        super().leaveEvent(event)
        self._under_pointer = None
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go there; a point of one entry opens it."""
        place = self._layout().place_at(event.position())
        if place is None or event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self._go(place, follow=False)
        if (entry := self._entry(place)) is not None:
            self.entry_requested.emit(entry)

    def _entry(self, place: ChartPlace) -> UUID | None:
        point = point_at(self._chart, place)
        return point.entry if point is not None else None

    def _go(self, place: ChartPlace, *, follow: bool = True) -> None:
        self._at = place
        self._say()
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.words()))
        if follow:
            middle = self._layout().middle(place).toPoint()
            around = self.fontMetrics().height() * 4
            self.looked_at.emit(QRect(middle.x(), middle.y() - around, 1, 2 * around))
        self.update()

    def _say(self) -> None:
        self.setAccessibleDescription(self.words())

    def _layout(self) -> ChartLayout:
        metrics = QFontMetricsF(small_font(self.font()))
        return ChartLayout(self._chart, QRectF(self.rect()), metrics, mirrored=self.isRightToLeft())

    def _fit(self) -> None:
        self.setMinimumHeight(round(self._layout().height) + 1 if self._chart.panels else 0)
        self.updateGeometry()
