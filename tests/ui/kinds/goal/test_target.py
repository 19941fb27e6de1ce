"""Moving a goal's target day is a decision, kept with its reason."""

from datetime import date

from amp_desktop.domain.kinds.goal import Goal
from amp_desktop.ui.kinds.goal.target import TargetDay

JULY, AUGUST, OCTOBER = date(2026, 7, 1), date(2026, 8, 1), date(2026, 10, 1)


def test_setting_the_first_day_is_no_move() -> None:
    goal = Goal()
    filled = TargetDay.of(goal).moved_to(JULY).filled(goal)
    assert filled.target_day == JULY
    assert filled.moves == ()


def test_a_move_is_kept_with_its_reason() -> None:
    goal = Goal(target_day=JULY)
    filled = TargetDay.of(goal).moved_to(AUGUST).because(" CI was down. ").filled(goal)
    assert filled.target_day == AUGUST
    assert [(move.before, move.after, move.reason) for move in filled.moves] == [
        (JULY, AUGUST, "CI was down.")
    ]


def test_several_changes_in_one_sitting_are_one_move() -> None:
    goal = Goal(target_day=JULY)
    target = TargetDay.of(goal).moved_to(AUGUST).moved_to(OCTOBER)
    assert [(move.before, move.after) for move in target.filled(goal).moves] == [(JULY, OCTOBER)]


def test_moving_back_is_no_move() -> None:
    goal = Goal(target_day=JULY)
    assert TargetDay.of(goal).moved_to(AUGUST).moved_to(JULY).filled(goal) == goal


def test_letting_a_day_go_is_a_move() -> None:
    goal = Goal(target_day=JULY)
    filled = TargetDay.of(goal).moved_to(None).filled(goal)
    assert filled.target_day is None
    assert filled.moves[0].after is None


def test_former_moves_stay() -> None:
    goal = Goal(target_day=JULY)
    once = TargetDay.of(goal).moved_to(AUGUST).filled(goal)
    twice = TargetDay.of(once).moved_to(OCTOBER).filled(once)
    assert [move.after for move in twice.moves] == [AUGUST, OCTOBER]
