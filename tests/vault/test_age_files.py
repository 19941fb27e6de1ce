"""Files protected with a passphrase: `age` itself opens them, and nothing else does."""

import os
import select
import shutil
import subprocess
import sys
from pathlib import Path

import pyrage
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from amp_desktop.domain.errors import DamagedError, InvalidValueError, JournalError, WrongPassphraseError
from amp_desktop.vault import age_child, age_files, child

PASSPHRASE = "grüne Tür, drei Enten"
CONTENT = b"%PDF the very bytes \x00\xff\n" * 5


@pytest.fixture(scope="module")
def protected() -> bytes:
    return age_files.encrypt(CONTENT, PASSPHRASE)


def test_only_the_passphrase_opens_it(protected: bytes) -> None:
    assert protected.startswith(b"age-encryption.org/v1\n-> scrypt ")
    assert b"very bytes" not in protected
    assert age_files.decrypt(protected, PASSPHRASE) == CONTENT
    with pytest.raises(WrongPassphraseError, match="not the passphrase of this file"):
        age_files.decrypt(protected, "another")


def test_what_nobody_could_type_opens_nothing(protected: bytes) -> None:
    with pytest.raises(WrongPassphraseError, match="not the passphrase of this file"):
        age_files.decrypt(protected, "half a character \udc80")


def test_letters_composed_in_two_ways_are_the_same_passphrase(protected: bytes) -> None:
    apart = "gru\u0308ne Tu\u0308r, drei Enten"
    assert apart != PASSPHRASE
    assert age_files.decrypt(protected, apart) == CONTENT


def test_in_a_process_of_its_own_it_is_the_same(protected: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    here: list[str] = []
    monkeypatch.setattr(age_files, "run", lambda *given: here.append(given[0]))
    made = age_files.encrypt(CONTENT, PASSPHRASE, apart=True)
    assert age_files.decrypt(made, PASSPHRASE, apart=True) == CONTENT
    with pytest.raises(WrongPassphraseError, match="not the passphrase of this file"):
        age_files.decrypt(protected, "another", apart=True)
    assert not here


@pytest.mark.parametrize("script", ["raise SystemExit(1)", "print('babble')", "print('{}')"])
def test_without_a_process_that_answers_it_is_done_here(script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "command", lambda _: [sys.executable, "-c", script])
    monkeypatch.setattr(age_files, "run", lambda action, content, _: action.encode() + content)
    assert age_files.encrypt(b" it", PASSPHRASE, apart=True) == b"encrypt it"


@pytest.mark.parametrize("passphrase", ["", "two\nlines", "tab\there", "\udc80"])
def test_what_nobody_could_type_is_refused(passphrase: str) -> None:
    with pytest.raises(InvalidValueError) as refused:
        age_files.encrypt(CONTENT, passphrase)
    assert passphrase == "" or passphrase not in str(refused.value)


def test_what_is_damaged_or_another_file_is_said_to_be(protected: bytes) -> None:
    for broken in (b"", b"junk", protected[:-1], protected[:60], protected[:-1] + bytes([protected[-1] ^ 1])):
        with pytest.raises(DamagedError):
            age_files.decrypt(broken, PASSPHRASE)


def _of_work(work: int, secret: bytes = b"") -> bytes:
    return b"age-encryption.org/v1\n-> scrypt c2FsdA %d\n" % work + secret


@pytest.mark.parametrize(
    ("works", "kept"),
    [([18, 14], 18), ([14, 17, 19], 17), ([16, 14, 19], 19), ([14, 16, 15, 13, 12, 19], 16)],
)
def test_a_busy_machine_makes_no_file_that_is_easy_to_guess(
    works: list[int], kept: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = iter(works)
    monkeypatch.setattr(pyrage.passphrase, "encrypt", lambda *_: _of_work(next(made)))
    assert age_files.encrypt(CONTENT, PASSPHRASE) == _of_work(kept)


def test_what_is_too_costly_for_a_moment_is_tried_again(
    protected: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    costly, decrypt = [1, 2, 3], pyrage.passphrase.decrypt

    def busy(content: bytes, passphrase: str) -> bytes:
        if costly.pop():
            raise pyrage.DecryptError("Excessive work parameter for passphrase.")
        return bytes(decrypt(content, passphrase))

    monkeypatch.setattr(pyrage.passphrase, "decrypt", busy)
    costly.insert(0, 0)
    assert age_files.decrypt(protected, PASSPHRASE) == CONTENT
    costly.extend([1] * 9)
    with pytest.raises(DamagedError):
        age_files.decrypt(protected, PASSPHRASE)
    assert costly


@given(content=st.binary(max_size=300))
@settings(max_examples=3, deadline=None)
def test_the_child_hands_any_bytes_through(content: bytes) -> None:
    asked = b'{"action": "encrypt", "passphrase": "a b"}\n' + content
    said, _, made = age_child.answer(asked).partition(b"\n")
    assert said == b'{"error": ""}'
    assert age_files.decrypt(made, "a b") == content


def test_the_child_tells_errors_by_their_names() -> None:
    said = age_child.answer(b'{"action": "decrypt", "passphrase": "x"}\njunk')
    assert b'"error": "DamagedError"' in said
    assert issubclass(DamagedError, JournalError)


@pytest.mark.skipif(shutil.which("age") is None, reason="age is not installed here")
def test_the_tool_itself_opens_it(protected: bytes, tmp_path: Path) -> None:
    (tmp_path / "meeting.pdf.age").write_bytes(protected)
    assert _typed(["age", "-d", "-o", "meeting.pdf", "meeting.pdf.age"], tmp_path) == 0
    assert (tmp_path / "meeting.pdf").read_bytes() == CONTENT


def test_how_it_is_opened_is_one_sentence() -> None:
    assert "age -d -o meeting.pdf meeting.pdf.age" in age_files.how_to_open("meeting.pdf.age")
    assert 'age -d -o "my page.pdf" "my page.pdf.age"' in age_files.how_to_open("my page.pdf.age")
    assert age_files.how_to_open("Meeting.AGE").endswith("age -d -o Meeting Meeting.AGE")
    assert age_files.how_to_open("report.txt").endswith("age -d -o opened-report.txt report.txt")


@pytest.mark.skipif(shutil.which("sh") is None, reason="there is no such shell")
@given(
    st.text(
        st.characters(codec="utf-8", exclude_categories=("Cc",), exclude_characters="/"), min_size=1
    ).filter(lambda name: name.strip("."))
)
@example("it's mine; $HOME & `more`")
@example("-o")
@example('a "quoted" \\ one!')
@example("Gespräch")
def test_a_shell_reads_the_names_as_they_are(name: str) -> None:
    command = age_files.how_to_open(f"{name}.age").partition(": ")[2]
    shown = subprocess.run(
        ["sh", "-c", f"age() {{ printf '%s\\n' \"$@\"; }}; {command}"],
        capture_output=True,
        check=True,
    )
    *options, opened, protected = shown.stdout.decode().split("\n")[:-1]
    assert options == ["-d", "-o"]
    assert (Path(opened).name, Path(protected).name) == (name, f"{name}.age")
    assert not opened.startswith("-")


def _typed(command: list[str], folder: Path) -> int:
    """Run it as a person does: the passphrase is typed when the terminal is asked for it."""
    import pty  # Windows has none, and no `age` in its tests

    child_id, terminal = pty.fork()
    if child_id == 0:
        os.chdir(folder)
        os.execvp(command[0], command)
    asked = b""
    while b"passphrase" not in asked and select.select([terminal], [], [], 20)[0]:
        asked += os.read(terminal, 1024)
    os.write(terminal, PASSPHRASE.encode() + b"\n")
    return os.waitstatus_to_exitcode(os.waitpid(child_id, 0)[1])


def test_it_is_not_loaded_before_it_is_used() -> None:
    program = "import sys; import amp_desktop.vault.age_files; assert 'pyrage' not in sys.modules"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
