"""A disk without a byte left: what is on it can be read, and it is called full."""

import errno
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from amp_desktop.domain.errors import CannotExportError, DiskFullError, NotSavedError, ReadOnlyError
from amp_desktop.domain.kinds.note import Note
from amp_desktop.storage import driver, failures, open_store
from amp_desktop.storage.store import Store
from tests.storage.keys import KEY, SALT

NOW = datetime(2026, 10, 17, 12, tzinfo=UTC)
SLOTS = b"{}"


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own of 2 MB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = shutil.which("mount")
    if mount is None or os.name == "nt" or os.geteuid() != 0:
        pytest.skip("only the administrator can mount a disk")
    if subprocess.run([mount, "-t", "tmpfs", "-o", "size=2m", "tmpfs", folder], check=False).returncode:
        pytest.skip("no disk can be mounted here")
    yield folder
    subprocess.run(["umount", folder], check=True)


@pytest.fixture
def path(disk: Path) -> Path:
    """A closed journal with one entry on that disk."""
    with Store.create(disk / "journal.db", KEY, SALT) as store:
        store.save(Note(title="kept"))
    return store.path


def _fill(disk: Path) -> Path:
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while file.write(bytes(4096)):
                pass
        except OSError:
            return filler
    raise AssertionError("the disk was not filled")


def test_a_journal_on_a_full_disk_is_read_and_called_full(disk: Path, path: Path, tmp_path: Path) -> None:
    filler = _fill(disk)
    with open_store(path, KEY, SALT) as store:
        assert [entry.title for entry in store.entries()] == ["kept"]
        assert store.disk_was_full
        assert store.check().is_whole
        with pytest.raises(DiskFullError):
            store.save(Note(title="no room"))
        with pytest.raises(CannotExportError) as refused:
            store.back_up(disk / "backups", SLOTS, now=NOW)
        assert "full" in refused.value.advice
        assert store.back_up(tmp_path / "elsewhere", SLOTS, now=NOW).entries == 1
        filler.unlink()
        store.save(Note(title="now there is room"))
        assert not store.disk_was_full
        assert store.count() == 2
    with open_store(path, KEY, SALT) as store:
        assert store.count() == 2


def test_what_was_written_last_is_read_too(disk: Path, path: Path) -> None:
    """The program was stopped, so that the newest entry stands in the log alone, and the index is gone."""
    with open_store(path, KEY, SALT) as store:
        store.save(Note(title="newest"))
        for name in ("journal.db", "journal.db-wal"):
            shutil.copy(disk / name, disk / f"{name}.copy")
    for name in ("journal.db", "journal.db-wal"):
        (disk / f"{name}.copy").rename(disk / name)
    _fill(disk)
    with open_store(path, KEY, SALT) as store:
        assert {entry.title for entry in store.entries()} == {"kept", "newest"}
        with pytest.raises(DiskFullError):
            store.save(Note(title="no room"))


def test_a_disk_that_fills_up_meanwhile(disk: Path, path: Path) -> None:
    with open_store(path, KEY, SALT) as store:
        store.save(Note(title="written"))
        filler = _fill(disk)
        with pytest.raises(DiskFullError):
            store.save(Note(title="no room", body="b" * 200_000))
        assert store.count() == 2
        with open_store(path, KEY, SALT) as second:
            assert second.count() == 2
        filler.unlink()
        store.save(Note(title="room again"))
    with open_store(path, KEY, SALT) as store:
        assert store.count() == 3


def test_of_what_is_to_be_written_at_once_nothing_is_on_a_disk_that_fills_up(disk: Path, path: Path) -> None:
    with open_store(path, KEY, SALT) as store:
        store.save(Note(title="written"))
        filler = _fill(disk)

        def write() -> None:
            with store.at_once():
                store.set_setting("small", 1)
                assert store.setting("small") == 1
                store.save_many(Note(title=f"no room {number}", body="b" * 20_000) for number in range(500))

        with pytest.raises(DiskFullError):
            write()
        assert store.count() == 2
        assert store.setting("small") is None
        filler.unlink()
        with store.at_once():
            store.save(Note(title="room again"))
            store.set_setting("small", 2)
    with open_store(path, KEY, SALT) as store:
        assert (store.count(), store.setting("small")) == (3, 2)


def test_a_medium_that_can_only_be_read_shows_the_log_too(disk: Path, path: Path) -> None:
    with open_store(path, KEY, SALT) as store:
        store.save(Note(title="newest"))
        for name in ("journal.db", "journal.db-wal"):
            shutil.copy(disk / name, disk / f"{name}.copy")
    for name in ("journal.db", "journal.db-wal"):
        (disk / f"{name}.copy").rename(disk / name)
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
    with open_store(path, KEY, SALT) as store:
        assert {entry.title for entry in store.entries()} == {"kept", "newest"}
        with pytest.raises(ReadOnlyError):
            store.save(Note(title="not kept"))


def test_a_detached_connection_reads_all_and_makes_no_file(store: Store) -> None:
    store.save(Note(title="in the log alone"))
    copied = store.path.with_name("copy.db")
    for suffix in ("", "-wal"):
        shutil.copy(f"{store.path}{suffix}", f"{copied}{suffix}")
    before = {file.name: file.read_bytes() for file in store.path.parent.glob("copy*")}
    with (
        closing(driver.connect(copied, KEY, SALT, detached=True)) as one,
        closing(driver.connect(copied, KEY, SALT, detached=True)) as two,
    ):
        for connection in (one, two):
            assert connection.execute("SELECT count(*) FROM entry").fetchone() == (1,)
            with pytest.raises(driver.load().OperationalError, match="readonly"):
                connection.execute("DELETE FROM entry")
    assert {file.name: file.read_bytes() for file in store.path.parent.glob("copy*")} == before


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no such limit")
@pytest.mark.parametrize("reports", [True, False])
def test_a_disk_over_its_quota_is_called_so_whether_it_reports_free_space_or_nothing(
    store: Store, monkeypatch: pytest.MonkeyPatch, reports: bool
) -> None:
    import resource

    def report_nothing(_: Path) -> None:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))

    if not reports:
        monkeypatch.setattr(shutil, "disk_usage", report_nothing)
    store.save(Note(title="kept"))
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
    try:
        with pytest.raises(DiskFullError, match="the disk is full or over its quota"):
            store.save(Note(title="no room", body="b" * 200_000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    store.save(Note(title="room again"))
    assert store.count() == 2


@pytest.mark.parametrize(
    ("number", "said"), [(errno.EDQUOT, "full or over its quota"), (errno.EIO, "reported an error")]
)
def test_what_the_disk_answers_is_told_apart(tmp_path: Path, number: int, said: str) -> None:
    with pytest.raises(NotSavedError, match=said), failures.all_translated(tmp_path):
        raise OSError(number, os.strerror(number))
