"""Where a journal stands on the disk."""

import os
from pathlib import Path

from amp_desktop.storage.names import BACKUPS, DATABASE, KEYS

__all__ = ["BACKUPS", "DATABASE", "ENVIRONMENT_VARIABLE", "default_folder", "holds_journal"]

ENVIRONMENT_VARIABLE = "AMP_JOURNAL"


def default_folder() -> Path:
    """`$AMP_JOURNAL`, or else the platform's own place for a program's data."""
    named = os.environ.get(ENVIRONMENT_VARIABLE)
    if named:
        return Path(named)
    from platformdirs import user_data_path

    return user_data_path("amp-journal", appauthor=False)


def holds_journal(folder: Path) -> bool:
    """Whether a journal, or a part of one, stands in `folder`."""
    return (folder / DATABASE).exists() or (folder / KEYS).exists()
