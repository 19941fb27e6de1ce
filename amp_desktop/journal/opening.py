"""Making and opening a journal: keys first, then the encrypted file.

A failure takes away what was made until then, step by step, and nothing else: a folder may hold older copies
of a journal, and another maker may be at work in it.
"""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from amp_desktop import storage, vault
from amp_desktop.domain.errors import (
    DamagedError,
    InvalidValueError,
    JournalExistsError,
    KeyringError,
    NoJournalError,
)
from amp_desktop.journal.location import BACKUPS, DATABASE, holds_journal, parts_in
from amp_desktop.journal.repair import lost_keys_told
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
    require_free(folder)
    drawn = vault.draw_keys(passphrase, cost=cost)
    database = folder / DATABASE
    # Each step names what is to go again when a later one fails.
    with new_folders(folder), contextlib.ExitStack() as undo:
        storage.claim(database)
        undo.callback(storage.remove, database)
        drawn.write(folder)
        undo.callback(vault.remove_keys, folder)
        store = storage.create_store(database, drawn.keys.data_key, drawn.keys.salt, claimed=True)
        undo.pop_all()
    return drawn.keys, store, drawn.recovery_code


def require_free(folder: Path) -> None:
    """Look whether a journal can be made in `folder`; nothing is changed.

    Raises:
        JournalExistsError: A journal, or a part of one, stands there already, or it is no folder.
        InvalidValueError: Its path is too long for a journal and its backups.
    """
    if folder.exists() and not folder.is_dir():
        raise JournalExistsError(f"{folder} is not a folder.", "Choose another place.")
    if not storage.holds_backups(folder):
        raise InvalidValueError(f"The path of this folder is too long: {folder}", storage.SHORTER_PATH)
    if taken := parts_in(folder):
        raise JournalExistsError(
            f"There is a journal, or a part of one, in {folder} already: {', '.join(taken)}.",
            "Choose another folder.",
        )


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
        NoJournalError, WrongPassphraseError, KeyringError, NewerJournalError: As they say.
        LostKeysError: Its key files are missing or damaged.
    """
    if not holds_journal(folder):
        raise NoJournalError(f"There is no journal in {folder}.", "Make one, or say where it is.")
    with lost_keys_told(folder):
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


def take_away(folder: Path) -> None:
    """Remove a journal that was laid out in an empty folder."""
    vault.remove_keys(folder)
    storage.remove(folder / DATABASE)


@contextlib.contextmanager
def new_folders(folder: Path) -> Iterator[None]:
    """Let `folder` and those above it go again if they come to be meanwhile, it fails and they are empty."""
    missing = [place for place in (folder, *folder.parents) if not place.exists()]
    try:
        yield
    except BaseException:
        with contextlib.suppress(OSError):
            for place in missing:
                place.rmdir()
        raise
