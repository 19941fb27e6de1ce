"""A log that is gone is told whenever a save went with it, and never where nothing did."""

import gc
import multiprocessing
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import UTC, datetime
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from typing import Any

import pytest

from amp_desktop.domain.errors import NotSavedError
from amp_desktop.domain.kinds.note import Note
from amp_desktop.storage import driver, log_mark, open_store, restore_backup
from amp_desktop.storage.opening import LACKING, open_database
from amp_desktop.storage.store import Store
from tests.storage.keys import KEY, SALT

LOG, INDEX = "journal.db-wal", "journal.db-shm"
LATER = datetime(2026, 7, 22, 12, tzinfo=UTC)
KILLS, CLOSED = 110, 0.3


def _open(path: Path) -> Store:
    return open_store(path, KEY, SALT)


def _look(path: Path) -> tuple[set[str], tuple[str, ...]]:
    with _open(path) as store:
        return {entry.title for entry in store.entries()}, store.findings


def _is_marked(path: Path) -> bool:
    with closing(driver.connect(path, KEY, SALT, read_only=True)) as connection:
        return log_mark.stands(connection)


def _without(path: Path, target: Path, *names: str) -> Path:
    """A copy of a journal's folder in which some of its files are missing."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(path.parent, target)
    for name in names:
        (target / name).unlink(missing_ok=True)
    return target / path.name


# One session at a time, left as a kill leaves it: its files are copied while it is open


@pytest.mark.parametrize("saves", [1, 2, 7])
@pytest.mark.parametrize("gone", [(LOG,), (LOG, INDEX)])
def test_a_log_that_took_saves_along_is_told_at_opening_and_by_the_check(
    store: Store, tmp_path: Path, saves: int, gone: tuple[str, ...]
) -> None:
    for number in range(saves):
        store.save(Note(title=f"{number}", updated_at=LATER))
    cut = _without(store.path, tmp_path / "cut", *gone)
    with _open(cut) as opened:
        kept = opened.count()
        told = [finding for finding in opened.findings if finding.startswith(LACKING)]
        assert kept < saves or saves == 1
        assert len(told) == (1 if kept < saves or len(gone) == 2 else 0)
        assert opened.check().findings == tuple(told)
    if len(gone) == 2:
        assert f"{LATER.astimezone():%Y-%m-%d %H:%M}" in told[0]
    assert _look(cut)[1] == ()  # said once, and that session ended in order


@pytest.mark.parametrize("size", [0, 20, 32])
def test_a_log_that_was_emptied_is_told(store: Store, tmp_path: Path, size: int) -> None:
    for number in range(3):
        store.save(Note(title=f"{number}"))
    cut = _without(store.path, tmp_path / "cut", INDEX)
    os.truncate(cut.with_name(LOG), size)
    assert _look(cut)[1][0].startswith(LACKING)


def test_a_journal_that_may_only_be_read_tells_it_each_time(store: Store, tmp_path: Path) -> None:
    store.save(Note(title="one"))
    cut = _without(store.path, tmp_path / "cut", LOG, INDEX)
    for _ in range(2):
        with open_store(cut, KEY, SALT, read_only=True) as opened:
            assert opened.findings[0].startswith(LACKING)


def test_a_session_that_saved_nothing_leaves_no_mark(closed: Path, tmp_path: Path) -> None:
    with _open(closed) as opened:
        assert opened.count() == 0
        assert _look(_without(closed, tmp_path / "cut", LOG, INDEX)) == (set(), ())


def test_what_ended_in_order_has_neither_log_nor_mark(store: Store) -> None:
    store.save(Note(title="one"))
    assert _is_marked(store.path)
    store.close()
    assert not store.path.with_name(LOG).exists()
    assert not _is_marked(store.path)


def test_whoever_saves_after_another_closed_sets_a_mark_anew(closed: Path, tmp_path: Path) -> None:
    with _open(closed) as window:
        window.save(Note(title="one"))
        with _open(closed) as terminal:
            terminal.save(Note(title="two"))
        assert not _is_marked(closed)
        window.save(Note(title="three"))
        window.save(Note(title="four"))
        kept, told = _look(_without(closed, tmp_path / "cut", LOG, INDEX))
        assert "four" not in kept
        assert told[0].startswith(LACKING)
    assert _look(closed) == ({"one", "two", "three", "four"}, ())
    assert not _is_marked(closed)


def test_who_reads_a_former_state_keeps_the_log_and_its_mark(closed: Path, tmp_path: Path) -> None:
    with closing(driver.connect(closed, KEY, SALT)) as reader:
        with _open(closed) as opened:
            opened.save(Note(title="one"))
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM entry").fetchone()
            opened.save(Note(title="two"))
        assert _is_marked(closed)
        assert _look(_without(closed, tmp_path / "cut"))[1] == ()
        kept, told = _look(_without(closed, tmp_path / "cut", LOG, INDEX))
        assert "two" not in kept
        assert told[0].startswith(LACKING)
    assert _look(closed)[0] == {"one", "two"}


def test_a_mark_that_could_not_be_folded_is_set_again_at_the_next_save(closed: Path, tmp_path: Path) -> None:
    with _open(closed) as opened:
        with closing(driver.connect(closed, KEY, SALT)) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM entry").fetchone()
            opened.save(Note(title="one"))
        opened.save(Note(title="two"))
        opened.save(Note(title="three"))
        kept, told = _look(_without(closed, tmp_path / "cut", LOG, INDEX))
        assert "three" not in kept
        assert told[0].startswith(LACKING)


def test_the_check_leaves_a_log_that_tells(store: Store, tmp_path: Path) -> None:
    store.save(Note(title="one"))
    assert store.check().is_whole
    assert _look(_without(store.path, tmp_path / "cut")) == ({"one"}, ())
    store.save(Note(title="two"))
    kept, told = _look(_without(store.path, tmp_path / "cut", LOG, INDEX))
    assert kept == {"one"}
    assert told[0].startswith(LACKING)


def test_a_log_that_was_begun_anew_and_holds_nothing_yet_is_not_missed(store: Store, tmp_path: Path) -> None:
    """SQLite writes the beginning of the log anew before the first change that it will hold."""
    store.save(Note(title="one"))
    copy = _without(store.path, tmp_path / "copy")
    log = bytearray(copy.with_name(LOG).read_bytes())
    with _open(store.path) as other:
        other.save(Note(title="two"))  # all was folded by then, so this one begins the log anew
    log[:32] = store.path.with_name(LOG).read_bytes()[:32]
    copy.with_name(LOG).write_bytes(log)
    copy.with_name(INDEX).unlink()
    assert _look(copy) == ({"one"}, ())


def test_copies_carry_no_mark(store: Store, tmp_path: Path) -> None:
    store.save(Note(title="one"))
    made = store.back_up(tmp_path / "backups", b"{}", now=LATER)
    assert _is_marked(store.path)
    restore_backup(made.path, tmp_path / "restored")
    assert not _is_marked(tmp_path / "restored" / "journal.db")
    assert _look(tmp_path / "restored" / "journal.db") == ({"one"}, ())


def test_a_later_save_costs_no_statement_more(store: Store) -> None:
    from sqlalchemy import Pool, event

    seen: list[str] = []

    def hear(connection: Any, *_: object) -> None:
        connection.set_trace_callback(seen.append)

    event.listen(Pool, "checkout", hear)
    try:
        for number in range(3):
            seen.append("save")
            store.save(Note(title=f"{number}"))
    finally:
        event.remove(Pool, "checkout", hear)
    first, second, third = (part.split("|") for part in "|".join(seen).split("save|")[1:])
    assert sum("tally" in one for one in second) == 1
    assert not any(one.startswith("INSERT OR REPLACE INTO setting") for one in second + third)
    assert sum(one.startswith("INSERT OR REPLACE INTO setting") for one in first) == 1


def test_a_program_that_ends_without_closing_leaves_no_mark_without_a_log(closed: Path) -> None:
    forgetful = (
        "import sys; from pathlib import Path; from amp_desktop.domain.kinds.note import Note\n"
        "from amp_desktop.storage import open_store; from tests.storage.keys import KEY, SALT\n"
        "store = open_store(Path(sys.argv[1]), KEY, SALT); store.save(Note(title='one'))\n"
        "raise SystemExit"
    )
    subprocess.run([sys.executable, "-c", forgetful, str(closed)], check=True)
    assert _look(closed) == ({"one"}, ())


def test_a_mark_of_another_is_not_trusted_to_be_folded(
    closed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with _open(closed) as window, _open(closed) as stopped:
        window.save(Note(title="one"))
        _open(closed).close()
        with closing(driver.connect(closed, KEY, SALT)) as connection:
            assert log_mark.fold(connection)
        with monkeypatch.context() as patch:
            patch.setattr(log_mark, "fold", lambda _: False)  # as if it were killed just before
            stopped.save(Note(title="two"))
        window.save(Note(title="three"))
        window.save(Note(title="four"))
        kept, told = _look(_without(closed, tmp_path / "cut", LOG, INDEX))
        assert "four" not in kept
        assert told[0].startswith(LACKING)


def test_a_save_whose_mark_cannot_be_folded_is_saved_and_the_next_one_marks_anew(
    closed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect, folds = driver.connect, [True]
    pragma, deny = 19, 1  # SQLITE_PRAGMA, SQLITE_DENY

    def allowed(action: int, name: str | None, *_: object) -> int:
        return deny if (action, name) == (pragma, "wal_checkpoint") and not folds[0] else 0

    def guarded(*args: Any, **values: Any) -> Any:
        connection = connect(*args, **values)
        connection.set_authorizer(allowed)
        return connection

    monkeypatch.setattr(driver, "connect", guarded)
    with _open(closed) as opened:
        folds[0] = False
        opened.save(Note(title="one"))
        folds[0] = True
        assert {entry.title for entry in opened.entries()} == {"one"}
        assert _look(_without(closed, tmp_path / "cut", LOG, INDEX)) == (set(), ())  # nothing could tell
        opened.save(Note(title="two"))
        opened.save(Note(title="three"))
        kept, told = _look(_without(closed, tmp_path / "cut", LOG, INDEX))
        assert kept == {"one", "two"}
        assert told[0].startswith(LACKING)
    assert _look(closed) == ({"one", "two", "three"}, ())


@pytest.mark.parametrize(("times", "stays"), [(1, False), (2, False), (3, True), (9, True)])
def test_who_saves_while_another_ends_keeps_the_mark_if_it_goes_on_doing_so(
    closed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, times: int, stays: bool
) -> None:
    connect, turns = driver.connect, iter(range(times))
    with _open(closed) as other:
        other.save(Note(title="before"))
        opened = _open(closed)
        opened.save(Note(title="one"))

        def heard(statement: str) -> None:
            """Between the fold and the transaction that would take the mark out, the other one saves."""
            if statement == "BEGIN IMMEDIATE" and (turn := next(turns, None)) is not None:
                other.save(Note(title=f"meanwhile {turn}"))

        def listening(*args: Any, **values: Any) -> Any:
            connection = connect(*args, **values)
            connection.set_trace_callback(heard)
            return connection

        with monkeypatch.context() as patch:
            patch.setattr(driver, "connect", listening)
            opened.close()
        assert _is_marked(closed) == stays
        kept, told = _look(_without(closed, tmp_path / "cut", LOG, INDEX))
        assert f"meanwhile {min(times, 3) - 1}" in kept or told[0].startswith(LACKING)
    expected = {"before", "one", *(f"meanwhile {turn}" for turn in range(min(times, 3)))}
    assert _look(closed) == (expected, ())
    assert not _is_marked(closed)


def test_what_is_read_while_the_journal_is_closed_takes_the_mark_along(closed: Path) -> None:
    database = open_database(closed, KEY, SALT)
    store = Store(database)
    store.save(Note(title="one"))
    with database.raw_connection() as connection:  # as a check and a backup have
        connection.execute("BEGIN")
        connection.execute("SELECT count(*) FROM entry").fetchone()
        store.save(Note(title="two"))
        store.close()
        assert _is_marked(closed)
        connection.execute("COMMIT")
    assert _look(closed) == ({"one", "two"}, ())


def test_a_list_that_is_read_while_the_journal_is_closed_takes_the_mark_along(closed: Path) -> None:
    def read_and_close(connection: Any) -> None:
        connection.exec_driver_sql("SELECT count(*) FROM entry").scalar()
        store.save(Note(title="two"))
        store.close()
        assert _is_marked(closed)

    database = open_database(closed, KEY, SALT)
    store = Store(database)
    store.save(Note(title="one"))
    database.read(read_and_close)
    gc.collect()  # who keeps the connection now lets go of it
    assert _look(closed) == ({"one", "two"}, ())


@pytest.mark.skipif(sys.platform == "win32", reason="there an open file cannot be moved")
def test_what_was_rescued_carries_no_mark(closed: Path) -> None:
    with _open(closed) as opened:
        opened.save(Note(title="one"))
        closed.rename(closed.with_name("moved"))
        with pytest.raises(NotSavedError, match="rescued"):
            opened.save(Note(title="two"))
    (rescued,) = closed.parent.glob("rescued-*")
    assert _look(rescued / closed.name) == ({"one", "two"}, ())


# Real kills


def _session(path: Path, number: int, kill_at: int, told: Connection) -> None:
    """Save, look through, save and close; at the statement `kill_at`, whatever it is, end."""
    connect, seen = driver.connect, [0]

    def heard(_: str) -> None:
        seen[0] += 1
        if seen[0] == kill_at:
            os.kill(os.getpid(), signal.SIGKILL)

    def counted(*args: Any, **values: Any) -> Any:
        connection = connect(*args, **values)
        connection.set_trace_callback(heard)
        return connection

    driver.connect = counted
    with _open(path) as store:
        for at in range(4):
            store.save(Note(title=f"{number} {at}", body="b" * 2000))
            told.send(f"{number} {at}")
            if at == number % 4:
                store.check()
                with _open(path) as other:
                    other.save(Note(title=f"{number} other"))
                told.send(f"{number} other")
    told.send(seen[0])


def _told_by(path: Path, number: int, *, kill_at: int = 0, kill_after: int = 0) -> Iterator[Any]:
    """What a session says that it has saved, until it is killed at a statement, or after so many saves."""
    forked = multiprocessing.get_context("fork")
    hears, tells = forked.Pipe(duplex=False)
    child = forked.Process(target=_session, args=(path, number, kill_at, tells))
    child.start()
    tells.close()
    with suppress(EOFError):
        for said in count(1):
            yield hears.recv()
            if said == kill_after:
                child.kill()
    child.join()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="sessions are forked, to begin quickly")
def test_of_many_kills_each_log_that_took_saves_along_is_told_and_nothing_else(
    closed: Path, tmp_path: Path
) -> None:
    chance = Random(7)
    *saved, statements = _told_by(closed, 0)
    acknowledged, lost = set(saved), 0
    for number in range(1, KILLS + 1):
        at = {"kill_at": chance.randint(1, statements)}
        if number % 2:
            at = {"kill_after": chance.randint(1, len(saved) + 1)}
        acknowledged |= {one for one in _told_by(closed, number, **at) if isinstance(one, str)}
        for gone in ((LOG, INDEX), (LOG,)):
            kept, told = _look(_without(closed, tmp_path / "cut", *gone))
            lost += not acknowledged <= kept
            assert acknowledged <= kept or any(one.startswith(LACKING) for one in told), (number, gone)
        kept, told = _look(_without(closed, tmp_path / "whole"))
        assert acknowledged <= kept, number
        assert told == (), number
        if chance.random() < CLOSED:
            assert _look(closed)[1] == ()
    assert lost > KILLS / 4
