"""Leaving nothing of what was deleted in the journal's file, and in its backups.

What SQLite deletes stays in its free pages, and in pieces of the full text that are not merged yet, until
something else is written over it. All of it is encrypted; still, who has the passphrase could read it.
"""

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

from amp_desktop.domain.clock import iso_instant
from amp_desktop.domain.progress import unheard
from amp_desktop.storage import backup, log_mark, manifest
from amp_desktop.storage.files import put_in_place
from amp_desktop.storage.tables import FULL_TEXT

if TYPE_CHECKING:
    from collections.abc import Callable

    from amp_desktop.domain.backup import Backup

DATABASE_PART, PART = ".scrubbed.db.part", ".scrubbed.part"


def scrub(connection: Any) -> None:
    """Write the whole file anew, so that only what stands in it is left in it.

    Args:
        connection: A driver's connection, outside a transaction.
    """
    merge_full_text(connection)
    connection.execute("VACUUM")
    log_mark.erase(connection)  # or the log emptied here counts as taken away, once the program is killed
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def merge_full_text(connection: Any) -> None:
    """Merge the full text into one piece, in which no deleted word stands any more."""
    connection.execute(f"INSERT INTO {FULL_TEXT}({FULL_TEXT}) VALUES ('optimize')")  # noqa: S608 - ours


def rewrite_backup(path: Path, source: Any, open_copy: "Callable[[Path], Any]") -> "Backup":
    """Put another content into a backup: its name, its number and its day stay, and so do its keys.

    The new one is written beside it, opened and compared before it takes the other's place.

    Args:
        path: The backup.
        source: A driver's connection to what is to stand in it, outside a transaction.
        open_copy: Opens a copy with the journal's key.

    Raises:
        DamagedError: The content, or the backup, is not whole; the backup is as it was.
        CannotExportError: The folder cannot be written; the backup is as it was.
    """
    former, keys = manifest.described(path, manifest.read(path)), backup.keys_in(path)
    copy, part = path.with_suffix(DATABASE_PART), path.with_suffix(PART)
    with backup.writable(path.parent), ExitStack() as leftovers:
        for one in (copy, part):
            for end in ("", "-journal", "-wal", "-shm"):  # of one that was killed; nobody else's name is this
                one.with_name(one.name + end).unlink(missing_ok=True)
            backup.begin(one, leftovers)
        merge_full_text(source)
        source.execute("VACUUM INTO ?", (str(copy),))
        checked = backup.verified(copy, open_copy, unheard, former.occasion)
        described = checked | {
            "journal_id": former.journal_id,
            "number": former.number,
            "made_at": iso_instant(former.made_at),
            "occasion": former.occasion,
            "commits": former.commits,
            "keys": manifest.digest(keys),
        }
        backup.pack(part, copy, keys, described)
        backup.compare(part, described)
        put_in_place(part, path)
    return manifest.describe(path)
