"""The shapes of programs: their lengths and windows, where each day comes from, and moving them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.domain.program import Program, Shape
from amp_desktop.domain.program_shapes import shaped

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
