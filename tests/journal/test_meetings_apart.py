"""Meetings that another process writes, or that come from elsewhere: no word is lost, nothing stops."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from amp_desktop.domain.dated_facts import What
from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.domain.kinds.challenge import Challenge, ChallengeStatus
from amp_desktop.domain.kinds.goal import Goal, GoalStatus, Step, TargetMove
from amp_desktop.domain.kinds.meeting import Action, Cadence, Meeting, MeetingPoint, MeetingStatus
from amp_desktop.domain.kinds.note import Note
from amp_desktop.journal import Journal
from tests.conftest import PASSPHRASE, SetClock
from tests.stores import commits_of

DAY = date(2026, 9, 17)
CALL = Meeting(title="Our call", day=DAY, cadence=Cadence.WEEKLY, series="a")
HELD = replace(CALL, status=MeetingStatus.HELD, actions=(Action("Send it", id="a1"),))
NOWHERE = (
    "nonsense",
    "nonsense:step",
    ":",
    ":x",
    "\u202e",
    f"{UUID(int=1)}",
    f"{UUID(int=1)}:gone",
    "x" * 10_000,
)


@pytest.fixture
def other(journal: Journal, journal_folder: Path) -> Iterator[Journal]:
    """The same journal, open in another process as far as the journal can tell."""
    with Journal.open(journal_folder, passphrase=PASSPHRASE) as opened:
        yield opened


@pytest.mark.parametrize("key", NOWHERE)
def test_a_key_that_names_nothing_stops_nothing(journal: Journal, key: str) -> None:
    points = (MeetingPoint("My words", source=key, note="beside", is_done=True),)
    call = replace(CALL, points=points, actions=(Action("Send it", landed_in=key),))
    journal.save_entry(call)
    assert journal.sharing.offer().entries
    assert [(p.text, p.note) for p in journal.meetings.agenda(call).points] == [("My words", "beside")]
    begun = journal.meetings.begun(call)
    assert [(p.text, p.note) for p in begun.points] == [("My words", "beside")]
    under_way = replace(call, status=MeetingStatus.UNDER_WAY)
    assert [p.text for p in journal.meetings.agenda(under_way).points] == ["My words"]
    journal.meetings.close(under_way)
    assert journal.entry(call.id).state == "held"
    names_an_entry = len(key) in (36, 41)
    assert [p.text for p in journal.meetings.agenda().points] == ([] if names_an_entry else ["Send it"])
    assert journal.entry(call.id).is_open is not names_an_entry


def test_a_meeting_is_closed_though_what_was_talked_about_is_deleted(journal: Journal) -> None:
    question = journal.save_entry(Note(title="A question", on_agenda=True, day=DAY))
    begun = journal.save_entry(journal.meetings.begun(journal.save_entry(CALL)))
    journal.delete_for_ever([question.id])
    journal.meetings.close(replace(begun, points=tuple(replace(one, is_done=True) for one in begun.points)))
    held = journal.entry(CALL.id)
    assert isinstance(held, Meeting)
    assert [(point.text, point.is_done) for point in held.points] == [("A question", True)]


def test_what_was_written_beside_a_point_outlives_what_it_came_from(journal: Journal) -> None:
    stuck = journal.save_entry(Challenge(title="Stuck", day=DAY))
    key = str(stuck.id)
    call = journal.save_entry(replace(CALL, points=(MeetingPoint(source=key, note="my words"),)))
    journal.save_entry(replace(stuck, status=ChallengeStatus.RESOLVED))
    (point,) = journal.meetings.agenda(call).points
    assert (point.text, point.note, point.key, point.entry) == ("Stuck", "my words", key, stuck.id)
    (kept,) = journal.meetings.begun(call).points
    assert (kept.text, kept.note, kept.source) == ("Stuck", "my words", key)
    journal.delete_for_ever([stuck.id])
    (kept,) = journal.meetings.begun(call).points
    assert (kept.text, kept.note) == ("", "my words")
    without = replace(call, points=(MeetingPoint(source=key, minutes=20),))
    assert journal.meetings.begun(without).points == ()


def test_notes_beside_one_point_from_two_places_stand_together(journal: Journal) -> None:
    stuck = journal.save_entry(Challenge(title="Stuck", day=DAY))
    points = (
        MeetingPoint(source=str(stuck.id), note="one", id="1"),
        MeetingPoint(source=str(stuck.id), note="two", minutes=7, is_left_out=True, id="2"),
        MeetingPoint(source=str(stuck.id), note="one", text="Words", minutes=9, id="3"),
    )
    (point,) = journal.meetings.begun(journal.save_entry(replace(CALL, points=points))).points
    assert (point.text, point.note, point.minutes, point.id) == ("Words", "one\n\ntwo\n\none", 7, "1")


def test_closing_takes_in_what_another_process_has_written(journal: Journal, other: Journal) -> None:
    base = journal.save_entry(replace(CALL, points=(MeetingPoint("one", id="1"),)))
    other.change_entries([base.id], lambda one: replace(one, actions=(Action("from there"),), body="there"))
    page = replace(journal.meetings.begun(base), read_back="from here")
    journal.meetings.close(page, base)
    held = other.entry(base.id)
    assert isinstance(held, Meeting)
    assert (held.status, held.read_back, held.body) == (MeetingStatus.HELD, "from here", "there")
    assert [action.text for action in held.actions] == ["from there"]
    assert [point.text for point in held.points] == ["one"]


def test_closing_without_a_base_keeps_what_it_replaces(journal: Journal, other: Journal) -> None:
    base = journal.save_entry(CALL)
    other.save_entry(replace(base, body="there"))
    journal.meetings.close(base)
    assert "there" in [journal.version(base.id, one.number).body for one in journal.versions(base.id)]


def test_skipping_takes_in_what_another_process_has_written(journal: Journal, other: Journal) -> None:
    base = journal.save_entry(CALL)
    other.save_entry(replace(base, body="there"))
    journal.meetings.skip(replace(base, where="here"), base)
    skipped = journal.entry(base.id)
    assert isinstance(skipped, Meeting)
    assert (skipped.state, skipped.body, skipped.where) == ("skipped", "there", "here")


def test_an_action_lands_once_whoever_is_quicker(journal: Journal, other: Journal) -> None:
    goal, meeting = journal.save_entry(Goal(title="Release")), journal.save_entry(HELD)
    other.meetings.land(meeting, "a1", goal.id)
    for where in (goal.id, None):
        with pytest.raises(InvalidValueError):
            journal.meetings.land(meeting, "a1", where)
    landed = journal.entry(goal.id)
    assert isinstance(landed, Goal)
    assert [step.text for step in landed.steps] == ["Send it"]
    assert journal.count() == 2


def test_an_action_lands_in_no_other_entry_than_a_goal(journal: Journal) -> None:
    note, meeting = journal.save_entry(Note(title="A note")), journal.save_entry(HELD)
    with pytest.raises(InvalidValueError):
        journal.meetings.land(meeting, "a1", note.id)
    assert journal.entry(meeting.id) == meeting


def test_what_belongs_together_is_written_at_once(journal: Journal) -> None:
    """A kill in between would end a series, or leave a goal that the next attempt makes again."""
    call = journal.save_entry(CALL)
    before = commits_of(journal)
    following = journal.meetings.close(replace(call, actions=HELD.actions)).following
    assert following is not None
    assert journal.entry(following.id) == following
    assert commits_of(journal) == before + 1
    meeting = journal.entry(call.id)
    assert isinstance(meeting, Meeting)
    journal.meetings.land(meeting, "a1")
    assert commits_of(journal) == before + 2
    assert [goal.title for goal in journal.entries() if goal.kind == "goal"] == ["Send it"]
    journal.meetings.skip(following)
    assert commits_of(journal) == before + 3


def test_the_day_of_a_meeting_to_come_is_the_mentees_own(timed_journal: Journal, clock: SetClock) -> None:
    """Days end at three in the night: at one it is still the day of the call, which is not before itself."""
    clock.now = datetime(2026, 9, 17, 12).astimezone() + timedelta(hours=13)
    timed_journal.save_entries([replace(HELD, id=uuid4(), day=DAY - timedelta(7)), HELD])
    assert timed_journal.today() == DAY
    assert timed_journal.meetings.since() == DAY - timedelta(7)
    clock.go_on(hours=3)
    assert timed_journal.meetings.since() == DAY


def test_a_first_meeting_looks_back_from_the_mentees_own_day(timed_journal: Journal, clock: SetClock) -> None:
    clock.now = datetime(2026, 9, 17, 12).astimezone() + timedelta(hours=13)
    first = DAY - timedelta(13)
    move = TargetMove(None, DAY, "why", datetime(2026, 9, 4, 12, tzinfo=UTC), first)
    timed_journal.save_entry(Goal(title="Release", moves=(move,)))
    assert timed_journal.meetings.since() == first
    assert [point.since for point in timed_journal.meetings.agenda().points] == [first]


def test_meetings_at_the_ends_of_the_calendar(journal: Journal) -> None:
    last = journal.save_entry(replace(CALL, day=date.max))
    following = journal.meetings.close(last).following
    assert following is not None
    assert following.day == date.max
    first = replace(CALL, id=uuid4(), day=date.min)
    assert journal.meetings.since(first) == date.min
    assert journal.meetings.agenda(first).points == ()


def test_the_meeting_under_way_comes_before_one_that_is_planned_earlier(journal: Journal) -> None:
    later = replace(CALL, id=uuid4(), day=DAY + timedelta(7), status=MeetingStatus.UNDER_WAY)
    evening = replace(CALL, id=uuid4(), at="18:00")
    journal.save_entries([later, evening, replace(CALL, at="09:00")])
    assert journal.meetings.next() == later
    journal.meetings.skip(replace(later, series=""))
    found = journal.meetings.next()
    assert found is not None
    assert found.id == CALL.id


def test_a_point_that_was_left_out_was_not_carried_and_one_that_was_missing_begins_anew(
    journal: Journal,
) -> None:
    stuck = journal.save_entry(Challenge(title="Stuck", day=DAY))

    def held(weeks: int, *points: MeetingPoint) -> Meeting:
        day = DAY - timedelta(7 * weeks)
        return replace(HELD, id=uuid4(), actions=(), series="", day=day, points=points)

    point = MeetingPoint(source=str(stuck.id))
    out = replace(point, is_left_out=True)
    journal.save_entries([held(4, point), held(3), held(2, point), held(1, out)])
    assert [one.carried for one in journal.meetings.agenda().points] == [1]


def test_what_is_stuck_comes_up_again_though_it_was_talked_about(journal: Journal) -> None:
    stuck = journal.save_entry(Challenge(title="Stuck", day=DAY))
    goal = Goal(title="G", obstacle="rain", plan="wait", day=DAY)
    journal.save_entry(goal)
    points = (
        MeetingPoint(source=str(stuck.id), is_done=True),
        MeetingPoint(source=f"{goal.id}:plan", is_done=True),
    )
    journal.save_entry(replace(HELD, actions=(), points=points))
    assert [point.text for point in journal.meetings.agenda().points] == ["Stuck"]


def test_of_one_kind_what_waits_since_an_unknown_day_comes_last(journal: Journal) -> None:
    old = Goal(title="Old", moves=(TargetMove(None, DAY, "", datetime(2026, 9, 4, tzinfo=UTC), DAY),))
    plan = Goal(title="Plan", obstacle="rain", plan="wait")
    journal.save_entries([old, plan, replace(HELD, day=DAY - timedelta(1))])
    texts = [point.text for point in journal.meetings.agenda().points]
    assert [text.partition(":")[0] for text in texts] == ["Old", "Send it", "Plan"]


def test_an_agreement_stands_as_what_it_became_stands() -> None:
    step, open_one = Step("s", done=True, done_on=DAY, id="1"), Step("o", id="2")
    goal = Goal(title="G", steps=(step, open_one))
    achieved = Goal(title="A", status=GoalStatus.ACHIEVED, status_since=DAY)
    keys = (f"{goal.id}:1", f"{goal.id}:2", f"{achieved.id}", f"{goal.id}", f"{UUID(int=1)}", "")
    actions = tuple(
        Action("a", is_done=True, done_on=DAY - timedelta(1), landed_in=key, id=str(at))
        for at, key in enumerate(keys)
    )
    meeting = replace(CALL, status=MeetingStatus.HELD, actions=actions)
    found = meeting.as_landed({goal.id: goal, achieved.id: achieved}).actions
    assert [(action.is_done, action.done_on) for action in found] == [
        (True, DAY),
        (False, None),
        (True, DAY),
        (False, None),
        (True, DAY - timedelta(1)),
        (True, DAY - timedelta(1)),
    ]
    told = [fact.subject for fact in meeting.facts() if fact.what is What.ACTION_DONE]
    assert told == ["action 5"]


def to_come(journal: Journal) -> list[Meeting]:
    found = [entry for entry in journal.entries() if isinstance(entry, Meeting)]
    return [one for one in found if one.status in (MeetingStatus.PLANNED, MeetingStatus.UNDER_WAY)]


def test_a_skip_that_is_taken_back_takes_back_the_meeting_it_made(journal: Journal) -> None:
    call = journal.save_entry(replace(CALL, points=(MeetingPoint("mine", id="m"),)))
    skipped = journal.meetings.skip(call)
    assert skipped.following is not None
    later = skipped.following
    written = replace(later, body="In between.", points=(*later.points, MeetingPoint("since", id="s")))
    journal.save_entry(written, later)
    undone = journal.take_back(skipped.changes)
    (next_one,) = to_come(journal)
    assert next_one.id == call.id
    assert next_one.body == "In between."
    assert [point.text for point in next_one.points] == ["mine", "since"]
    assert journal.entry(later.id).binned_at is not None
    journal.take_back(undone)
    (next_one,) = to_come(journal)
    assert next_one.id == later.id
    assert next_one.body == "In between."
    assert [point.text for point in next_one.points] == ["mine", "since"]
    assert journal.count() == 2


def test_however_a_meeting_is_planned_again_its_series_holds_one_next(journal: Journal) -> None:
    call = journal.save_entry(CALL)
    for _ in range(2):
        journal.meetings.skip(replace(call, status=MeetingStatus.PLANNED))
        journal.change_entries([call.id], lambda entry: entry.with_state("planned"))  # as on a board
        assert [one.id for one in to_come(journal)] == [call.id]
    assert journal.bin.count() == 1, "the one that was taken back comes again, and no second is made"


def test_of_several_meetings_that_are_planned_again_the_first_stays_in_the_series(journal: Journal) -> None:
    later = replace(HELD, id=uuid4(), day=DAY + timedelta(7))
    journal.save_entries([HELD, later, replace(CALL, id=uuid4(), day=DAY + timedelta(14), body="To come.")])
    changes = journal.change_entries([later.id, HELD.id], lambda entry: entry.with_state("planned"))
    planned = {one.id: one for one in to_come(journal)}
    assert planned.keys() == {HELD.id, later.id}
    assert (planned[HELD.id].series, planned[later.id].series) == (CALL.series, "")
    assert "To come." in planned[HELD.id].body
    assert planned[later.id].actions == later.actions
    undone = journal.take_back(changes)
    assert [one.body for one in to_come(journal)] == ["To come."]
    journal.take_back(undone)
    assert {one.id: one.series for one in to_come(journal)} == {HELD.id: CALL.series, later.id: ""}


def test_an_earlier_version_that_is_planned_takes_back_the_next_one(
    timed_journal: Journal, clock: SetClock
) -> None:
    call = timed_journal.save_entry(replace(CALL, body="One text."))
    clock.go_on(hours=2)
    other = timed_journal.save_entry(replace(call, body="Another."), call)
    clock.go_on(hours=2)
    timed_journal.meetings.skip(other)
    numbers = [one.number for one in timed_journal.versions(call.id)]
    planned = next(one for one in numbers if timed_journal.version(call.id, one).state == "planned")
    timed_journal.bring_back(call.id, planned)
    assert [one.id for one in to_come(timed_journal)] == [call.id]


@pytest.mark.parametrize("state", ["held", "skipped"])
def test_however_a_meeting_is_over_its_series_goes_on(journal: Journal, state: str) -> None:
    call = journal.save_entry(CALL)
    changes = journal.change_entries([call.id], lambda entry: entry.with_state(state))
    assert [one.day for one in to_come(journal)] == [DAY + timedelta(7)]
    journal.take_back(changes)
    assert [one.id for one in to_come(journal)] == [call.id]


def test_meetings_that_are_no_series_are_left_alone(journal: Journal) -> None:
    single = journal.save_entry(replace(CALL, series="", cadence=Cadence.ONCE, status=MeetingStatus.SKIPPED))
    other = journal.save_entry(replace(CALL, id=uuid4(), series="b", day=DAY + timedelta(3)))
    journal.change_entries([single.id], lambda entry: entry.with_state("planned"))
    assert {one.id for one in to_come(journal)} == {single.id, other.id}


def test_a_meeting_from_the_bin_leaves_a_series_that_went_on_without_it(journal: Journal) -> None:
    call = journal.save_entry(CALL)
    journal.put_in_bin([call.id])
    later = journal.save_entry(replace(CALL, id=uuid4(), day=DAY + timedelta(7)))
    journal.take_from_bin([call.id])
    back = journal.entry(call.id)
    assert isinstance(back, Meeting)
    assert (back.series, back.cadence, back.status, back.day) == (
        "",
        Cadence.ONCE,
        MeetingStatus.PLANNED,
        DAY,
    )
    assert {one.id for one in to_come(journal) if one.series} == {later.id}


def test_of_several_meetings_from_the_bin_the_first_stays_in_the_series(journal: Journal) -> None:
    both = [CALL, replace(CALL, id=uuid4(), day=DAY + timedelta(7))]
    journal.save_entries(both)
    journal.put_in_bin(one.id for one in both)
    journal.take_from_bin(one.id for one in both)
    assert [one.id for one in to_come(journal) if one.series] == [CALL.id]
    assert len(to_come(journal)) == 2


@pytest.mark.parametrize(
    ("titles", "following"),
    [
        (("Our call",), "Our call"),
        (("Our call", "Our fifteenth call"), "Our call"),
        (("Our fifteenth call",), ""),
        (("Our call", "Call 15", "Call of 16 July"), "Our call"),
        (("1:1 with Ada",), "1:1 with Ada"),
    ],
)
def test_the_next_meeting_has_the_usual_name_of_its_series(
    journal: Journal, titles: tuple[str, ...], following: str
) -> None:
    *before, title = titles
    for at, name in enumerate(before):
        day = DAY - timedelta(7 * (len(before) - at))
        journal.save_entry(replace(HELD, id=uuid4(), title=name, day=day))
    closed = journal.meetings.close(journal.save_entry(replace(CALL, title=title)))
    assert closed.following is not None
    assert closed.following.title == following


def test_no_other_one_is_made_while_a_call_of_the_series_goes_on(journal: Journal) -> None:
    under_way = replace(CALL, id=uuid4(), day=DAY + timedelta(7), status=MeetingStatus.UNDER_WAY)
    journal.save_entries([CALL, under_way])
    assert journal.meetings.skip(CALL).following is None
    assert [one.id for one in to_come(journal)] == [under_way.id]


def test_the_next_meeting_is_where_and_when_this_one_was(journal: Journal) -> None:
    call = replace(CALL, at="17:30", zone="Asia/Kolkata", minutes=45, whom="Ada", where="Room 1")
    following = journal.meetings.close(journal.save_entry(call)).following
    assert following is not None
    assert (following.at, following.zone, following.minutes) == ("17:30", "Asia/Kolkata", 45)
    assert (following.whom, following.where, following.cadence) == ("Ada", "Room 1", Cadence.WEEKLY)


def test_of_several_names_before_the_next_meeting_has_the_newest(journal: Journal) -> None:
    before = [
        replace(HELD, id=uuid4(), actions=(), day=DAY - timedelta(7 * weeks), title=title)
        for weeks, title in ((3, "A name of long ago"), (1, "Our name"), (2, "A name before"))
    ]
    journal.save_entries([*before, replace(CALL, title="The last one in September")])
    following = journal.meetings.skip(replace(CALL, title="The last one in September")).following
    assert following is not None
    assert following.title == "Our name"


def test_of_several_that_were_binned_the_last_comes_back_and_asks_anew(
    timed_journal: Journal, clock: SetClock
) -> None:
    point = MeetingPoint(source=f"{UUID(int=1)}:plan", note="beside", is_left_out=True)
    last = replace(CALL, id=uuid4(), day=DAY + timedelta(7), points=(point,))
    first = replace(CALL, id=uuid4(), day=DAY + timedelta(7))
    timed_journal.save_entries([CALL, last, first])
    for one in (first, last):
        clock.go_on(hours=1)
        timed_journal.put_in_bin([one.id])
    following = timed_journal.meetings.skip(CALL).following
    assert following is not None
    assert following.id == last.id
    assert [(one.note, one.is_left_out) for one in following.points] == [("beside", False)]


def test_words_that_stand_in_both_meetings_stand_once(journal: Journal) -> None:
    call = journal.save_entry(replace(CALL, body="Bring the plan."))
    skipped = journal.meetings.skip(call)
    assert skipped.following is not None
    journal.save_entry(replace(skipped.following, body="Bring the plan."), skipped.following)
    journal.take_back(skipped.changes)
    assert [one.body for one in to_come(journal)] == ["Bring the plan."]


def test_what_was_left_out_of_a_meeting_stays_so_when_its_skip_is_taken_back(journal: Journal) -> None:
    points = (MeetingPoint("not this time", id="n", is_left_out=True), MeetingPoint("mine", id="m"))
    skipped = journal.meetings.skip(journal.save_entry(replace(CALL, points=points)))
    assert skipped.following is not None
    assert [one.is_left_out for one in skipped.following.points] == [False, False]
    journal.take_back(skipped.changes)
    (call,) = to_come(journal)
    assert {one.id: one.is_left_out for one in call.points} == {"n": True, "m": False}


def test_a_point_of_its_own_that_was_talked_about_does_not_go_on(journal: Journal) -> None:
    points = (MeetingPoint("over", id="o", is_done=True), MeetingPoint("open", id="p"))
    following = journal.meetings.skip(journal.save_entry(replace(CALL, points=points))).following
    assert following is not None
    assert [one.text for one in following.points] == ["open"]


@pytest.mark.parametrize("hours", [("09:00", "18:00"), ("18:00", "09:00")])
def test_of_two_on_one_day_the_earlier_is_the_next(journal: Journal, hours: tuple[str, str]) -> None:
    for at in hours:
        journal.save_entry(replace(CALL, id=uuid4(), series="", at=at))
    found = journal.meetings.next()
    assert found is not None
    assert found.at == "09:00"


def test_a_note_of_spaces_is_no_answer(journal: Journal) -> None:
    stuck = journal.save_entry(Challenge(title="Stuck", day=DAY))
    call = journal.save_entry(replace(CALL, points=(MeetingPoint(source=str(stuck.id), note=" \n"),)))
    journal.meetings.close(call)
    assert journal.entry(stuck.id) == stuck


def test_an_agreement_that_was_done_is_a_step_that_was_done_that_day(journal: Journal) -> None:
    goal = journal.save_entry(Goal(title="G", day=DAY))
    done = Action("Send it", is_done=True, done_on=DAY - timedelta(1), id="a1")
    journal.meetings.land(journal.save_entry(replace(HELD, actions=(done,))), "a1", goal.id)
    landed = journal.entry(goal.id)
    assert isinstance(landed, Goal)
    assert [(step.done, step.done_on) for step in landed.steps] == [(True, DAY - timedelta(1))]
