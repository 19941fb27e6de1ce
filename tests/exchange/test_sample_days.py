"""The sample journal as it stood on a day knows nothing of the days after it."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amp_desktop.domain.clock import day_of
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.evaluation_record import EvaluationRecord, Result
from amp_desktop.domain.kinds.challenge import Challenge, ChallengeStatus
from amp_desktop.domain.kinds.goal import Goal, GoalStatus
from amp_desktop.domain.kinds.meeting import Meeting, MeetingStatus
from amp_desktop.exchange.sample import SAMPLE_TODAY, sample_entries, sample_program
from amp_desktop.journal.sample import make_sample

KICK_OFF = date(2026, 6, 15)
DAYS = st.integers(-3, 160).map(lambda days: KICK_OFF + timedelta(days=days))


def _own_days(entry: Entry) -> list[date]:
    """Every day on which something of the entry happened."""
    instants = (entry.created_at, entry.updated_at, entry.binned_at)
    written = [day_of(at.astimezone(ZoneInfo(entry.zone))) for at in instants if at is not None]
    return [*written, *(fact.day for fact in entry.facts() if fact.day is not None)]


def _called(title: str, day: date) -> Entry:
    return next(entry for entry in sample_entries(day) if entry.title == title)


@given(DAYS)
def test_nothing_is_dated_later(day: date) -> None:
    entries = sample_entries(day)

    assert not [entry.title for entry in entries if max(_own_days(entry)) > day]
    later = [entry for entry in entries if entry.day > day]
    assert all(isinstance(entry, Meeting) and entry.status is MeetingStatus.PLANNED for entry in later)
    assert len(later) <= 1
    noted = [phase.evaluation for phase in sample_program(day).phases]
    assert all(record.handed_in <= day for record in noted if record.handed_in)


@given(DAYS)
def test_links_lead_to_what_is_there(day: date) -> None:
    entries = sample_entries(day)
    ids = {entry.id for entry in entries}

    assert all(link in ids for entry in entries for link in entry.links)
    assert len(ids) == len(entries)


@given(DAYS, DAYS)
def test_what_had_happened_by_a_day_is_the_same_seen_from_any_later_one(one: date, other: date) -> None:
    """Going on through the days only adds: of what was there, no fact of an earlier day comes or goes."""
    first, last = sorted((one, other))
    there = {entry.id for entry in sample_entries(first)}

    def known(seen_from: date) -> set[tuple[object, ...]]:
        entries = (entry for entry in sample_entries(seen_from) if entry.id in there)
        facts = ((entry, fact) for entry in entries for fact in entry.facts())
        return {(e.id, f.what, f.day, f.text) for e, f in facts if f.what and f.day and f.day <= first}

    assert known(first) == known(last)


def test_without_a_day_it_is_the_whole_cohort_s() -> None:
    assert sample_entries() == sample_entries(SAMPLE_TODAY)
    assert sample_entries(date(2026, 6, 14)) == ()
    assert len(sample_entries(date(2026, 11, 30))) == len(sample_entries()) + 6


def test_a_goal_goes_back_to_its_steps_its_day_and_its_status() -> None:
    goal = _called("Rewrite the first hour of the contributor guide", date(2026, 7, 10))

    assert isinstance(goal, Goal)
    assert goal.status is GoalStatus.ACTIVE
    assert [step.done for step in goal.steps] == [True, True, False, False]
    assert (goal.target_day, goal.moves, goal.learned) == (date(2026, 7, 17), (), "")


def test_a_challenge_goes_back_to_who_had_answered() -> None:
    title = "Is it a bug of the CLI or of the parser?"
    alone, asked = (_called(title, date(2026, 7, day)) for day in (1, 8))

    assert isinstance(alone, Challenge)
    assert isinstance(asked, Challenge)
    assert (alone.status, alone.asked) == (ChallengeStatus.OPEN, ())
    assert (asked.status, asked.what_helped) == (ChallengeStatus.ASKED, "")
    assert asked.asked[0].is_answered


def test_words_that_were_added_later_are_not_there() -> None:
    title = "A proposal for plugins"

    assert "let go" not in _called(title, date(2026, 8, 19)).body
    assert "let go" in _called(title, date(2026, 8, 20)).body


def test_the_next_call_is_planned_and_those_after_it_are_not_there() -> None:
    meetings = [entry for entry in sample_entries(date(2026, 7, 17)) if isinstance(entry, Meeting)]

    assert [meeting.status for meeting in meetings] == [*[MeetingStatus.HELD] * 5, MeetingStatus.PLANNED]
    assert (meetings[-1].day, meetings[-1].read_back) == (date(2026, 7, 23), "")
    assert not any(point.is_done for point in meetings[-1].points)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 8, 11), EvaluationRecord()),
        (date(2026, 8, 12), EvaluationRecord(date(2026, 8, 12), None, ("talk", "survey"))),
        (date(2026, 8, 19), EvaluationRecord(date(2026, 8, 12), Result.PASSED, ("talk", "survey"))),
    ],
)
def test_an_evaluation_is_handed_in_and_then_answered(day: date, expected: EvaluationRecord) -> None:
    midterm = sample_program(day).evaluations[0]

    assert midterm.evaluation == expected
    assert replace(midterm, evaluation=EvaluationRecord()) == sample_program(KICK_OFF).evaluations[0]


def test_the_journal_takes_that_day_for_today(tmp_path: Path) -> None:
    with make_sample(tmp_path / "sample", date(2026, 8, 7)) as journal:
        assert journal.today() == date(2026, 8, 7)
        assert journal.happened(since=date(2026, 8, 8)) == ()
        assert (following := journal.meetings.next()) is not None
        assert following.day == date(2026, 8, 13)
