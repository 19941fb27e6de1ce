"""Backups, as lists and decisions need them."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

BEFORE_EMPTYING = "emptying"
"""The occasion of a backup that was made before the bin emptied itself."""

BEFORE_IMPORT = "import"
"""The occasion of a backup that was made before entries were imported."""


@dataclass(frozen=True, kw_only=True)
class Backup:
    """One backup file, by what its manifest says.

    Attributes:
        path: The file.
        journal_id: Of which journal; empty where that cannot be told.
        number: Which of the journal's backups in its folder, counted from 1: a later one has a larger number,
            whatever the clock said. 0 for those of versions that did not count.
        made_at: UTC, to the second, by a clock that may have been wrong.
        entries: How many entries it holds, the bin included.
        commits: How many changes the journal had seen then; as many now means that nothing has changed since.
        occasion: What it was made for, such as "migration"; empty for the ordinary one at close.
        program_version: Of the program that made it.
        schema_version: Of the journal's tables, such as "1.0".
        lineage: Which of the journal's lives it is of: a journal that was brought back from a backup begins
            another one. Empty for the first.
    """

    path: Path
    journal_id: str
    number: int
    made_at: datetime
    entries: int
    commits: int
    occasion: str
    program_version: str
    schema_version: str
    lineage: str = ""

    @property
    def order(self) -> tuple[int, int, datetime]:
        """What is larger the later a backup was made: by what only grows, and by the clock last of all."""
        return self.number, self.commits, self.made_at


@dataclass(frozen=True)
class Rotation:
    """What became of the older backups when a new one was made.

    Attributes:
        removed: The files that were removed.
        is_stopped: Nothing was removed although there are many, because the newest backup holds less than
            four fifths of the entries of an older one: what is missing may be needed again.
    """

    removed: tuple[Path, ...] = ()
    is_stopped: bool = False
