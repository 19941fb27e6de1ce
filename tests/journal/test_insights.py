"""What a journal says of some time is what stands in its entries, and no more."""

import json
from datetime import UTC, date, datetime, timedelta

from amp_desktop.domain.dated_facts import What
from amp_desktop.domain.kinds.challenge import Challenge, ChallengeStatus
from amp_desktop.domain.kinds.goal import Area, Goal, GoalStatus, Step, TargetMove
from amp_desktop.domain.kinds.milestone import Milestone
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.domain.over_time import Insights
from amp_desktop.journal import Journal
from tests.stores import database_beside

FIRST, LAST = date(2026, 7, 1), date(2026, 7, 10)


def _of(journal: Journal, today: date = LAST) -> Insights:
    return journal.insights.of(FIRST, LAST, today)


def _day(number: int) -> date:
    return FIRST + timedelta(days=number)


def test_check_ins_stand_on_their_days_and_days_without_one_are_gaps(journal: Journal) -> None:
    journal.save_entries(
        [
            SelfCareNote(day=_day(0), mood=2, stress=5),
            SelfCareNote(day=_day(0), mood=4),
            SelfCareNote(day=_day(3), mood=3),
            SelfCareNote(day=_day(-1), mood=1, energy=1),
        ]
    )

    measures = _of(journal).measures

    assert set(measures) == {"mood", "stress"}, "what has no value in this time is not there"
    assert sorted(measures["mood"][0]) == [2, 4]
    assert measures["mood"][1:4] == ((), (), (3,))
    assert measures["stress"][0] == (5,)


def test_what_lies_in_the_bin_is_in_nothing(journal: Journal) -> None:
    made = [
        SelfCareNote(day=_day(0), mood=2),
        Goal(title="G", day=_day(0), status_since=_day(0)),
        Milestone(title="M", day=_day(0)),
        Note(title="N", day=_day(0), work="triage"),
    ]
    journal.save_entries(made)
    journal.put_in_bin([entry.id for entry in made])

    assert _of(journal).is_empty


def test_a_goal_is_open_from_its_day_to_its_end(journal: Journal) -> None:
    journal.save_entries(
        [
            Goal(title="A", day=_day(-30), status=GoalStatus.ACHIEVED, status_since=_day(4)),
            Goal(title="B", day=_day(2), status=GoalStatus.PLANNED, status_since=_day(2)),
            Goal(title="C", day=_day(5), status=GoalStatus.LET_GO, status_since=_day(5)),
            Goal(title="When it ended is not known", day=_day(1), status=GoalStatus.ACHIEVED),
        ]
    )

    goals = next(one for one in _of(journal, today=_day(7)).open if one.kind == Goal.KIND)

    assert goals.counts == (1, 1, 2, 2, 1, 1, 1, 1, None, None)


def test_a_challenge_is_open_since_it_began_and_parked_is_not_open(journal: Journal) -> None:
    journal.save_entries(
        [
            Challenge(title="A", day=_day(4), since=_day(1), status=ChallengeStatus.ASKED),
            Challenge(title="B", day=_day(2), status=ChallengeStatus.PARKED, status_since=_day(6)),
        ]
    )

    challenges = next(one for one in _of(journal).open if one.kind == Challenge.KIND)

    assert challenges.counts == (0, 1, 2, 2, 2, 2, 1, 1, 1, 1)


def test_a_work_is_noted_once_for_a_day(journal: Journal) -> None:
    notes = [Note(day=_day(1), work="triage", title=title) for title in "ab"]
    journal.save_entries([*notes, Note(day=_day(3), work="my own", title="c")])

    assert {work: [len(days) for days in slots] for work, slots in _of(journal).works.items()} == {
        "my own": [0, 0, 0, 1, 0, 0, 0, 0, 0, 0],
        "triage": [0, 1, 0, 0, 0, 0, 0, 0, 0, 0],
    }


def test_what_was_done_in_an_area_is_its_goals_and_its_work(journal: Journal) -> None:
    steps = (Step("ask", done=True, done_on=_day(2)), Step("open"))
    journal.save_entries(
        [
            Goal(title="R", day=_day(0), area=Area.REVIEW, steps=steps, status_since=_day(0)),
            Note(day=_day(3), work="review"),
            Note(day=_day(3), work="talk"),
        ]
    )

    areas = _of(journal).areas

    assert list(areas) == ["review"]
    assert [[one.what for one in slot] for slot in areas["review"]][2:4] == [[What.STEP_DONE], [What.WORKED]]


def test_values_that_another_version_wrote_wrongly_are_left_out(journal: Journal) -> None:
    journal.save_entry(SelfCareNote(day=_day(0), mood=3))
    journal.save_entry(Goal(title="G", day=_day(0)))
    misread = json.dumps({"mood": 9, "energy": "much", "status_since": "soon"})
    with database_beside(journal) as database, database.raw_connection() as connection:
        connection.execute("UPDATE entry SET fields = json_patch(fields, ?)", (misread,))

    found = _of(journal)

    assert found.measures == {}


def test_the_sample_shows_something_of_everything(sample_journal: Journal) -> None:
    found = sample_journal.insights.of(date(2026, 6, 15), date(2026, 10, 17), sample_journal.today())

    assert set(found.measures) == {"mood", "energy", "stress"}
    assert {one.kind for one in found.open if any(one.counts)} == {"goal", "challenge"}
    assert len(found.areas) >= 5


def test_behind_the_curtain_how_one_was_is_not_there_and_all_else_is(sample_journal: Journal) -> None:
    def look() -> Insights:
        return sample_journal.insights.of(date(2026, 6, 15), date(2026, 10, 17), sample_journal.today())

    before = look()
    sample_journal.curtain.drop()
    after = look()

    assert after.measures == {}
    assert (after.open, after.happened, after.areas) == (before.open, before.happened, before.areas)


def test_what_is_still_to_come_has_not_happened(journal: Journal) -> None:
    steps = (Step("done", done=True, done_on=_day(2)), Step("ahead", done=True, done_on=_day(6)))
    journal.save_entry(Goal(title="G", day=_day(0), steps=steps))

    happened = _of(journal, today=_day(4)).happened

    assert [one.text for slot in happened for one in slot if one.what is What.STEP_DONE] == ["done"]


def test_a_date_that_was_moved_is_nothing_done_in_an_area(journal: Journal) -> None:
    moved_at = datetime(2026, 7, 3, 12, tzinfo=UTC)
    move = TargetMove(_day(5), _day(9), "Exams", moved_at, moved_on=_day(2))
    journal.save_entry(Goal(title="G", day=_day(0), area=Area.REVIEW, status_since=_day(0), moves=(move,)))

    found = _of(journal)

    assert What.MOVED in {one.what for slot in found.happened for one in slot}
    assert What.MOVED not in {one.what for slots in found.areas.values() for slot in slots for one in slot}


def test_the_week_that_is_under_way_is_counted_and_the_next_is_not(journal: Journal) -> None:
    monday = date(2026, 6, 15)
    journal.save_entry(Goal(title="G", day=monday, status_since=monday))

    found = journal.insights.of(monday, monday + timedelta(days=200), monday + timedelta(days=9))

    assert found.slots[0].days == 7
    counts = next(one for one in found.open if one.kind == Goal.KIND).counts
    assert counts[:3] == (1, 1, None)
