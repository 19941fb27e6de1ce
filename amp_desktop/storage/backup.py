"""Backups: one file that holds the encrypted journal, its key slots and a manifest.

The file is a zip without compression (what is encrypted cannot be made smaller), so that in need anyone can
take it apart. It holds nothing in plain text that the journal's own folder does not.
"""

import json
import os
import shutil
import zipfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from amp_desktop import __version__
from amp_desktop.domain.backup import Backup
from amp_desktop.domain.clock import in_local_zone, iso_instant
from amp_desktop.domain.errors import CannotExportError, DamagedError, NotSavedError
from amp_desktop.domain.progress import Progress, unheard
from amp_desktop.files import fullness, is_empty_folder, take_away
from amp_desktop.storage import failures, integrity, log_mark, manifest, rotation, unfinished
from amp_desktop.storage.files import empty_file, put_in_place
from amp_desktop.storage.manifest import SUFFIX
from amp_desktop.storage.names import (
    DATABASE,
    KEYS,
    SHORTER_PATH,
    SIDE_FILES,
    SchemaVersion,
    beside,
    fits,
    holds_backups,
)

_CHUNK = 1 << 20
MIGRATION = "migration"
"""The occasion of the backup before a migration."""

_STEPS = 4
LINEAGE = "lineage"
"""The setting that says since which restoring a journal has gone its own way; a new one has none."""


def make(
    source: Any,
    folder: Path,
    keys: bytes,
    open_copy: Callable[[Path], Any],
    *,
    now: datetime,
    occasion: str = "",
    progress: Progress = unheard,
) -> Backup:
    """Make a backup and prove that it can be restored.

    1. Copy the journal into one consistent, encrypted file, while others may go on writing.
    2. Open the copy as a stranger would, and check all of it.
    3. Put copy, key slots and manifest into one file, read it back and compare.
    4. Give it its name.

    Args:
        source: A driver's connection to the journal, outside a transaction.
        folder: Where the backup goes; made if it is not there.
        keys: The content of `keys.json`.
        open_copy: Opens a copy of the journal with the journal's key.
        now: The instant it is, UTC; names the file, and tells what was left here long ago.
        occasion: What made it needed, or nothing for the ordinary one at close (see `rotation`).
        progress: Called with the steps done and their number.

    Raises:
        CancelledError: `progress` called it off.
        CannotExportError: The folder cannot be written.
        DamagedError: The copy is not whole, so the journal is not either.
    """
    with writable(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        journal_id = manifest.journal_id_in(keys)
        unfinished.sweep(folder, _path_of(source), journal_id, now)
        target = _free_name(folder, now)
        copy, part = target.with_suffix(".db.part"), target.with_suffix(".part")
        _require_short(copy)
        with ExitStack() as leftovers:
            begin(copy, leftovers)
            begin(part, leftovers)
            with integrity.interruptible(source, partial(progress, 0, _STEPS)):
                source.execute("VACUUM INTO ?", (str(copy),))
            checked = verified(copy, open_copy, partial(_step, progress, 1), occasion)
            described = checked | {
                "journal_id": journal_id,
                "number": rotation.next_number(folder, journal_id),
                "made_at": iso_instant(now),
                "occasion": occasion,
                "keys": manifest.digest(keys),
            }
            progress(2, _STEPS)
            pack(part, copy, keys, described)
            progress(3, _STEPS)
            compare(part, described)
            put_in_place(part, target)
    progress(_STEPS, _STEPS)
    return manifest.describe(target)


def restore(path: Path, folder: Path) -> Backup:
    """Lay out a backup as a journal's folder, which must be new or empty.

    It opens with the passphrase that was valid when the backup was made.

    Raises:
        NoJournalError: There is no such backup.
        DamagedError: The backup is not whole; nothing is left behind.
        CannotExportError: The folder is not empty or cannot be written.
    """
    described = manifest.read(path)
    if not holds_backups(folder):
        raise CannotExportError(f"The path of this folder is too long: {folder}", SHORTER_PATH)
    with writable(folder):
        if folder.exists() and not is_empty_folder(folder):
            raise CannotExportError(f"This folder is not empty: {folder}", "Choose a new folder.")
        compare(path, described)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        parts = {folder / name: folder / f"{name}.part" for name in (KEYS, DATABASE)}
        with ExitStack() as leftovers:
            for part in parts.values():
                begin(part, leftovers)
            with manifest.opened(path) as archive:
                for target, part in parts.items():
                    with archive.open(target.name) as content, part.open("wb") as file:
                        shutil.copyfileobj(content, file, _CHUNK)
            for target, part in parts.items():  # the database last: its presence says that all is there
                put_in_place(part, target)
    return manifest.described(path, described)


def keys_in(path: Path) -> bytes:
    """The content of `keys.json` in a backup.

    Raises:
        NoJournalError: There is no such backup.
        DamagedError: It is not whole.
    """
    manifest.read(path)
    with manifest.readable(path), manifest.opened(path) as archive:
        return archive.read(KEYS)


def begin(part: Path, leftovers: ExitStack) -> None:
    """Make an empty file of ours, which goes with what SQLite keeps beside it unless it gets its name.

    Another process may be making a backup in the same folder in the same second: its files are not ours.
    """
    empty_file(part)
    for suffix in ("", *SIDE_FILES):
        leftovers.callback(take_away, beside(part, suffix))


def _path_of(source: Any) -> Path:
    """The file of a driver's connection."""
    return Path(source.execute("PRAGMA database_list").fetchone()[2])


def _require_short(copy: Path) -> None:
    if not fits(copy):
        raise CannotExportError(
            f"The path of this folder is too long for a backup: {copy.parent}", SHORTER_PATH
        )


def _free_name(folder: Path, now: datetime) -> Path:
    """`amp-journal-` and the time, with a number where two backups are made within a second."""
    local = in_local_zone(now)
    stem = f"amp-journal-{local.year:04}{local:%m%d-%H%M%S}"
    places = (folder / f"{stem}{f'-{number}' if number else ''}{SUFFIX}" for number in count())
    return next(place for place in places if not (place.exists() or place.with_suffix(".part").exists()))


def _step(progress: Progress, at: int, _done: int, _total: int) -> None:
    progress(at, _STEPS)


def verified(
    copy: Path, open_copy: Callable[[Path], Any], progress: Progress, occasion: str
) -> dict[str, Any]:
    """What the copy holds, told by opening it cold and checking all of it.

    Damaged fields keep no journal from being migrated: a migration leaves them as they are, and so does the
    copy that is made before.

    Raises:
        DamagedError: It is not whole.
    """
    connection = open_copy(copy)
    try:
        log_mark.erase(connection)
        damage = integrity.check(connection, copy, progress)
        told = [one for one in damage.findings if not one.startswith(integrity.DAMAGED_FIELDS)]
        if told or (damage.findings and occasion != MIGRATION):
            raise DamagedError(
                "The journal is damaged, so this backup was not kept.", " ".join(damage.findings)
            )
        commits, number = (
            connection.execute(sql).fetchone()[0]
            for sql in ("SELECT commits FROM tally", "PRAGMA user_version")
        )
        newest = connection.execute("SELECT id FROM entry ORDER BY position DESC LIMIT 1").fetchone()
        lineage = connection.execute("SELECT value FROM setting WHERE name = ?", (LINEAGE,)).fetchone()
    finally:
        connection.close()
    return {
        "format": manifest.FORMAT,
        "program_version": __version__,
        "schema_version": str(SchemaVersion.from_number(number)),
        "entries": damage.entries,
        "newest_entry": newest[0] if newest else None,
        "commits": commits,
        "lineage": json.loads(lineage[0]) if lineage else "",
        "database": _digest_of_file(copy),
    }


def pack(part: Path, copy: Path, keys: bytes, described: dict[str, Any]) -> None:
    """Put a copy, key slots and a manifest into one file."""
    with part.open("wb") as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
            archive.writestr(_member(manifest.MANIFEST), json.dumps(described, indent=1))
            archive.writestr(_member(KEYS), keys)
            with (
                copy.open("rb") as content,
                archive.open(_member(DATABASE), "w", force_zip64=True) as packed,
            ):
                shutil.copyfileobj(content, packed, _CHUNK)
        file.flush()
        os.fsync(file.fileno())


def _member(name: str) -> zipfile.ZipInfo:
    """A part of the archive, readable by its owner alone.

    Its time says nothing: a zip knows the years 1980 to 2107 alone, and the manifest says it for all years.
    """
    member = zipfile.ZipInfo(name)
    member.external_attr = 0o600 << 16
    return member


def compare(path: Path, described: dict[str, Any]) -> None:
    """Read the whole backup and compare it with its manifest.

    Raises:
        DamagedError: Something is different.
    """
    with manifest.readable(path), manifest.opened(path) as archive:
        for name, digest in ((KEYS, described["keys"]), (DATABASE, described["database"])):
            with archive.open(name) as content:
                if manifest.digest_of_stream(content) != digest:
                    raise manifest.not_whole(path)


def _digest_of_file(path: Path) -> dict[str, object]:
    with path.open("rb") as file:
        return manifest.digest_of_stream(file)


@contextmanager
def writable(folder: Path) -> Iterator[None]:
    """Turn what a folder can refuse into one sentence.

    Raises:
        CannotExportError: The folder cannot be written.
    """
    try:
        with failures.translated(folder):
            yield
    except (OSError, NotSavedError) as error:
        reason = error.sentence if isinstance(error, NotSavedError) else error.strerror or ""
        if isinstance(error, OSError) and (full := fullness(error.errno)):
            reason = f"The disk is {full}."
        raise CannotExportError(f"This folder cannot be written: {folder}", reason) from error
