"""Files that look like backups, for tests that look at nothing but what they say about themselves."""

import json
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Literal, overload

from amp_desktop.domain.backup import Backup
from amp_desktop.storage import DATABASE, KEYS, manifest

_DAY_0 = datetime(2026, 7, 1, 12, tzinfo=UTC)


@overload
def pretend_backup(folder: Path, number: int, *, read: Literal[True] = True, **values: Any) -> Backup: ...
@overload
def pretend_backup(folder: Path, number: int, *, read: Literal[False], **values: Any) -> Path: ...
def pretend_backup(folder: Path, number: int, *, read: bool = True, **values: Any) -> Backup | Path:
    """A file that says it is the backup of that number, made on a day of its own.

    Args:
        folder: Where it goes.
        number: The larger, the later.
        read: Whether it is read back, or only its path is given.
        values: Other fields of the manifest; `counted` says whether it names its number, `manifest` replaces
            its fields, or all of its text.
    """
    made_at: datetime = values.get("made_at", _DAY_0 + timedelta(days=number))
    journal_id = values.get("journal_id", "")
    keys = json.dumps({"journal_id": journal_id} if journal_id else {}).encode()
    held: dict[str, Any] = {
        "journal_id": journal_id,
        "made_at": made_at.isoformat(),
        "entries": values.get("entries", 100),
        "commits": values.get("commits", number),
        "occasion": values.get("occasion", ""),
        "lineage": values.get("lineage", ""),
        "program_version": "0",
        "schema_version": "1.0",
        "database": manifest.digest(b""),
        "keys": manifest.digest(keys),
    }
    if values.get("counted", True):
        held["number"] = number
    written = values.get("manifest", {})
    text = written if isinstance(written, str) else json.dumps(held | written)
    path = folder / f"amp-journal-{made_at:%Y%m%d-%H%M%S}-{number}{manifest.SUFFIX}"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in ((manifest.MANIFEST, text.encode()), (KEYS, keys), (DATABASE, b"")):
            archive.writestr(name, content)
    return manifest.describe(path) if read else path
