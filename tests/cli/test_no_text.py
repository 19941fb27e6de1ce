"""Bytes that are no text are refused in one sentence where a command takes words; a file may be named so."""

import os
import sys
from pathlib import Path

import click
import pytest

from amp_desktop.cli.arguments import FILE, WORDS
from amp_desktop.cli.main import commands
from tests.cli.conftest import Amp

NO_TEXT = "caf\udce9"
"""How Python hands over bytes that are not UTF-8."""


@pytest.mark.parametrize(
    "arguments",
    [
        "summary --to x.md --audience",
        "summary --to x.md --template",
        "summary --to x.md --include",
        "summary --to x.md --format",
        "summary --to x.md --since",
        "list --tag",
        "list --kind",
        "list --status",
        "list --until",
        "show",
        "search",
        "add",
        "add note",
        "add note x --day",
        "add note x --tag",
        "add note x --field",
        "add note x --template",
        "tags rename",
        "tags rename a",
        "attachment --to x",
        "import",
        "export --format",
        "--journal",
        "backup --to",
        "restore x --to",
        "demo --to",
        "demo --today",
    ],
)
def test_what_is_no_text_is_wrong_usage(
    amp: Amp, arguments: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    rest = {"import": ["x"], "tags rename": ["b"], "--journal": ["list"]}.get(arguments, [])
    ran = amp(*arguments.split(), NO_TEXT, *rest)
    assert ran.status == 2
    assert ran.text == ""
    assert "made a mistake" not in ran.err
    assert not (tmp_path / "x.md").exists()


def test_no_command_takes_words_unseen() -> None:
    context = click.Context(commands)
    for name in commands.list_commands(context):
        command = commands.get_command(context, name)
        assert command is not None
        for part in (command, *getattr(command, "commands", {}).values()):
            for parameter in part.params:
                assert parameter.type is not click.STRING, (name, parameter.name)
    assert WORDS is not FILE


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are bytes there")
def test_a_file_may_be_named_so(amp: Amp, tmp_path: Path) -> None:
    amp("add", "note", "x", "--shareable")
    target = os.fsdecode(bytes(tmp_path) + b"/caf\xe9.md")
    assert amp("summary", "--to", target).status == 0
    assert Path(target).exists()
