"""`new` and `add`, as their users see them."""

from pathlib import Path

import pytest

from amp_desktop.domain.entry import Kind
from tests.cli.conftest import Amp


def test_new_prints_the_recovery_code_alone_and_makes_a_journal(amp: Amp, tmp_path: Path) -> None:
    made = amp("--journal", str(tmp_path / "another"), "new")
    assert made.status == 0
    assert len(made.text.strip().replace("-", "")) == 33
    assert amp("--journal", str(tmp_path / "another"), "list", "--json").json == []


def test_new_leaves_a_journal_that_is_there_alone(amp: Amp) -> None:
    amp("add", "note", "still here")
    refused = amp("new")
    assert (refused.status, refused.out) == (1, b"")
    assert "already" in refused.err
    assert [e["title"] for e in amp("list", "--json").json] == ["still here"]


@pytest.mark.parametrize("kind", list(Kind))
def test_add_prints_the_new_id_alone(amp: Amp, kind: Kind) -> None:
    added = amp("add", kind.value, "A title\nand a body\n\nof two parts", "--day", "2026-07-22")
    assert added.status == 0
    entry = amp("show", added.text.strip(), "--json").json
    assert added.text == entry["id"] + "\n"
    assert entry["kind"] == kind.value
    assert (entry["title"], entry["body"]) == ("A title", "and a body\n\nof two parts")
    assert (entry["day"], entry["sharing"]) == ("2026-07-22", "private")


def test_add_reads_standard_input(amp: Amp) -> None:
    added = amp("add", "note", stdin="नमस्ते\r\nالسلام عليكم\n今天学到了很多\n")
    entry = amp("show", added.text.strip(), "--json").json
    assert entry["title"] == "नमस्ते"
    assert entry["body"] == "السلام عليكم\n今天学到了很多"


def test_add_takes_fields_tags_and_sharing(amp: Amp) -> None:
    arguments = [
        "--field",
        "status=achieved",
        "--field",
        "area=code-or-design",
        "--field",
        "target_day=2026-08-01",
    ]
    added = amp("add", "goal", "Own the release", *arguments, "--tag", "cli", "--tag", "#CLI", "--shareable")
    entry = amp("show", added.text.strip(), "--json").json
    assert entry["fields"]["status"] == "achieved"
    assert entry["fields"]["area"] == "code or design"
    assert entry["fields"]["target_day"] == "2026-08-01"
    assert (entry["tags"], entry["sharing"]) == (["cli"], "shareable")


def test_evidence_may_be_given_several_times(amp: Amp) -> None:
    links = ["https://example.org/1", "https://example.org/2"]
    added = amp("add", "milestone", "Done", *(f"--field=evidence={link}" for link in links))
    assert amp("show", added.text.strip(), "--json").json["fields"]["evidence"] == links


def test_a_check_in_needs_no_text(amp: Amp) -> None:
    added = amp("add", "self-care", "--field", "mood=4")
    assert amp("show", added.text.strip(), "--json").json["fields"]["mood"] == 4


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("diary", "text"), "diary"),
        (("note", "text", "--day", "yesterday"), "yesterday"),
        (("note", "text", "--field", "mood=3"), "mood"),
        (("self-care", "text", "--field", "mood=9"), "mood"),
        (("goal", "text", "--field", "status=late"), "late"),
        (("note", "text", "--field", "nonsense"), "nonsense"),
        (("self-care", "text", "--shareable"), "self-care"),
        (("note", "  "), "nothing"),
    ],
)
def test_what_the_journal_does_not_know_is_said_and_nothing_is_added(
    amp: Amp, arguments: tuple[str, ...], named: str
) -> None:
    refused = amp("add", *arguments)
    assert (refused.status, refused.out) == (2, b"")
    assert named in refused.err
    assert "Traceback" not in refused.err
    assert amp("list", "--json").json == []
