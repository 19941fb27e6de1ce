"""The program's year: which week and which phase a day falls into, and what comes next."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.domain.program import Phase, Program, default_program, program_around

AMP = default_program(2026, project="CLI", mentor="my mentor")


@pytest.mark.parametrize(
    ("day", "week"),
    [
        (date(2026, 6, 14), None),
        (date(2026, 6, 15), 1),
        (date(2026, 6, 21), 1),
        (date(2026, 6, 22), 2),
        (date(2026, 8, 12), 9),
        (date(2026, 10, 17), 18),
        (date(2026, 10, 18), 18),
        (date(2026, 10, 19), None),
    ],
)
def test_weeks_are_counted_from_kick_off(day: date, week: int | None) -> None:
    assert AMP.week_of(day) == week


def test_the_program_is_eighteen_weeks_long() -> None:
    assert AMP.weeks == 18
    assert AMP.starts == date(2026, 6, 15)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(1, 400))
def test_every_day_of_a_program_of_any_length_has_a_week(starts: date, days: int) -> None:
    ends = starts + timedelta(days=days - 1)
    program = Program(phases=(Phase("All of it", starts, ends),))

    assert program.week_of(starts) == 1
    assert program.week_of(ends) == program.weeks
    assert program.week_of(starts - timedelta(days=1)) is None
    assert 7 * (program.weeks - 1) < days <= 7 * program.weeks


def test_a_day_may_fall_into_several_phases() -> None:
    def names(day: date) -> list[str]:
        return [phase.name for phase in AMP.phases_on(day)]

    assert names(date(2026, 6, 28)) == ["Community bonding"]
    assert names(date(2026, 6, 29)) == ["Execution period"]
    assert names(date(2026, 8, 22)) == ["Execution period", "Midterm evaluation"]
    assert names(date(2026, 10, 17)) == ["Execution period", "Final evaluation"]
    assert names(date(2026, 10, 18)) == []


@pytest.mark.parametrize(
    ("day", "phase"),
    [
        (date(2026, 1, 1), "Community bonding"),
        (date(2026, 6, 15), "Execution period"),
        (date(2026, 8, 11), "Midterm evaluation"),
        (date(2026, 8, 12), "Final evaluation"),
        (date(2026, 10, 6), None),
    ],
)
def test_what_comes_next(day: date, phase: str | None) -> None:
    following = AMP.next_after(day)

    assert (following.name if following else None) == phase


def test_nothing_is_known_of_a_program_without_phases() -> None:
    empty = Program()

    assert (empty.starts, empty.weeks) == (None, 0)
    assert empty.week_of(date(2026, 7, 22)) is None
    assert empty.phases_on(date(2026, 7, 22)) == ()
    assert empty.next_after(date(2026, 7, 22)) is None


def test_comes_back_from_plain_data_the_same() -> None:
    assert Program.from_json(AMP.to_json()) == AMP
    assert Program.from_json(Program().to_json()) == Program()


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"project": "CLI", "mentor": "", "phases": [{"name": "Bonding"}]},
        {"project": "CLI", "mentor": "", "phases": [{"name": "B", "starts": "June", "ends": "July"}]},
        {"project": "CLI", "mentor": "", "phases": ["Bonding"]},
        {"project": 5, "mentor": None, "phases": []},
    ],
)
def test_refuses_what_is_no_program(data: dict[str, object]) -> None:
    with pytest.raises(InvalidValueError):
        Program.from_json(data)


@pytest.mark.parametrize(
    ("day", "starts"),
    [
        (date(2026, 11, 29), None),
        (date(2027, 2, 1), None),
        (date(2026, 10, 18), None),
        (date(2026, 4, 16), date(2026, 6, 15)),
        (date(2026, 10, 17), date(2026, 6, 15)),
    ],
)
def test_a_program_is_taken_for_granted_only_where_it_runs_or_soon_will(
    day: date, starts: date | None
) -> None:
    assert program_around(day).starts == starts


def test_of_two_phases_that_begin_together_the_evaluation_stands_last() -> None:
    execution, midterm = AMP.phases[1], AMP.evaluations[0]
    moved = AMP.moved(midterm.name, execution.starts, today=AMP.phases[0].starts)
    assert [phase.name for phase in moved.phases][1:3] == [execution.name, midterm.name]
    again = moved.moved(execution.name, execution.starts + timedelta(1), today=AMP.phases[0].starts)
    back = again.moved(execution.name, execution.starts, today=AMP.phases[0].starts)
    assert [phase.name for phase in back.phases][1:3] == [execution.name, midterm.name]


def test_a_phase_of_half_the_program_is_no_window() -> None:
    starts = date(2026, 6, 1)
    whole = Phase("Whole", starts, starts + timedelta(83))
    half = Phase("Half", starts, starts + timedelta(42))
    less = Phase("Less", starts, starts + timedelta(41))
    assert Program(phases=(whole, half, less)).windows == (less,)


def test_a_move_that_is_taken_back_leaves_the_moves_of_others() -> None:
    today = date(2026, 7, 1)
    first, second = (phase for phase in AMP.phases if phase.is_evaluation)
    both = AMP.moved(first.name, first.starts + timedelta(3), today=today)
    both = both.moved(second.name, second.starts + timedelta(5), today=today)
    back = {phase.name: phase.starts for phase in both.moved_back(second.name).phases}
    assert (back[first.name], back[second.name]) == (first.starts + timedelta(3), second.starts)


def test_a_first_day_that_is_set_back_keeps_another_last_day() -> None:
    today, phase = date(2026, 7, 1), next(phase for phase in AMP.phases if phase.is_evaluation)
    moved = AMP.moved(phase.name, phase.starts + timedelta(2), phase.ends, today=today)
    again = moved.moved(phase.name, phase.starts, phase.ends + timedelta(4), today=today)
    found = next(one for one in again.phases if one.name == phase.name)
    assert (found.starts, found.ends) == (phase.starts, phase.ends + timedelta(4))
