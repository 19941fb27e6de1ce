"""What a backup that was killed leaves behind goes with the next one, and nothing else does."""

import os
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from amp_desktop.domain.kinds.note import Note
from amp_desktop.storage import manifest
from amp_desktop.storage.store import Store

NOW = datetime(2026, 10, 17, 12, tzinfo=UTC)
SLOTS = b'{"journal_id": "ours"}'
STEM = "amp-journal-20261016-235901"


@pytest.fixture
def backups(folder: Path) -> Path:
    (folder / "backups").mkdir(parents=True)
    return folder / "backups"


def _left(path: Path, content: bytes, ago: timedelta = timedelta(hours=2)) -> Path:
    path.write_bytes(content)
    at = (NOW - ago).timestamp()
    os.utime(path, (at, at))
    return path


def _zip(path: Path, journal_id: str) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(manifest.MANIFEST, f'{{"journal_id": "{journal_id}"}}')
    return _left(path, path.read_bytes())


def test_a_killed_backup_goes_with_the_next_one(store: Store, backups: Path) -> None:
    store.save(Note(body="words " * 1000))
    copy = store.back_up(backups, SLOTS, now=NOW)
    with zipfile.ZipFile(copy.path) as archive:
        content = archive.read("journal.db")
    copy.path.unlink()
    _left(backups / f"{STEM}.db.part", content)
    for suffix in ("-journal", "-wal", "-shm"):
        _left(backups / f"{STEM}.db.part{suffix}", b"beside")
    _left(backups / f"{STEM}.part", b"")
    _left(backups / f"{STEM}-1.db.part", content[:5000])
    _zip(backups / f"{STEM}-1.part", "ours")
    made = store.back_up(backups, SLOTS, now=NOW)
    assert list(backups.iterdir()) == [made.path]


def test_nothing_else_goes(store: Store, backups: Path) -> None:
    store.save(Note(body="words"))
    others = [
        _left(backups / f"{STEM}.db.part", store.path.read_bytes(), timedelta(minutes=5)),
        _left(backups / f"{STEM}.db.part-journal", b"", timedelta(minutes=5)),
        _left(backups / f"{STEM}-1.db.part", b"another journal's, by its first bytes"),
        _zip(backups / f"{STEM}-2.part", "theirs"),
        _left(backups / f"{STEM}-3.part", b"notes of mine"),
        _left(backups / "amp-journal-old.part", b""),
        _left(backups / f"{STEM}.db.part.txt", b""),
    ]
    (backups / f"{STEM}-4.part").symlink_to(_left(backups / "target", b""))
    before = {*others, backups / f"{STEM}-4.part", backups / "target"}
    made = store.back_up(backups, SLOTS, now=NOW)
    assert {*backups.iterdir()} == before | {made.path}
