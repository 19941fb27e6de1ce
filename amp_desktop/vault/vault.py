"""Making, opening and changing a journal's keys.

1. `draw_keys` draws a data key and wraps it for the passphrase and a recovery code; `DrawnKeys.write` makes
   the key file of them.
2. `open_with_…` reads the key file, gets the data key in one of three ways and verifies the file's seal.
3. Changing a way in rewrites this one kilobyte; the data key stays, and with it the database.
"""

import secrets
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from uuid import UUID, uuid4

from amp_desktop.domain.errors import (
    KeyringError,
    NotSavedError,
    WrongPassphraseError,
    WrongRecoveryCodeError,
)
from amp_desktop.vault import cipher, keyfolder, keyring_store, passphrase, recovery
from amp_desktop.vault.derivation import Argon2id, Cost, Hkdf
from amp_desktop.vault.keyfile import KeyFile, KeySlot, associated_data
from amp_desktop.vault.keys import Keys, Way, opened, own_key_file, rewrite

PASSPHRASE_SLOT = "passphrase"  # noqa: S105 - a name
RECOVERY_SLOT = "recovery_code"


@dataclass(frozen=True, slots=True)
class KeyFileHeader:
    """What a key file tells without being opened. Nothing vouches for it until one of `open_with_…` has."""

    journal_id: UUID
    data_key_id: str
    generation: int
    keyring: bool
    database_salt: bytes


@dataclass(frozen=True, slots=True)
class DrawnKeys:
    """Keys for a new journal, which stand on no disk yet. What is secret is not in their repr.

    Attributes:
        keys: What opens the journal's file.
        recovery_code: It is kept nowhere, and shown to the mentee once.
    """

    keys: Keys
    recovery_code: str = field(repr=False)
    _key_file: KeyFile = field(repr=False)

    def write(self, folder: Path) -> None:
        """Make the key file in a folder, which is made if it is missing.

        Raises:
            JournalExistsError: A key file, or something that is no folder, is there already.
            NotSavedError: The key file could not be written; nothing is left of it.
        """
        keyfolder.create(folder, self._key_file)


def draw_keys(chosen: str, *, cost: Cost | None = None) -> DrawnKeys:
    """Draw a new journal's keys; takes about a second and touches no disk.

    Args:
        chosen: The passphrase.
        cost: What a try at the passphrase costs; by default what suits this machine, about a second.

    Raises:
        InvalidValueError: The passphrase is empty.
    """
    passphrase.refuse_empty(chosen)
    journal_id, data_key = uuid4(), secrets.token_bytes(cipher.KEY_BYTES)
    recovery_slot, code = _new_recovery_slot(journal_id, data_key)
    key_file = KeyFile(
        journal_id=journal_id,
        generation=1,
        data_key_id=cipher.data_key_id(data_key),
        database_salt=secrets.token_bytes(cipher.SALT_BYTES),
        keyring=False,
        passphrase=_new_passphrase_slot(journal_id, data_key, chosen, cost),
        recovery_code=recovery_slot,
    ).sealed(data_key)
    return DrawnKeys(Keys.from_file(key_file, data_key, Way.PASSPHRASE), code, key_file)


def open_with_passphrase(folder: Path, typed: str) -> Keys:
    """Open a journal's keys with the passphrase. Takes about a second.

    Raises:
        WrongPassphraseError: The key file is whole and this is not its passphrase.
        NoJournalError, DamagedError, NewerJournalError: There is no key file to open; see `keyfolder.read`.
    """
    key_file = keyfolder.read(folder)
    slot = key_file.passphrase
    wrapping_key = passphrase.wrapping_key(typed, slot.derivation)
    data_key = _unwrapped(key_file.journal_id, PASSPHRASE_SLOT, slot, wrapping_key)
    if data_key is None:
        raise WrongPassphraseError(
            "This is not the passphrase of this journal.", "Try again, or use the recovery code."
        )
    return opened(folder, key_file, data_key, Way.PASSPHRASE)


def open_with_recovery_code(folder: Path, typed: str) -> Keys:
    """Open a journal's keys with the recovery code, as a person types it.

    Raises:
        MistypedRecoveryCodeError: The code cannot be one that was ever shown.
        WrongRecoveryCodeError: It is a code, but another journal's or one that was replaced.
        NoJournalError, DamagedError, NewerJournalError: There is no key file to open; see `keyfolder.read`.
    """
    secret = recovery.read(typed)
    key_file = keyfolder.read(folder)
    slot = key_file.recovery_code
    wrapping_key = recovery.wrapping_key(secret, slot.derivation)
    data_key = _unwrapped(key_file.journal_id, RECOVERY_SLOT, slot, wrapping_key)
    if data_key is None:
        raise WrongRecoveryCodeError(
            "This recovery code is another journal's, or it was replaced by a newer one.",
            "Look for the newest code of this journal.",
        )
    return opened(folder, key_file, data_key, Way.RECOVERY_CODE)


def open_with_keyring(folder: Path) -> Keys | None:
    """Open a journal's keys with the system's keyring, or give None if the mentee has not asked for that.

    Raises:
        KeyringError: The keyring does not give this journal's key; ask for the passphrase.
        NoJournalError, DamagedError, NewerJournalError: There is no key file to open; see `keyfolder.read`.
    """
    key_file = keyfolder.read(folder)
    if not key_file.keyring:
        return None
    data_key = keyring_store.read(key_file.journal_id)
    if cipher.data_key_id(data_key) != key_file.data_key_id:
        raise KeyringError("The system's keyring holds another journal's key.", keyring_store.USE_PASSPHRASE)
    return opened(folder, key_file, data_key, Way.KEYRING)


def change_passphrase(folder: Path, keys: Keys, chosen: str, *, cost: Cost | None = None) -> None:
    """Set a new passphrase; the recovery code and the keyring open the journal as before.

    Raises:
        InvalidValueError: The passphrase is empty.
        DamagedError: The key file is not the one that these keys opened.
        NotSavedError: The old passphrase is still the one.
    """
    passphrase.refuse_empty(chosen)
    key_file = own_key_file(folder, keys)
    slot = _new_passphrase_slot(keys.journal_id, keys.data_key, chosen, cost)
    rewrite(folder, keys, replace(key_file, passphrase=slot))


def renew_recovery_code(folder: Path, keys: Keys) -> str:
    """Make a new recovery code and give it, this once; the old one opens nothing from then on.

    Raises:
        DamagedError: The key file is not the one that these keys opened.
        NotSavedError: The old code is still the one.
    """
    key_file = own_key_file(folder, keys)
    slot, code = _new_recovery_slot(keys.journal_id, keys.data_key)
    rewrite(folder, keys, replace(key_file, recovery_code=slot))
    return code


def keyring_enabled(folder: Path) -> bool:
    """Tell whether the mentee asked for the keyring to open this journal; errors as `keyfolder.read`."""
    return keyfolder.read(folder).keyring


def remember_in_keyring(folder: Path, keys: Keys) -> None:
    """Let the system's keyring open this journal from now on, besides the passphrase.

    Raises:
        KeyringError: The keyring does not keep the key; nothing was changed.
        DamagedError: The key file is not the one that these keys opened.
        NotSavedError: The key file could not be written; the keyring was asked to forget again.
    """
    key_file = own_key_file(folder, keys)
    keyring_store.write(keys.journal_id, keys.data_key)
    try:
        rewrite(folder, keys, replace(key_file, keyring=True))
    except NotSavedError:
        with suppress(KeyringError):
            keyring_store.remove(keys.journal_id)
        raise


def forget_in_keyring(folder: Path, keys: Keys) -> None:
    """Never ask the keyring again, and take the key out of it.

    Raises:
        KeyringError: The journal asks it no more, but the keyring may still hold the key.
        DamagedError: The key file is not the one that these keys opened.
        NotSavedError: The key file could not be written; nothing was changed.
    """
    rewrite(folder, keys, replace(own_key_file(folder, keys), keyring=False))
    try:
        keyring_store.remove(keys.journal_id)
    except KeyringError as trouble:
        raise KeyringError(
            f"{trouble.sentence} The journal no longer asks it, but its copy of the key may still be there.",
            f"Remove the entry “{keyring_store.APPLICATION_ID}” with your system's own password program.",
        ) from None


def read_header(folder: Path) -> KeyFileHeader:
    """Tell what a journal's key file says without opening it; errors as `keyfolder.read`."""
    return _header(keyfolder.read(folder))


def header_of(data: bytes) -> KeyFileHeader:
    """Tell the same of a key file's bytes; raises as `KeyFile.from_bytes`."""
    return _header(KeyFile.from_bytes(data))


def key_file_bytes(folder: Path) -> bytes:
    """Give the key file's bytes for a backup, from whichever copy is whole; errors as `keyfolder.read`."""
    return keyfolder.read(folder).to_bytes()


def restore_key_file(folder: Path, data: bytes) -> None:
    """Put a backup's key file in the place of a lost one; its own passphrase and code open the journal.

    What is left of the lost one is kept under another name.

    Raises:
        DamagedError, NewerJournalError: The bytes are no key file of ours, or a newer one.
        NotSavedError: It could not be written; what was there still is.
    """
    keyfolder.replace_lost(folder, KeyFile.from_bytes(data))


def remove_keys(folder: Path) -> None:
    """Take away the key file of a journal that did not come to be. Only for who made it."""
    keyfolder.remove(folder)


def _header(key_file: KeyFile) -> KeyFileHeader:
    return KeyFileHeader(
        key_file.journal_id,
        key_file.data_key_id,
        key_file.generation,
        key_file.keyring,
        key_file.database_salt,
    )


def _new_passphrase_slot(
    journal_id: UUID, data_key: bytes, chosen: str, cost: Cost | None
) -> KeySlot[Argon2id]:
    derivation = passphrase.new_derivation(cost)
    associated = associated_data(journal_id, PASSPHRASE_SLOT, derivation)
    return KeySlot(derivation, cipher.wrap(data_key, passphrase.wrapping_key(chosen, derivation), associated))


def _new_recovery_slot(journal_id: UUID, data_key: bytes) -> tuple[KeySlot[Hkdf], str]:
    secret, derivation = recovery.new_secret(), recovery.new_derivation()
    associated = associated_data(journal_id, RECOVERY_SLOT, derivation)
    wrapped = cipher.wrap(data_key, recovery.wrapping_key(secret, derivation), associated)
    return KeySlot(derivation, wrapped), recovery.written(secret)


def _unwrapped(
    journal_id: UUID, name: str, slot: KeySlot[Argon2id] | KeySlot[Hkdf], wrapping_key: bytes
) -> bytes | None:
    return cipher.unwrap(slot.wrapped, wrapping_key, associated_data(journal_id, name, slot.derivation))
