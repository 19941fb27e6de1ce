"""A store that has a clock gives what becomes true its day, however an entry is written."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from amp_desktop.domain.kinds.goal import Goal, GoalStatus, Step
from amp_desktop.domain.preferences import Preferences
from amp_desktop.storage import dating
from amp_desktop.storage.store import Store

NOON = datetime(2026, 7, 22, 12, tzinfo=UTC)
DAY, THEN = date(2026, 7, 22), date(2026, 7, 1)


def _goal(title: str = "Goal", *, done: bool = True, day: date | None = None) -> Goal:
    return Goal(title=title, status_since=THEN, steps=(Step("ask", done=done, done_on=day, id="a"),))


def _open(goal: Goal) -> Goal:
    return replace(goal, steps=(replace(goal.steps[0], done=False),))


def _done_on(store: Store, goal: Goal) -> date | None:
    found = store.entry(goal.id)
    assert isinstance(found, Goal)
    return found.steps[0].done_on


@pytest.fixture
def dated(store: Store) -> Store:
    store.dating.clock = lambda: NOON
    return store


def test_a_store_without_a_clock_keeps_entries_as_they_are(store: Store) -> None:
    goal = _goal()
    assert store.save(goal).entry == goal
    assert store.save(replace(goal, title="Other")).entry.steps == goal.steps


def test_what_is_new_and_done_was_done_today(dated: Store) -> None:
    goal = _goal()
    assert dated.save(goal).entry.steps[0].done_on == DAY
    assert _done_on(dated, goal) == DAY
    assert [(one.day, one.text) for one in dated.happened(None, None)] == [(DAY, "ask")]


def test_the_clock_is_asked_in_the_transaction_and_only_where_a_day_is_needed(store: Store) -> None:
    asked: list[datetime] = []

    def clock() -> datetime:
        asked.append(NOON)
        return NOON

    store.dating.clock = clock
    first = store.save(Goal(title="A", status_since=THEN)).entry
    assert asked == []
    steps = tuple(Step(f"step {number}", done=True) for number in range(3))
    store.save(replace(first, status=GoalStatus.ACHIEVED, steps=steps))
    assert asked == [NOON]


def test_many_that_are_changed_at_once_get_their_day_unless_they_are_to_stay(dated: Store) -> None:
    goals = [_goal("one", done=False), _goal("two", done=False)]
    dated.save_many(goals)

    def tick(goal: Goal) -> Goal:
        return replace(goal, steps=(replace(goal.steps[0], done=True),))

    dated.change([goals[0].id], tick)  # type: ignore[arg-type]
    dated.change([goals[1].id], tick, as_it_is=True)  # type: ignore[arg-type]
    assert [_done_on(dated, goal) for goal in goals] == [DAY, None]


def test_what_was_done_on_an_unknown_day_stays_so_when_another_word_is_saved(dated: Store) -> None:
    goal = _goal()
    dated.save_many([goal])  # as it is: from another journal
    dated.save(replace(goal, title="Other"))
    assert _done_on(dated, goal) is None


@pytest.mark.parametrize(("ends_at", "day"), [(0, DAY), (23, date(2026, 7, 21))])
def test_the_day_ends_at_the_hour_that_the_mentee_has_set(dated: Store, ends_at: int, day: date) -> None:
    dated.set_setting("preferences", replace(Preferences(), day_ends_at=ends_at).to_json())
    goal = _goal()
    dated.save(goal)
    assert _done_on(dated, goal) == day


def test_preferences_that_cannot_be_read_are_those_that_nobody_set(dated: Store) -> None:
    dated.set_setting("preferences", ["damaged"])
    goal = _goal()
    dated.save(goal)
    assert _done_on(dated, goal) == DAY


@pytest.mark.parametrize(("going_back", "day"), [(True, THEN), (False, DAY)])
def test_only_an_undo_brings_a_former_day_back(dated: Store, going_back: bool, day: date) -> None:
    goal = _goal(day=THEN)
    dated.save(goal)
    dated.save(_open(goal))
    dated.save(_goal_again(goal), going_back=going_back)
    assert _done_on(dated, goal) == day


def test_what_is_ticked_again_among_many_is_done_today(dated: Store) -> None:
    goal = _goal(day=THEN)
    dated.save(goal)
    dated.save(_open(goal))
    dated.change([goal.id], lambda _: _goal_again(goal))
    assert _done_on(dated, goal) == DAY


def test_former_days_of_one_entry_add_up(dated: Store) -> None:
    """A status that is left, and a step that is opened later: an undo of both finds both days."""
    goal = _goal(day=THEN)
    dated.save(goal)
    achieved = replace(goal, status=GoalStatus.ACHIEVED, status_since=None)
    dated.save(achieved)
    dated.save(_open(achieved))
    back = dated.save(_goal_again(goal), going_back=True).entry
    assert (back.steps[0].done_on, back.status_since) == (THEN, THEN)


def test_no_more_is_remembered_than_undo_goes_and_the_last_written_stays(
    dated: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dating, "MOST", 2)
    goals = [_goal(f"{number}", day=THEN) for number in range(3)]
    dated.save_many(goals)
    for goal in (goals[0], goals[1]):
        dated.save(_open(goal))
    dated.save(_goal_again(goals[0]), going_back=True)
    dated.save(_open(goals[0]))  # so that the second was written longest ago
    dated.save(_open(goals[2]))
    for goal in goals:
        dated.save(_goal_again(goal), going_back=True)
    assert [_done_on(dated, goal) for goal in goals] == [THEN, DAY, THEN]


def _goal_again(goal: Goal) -> Goal:
    """As a window shows it: it knows no days."""
    return replace(goal, status_since=None, steps=(replace(goal.steps[0], done_on=None),))
