"""What the world does to a journal that is being written: full disks, kills, other processes, lost files."""

import errno
import os
import shutil
import signal
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from amp_desktop.domain.errors import (
    DiskFullError,
    JournalExistsError,
    NotSavedError,
    OpenElsewhereError,
    ReadOnlyError,
)
from amp_desktop.domain.kinds.note import Note
from amp_desktop.storage import DATABASE, KEYS, driver, failures, open_store, vanished
from amp_desktop.storage.names import SPARE_KEYS
from amp_desktop.storage.store import Store
from tests.storage.keys import KEY, SALT
from tests.storage.search.searching import sought

WRITER = textwrap.dedent(
    """
    import sys
    from pathlib import Path
    from uuid import UUID
    from amp_desktop.domain.kinds.note import Note
    from amp_desktop.storage import open_store

    path, name, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    store = open_store(path, bytes(range(32)), bytes(range(100, 116)))
    for number in range(count):
        note = Note(title=f"{name} {number}", body="some words " * 50, tags=(name,))
        store.save(note)
        print(note.id, flush=True)
    store.close()
    """
)


def _write_in_background(path: Path, name: str, count: int) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", WRITER, str(path), name, str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


@pytest.mark.parametrize("after", [1, 7, 40])
def test_every_acknowledged_entry_outlives_a_kill(closed: Path, after: int) -> None:
    process = _write_in_background(closed, "killed", 100_000)
    assert process.stdout is not None
    acknowledged = {process.stdout.readline().strip() for _ in range(after)}
    process.send_signal(signal.SIGKILL)
    acknowledged |= {line.strip() for line in process.stdout if line.endswith("\n")}
    process.wait()
    process.stdout.close()
    with open_store(closed, KEY, SALT) as store:
        assert acknowledged <= {str(entry.id) for entry in store.entries()}
        assert store.check().is_whole
        assert store.tags()[0].entries == store.count() == sum(1 for _ in store.entries())


def test_two_processes_write_at_once(closed: Path) -> None:
    processes = [_write_in_background(closed, name, 60) for name in ("one", "two")]
    for process in processes:
        process.communicate(timeout=120)
        assert process.returncode == 0
    with open_store(closed, KEY, SALT) as store:
        assert {tag.tag: tag.entries for tag in store.tags()} == {"one": 60, "two": 60}
        assert store.check().is_whole


def test_what_another_process_wrote_is_noticed_and_seen(closed: Path) -> None:
    with open_store(closed, KEY, SALT) as store:
        before = store.data_version()
        store.save(Note(title="mine"))
        assert store.data_version() == before
        _write_in_background(closed, "theirs", 1).communicate(timeout=60)
        assert store.data_version() != before
        assert [row.title for row in store.rows().items] == ["theirs 0", "mine"]


def test_waiting_for_another_writer_has_an_end(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(driver, "BUSY_SECONDS", 0.1)
    other = driver.connect(store.path, KEY, SALT)
    other.execute("BEGIN IMMEDIATE")
    with open_store(store.path, KEY, SALT) as waiting, pytest.raises(OpenElsewhereError):
        waiting.save(Note(title="too late"))
    other.execute("ROLLBACK")
    other.close()
    assert store.count() == 0


@contextmanager
def _mounted(folder: Path, options: str) -> Iterator[Path]:
    """A small file system of its own."""
    folder.mkdir(parents=True)
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", options, "none", folder], capture_output=True)
    if mounted.returncode:
        pytest.skip("mounting a small file system needs root")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


def test_a_full_disk_loses_nothing(tmp_path: Path) -> None:
    with (
        _mounted(tmp_path / "small disk", "size=1500k") as disk,
        Store.create(disk / DATABASE, KEY, SALT) as store,
    ):
        saved = Note(title="saved")
        store.save(saved)
        big = replace(saved, body="\n".join(os.urandom(40).hex() for _ in range(12_000)))
        with pytest.raises(DiskFullError):
            store.save(big)
        assert store.entry(saved.id) == saved
        store.save(replace(saved, title="still works"))
        assert store.entry(saved.id).title == "still works"
        assert store.check().is_whole


def test_a_medium_that_can_only_be_read_opens_for_reading(tmp_path: Path, closed: Path) -> None:
    with open_store(closed, KEY, SALT) as store:
        store.save(Note(title="apple"))
    with _mounted(tmp_path / "disk", "size=4m") as disk:
        shutil.copy(closed, disk / DATABASE)
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        with open_store(disk / DATABASE, KEY, SALT) as store:
            assert store.read_only
            assert [hit.row.title for hit in store.search(sought("app")).items] == ["apple"]
            assert store.check().is_whole
            with pytest.raises(ReadOnlyError):
                store.save(Note(title="pear"))
            backup = store.back_up(tmp_path / "elsewhere", b"{}", now=datetime(2026, 7, 22, 12, tzinfo=UTC))
            assert backup.entries == 1


def test_a_journal_opened_for_reading_is_not_written(closed: Path) -> None:
    before = closed.read_bytes()
    with open_store(closed, KEY, SALT, read_only=True) as store:
        with pytest.raises(ReadOnlyError):
            store.save(Note(title="pear"))
        assert store.count() == 0
    assert closed.read_bytes() == before


def test_two_that_rescue_within_a_second_have_folders_of_their_own(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Stopped(datetime):
        @classmethod
        def now(cls, tz: object = None) -> "Stopped":
            return cls(2026, 10, 17, 12, tzinfo=UTC)

    monkeypatch.setattr(vanished, "datetime", Stopped)
    window, terminal = open_store(closed, KEY, SALT), open_store(closed, KEY, SALT)
    with window, terminal:
        assert window.count() == terminal.count() == 0
        closed.unlink()
        for store, title in ((window, "from the window"), (terminal, "from a terminal")):
            with pytest.raises(NotSavedError, match="rescued"):
                store.save(Note(title=title))
    rescued = sorted(closed.parent.glob("rescued-*"))
    assert len(rescued) == 2
    found = set()
    for folder in rescued:
        with open_store(folder / DATABASE, KEY, SALT) as store:
            found |= {row.title for row in store.rows().items}
    assert {"from the window", "from a terminal"} <= found


@pytest.mark.parametrize("loss", ["deleted", "moved", "replaced", "folder deleted"])
def test_a_file_lost_while_it_is_open_is_noticed_and_all_is_rescued(
    folder: Path, store: Store, loss: str
) -> None:
    (folder / KEYS).write_bytes(b"{keys}")
    with open_store(store.path, KEY, SALT) as open_one:
        store.close()
        open_one.save(Note(title="before"))
        if loss == "deleted":
            open_one.path.unlink()
        elif loss == "moved":
            open_one.path.rename(folder / "elsewhere.db")
        elif loss == "replaced":
            (folder / "other").write_bytes(open_one.path.read_bytes())
            (folder / "other").replace(open_one.path)
        else:
            shutil.rmtree(folder)
        for title in ("first after", "second after"):
            with pytest.raises(NotSavedError, match="rescued"):
                open_one.save(Note(title=title))
    home = folder if loss != "folder deleted" else folder.parent
    (rescued,) = home.glob("rescued-*")
    assert (rescued / KEYS).read_bytes() == b"{keys}"
    with open_store(rescued / DATABASE, KEY, SALT) as found:
        assert [row.title for row in found.rows().items] == ["second after", "first after", "before"]


def test_two_windows_of_one_journal_rescue_into_folders_of_their_own(folder: Path, store: Store) -> None:
    """At the same second too; and the spare key file serves where the first is missing."""
    (folder / SPARE_KEYS).write_bytes(b"{keys}")
    store.save(Note(title="before"))
    with open_store(store.path, KEY, SALT) as other:
        assert other.count() == 1
        store.path.unlink()
        for one in (store, other):
            with pytest.raises(NotSavedError, match="rescued"):
                one.save(Note(title="after"))
    rescued = list(folder.glob("rescued-*"))
    assert len(rescued) == 2
    for place in rescued:
        assert (place / KEYS).read_bytes() == b"{keys}"
        with open_store(place / DATABASE, KEY, SALT) as found:
            assert found.count() in {2, 3}


def test_a_rescue_that_fails_makes_no_new_folder_each_time(
    folder: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    store.save(Note(title="before"))
    store.path.unlink()
    with monkeypatch.context() as patched:
        patched.setattr(vanished, "put_in_place", full)
        for _ in range(3):
            with pytest.raises(NotSavedError, match="moved, replaced or deleted"):
                store.save(Note(title="written"))
    with pytest.raises(NotSavedError, match="rescued"):
        store.save(Note(title="written"))
    (place,) = folder.glob("rescued-*")
    with open_store(place / DATABASE, KEY, SALT) as found:
        assert found.count() == 5


def test_a_folder_that_cannot_hold_a_journal_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for folder in (tmp_path / "file", tmp_path / "file" / "deeper"):
        with pytest.raises(JournalExistsError):
            Store.create(folder / DATABASE, KEY, SALT)


def test_several_threads_share_a_store(store: Store) -> None:
    from concurrent.futures import ThreadPoolExecutor

    def write_and_read(number: int) -> bool:
        store.save(Note(title=f"n{number}", body="apple"))
        return any(hit.row.title == f"n{number}" for hit in store.search(sought("apple"), limit=200).items)

    with ThreadPoolExecutor(8) as threads:
        assert all(threads.map(write_and_read, range(60)))
    assert store.count() == 60


class _InputOutputError(Exception):
    """What the driver raises when the disk cannot write, and when it has no room for the index of the WAL."""

    sqlite_errorcode = 10


def test_a_disk_that_fails_with_room_on_it_is_not_called_full(closed: Path) -> None:
    with pytest.raises(NotSavedError, match="reported an error") as told, failures.translated(closed):
        raise _InputOutputError
    assert not isinstance(told.value, DiskFullError)
