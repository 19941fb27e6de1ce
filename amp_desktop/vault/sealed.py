"""Words of a journal that wait outside of its file, under a key of their own derived from the data key."""

import secrets

from amp_desktop.vault import cipher
from amp_desktop.vault.keys import Keys

_HEAD = b"AMP unsaved 1\n"


def seal(keys: Keys, content: bytes) -> bytes:
    """Encrypt content so that only this journal's keys open it, and no byte can be changed unnoticed."""
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    nonce = secrets.token_bytes(cipher.NONCE_BYTES)
    return _HEAD + nonce + ChaCha20Poly1305(_key(keys)).encrypt(nonce, content, _bound_to(keys))


def unseal(keys: Keys, sealed: bytes) -> bytes | None:
    """What `seal` was given, or None if it is another journal's, or not whole."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    head, rest = sealed[: len(_HEAD)], sealed[len(_HEAD) :]
    nonce, ciphertext = rest[: cipher.NONCE_BYTES], rest[cipher.NONCE_BYTES :]
    if head != _HEAD or len(nonce) < cipher.NONCE_BYTES:
        return None
    try:
        return ChaCha20Poly1305(_key(keys)).decrypt(nonce, ciphertext, _bound_to(keys))
    except InvalidTag:
        return None


def _key(keys: Keys) -> bytes:
    return cipher.derive(keys.data_key, None, b"unsaved text")


def _bound_to(keys: Keys) -> bytes:
    return _HEAD + keys.journal_id.bytes
