"""Beginning with a template from a terminal."""

import os
import subprocess
import sys

import pytest

from amp_desktop.domain.entry_template import EntryTemplate
from amp_desktop.journal import Journal
from tests.cli.conftest import Amp


def test_templates_are_listed_with_the_name_to_give(amp: Amp, journal: Journal) -> None:
    journal.templates.save(EntryTemplate(id="own", name="My own"))
    journal.templates.remove("gratitude")
    lines = [line.split(maxsplit=2) for line in amp("templates").text.splitlines()]
    assert lines[0] == ["daily-note", "note", "Daily note"]
    assert lines[-1] == ["own", "any", "kind    My own"]
    assert "gratitude" not in [line[0] for line in lines]


def test_a_template_gives_title_body_and_tags(amp: Amp) -> None:
    added = amp("add", "note", "--template", "midterm-preparation", "--tag", "mine", "--day", "2026-08-14")
    entry = amp("show", added.text.strip(), "--json").json
    assert entry["title"] == "Before the midterm evaluation"
    assert entry["body"].startswith("## How far the project is\n")
    assert (entry["tags"], entry["day"]) == (["midterm", "mine"], "2026-08-14")


def test_the_text_gives_the_title_and_stands_before_the_questions(amp: Amp) -> None:
    added = amp("add", "challenge", "--template", "Stuck", stdin="The release hangs\nSince noon.\n")
    entry = amp("show", added.text.strip(), "--json").json
    assert entry["title"] == "The release hangs"
    assert entry["body"].startswith("Since noon.\n\n## What happens\n")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals of this kind")
def test_a_person_at_a_terminal_is_not_waited_for(amp: Amp) -> None:
    try:
        ours, theirs = os.openpty()
    except OSError:
        pytest.skip("this machine gives out no pseudo-terminals")
    command = [sys.executable, "-m", "amp_desktop", "add", "note", "--template", "daily-note"]
    added = subprocess.run(command, stdin=theirs, capture_output=True, text=True, timeout=60)
    os.close(theirs)
    os.close(ours)
    assert (added.returncode, added.stderr) == (0, "")
    assert amp("show", added.stdout.strip(), "--json").json["body"].startswith("## What I did")


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("note", "--template", "nonsense"), "daily-note"),
        (("goal", "--template", "stuck"), "challenge"),
    ],
)
def test_a_template_that_does_not_serve_is_refused(amp: Amp, arguments: tuple[str, ...], named: str) -> None:
    refused = amp("add", *arguments)
    assert (refused.status, refused.out) == (2, b"")
    assert named in refused.err
    assert amp("list", "--json").json == []
