"""Asks the system's keyring, as a program of its own that can be ended when it does not answer.

One request as JSON on standard input, one answer as JSON on standard output; the secret passes through these
pipes alone. Run by `keyring_store`, and by nobody else.
"""

import json
import sys
from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

REAL_STORES = frozenset(
    f"keyring.backends.{name}" for name in ("SecretService", "libsecret", "kwallet", "macOS", "Windows")
)
"""The stores that encrypt and keep what they are given; others may write plain text or swallow it."""


class KeyringRequest(TypedDict):
    """What is asked: an action ("read", "write", "remove") on one secret."""

    action: str
    service: str
    user: str
    secret: str | None


class KeyringAnswer(TypedDict):
    """What came of it: the secret that is now held, if any, or a word of trouble."""

    secret: str | None
    trouble: str | None


def answer(request: KeyringRequest) -> KeyringAnswer:
    """Do what is asked; what goes wrong becomes a word: "no store", "locked", "refused" or "lost"."""
    try:
        from keyring.errors import KeyringLocked

        store = _real_store()
        if store is None:
            return KeyringAnswer(secret=None, trouble="no store")
        try:
            held = _done(store, request)
        except KeyringLocked:
            return KeyringAnswer(secret=None, trouble="locked")
    except Exception:  # noqa: BLE001 - a store raises what it likes, and the journal must open all the same
        return KeyringAnswer(secret=None, trouble="refused")
    return KeyringAnswer(
        secret=held, trouble="lost" if held != request["secret"] and request["action"] != "read" else None
    )


def _done(store: "KeyringBackend", request: KeyringRequest) -> str | None:
    """Do what is asked and read back what the store holds afterwards."""
    service, user, secret = request["service"], request["user"], request["secret"]
    if request["action"] == "write" and secret is not None:
        store.set_password(service, user, secret)
    elif request["action"] == "remove" and store.get_password(service, user) is not None:
        store.delete_password(service, user)
    return store.get_password(service, user)


def _real_store() -> "KeyringBackend | None":
    """Give the first real store of those that the system and its owner chose."""
    import keyring

    chosen = keyring.get_keyring()
    candidates = getattr(chosen, "backends", None) or [chosen]
    return next((store for store in candidates if type(store).__module__ in REAL_STORES), None)


if __name__ == "__main__":
    json.dump(answer(json.load(sys.stdin)), sys.stdout)
