"""`evidence`, `pin` and `case`, as their users see them."""

from pathlib import Path

import pytest

from amp_desktop.domain.evidence import TOPICS
from amp_desktop.journal import Journal
from tests.cli.conftest import Amp

PULL = "https://github.com/asyncapi/cli/pull/2261"


@pytest.fixture
def goal(amp: Amp) -> str:
    """The id of a goal with one step that is done."""
    made = amp("add", "goal", "Own the release").text.strip()
    amp("step", made, "Read the checklist", "--done")
    return made


def test_bare_topics_are_told_with_what_belongs_there(amp: Amp) -> None:
    told = amp("evidence", "--json").json
    assert [(one["topic"], one["group"]) for one in told] == [
        (topic.id, topic.group.value) for topic in TOPICS.values()
    ]
    assert all(one["pins"] == [] for one in told)
    assert amp("evidence", "--topic", "mind").text == (
        "Community mindset  (criterion)\n"
        "  nothing pinned yet: help for others, thanks, newcomers made welcome\n"
    )


def test_an_entry_and_a_fact_are_pinned_and_taken_off(amp: Amp, goal: str) -> None:
    assert (amp("pin", goal[:8], "quality").out, amp("pin", goal, "quality", "--fact", "checklist").out) == (
        b"",
        b"",
    )
    (told,) = amp("evidence", "--topic", "quality", "--json").json
    step = amp("show", goal, "--json").json["fields"]["steps"][0]["id"]
    assert told == {
        "topic": "quality",
        "group": "criterion",
        "pins": [
            {"entry": goal, "fact": None, "title": "Own the release"},
            {"entry": goal, "fact": f"step {step} done", "title": "Own the release"},
        ],
    }
    amp("pin", goal, "quality", "--fact", "step done", "--off")
    (told,) = amp("evidence", "--topic", "quality", "--json").json
    assert [pin["fact"] for pin in told["pins"]] == [None]
    assert amp("show", goal, "--json").json["fields"]["pins"] == ["quality"]
    assert "quality" in amp("show", goal).text


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("money",), "There is no topic"),
        (("re",), "Several topics are called so"),
        (("quality", "--fact", "achieved"), "It has: step done."),
    ],
)
def test_what_cannot_be_pinned_is_told_with_what_can(
    amp: Amp, goal: str, arguments: tuple[str, ...], said: str
) -> None:
    ran = amp("pin", goal, *arguments)
    assert (ran.status, ran.out) == (2, b"")
    assert said in ran.err


def test_the_bin_is_no_evidence_and_takes_none(amp: Amp, goal: str, journal: Journal) -> None:
    amp("pin", goal, "quality")
    journal.put_in_bin([journal.find_id(goal)])
    assert amp("evidence", "--topic", "quality", "--json").json[0]["pins"] == []
    assert amp("pin", goal, "scope").status == 2


def test_what_is_sealed_takes_no_pin_and_gives_up_the_one_it_had(
    amp: Amp, goal: str, journal: Journal
) -> None:
    amp("pin", goal, "quality")
    journal.change_entries([journal.find_id(goal)], lambda entry: entry.as_sealed())
    ran = amp("pin", goal, "scope")
    assert (ran.status, "it cannot be evidence" in ran.err) == (2, True)
    assert amp("pin", goal, "quality", "--off").status == 0
    assert journal.entry(journal.find_id(goal)).pins == ()


def test_a_case_names_each_claim_with_its_entry_and_what_shows_it(amp: Amp, goal: str) -> None:
    review = amp("add", "note", f"Two questions\n\n{PULL}", "--shareable", "--day", "2026-08-01").text.strip()
    care = amp("add", "self-care", "canary").text.strip()
    for entry, topic in ((goal, "scope"), (goal, "initiative"), (review, "quality"), (care, "quality")):
        amp("pin", entry, topic)
    claims = amp("case", "--json").json
    assert [(claim["topic"], claim["entry"], claim["links"]) for claim in claims] == [
        ("quality", review, [PULL]),
        ("initiative", goal, []),
    ]
    assert claims[0] == {
        "topic": "quality",
        "group": "criterion",
        "entry": review,
        "fact": None,
        "kind": "note",
        "title": "Two questions",
        "text": "",
        "day": "2026-08-01",
        "links": [PULL],
        "sharing": "shareable",
    }
    text = amp("case", "--name", "@octo-cat").text
    assert text.startswith("Nomination for Maintainer: @octo-cat\n\nConsistent quality contributions\n")
    assert "no link shows it yet" in text
    assert "canary" not in text


def test_a_nomination_leaves_by_the_one_door(amp: Amp, goal: str, tmp_path: Path) -> None:
    review = amp("add", "note", f"Two questions\n\n{PULL}", "--shareable").text.strip()
    for entry, topic in ((goal, "initiative"), (review, "quality")):
        amp("pin", entry, topic)
    amp("case", "--name", "octo-cat")
    file = tmp_path / "nomination.md"
    ran = amp("summary", "--template", "nomination", "--to", str(file))
    assert (ran.status, ran.err) == (0, "1 entry leaves, 1 stays; 20 words.\n")
    text = file.read_text(encoding="utf-8")
    assert text.startswith("# Nomination for Maintainer: @octo-cat\n")
    assert f"[#2261]({PULL})" in text
    assert "release" not in text
    ran = amp("summary", "--template", "nomination", "--to", str(file), "--include", goal)
    assert ran.err.startswith("No link shows this yet: Own the release\n2 entries leave")


def test_an_empty_journal_makes_an_empty_form(amp: Amp) -> None:
    ran = amp("summary", "--template", "nomination", "--to", "-")
    assert ran.status == 0
    assert "What belongs here: help for others, thanks, newcomers made welcome." in ran.text
