"""Where a journal stands on the disk."""

import os
from pathlib import Path

from amp_desktop.files import typed_path
from amp_desktop.storage.names import BACKUPS, DATABASE, KEYS, SIDE_FILES, SPARE_KEYS

__all__ = [
    "BACKUPS",
    "DATABASE",
    "ENVIRONMENT_VARIABLE",
    "default_folder",
    "holds_journal",
    "lacks_keys",
    "parts_in",
]

ENVIRONMENT_VARIABLE = "AMP_JOURNAL"


def default_folder() -> Path:
    """`$AMP_JOURNAL`, or else the platform's own place for a program's data."""
    named = os.environ.get(ENVIRONMENT_VARIABLE)
    if named:
        return typed_path(named)
    from platformdirs import user_data_path

    return user_data_path("amp-journal", appauthor=False)


def holds_journal(folder: Path) -> bool:
    """Whether a journal, or a part of one, stands in `folder`."""
    return any((folder / name).exists() for name in (DATABASE, KEYS, SPARE_KEYS))


def lacks_keys(folder: Path) -> bool:
    """Whether a journal's file stands in `folder`, and neither of its key files does."""
    return (folder / DATABASE).exists() and not any((folder / name).exists() for name in (KEYS, SPARE_KEYS))


def parts_in(folder: Path) -> tuple[str, ...]:
    """Which of the names that a journal's files have are taken in `folder`, whatever bears them."""
    names = (DATABASE, *(DATABASE + suffix for suffix in SIDE_FILES), KEYS, SPARE_KEYS)
    return tuple(name for name in names if os.path.lexists(folder / name))
