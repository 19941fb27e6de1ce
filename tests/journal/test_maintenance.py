"""Backups of an open journal: when one is due, whose they are, and whichever year the clock says."""

import os
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from amp_desktop.domain.backup import Backup
from amp_desktop.domain.errors import CancelledError
from amp_desktop.domain.kinds.note import Note
from amp_desktop.exchange.export.export import ExportFormat
from amp_desktop.journal import Journal
from amp_desktop.journal.maintenance import restore
from tests.conftest import CHEAP, PASSPHRASE, SetClock
from tests.stores import commits_of

DAY = timedelta(days=1)


def written(journal: Journal, folder: Path | None = None) -> Backup:
    """The backup made after something more was written."""
    journal.save_entry(Note(title="more"))
    return journal.maintenance.back_up(folder)


def daily(journal: Journal) -> Backup | None:
    journal.save_entry(Note(title="more"))
    return journal.maintenance.back_up_if_changed(older_than=DAY)


def test_a_daily_backup_is_due_once_the_last_is_a_day_old(timed_journal: Journal, clock: SetClock) -> None:
    assert daily(timed_journal) is not None
    clock.go_on(hours=23.9)
    assert daily(timed_journal) is None
    clock.go_on(hours=0.1)
    assert daily(timed_journal) is not None
    assert timed_journal.maintenance.back_up_if_changed(older_than=DAY) is None


@pytest.mark.parametrize("ahead", [400, 40_000])
def test_backups_dated_ahead_hold_up_nothing_and_take_nothing_away(
    timed_journal: Journal, clock: SetClock, ahead: int
) -> None:
    clock.go_on(days=ahead)
    before = [written(timed_journal) for _ in range(6)]
    clock.go_on(days=-ahead)
    made = daily(timed_journal)
    assert made is not None
    assert made.path.exists()
    assert timed_journal.maintenance.backups() == (made, *before[:1:-1])
    assert daily(timed_journal) is None


@pytest.mark.parametrize("year", [1970, 2200])
def test_whatever_year_it_is_a_backup_is_made_and_comes_back(
    timed_journal: Journal, clock: SetClock, year: int, tmp_path: Path
) -> None:
    clock.now = clock.now.replace(year=year)
    made = written(timed_journal)
    assert restore(made.path, tmp_path / "back", passphrase=PASSPHRASE) == 1


def test_backups_of_several_journals_share_a_folder(timed_journal: Journal, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    other, _ = Journal.create(tmp_path / "other", PASSPHRASE, cost=CHEAP)
    with other:
        mine = [written(timed_journal, stick) for _ in range(3)]
        kept = mine[0].path.rename(stick / "KEEP before exam.ampbackup")
        theirs = [written(other, stick) for _ in range(7)]
        last = written(timed_journal, stick)
    stay = {kept, *(one.path for one in (*mine[1:], last, *theirs[2:]))}
    assert set(stick.iterdir()) == stay


def test_a_backup_of_another_journal_is_none_of_this_one(timed_journal: Journal, tmp_path: Path) -> None:
    other, _ = Journal.create(tmp_path / "other", PASSPHRASE, cost=CHEAP)
    with other:
        theirs = written(other)
    timed_journal.save_entry(Note(title="as many changes"))
    (timed_journal.folder / "backups").mkdir()
    shutil.copy(theirs.path, timed_journal.folder / "backups")
    made = timed_journal.maintenance.back_up_if_changed()
    assert made is not None
    assert made.commits == theirs.commits


def test_a_journal_that_goes_on_from_an_older_backup_keeps_its_newest(
    timed_journal: Journal, clock: SetClock, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    first = written(timed_journal, stick)
    shutil.copy(first.path, tmp_path)
    for _ in range(6):
        written(timed_journal, stick)
    restore(tmp_path / first.path.name, tmp_path / "back", passphrase=PASSPHRASE)
    clock.go_on(days=-30)
    with Journal.open(tmp_path / "back", passphrase=PASSPHRASE, clock=clock) as back:
        made = [written(back, stick) for _ in range(3)]
    assert all(one.path.exists() for one in made)


def test_a_journal_that_may_only_be_read_makes_none_by_itself(
    timed_journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    timed_journal.save_entry(Note(title="one"))
    timed_journal.close()
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)  # root may write anywhere
    with Journal.open(timed_journal.folder, passphrase=PASSPHRASE) as opened:
        assert opened.maintenance.back_up_if_changed() is None
        assert opened.maintenance.backups() == ()


def test_rotation_stops_where_many_entries_are_missing(timed_journal: Journal) -> None:
    entries = [timed_journal.save_entry(Note(title="one")) for _ in range(10)]
    made = [written(timed_journal) for _ in range(5)]
    timed_journal.delete_for_ever(entry.id for entry in entries)
    written(timed_journal)
    assert len(timed_journal.maintenance.backups()) == len(made) + 1


def test_a_journal_brought_back_beside_its_newer_backups_is_backed_up_too(
    timed_journal: Journal, tmp_path: Path
) -> None:
    first = written(timed_journal, tmp_path / "stick")
    for number in range(20):
        timed_journal.save_entry(Note(title=str(number)))
    newest = written(timed_journal)
    restore(first.path, tmp_path / "back", passphrase=PASSPHRASE)
    shutil.copytree(timed_journal.folder / "backups", tmp_path / "back" / "backups")
    with Journal.open(tmp_path / "back", passphrase=PASSPHRASE) as back:
        made = back.maintenance.back_up_if_changed()
        assert made is not None
        assert made.number > newest.number
        assert made.entries == 1


@pytest.mark.parametrize("form", list(ExportFormat))
def test_a_full_export_holds_the_bin_and_tells_how_far_it_is(
    timed_journal: Journal, tmp_path: Path, form: ExportFormat
) -> None:
    kept, binned = (timed_journal.save_entry(Note(title=title)) for title in ("kept", "binned"))
    timed_journal.put_in_bin([binned.id])
    told: list[tuple[int, int]] = []
    timed_journal.maintenance.export(tmp_path / "all", form, lambda done, total: told.append((done, total)))
    exported = "".join(path.read_text() for path in (tmp_path / "all").rglob("*") if path.is_file())
    assert str(kept.id) in exported
    assert str(binned.id) in exported
    assert told[-1] == (2, 2)


def test_a_journal_brought_back_from_an_old_backup_rotates_no_newer_one_away(
    journal: Journal, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    for _ in range(9):
        old = written(journal)
    newest = written(journal, stick)
    restore(old.path, tmp_path / "back", passphrase=PASSPHRASE)
    with Journal.open(tmp_path / "back", passphrase=PASSPHRASE) as back:
        made = [written(back, stick) for _ in range(7)]
    assert set(stick.iterdir()) == {newest.path, *(one.path for one in made[2:])}
    written(journal, stick)
    assert newest.path.exists()


def test_a_backup_of_another_lineage_holds_not_all_there_is(journal: Journal, tmp_path: Path) -> None:
    old = written(journal)
    restore(old.path, tmp_path / "back", passphrase=PASSPHRASE)
    with Journal.open(tmp_path / "back", passphrase=PASSPHRASE) as back:
        changes = commits_of(back)
        while commits_of(journal) < changes + 1:
            newest = written(journal)
        shutil.copytree(newest.path.parent, tmp_path / "back" / "backups", dirs_exist_ok=True)
        back.save_entry(Note(title="its own"))
        assert back.maintenance.back_up_if_changed() is not None


def test_an_archive_that_is_called_off_while_it_is_encrypted_is_not_written(
    journal: Journal, tmp_path: Path
) -> None:
    journal.save_entry(Note(title="One"))
    complete = []

    def called_off(done: int, total: int) -> None:
        complete.append(done == total)
        if sum(complete) == 2:  # everything was put together, and time has passed since
            raise CancelledError("Stopped.")

    with pytest.raises(CancelledError):
        journal.maintenance.archive(tmp_path / "all.zip.age", "violet anchor pelicans", called_off)
    assert not list(tmp_path.glob("*.age"))
