"""The days of a month or a year as a table, for the view and for a screen reader."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QObject, QPersistentModelIndex, Qt

from amp_desktop.domain.program import Program
from amp_desktop.ui.calendar.grids import Grid, MonthGrid
from amp_desktop.ui.calendar.labels import day_words
from amp_desktop.ui.calendar.painting import DayCell

_A_DAY = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_NO_DAY = Qt.ItemFlag.NoItemFlags
_Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What the model tells besides Qt's own roles."""

    CELL = Qt.ItemDataRole.UserRole
    """The `DayCell`, or None where no day stands."""


@dataclass(frozen=True, kw_only=True)
class CalendarData:
    """All that one page of the calendar shows.

    Attributes:
        grid: Which days, and how they stand.
        counts: How many entries stand on each day that has any.
        today: The day it is.
        chosen: The day that the list shows alone, or None.
        program: Gives the windows that are marked.
    """

    grid: Grid
    today: date
    counts: Mapping[date, int] = field(default_factory=dict)
    chosen: date | None = None
    program: Program = field(default_factory=Program)


class CalendarModel(QAbstractTableModel):
    """One page of the calendar."""

    def __init__(self, data: CalendarData, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown = data
        self._cells = _cells_of(data)

    @property
    def shown(self) -> CalendarData:
        """What it shows."""
        return self._shown

    def show_data(self, data: CalendarData) -> None:
        """Show another page, or the same one as it stands now: then only the days that differ are told."""
        if data.grid != self._shown.grid:
            self.beginResetModel()
            self._shown, self._cells = data, _cells_of(data)
            self.endResetModel()
            return
        before, self._shown, self._cells = self._cells, data, _cells_of(data)
        for place, cell in self._cells.items():
            if cell != before[place]:
                index = self.index(*place)
                self.dataChanged.emit(index, index)

    def index_of(self, day: date) -> QModelIndex:
        """Where a day stands; an invalid index when it is on another page."""
        place = self._shown.grid.place_of(day)
        return self.index(*place) if place else QModelIndex()

    def cell_at(self, index: _Index) -> DayCell | None:
        """What is to be seen there."""
        return self._cells.get((index.row(), index.column()))

    def rowCount(self, parent: _Index | None = None) -> int:
        """Weeks or months."""
        return 0 if parent is not None and parent.isValid() else self._shown.grid.rows

    def columnCount(self, parent: _Index | None = None) -> int:
        """Days of the week or of the month."""
        return 0 if parent is not None and parent.isValid() else self._shown.grid.columns

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Only days can be chosen."""
        return _A_DAY if (index.row(), index.column()) in self._cells else _NO_DAY

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The day, in words or as it is painted."""
        cell = self.cell_at(index)
        if cell is None:
            return None
        if role == Role.CELL:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return str(cell.day.day)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            phases = [phase for phase in self._shown.program.windows if phase.holds(cell.day)]
            return day_words(cell.day, cell.count, phases, is_today=cell.is_today)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The days of the week over a month, the months beside a year."""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        grid = self._shown.grid
        if isinstance(grid, MonthGrid):
            day = (grid.first_weekday + section) % 7 + 1
            name = QLocale().standaloneDayName(day, QLocale.FormatType.ShortFormat)
            return name if orientation is Qt.Orientation.Horizontal else None
        name = QLocale().standaloneMonthName(section % 12 + 1, QLocale.FormatType.ShortFormat)
        return name if orientation is Qt.Orientation.Vertical else str(section + 1)


def _cells_of(data: CalendarData) -> dict[tuple[int, int], DayCell]:
    """Every day of the page by row and column: a view asks for each several times while it paints."""
    windows, grid = data.program.windows, data.grid
    places = ((row, column) for row in range(grid.rows) for column in range(grid.columns))
    return {
        place: DayCell(
            day=day,
            count=data.counts.get(day, 0),
            numbered=grid.numbered,
            is_today=day == data.today,
            in_window=any(phase.holds(day) for phase in windows),
            is_chosen=day == data.chosen,
        )
        for place in places
        if (day := grid.day_at(*place)) is not None
    }
