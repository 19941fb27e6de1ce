"""The system's keyring as a third way in: real where it works, one sentence where it does not."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from amp_desktop import vault
from amp_desktop.domain.errors import KeyringError, NotSavedError
from amp_desktop.vault import keyring_child, keyring_store

if TYPE_CHECKING:
    from tests.vault.conftest import Made

PROGRAMS = ("dbus-run-session", "gnome-keyring-daemon")
needs_secret_service = pytest.mark.skipif(
    not all(shutil.which(program) for program in PROGRAMS), reason=f"needs {' and '.join(PROGRAMS)}"
)

START_KEYRING = 'printf secret | gnome-keyring-daemon --unlock --components=secrets >/dev/null; exec "$@"'


def in_a_session(made: "Made", script: str) -> Any:
    """Run a script in a session of its own with a fresh, unlocked keyring; give the JSON that it prints."""
    home = made.folder.parent / "home"
    home.mkdir(mode=0o700, exist_ok=True)
    variables = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR")
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "PYTHONPATH") if name in os.environ}
    head = (
        "import json, sys; from pathlib import Path; from amp_desktop import vault;"
        "from amp_desktop.domain.errors import *\n"
        "folder, passphrase = Path(sys.argv[1]), sys.argv[2]\n"
        "keys = vault.open_with_passphrase(folder, passphrase)\n"
    )
    session = ["dbus-run-session", "--", "sh", "-c", START_KEYRING, "sh"]
    done = subprocess.run(
        [*session, sys.executable, "-c", head + script, str(made.folder), made.passphrase],
        env=kept | dict.fromkeys(variables, str(home)),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture
def enabled(made: "Made", monkeypatch: pytest.MonkeyPatch) -> "Made":
    """A journal whose keyring way is on, as if a keyring had kept the key."""
    with monkeypatch.context() as patch:
        patch.setattr(keyring_store, "write", lambda journal_id, data_key: None)
        vault.remember_in_keyring(made.folder, made.keys)
    return made


@pytest.mark.keyring
@needs_secret_service
def test_a_real_keyring_opens_the_journal_until_it_is_told_to_forget(made: "Made") -> None:
    told = in_a_session(
        made,
        """
before = vault.open_with_keyring(folder)
vault.remember_in_keyring(folder, keys)
opened = vault.open_with_keyring(folder)
import keyring
held = keyring.get_password(vault.APPLICATION_ID, str(keys.journal_id))
vault.change_passphrase(folder, keys, passphrase, cost=vault.Cost(8192, 1, 1))
after_change = vault.open_with_keyring(folder)
vault.forget_in_keyring(folder, keys)
print(json.dumps([
    before, opened.opened_by.value, opened.data_key == keys.data_key, held == keys.data_key.hex(),
    after_change.data_key == keys.data_key,
    vault.keyring_enabled(folder), vault.open_with_keyring(folder),
    keyring.get_password(vault.APPLICATION_ID, str(keys.journal_id)),
]))
""",
    )
    assert told == [None, "keyring", True, True, True, False, None, None]


@pytest.mark.keyring
@needs_secret_service
def test_a_locked_keyring_is_told_and_the_passphrase_opens(made: "Made") -> None:
    told = in_a_session(
        made,
        """
import secretstorage
from amp_desktop.vault import keyring_store
vault.remember_in_keyring(folder, keys)
secretstorage.get_default_collection(secretstorage.dbus_init()).lock()
try:
    vault.open_with_keyring(folder)
    sentence = "opened"
except KeyringError as trouble:
    sentence = trouble.sentence
opens = vault.open_with_passphrase(folder, passphrase).data_key == keys.data_key
print(json.dumps([sentence, opens]))
""",
    )
    sentence, opens = told
    assert sentence == "The system's keyring is locked."  # and not that it kept silent
    assert opens


@pytest.mark.keyring
@needs_secret_service
def test_a_keyring_that_lost_or_exchanged_the_key_is_told(made: "Made") -> None:
    told = in_a_session(
        made,
        """
import keyring
vault.remember_in_keyring(folder, keys)
sentences = []
for held in ("ab" * 32, "ab", "no hex at all", None):
    if held is None:
        keyring.delete_password(vault.APPLICATION_ID, str(keys.journal_id))
    else:
        keyring.set_password(vault.APPLICATION_ID, str(keys.journal_id), held)
    try:
        vault.open_with_keyring(folder)
    except KeyringError as trouble:
        sentences.append(trouble.sentence)
print(json.dumps(sentences))
""",
    )
    assert told == [
        "The system's keyring holds another journal's key.",
        "The system's keyring holds something that is no journal's key.",
        "The system's keyring holds something that is no journal's key.",
        "The system's keyring holds no key for this journal.",
    ]


def test_the_keyring_is_not_asked_until_the_mentee_wants_it(
    made: "Made", monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keyring_store, "_command", lambda: pytest.fail("asked the keyring"))
    assert not vault.keyring_enabled(made.folder)
    assert vault.open_with_keyring(made.folder) is None


WITHOUT_A_STORE = {
    "no D-Bus": {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent"},
    "null": {"PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"},
    "fail": {"PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"},
    "plain text": {"PYTHON_KEYRING_BACKEND": "plaintext_keyring.Keyring"},
    "not there": {"PYTHON_KEYRING_BACKEND": "no_such_module.Keyring"},
}
PLAIN_TEXT_KEYRING = """
from pathlib import Path
from keyring.backend import KeyringBackend

class Keyring(KeyringBackend):
    priority = 20
    def get_password(self, service, username):
        return Path(__file__).with_name("leaked").read_text()
    def set_password(self, service, username, password):
        Path(__file__).with_name("leaked").write_text(password)
"""


@pytest.mark.parametrize("reason", WITHOUT_A_STORE)
def test_what_is_no_safe_store_is_not_given_the_key(
    enabled: "Made", tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reason: str
) -> None:
    (tmp_path / "plaintext_keyring.py").write_text(PLAIN_TEXT_KEYRING)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    for name, value in WITHOUT_A_STORE[reason].items():
        monkeypatch.setenv(name, value)
    before = enabled.first.read_bytes()
    with pytest.raises(KeyringError, match="keyring") as told:
        vault.remember_in_keyring(enabled.folder, enabled.keys)
    with pytest.raises(KeyringError) as asked:
        vault.open_with_keyring(enabled.folder)
    # A store that is none answers; it is not waited for until it is late.
    assert not [one for one in (told, asked) if "in time" in str(one.value)]
    assert told.value.advice == "Your passphrase opens the journal as always."
    assert enabled.keys.data_key.hex() not in str(told.value)
    assert not (tmp_path / "leaked").exists()
    assert enabled.first.read_bytes() == before
    enabled.assert_passphrase_opens()


HANGS = (
    "import faulthandler, threading; faulthandler.dump_traceback_later(60, exit=True);"
    "threading.Event().wait()"
)
"""Does nothing; one that nobody ends dies at last, and another sentence comes of that."""


@pytest.mark.parametrize(
    ("child", "sentence"),
    [
        (HANGS, "did not answer in time"),
        ("raise SystemExit(3)", "could not be used"),
        ("print('no JSON')", "could not be used"),
        ("print('[]')", "could not be used"),
        ("import os; os.kill(os.getpid(), 9)", "could not be used"),
    ],
)
def test_a_child_that_hangs_dies_or_babbles_ends_in_a_sentence(
    enabled: "Made", monkeypatch: pytest.MonkeyPatch, child: str, sentence: str
) -> None:
    monkeypatch.setattr(keyring_store, "_command", lambda: [sys.executable, "-c", child])
    if child == HANGS:
        monkeypatch.setattr(keyring_store, "LIMIT_SECONDS", 0.2)
    with pytest.raises(KeyringError, match=sentence):
        vault.open_with_keyring(enabled.folder)
    enabled.assert_passphrase_opens()


def test_a_child_that_cannot_be_started_ends_in_a_sentence(
    enabled: "Made", monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keyring_store, "_command", lambda: ["/nonexistent/python"])
    with pytest.raises(KeyringError, match="could not be used"):
        vault.open_with_keyring(enabled.folder)


def test_the_key_stands_in_no_argument_and_no_environment(
    made: "Made", monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[Any] = []
    run = subprocess.run

    def watched(arguments: list[str], **options: Any) -> Any:
        started.append((arguments, options.get("env"), dict(os.environ)))
        return run(arguments, **options)

    monkeypatch.setattr(subprocess, "run", watched)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    with pytest.raises(KeyringError):
        vault.remember_in_keyring(made.folder, made.keys)
    assert started
    assert made.keys.data_key.hex() not in repr(started)


def test_forgetting_turns_it_off_even_when_the_keyring_is_gone(
    enabled: "Made", monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    with pytest.raises(KeyringError, match="no longer asks it"):
        vault.forget_in_keyring(enabled.folder, enabled.keys)
    assert not vault.keyring_enabled(enabled.folder)
    assert vault.open_with_keyring(enabled.folder) is None


def test_a_key_file_that_cannot_be_written_takes_the_key_back_out(
    made: "Made", monkeypatch: pytest.MonkeyPatch
) -> None:
    removed: list[object] = []

    def refuse(descriptor: int) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(keyring_store, "write", lambda journal_id, data_key: None)
    monkeypatch.setattr(keyring_store, "remove", removed.append)
    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(NotSavedError):
        vault.remember_in_keyring(made.folder, made.keys)
    assert removed == [made.keys.journal_id]
    assert not vault.keyring_enabled(made.folder)


class Chain:
    """Stands for keyring's chainer: a plain-text store first, then a real one."""

    def __init__(self, *backends: object) -> None:
        self.backends = list(backends)


def test_of_a_chain_the_first_real_store_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    import keyring
    from keyring.backends import SecretService, null

    plain: Any = null.Keyring
    real: Any = SecretService.Keyring
    chain = Chain(plain(), real())
    monkeypatch.setattr(keyring, "get_keyring", lambda: chain)
    assert keyring_child._real_store() is chain.backends[1]
    monkeypatch.setattr(keyring, "get_keyring", lambda: Chain(plain()))
    assert keyring_child._real_store() is None


def test_a_store_that_swallows_the_secret_is_found_by_reading_back(monkeypatch: pytest.MonkeyPatch) -> None:
    from keyring.backends import null

    monkeypatch.setattr(keyring_child, "_real_store", null.Keyring)
    request = keyring_child.KeyringRequest(action="write", service="test", user="test", secret="ab" * 32)
    assert keyring_child.answer(request)["trouble"] == "lost"


def answers(monkeypatch: pytest.MonkeyPatch, secret: str | None, trouble: str | None = None) -> None:
    """Let a child give this answer, as a keyring would that works."""
    printed = json.dumps({"secret": secret, "trouble": trouble})
    monkeypatch.setattr(keyring_store, "_command", lambda: [sys.executable, "-c", f"print({printed!r})"])


def test_the_key_that_the_keyring_holds_opens(enabled: "Made", monkeypatch: pytest.MonkeyPatch) -> None:
    answers(monkeypatch, enabled.keys.data_key.hex())
    opened = vault.open_with_keyring(enabled.folder)
    assert opened is not None
    assert opened.data_key == enabled.keys.data_key
    assert opened.opened_by is vault.Way.KEYRING


@pytest.mark.parametrize(
    ("held", "sentence"),
    [
        (None, "The system's keyring holds no key for this journal."),
        ("no hex at all", "The system's keyring holds something that is no journal's key."),
        ("ab" * 31, "The system's keyring holds something that is no journal's key."),
        ("ab" * 33, "The system's keyring holds something that is no journal's key."),
        ("ab" * 32, "The system's keyring holds another journal's key."),
    ],
)
def test_what_is_not_the_key_opens_nothing(
    enabled: "Made", monkeypatch: pytest.MonkeyPatch, held: str | None, sentence: str
) -> None:
    answers(monkeypatch, held)
    with pytest.raises(KeyringError) as told:
        vault.open_with_keyring(enabled.folder)
    assert told.value.sentence == sentence
    assert told.value.advice == "Your passphrase opens the journal as always."


@pytest.mark.parametrize(
    ("trouble", "sentence"),
    [
        ("no store", "This system has no keyring that keeps secrets safely."),
        ("locked", "The system's keyring is locked."),
        ("lost", "The system's keyring did not keep what it was given."),
        ("refused", "The system's keyring could not be used."),
    ],
)
def test_each_trouble_has_its_sentence(
    made: "Made", monkeypatch: pytest.MonkeyPatch, trouble: str, sentence: str
) -> None:
    answers(monkeypatch, None, trouble)
    with pytest.raises(KeyringError) as told:
        vault.remember_in_keyring(made.folder, made.keys)
    assert told.value.sentence == sentence
    assert not vault.keyring_enabled(made.folder)


class Store:
    """A keyring in memory, which counts what is asked of it."""

    def __init__(self) -> None:
        self.held: dict[tuple[str, str], str] = {}
        self.removed = 0

    def get_password(self, service: str, user: str) -> str | None:
        return self.held.get((service, user))

    def set_password(self, service: str, user: str, secret: str) -> None:
        self.held[service, user] = secret

    def delete_password(self, service: str, user: str) -> None:
        del self.held[service, user]
        self.removed += 1


class LockedStore(Store):
    def get_password(self, service: str, user: str) -> str | None:
        from keyring.errors import KeyringLocked

        raise KeyringLocked


def asked(action: str, secret: str | None = None) -> keyring_child.KeyringAnswer:
    return keyring_child.answer(
        keyring_child.KeyringRequest(action=action, service="service", user="user", secret=secret)
    )


def test_a_store_is_written_read_and_emptied(monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store()
    monkeypatch.setattr(keyring_child, "_real_store", lambda: store)
    assert asked("read") == {"secret": None, "trouble": None}
    assert asked("write", "ab") == {"secret": "ab", "trouble": None}
    assert store.held == {("service", "user"): "ab"}
    assert asked("read") == {"secret": "ab", "trouble": None}
    assert asked("remove") == {"secret": None, "trouble": None}
    assert asked("remove") == {"secret": None, "trouble": None}
    assert (store.held, store.removed) == ({}, 1)


def test_a_locked_store_says_so_and_one_without_sense_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyring_child, "_real_store", LockedStore)
    assert asked("read") == {"secret": None, "trouble": "locked"}
    monkeypatch.setattr(keyring_child, "_real_store", object)
    assert asked("read") == {"secret": None, "trouble": "refused"}
    monkeypatch.setattr(keyring_child, "_real_store", lambda: None)
    assert asked("read") == {"secret": None, "trouble": "no store"}
