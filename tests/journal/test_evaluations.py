"""The pads of the evaluations: which there are, when they close, and what the journal knows to them."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import uuid4

import pytest

from amp_desktop.domain.entry import Sharing
from amp_desktop.domain.evaluation_record import EvaluationRecord
from amp_desktop.domain.kinds.challenge import Asking, Challenge
from amp_desktop.domain.kinds.evaluation import KICK_OFF, Evaluation, TalkTopic
from amp_desktop.domain.kinds.evaluation_talks import AGENDA_WORDS
from amp_desktop.domain.kinds.feedback import Feedback
from amp_desktop.domain.kinds.goal import Area, Goal, GoalStatus
from amp_desktop.domain.kinds.meeting import Meeting, MeetingPoint, MeetingStatus
from amp_desktop.domain.kinds.milestone import Milestone
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.domain.pins import Pin
from amp_desktop.domain.program import default_program
from amp_desktop.domain.share_draft import ShareDraft
from amp_desktop.journal import Journal
from amp_desktop.journal.sample import make_sample
from tests.conftest import SetClock

MIDTERM = "Midterm evaluation"


@pytest.fixture
def cohort(timed_journal: Journal, clock: SetClock) -> Journal:
    """In the midterm's window, which is open until 22 August."""
    clock.now = datetime(2026, 8, 14, 12, tzinfo=UTC)
    timed_journal.save_program(default_program(2026))
    return timed_journal


def test_there_is_a_pad_for_the_beginning_and_for_each_window_and_nothing_is_stored(cohort: Journal) -> None:
    assert [one.window for one in cohort.evaluations.pads()] == [KICK_OFF, MIDTERM, "Final evaluation"]
    pad = cohort.evaluations.pad(MIDTERM)
    assert (pad.window, pad.title, pad.day) == (MIDTERM, MIDTERM, date(2026, 8, 14))
    assert cohort.count() == 0
    cohort.save_entry(replace(pad, scope="Clear"))
    assert cohort.evaluations.pad(MIDTERM).scope == "Clear"


def test_the_closing_of_the_window_closes_the_pad(cohort: Journal, clock: SetClock) -> None:
    pad = cohort.save_entry(replace(cohort.evaluations.pad(MIDTERM), scope="Clear"))
    clock.now = datetime(2026, 8, 22, 12, tzinfo=UTC)
    assert not cohort.evaluations.is_closed(pad)
    clock.go_on(days=1)
    assert cohort.evaluations.is_closed(pad)
    opened = pad.opened_again(date(2026, 8, 24))
    assert not cohort.evaluations.is_closed(opened)
    closed = opened.closed_again(date(2026, 8, 25))
    assert cohort.evaluations.is_closed(closed)
    assert [(one.opened_on, one.closed_on) for one in closed.corrections] == [
        (date(2026, 8, 24), date(2026, 8, 25))
    ]


def test_a_moved_window_closes_when_it_closes_and_a_late_pad_stays_open(
    cohort: Journal, clock: SetClock
) -> None:
    pad = cohort.save_entry(replace(cohort.evaluations.pad(MIDTERM), scope="Clear"))
    moved = cohort.program.moved(MIDTERM, date(2026, 8, 20), date(2026, 8, 30), today=date(2026, 8, 14))
    cohort.save_program(moved)
    clock.now = datetime(2026, 8, 25, 12, tzinfo=UTC)
    assert not cohort.evaluations.is_closed(pad)
    clock.now = datetime(2026, 9, 2, 12, tzinfo=UTC)
    assert cohort.evaluations.is_closed(pad)
    assert not cohort.evaluations.is_closed(Evaluation(window=MIDTERM, day=date(2026, 9, 2)))


def test_a_window_that_is_called_otherwise_keeps_its_pad(cohort: Journal) -> None:
    pad = cohort.save_entry(replace(cohort.evaluations.pad(MIDTERM), scope="Clear"))

    cohort.save_program(cohort.program.renamed(MIDTERM, "Halfway").renamed("Halfway", "In the middle"))

    assert [one.pad and one.pad.id for one in cohort.evaluations.pads()] == [None, pad.id, None]
    assert cohort.evaluations.known_pad(MIDTERM) is None
    phase = cohort.evaluations.phase_of(pad)
    assert phase is not None
    assert phase.name == "In the middle"


def test_of_a_window_in_which_it_was_handed_in_nothing_is_missing_any_more(cohort: Journal) -> None:
    handed_in = EvaluationRecord(handed_in=date(2026, 8, 14))

    def next_window(day: date) -> str:
        found = cohort.evaluations.next_window(day)
        return found.name if found is not None else ""

    assert next_window(date(2026, 8, 22)) == MIDTERM
    assert next_window(date(2026, 8, 23)) == "Final evaluation"
    cohort.save_program(cohort.program.with_evaluation(MIDTERM, handed_in))
    assert next_window(date(2026, 8, 14)) == "Final evaluation"


def test_another_program_has_pads_of_its_own(cohort: Journal, clock: SetClock) -> None:
    pad = cohort.save_entry(replace(cohort.evaluations.pad(MIDTERM), scope="Clear"))
    clock.now = datetime(2027, 6, 20, 12, tzinfo=UTC)
    later = replace(default_program(2027), earlier=(cohort.program,))
    cohort.save_program(later)
    assert cohort.evaluations.pad(MIDTERM).id != pad.id
    phase = cohort.evaluations.phase_of(pad)
    assert phase is not None
    assert phase.ends == date(2026, 8, 22)


def test_facts_stand_beside_the_box_that_they_belong_to(cohort: Journal) -> None:
    day = date(2026, 7, 10)
    cohort.save_entries(
        [
            Goal(title="Reviews", status=GoalStatus.ACHIEVED, learned="A question helps.", day=day),
            Goal(title="Plugins", status=GoalStatus.LET_GO, day=day),
            *(Meeting(status=MeetingStatus.HELD, day=date(2026, 7, at)) for at in (2, 9, 16)),
            Challenge(
                title="Stuck",
                day=day,
                asked=(
                    Asking("Amina", day, "", "So", date(2026, 7, 12)),
                    Asking("Ben", day),
                ),
            ),
            Feedback(by="Amina", changed="Smaller commits", day=day),
            Milestone(title="First release", day=day),
            SelfCareNote(mood=2, what_did_me_good="carex", day=day),
            Goal(title="Too late", learned="After", day=date(2026, 9, 10)),
        ]
    )
    facts = {box: [one.text for one in lines] for box, lines in
             cohort.evaluations.facts(cohort.evaluations.pad(MIDTERM)).items()}  # fmt: skip
    assert facts["scope"] == ["1 of 2 goals achieved, 1 let go."]
    assert facts["interaction"] == [
        "3 meetings held, mostly every 7 days; the last one on 16 July 2026.",
        "1 of 2 questions answered, half of them within 2 days.",
    ]
    assert facts["skills"] == [
        "After feedback of 10 July 2026 by Amina: Smaller commits",
        "10 July 2026: First release",
    ]
    assert facts["learning"] == ["From “Reviews”: A question helps."]
    assert facts["for_mentor"][-1] == "Feedback was given once; 1 of it changed my work."
    assert "carex" not in str(facts)


def test_what_is_pinned_to_a_topic_stands_beside_its_box(cohort: Journal) -> None:
    goal = cohort.save_entry(Goal(title="Reviews", day=date(2026, 7, 1)))
    later = cohort.save_entry(Goal(title="After it", day=date(2026, 9, 1)))
    cohort.evidence.pin([goal.id, later.id], "learned")
    facts = cohort.evaluations.facts(cohort.evaluations.pad(MIDTERM))
    assert [(one.text, one.entry) for one in facts["learning"]] == [("1 July 2026: Reviews", goal.id)]


def test_what_is_still_to_come_is_no_fact_yet(cohort: Journal) -> None:
    """It is 14 August, and the window is open until the 22nd."""
    today, tomorrow = (Milestone(title=f"Release {day}", day=date(2026, 8, day)) for day in (14, 15))
    cohort.save_entries([today, tomorrow])
    cohort.evidence.pin([today.id, tomorrow.id], "learned")

    facts = cohort.evaluations.facts(cohort.evaluations.pad(MIDTERM))

    assert [one.text for one in facts["skills"]] == ["14 August 2026: Release 14"]
    assert [one.text for one in facts["learning"]] == ["14 August 2026: Release 14"]


def test_an_empty_journal_knows_nothing(cohort: Journal) -> None:
    assert not any(cohort.evaluations.facts(cohort.evaluations.pad(MIDTERM)).values())


def test_the_four_things_came_up_by_what_points_came_from(cohort: Journal) -> None:
    goal, review = Goal(title="Release"), Goal(title="Reviews", area=Area.REVIEW)
    stuck = Challenge(title="Stuck")
    cohort.save_entries([goal, review, stuck])
    held = Meeting(
        day=date(2026, 7, 9),
        status=MeetingStatus.HELD,
        points=(
            MeetingPoint(source=f"{goal.id}:plan", is_done=True),
            MeetingPoint(source=str(review.id), is_done=False),
            MeetingPoint(AGENDA_WORDS[TalkTopic.COMMUNITY], is_done=True),
        ),
    )
    planned = Meeting(day=date(2026, 8, 20), points=(MeetingPoint(source=str(stuck.id), is_done=True),))
    cohort.save_entries([held, planned])
    pad = cohort.evaluations.pad(MIDTERM)
    last = {talk.about: talk.day for talk in cohort.evaluations.talks(pad)}
    assert last == {
        TalkTopic.PROGRESS: held.day,
        TalkTopic.QUALITY: None,
        TalkTopic.COMMUNITY: held.day,
        TalkTopic.SUPPORT: None,
    }
    marked = pad.with_talked(TalkTopic.SUPPORT, date(2026, 8, 1))
    assert cohort.evaluations.talks(marked)[3].day == date(2026, 8, 1)
    window = cohort.evaluations.next_window(date(2026, 8, 14))
    assert window is not None
    missing = cohort.evaluations.never_talked(window)
    assert (window.name, missing) == (MIDTERM, (TalkTopic.QUALITY, TalkTopic.SUPPORT))


def test_what_never_came_up_is_put_on_the_agenda_once_and_then_counts(cohort: Journal) -> None:
    call = cohort.save_entry(Meeting(title="Our call", day=date(2026, 8, 20)))
    for _ in range(2):
        cohort.evaluations.put_on_agenda(TalkTopic.QUALITY, call)
    (meeting,) = (one for one in cohort.entries() if isinstance(one, Meeting))
    assert [point.text for point in meeting.points] == [AGENDA_WORDS[TalkTopic.QUALITY]]
    begun = cohort.meetings.begun(meeting)
    talked = replace(begun, points=tuple(replace(point, is_done=True) for point in begun.points))
    cohort.meetings.close(talked)
    assert cohort.evaluations.talks(cohort.evaluations.pad(MIDTERM))[1].day == date(2026, 8, 20)


@pytest.mark.parametrize(
    ("today", "begun", "worded"),
    [
        (date(2026, 6, 20), [KICK_OFF], []),
        (date(2026, 8, 13), [KICK_OFF, MIDTERM], []),
        (date(2026, 10, 17), [KICK_OFF, MIDTERM, "Final evaluation"], ["Link", "Short"]),
    ],
)
def test_the_sample_has_the_pads_that_were_begun_by_a_day(
    tmp_path: Path, today: date, begun: list[str], worded: list[str]
) -> None:
    with make_sample(tmp_path / "sample", today) as sample:
        assert [one.window for one in sample.evaluations.pads() if one.pad] == begun
        draft = sample.sharing.draft("final-submission")
        assert [key.removeprefix("bare:").split()[0] for key in draft.edits] == worded
        offer, ticked, kept = sample.sharing.assembling.assemble("final-submission")
        door = sample.sharing.disclose(offer, ticked, template="final-submission", draft=kept)
        assert len(door.summary.sections) == 4


def test_only_what_is_shareable_or_ticked_goes_in_where_nobody_looks(cohort: Journal) -> None:
    shared = Note(title="A talk", sharing=Sharing.SHAREABLE, pins=(Pin("content", ""),), day=date(2026, 7, 1))
    quiet = Note(title="Quiet", pins=(Pin("content", ""),), day=date(2026, 7, 2))
    goal = Goal(title="Private goal", status=GoalStatus.ACHIEVED, day=date(2026, 7, 3))
    cohort.save_entries([shared, quiet, goal])
    assembling = cohort.sharing.assembling
    assert assembling.assemble("final-submission")[1] == {shared.id}
    cohort.sharing.keep_draft(ShareDraft(ticks={goal.id: True, uuid4(): True}), "final-submission")
    assert assembling.assemble("final-submission")[1] == {shared.id, goal.id}
    assert {one.id for one in assembling.offer().entries} == {shared.id, quiet.id, goal.id}
