"""Where a journal stands on the disk."""

import os
from pathlib import Path

DATABASE = "journal.db"
BACKUPS = "backups"
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
    return (folder / DATABASE).exists() or (folder / "keys.json").exists()


def make_private(folder: Path) -> None:
    """Make `folder` and what is missing above it, readable by its owner alone."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)
