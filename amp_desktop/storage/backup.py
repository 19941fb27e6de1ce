"""Backups: one file that holds the encrypted journal, its key slots and a manifest.

The file is a zip without compression (what is encrypted cannot be made smaller), so that in need anyone can
take it apart. It holds nothing in plain text that the journal's own folder does not.
"""

import hashlib
import json
import os
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import IO, Any

from amp_desktop import __version__
from amp_desktop.domain.backup import Backup, Rotation
from amp_desktop.domain.clock import iso_instant, utc_now
from amp_desktop.domain.errors import CannotExportError, DamagedError, NoJournalError, NotSavedError
from amp_desktop.domain.progress import Progress, unheard
from amp_desktop.storage import failures, integrity
from amp_desktop.storage.files import empty_file, put_in_place, write_file
from amp_desktop.storage.names import DATABASE, KEYS, SchemaVersion

SUFFIX = ".ampbackup"
NEWEST_KEPT = 5
_MANIFEST = "manifest.json"
_FORMAT = 1
_CHUNK = 1 << 20
_STEPS = 4


def make(
    source: Any,
    folder: Path,
    keys: bytes,
    open_copy: Callable[[Path], Any],
    *,
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
        occasion: What made it needed, or nothing for the ordinary one at close; only those are rotated.
        progress: Called with the steps done and their number.

    Raises:
        CancelledError: `progress` called it off.
        CannotExportError: The folder cannot be written.
        DamagedError: The copy is not whole, so the journal is not either.
    """
    made_at = utc_now()
    with _writable(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        target = _free_name(folder, made_at)
        copy, part = target.with_suffix(".db.part"), target.with_suffix(".part")
        try:
            with integrity.interruptible(source, partial(progress, 0, _STEPS)):
                empty_file(copy)
                source.execute("VACUUM INTO ?", (str(copy),))
            manifest = _verified(copy, open_copy, partial(_step, progress, 1)) | {
                "made_at": iso_instant(made_at),
                "occasion": occasion,
                "keys": _seal(keys),
            }
            progress(2, _STEPS)
            _pack(part, copy, keys, manifest)
            progress(3, _STEPS)
            _compare(part, manifest)
            put_in_place(part, target)
        finally:
            for leftover in (copy, part, *(copy.with_name(copy.name + end) for end in ("-wal", "-shm"))):
                leftover.unlink(missing_ok=True)
    progress(_STEPS, _STEPS)
    return read_manifest(target)


def read_manifest(path: Path) -> Backup:
    """What a backup says about itself.

    Raises:
        NoJournalError: There is no such file.
        DamagedError: It is no backup, or not a whole one.
    """
    return _described(path, _manifest(path))


def listed(folder: Path) -> tuple[Backup, ...]:
    """The backups in `folder`, newest first; files that are no whole backups are passed over."""
    backups = []
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        try:
            backups.append(read_manifest(path))
        except (DamagedError, NoJournalError):
            continue
    return tuple(sorted(backups, key=lambda backup: (backup.made_at, backup.commits), reverse=True))


def rotate(folder: Path, keep: int = NEWEST_KEPT) -> Rotation:
    """Remove all ordinary backups but the newest `keep`.

    None is removed while the newest holds less than four fifths of the entries of another.

    Raises:
        CannotExportError: One cannot be removed.
    """
    backups = [backup for backup in listed(folder) if not backup.occasion]
    if not backups[keep:]:
        return Rotation()
    if backups[0].entries * 5 < max(backup.entries for backup in backups) * 4:
        return Rotation(is_stopped=True)
    with _writable(folder):
        for backup in backups[keep:]:
            backup.path.unlink(missing_ok=True)
    return Rotation(tuple(backup.path for backup in backups[keep:]))


def restore(path: Path, folder: Path) -> Backup:
    """Lay out a backup as a journal's folder, which must be new or empty.

    It opens with the passphrase that was valid when the backup was made.

    Raises:
        NoJournalError: There is no such backup.
        DamagedError: The backup is not whole; nothing is left behind.
        CannotExportError: The folder is not empty or cannot be written.
    """
    manifest = _manifest(path)
    with _writable(folder):
        if folder.exists() and any(folder.iterdir()):
            raise CannotExportError(f"This folder is not empty: {folder}", "Choose a new folder.")
        _compare(path, manifest)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        parts = {folder / name: folder / f"{name}.part" for name in (KEYS, DATABASE)}
        try:
            with zipfile.ZipFile(path) as archive:
                for target, part in parts.items():
                    with archive.open(target.name) as content:
                        write_file(part, iter(partial(content.read, _CHUNK), b""))
            for target, part in parts.items():  # the database last: its presence says that all is there
                put_in_place(part, target)
        finally:
            for part in parts.values():
                part.unlink(missing_ok=True)
    return _described(path, manifest)


def keys_in(path: Path) -> bytes:
    """The content of `keys.json` in a backup.

    Raises:
        NoJournalError: There is no such backup.
        DamagedError: It is not whole.
    """
    manifest = _manifest(path)
    with _readable(path), zipfile.ZipFile(path) as archive:
        keys = archive.read(KEYS)
        if _seal(keys) != manifest["keys"]:
            raise _not_whole(path)
        return keys


def _free_name(folder: Path, made_at: datetime) -> Path:
    """`journal-` and the time, with a number where two backups are made within a second."""
    stem = f"amp-journal-{made_at.astimezone():%Y%m%d-%H%M%S}"
    names = (stem + (f"-{number}" if number else "") + SUFFIX for number in range(1000))
    return next(folder / name for name in names if not (folder / name).exists())


def _step(progress: Progress, at: int, _done: int, _total: int) -> None:
    progress(at, _STEPS)


def _verified(copy: Path, open_copy: Callable[[Path], Any], progress: Progress) -> dict[str, Any]:
    """What the copy holds, told by opening it cold and checking all of it.

    Raises:
        DamagedError: It is not whole.
    """
    connection = open_copy(copy)
    try:
        damage = integrity.check(connection, copy, progress)
        if not damage.is_whole:
            raise DamagedError(
                "The journal is damaged, so this backup was not kept.", " ".join(damage.findings)
            )
        commits, number = (
            connection.execute(sql).fetchone()[0]
            for sql in ("SELECT commits FROM tally", "PRAGMA user_version")
        )
        newest = connection.execute("SELECT id FROM entry ORDER BY position DESC LIMIT 1").fetchone()
    finally:
        connection.close()
    return {
        "format": _FORMAT,
        "program_version": __version__,
        "schema_version": str(SchemaVersion.from_number(number)),
        "entries": damage.entries,
        "newest_entry": newest[0] if newest else None,
        "commits": commits,
        "database": _seal_of_file(copy),
    }


def _pack(part: Path, copy: Path, keys: bytes, manifest: dict[str, Any]) -> None:
    with empty_file(part).open("wb") as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
            archive.writestr(_MANIFEST, json.dumps(manifest, indent=1))
            archive.writestr(KEYS, keys)
            archive.write(copy, DATABASE)
        file.flush()
        os.fsync(file.fileno())


def _compare(path: Path, manifest: dict[str, Any]) -> None:
    """Read the whole backup and compare it with its manifest.

    Raises:
        DamagedError: Something is different.
    """
    with _readable(path), zipfile.ZipFile(path) as archive:
        for name, seal in ((KEYS, manifest["keys"]), (DATABASE, manifest["database"])):
            with archive.open(name) as content:
                if _sealed(content) != seal:
                    raise _not_whole(path)


def _manifest(path: Path) -> dict[str, Any]:
    with _readable(path), zipfile.ZipFile(path) as archive:
        if sorted(archive.namelist()) != sorted([DATABASE, KEYS, _MANIFEST]):
            raise _not_whole(path)
        manifest = json.loads(archive.read(_MANIFEST))
        sizes = {name: archive.getinfo(name).file_size for name in (DATABASE, KEYS)}
        if sizes != {DATABASE: manifest["database"]["size"], KEYS: manifest["keys"]["size"]}:
            raise _not_whole(path)
        _described(path, manifest)
        return dict(manifest)


def _described(path: Path, manifest: dict[str, Any]) -> Backup:
    return Backup(
        path=path,
        made_at=datetime.fromisoformat(manifest["made_at"]),
        entries=int(manifest["entries"]),
        commits=int(manifest["commits"]),
        occasion=str(manifest["occasion"]),
        program_version=str(manifest["program_version"]),
        schema_version=str(manifest["schema_version"]),
    )


def _seal(content: bytes) -> dict[str, object]:
    return {"size": len(content), "sha256": hashlib.sha256(content).hexdigest()}


def _seal_of_file(path: Path) -> dict[str, object]:
    with path.open("rb") as file:
        return _sealed(file)


def _sealed(content: IO[bytes]) -> dict[str, object]:
    size, digest = 0, hashlib.sha256()
    while chunk := content.read(_CHUNK):
        size += len(chunk)
        digest.update(chunk)
    return {"size": size, "sha256": digest.hexdigest()}


def _not_whole(path: Path) -> DamagedError:
    return DamagedError(f"This is no backup of a journal, or not a whole one: {path}", "Try another backup.")


@contextmanager
def _readable(path: Path) -> Iterator[None]:
    if not path.is_file():
        raise NoJournalError(f"There is no backup here: {path}")
    try:
        yield
    except (zipfile.BadZipFile, EOFError, NotImplementedError, KeyError, TypeError, ValueError) as error:
        raise _not_whole(path) from error


@contextmanager
def _writable(folder: Path) -> Iterator[None]:
    try:
        with failures.translated(folder):
            yield
    except (OSError, NotSavedError) as error:
        reason = error.sentence if isinstance(error, NotSavedError) else error.strerror or ""
        raise CannotExportError(f"This folder cannot be written: {folder}", reason) from error
