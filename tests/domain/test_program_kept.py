"""A program that is changed in its middle loses nothing, whatever is done to it and in whatever order."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from hypothesis import example, given
from hypothesis import strategies as st

from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.domain.evaluation_record import EvaluationRecord, Result
from amp_desktop.domain.program import Phase, Program, Shape
from amp_desktop.domain.program_details import Channel, ProgramDetails, Proposal, Rest
from amp_desktop.domain.program_shapes import reshaped, shaped

STARTS = st.dates(date(2024, 1, 1), date(2029, 1, 1))
SHAPES = st.sampled_from(Shape)
PLACES = st.integers(0, 5)
MOVES = st.integers(-30, 60)
RECORDS = st.builds(
    EvaluationRecord,
    handed_in=st.just(date(2026, 8, 14)),
    result=st.none() | st.sampled_from(Result),
    gone_through=st.lists(st.sampled_from(["talk", "survey"]), unique=True).map(tuple),
)
NAMES = st.sampled_from(["Blog post", "Talk", "Midterm evaluation", "Rest", "Final evaluation"])
KICK_OFF = UUID(int=7)
DETAILS = ProgramDetails(
    repository="https://example.org",
    cadence="weekly",
    channels=(Channel("Slack #09_mentorships", "https://example.org"),),
    expectations=KICK_OFF,
    still_so=(date(2026, 7, 16),),
    proposal=Proposal("Kinder first hours.", date(2026, 6, 10)),
    rests=(Rest(date(2040, 1, 1), date(2040, 1, 3), "Away", UUID(int=8), "r"),),
)

Step = tuple[str, int, int, str, Shape, EvaluationRecord]
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["move", "rename", "add", "note", "reshape", "back", "again", "open"]),
        PLACES,
        MOVES,
        NAMES,
        SHAPES,
        RECORDS,
    ),
    max_size=8,
)


def done(program: Program, step: Step, today: date) -> Program:
    """The program after a step; as it was where the step cannot be done."""
    what, at, by, name, shape, record = step
    phase = program.phases[at % len(program.phases)] if program.phases else None
    starts = program.starts or today
    try:
        if what == "reshape":
            return reshaped(program, shape, starts + timedelta(days=by), today=today)
        if what == "again":
            return program.taken_up_again()
        if what == "open":
            return program.without_dates()
        if what == "add":
            return program.with_phase(Phase(name, starts, starts + timedelta(days=at)))
        if phase is None:
            return program
        if what == "move":
            return program.moved(phase.name, phase.starts + timedelta(days=by), today=today)
        if what == "rename":
            return program.renamed(phase.name, name)
        if what == "back":
            return program.moved_back(phase.name)
        return program.with_evaluation(phase.name, record)
    except InvalidValueError:
        return program


def every(program: Program) -> Iterator[Program]:
    yield program
    yield from program.earlier


@given(SHAPES, STARTS, STEPS)
@example(Shape.OWN, date(2024, 1, 1), [("add", 0, 0, "Midterm evaluation", Shape.AMP, EvaluationRecord())])
@example(Shape.AMP, date(2026, 6, 15), [("rename", 2, 0, "Talk", Shape.AMP, EvaluationRecord())])
def test_what_was_put_in_stays_whatever_comes_after(shape: Shape, starts: date, steps: list[Step]) -> None:
    today = starts + timedelta(days=40)
    program = replace(shaped(shape, starts, project="CLI", mentor="Ada"), details=DETAILS)
    for step in steps:
        before, program = program, done(program, step, today)
        assert (program.project, program.mentor) == ("CLI", "Ada")
        is_noting = step[0] == "note"
        kept = [one.evaluation for each in every(program) for one in each.phases]
        for phase in (one for each in every(before) for one in each.phases):
            if phase.evaluation != EvaluationRecord() and not is_noting:
                assert phase.evaluation in kept, (step, phase)
        names = [one.name.casefold() for one in program.phases]
        assert len(set(names)) == len(names)
        assert [one.starts for one in program.phases] == sorted(one.starts for one in program.phases)
        assert Program.from_json(json.loads(json.dumps(program.to_json()))) == program
    details = [each.details for each in every(program)]
    assert {one.repository for one in details} == {DETAILS.repository}
    assert {one.channels for one in details} == {DETAILS.channels}
    assert program.details.rests == DETAILS.rests
    assert any(one.expectations == KICK_OFF and one.still_so == DETAILS.still_so for one in details)
    assert any(one.proposal == DETAILS.proposal for one in details)


@given(SHAPES, STARTS, MOVES)
def test_every_day_of_a_shape_has_a_source_and_a_moved_one_keeps_it(
    shape: Shape, starts: date, by: int
) -> None:
    program = shaped(shape, starts)
    assert all(phase.source for phase in program.phases)
    moved = program.moved(program.phases[0].name, starts + timedelta(days=by), today=starts)
    for phase, before in zip(moved.phases, program.phases, strict=True):
        assert phase.source or phase.moves[-1].source == before.source
        assert phase.ends - phase.starts == before.ends - before.starts
    back = moved.moved_back(moved.phases[0].name)
    assert back == program


@given(SHAPES, STARTS, PLACES, NAMES)
def test_what_was_written_for_a_phase_is_found_by_its_former_name(
    shape: Shape, starts: date, at: int, name: str
) -> None:
    program = shaped(shape, starts)
    phase = program.phases[at % len(program.phases)]
    if name.casefold() in (one.name.casefold() for one in program.phases):
        return
    renamed = program.renamed(phase.name, name)
    noted = renamed.with_evaluation(phase.name, EvaluationRecord(handed_in=starts))
    (found,) = [one for one in noted.phases if one.is_called(phase.name)]
    assert (found.name, found.evaluation.handed_in) == (name, starts)
    assert renamed.is_changed


def test_a_next_term_begins_without_what_was_agreed_for_the_one_before() -> None:
    first = replace(shaped(Shape.AMP, date(2026, 6, 15)), details=DETAILS)
    past = Rest(date(2026, 7, 1), date(2026, 7, 2))
    first = replace(first, details=DETAILS.with_rests((past, *DETAILS.rests)))
    second = reshaped(first, Shape.LFX, date(2027, 3, 1), today=date(2026, 11, 1))
    assert second.details.expectations is None
    assert second.details.proposal == Proposal()
    assert second.details.rests == DETAILS.rests
    assert second.details.channels == DETAILS.channels
    assert second.earlier[0].details == first.details


def test_a_move_that_is_taken_back_by_hand_the_same_day_was_none() -> None:
    program, today = shaped(Shape.AMP, date(2026, 6, 15)), date(2026, 7, 1)
    phase = program.evaluations[0]
    later = phase.starts + timedelta(days=7)
    moved = program.moved(phase.name, later, reason="Exams", today=today)
    assert moved.moved(phase.name, phase.starts, reason="Exams", today=today) == program

    next_day = moved.moved(phase.name, phase.starts, reason="Exams", today=today + timedelta(days=1))
    back = next(one for one in next_day.phases if one.name == phase.name)
    assert [move.starts for move in back.moves] == [phase.starts, later]


def test_what_was_agreed_in_a_program_comes_back_with_it() -> None:
    now = replace(DETAILS, expectations=UUID(int=9), still_so=(), proposal=Proposal("Of now."))
    then = Program(details=DETAILS, phases=shaped(Shape.AMP, date(2026, 6, 15)).phases)
    details = Program(details=now, earlier=(then,)).taken_up_again().details
    assert (details.expectations, details.still_so) == (DETAILS.expectations, DETAILS.still_so)
    assert details.proposal == DETAILS.proposal

    bare = replace(then, details=ProgramDetails())
    assert Program(details=now, earlier=(bare,)).taken_up_again().details == now
