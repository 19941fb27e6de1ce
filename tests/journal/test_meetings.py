"""From agenda to meeting to agreements to the next agenda: nothing is lost, and nothing is there twice."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from amp_desktop.domain.agenda import OFTEN, AgendaPoint, AgendaReason
from amp_desktop.domain.changes import Change
from amp_desktop.domain.dated_facts import What
from amp_desktop.domain.kinds.challenge import Challenge, ChallengeStatus
from amp_desktop.domain.kinds.feedback import Answer, Feedback
from amp_desktop.domain.kinds.goal import Goal, TargetMove
from amp_desktop.domain.kinds.meeting import Action, Cadence, Meeting, MeetingPoint, MeetingStatus
from amp_desktop.domain.kinds.meeting_points import left_out, moved
from amp_desktop.domain.kinds.note import Note
from amp_desktop.journal import Journal
from amp_desktop.journal.meetings import MOST_OPEN
from amp_desktop.vault import Cost

if TYPE_CHECKING:
    from amp_desktop.domain.entry import Entry

DAY = date(2026, 9, 17)
CALL = Meeting(title="Our call", day=DAY, at="17:00", whom="my mentor", cadence=Cadence.WEEKLY, series="a")


def texts(points: tuple[AgendaPoint, ...]) -> list[str]:
    return [point.text for point in points]


def ticked(meeting: Meeting, *said: str) -> Meeting:
    return replace(
        meeting,
        points=tuple(replace(point, is_done=point.text in said or point.is_done) for point in meeting.points),
    )


def test_of_thousands_that_are_open_the_newest_stand_on_an_agenda_which_says_so(journal: Journal) -> None:
    on_time = [Challenge(title=f"c{n}", day=DAY - timedelta(n)) for n in range(MOST_OPEN - 1)]
    journal.save_entries([CALL, *on_time])
    assert not journal.meetings.agenda(CALL).has_more
    journal.save_entries([Challenge(title="long ago", day=DAY - timedelta(900))])
    agenda = journal.meetings.agenda(CALL)
    assert agenda.has_more
    assert "c0" in texts(agenda.points)
    assert "long ago" not in texts(agenda.points)


def test_an_agenda_fills_itself_in_the_order_of_what_matters(journal: Journal) -> None:
    move = TargetMove(date(2026, 9, 10), date(2026, 9, 24), "The parser first", CALL.created_at, DAY)
    journal.save_entries(
        [
            CALL,
            Challenge(title="Stuck", since=DAY - timedelta(3)),
            Challenge(title="Longer stuck", since=DAY - timedelta(9)),
            Challenge(title="Solved", status=ChallengeStatus.RESOLVED),
            Note(title="A question", on_agenda=True, day=DAY),
            Note(title="A story", day=DAY),
            Goal(title="Release", moves=(move,), obstacle="The parser is late.", plan="move our day."),
            Feedback(title="Ask why earlier", status=Answer.TO_ANSWER, day=DAY),
            Feedback(title="Taken", status=Answer.ACCEPTED, day=DAY),
        ]
    )
    agenda = journal.meetings.agenda(CALL)
    assert [(point.text, point.reason) for point in agenda.points] == [
        ("A question", AgendaReason.ON_AGENDA),
        ("Longer stuck", AgendaReason.OPEN),
        ("Stuck", AgendaReason.OPEN),
        ("Release: moved from 10 September 2026 to 24 September 2026", AgendaReason.MOVED),
        ("Ask why earlier", AgendaReason.FEEDBACK),
        ("Release: if The parser is late, then I move our day", AgendaReason.PLAN),
    ]
    assert agenda.minutes == 10 + 10 + 10 + 3 + 5 + 2


def test_order_minutes_own_points_and_what_is_left_out_are_the_meetings(journal: Journal) -> None:
    one, other = Challenge(title="One", since=DAY), Challenge(title="Other", since=DAY)
    call = replace(
        CALL,
        points=(
            MeetingPoint(source=str(other.id), minutes=20),
            MeetingPoint("My own point"),
            MeetingPoint(source=str(one.id), is_left_out=True),
        ),
    )
    journal.save_entries([call, one, other])
    agenda = journal.meetings.agenda(call)
    assert [(point.text, point.minutes) for point in agenda.points] == [("Other", 20), ("My own point", 5)]
    assert texts(agenda.left_out) == ["One"]


def test_once_the_call_has_begun_its_agenda_stays_as_it_is(journal: Journal) -> None:
    stuck = Challenge(title="Stuck", since=DAY)
    journal.save_entries([CALL, stuck])
    begun = journal.save_entry(journal.meetings.begun(CALL))
    journal.save_entry(Challenge(title="Just now", since=DAY))
    journal.save_entry(replace(stuck, title="Other words"))
    assert texts(journal.meetings.agenda(begun).points) == ["Stuck"]
    assert begun.status is MeetingStatus.UNDER_WAY


def test_what_was_not_reached_is_carried_and_asks_after_three_times(journal: Journal) -> None:
    stuck = Challenge(title="Stuck", since=DAY)
    journal.save_entries([CALL, stuck])
    meeting = CALL
    for held in range(3):
        (point,) = journal.meetings.agenda(meeting).points
        assert point.carried == held < OFTEN
        closed = journal.meetings.close(meeting)
        assert closed.following is not None
        meeting = closed.following
        assert (meeting.day, meeting.series) == (DAY + timedelta(7 * (held + 1)), CALL.series)
    (point,) = journal.meetings.agenda(meeting).points
    assert point.carried == OFTEN


def test_a_call_that_was_not_held_carries_nothing_and_keeps_its_points(journal: Journal) -> None:
    call = replace(CALL, points=(MeetingPoint("My own point"),))
    journal.save_entries([call, Challenge(title="Stuck", since=DAY)])
    following = journal.meetings.skip(call).following
    assert following is not None
    points = journal.meetings.agenda(following).points
    assert sorted((point.text, point.carried) for point in points) == [("My own point", 0), ("Stuck", 0)]


def test_a_question_that_was_talked_about_is_over_and_can_be_taken_back(journal: Journal) -> None:
    question = journal.save_entry(Note(title="A question", on_agenda=True, day=DAY))
    call = journal.save_entry(CALL)
    closed = journal.meetings.close(ticked(journal.meetings.begun(call), "A question"))
    assert not journal.entry(question.id).is_for_agenda
    assert closed.following is not None
    assert journal.meetings.agenda(closed.following).points == ()
    journal.take_back(closed.changes)
    assert journal.entry(question.id).is_for_agenda
    assert journal.entry(call.id).state == "planned"


def test_an_answer_goes_back_to_its_challenge_once(journal: Journal) -> None:
    stuck = journal.save_entry(Challenge(title="Stuck", since=DAY))
    call = journal.save_entry(CALL)
    begun = journal.meetings.begun(call)
    noted = replace(begun, points=tuple(replace(one, note="Not his either.") for one in begun.points))
    journal.meetings.close(noted)
    again = replace(noted, points=tuple(replace(one, note="Two people have it.") for one in noted.points))
    closed = journal.meetings.close(again)
    answered = journal.entry(stuck.id)
    assert isinstance(answered, Challenge)
    (asking,) = answered.asked
    assert (asking.whom, asking.where, asking.day) == ("my mentor", "our call", DAY)
    assert (asking.answer, asking.answered_on) == ("Two people have it.", DAY)
    assert answered.status is ChallengeStatus.ASKED
    journal.take_back(closed.changes)
    before = journal.entry(stuck.id)
    assert isinstance(before, Challenge)
    assert before.asked[0].answer == "Not his either."


def test_what_is_no_longer_needed_is_on_no_agenda(journal: Journal) -> None:
    call = journal.save_entry(replace(CALL, points=(MeetingPoint("My own"),)))
    held = replace(CALL, id=Meeting().id, status=MeetingStatus.HELD, actions=(Action("Ask her"),))
    journal.save_entries(
        [
            held,
            Challenge(title="Stuck", on_agenda=True, since=DAY),
            Note(title="A question", on_agenda=True, day=DAY),
            Feedback(title="Ask why", day=DAY),
        ]
    )
    points = journal.meetings.agenda(call).points
    assert len(points) == 5
    for point in points:
        changes = journal.meetings.drop_point(call, point.key)
        assert point not in journal.meetings.agenda(_fresh(journal, call)).points
        journal.take_back(changes)
        assert point in journal.meetings.agenda(_fresh(journal, call)).points
        journal.meetings.drop_point(call, point.key)
    assert journal.meetings.agenda(_fresh(journal, call)).points == ()


def _fresh(journal: Journal, meeting: Meeting) -> Meeting:
    entry = journal.entry(meeting.id)
    assert isinstance(entry, Meeting)
    return entry


def test_a_held_meeting_is_read_anew_once_it_was_changed(timed_journal: Journal) -> None:
    journal = timed_journal  # its clock stands: the times of both states are the same
    held = replace(CALL, status=MeetingStatus.HELD, points=(MeetingPoint("Mine", id="m"),))
    call = journal.save_entry(replace(CALL, id=Meeting().id, day=DAY + timedelta(7), points=held.points))
    journal.save_entry(held)
    (point,) = journal.meetings.agenda(call).points
    assert point.carried == 1
    journal.save_entry(replace(held, body="Other words", points=(replace(held.points[0], is_done=True),)))
    (point,) = journal.meetings.agenda(call).points
    assert point.carried == 0
    last = journal.meetings.last()
    assert last is not None
    assert last.body == "Other words"


def test_a_series_holds_one_next_meeting(journal: Journal) -> None:
    call = journal.save_entry(CALL)
    following = journal.meetings.close(call).following
    assert following is not None
    assert journal.meetings.next() == following
    again = journal.meetings.close(replace(call, status=MeetingStatus.UNDER_WAY))
    assert again.following is None


def test_an_action_becomes_a_step_and_its_state_lives_there_alone(journal: Journal) -> None:
    goal = journal.save_entry(Goal(title="Release"))
    held = replace(CALL, status=MeetingStatus.HELD, actions=(Action("Send the list", id="a1"),))
    meeting = journal.save_entry(held)
    assert texts(journal.meetings.agenda().points) == ["Send the list"]
    changes = journal.meetings.land(meeting, "a1", goal.id)
    assert journal.meetings.agenda().points == ()
    landed = journal.entry(goal.id)
    assert isinstance(landed, Goal)
    assert [step.text for step in landed.steps] == ["Send the list"]
    journal.save_entry(replace(landed, steps=(replace(landed.steps[0], done=True),)))
    (resolved,) = (e for e in journal.sharing.offer().entries if e.id == meeting.id)
    assert isinstance(resolved, Meeting)
    assert resolved.actions[0].is_done
    journal.take_back(changes)


def test_what_was_agreed_is_a_dated_fact() -> None:
    held = replace(CALL, status=MeetingStatus.HELD, actions=(Action("Send the list", is_done=True),))
    assert [(fact.what, fact.day) for fact in held.facts()] == [
        (What.AGREED, DAY),
        (What.ACTION_DONE, None),
    ]


@dataclass(frozen=True)
class Skip:
    """A call that was not held: which, what was left out of it then, and what that changed."""

    meeting: Meeting
    left_out: frozenset[str]
    changes: tuple[Change, ...]


class Meetings(RuleBasedStateMachine):
    """A half-year of meetings against a plain list of what waits, and how often it was carried."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = TemporaryDirectory()
        self.journal, _ = Journal.create(
            Path(self._folder.name) / "journal", "passphrase", cost=Cost(memory_kib=8192, passes=1, lanes=1)
        )
        self.waiting: dict[str, int] = {}
        self.entries: dict[str, Entry] = {}
        self.left_out: set[str] = set()
        self.count = 0
        self.skipped: Skip | None = None
        self.undone: tuple[Change, ...] | None = None

    @initialize()
    def begin(self) -> None:
        self.meeting: Meeting = self.journal.save_entry(CALL)

    def teardown(self) -> None:
        self.journal.close()
        self._folder.cleanup()

    def _name(self, kind: str) -> str:
        self.count += 1
        return f"{kind} {self.count}"

    @rule(made=st.sampled_from([Challenge, Note]))
    def something_comes_up(self, made: type[Challenge] | type[Note]) -> None:
        name = self._name(made.KIND)
        entry: Entry = made(title=name, day=DAY, on_agenda=True)
        self.entries[name] = self.journal.save_entry(entry)
        self.waiting[name] = 0

    @rule()
    def a_point_of_its_own(self) -> None:
        name = self._name("own")
        self.meeting = self.journal.save_entry(
            replace(self.meeting, points=(*self.meeting.points, MeetingPoint(name)))
        )
        self.waiting[name] = 0

    @precondition(lambda self: self.waiting)
    @rule(data=st.data())
    def not_this_time(self, data: st.DataObject) -> None:
        agenda = self.journal.meetings.agenda(self.meeting)
        if not agenda.points:
            return
        point = data.draw(st.sampled_from(agenda.points))
        stored = {one.key: one for one in self.meeting.points}
        stored[point.key] = replace(stored.get(point.key, MeetingPoint(source=point.key)), is_left_out=True)
        self.meeting = self.journal.save_entry(replace(self.meeting, points=tuple(stored.values())))
        self.left_out.add(point.text)

    @rule(data=st.data())
    def the_call_is_held(self, data: st.DataObject) -> None:
        begun = self.journal.meetings.begun(self.meeting)
        there = [point.text for point in begun.points if not point.is_left_out]
        said = set(data.draw(st.lists(st.sampled_from(there), unique=True))) if there else set()
        agreed = data.draw(st.booleans())
        actions = (Action(self._name("action")),) if agreed else ()
        closed = self.journal.meetings.close(replace(ticked(begun, *said), actions=actions))
        assert closed.following is not None
        for name in list(self.waiting):
            if name in said and not name.startswith(("challenge", "action")):
                del self.waiting[name]
            elif name in said:
                self.waiting[name] = 0
            elif name not in self.left_out:
                self.waiting[name] += 1
        self.skipped = self.undone = None  # it was taken back no later than the next call
        for action in actions:
            self.waiting[action.text] = 0
        self.left_out.clear()
        self.meeting = closed.following

    @precondition(lambda self: self.waiting)
    @rule(data=st.data())
    def another_order(self, data: st.DataObject) -> None:
        points = self.journal.meetings.agenda(self.meeting).points
        if points:
            point = data.draw(st.sampled_from(points))
            to = data.draw(st.integers(0, len(points) - 1))
            self.meeting = self.journal.save_entry(moved(self.meeting, points, point.key, to))
            assert self.journal.meetings.agenda(self.meeting).points[to].key == point.key

    @precondition(lambda self: self.left_out)
    @rule(data=st.data())
    def after_all(self, data: st.DataObject) -> None:
        agenda = self.journal.meetings.agenda(self.meeting)
        point = data.draw(st.sampled_from(agenda.left_out))
        back = left_out(self.meeting, (*agenda.points, *agenda.left_out), point.key, is_out=False)
        self.meeting = self.journal.save_entry(back)
        self.left_out.discard(point.text)

    @rule(days=st.integers(1, 6))
    def the_call_is_moved(self, days: int) -> None:
        self.meeting = self.journal.save_entry(
            replace(self.meeting, day=self.meeting.day + timedelta(days=days))
        )

    @precondition(lambda self: self.waiting)
    @rule(data=st.data())
    def no_longer_needed(self, data: st.DataObject) -> None:
        points = self.journal.meetings.agenda(self.meeting).points
        if points:
            self._drop(data.draw(st.sampled_from(points)))

    def the_first_is_no_longer_needed(self) -> None:
        self._drop(self.journal.meetings.agenda(self.meeting).points[0])

    def _drop(self, point: AgendaPoint) -> None:
        self.journal.meetings.drop_point(self.meeting, point.key)
        self.meeting = _fresh(self.journal, self.meeting)
        del self.waiting[point.text]

    @rule()
    def the_call_is_skipped(self) -> None:
        skipped = self.journal.meetings.skip(self.meeting)
        assert skipped.following is not None
        self.skipped = Skip(self.meeting, frozenset(self.left_out), skipped.changes)
        self.undone = None
        self.meeting = _fresh(self.journal, skipped.following)
        self.left_out.clear()

    @precondition(lambda self: self.skipped)
    @rule()
    def the_skip_is_taken_back(self) -> None:
        assert self.skipped is not None
        self.undone = self.journal.take_back(self.skipped.changes)
        self.meeting = _fresh(self.journal, self.skipped.meeting)
        own = {name for name in self.left_out if name.startswith("own")}
        self.left_out = {name for name in self.skipped.left_out | own if name in self.waiting}
        self.skipped = None

    @precondition(lambda self: self.undone)
    @rule()
    def it_is_skipped_after_all(self) -> None:
        assert self.undone is not None
        before = frozenset(self.left_out)
        changes = self.journal.take_back(self.undone)
        self.skipped, self.undone = Skip(self.meeting, before, changes), None
        (self.meeting,) = self._to_come()
        self.left_out = {point.text for point in self.journal.meetings.agenda(self.meeting).left_out}

    def _to_come(self) -> list[Meeting]:
        found = [entry for entry in self.journal.entries() if isinstance(entry, Meeting)]
        return [meeting for meeting in found if meeting.status is MeetingStatus.PLANNED]

    @precondition(lambda self: any(name.startswith("challenge") for name in self.waiting))
    @rule(data=st.data())
    def a_challenge_is_resolved(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from([name for name in self.waiting if name.startswith("challenge")]))
        challenge = self.journal.entry(self.entries[name].id)
        assert isinstance(challenge, Challenge)
        self.journal.save_entry(replace(challenge, status=ChallengeStatus.RESOLVED))
        del self.waiting[name]
        self.left_out.discard(name)

    @invariant()
    def the_series_holds_one_next_meeting(self) -> None:
        if hasattr(self, "meeting"):
            assert [meeting.id for meeting in self._to_come()] == [self.meeting.id]

    @invariant()
    def the_agenda_is_what_waits(self) -> None:
        if not hasattr(self, "meeting"):
            return
        agenda = self.journal.meetings.agenda(self.meeting)
        points = [*agenda.points, *agenda.left_out]
        assert len({point.key for point in points}) == len(points)
        assert {point.text: point.carried for point in points} == self.waiting
        assert {point.text for point in agenda.left_out} == self.left_out


def _after(*steps: Callable[[Meetings], None]) -> None:
    state = Meetings()
    try:
        state.begin()
        for step in steps:
            step(state)
            state.the_series_holds_one_next_meeting()
            state.the_agenda_is_what_waits()
    finally:
        state.teardown()


def test_a_skip_is_taken_back_again_after_a_point_came_up_between() -> None:
    _after(
        Meetings.the_call_is_skipped,
        Meetings.the_skip_is_taken_back,
        Meetings.a_point_of_its_own,
        Meetings.it_is_skipped_after_all,
        Meetings.the_skip_is_taken_back,
    )


def test_a_skip_is_taken_back_again_after_a_point_was_dropped_between() -> None:
    _after(
        Meetings.a_point_of_its_own,
        Meetings.a_point_of_its_own,
        Meetings.the_call_is_skipped,
        Meetings.the_skip_is_taken_back,
        Meetings.the_first_is_no_longer_needed,
        Meetings.it_is_skipped_after_all,
        Meetings.the_skip_is_taken_back,
    )


TestMeetings = Meetings.TestCase
TestMeetings.settings = settings(max_examples=25, stateful_step_count=26, deadline=None)
