"""The days that a day recalls, and those that are left in peace."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amp_desktop.domain.entry import Kind, Sharing
from amp_desktop.domain.json_value import Json
from amp_desktop.domain.looking_back import makes_hard, same_days
from amp_desktop.domain.query import EntryRow


def row(kind: Kind = "self-care", tags: tuple[str, ...] = (), **values: Json) -> EntryRow:
    return EntryRow(
        id=uuid4(),
        kind=kind,
        title="",
        excerpt="",
        day=date(2026, 7, 22),
        tags=tags,
        sharing=Sharing.PRIVATE,
        created_at=datetime(2026, 7, 22, tzinfo=UTC),
        updated_at=datetime(2026, 7, 22, tzinfo=UTC),
        values=values,
    )


def test_years_come_before_months() -> None:
    days = list(same_days(date(2026, 7, 22), date(2024, 7, 1)))
    assert days[:3] == [date(2025, 7, 22), date(2024, 7, 22), date(2026, 6, 22)]
    assert days[-1] == date(2025, 8, 22)
    assert len(days) == 13


def test_nothing_is_recalled_from_before_the_first_day() -> None:
    assert list(same_days(date(2026, 7, 22), date(2026, 6, 1))) == [date(2026, 6, 22)]
    assert list(same_days(date(2026, 7, 22), date(2026, 7, 22))) == []
    assert list(same_days(date(2026, 7, 22), date(2027, 1, 1))) == []


def test_a_day_that_a_month_does_not_have_recalls_nothing_there() -> None:
    assert [day.month for day in same_days(date(2026, 5, 31), date(2025, 6, 1))] == [3, 1, 12, 10, 8, 7]
    assert date(2027, 2, 28) not in set(same_days(date(2028, 2, 29), date(2020, 1, 1)))
    assert date(2024, 2, 29) in set(same_days(date(2028, 2, 29), date(2020, 1, 1)))


@given(st.dates(), st.dates())
def test_what_is_recalled_lies_between_and_is_the_same_day_of_the_month(day: date, first: date) -> None:
    days = list(same_days(day, first))
    assert all(first <= former < day and former.day == day.day for former in days)
    assert len(days) == len(set(days))


@pytest.mark.parametrize(
    ("entry", "hard"),
    [
        (row(mood=1), True),
        (row(mood=2), True),
        (row(mood=3), False),
        (row(stress=5), True),
        (row(stress=4), False),
        (row(mood=5, stress=5), True),
        (row(energy=1), False),
        (row(mood=None, stress=None), False),
        (row("note", ("Hard",)), True),
        (row("note", ("hardware",)), False),
        (row("note"), False),
        (row(tags=("HARD",), mood=5), True),
    ],
)
def test_what_makes_a_day_hard(entry: EntryRow, hard: bool) -> None:
    assert makes_hard(entry) is hard
