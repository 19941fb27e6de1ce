"""What becomes true of an entry gets its day, what is true no more loses it; a day that is known stays."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from amp_desktop.domain.changes import changed_values, taken_back
from amp_desktop.domain.dated_facts import Fact, What, dated, days_of
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.challenge import Asking, Challenge, ChallengeStatus
from amp_desktop.domain.kinds.goal import Goal, GoalStatus, Step, TargetMove
from amp_desktop.domain.kinds.milestone import Milestone
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.kinds.self_care import SelfCareNote

LONG_AGO, THEN, NOW = date(2026, 6, 1), date(2026, 7, 1), date(2026, 7, 22)
NOON = datetime(2026, 7, 22, 12, tzinfo=UTC)
GOAL = Goal(day=LONG_AGO, status_since=THEN, steps=(Step("ask", id="a"), Step("do", id="b")))
STUCK = Challenge(day=LONG_AGO, status_since=THEN)


def _now() -> date:
    return NOW


def _never() -> date:
    raise AssertionError("Nobody needs to know the day.")


def _ticked(goal: Goal, at: int = 0, day: date | None = None) -> Goal:
    steps = list(goal.steps)
    steps[at] = replace(steps[at], done=True, done_on=day)
    return replace(goal, steps=tuple(steps))


def test_what_becomes_true_gets_the_day_it_is() -> None:
    move = TargetMove(THEN, NOW, "", NOON)
    goal = replace(_ticked(GOAL), status=GoalStatus.ACHIEVED, moves=(move,))
    assert dated(goal, GOAL, _now) == replace(
        _ticked(goal, day=NOW), status_since=NOW, moves=(replace(move, moved_on=NOW),)
    )
    stuck = replace(STUCK, status=ChallengeStatus.RESOLVED, asked=(Asking("Ada", answer="Yes"),))
    asked = (Asking("Ada", NOW, answer="Yes", answered_on=NOW),)
    assert dated(stuck, STUCK, _now) == replace(stuck, status_since=NOW, asked=asked)


def test_what_was_true_before_keeps_its_day_whoever_drops_it() -> None:
    before = replace(_ticked(GOAL, day=THEN), title="One")
    assert dated(replace(_ticked(GOAL), title="Two", status_since=None), before, _never) == replace(
        before, title="Two"
    )


def test_what_was_true_on_an_unknown_day_stays_so() -> None:
    old = replace(_ticked(GOAL), status_since=None)
    assert dated(replace(old, title="Two"), old, _never) == replace(old, title="Two")


def test_what_is_true_no_more_has_no_day() -> None:
    assert Step("ask", done=False, done_on=THEN) == Step("ask")
    assert Asking("Ada", THEN, "", " ", THEN).answered_on is None


def test_a_day_that_was_set_by_hand_stays() -> None:
    by_hand = _ticked(GOAL, day=LONG_AGO)
    assert dated(by_hand, GOAL, _never) == by_hand
    assert dated(replace(by_hand, status=GoalStatus.ACHIEVED, status_since=LONG_AGO), GOAL, _never) == (
        replace(by_hand, status=GoalStatus.ACHIEVED, status_since=LONG_AGO)
    )


def test_what_is_ticked_again_is_done_today() -> None:
    unticked = dated(GOAL, _ticked(GOAL, day=THEN), _never)
    assert dated(_ticked(unticked), unticked, _now) == _ticked(GOAL, day=NOW)


@pytest.mark.parametrize("day", [THEN, None])
def test_going_back_brings_the_day_back_that_is_known_or_that_none_was(day: date | None) -> None:
    was = replace(_ticked(GOAL, day=day), status_since=day)
    let_go = replace(GOAL, status=GoalStatus.LET_GO, status_since=NOW)
    back = replace(_ticked(GOAL), status_since=NOW)
    assert dated(back, let_go, _never, days_of(was)) == was


def test_a_step_that_is_moved_or_reworded_is_the_same_step() -> None:
    before = _ticked(GOAL, day=THEN)
    moved = replace(before, steps=(before.steps[1], replace(before.steps[0], text="ask Ada")))
    assert dated(moved, before, _never) == moved


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        (Note(), []),
        (SelfCareNote(mood=3), []),
        (_ticked(GOAL, day=NOW), [(What.STEP_DONE, NOW, "ask")]),
        (replace(GOAL, status=GoalStatus.ACHIEVED, learned="much"), [(What.ACHIEVED, THEN, "much")]),
        (replace(GOAL, status=GoalStatus.LET_GO), [(What.LET_GO, THEN, "")]),
        (
            replace(GOAL, moves=(TargetMove(THEN, None, "ill", NOON, NOW),)),
            [(What.MOVED, NOW, "from 1 July 2026 to no day: ill")],
        ),
        (replace(STUCK, status=ChallengeStatus.ASKED), [(What.ASKED, THEN, "")]),
        (
            replace(
                STUCK,
                status=ChallengeStatus.ASKED,
                asked=(Asking("Ada", THEN), Asking("Bo", NOW, "", "so", NOW)),
            ),
            [(What.ASKED, THEN, "Ada"), (What.ASKED, NOW, "Bo"), (What.ANSWERED, NOW, "so")],
        ),
        (
            replace(STUCK, status=ChallengeStatus.RESOLVED, what_helped="sleep"),
            [(What.RESOLVED, THEN, "sleep")],
        ),
        (Milestone(reached_on=NOW), [(What.REACHED, NOW, "")]),
    ],
)
def test_what_is_told_of_an_entry(entry: Entry, told: list[tuple[What, date, str]]) -> None:
    assert [(fact.what, fact.day, fact.text) for fact in entry.facts() if fact.what] == told


def test_facts_about_the_same_in_other_states_are_others() -> None:
    assert Fact("status", "active", NOW).key != Fact("status", "achieved", NOW).key


def test_a_day_that_the_journal_has_set_is_no_change_of_anybodys() -> None:
    assert changed_values(_ticked(GOAL), _ticked(GOAL, day=NOW)) == ()
    assert changed_values(_ticked(GOAL, day=THEN), _ticked(GOAL, day=NOW)) == ("steps",)
    assert changed_values(replace(STUCK, status_since=None), STUCK) == ()


def test_a_tick_is_taken_back_though_it_has_its_day_by_now() -> None:
    assert taken_back(_ticked(GOAL, day=NOW), GOAL, _ticked(GOAL)) == GOAL


def test_since_when_goes_back_with_the_status_and_never_without() -> None:
    achieved = replace(GOAL, status=GoalStatus.ACHIEVED, status_since=NOW)
    assert taken_back(achieved, GOAL, replace(achieved, status_since=THEN)) == GOAL
    let_go = replace(achieved, status=GoalStatus.LET_GO)
    assert taken_back(let_go, GOAL, achieved) == let_go


def test_another_day_that_a_person_set_is_taken() -> None:
    before = _ticked(GOAL, day=THEN)
    assert dated(_ticked(GOAL, day=LONG_AGO), before, _never) == _ticked(GOAL, day=LONG_AGO)
