"""A mentor's task list as goals and steps, from the forms in which such lists come."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amp_desktop.domain.kinds.goal import GoalStatus
from amp_desktop.domain.task_list import goals_in

DAY = date(2026, 6, 15)


def told(text: str) -> list[tuple[str, list[str]]]:
    """Goals by their titles, and their steps: in by two spaces, ticked by an x."""
    return [
        (
            goal.title,
            [f"{'  ' * step.indent}{'x ' if step.done else ''}{step.text}" for step in goal.steps],
        )
        for goal in goals_in(text, DAY)
    ]


@pytest.mark.parametrize(
    ("text", "goals"),
    [
        ("", []),
        ("\n  \n---\n", []),
        ("Read the docs\nFix an issue", [("Read the docs", []), ("Fix an issue", [])]),
        ("1. Read the docs\n2) Fix an issue", [("Read the docs", []), ("Fix an issue", [])]),
        (
            "1. Read the docs\n   - [x] the spec\n   - [ ] the guide\n2. Fix an issue\n",
            [("Read the docs", ["x the spec", "the guide"]), ("Fix an issue", [])],
        ),
        (
            "# Tasks for the term\n\n## Onboarding\n- [ ] Set up\n    - [ ] Node\n- [x] Say hello\n\n"
            "## Triage ##\n* one a day\n",
            [("Onboarding", ["Set up", "  Node", "x Say hello"]), ("Triage", ["one a day"])],
        ),
        (
            "Week 1:\n- Set up\n- Say hello\n\nWeek 2:\n- Triage\n",
            [("Week 1", ["Set up", "Say hello"]), ("Week 2", ["Triage"])],
        ),
        (
            "**Onboarding**\n\n- Set up\n\n**Later:**\n- Triage",
            [("Onboarding", ["Set up"]), ("Later", ["Triage"])],
        ),
        ("# Onboarding\nTake your time.\n1. Set up", [("Onboarding", ["Set up"])]),
        ("\t- Set up\n\t- Say hello", [("Set up", []), ("Say hello", [])]),
        ("- C# basics\n- #1234 is an issue", [("C# basics", []), ("#1234 is an issue", [])]),
    ],
)  # fmt: skip
def test_a_list_becomes_goals_and_steps(text: str, goals: list[tuple[str, list[str]]]) -> None:
    assert told(text) == goals


def test_words_below_a_heading_are_its_text() -> None:
    (goal,) = goals_in("# Onboarding\nTake your time.\nAsk in public.\n- Set up\n", DAY)
    assert (goal.day, goal.body) == (DAY, "Take your time.\nAsk in public.")
    assert [step.text for step in goal.steps] == ["Set up"]


def test_a_ticked_goal_without_steps_is_achieved() -> None:
    done, still_open = goals_in("- [x] Say hello\n- [ ] Set up", DAY)
    assert (done.status, still_open.status) == (GoalStatus.ACHIEVED, GoalStatus.ACTIVE)


WORDS = st.text("abcde 日", min_size=1, max_size=12).map(str.strip).filter(bool)
ITEMS = st.lists(
    st.tuples(st.sampled_from(["- ", "1. ", "* [ ] ", "    - [x] ", "## ", ""]), WORDS), max_size=20
)


@given(ITEMS)
def test_no_word_of_a_list_is_lost_but_its_own_title(items: list[tuple[str, str]]) -> None:
    text = "\n".join(mark + words for mark, words in items)
    goals = goals_in(text, DAY)
    kept = " ".join(
        part for goal in goals for part in (goal.title, goal.body, *(step.text for step in goal.steps))
    )
    assert sorted(kept.split()) == sorted(word for _, words in items for word in words.split())


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    assert all(goal.title for goal in goals_in(text, DAY))
