"""What happened is listed with the day on which it became true, whatever was done to the entries since."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from amp_desktop.domain.dated_facts import What
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.challenge import Asking, Challenge, ChallengeStatus
from amp_desktop.domain.kinds.goal import Goal, GoalStatus, Step, TargetMove
from amp_desktop.domain.kinds.milestone import Milestone
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.preferences import Preferences
from amp_desktop.domain.work import Work
from amp_desktop.journal import Journal
from tests.conftest import CHEAP, PASSPHRASE, SetClock

if TYPE_CHECKING:
    from uuid import UUID

    from amp_desktop.domain.changes import Change

NOON = datetime(2026, 7, 22, 12, tzinfo=UTC)
DAY = date(2026, 7, 22)
THEN = date(2026, 7, 1)


def _told(
    journal: Journal, since: date | None = None, until: date | None = None
) -> list[tuple[date, str, str]]:
    return [(one.day, one.what.value, one.text) for one in journal.happened(since, until)]


def _tick(goal: Goal, at: int = 0, *, done: bool = True) -> Goal:
    steps = list(goal.steps)
    steps[at] = replace(steps[at], done=done)
    return replace(goal, steps=tuple(steps))


def test_a_goal_on_its_way_is_told_in_order(timed_journal: Journal, clock: SetClock) -> None:
    clock.now = NOON
    journal = timed_journal
    goal = journal.save_entry(Goal(title="Ship", day=DAY, steps=(Step("ask"), Step("do"))))
    assert (goal.status_since, journal.happened()) == (DAY, ())
    clock.go_on(days=1)
    goal = journal.save_entry(_tick(goal), goal)
    clock.go_on(days=1)
    journal.change_entries([goal.id], lambda entry: entry.with_task(1, "do", done=True))
    clock.go_on(days=1)
    goal = journal.entry(goal.id)
    moved = TargetMove(None, DAY, "sooner", clock.now)
    goal = journal.save_entry(replace(goal, status=GoalStatus.ACHIEVED, learned="much", moves=(moved,)), goal)
    days = [DAY + timedelta(days=days) for days in range(4)]
    assert _told(journal) == [
        (days[1], "step done", "ask"),
        (days[2], "step done", "do"),
        (days[3], "moved", "from no day to 22 July 2026: sooner"),
        (days[3], "achieved", "much"),
    ]
    assert _told(journal, days[2], days[2]) == [(days[2], "step done", "do")]
    assert {(one.entry, one.kind, one.title) for one in journal.happened()} == {(goal.id, "goal", "Ship")}


def test_a_challenge_is_asked_answered_and_resolved(timed_journal: Journal, clock: SetClock) -> None:
    clock.now = NOON
    journal = timed_journal
    stuck = journal.save_entry(Challenge(title="Flaky", day=DAY, status=ChallengeStatus.ASKED))
    assert _told(journal) == [(DAY, "asked", "")]
    clock.go_on(days=1)
    stuck = journal.save_entry(replace(stuck, asked=(Asking("Ada"),)), stuck)
    clock.go_on(days=1)
    stuck = journal.save_entry(replace(stuck, asked=(replace(stuck.asked[0], answer="seed"),)), stuck)
    journal.save_entry(replace(stuck, status=ChallengeStatus.RESOLVED, what_helped="the seed"), stuck)
    one, two = DAY + timedelta(days=1), DAY + timedelta(days=2)
    assert _told(journal) == [(one, "asked", "Ada"), (two, "answered", "seed"), (two, "resolved", "the seed")]


def test_the_day_ends_when_the_mentee_says(timed_journal: Journal, clock: SetClock) -> None:
    midnight = datetime(2026, 7, 23, 0, 30).astimezone()
    clock.now = midnight.astimezone(UTC)
    timed_journal.save_entry(Goal(title="Late", steps=(Step("a", done=True),)))
    timed_journal.save_preferences(replace(Preferences(), day_ends_at=0))
    timed_journal.save_entry(Goal(title="Early", steps=(Step("b", done=True),)))
    assert _told(timed_journal) == [(DAY, "step done", "a"), (DAY + timedelta(days=1), "step done", "b")]


def test_what_is_saved_as_it_is_keeps_its_days_and_those_that_are_not_known(timed_journal: Journal) -> None:
    steps = (Step("a", done=True, done_on=THEN), Step("b", done=True))
    timed_journal.save_entries([Goal(title="Old", steps=steps), Milestone(title="Reached", reached_on=THEN)])
    assert Counter(_told(timed_journal)) == Counter([(THEN, "step done", "a"), (THEN, "reached", "")])


def test_an_undo_in_the_window_brings_an_unknown_day_back_too(timed_journal: Journal) -> None:
    journal = timed_journal
    goal = Goal(title="Old", steps=(Step("a", done=True, done_on=THEN), Step("b", done=True)))
    journal.save_entries([goal])
    stored = journal.entry(goal.id)
    unticked = journal.save_entry(_tick(_tick(goal, done=False), 1, done=False), stored)
    assert _told(journal) == []
    shown = replace(goal, steps=tuple(replace(step, done_on=None) for step in goal.steps))
    back = journal.merge_entry(shown, unticked, going_back=True).entry
    assert back.steps == goal.steps
    assert _told(journal) == [(THEN, "step done", "a")]


class Happenings(RuleBasedStateMachine):
    """Entries of all kinds with facts, written in every way there is, against days kept beside them."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = TemporaryDirectory()
        self._clock = SetClock(NOON)
        folder = Path(self._folder.name) / "journal"
        self._journal, _ = Journal.create(folder, PASSPHRASE, cost=CHEAP, clock=self._clock)
        self._days: dict[UUID, dict[str, date | None]] = {}
        self._versions: dict[tuple[UUID, int], dict[str, date | None]] = {}
        self._last: tuple[Change, dict[str, date | None]] | None = None

    def teardown(self) -> None:
        self._journal.close()
        self._folder.cleanup()

    @rule(kind=st.sampled_from((Goal, Challenge, Milestone)), old=st.booleans())
    def begin(self, kind: type[Entry], *, old: bool) -> None:
        values: dict[str, Any] = {}
        if kind is Goal:
            values["steps"] = (Step("one", done=old, done_on=THEN), Step("two", done=old), Step("three"))
        if kind is Challenge:
            values["asked"] = (Asking("Ada", THEN if old else None),)
        entry = kind(title="An entry", day=DAY, **values)
        if old:  # as an import brings it
            self._journal.save_entries([entry])
            self._days[entry.id] = {fact.key: fact.day for fact in entry.facts()}
        else:
            self._journal.save_entry(entry)
            self._write_down(entry, {})

    @rule(hours=st.integers(1, 60))
    def wait(self, hours: int) -> None:
        self._clock.go_on(hours=hours)

    @precondition(lambda self: self._days)
    @rule(data=st.data())
    def edit(self, data: st.DataObject) -> None:
        entry = self._some(data)
        how = self._edit_of(entry, data)
        base = self._journal.entry(entry.id)
        if data.draw(st.booleans()):
            changes = self._journal.change_entries([entry.id], how)
            after = self._journal.entry(entry.id)
            was = self._days[entry.id]
            self._write_down(after, was)
            self._last = (changes[0], was) if changes else None
        else:
            hands_days = data.draw(st.booleans())
            after = how(base)
            self._journal.save_entry(after if hands_days else _without_days(after), base)
            self._write_down(after, self._days[entry.id])
            self._last = None
        self._note_versions(base)

    @precondition(lambda self: self._last is not None)
    @rule()
    def take_back(self) -> None:
        assert self._last is not None
        (before, after), days = self._last
        if self._journal.entry(after.id) == after:
            self._journal.take_back([(before, after)])
            self._note_versions(after)
            self._days[after.id] = days
        self._last = None

    @precondition(lambda self: self._days)
    @rule(data=st.data())
    def slip_and_undo(self, data: st.DataObject) -> None:
        """Something is changed in the window, and undone: fields show what they showed before."""
        before = self._some(data)
        days = self._days[before.id]
        changed = self._journal.save_entry(self._edit_of(before, data)(before), before)
        self._write_down(changed, days)
        self._note_versions(before)
        self._clock.go_on(hours=data.draw(st.integers(0, 30)))
        self._journal.merge_entry(before, changed, going_back=True)
        self._note_versions(changed)
        self._days[before.id] = days

    @precondition(lambda self: self._versions)
    @rule(data=st.data())
    def bring_back(self, data: st.DataObject) -> None:
        entry_id, number = data.draw(st.sampled_from(list(self._versions)))
        present = self._journal.entry(entry_id)
        if present.binned_at is None:
            self._journal.bring_back(entry_id, number)
            self._note_versions(present)
            self._days[entry_id] = self._versions[entry_id, number]

    @precondition(lambda self: self._days)
    @rule(data=st.data())
    def bin_or_restore(self, data: st.DataObject) -> None:
        entry = self._journal.entry(data.draw(st.sampled_from(list(self._days))))
        (self._journal.put_in_bin if entry.binned_at is None else self._journal.take_from_bin)([entry.id])

    @precondition(lambda self: self._days)
    @rule(data=st.data(), title=st.sampled_from(("Another", "An entry", "")), days=st.integers(0, 2))
    def rename(self, data: st.DataObject, title: str, days: int) -> None:
        entry = self._some(data)
        self._journal.save_entry(replace(entry, title=title, day=DAY + timedelta(days=days)), entry)
        self._note_versions(entry)

    @invariant()
    def what_happened_is_what_was_written_down(self) -> None:
        expected = Counter(
            (self._days[entry.id][fact.key], fact.what, entry.id, entry.title, fact.text)
            for entry in self._journal.entries()
            for fact in entry.facts()
            if fact.what is not None and self._days[entry.id][fact.key] is not None
        )
        listed = self._journal.happened()
        assert Counter((one.day, one.what, one.entry, one.title, one.text) for one in listed) == expected
        assert [one.day for one in listed] == sorted(one.day for one in listed)
        part = [one for one in listed if THEN < one.day <= DAY + timedelta(days=2)]
        assert list(self._journal.happened(THEN + timedelta(days=1), DAY + timedelta(days=2))) == part

    def _some(self, data: st.DataObject) -> Entry:
        entry = self._journal.entry(data.draw(st.sampled_from(list(self._days))))
        if entry.binned_at is not None:
            self._journal.take_from_bin([entry.id])
        return self._journal.entry(entry.id)

    def _edit_of(self, entry: Entry, data: st.DataObject) -> Callable[[Entry], Entry]:
        if isinstance(entry, Goal):
            at = data.draw(st.integers(0, len(entry.steps) - 1))
            status = data.draw(st.sampled_from(GoalStatus))
            move = TargetMove(None, DAY, "", self._clock.now)
            return data.draw(
                st.sampled_from(
                    [
                        lambda one: _tick(one, at, done=not one.steps[at].done),
                        lambda one: replace(one, status=status),
                        lambda one: replace(one, moves=(move,)),
                        lambda one: replace(one, steps=(*one.steps[1:], one.steps[0])),
                        lambda one: replace(one, steps=(*one.steps, Step("more", done=True))),
                        lambda one: replace(one, learned=one.learned + "x"),
                    ]
                )
            )
        if isinstance(entry, Challenge):
            status_of_it = data.draw(st.sampled_from(ChallengeStatus))
            return data.draw(
                st.sampled_from(
                    [
                        lambda one: replace(one, status=status_of_it),
                        lambda one: replace(one, asked=(*one.asked, Asking("Bo"))),
                        lambda one: replace(one, asked=tuple(replace(a, answer="so") for a in one.asked)),
                        lambda one: replace(one, asked=tuple(replace(a, answer="") for a in one.asked)),
                        lambda one: replace(one, asked=one.asked[1:]),
                    ]
                )
            )
        return lambda one: replace(one, body=one.body + "x")

    def _write_down(self, after: Entry, was: dict[str, date | None]) -> None:
        """What was true keeps its day; what was not is true since today, or was reached when it says so."""
        today = self._journal.today()
        self._days[after.id] = {
            fact.key: was.get(fact.key, today) if fact.what is not What.REACHED else fact.day
            for fact in after.facts()
        }
        # `get` with a day of None, for one that is not known, keeps it.

    def _note_versions(self, before: Entry) -> None:
        """Which days stand in the versions that were kept since."""
        for version in self._journal.versions(before.id):
            kept = self._journal.version(before.id, version.number)
            key = (before.id, version.number)
            self._versions.setdefault(key, {fact.key: fact.day for fact in kept.facts()})


def _without_days(entry: Entry) -> Entry:
    """As a form hands it on that knows of no days, but for those that a person chose."""
    kept = {fact.key: fact.day for fact in entry.facts() if fact.what in (What.ASKED, What.REACHED)}
    return entry.with_days({fact.key: kept.get(fact.key) for fact in entry.facts()})


TestHappenings = Happenings.TestCase
TestHappenings.settings = settings(max_examples=12, stateful_step_count=15, deadline=None)


def test_work_is_told_on_the_day_of_its_note(timed_journal: Journal, clock: SetClock) -> None:
    clock.now = NOON
    journal = timed_journal
    note = journal.save_entry(Note(work=Work.REVIEW, day=THEN))
    journal.save_entry(Note(title="No work", day=THEN))
    assert _told(journal) == [(THEN, "worked", "review")]
    note = journal.save_entry(replace(note, work=Work.PAIRING, day=DAY), note)
    assert _told(journal) == [(DAY, "worked", "pairing")]
    journal.save_entry(replace(note, work="", title="Only words"), note)
    assert _told(journal) == []
