"""When an evaluation is spoken up about, and what there is to go through for it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amp_desktop.domain.evaluation_record import EvaluationRecord, Result
from amp_desktop.domain.evaluations import ChecklistPoint, checklist, has_come, reminder_days, spoken_of
from amp_desktop.domain.program import Program, Shape
from amp_desktop.domain.program_shapes import shaped

START = date(2026, 6, 15)
AMP = shaped(Shape.AMP, START)
MIDTERM = AMP.evaluations[0]
DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))
SHAPES = st.sampled_from(Shape)
RECORDS = st.builds(
    EvaluationRecord,
    handed_in=st.none() | DAYS,
    result=st.none() | st.sampled_from(Result),
    gone_through=st.lists(st.sampled_from([str(one) for one in ChecklistPoint]), unique=True).map(tuple),
    quiet_since=st.none() | DAYS,
)


def noted(record: EvaluationRecord) -> Program:
    return AMP.with_evaluation(MIDTERM.name, record)


def test_a_word_is_due_on_the_days_of_the_guide_and_when_the_window_closes() -> None:
    assert reminder_days(MIDTERM) == tuple(date(2026, 8, day) for day in (2, 7, 12, 15, 20, 22))
    one_day = replace(MIDTERM, ends=MIDTERM.starts)
    assert reminder_days(one_day)[-1] == one_day.ends


@pytest.mark.parametrize(
    ("day", "speaks"),
    [
        (date(2026, 8, 1), False),
        (date(2026, 8, 2), True),
        (date(2026, 8, 22), True),
        (date(2026, 8, 23), False),
        (date(2026, 9, 25), False),
        (date(2026, 9, 26), True),
    ],
)
def test_nothing_is_said_before_the_first_word_nor_after_the_end(day: date, speaks: bool) -> None:
    assert (spoken_of(AMP, day) is not None) is speaks


def test_quiet_lasts_until_the_next_word_and_handing_in_ends_it_all() -> None:
    quiet = noted(EvaluationRecord(quiet_since=date(2026, 8, 12)))
    assert spoken_of(quiet, date(2026, 8, 12)) is None
    assert spoken_of(quiet, date(2026, 8, 14)) is None
    due = spoken_of(quiet, date(2026, 8, 15))
    assert due is not None
    assert due.name == MIDTERM.name
    for record in (EvaluationRecord(handed_in=date(2026, 8, 13)), EvaluationRecord(result=Result.PASSED)):
        assert spoken_of(noted(record), date(2026, 8, 22)) is None
    assert spoken_of(noted(EvaluationRecord(quiet_since=date(2030, 1, 1))), date(2026, 8, 22)) is not None


@given(SHAPES, DAYS, st.integers(-30, 60), st.integers(-60, 260))
def test_what_is_spoken_of_is_near_open_and_not_handed_in(
    shape: Shape, starts: date, by: int, after: int
) -> None:
    program = shaped(shape, starts)
    program = program.moved(program.phases[0].name, starts + timedelta(days=by), today=starts)
    day = starts + timedelta(days=after)
    window = spoken_of(program, day)
    near = [one for one in program.evaluations if one.starts - timedelta(days=10) <= day <= one.ends]
    assert (window is not None) is bool(near)
    if window is not None:
        assert window.ends == min(one.ends for one in near)
        assert has_come(window, day)
        handed_in = program.with_evaluation(window.name, EvaluationRecord(handed_in=day))
        following = spoken_of(handed_in, day)
        assert following is None or following.name != window.name


@given(RECORDS)
def test_what_was_noted_comes_back_from_plain_data(record: EvaluationRecord) -> None:
    assert Program.from_json(noted(record).to_json()) == noted(record)


def test_a_result_of_a_newer_version_is_none() -> None:
    assert EvaluationRecord.from_json({"result": "excellent"}).result is None


def test_only_the_last_evaluation_asks_for_what_is_handed_in_at_the_end() -> None:
    midterm, final = AMP.evaluations
    assert checklist(AMP, midterm) == (ChecklistPoint.TALK, ChecklistPoint.SURVEY)
    assert ChecklistPoint.SELF_ASSESSMENT in checklist(AMP, final)
    lfx = shaped(Shape.LFX, START)
    assert ChecklistPoint.BLOG_POST in checklist(lfx, lfx.evaluations[-1])
    assert ChecklistPoint.BLOG_POST not in checklist(lfx, lfx.evaluations[0])


def test_near_the_first_day_of_every_calendar_nothing_breaks() -> None:
    early = replace(MIDTERM, starts=date(1, 1, 2), ends=date(1, 1, 5))
    assert reminder_days(early)[0] == date(1, 1, 2)
