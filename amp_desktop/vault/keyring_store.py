"""The system's keyring as a third holder of the data key: asked in a child process, believed in nothing.

The keyring library can wait for ever on a prompt that nobody sees; so it runs in a process that is ended
after `LIMIT_SECONDS`, and every failure is a `KeyringError` after which the passphrase still opens.
"""

from uuid import UUID

from amp_desktop.domain.errors import KeyringError
from amp_desktop.vault import child
from amp_desktop.vault.cipher import KEY_BYTES
from amp_desktop.vault.keyring_child import KeyringAnswer, KeyringRequest

APPLICATION_ID = "io.github.amp_journal"
"""The keyring's service name for every journal; the user name is the journal's id."""

LIMIT_SECONDS = 20.0

USE_PASSPHRASE = "Your passphrase opens the journal as always."  # noqa: S105 - a sentence

_SENTENCES = {
    "no store": "This system has no keyring that keeps secrets safely.",
    "locked": "The system's keyring is locked.",
    "lost": "The system's keyring did not keep what it was given.",
    "late": "The system's keyring did not answer in time.",
}
_REFUSED = "The system's keyring could not be used."


def read(journal_id: UUID) -> bytes:
    """Give the data key that the keyring holds for a journal.

    Raises:
        KeyringError: The keyring is missing, locked, silent, or holds no key for this journal.
    """
    held = _ask("read", journal_id, None)
    if held is None:
        raise KeyringError("The system's keyring holds no key for this journal.", USE_PASSPHRASE)
    try:
        data_key = bytes.fromhex(held)
    except ValueError:
        data_key = b""
    if len(data_key) != KEY_BYTES:
        raise KeyringError("The system's keyring holds something that is no journal's key.", USE_PASSPHRASE)
    return data_key


def write(journal_id: UUID, data_key: bytes) -> None:
    """Give the data key to the keyring and read it back; KeyringError if it is not held afterwards."""
    _ask("write", journal_id, data_key.hex())


def remove(journal_id: UUID) -> None:
    """Take a journal's key out of the keyring; KeyringError if it may still be there."""
    _ask("remove", journal_id, None)


def _command() -> list[str]:
    return child.command("amp_desktop.vault.keyring_child")


def _ask(action: str, journal_id: UUID, secret: str | None) -> str | None:
    """Put one request to a fresh child and give the secret that the keyring holds afterwards."""
    request = KeyringRequest(action=action, service=APPLICATION_ID, user=str(journal_id), secret=secret)
    try:
        answer: KeyringAnswer = child.ask(_command(), request, seconds=LIMIT_SECONDS)
        held, trouble = answer["secret"], answer["trouble"]
    except child.ChildError as error:
        held, trouble = None, "late" if error.late else "refused"
    except (TypeError, KeyError):
        held, trouble = None, "refused"
    if trouble:
        raise KeyringError(_SENTENCES.get(trouble, _REFUSED), USE_PASSPHRASE)
    return held
