"""Making and opening a journal: keys first, then the encrypted file; a failure leaves nothing behind."""

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from amp_desktop import storage, vault
from amp_desktop.domain.errors import DamagedError, JournalExistsError, KeyringError, NoJournalError
from amp_desktop.journal.location import BACKUPS, DATABASE, holds_journal
from amp_desktop.vault import Cost, Keys, opening_apart

if TYPE_CHECKING:
    from amp_desktop.storage.store import Store


def create(folder: Path, passphrase: str, cost: Cost | None) -> tuple[Keys, "Store", str]:
    """Make keys and an empty journal in `folder`.

    Returns:
        The keys, the open store and the recovery code.

    Raises:
        JournalExistsError: A journal stands there already.
        InvalidValueError: The passphrase is empty.
        NotSavedError: The folder cannot be written; nothing is left there.
    """
    if holds_journal(folder):
        raise JournalExistsError(f"There is a journal in {folder} already.", "Choose another folder.")
    if folder.exists() and not folder.is_dir():
        raise JournalExistsError(f"{folder} is not a folder.", "Choose another place.")
    is_new = not folder.exists()
    try:
        keys, code = vault.create_keys(folder, passphrase, cost=cost)
        store = storage.create_store(folder / DATABASE, keys.data_key, keys.salt)
    except BaseException:
        take_away(folder, folder_too=is_new)
        raise
    return keys, store, code


def unlock(
    folder: Path, *, passphrase: str | None, recovery_code: str | None, keyring: bool, apart: bool = False
) -> Keys:
    """The keys of the journal in `folder`, by the first of the ways that is given.

    Args:
        folder: Where the journal is.
        passphrase: What opens it,
        recovery_code: or this,
        keyring: or what the system's keyring holds.
        apart: Whether the first two are tried in a process of its own, which takes its memory along.

    Raises:
        NoJournalError, WrongPassphraseError, KeyringError, DamagedError, NewerJournalError: As they say.
    """
    if not holds_journal(folder):
        raise NoJournalError(f"There is no journal in {folder}.", "Make one, or say where it is.")
    if passphrase is not None:
        by_passphrase = opening_apart.open_with_passphrase if apart else vault.open_with_passphrase
        return by_passphrase(folder, passphrase)
    if recovery_code is not None:
        by_code = opening_apart.open_with_recovery_code if apart else vault.open_with_recovery_code
        return by_code(folder, recovery_code)
    keys = vault.open_with_keyring(folder) if keyring else None
    if keys is None:
        raise KeyringError("The keyring does not hold the key of this journal.", "Use your passphrase.")
    return keys


def open_store(folder: Path, keys: Keys) -> "Store":
    """The encrypted file of the journal in `folder`.

    Raises:
        DamagedError: It is missing, damaged or not a journal's.
        NewerJournalError: A newer version of the program wrote it.
    """
    database = folder / DATABASE
    if not database.exists():
        raise DamagedError(
            f"The journal's file {DATABASE} is missing in {folder}.",
            f"Restore it from a backup in “{BACKUPS}”.",
        )
    return storage.open_store(database, keys.data_key, keys.salt)


def take_away(folder: Path, *, folder_too: bool) -> None:
    """Remove what is left of a journal that did not come to be, and its folder if it was made for it."""
    for path in (*folder.glob("keys.json*"), *folder.glob(f"{DATABASE}*")):
        path.unlink(missing_ok=True)
    if folder_too:
        with contextlib.suppress(OSError):
            folder.rmdir()
