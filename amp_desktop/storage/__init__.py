"""The journal's encrypted file.

Importing this is cheap; `preload`, or the first journal, loads what it needs.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from amp_desktop.storage.names import BACKUPS, DATABASE, KEYS, WINDOW_LOCK

if TYPE_CHECKING:
    from amp_desktop.storage.store import Store

__all__ = ["BACKUPS", "DATABASE", "KEYS", "WINDOW_LOCK", "create_store", "open_store", "preload"]


def create_store(path: Path, key: bytes, salt: bytes) -> "Store":
    """Make a new journal's file and open it (see `Store.create`)."""
    # SQLAlchemy takes longer to load than the window to appear.
    from amp_desktop.storage.store import Store

    return Store.create(path, key, salt)


def open_store(path: Path, key: bytes, salt: bytes, *, read_only: bool = False) -> "Store":
    """Open a journal's file (see `Store.open`)."""
    from amp_desktop.storage.store import Store

    return Store.open(path, key, salt, read_only=read_only)


def preload() -> None:
    """Load what a journal needs, for a moment when nobody waits: while the passphrase is being typed."""
    from amp_desktop.storage import driver, store  # noqa: F401 - loading it is all that is wanted

    driver.load()
