"""The shapes of programs: their lengths and windows, where each day comes from, and moving them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.domain.evaluation_record import EvaluationRecord
from amp_desktop.domain.program import Program, Shape
from amp_desktop.domain.program_shapes import reshaped, shaped

START = date(2026, 6, 15)
DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))
SHAPES = st.sampled_from(Shape)


@pytest.mark.parametrize(
    ("shape", "weeks", "evaluations"),
    [
        (Shape.AMP, 18, [("Midterm evaluation", 58, 68), ("Final evaluation", 113, 124)]),
        (Shape.AMP_12, 12, [("Midterm evaluation", 42, 48), ("Final evaluation", 84, 90)]),
        (
            Shape.LFX,
            12,
            [
                ("First evaluation", 16, 20),
                ("Midterm evaluation", 37, 41),
                ("Third evaluation", 58, 62),
                ("Final evaluation", 79, 83),
            ],
        ),
        (
            Shape.LFX_PART_TIME,
            24,
            [
                ("First evaluation", 37, 41),
                ("Midterm evaluation", 79, 83),
                ("Third evaluation", 121, 125),
                ("Final evaluation", 163, 167),
            ],
        ),
        (Shape.GSOC, 12, [("Midterm evaluation", 42, 46), ("Final evaluation", 77, 83)]),
        (Shape.OWN, 12, []),
    ],
)
def test_a_shape_says_how_long_it_is_and_when_something_is_handed_in(
    shape: Shape, weeks: int, evaluations: list[tuple[str, int, int]]
) -> None:
    program = shaped(shape, START)
    assert program.weeks == weeks
    assert [
        (phase.name, (phase.starts - START).days, (phase.ends - START).days) for phase in program.evaluations
    ] == evaluations


def test_lfx_leaves_two_of_its_four_evaluations_open() -> None:
    optional = [phase.name for phase in shaped(Shape.LFX, START).evaluations if phase.is_optional]
    assert optional == ["First evaluation", "Third evaluation"]


@given(SHAPES, DAYS)
def test_every_day_says_where_it_comes_from(shape: Shape, starts: date) -> None:
    program = shaped(shape, starts)
    assert program.starts == starts
    assert all(phase.source for phase in program.phases)
    assert Program.from_json(program.to_json()) == program


@given(SHAPES, DAYS, st.integers(-30, 60), DAYS)
def test_a_moved_start_moves_what_follows_and_keeps_its_order(
    shape: Shape, starts: date, by: int, today: date
) -> None:
    program = shaped(shape, starts)
    first = program.phases[0]
    moved = program.moved(first.name, starts + timedelta(days=by), reason=" Exams ", today=today)
    assert [phase.name for phase in moved.phases] == [phase.name for phase in program.phases]
    assert [phase.starts - timedelta(days=by) for phase in moved.phases] == [
        phase.starts for phase in program.phases
    ]
    assert moved.weeks == program.weeks
    if by:
        assert {(move.reason, move.moved_on) for phase in moved.phases for move in phase.moves} == {
            ("Exams", today)
        }
        back = moved.moved(first.name, starts, today=today)
        assert [(phase.starts, phase.ends) for phase in back.phases] == [
            (phase.starts, phase.ends) for phase in program.phases
        ]
        assert all(len(phase.moves) == 2 for phase in back.phases)
    assert Program.from_json(moved.to_json()) == moved


def test_one_window_moves_alone_and_keeps_the_days_before_with_the_reason() -> None:
    program = shaped(Shape.AMP, START)
    moved = program.moved("midterm EVALUATION", date(2026, 8, 20), reason="Ill", today=date(2026, 8, 1))
    (midterm, final) = moved.evaluations
    assert (midterm.starts, midterm.ends, midterm.source) == (date(2026, 8, 20), date(2026, 8, 30), "")
    assert [(move.starts, move.reason) for move in midterm.moves] == [(date(2026, 8, 12), "Ill")]
    assert final == program.evaluations[1]


def test_what_cannot_be_moved_is_told() -> None:
    program = shaped(Shape.AMP, START)
    with pytest.raises(InvalidValueError, match="no “Holidays”"):
        program.moved("Holidays", START, today=START)
    with pytest.raises(InvalidValueError, match="before it starts"):
        program.moved("Final evaluation", START, START - timedelta(days=1), today=START)


def test_a_shape_of_a_newer_version_is_read_as_one_of_its_own() -> None:
    data = {**shaped(Shape.AMP, START).to_json(), "shape": "outreachy"}
    assert Program.from_json(data).shape is Shape.OWN


@given(SHAPES, DAYS, st.integers(-30, 60), DAYS)
def test_a_move_that_is_taken_back_leaves_the_program_as_it_was(
    shape: Shape, starts: date, by: int, today: date
) -> None:
    program = shaped(shape, starts)
    for phase in program.phases:
        moved = program.moved(phase.name, phase.starts + timedelta(days=by), reason="Exams", today=today)
        assert moved.moved_back(phase.name) == program
    assert program.moved_back(program.phases[0].name) == program


@given(DAYS, st.lists(st.integers(-30, 60), max_size=5))
def test_what_is_corrected_on_the_same_day_is_one_move(starts: date, tries: list[int]) -> None:
    moved = program = shaped(Shape.LFX, starts)
    for by in tries:
        moved = moved.moved("Mentorship", starts + timedelta(days=by), today=starts)
    assert all(len(phase.moves) == (1 if tries and tries[-1] else 0) for phase in moved.phases)
    assert moved.moved("Mentorship", starts, today=starts) == program


def test_a_window_that_was_moved_alone_stays_when_the_start_goes_back() -> None:
    program = shaped(Shape.AMP, START)
    later = program.moved("Community bonding", date(2026, 6, 22), today=START)
    alone = later.moved("Midterm evaluation", date(2026, 9, 1), reason="Ill", today=date(2026, 8, 1))
    back = alone.moved_back("Community bonding")
    assert back.starts == START
    assert back.evaluations[0].starts == date(2026, 9, 1)
    assert back.evaluations[1] == program.evaluations[1]


@given(SHAPES, SHAPES, DAYS, st.integers(-30, 60))
def test_another_shape_in_the_middle_loses_nothing(
    before: Shape, after: Shape, starts: date, by: int
) -> None:
    program, today = shaped(before, starts, project="CLI", mentor="Ada"), starts + timedelta(days=40)
    last = program.phases[-1]
    moved = program.moved(last.name, last.starts + timedelta(days=by), reason="Exams", today=today)
    begins = moved.phases[0].starts
    changed = reshaped(moved, after, begins, today=today)
    assert (changed.project, changed.mentor, changed.shape) == ("CLI", "Ada", after)
    assert Program.from_json(changed.to_json()) == changed
    again = reshaped(changed, before, begins, today=today)
    assert again.phases == moved.phases or Shape.OWN in (before, after)
    kept = [phase for one in (changed, *changed.earlier) for phase in one.phases]
    assert all(any(phase == one for one in kept) for phase in moved.phases if phase.moves)


def test_a_second_term_leaves_the_first_its_weeks() -> None:
    first = shaped(Shape.LFX, date(2026, 6, 1))
    handed_in = first.with_evaluation("Final evaluation", EvaluationRecord(handed_in=date(2026, 8, 20)))
    second = reshaped(handed_in, Shape.LFX, date(2026, 9, 1), today=date(2026, 8, 30))
    assert second.starts == date(2026, 9, 1)
    assert all(phase.source and not phase.moves for phase in second.phases)
    assert second.earlier == (handed_in,)
    assert second.of(date(2026, 6, 9)).week_of(date(2026, 6, 9)) == 2
    assert second.of(date(2026, 9, 9)).week_of(date(2026, 9, 9)) == 2
    assert second.of(date(2026, 12, 31)) is second
    back = second.taken_up_again()
    assert (back.phases, [one.phases for one in back.earlier]) == (handed_in.phases, [second.phases])


def test_no_day_beyond_every_calendar() -> None:
    with pytest.raises(InvalidValueError, match="No calendar"):
        shaped(Shape.AMP, date(9999, 12, 1))
    with pytest.raises(InvalidValueError, match="No calendar"):
        shaped(Shape.AMP, START).moved("Community bonding", date(9999, 12, 1), today=START)


def test_a_cohort_that_begins_on_another_day_does_not_claim_the_days_of_the_guide() -> None:
    usual, other = shaped(Shape.AMP, START), shaped(Shape.AMP, date(2026, 6, 22))
    assert [phase.source for phase in usual.evaluations] == ["AMP guide: timeline of the cohort"] * 2
    assert all("counted from your first day" in phase.source for phase in other.evaluations)


def test_a_program_kept_before_its_days_had_sources_knows_its_evaluations() -> None:
    days = {"starts": "2026-08-12", "ends": "2026-08-22"}
    phases = [{"name": "Execution period", **days}, {"name": "Midterm evaluation", **days}]
    program = Program.from_json({"project": "", "mentor": "", "phases": phases})
    assert [phase.name for phase in program.evaluations] == ["Midterm evaluation"]
