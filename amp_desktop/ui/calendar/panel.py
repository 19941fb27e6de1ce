"""The calendar over a list of entries: a month or a year, the windows of the program, and the chosen day."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QLocale, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from amp_desktop.domain.query import EntryQuery
from amp_desktop.ui.calendar.grids import Grid, MonthGrid, YearGrid
from amp_desktop.ui.calendar.labels import count_words, month_words, window_words
from amp_desktop.ui.calendar.model import CalendarData, CalendarModel
from amp_desktop.ui.calendar.view import CalendarView
from amp_desktop.ui.session import Session
from amp_desktop.ui.style.dates import long_day
from amp_desktop.ui.widgets.buttons import icon_button, quiet_button
from amp_desktop.ui.widgets.labels import Elided, label


class CalendarPanel(QWidget):
    """Where one sees on which days something was written, and chooses one.

    Attributes:
        chosen: The list is to show one day alone, or all again; carries the day or None.
        left: On to the list.
    """

    chosen = Signal(object)
    left = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._query = EntryQuery()
        self._day: date | None = None
        self._anchor = self._today()
        self._year = quiet_button(self.tr("Year"))
        self._year.setCheckable(True)
        self._model = CalendarModel(CalendarData(grid=self._grid(), today=self._anchor), self)
        self._view = CalendarView(self._model)
        self._title = Elided("", "strong")
        self._standing = label("", "small")
        self._all = icon_button("x", self.tr("Show all days"), look="small")
        self._lay_out()
        self._connect()

    def day(self) -> date | None:
        """The day that the list is to show alone, or None for all."""
        return self._day

    def set_query(self, query: EntryQuery) -> None:
        """Count only the entries that are meant, whatever their day."""
        self._query = query
        self.refresh()

    def clear(self) -> bool:
        """Show all days again without telling anybody; whether one was chosen."""
        was_chosen = self._day is not None
        self._day = None
        self.refresh()
        return was_chosen

    @Slot()
    def refresh(self) -> None:
        """Show what there is now; a panel that nobody sees waits until it is shown."""
        if self.isVisible():
            self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Be up to date."""
        super().showEvent(event)
        self._show()

    def forget(self) -> None:
        """Drop what was counted."""
        self._day = None
        self._model.show_data(CalendarData(grid=self._grid(), today=self._today()))

    def _lay_out(self) -> None:
        room = self.fontMetrics().height()
        former, next_ = ("right", "left") if self.isRightToLeft() else ("left", "right")
        back = icon_button(f"chevron-{former}", self.tr("Earlier"))
        on = icon_button(f"chevron-{next_}", self.tr("Later"))
        back.clicked.connect(self._turn_back)
        on.clicked.connect(self._turn_on)
        head = QHBoxLayout()
        head.setSpacing(room // 4)
        head.addWidget(self._title, 1)
        for part in (self._year, back, on):
            head.addWidget(part)
        foot = QHBoxLayout()
        foot.addWidget(self._standing, 1)
        foot.addWidget(self._all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(room // 4)
        column.addLayout(head)
        column.addWidget(self._view)
        column.addLayout(foot)

    def _connect(self) -> None:
        self._year.toggled.connect(self._show)
        self._all.clicked.connect(self._choose_all)
        self._view.day_reached.connect(self._reach)
        self._view.day_chosen.connect(self._choose)
        self._view.left.connect(self.left)
        session = self._session
        for signal in (session.saved, session.moved, session.refreshed, session.day_changed):
            signal.connect(self.refresh)

    def _grid(self) -> Grid:
        if self._year.isChecked():
            return YearGrid(self._anchor.year)
        return MonthGrid(self._anchor.replace(day=1), QLocale().firstDayOfWeek().value - 1)

    def _today(self) -> date:
        return self._session.today()

    @Slot()
    def _show(self) -> None:
        grid, journal = self._grid(), self._session.journal
        counts = journal.calendar.counts(replace(self._query, since=grid.since, until=grid.until))
        data = CalendarData(
            grid=grid, today=self._today(), counts=counts, chosen=self._day, program=journal.program
        )
        self._model.show_data(data)
        self._view.set_current_day(self._anchor)
        self._title.set_text(month_words(grid.since) if isinstance(grid, MonthGrid) else str(grid.since.year))
        self._show_standing(data)

    def _show_standing(self, data: CalendarData) -> None:
        self._all.setVisible(self._day is not None)
        if self._day is not None:
            count = data.counts.get(self._day, 0)
            words = f"{long_day(self._day)} · {count_words(count)}"
        else:
            since, until = data.grid.since, data.grid.until
            words = window_words(p for p in data.program.windows if p.starts <= until and since <= p.ends)
        self._standing.setText(words)
        self._standing.setVisible(bool(words))

    @Slot(object)
    def _reach(self, day: date) -> None:
        turns = self._model.shown.grid.place_of(day) is None
        self._anchor = day
        if turns:
            self._show()
        self._view.set_current_day(day)

    @Slot(object)
    def _choose(self, day: date) -> None:
        self._anchor = day
        self._day = None if day == self._day else day
        self._show()
        self.chosen.emit(self._day)

    @Slot()
    def _choose_all(self) -> None:
        self.clear()
        self._view.setFocus()
        self.chosen.emit(None)

    @Slot()
    def _turn_back(self) -> None:
        self._reach(self._model.shown.grid.turned(self._anchor, -1))

    @Slot()
    def _turn_on(self) -> None:
        self._reach(self._model.shown.grid.turned(self._anchor, 1))
