"""`happened` and `step`, as their users see them."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from amp_desktop.journal import Journal
from tests.cli.conftest import Amp


@pytest.fixture
def goal(amp: Amp) -> str:
    """The id of a goal with one step."""
    return amp("add", "goal", "Own the release", "--field", "steps=read the checklist").text.strip()


def _steps(amp: Amp, goal: str) -> list[tuple[str, bool]]:
    steps: list[dict[str, Any]] = amp("show", goal, "--json").json["fields"]["steps"]
    return [(step["text"], step["done"]) for step in steps]


def test_a_step_is_added_and_ticked_and_told(amp: Amp, goal: str, journal: Journal) -> None:
    assert (
        amp("step", goal[:8], "shadow", "one").out,
        amp("step", goal, "read  the checklist", "--done").out,
    ) == (
        b"",
        b"",
    )
    assert _steps(amp, goal) == [("read the checklist", True), ("shadow one", False)]
    assert amp("happened", "--json").json == [
        {
            "day": journal.today().isoformat(),
            "what": "step done",
            "entry": goal,
            "kind": "goal",
            "title": "Own the release",
            "text": "read the checklist",
        }
    ]
    day = amp("show", goal, "--json").json["fields"]["steps"][0]["done_on"]
    assert day == journal.today().isoformat()


def test_happened_for_people_has_a_line_each(amp: Amp, goal: str, journal: Journal) -> None:
    amp("step", goal, "shadow one", "--done")
    told = amp("happened").text
    assert told == f"{journal.today()}  step done   {goal[:8]}  Own the release: shadow one\n"


def test_happened_within_days(amp: Amp, goal: str, journal: Journal) -> None:
    amp("step", goal, "shadow one", "--done")
    amp("add", "milestone", "Merged", "--field", "reached_on=2026-07-01")
    today = journal.today()
    assert [one["what"] for one in amp("happened", "--json").json] == ["reached", "step done"]
    assert [one["what"] for one in amp("happened", "--json", "--until", "2026-07-01").json] == ["reached"]
    assert [one["what"] for one in amp("happened", "--json", "--since", "today").json] == ["step done"]
    assert amp("happened", "--json", "--since", str(today + timedelta(days=1))).json == []
    assert amp("happened", "--until", str(date(2026, 6, 30))).out == b""


def test_the_same_twice_changes_nothing(amp: Amp, goal: str) -> None:
    amp("step", goal, "shadow one")
    amp("step", goal, "shadow one")
    assert _steps(amp, goal) == [("read the checklist", False), ("shadow one", False)]
    for _ in range(2):
        amp("step", goal, "shadow one", "--done")
    assert _steps(amp, goal)[1:] == [("shadow one", True)]
    amp("step", goal, "shadow one")
    assert _steps(amp, goal)[1:] == [("shadow one", True), ("shadow one", False)]


@pytest.mark.parametrize(
    ("arguments", "status", "named"),
    [
        (lambda goal: (goal, "  "), 2, "nothing to add"),
        (lambda goal: (goal,), 2, "TEXT"),
        (lambda _: ("ffffffff", "a step"), 1, "no entry"),
    ],
)
def test_what_cannot_be_is_said(
    amp: Amp, goal: str, arguments: Callable[[str], tuple[str, ...]], status: int, named: str
) -> None:
    refused = amp("step", *arguments(goal))
    assert (refused.status, refused.out) == (status, b"")
    assert named in refused.err
    assert _steps(amp, goal) == [("read the checklist", False)]


def test_only_a_goal_has_steps(amp: Amp, goal: str, journal: Journal) -> None:
    note = amp("add", "note", "A note").text.strip()
    refused = amp("step", note, "a step")
    assert (refused.status, refused.out) == (2, b"")
    assert "A note has no steps." in refused.err
    journal.put_in_bin([journal.find_id(goal)])
    assert "bin" in amp("step", goal, "a step").err


def test_evidence_has_words_in_json_only_where_it_has_any(amp: Amp) -> None:
    added = amp("add", "milestone", "Done", "--field=evidence=https://example.org/1").text.strip()
    assert amp("show", added, "--json").json["fields"]["evidence"] == ["https://example.org/1"]


def test_the_last_week_of_all_is_shorter(amp: Amp) -> None:
    assert len(amp("week", "9999-12-31", "--json").json) == 5
    assert len(amp("week", "0001-01-01", "--json").json) == 7
