"""An opened journal's keys, and the key file that they vouch for."""

from dataclasses import dataclass, field, replace
from enum import Enum
from pathlib import Path
from typing import Self
from uuid import UUID

from amp_desktop.domain.errors import DamagedError
from amp_desktop.vault import keyfolder
from amp_desktop.vault.keyfile import KeyFile


class Way(Enum):
    """Which way opened a journal, in words for a person."""

    PASSPHRASE = "passphrase"  # noqa: S105 - a word
    RECOVERY_CODE = "recovery code"
    KEYRING = "keyring"


@dataclass(frozen=True, slots=True)
class Keys:
    """An opened journal's keys. What is secret is not in its repr, so that no log can hold it.

    Attributes:
        data_key: The 32 bytes that the database is encrypted with.
        salt: The 16 bytes at the head of the database.
        journal_id: The journal that these keys open.
        data_key_id: Names the data key without telling it.
        generation: The key file's version when it was opened.
        opened_by: Which way opened it; the passphrase, for a journal just made.
    """

    data_key: bytes = field(repr=False)
    salt: bytes = field(repr=False)
    journal_id: UUID
    data_key_id: str
    generation: int
    opened_by: Way

    @classmethod
    def from_file(cls, key_file: KeyFile, data_key: bytes, way: Way) -> Self:
        """Put together what a key file says and the data key that one of its ways gave."""
        return cls(
            data_key=data_key,
            salt=key_file.database_salt,
            journal_id=key_file.journal_id,
            data_key_id=key_file.data_key_id,
            generation=key_file.generation,
            opened_by=way,
        )


def opened(folder: Path, key_file: KeyFile, data_key: bytes, way: Way) -> Keys:
    """Verify the key file's seal, mend its copies and give the keys; DamagedError if the seal is wrong."""
    _verify(key_file, data_key)
    keyfolder.mend(folder, key_file)
    return Keys.from_file(key_file, data_key, way)


def own_key_file(folder: Path, keys: Keys) -> KeyFile:
    """Read the key file that these keys opened; DamagedError if it is another, else as `keyfolder.read`."""
    key_file = keyfolder.read(folder)
    _verify(key_file, keys.data_key)
    return key_file


def rewrite(folder: Path, keys: Keys, changed: KeyFile) -> None:
    """Write a changed key file as its next generation, sealed anew; errors as `keyfolder.write`."""
    keyfolder.write(folder, replace(changed, generation=changed.generation + 1).sealed(keys.data_key))


def _verify(key_file: KeyFile, data_key: bytes) -> None:
    if not key_file.is_sealed_by(data_key):
        raise DamagedError(
            "The journal's key file was changed by something other than this program.",
            "Restore it from one of your backups; your entries were not touched.",
        )
