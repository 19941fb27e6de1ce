"""The few pieces of cryptography that the vault is made of: wrap a key, seal a file, name a key."""

import secrets
from dataclasses import dataclass

KEY_BYTES = 32
SALT_BYTES = 16
NONCE_BYTES = 12
WRAPPED_BYTES = KEY_BYTES + 16
MAC_BYTES = 32
ID_BYTES = 16


@dataclass(frozen=True, slots=True)
class Wrapped:
    """A data key under ChaCha20-Poly1305 (RFC 8439): 12 bytes of nonce, 48 of ciphertext and tag."""

    nonce: bytes
    ciphertext: bytes


def wrap(data_key: bytes, wrapping_key: bytes, associated: bytes) -> Wrapped:
    """Wrap a data key, binding it to the associated data."""
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    nonce = secrets.token_bytes(NONCE_BYTES)
    return Wrapped(nonce, ChaCha20Poly1305(wrapping_key).encrypt(nonce, data_key, associated))


def unwrap(wrapped: Wrapped, wrapping_key: bytes, associated: bytes) -> bytes | None:
    """Give the data key, or None if it was wrapped with another key or bound to other data."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    try:
        return ChaCha20Poly1305(wrapping_key).decrypt(wrapped.nonce, wrapped.ciphertext, associated)
    except InvalidTag:
        return None


def derive(secret: bytes, salt: bytes | None, purpose: bytes, length: int = KEY_BYTES) -> bytes:
    """Derive bytes for one purpose from a secret that is random already (HKDF with SHA-256)."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(algorithm=SHA256(), length=length, salt=salt, info=b"amp-journal " + purpose).derive(secret)


def data_key_id(data_key: bytes) -> str:
    """Name a data key in 32 hex digits that tell nothing of it, so that it can be told from others."""
    return derive(data_key, None, b"data key id", ID_BYTES).hex()


def mac(data_key: bytes, content: bytes) -> bytes:
    """Seal the content under the data key (HMAC with SHA-256)."""
    import hmac

    return hmac.digest(derive(data_key, None, b"key file seal"), content, "sha256")
