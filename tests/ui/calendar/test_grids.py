"""How days stand in a month and in a year."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amp_desktop.ui.calendar.grids import Grid, MonthGrid, YearGrid, level, months_on

DAYS = st.dates()
GRIDS = st.one_of(
    st.builds(lambda day, first: MonthGrid(day.replace(day=1), first), DAYS, st.integers(0, 6)),
    st.builds(lambda day: YearGrid(day.year), DAYS),
)


@given(GRIDS)
def test_every_day_stands_in_one_place_and_in_order(grid: Grid) -> None:
    places = [(row, column) for row in range(grid.rows) for column in range(grid.columns)]
    days = [day for place in places if (day := grid.day_at(*place)) is not None]
    assert days == [grid.since + timedelta(days=n) for n in range((grid.until - grid.since).days + 1)]
    assert all(grid.day_at(*place) == day for day in days if (place := grid.place_of(day)) is not None)
    assert all(grid.place_of(day) is not None for day in days)


@given(GRIDS, DAYS)
def test_days_of_another_page_stand_nowhere(grid: Grid, day: date) -> None:
    assert (grid.place_of(day) is not None) == (grid.since <= day <= grid.until)


@given(st.integers(0, 6), DAYS)
def test_a_week_begins_where_the_country_has_it(first_weekday: int, day: date) -> None:
    grid = MonthGrid(day.replace(day=1), first_weekday)
    place = grid.place_of(day)
    assert place is not None
    assert place[1] == (day.weekday() - first_weekday) % 7


@given(GRIDS, DAYS, st.integers(-12, 12), st.integers(-31, 31))
def test_no_step_leaves_the_calendar(grid: Grid, day: date, rows: int, columns: int) -> None:
    assert date.min <= grid.stepped(day, rows, columns) <= date.max
    assert date.min <= grid.turned(day, rows) <= date.max


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 1, 31), -11, date(2025, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(9999, 12, 31), 1, date(9999, 12, 31)),
        (date(1, 1, 1), -1, date(1, 1, 1)),
    ],
)
def test_months_are_added_without_losing_the_day(day: date, months: int, expected: date) -> None:
    assert months_on(day, months) == expected


def test_steps_go_by_week_in_a_month_and_by_month_in_a_year() -> None:
    day = date(2026, 8, 31)
    assert MonthGrid(date(2026, 8, 1)).stepped(day, 1, 0) == date(2026, 9, 7)
    assert YearGrid(2026).stepped(day, 1, 0) == date(2026, 9, 30)
    assert YearGrid(2026).stepped(day, 0, 1) == date(2026, 9, 1)
    assert MonthGrid(date(2026, 8, 1)).turned(day, 1) == date(2026, 9, 30)
    assert YearGrid(2026).turned(day, 1) == date(2027, 8, 31)


def test_shades_tell_few_from_many() -> None:
    assert [level(count) for count in (0, 1, 2, 3, 4, 5, 400)] == [0, 1, 2, 3, 3, 4, 4]
