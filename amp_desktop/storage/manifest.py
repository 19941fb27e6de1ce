"""What a backup says about itself, read without trusting it.

A file may end in `.ampbackup` and be anything: another program's, half of one, or made to do harm. So nothing
is read before its size is known to be small, and whatever does not fit says only that it is no backup.
"""

import hashlib
import json
import re
import struct
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

from amp_desktop.domain.backup import Backup
from amp_desktop.domain.errors import DamagedError, NoJournalError
from amp_desktop.storage.names import DATABASE, KEYS

SUFFIX = ".ampbackup"
MANIFEST = "manifest.json"
FORMAT = 1

LARGEST_MEMBER = 16 * 1024
"""Bytes of the manifest and of the key file, both of about one kilobyte; more than this is never read."""

_LARGEST_DIRECTORY = 4 * 1024
_COUNTS = range(2**53)
_TAIL = 98
_END, _LOCATOR_BYTES, _END_64_BYTES = b"PK\x05\x06", 20, 56
_CHUNK = 1 << 20
_OWN_NAME = re.compile(r"amp-journal-[0-9]{8}-[0-9]{6}(-[0-9]+)?" + re.escape(SUFFIX))


def read(path: Path) -> dict[str, Any]:
    """The manifest of a backup, whose parts are as large as it says and whose key file is what it says.

    Raises:
        NoJournalError: There is no such file, or it may not be read.
        DamagedError: It is no backup, or not a whole one.
    """
    with readable(path), opened(path) as archive:
        return _checked(archive)


def describe(path: Path) -> Backup:
    """What a backup is; raises as `read` does."""
    return described(path, read(path))


def described(path: Path, manifest: dict[str, Any]) -> Backup:
    """The same, from a manifest that `read` has given."""
    return Backup(
        path=path,
        journal_id=str(manifest["journal_id"]),
        number=_count(manifest.get("number", 0)),
        made_at=_instant(manifest["made_at"]),
        entries=_count(manifest["entries"]),
        commits=_count(manifest["commits"]),
        occasion=str(manifest["occasion"]),
        program_version=str(manifest["program_version"]),
        schema_version=str(manifest["schema_version"]),
        lineage=str(manifest.get("lineage", "")),
    )


def is_own_name(path: Path) -> bool:
    """Whether the program gave the file its name. One that the mentee has renamed is the mentee's."""
    return _OWN_NAME.fullmatch(path.name) is not None


def journal_id_in(keys: bytes) -> str:
    """Which journal the content of a `keys.json` belongs to; empty where it does not say."""
    try:
        journal_id = json.loads(keys)["journal_id"]
    except (ValueError, LookupError, TypeError, RecursionError):
        return ""
    return journal_id if isinstance(journal_id, str) else ""


def digest(content: bytes) -> dict[str, object]:
    """How large something is and what it hashes to, as the manifest has it."""
    return {"size": len(content), "sha256": hashlib.sha256(content).hexdigest()}


def digest_of_stream(content: IO[bytes]) -> dict[str, object]:
    """The same of what is too large to hold in memory."""
    size, sha256 = 0, hashlib.sha256()
    while chunk := content.read(_CHUNK):
        size += len(chunk)
        sha256.update(chunk)
    return {"size": size, "sha256": sha256.hexdigest()}


@contextmanager
def opened(path: Path) -> Iterator[zipfile.ZipFile]:
    """A backup's archive, whose directory is small; within `readable`."""
    with path.open("rb") as file:
        _require_small_directory(file)
        with zipfile.ZipFile(file) as archive:
            yield archive


@contextmanager
def readable(path: Path) -> Iterator[None]:
    """Turn whatever a file can hold instead of a backup into one sentence.

    Raises:
        NoJournalError: There is no such file, or it may not be read.
        DamagedError: It is no whole backup.
    """
    if not path.is_file():
        raise NoJournalError(f"There is no backup here: {path}")
    try:
        yield
    except OSError as error:
        raise NoJournalError(f"This backup cannot be read: {path}", error.strerror or "") from error
    except (
        zipfile.BadZipFile,
        struct.error,
        RuntimeError,  # encrypted, packed in a way that Python does not know, or nested too deep
        ArithmeticError,
        EOFError,
        LookupError,
        TypeError,
        ValueError,
    ) as error:
        raise not_whole(path) from error


def not_whole(path: Path) -> DamagedError:
    """The error for what is no whole backup."""
    return DamagedError(f"This is no backup of a journal, or not a whole one: {path}", "Try another backup.")


def _checked(archive: zipfile.ZipFile) -> dict[str, Any]:
    members = {member.filename: member for member in archive.infolist()}
    if len(archive.infolist()) != len(members) or members.keys() != {DATABASE, KEYS, MANIFEST}:
        raise ValueError("other parts than those of a backup")
    if any(member.compress_type != zipfile.ZIP_STORED for member in members.values()):
        raise ValueError("packed")
    if max(members[MANIFEST].file_size, members[KEYS].file_size) > LARGEST_MEMBER:
        raise ValueError("too large")
    keys, manifest = archive.read(KEYS), json.loads(archive.read(MANIFEST))
    if manifest["keys"] != digest(keys) or manifest["database"]["size"] != members[DATABASE].file_size:
        raise ValueError("not what the manifest says")
    journal_id = journal_id_in(keys)  # the manifests of older versions do not name it
    if manifest.setdefault("journal_id", journal_id) != journal_id:
        raise ValueError("another journal's keys")
    described(Path(), manifest)
    return dict(manifest)


def _require_small_directory(file: IO[bytes]) -> None:
    """Look at the archive's end before its list of parts is read, which is as long as it likes to be."""
    size = file.seek(0, 2)
    file.seek(max(0, size - _TAIL))
    tail = file.read(_TAIL).rjust(_TAIL, b"\0")
    end, end_64 = tail[-22:], tail[:_END_64_BYTES]
    parts, length = struct.unpack_from("<HL", end, 10)
    if end_64.startswith(b"PK\x06\x06"):
        length = max(length, struct.unpack_from("<Q", end_64, 40)[0])
    elif tail[_END_64_BYTES : _END_64_BYTES + 4] == b"PK\x06\x07":
        raise ValueError("an end that is elsewhere")
    if not end.startswith(_END) or parts != 3 or length > _LARGEST_DIRECTORY:
        raise ValueError("not the end of a backup")
    file.seek(0)


def _count(value: object) -> int:
    if type(value) is not int or value not in _COUNTS:
        raise ValueError("not a count")
    return value


def _instant(text: str) -> datetime:
    instant = datetime.fromisoformat(text)
    if instant.tzinfo is None:
        raise ValueError("an instant without a zone")
    return instant.astimezone(UTC)
