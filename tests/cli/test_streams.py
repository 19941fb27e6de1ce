"""Standard input, standard output and the window's start, as a shell that starts the program sees them."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from amp_desktop.domain.kinds.note import Note
from amp_desktop.journal import Journal
from tests.conftest import PASSPHRASE

Process = subprocess.CompletedProcess[bytes]
Program = Callable[..., Process]

pytestmark = pytest.mark.skipif(os.name != "posix", reason="it speaks to a shell")


@pytest.fixture
def program(journal: Journal, journal_folder: Path, tmp_path: Path) -> Program:
    """Runs a line of a shell in which `$AMP` is the program, on the journal of the fixture."""
    file = tmp_path / "passphrase"
    file.write_text(f"{PASSPHRASE}\n", encoding="utf-8")
    without = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    usual = {name: value for name, value in os.environ.items() if name not in without}
    amp = tmp_path / "amp"  # the folder of the checkout may hold spaces, which `$AMP` would be parted at
    amp.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m amp_desktop "$@"\n', encoding="utf-8")
    amp.chmod(0o700)
    usual |= {"AMP": str(amp), "HOME": str(tmp_path), "FILE": str(file)}
    usual |= {"AMP_JOURNAL": str(journal_folder), "AMP_PASSPHRASE_FILE": str(file)}

    def run(line: str, **more: str) -> Process:
        return subprocess.run(
            ["sh", "-c", line],
            env=usual | more,
            cwd=tmp_path,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=60,
            check=False,
        )

    return run


def the_one(journal: Journal) -> tuple[str, str]:
    """Title and body of the only entry."""
    (entry,) = journal.entries()
    return entry.title, entry.body


def test_what_is_piped_in_is_utf_8_whatever_the_locale_says(program: Program, journal: Journal) -> None:
    ran = program(
        r"printf '\357\273\277caf\303\251\r\nна\342\200\250ß' | $AMP add note", PYTHONIOENCODING="cp1252"
    )
    assert ran.returncode == 0
    assert the_one(journal) == ("café", "на\u2028ß")


_OBEYED = "a \x1b[31mred\x1b]52;c;aGk=\x07 title\n\nmoved \x1b[2J \x9b31m \x7f\b end\ttab"


def at_terminal(line: str, program: Program) -> str:
    """What a line of a shell prints where its output is a terminal."""
    if not shutil.which("script"):
        pytest.skip("there is no “script” to make a terminal")
    return program(f"script -qec '{line}' /dev/null").stdout.decode().replace("\r\n", "\n")


@pytest.mark.parametrize("command", ["list", "show {id}", "search title", "show {id} --json"])
def test_a_terminal_shows_what_it_would_obey(program: Program, journal: Journal, command: str) -> None:
    title, _, body = _OBEYED.partition("\n\n")
    entry = journal.save_entry(Note(title=title, body=body))
    printed = at_terminal(f"$AMP {command.format(id=entry.id)}", program)
    assert "red" in printed
    assert not re.search("[\0-\b\v-\x1f\x7f-\x9f]", printed)


def test_a_terminal_is_told_so_too_while_the_output_goes_into_a_file(program: Program) -> None:
    printed = at_terminal('$AMP export "$(printf "\\033[31mred")" > out', program)
    assert "␛[31mred, not encrypted" in printed


def test_into_a_file_everything_goes_as_it_is(program: Program, journal: Journal) -> None:
    title, _, body = _OBEYED.partition("\n\n")
    entry = journal.save_entry(Note(title=title, body=body))
    printed = program(f"$AMP show {entry.id}").stdout.decode()
    assert printed.startswith(title)
    assert printed.endswith(f"{body}\n")


@pytest.mark.parametrize(
    ("piped", "encoding"),
    [(r"caf\351", "utf-8"), (r"caf\351", "latin-1"), (r"caf\351", "utf-8:replace"), (r"t\000i\000", "utf-8")],
)
def test_what_is_no_utf_8_is_refused(program: Program, journal: Journal, piped: str, encoding: str) -> None:
    ran = program(f"printf '{piped}' | $AMP add note Headline", PYTHONIOENCODING=encoding)
    assert ran.returncode == 2
    assert b"UTF-8" in ran.stderr
    assert not list(journal.entries())


@pytest.mark.parametrize("line", ["add note {}", "tags rename {} b"])
def test_words_that_are_no_utf_8_are_refused(program: Program, line: str) -> None:
    ran = program("$AMP " + line.format(r'"$(printf "caf\351")"'))
    assert ran.returncode == 2
    assert b"UTF-8" in ran.stderr


@pytest.mark.parametrize("line", ["list >/dev/full", "list --json >&-", "summary --to - >/dev/full"])
def test_output_that_goes_nowhere_is_told(program: Program, journal: Journal, line: str) -> None:
    journal.save_entry(replace(journal.new_entry("note"), title="x"))
    ran = program(f"$AMP {line}")
    assert ran.returncode == 1
    assert b"The output cannot be written" in ran.stderr
    assert b"made a mistake" not in ran.stderr
    assert b"Exception" not in ran.stderr
    assert b"leave" not in ran.stderr


def test_an_entry_whose_id_cannot_be_printed_is_said_to_be_there(program: Program, journal: Journal) -> None:
    ran = program("$AMP add note x > /dev/full")
    assert ran.stderr.startswith(b"The entry was added.")
    assert the_one(journal) == ("x", "")


def test_a_closed_standard_input_is_an_empty_one(program: Program, journal: Journal) -> None:
    assert program("$AMP add note words <&-").returncode == 0
    assert the_one(journal) == ("words", "")
    nothing = program("$AMP add note <&-")
    assert (nothing.returncode, b"nothing to add" in nothing.stderr) == (2, True)


def test_no_file_of_the_journal_takes_the_place_of_closed_streams(program: Program, journal: Journal) -> None:
    ran = program("$AMP export out <&- >&- 2>&-; cat out/journal.json")
    assert ran.stdout.startswith(b"{")


def test_what_is_done_is_done_though_nobody_can_be_told(program: Program) -> None:
    assert program("$AMP export out 2>/dev/full; echo $?; cat out/journal.json").stdout.startswith(b"0\n{")


def test_a_summary_goes_into_what_is_open_already(program: Program) -> None:
    ran = program("echo before > out; $AMP summary --to /dev/stdout --format txt >> out; cat out")
    assert ran.stdout.startswith(b"before\n")
    assert len(ran.stdout) > len(b"before\n")


def test_a_display_that_does_not_answer_is_told(program: Program) -> None:
    ran = program("$AMP", QT_QPA_PLATFORM="xcb", DISPLAY=":7777")
    assert ran.returncode == 1
    assert ran.stderr.startswith(b"No window can be opened")


@pytest.mark.parametrize("line", ["--passphrase-file $FILE", "--journal . --passphrase-file=$FILE"])
def test_without_a_command_the_window_is_meant(program: Program, line: str) -> None:
    ran = program(f"$AMP {line}")
    assert ran.returncode == 1
    assert b"There is no display" in ran.stderr


def test_a_wrong_passphrase_opens_no_window(program: Program) -> None:
    ran = program("echo wrong > no; $AMP --passphrase-file no", QT_QPA_PLATFORM="offscreen")
    assert ran.returncode == 3
    assert ran.stderr.startswith(b"This is not the passphrase")


def test_a_shell_is_told_the_commands_and_gets_no_window(program: Program) -> None:
    asked = program(
        "$AMP", _AMP_DESKTOP_COMPLETE="bash_complete", COMP_WORDS="amp-desktop ba", COMP_CWORD="1"
    )
    assert (asked.returncode, asked.stdout, asked.stderr) == (0, b"plain,backup\n", b"")
