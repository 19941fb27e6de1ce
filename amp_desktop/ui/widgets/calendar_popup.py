"""A calendar that comes up where a day is chosen, and what makes every calendar of the window calm."""

from datetime import date

from PySide6.QtCore import QDate, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QWidget

from amp_desktop.ui.style.theme import theme
from amp_desktop.ui.widgets.buttons import quiet_button

_ROWS = 7
"""The names of the days, and as many weeks as a month can touch."""
_DAY = 1.65
"""How high a day is, in heights of a line."""


class CalendarPopup(QCalendarWidget):
    """A calendar that lies over the window until a day is chosen, or one goes elsewhere.

    Attributes:
        chosen: A day was clicked, or chosen by Enter.
        cleared: There is to be no day any more.
    """

    chosen = Signal(QDate)
    cleared = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowFlag(Qt.WindowType.Popup)
        self.setAccessibleName(self.tr("Choose a day"))
        calm(self)
        layout = self.layout()
        assert layout is not None  # as Qt makes it
        layout.setContentsMargins(1, 1, 1, 1)
        self._none = quiet_button(self.tr("No day"), "x")
        self._none.clicked.connect(self._clear)
        self._none.hide()
        layout.addWidget(self._none)
        self.clicked.connect(self._take)
        self.activated.connect(self._take)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A thin frame: where windows cast no shadow, nothing else would set it apart from the page."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(theme().tokens.control)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def open_at(self, button: QWidget, day: date, *, can_clear: bool = False) -> None:
        """Come to be seen at a button, with that day chosen; above it where there is no room below.

        Args:
            button: Where.
            day: Which day is chosen at first.
            can_clear: Whether a button takes the day away.
        """
        self._none.setVisible(can_clear)
        self.setSelectedDate(QDate(day.year, day.month, day.day))
        below = self._none.sizeHint().height() if can_clear else 0
        self.resize(_room(self) + QSize(2, 2 + below))  # and for the frame
        size, room = self.size(), button.screen().availableGeometry()
        place = button.mapToGlobal(QPoint(0, button.height()))
        if place.y() + size.height() > room.bottom():
            place.setY(button.mapToGlobal(QPoint()).y() - size.height())
        if button.isRightToLeft():
            place.setX(place.x() + button.width() - size.width())
        place.setX(max(min(place.x(), room.right() - size.width()), room.left()))
        self.move(place)
        self.show()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot(QDate)
    def _take(self, day: QDate) -> None:
        if self.isVisible():  # a double click says it twice
            self.hide()
            self.chosen.emit(day)

    @Slot()
    def _clear(self) -> None:
        self.hide()
        self.cleared.emit()


def calm(calendar: QCalendarWidget) -> None:
    """No red week-ends, no week numbers, room for the days and their names."""
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(day, QTextCharFormat())
    quiet = QTextCharFormat()
    quiet.setForeground(theme().tokens.muted)
    calendar.setHeaderTextFormat(quiet)
    calendar.setMinimumSize(_room(calendar))


def _room(calendar: QCalendarWidget) -> QSize:
    """Room for each week of a month, with air between the days: Qt's own hint cuts the last week off."""
    bar = calendar.findChild(QWidget, "qt_calendar_navigationbar")
    day = round(calendar.fontMetrics().height() * _DAY)
    height = _ROWS * day + (bar.sizeHint().height() if bar is not None else day)
    width = max(calendar.fontMetrics().averageCharWidth() * 44, calendar.sizeHint().width())
    return QSize(width, height)
