"""Which backups of a journal there are in a folder, and which of them are too many.

A folder, such as a memory stick, may hold backups of several journals, and files that the mentee has named.
Only what the program made for this very journal is ever removed, and what cannot be read is left alone.
"""

from collections.abc import Callable, Hashable, Iterator, Sequence
from operator import attrgetter
from pathlib import Path

from amp_desktop.domain.backup import BEFORE_EMPTYING, Backup, Rotation
from amp_desktop.domain.errors import DamagedError, NoJournalError
from amp_desktop.storage import manifest

KEPT = {"": 5, BEFORE_EMPTYING: 4}
"""How many of the newest backups of an occasion are kept; of an occasion that is not named, all of them."""

_OF_TIMES: tuple[tuple[int, Callable[[Backup], Hashable]], ...] = (
    (7, lambda backup: backup.made_at.date()),
    (4, lambda backup: backup.made_at.isocalendar()[:2]),
    (12, lambda backup: (backup.made_at.year, backup.made_at.month)),
)
"""Of the last seven days, four weeks and twelve months with an ordinary backup, the newest is kept too.

The days are those that the backups name: no clock is asked, and a wrong one takes a place and no more.
"""


def listed(folder: Path, journal_id: str | None = None) -> tuple[Backup, ...]:
    """The backups in `folder`, the newest first; files that are no whole backups are passed over.

    Args:
        folder: Where; nothing is found where there is no folder.
        journal_id: Of which journal; None for all.
    """
    found = (backup for backup in _whole(folder) if journal_id in (None, backup.journal_id))
    return tuple(sorted(found, key=attrgetter("order"), reverse=True))


def next_number(folder: Path, journal_id: str) -> int:
    """The number of the next backup of a journal in `folder`: larger than that of any there."""
    return 1 + max((backup.number for backup in listed(folder, journal_id)), default=0)


def rotate(made: Backup) -> Rotation:
    """Remove what the journal has too many of in the folder where a backup of it was just made.

    Never removed are the backup just made, files that others than the program have named, and backups of
    which it cannot be told whose they are. Those of another lineage stay too: a journal that was brought back
    from an older backup does not hold what was written after it. No ordinary one is removed while the newest
    holds less than four fifths of the entries of another. One that cannot be removed is left, and is tried
    again the next time.
    """
    if not made.journal_id:
        return Rotation()
    there = listed(made.path.parent, made.journal_id)
    own = [backup for backup in there if backup.lineage == made.lineage and _may_go(backup.path)]
    removed: list[Path] = []
    is_stopped = False
    for occasion, keep in KEPT.items():
        ordered = [backup for backup in own if backup.occasion == occasion]
        kept = {made.path, *(backup.path for backup in ordered[:keep])}
        if not occasion:
            kept |= {backup.path for backup in _of_times(ordered)}
        too_many = [backup for backup in ordered if backup.path not in kept]
        if too_many and not occasion and _has_shrunk(ordered):
            is_stopped = True
            continue
        removed += [backup.path for backup in too_many if _remove(backup.path)]
    return Rotation(tuple(removed), is_stopped)


def _whole(folder: Path) -> Iterator[Backup]:
    for path in sorted(folder.glob(f"*{manifest.SUFFIX}")):
        try:
            yield manifest.describe(path)
        except (DamagedError, NoJournalError):
            continue


def _may_go(path: Path) -> bool:
    return manifest.is_own_name(path) and not path.is_symlink()


def _of_times(newest_first: Sequence[Backup]) -> Iterator[Backup]:
    """The newest of each of the last days, weeks and months that have one."""
    for most, time_of in _OF_TIMES:
        times: set[Hashable] = set()
        for backup in newest_first:
            time = time_of(backup)
            if time not in times and len(times) < most:
                times.add(time)
                yield backup


def _has_shrunk(newest_first: Sequence[Backup]) -> bool:
    most = max(backup.entries for backup in newest_first)
    return newest_first[0].entries * 5 < most * 4


def _remove(path: Path) -> bool:
    try:
        path.unlink()
    except OSError:
        return False
    return True
