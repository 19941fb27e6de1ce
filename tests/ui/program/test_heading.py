"""What stands quietly about the program: before it, in it, after it and without one, of every shape."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from amp_desktop.domain.evaluation_record import EvaluationRecord
from amp_desktop.domain.program import Program, Shape
from amp_desktop.domain.program_shapes import reshaped, shaped
from amp_desktop.ui.program.heading import program_heading, program_lines
from amp_desktop.ui.today.labels import program_words

DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))


@given(st.sampled_from(Shape), DAYS, st.integers(-400, 800))
def test_the_week_is_told_within_the_program_and_nothing_outside(
    shape: Shape, starts: date, after: int
) -> None:
    program, day = shaped(shape, starts), starts + timedelta(days=after)
    heading = program_heading(program, day)
    within = 0 <= after < 7 * program.weeks
    assert heading == (f"Week {after // 7 + 1} of {program.weeks}" if within else "")
    lines = [words for _, words in program_lines(program, day)]
    coming = program.next_after(day)
    assert bool(lines) or coming is None
    assert all("-" not in words for words in lines)
    words = program_words(program, day)
    assert bool(words.week) or not (within or (coming and not words.notice))


@given(DAYS)
def test_without_a_program_nothing_is_said(day: date) -> None:
    assert program_heading(Program(), day) == ""
    assert program_lines(Program(), day) == []
    assert program_words(Program(), day).week == program_words(Program(), day).notice == ""


def test_in_a_second_term_an_early_day_tells_its_own_week() -> None:
    first = shaped(Shape.LFX, date(2026, 6, 1))
    second = reshaped(first, Shape.LFX_PART_TIME, date(2026, 9, 1), today=date(2026, 8, 30))
    assert program_heading(second, date(2026, 6, 8)) == "Week 2 of 12"
    assert program_heading(second, date(2026, 9, 8)) == "Week 2 of 24"


def test_what_is_due_soon_is_told_in_days_and_what_is_far_by_its_date() -> None:
    lfx = shaped(Shape.LFX, date(2028, 2, 28))
    assert program_lines(lfx, date(2028, 2, 27)) == [("calendar", "Mentorship tomorrow")]
    assert program_lines(lfx, date(2027, 12, 1)) == [("calendar", "Mentorship, 28 Feb 2028")]
    assert program_lines(lfx, date(2028, 3, 19))[0] == ("flag", "First evaluation: last day")


def test_an_evaluation_that_was_handed_in_counts_no_days() -> None:
    program = shaped(Shape.AMP, date(2026, 6, 15))
    record = EvaluationRecord(handed_in=date(2026, 8, 14))
    noted = program.with_evaluation("Midterm evaluation", record)

    assert program_lines(noted, date(2026, 8, 13))[0] == ("flag", "Midterm evaluation: 9 days left")
    for day in (date(2026, 8, 14), date(2026, 8, 22)):
        assert program_lines(noted, day)[0] == ("circle-check", "Midterm evaluation: handed in")
