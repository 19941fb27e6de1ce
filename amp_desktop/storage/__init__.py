"""The journal's encrypted file.

Importing this is cheap; `preload`, or the first journal, loads what it needs.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from amp_desktop.storage.names import (
    BACKUPS,
    DATABASE,
    KEYS,
    SHORTER_PATH,
    WINDOW_LOCK,
    holds_backups,
)

if TYPE_CHECKING:
    from amp_desktop.domain.backup import Backup, Rotation
    from amp_desktop.storage.store import Store

__all__ = [
    "BACKUPS",
    "DATABASE",
    "KEYS",
    "SHORTER_PATH",
    "WINDOW_LOCK",
    "backups_in",
    "belongs_to",
    "claim",
    "create_store",
    "describe_backup",
    "holds_backups",
    "keys_in_backup",
    "open_store",
    "preload",
    "remove",
    "restore_backup",
    "rotate_backups",
]


def claim(path: Path) -> None:
    """Make the empty file that is to become a journal's (see `creation.claim`)."""
    # SQLAlchemy takes longer to load than the window to appear.
    from amp_desktop.storage import creation

    creation.claim(path)


def create_store(path: Path, key: bytes, salt: bytes, *, claimed: bool = False) -> "Store":
    """Make a new journal's file and open it (see `Store.create`)."""
    from amp_desktop.storage.store import Store

    return Store.create(path, key, salt, claimed=claimed)


def remove(path: Path) -> None:
    """Take away a journal's file that did not come to be (see `creation.remove`)."""
    from amp_desktop.storage import creation

    creation.remove(path)


def open_store(path: Path, key: bytes, salt: bytes, *, read_only: bool = False) -> "Store":
    """Open a journal's file (see `Store.open`)."""
    from amp_desktop.storage.store import Store

    return Store.open(path, key, salt, read_only=read_only)


def backups_in(folder: Path, journal_id: str | None = None) -> "tuple[Backup, ...]":
    """The whole backups in `folder`, the newest first (see `rotation.listed`)."""
    from amp_desktop.storage import rotation

    return rotation.listed(folder, journal_id)


def rotate_backups(made: "Backup") -> "Rotation":
    """Remove what a backup that was just made leaves too many of in its folder (see `rotation.rotate`)."""
    from amp_desktop.storage import rotation

    return rotation.rotate(made)


def restore_backup(path: Path, folder: Path) -> "Backup":
    """Lay out a backup as a journal's folder (see `backup.restore`)."""
    from amp_desktop.storage import backup

    return backup.restore(path, folder)


def describe_backup(path: Path) -> "Backup":
    """What a backup says about itself (see `manifest.describe`)."""
    from amp_desktop.storage import manifest

    return manifest.describe(path)


def keys_in_backup(path: Path) -> bytes:
    """The key file in a backup (see `backup.keys_in`)."""
    from amp_desktop.storage import backup

    return backup.keys_in(path)


def belongs_to(path: Path, salt: bytes) -> bool:
    """Whether the database at `path` is the one that a key file with this salt opens.

    Raises:
        JournalError: It cannot be read.
    """
    from amp_desktop.storage import driver, failures

    with failures.all_translated(path):
        return driver.may_have_salt(path, salt)


def preload() -> None:
    """Load what a journal needs, for a moment when nobody waits: while the passphrase is being typed."""
    from amp_desktop.storage import driver, store  # noqa: F401 - loading it is all that is wanted

    driver.load()
