"""A goal as it is read: the same page as it is written on, in its order."""

from dataclasses import replace
from datetime import UTC, date, datetime

from amp_desktop.domain.kinds.goal import Area, Goal, Step, TargetMove
from amp_desktop.sharing.markdown.preview import entry_html
from amp_desktop.ui.kinds.goal.view import GoalView

DAY = date(2026, 9, 24)
GOAL = Goal(
    title="Lead a release",
    area=Area.RELEASE,
    target_day=DAY,
    moves=(TargetMove(date(2026, 8, 28), DAY, "CI was down", datetime(2026, 8, 20, tzinfo=UTC)),),
    steps=(Step("Shadow one", done=True, done_on=date(2026, 8, 13)), Step("Write it", indent=1), Step("Go")),
    success="It is *out*.",
    obstacle="CI is down",
    plan="say so",
    body="Notes of it",
)


def read(goal: Goal) -> list[tuple[str, str]]:
    return [(part.heading, part.text) for part in GoalView().reading(goal)]


def test_it_is_read_in_the_order_of_its_page() -> None:
    assert read(GOAL) == [
        ("", "Active · Release · by 24 Sep 2026"),
        ("", r"Moved from 28 Aug 2026 to 24 Sep 2026\: CI was down"),
        ("Steps", "- [x] Shadow one · 13 Aug 2026\n    - [ ] Write it\n- [ ] Go"),
        ("What success looks like", "It is *out*."),
        ("If it gets in the way", "If CI is down, then I say so"),
        ("Notes", "Notes of it"),
    ]
    assert read(Goal(title="New")) == [("", "Active")]


def test_a_plan_written_as_a_whole_sentence_is_read_as_one() -> None:
    goal = replace(GOAL, plan="I say so")
    assert ("If it gets in the way", "If CI is down, then I say so") in read(goal)
    assert [point.text for point in goal.agenda_points()][-1].endswith("then I say so")


def test_of_an_obstacle_without_a_plan_each_is_read_by_itself() -> None:
    assert ("If it gets in the way", "CI is down") in read(replace(GOAL, plan=""))
    assert ("What I do then", "one\n\ntwo") in read(replace(GOAL, plan="one\n\ntwo"))


def test_what_a_step_leaves_open_takes_no_other_in() -> None:
    steps = tuple(map(Step, ("%%open", "```", "two")))
    parts = dict(read(replace(GOAL, steps=steps)))
    html = entry_html(parts["Steps"])
    assert html.count("<li>") == 3
    assert "<pre>" not in html
    assert html.count("☐") == 3
