"""Key files that were lost or damaged: told as what they are, and brought back from a backup.

A journal's keys never change with its entries, so the key file of any backup of the same journal opens it as
it stands today. It opens with what was in force then: an older passphrase, an older recovery code.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from amp_desktop import storage, vault
from amp_desktop.domain.backup import Backup
from amp_desktop.domain.errors import (
    DamagedError,
    InvalidValueError,
    JournalError,
    LostKeysError,
    NoJournalError,
)
from amp_desktop.journal.location import BACKUPS, DATABASE, lacks_keys

ADVICE = "Any backup of this journal has them too, and brings them back. No entry is touched."


def keys_missing(folder: Path) -> LostKeysError:
    """What is said of a journal without its key files."""
    return LostKeysError(f"The key files of the journal in {folder} are missing.", ADVICE)


@contextmanager
def lost_keys_told(folder: Path) -> Iterator[None]:
    """Tell of a key file that is missing or damaged beside a journal's file as of one that can be had back.

    Raises:
        LostKeysError: It is so.
    """
    try:
        yield
    except NoJournalError as error:
        if lacks_keys(folder):
            raise keys_missing(folder) from error
        raise
    except DamagedError as error:
        if (folder / DATABASE).exists():
            raise LostKeysError(error.sentence, ADVICE) from error
        raise


def bring_keys_back(folder: Path, backup: Path | None = None) -> Backup | None:
    """Take the key file of a backup of the journal in `folder`; its entries are not touched.

    What is left of the lost key files is kept under other names.

    Args:
        folder: Where the journal is.
        backup: Which backup; None for the one in its own folder whose key file is the newest, if the
            journal's own ones are not whole.

    Returns:
        The backup whose key file was taken, or None where the journal's own are whole.

    Raises:
        NoJournalError: There is no journal's file, or no backup that helps.
        InvalidValueError: The backup is another journal's.
        DamagedError: The backup is not whole.
        NotSavedError: The folder cannot be written; what was there still is.
    """
    database = folder / DATABASE
    if not database.is_file():
        raise NoJournalError(f"There is no {DATABASE} in {folder}.", "Restore a backup into a new folder.")
    if backup is not None:
        if not _fits(backup, database):
            raise InvalidValueError(f"This is a backup of another journal: {backup}", "Choose another one.")
        found = storage.describe_backup(backup)
    elif _are_whole(folder):
        return None
    else:
        found = _newest_keys(folder)
    vault.restore_key_file(folder, storage.keys_in_backup(found.path))
    return found


def _are_whole(folder: Path) -> bool:
    try:
        return storage.belongs_to(folder / DATABASE, vault.read_header(folder).database_salt)
    except (NoJournalError, DamagedError):
        return False


def _newest_keys(folder: Path) -> Backup:
    """The backup in the journal's own folder whose key file was written last."""
    written: dict[int, Backup] = {}
    for made in reversed(storage.backups_in(folder / BACKUPS)):
        with suppress(JournalError):  # another journal's, a newer version's, or one that has gone meanwhile
            if _fits(made.path, folder / DATABASE):
                written[vault.header_of(storage.keys_in_backup(made.path)).generation] = made
    if not written:
        raise NoJournalError(
            f"There is no backup of this journal in {folder / BACKUPS}.",
            "Name one that is kept elsewhere with “--keys-from”.",
        )
    return written[max(written)]


def _fits(backup: Path, database: Path) -> bool:
    """Whether a backup is of the journal in that file."""
    return storage.belongs_to(database, vault.header_of(storage.keys_in_backup(backup)).database_salt)
