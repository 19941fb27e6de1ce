"""A journal whose program was stopped, and whose log was cut or changed before the next start."""

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from amp_desktop.domain.kinds.note import Note
from amp_desktop.storage import driver, open_store, wal
from amp_desktop.storage.opening import MISSING
from amp_desktop.storage.store import Store
from tests.storage.keys import KEY, SALT

FRAME = 24 + 4096
STOPPED = (
    "import os, sys; from pathlib import Path; from amp_desktop.domain.kinds.note import Note\n"
    "from amp_desktop.storage import open_store; from tests.storage.keys import KEY, SALT\n"
    "store = open_store(Path(sys.argv[1]), KEY, SALT)\n"
    "for number in range(4): store.save(Note(title=f'{number}', body='b' * 3000))\n"
    "os._exit(1)"
)


def _files(path: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in path.parent.iterdir() if file.is_file()}


@pytest.fixture
def stopped(closed: Path) -> tuple[Path, dict[str, bytes]]:
    """A journal with four entries in its log alone, whose program was stopped; its files as they stood."""
    subprocess.run([sys.executable, "-c", STOPPED, str(closed)], check=False)
    files = _files(closed)
    assert set(files) == {"journal.db", "journal.db-wal", "journal.db-shm"}
    return closed, files


def _lay_out(path: Path, files: dict[str, bytes]) -> None:
    for file in path.parent.iterdir():
        file.unlink()
    for name, content in files.items():
        (path.parent / name).write_bytes(content)


def _found(path: Path) -> tuple[int, tuple[str, ...]]:
    with open_store(path, KEY, SALT) as store:
        return store.count(), store.findings


def test_a_whole_log_is_read_without_a_word(stopped: tuple[Path, dict[str, bytes]]) -> None:
    path, files = stopped
    assert _found(path) == (4, ())
    _lay_out(path, {name: content for name, content in files.items() if not name.endswith("-shm")})
    assert _found(path) == (4, ())


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(share=st.floats(0, 1, exclude_max=True))
def test_a_log_that_was_cut_is_told(stopped: tuple[Path, dict[str, bytes]], share: float) -> None:
    path, files = stopped
    log = files["journal.db-wal"]
    kept = log[: int(len(log) * share)]
    _lay_out(path, files | {"journal.db-wal": kept})
    found, said = _found(path)
    assert (found, said) == (4, ()) or MISSING in said
    assert found == 4 or MISSING in said


def test_a_log_that_is_gone_is_told(stopped: tuple[Path, dict[str, bytes]]) -> None:
    path, files = stopped
    _lay_out(path, {name: content for name, content in files.items() if not name.endswith("-wal")})
    with open_store(path, KEY, SALT) as store:
        assert (store.count(), store.findings) == (1, (MISSING,))  # the first save is folded, see `log_mark`
        assert store.check().findings == (MISSING,)
    assert _found(path) == (1, ())


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0) | st.integers(-FRAME, -FRAME + 24), with_index=st.booleans())
def test_a_byte_changed_in_the_log_is_told_wherever_it_costs_an_entry(
    stopped: tuple[Path, dict[str, bytes]], at: int, with_index: bool
) -> None:
    path, files = stopped
    log = bytearray(files["journal.db-wal"])
    last = len(log) - FRAME  # the last frame's salts can only be vouched for by the index
    log[at % (len(log) if with_index else last)] ^= 0x40
    changed = files | {"journal.db-wal": bytes(log)}
    _lay_out(path, changed if with_index else {n: c for n, c in changed.items() if not n.endswith("-shm")})
    found, said = _found(path)
    assert found == 4 or said == (MISSING,)


def test_a_log_that_was_changed_is_kept_as_it_was(stopped: tuple[Path, dict[str, bytes]]) -> None:
    path, files = stopped
    log = bytearray(files["journal.db-wal"])
    log[32 + FRAME + 100] ^= 1
    _lay_out(path, files | {"journal.db-wal": bytes(log)})
    with open_store(path, KEY, SALT) as store:
        store.save(Note(title="written over it"))
    kept = path.with_name("journal.db-wal.damaged")
    assert kept.read_bytes() == bytes(log)
    assert os.name == "nt" or kept.stat().st_mode & 0o777 == 0o600
    assert _found(path)[1] == ()


def test_who_writes_meanwhile_is_no_damage(closed: Path) -> None:
    with open_store(closed, KEY, SALT) as first:
        for number in range(20):
            first.save(Note(title=f"{number}", body="b" * 3000))
            with open_store(closed, KEY, SALT) as second:
                assert second.findings == ()
                second.check()


def test_an_index_that_cannot_be_read_keeps_nobody_from_reading(
    stopped: tuple[Path, dict[str, bytes]],
) -> None:
    path, files = stopped
    _lay_out(path, {name: content for name, content in files.items() if not name.endswith("-shm")})
    path.with_name("journal.db-shm").mkdir()
    assert _found(path) == (4, ())
    path.with_name("journal.db-shm").rmdir()
    assert _found(path) == (4, ())


def _write(store: Store, count: int) -> None:
    for number in range(count):
        store.save(Note(title=f"{number}", body="b" * 3000))


def _fold(path: Path, how: str = "FULL") -> None:
    """Bring all that stands in the log into the journal's file, and leave the log as it is, unless cut."""
    with closing(driver.connect(path, KEY, SALT)) as connection:
        connection.execute(f"PRAGMA wal_checkpoint({how})")


def test_a_log_that_is_gone_and_held_nothing_of_its_own_is_not_told(closed: Path) -> None:
    with open_store(closed, KEY, SALT) as store:
        _write(store, 4)
        _fold(closed)
        files = _files(closed)
    assert len(files) == 3
    _lay_out(closed, {name: content for name, content in files.items() if not name.endswith("-wal")})
    assert _found(closed) == (4, ())


@pytest.mark.parametrize("changed", [False, True])
def test_an_index_of_an_older_log_does_not_vouch_for_the_log(closed: Path, changed: bool) -> None:
    with open_store(closed, KEY, SALT) as store:
        _write(store, 2)
        _fold(closed)
        older = _files(closed)["journal.db-shm"]
        _write(store, 4)
        files = _files(closed)
    log = bytearray(files["journal.db-wal"])
    log[32 + FRAME + 100] ^= changed
    _lay_out(closed, files | {"journal.db-wal": bytes(log), "journal.db-shm": older})
    found, said = _found(closed)
    assert (found == 6, said) == (not changed, (MISSING,) if changed else ())


def test_a_log_that_is_folded_while_one_looks_is_not_cut(closed: Path) -> None:
    with open_store(closed, KEY, SALT) as store:
        _write(store, 4)
        before = wal.read_index(closed)
        assert before is not None
        assert not before.is_folded
        _fold(closed, "TRUNCATE")
        assert not wal.is_cut(closed, before)
        assert store.count() == 4
