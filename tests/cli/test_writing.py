"""`new` and `add`, as their users see them."""

import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from amp_desktop.domain.entry import Kind
from amp_desktop.domain.errors import DiskFullError
from amp_desktop.domain.kinds.registry import ENTRY_TYPES
from amp_desktop.journal import Journal
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


@pytest.mark.parametrize("kind", list(ENTRY_TYPES))
def test_add_prints_the_new_id_alone(amp: Amp, kind: Kind) -> None:
    added = amp("add", kind, "A title\nand a body\n\nof two parts", "--day", "2026-07-22")
    assert added.status == 0
    entry = amp("show", added.text.strip(), "--sealed", "--json").json
    assert added.text == entry["id"] + "\n"
    assert entry["kind"] == kind
    assert (entry["title"], entry["body"]) == ("A title", "and a body\n\nof two parts")
    assert (entry["day"], entry["sharing"]) == ("2026-07-22", "private")
    assert entry.get("sealed", False) == ENTRY_TYPES[kind].IS_ALWAYS_SEALED


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
        (("note", "text", "--day", "tomorrow"), "tomorrow"),
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


@pytest.mark.parametrize(
    ("words", "title", "body"),
    [
        ((), "first", "second"),
        (("-",), "first", "second"),
        (("Headline",), "Headline", "first\nsecond"),
        (("Two", "words", "-"), "Two words", "first\nsecond"),
        (("Headline\nand body",), "Headline", "and body\nfirst\nsecond"),
        (("-", "a dash"), "- a dash", "first\nsecond"),
    ],
)
def test_nothing_that_is_piped_in_is_dropped(amp: Amp, words: tuple[str, ...], title: str, body: str) -> None:
    entry = amp("show", amp("add", "note", *words, stdin="first\r\nsecond\n").text.strip(), "--json").json
    assert (entry["title"], entry["body"]) == (title, body)


def test_what_is_piped_in_is_read_when_nothing_else_is_wrong(amp: Amp) -> None:
    assert amp("add", "note", "--field", "nonsense", stdin="kept").status == 2
    assert sys.stdin.read() == "kept"


@pytest.mark.parametrize(("word", "back"), [("today", 0), ("Yesterday", 1)])
def test_a_day_may_be_a_word(amp: Amp, journal: Journal, word: str, back: int) -> None:
    journal.save_preferences(replace(journal.preferences, day_ends_at=6))
    day = journal.today() - timedelta(days=back)
    added = amp("add", "note", "x", "--day", word).text.strip()
    assert amp("show", added, "--json").json["day"] == day.isoformat()
    assert len(amp("list", "--since", word, "--until", word, "--json").json) == 1
    assert amp("list", "--until", (day - timedelta(days=1)).isoformat(), "--json").json == []


@pytest.mark.parametrize("command", [("list",), ("check",), ("summary", "--to", "-"), ("add", "note", "x")])
def test_where_there_is_no_journal_yet_the_way_to_one_is_told(
    amp: Amp, tmp_path: Path, command: tuple[str, ...]
) -> None:
    ran = amp("--journal", str(tmp_path / "none"), *command)
    assert (ran.status, ran.out) == (1, b"")
    assert "amp-desktop new" in ran.err


def test_a_tilde_is_the_home_folder_where_no_shell_says_so(
    amp: Amp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("AMP_JOURNAL", "~/x")
    monkeypatch.chdir(tmp_path)
    assert amp("new").status == 0
    assert amp("--journal=~/x", "backup", "--to=~/stick").status == 0
    assert {path.name for path in (tmp_path / "home").iterdir()} == {"x", "stick"}
    assert not (tmp_path / "~").exists()


def test_what_cannot_be_saved_waits_until_it_can(
    amp: Amp, journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise DiskFullError("The disk is full.", "Make room.")

    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    with monkeypatch.context() as patch:
        patch.setattr(Journal, "save_entry", full)
        ran = amp("add", "note", "Headline", stdin="canarytext")
    assert (ran.status, ran.out) == (1, b"")
    assert ran.err.startswith("The disk is full. What you wrote waits")
    assert not any(b"canarytext" in file.read_bytes() for file in (tmp_path / "state").rglob("*.unsaved"))
    (entry,) = journal.unsaved.take_in().entries
    assert (entry.title, entry.body) == ("Headline", "canarytext")


def test_what_is_piped_in_is_not_read_for_a_file_that_cannot_be_attached(amp: Amp, tmp_path: Path) -> None:
    assert amp("add", "note", "--attach", str(tmp_path / "none"), stdin="kept").status == 1
    assert sys.stdin.read() == "kept"
