import errno
import os
import time
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from amp_desktop.domain.errors import CancelledError, CannotExportError, DamagedError, NoJournalError
from amp_desktop.domain.kinds.note import Note
from amp_desktop.storage import DATABASE, KEYS, backup, driver, manifest, open_store, rotation
from amp_desktop.storage.names import SHORTER_PATH
from amp_desktop.storage.store import Store
from tests.conftest import refuse_to_take_away
from tests.storage.keys import KEY, SALT
from tests.storage.search.searching import sought

NOW = datetime(2026, 10, 17, 12, tzinfo=UTC)
SLOTS = b'{"slots": "as they are"}'


@pytest.fixture
def backups(folder: Path) -> Path:
    return folder / "backups"


def test_a_backup_tells_what_it_holds_and_becomes_a_journal_again(
    store: Store, backups: Path, tmp_path: Path
) -> None:
    store.save(Note(title="kept", body="apple"))
    store.save(Note(title="binned", binned_at=datetime(2026, 7, 1, tzinfo=UTC)))
    made = store.back_up(backups, SLOTS, now=NOW)
    assert (made.entries, made.commits, made.occasion) == (2, store.commits(), "")
    assert made.path.name.startswith("amp-journal-")
    assert [path.name for path in backups.iterdir()] == [made.path.name]
    store.save(Note(title="later"))
    assert store.commits() != made.commits

    home = tmp_path / "restored 日記"
    assert backup.restore(made.path, home) == made
    assert (home / KEYS).read_bytes() == SLOTS == backup.keys_in(made.path)
    assert sorted(path.name for path in home.iterdir()) == [DATABASE, KEYS]
    with open_store(home / DATABASE, KEY, SALT) as restored:
        assert [row.title for row in restored.rows().items] == ["kept"]
        assert [hit.row.title for hit in restored.search(sought("apple")).items] == ["kept"]
        assert restored.check().entries == 2


def test_restoring_never_touches_what_is_there(
    store: Store, backups: Path, folder: Path, tmp_path: Path
) -> None:
    made = store.back_up(backups, SLOTS, now=NOW)
    before = store.path.read_bytes()
    with pytest.raises(CannotExportError):
        backup.restore(made.path, folder)
    assert store.path.read_bytes() == before
    (tmp_path / "file").touch()
    with pytest.raises(CannotExportError):
        backup.restore(made.path, tmp_path / "file")


def test_a_damaged_backup_is_told_and_leaves_nothing(store: Store, backups: Path, tmp_path: Path) -> None:
    store.save(Note(body="words " * 1000))
    made = store.back_up(backups, SLOTS, now=NOW)
    whole = made.path.read_bytes()
    place = whole.index(SALT) + 5000
    damaged = {
        "flipped": whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :],
        "cut": whole[: len(whole) // 2],
        "empty": b"",
        "junk": b"junk" * 100,
    }
    for content in damaged.values():
        made.path.write_bytes(content)
        with pytest.raises(DamagedError):
            backup.restore(made.path, tmp_path / "new")
        assert not list((tmp_path / "new").glob("*"))
    assert rotation.listed(backups) == ()
    made.path.unlink()
    with pytest.raises(NoJournalError):
        manifest.describe(made.path)


def test_an_archive_with_anything_else_in_it_is_no_backup(
    store: Store, backups: Path, tmp_path: Path
) -> None:
    made = store.back_up(backups, SLOTS, now=NOW)
    with zipfile.ZipFile(made.path, "a") as archive:
        archive.writestr("../../evil", b"x")
    with pytest.raises(DamagedError):
        backup.restore(made.path, tmp_path / "new")


def test_a_backup_of_a_damaged_journal_is_not_made(store: Store, backups: Path) -> None:
    store.save(Note(title="apple"))
    connection = driver.connect(store.path, KEY, SALT)
    connection.execute("UPDATE entry SET fields = '[]'")
    connection.close()
    with pytest.raises(DamagedError):
        store.back_up(backups, SLOTS, now=NOW)
    assert list(backups.iterdir()) == []


def test_a_backup_is_made_though_the_disk_takes_nothing_away(
    store: Store, backups: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.save(Note(title="apple"))
    refuse_to_take_away(monkeypatch)
    made = store.back_up(backups, SLOTS, now=NOW)
    assert backup.restore(made.path, tmp_path / "new").entries == 1


@pytest.mark.parametrize("at", [0, 1, 2, 3])
def test_a_backup_called_off_leaves_nothing(store: Store, backups: Path, at: int) -> None:
    def stop(done: int, total: int) -> None:
        if done == at:
            raise CancelledError("Cancelled.")

    store.save(Note(title="apple"))
    with pytest.raises(CancelledError):
        store.back_up(backups, SLOTS, now=NOW, progress=stop)
    assert list(backups.iterdir()) == []
    assert store.back_up(backups, SLOTS, now=NOW).entries == 1


def test_a_backup_folder_that_cannot_be_written_is_told(store: Store, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(CannotExportError):
        store.back_up(tmp_path / "file", SLOTS, now=NOW)
    with pytest.raises(CannotExportError):
        store.back_up(tmp_path / "file" / "deeper", SLOTS, now=NOW)


def test_two_backups_within_a_second_have_their_own_names(store: Store, backups: Path) -> None:
    assert len({store.back_up(backups, SLOTS, now=NOW).path for _ in range(3)}) == 3
    assert len(rotation.listed(backups)) == 3


def test_parts_of_another_process_are_not_touched(store: Store, backups: Path, tmp_path: Path) -> None:
    backups.mkdir(parents=True)
    foreign = (backups / f"amp-journal-{NOW.astimezone():%Y%m%d-%H%M%S}").with_suffix(".part")
    foreign.write_bytes(b"being made")
    made = store.back_up(backups, SLOTS, now=NOW)
    assert made.path.name.endswith("-1.ampbackup")
    assert sorted(backups.iterdir()) == sorted([made.path, foreign])
    assert foreign.read_bytes() == b"being made"
    home = tmp_path / "home"
    home.mkdir()
    backup.restore(made.path, home)
    assert sorted(path.name for path in home.iterdir()) == ["journal.db", KEYS]


def test_a_folder_whose_path_is_too_long_takes_no_backup_and_is_told(
    store: Store, backups: Path, tmp_path: Path
) -> None:
    long = tmp_path.joinpath(*["a" * 100] * 5)
    with pytest.raises(CannotExportError, match="too long") as told:
        store.back_up(long, SLOTS, now=NOW)
    assert told.value.advice == SHORTER_PATH
    made = store.back_up(backups, SLOTS, now=NOW)
    with pytest.raises(CannotExportError, match="too long") as told:
        backup.restore(made.path, long)
    assert told.value.advice == SHORTER_PATH
    assert not [path for path in long.rglob("*") if path.is_file()]


@pytest.mark.parametrize("now", [datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)])
def test_a_backup_is_made_at_the_ends_of_time(
    store: Store, backups: Path, monkeypatch: pytest.MonkeyPatch, now: datetime
) -> None:
    """Where the zone is behind or ahead, the local time would lie outside of all years."""
    for zone in ("XXX-12", "XXX+12"):
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        made = store.back_up(backups, SLOTS, now=now)
        assert made.made_at == now.replace(microsecond=0)
    monkeypatch.undo()
    time.tzset()
    assert len(rotation.listed(backups)) == 2


def test_a_backup_that_does_not_read_back_as_it_was_written_is_not_kept(
    store: Store, backups: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = backup.pack

    def pack_and_lose(part: Path, copy: Path, keys: bytes, described: dict[str, Any]) -> None:
        pack(part, copy, keys + b" ", described)

    monkeypatch.setattr(backup, "pack", pack_and_lose)
    with pytest.raises(DamagedError):
        store.back_up(backups, SLOTS, now=NOW)
    assert list(backups.iterdir()) == []


@pytest.mark.parametrize(
    ("number", "said"),
    [(errno.ENOSPC, "The disk is full."), (errno.EDQUOT, "The disk is full or over its quota.")],
)
def test_a_full_disk_is_told_as_that(
    store: Store, backups: Path, monkeypatch: pytest.MonkeyPatch, number: int, said: str
) -> None:
    def refuse(descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", refuse)
        with pytest.raises(CannotExportError) as told:
            store.back_up(backups, SLOTS, now=NOW)
    assert told.value.advice == said
    assert list(backups.iterdir()) == []
