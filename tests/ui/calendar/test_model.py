"""The table of days."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester

from amp_desktop.domain.program import default_program
from amp_desktop.ui.calendar.grids import MonthGrid, YearGrid
from amp_desktop.ui.calendar.model import CalendarData, CalendarModel, Role
from amp_desktop.ui.calendar.painting import DayCell

AUGUST = CalendarData(
    grid=MonthGrid(date(2026, 8, 1)),
    today=date(2026, 8, 14),
    counts={date(2026, 8, 12): 4},
    program=default_program(2026),
)


def cell(model: CalendarModel, day: date) -> DayCell:
    found = model.index_of(day).data(Role.CELL)
    assert isinstance(found, DayCell)
    return found


def test_the_table_is_sound_to_qt(qtmodeltester: ModelTester) -> None:
    for data in (AUGUST, replace(AUGUST, grid=YearGrid(2026))):
        qtmodeltester.check(CalendarModel(data))


def test_a_day_is_shown_with_all_that_it_is() -> None:
    model = CalendarModel(replace(AUGUST, chosen=date(2026, 8, 12)))
    assert cell(model, date(2026, 8, 12)) == DayCell(
        day=date(2026, 8, 12), count=4, in_window=True, is_chosen=True
    )
    assert cell(model, date(2026, 8, 14)) == DayCell(day=date(2026, 8, 14), in_window=True, is_today=True)
    assert cell(model, date(2026, 8, 30)) == DayCell(day=date(2026, 8, 30))


def test_where_no_day_stands_nothing_can_be_chosen() -> None:
    model = CalendarModel(AUGUST)
    assert model.index(0, 0).data(Role.CELL) is None
    assert model.flags(model.index(0, 0)) == Qt.ItemFlag.NoItemFlags
    assert model.flags(model.index_of(date(2026, 8, 1))) & Qt.ItemFlag.ItemIsSelectable
    assert not model.index_of(date(2026, 9, 1)).isValid()


def test_only_the_days_that_differ_are_told() -> None:
    model = CalendarModel(AUGUST)
    told: list[date] = []
    resets: list[None] = []

    def changed(first: QModelIndex, _last: QModelIndex) -> None:
        told.append(first.data(Role.CELL).day)

    model.dataChanged.connect(changed)
    model.modelReset.connect(lambda: resets.append(None))
    model.show_data(replace(AUGUST, counts={date(2026, 8, 12): 5, date(2026, 8, 30): 1}))
    assert (told, resets) == ([date(2026, 8, 12), date(2026, 8, 30)], [])
    model.show_data(replace(AUGUST, grid=MonthGrid(date(2026, 9, 1))))
    assert len(resets) == 1
