"""Opening a journal's keys in a process of its own, for a program that goes on running.

Argon2's memory and the libraries for ciphers go when that process ends: about 8 MB less for as long as a
window stands. Where no process can be had, the keys are opened here all the same.
"""

from pathlib import Path

from amp_desktop.domain import errors
from amp_desktop.vault import child, keyfolder, vault
from amp_desktop.vault.cipher import KEY_BYTES
from amp_desktop.vault.keys import Keys, Way
from amp_desktop.vault.opening_child import OpeningAnswer, OpeningRequest

CHILD = "amp_desktop.vault.opening_child"


def open_with_passphrase(folder: Path, typed: str) -> Keys:
    """As `vault.open_with_passphrase` does, and with its errors."""
    try:
        return _opened(folder, Way.PASSPHRASE, typed)
    except child.ChildError:
        return vault.open_with_passphrase(folder, typed)


def open_with_recovery_code(folder: Path, typed: str) -> Keys:
    """As `vault.open_with_recovery_code` does, and with its errors."""
    try:
        return _opened(folder, Way.RECOVERY_CODE, typed)
    except child.ChildError:
        return vault.open_with_recovery_code(folder, typed)


def _opened(folder: Path, way: Way, typed: str) -> Keys:
    request = OpeningRequest(folder=str(folder.absolute()), way=way.value, typed=typed)
    answer: OpeningAnswer = child.ask(child.command(CHILD), request)
    try:
        error = _error(*answer["error"]) if answer["error"] else None
        data_key = bytes.fromhex(answer["data_key"] or "")
    except (TypeError, KeyError, ValueError):
        raise child.ChildError from None
    if error is not None:
        raise error
    if len(data_key) != KEY_BYTES:
        raise child.ChildError
    # The child has verified the seal of the key file; what else stands in it is no secret.
    return Keys.from_file(keyfolder.read(folder), data_key, way)


def _error(name: str, sentence: str, advice: str) -> errors.JournalError:
    kind = getattr(errors, name, None)
    if not (isinstance(kind, type) and issubclass(kind, errors.JournalError)):
        kind = errors.JournalError
    return kind(sentence, advice)
