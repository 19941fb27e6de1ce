"""What lies in a journal's folder, and how a journal's file says what it is."""

import os
from pathlib import Path
from typing import NamedTuple

DATABASE = "journal.db"
KEYS = "keys.json"
SPARE_KEYS = "keys.json.bak"
BACKUPS = "backups"
WINDOW_LOCK = "window.lock"

SIDE_FILES = ("-wal", "-shm", "-journal")
"""What SQLite appends to the name of a database for the files that it keeps beside it."""

LONGEST_PATH = 504
"""Bytes of the longest path that SQLite opens a database at, wherever its links lead."""

SHORTER_PATH = "Choose a folder with a shorter path."
_LONGEST_COPY = "amp-journal-20260722-120000-99.db.part"


def beside(path: Path, suffix: str) -> Path:
    """The file that SQLite keeps beside the database at `path`."""
    return path.with_name(path.name + suffix)


def fits(path: Path) -> bool:
    """Whether SQLite can open a database at `path`."""
    return len(os.fsencode(path.resolve())) <= LONGEST_PATH


def holds_backups(folder: Path) -> bool:
    """Whether a journal in `folder` can be backed up there."""
    return fits(folder / BACKUPS / _LONGEST_COPY)


APPLICATION_ID = 0x414D504A
"""SQLite's `application_id` of a journal: "AMPJ"."""


class SchemaVersion(NamedTuple):
    """The version of a journal's tables, kept as SQLite's `user_version` (major * 1000 + minor).

    A program reads every older version, by migrating it, and a newer minor one, whose additions it passes
    over. It refuses a newer major one.
    """

    major: int
    minor: int

    @classmethod
    def from_number(cls, number: int) -> "SchemaVersion":
        """The version that `user_version` holds."""
        return cls(*divmod(number, 1000))

    @property
    def number(self) -> int:
        """As `user_version` holds it."""
        return self.major * 1000 + self.minor

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}"


SCHEMA_VERSION = SchemaVersion(2, 2)
"""The version that this program writes."""
