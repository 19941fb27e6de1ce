"""The key file's format: what `keys.json` holds, and how it is read without trusting it.

The file holds *slots*, each a wrapped copy of the journal's data key. Two seals lie over it: a checksum that
anybody can verify, so that a damaged file is never mistaken for a wrong passphrase, and a MAC under the data
key, so that nobody without the key can change a word of it unnoticed.
"""

import hashlib
import hmac
import json
from dataclasses import dataclass, replace
from typing import Generic, Self, TypeVar
from uuid import UUID

from amp_desktop.domain.errors import DamagedError, NewerJournalError
from amp_desktop.vault import cipher, fields
from amp_desktop.vault.derivation import Argon2id, Hkdf
from amp_desktop.vault.fields import Fields

FORMAT = 1
LARGEST_FILE = 16 * 1024
"""Bytes; a key file is about one kilobyte, and more than this is never read."""

# What a number may be that only counts: what every JSON reader holds exactly.
COUNTS = range(1, 2**53)

Derivation = TypeVar("Derivation", Argon2id, Hkdf)


@dataclass(frozen=True, slots=True)
class KeySlot(Generic[Derivation]):
    """A wrapped copy of the data key.

    Attributes:
        derivation: How what the person types becomes the wrapping key.
        wrapped: The data key under that key.
    """

    derivation: Derivation
    wrapped: cipher.Wrapped

    def to_fields(self) -> Fields:
        """Give the slot as it stands in the file."""
        return {
            "derivation": self.derivation.to_fields(),
            "nonce": self.wrapped.nonce.hex(),
            "wrapped": self.wrapped.ciphertext.hex(),
        }

    @classmethod
    def from_fields(cls, value: object, way: type[Derivation]) -> "KeySlot[Derivation]":
        """Read a slot whose key is derived in the given way; ValueError if it is anything else."""
        held = fields.exactly(value, {"derivation", "nonce", "wrapped"})
        wrapped = cipher.Wrapped(
            nonce=fields.octets(held["nonce"], cipher.NONCE_BYTES),
            ciphertext=fields.octets(held["wrapped"], cipher.WRAPPED_BYTES),
        )
        return KeySlot(way.from_fields(held["derivation"]), wrapped)


def associated_data(journal_id: UUID, slot: str, derivation: Argon2id | Hkdf) -> bytes:
    """Say what a slot is bound to, so that it opens in no other journal, place or derivation."""
    binding: Fields = {"format": FORMAT, "journal_id": str(journal_id), "slot": slot}
    return _canonical(binding | {"derivation": derivation.to_fields()})


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFile:
    """What `keys.json` holds.

    Attributes:
        journal_id: The journal that these keys open.
        generation: Counts the file's versions, from 1.
        data_key_id: Names the data key without telling it (see `cipher.data_key_id`).
        database_salt: The 16 bytes at the head of the encrypted database.
        keyring: Whether the mentee asked for the system's keyring to hold the data key too.
        passphrase: The slot that the passphrase opens.
        recovery_code: The slot that the recovery code opens.
        mac: The seal under the data key; empty until `sealed`.
    """

    journal_id: UUID
    generation: int
    data_key_id: str
    database_salt: bytes
    keyring: bool
    passphrase: KeySlot[Argon2id]
    recovery_code: KeySlot[Hkdf]
    mac: bytes = b""

    def sealed(self, data_key: bytes) -> "KeyFile":
        """Give the same file with its MAC under the data key."""
        return replace(self, mac=cipher.mac(data_key, _canonical(self._content())))

    def is_sealed_by(self, data_key: bytes) -> bool:
        """Tell whether this data key is the file's own and sealed every word of it."""
        genuine = cipher.mac(data_key, _canonical(self._content()))
        return hmac.compare_digest(self.mac, genuine) and self.data_key_id == cipher.data_key_id(data_key)

    def to_bytes(self) -> bytes:
        """Give the sealed file's bytes, laid out for a person to look at."""
        held = self._content() | {"mac": self.mac.hex()}
        return json.dumps(held | {"checksum": _checksum(held)}, indent=1).encode() + b"\n"

    def _content(self) -> Fields:
        return {
            "format": FORMAT,
            "journal_id": str(self.journal_id),
            "generation": self.generation,
            "data_key_id": self.data_key_id,
            "database_salt": self.database_salt.hex(),
            "keyring": self.keyring,
            "slots": {
                "passphrase": self.passphrase.to_fields(),
                "recovery_code": self.recovery_code.to_fields(),
            },
        }

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """Read a key file that anybody may have written.

        Raises:
            DamagedError: It is too large, not whole, or not one of ours.
            NewerJournalError: It is whole, and of a format that came later.
        """
        try:
            held = _whole(data)
            if fields.number(held["format"], COUNTS) == FORMAT:
                return cls._from_fields(held)
        # RecursionError: thousands of opening brackets.
        except (ValueError, RecursionError):
            raise DamagedError(
                "The journal's key file is damaged.",
                "Restore it from one of your backups; your entries were not touched.",
            ) from None
        raise NewerJournalError(
            "This journal was made by a newer version of AMP Journal.",
            "Update the program, then open it again.",
        )

    @classmethod
    def _from_fields(cls, held: Fields) -> Self:
        content = {"format", "journal_id", "generation", "data_key_id", "database_salt", "keyring", "slots"}
        fields.exactly(held, content | {"mac", "checksum"})
        slots = fields.exactly(held["slots"], {"passphrase", "recovery_code"})
        return cls(
            journal_id=fields.uuid(held["journal_id"]),
            generation=fields.number(held["generation"], COUNTS),
            data_key_id=fields.octets(held["data_key_id"], cipher.ID_BYTES).hex(),
            database_salt=fields.octets(held["database_salt"], cipher.SALT_BYTES),
            keyring=fields.flag(held["keyring"]),
            passphrase=KeySlot.from_fields(slots["passphrase"], Argon2id),
            recovery_code=KeySlot.from_fields(slots["recovery_code"], Hkdf),
            mac=fields.octets(held["mac"], cipher.MAC_BYTES),
        )


def _canonical(held: Fields) -> bytes:
    return json.dumps(held, sort_keys=True, separators=(",", ":")).encode()


def _checksum(held: Fields) -> str:
    return hashlib.sha256(_canonical(held)).hexdigest()


def _whole(data: bytes) -> Fields:
    """Give the fields if the checksum over the others is right: a rule that every later format keeps."""
    if len(data) > LARGEST_FILE:
        raise ValueError("too large")
    held = json.loads(data.decode("ascii"))
    if not isinstance(held, dict) or not {"format", "checksum"} <= held.keys():
        raise ValueError("not a key file")
    if held["checksum"] != _checksum({name: held[name] for name in held if name != "checksum"}):
        raise ValueError("not as it was written")
    return held
