"""Keys opened in a process of their own."""

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from amp_desktop.domain.errors import (
    DamagedError,
    JournalError,
    MistypedRecoveryCodeError,
    NoJournalError,
    WrongPassphraseError,
)
from amp_desktop.vault import Way, child, opening_apart

if TYPE_CHECKING:
    from tests.vault.conftest import Made


def test_passphrase_and_code_give_the_keys_that_they_give_here(made: "Made") -> None:
    by_passphrase = opening_apart.open_with_passphrase(made.folder, made.passphrase)
    by_code = opening_apart.open_with_recovery_code(made.folder, made.code)
    assert by_passphrase == made.keys
    assert by_code.data_key == made.keys.data_key
    assert by_code.opened_by is Way.RECOVERY_CODE


def test_ciphers_are_not_loaded_for_it(made: "Made") -> None:
    script = (
        "import sys; from pathlib import Path; from amp_desktop.vault import opening_apart\n"
        "keys = opening_apart.open_with_passphrase(Path(sys.argv[1]), sys.stdin.read())\n"
        "print(len(keys.data_key), sorted({'argon2', 'cryptography'} & set(sys.modules)))"
    )
    command = [sys.executable, "-c", script, str(made.folder)]
    done = subprocess.run(command, input=made.passphrase, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "32 []"


def test_what_is_wrong_is_said_as_it_is_said_here(made: "Made") -> None:
    with pytest.raises(WrongPassphraseError) as wrong:
        opening_apart.open_with_passphrase(made.folder, "another")
    assert wrong.value.sentence == "This is not the passphrase of this journal."
    assert "recovery code" in wrong.value.advice
    with pytest.raises(MistypedRecoveryCodeError):
        opening_apart.open_with_recovery_code(made.folder, "no code")
    for file in (made.first, made.spare):
        file.write_bytes(b"{")
    with pytest.raises(DamagedError):
        opening_apart.open_with_passphrase(made.folder, made.passphrase)
    for file in (made.first, made.spare):
        file.unlink()
    with pytest.raises(NoJournalError):
        opening_apart.open_with_passphrase(made.folder, made.passphrase)


@pytest.mark.parametrize(
    "command",
    [
        ["/nonexistent/python"],
        [sys.executable, "-c", "raise SystemExit(3)"],
        [sys.executable, "-c", "print('no JSON')"],
        [sys.executable, "-c", "print('[]')"],
        [sys.executable, "-c", "print('{}')"],
        [sys.executable, "-c", """print('{"data_key": "zz", "error": null}')"""],
        [sys.executable, "-c", """print('{"data_key": "ab", "error": null}')"""],
        [sys.executable, "-c", "import os; os.kill(os.getpid(), 9)"],
    ],
)
def test_without_a_child_that_answers_the_keys_are_opened_here(
    made: "Made", monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    monkeypatch.setattr(child, "command", lambda _: command)
    assert opening_apart.open_with_passphrase(made.folder, made.passphrase).data_key == made.keys.data_key
    assert opening_apart.open_with_recovery_code(made.folder, made.code).data_key == made.keys.data_key
    with pytest.raises(WrongPassphraseError):
        opening_apart.open_with_passphrase(made.folder, "another")


def test_no_secret_stands_in_arguments_or_environment(made: "Made", monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[Any] = []
    run = subprocess.run

    def watched(arguments: list[str], **options: Any) -> Any:
        started.append((arguments, options.get("env"), dict(os.environ)))
        return run(arguments, **options)

    monkeypatch.setattr(subprocess, "run", watched)
    opening_apart.open_with_passphrase(made.folder, made.passphrase)
    assert started
    assert made.passphrase not in repr(started)
    assert made.keys.data_key.hex() not in repr(started)


def test_an_error_that_this_program_does_not_know_is_still_a_sentence(
    made: "Made", monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("ErrorOfALaterVersion", "JournalErrors", "annotations"):
        answer = json.dumps({"data_key": None, "error": [name, "It is late.", "Sleep."]})
        command = [sys.executable, "-c", f"print({answer!r})"]
        monkeypatch.setattr(child, "command", lambda _, command=command: command)
        with pytest.raises(JournalError) as told:
            opening_apart.open_with_passphrase(made.folder, made.passphrase)
        assert (type(told.value), told.value.sentence, told.value.advice) == (
            JournalError,
            "It is late.",
            "Sleep.",
        )
