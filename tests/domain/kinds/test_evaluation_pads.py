"""The pad of an evaluation by itself: its corrections, its marks, and the lines beside its boxes."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.challenge import Asking, Challenge
from amp_desktop.domain.kinds.evaluation import Evaluation, Talked, TalkTopic
from amp_desktop.domain.kinds.evaluation_facts import MOST_LINES, facts_of
from amp_desktop.domain.kinds.evaluation_talks import LastTalk, last_talks, sources_of
from amp_desktop.domain.kinds.goal import Goal
from amp_desktop.domain.kinds.meeting import Meeting, MeetingPoint, MeetingStatus
from amp_desktop.domain.kinds.milestone import Milestone
from amp_desktop.domain.program import Phase, default_program

DAY = date(2026, 7, 10)
LATER = date(2026, 7, 20)


def days_after_day(days: int) -> date:
    return DAY + timedelta(days=days)


def texts(box: str, *entries: Entry, phases: tuple[Phase, ...] = ()) -> list[str]:
    """What is offered beside a box."""
    return [fact.text for fact in facts_of(entries, phases)[box]]


def test_a_pad_that_was_corrected_once_can_be_corrected_once_more() -> None:
    once = Evaluation().opened_again(DAY).closed_again(DAY)
    twice = once.opened_again(LATER)

    assert (once.is_being_corrected, twice.is_being_corrected) == (False, True)
    assert twice.opened_again(LATER) == twice
    assert [one.closed_on for one in twice.closed_again(LATER).corrections] == [DAY, LATER]


@pytest.mark.parametrize("day", [DAY, LATER])
def test_the_newest_mark_alone_says_when_something_was_talked_about(day: date) -> None:
    marked = Evaluation().with_talked(TalkTopic.QUALITY, DAY).with_talked(TalkTopic.SUPPORT, LATER)

    again = marked.with_talked(TalkTopic.SUPPORT, day)

    assert again.talked == (Talked("quality", DAY), Talked("support", day))


def test_of_too_many_lines_the_newest_are_offered() -> None:
    reached = [Milestone(title=f"Release {at}", day=days_after_day(at)) for at in range(MOST_LINES + 2)]

    assert [text[-1] for text in texts("skills", *reached)] == [str(at + 2) for at in range(MOST_LINES)]


@pytest.mark.parametrize("status", [one for one in MeetingStatus if one is not MeetingStatus.HELD])
def test_only_a_meeting_that_was_held_is_counted(status: MeetingStatus) -> None:
    held = Meeting(status=MeetingStatus.HELD, day=DAY)

    assert texts("interaction", held, Meeting(status=status, day=LATER)) == [
        "1 meeting held; the last one on 10 July 2026."
    ]


def test_an_answer_that_is_dated_before_its_question_came_at_once() -> None:
    """One of them misdated makes no other answer sooner."""
    asked = (
        Asking("Ben", LATER, "", "So", DAY),
        Asking("Amina", DAY, "", "So", days_after_day(6)),
    )

    assert texts("interaction", Challenge(asked=asked)) == [
        "2 of 2 questions answered, half of them within 3 days."
    ]


def test_a_phase_that_was_moved_twice_was_moved_from_where_it_was_at_first() -> None:
    program = default_program(2026)
    name = program.evaluations[0].name
    first = program.evaluations[0].starts
    once = program.moved(name, first + timedelta(days=7), reason="Exams", today=DAY)
    twice = once.moved(name, first + timedelta(days=14), reason="Ill", today=LATER)

    assert texts("organisation", phases=twice.phases) == [
        f"{name} was moved from 12 August 2026 to 26 August 2026: Ill"
    ]


def talk(day: date, source: UUID, *, left_out: bool = False) -> Meeting:
    point = MeetingPoint(source=str(source), is_done=True, is_left_out=left_out)
    return Meeting(day=day, status=MeetingStatus.HELD, points=(point,))


def test_what_came_up_often_last_came_up_when_it_did_last() -> None:
    goal = Goal(title="Release")
    first, last = talk(DAY, goal.id), talk(LATER, goal.id)

    for meetings in ([first, last], [last, first]):
        assert last_talks(meetings, {goal.id: goal})[0] == LastTalk(TalkTopic.PROGRESS, LATER, last.id)
    said = LastTalk(TalkTopic.PROGRESS, days_after_day(1))
    assert last_talks([first], {goal.id: goal}, [said])[0] == said
    assert last_talks([last], {goal.id: goal}, [said])[0].meeting == last.id


def test_a_point_that_was_left_out_did_not_come_up() -> None:
    goal = Goal(title="Release")
    meeting = talk(DAY, goal.id, left_out=True)

    assert sources_of([meeting]) == frozenset()
    assert last_talks([meeting], {goal.id: goal})[0].day is None
