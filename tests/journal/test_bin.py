"""The bin: emptied by hand, or after a time that the mentee sets."""

import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from amp_desktop.domain.attachment import reference
from amp_desktop.domain.backup import BEFORE_EMPTYING
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.errors import CancelledError, CannotExportError, UnknownEntryError
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.preferences import Preferences
from amp_desktop.domain.query import EntryQuery
from amp_desktop.journal import Journal
from amp_desktop.journal.bin import Emptied
from amp_desktop.journal.maintenance import restore
from tests.conftest import PASSPHRASE, MakeEntry, SetClock
from tests.stores import commits_of

NOW = datetime(2026, 10, 17, 12, tzinfo=UTC)
MONTH = Preferences(empty_bin_after=30)


def binned(journal: Journal, days_ago: float, **values: object) -> Entry:
    """An entry that was put into the bin so many days ago."""
    entry = Note(title="gone", binned_at=NOW - timedelta(days=days_ago))
    entry = replace(entry, **values)
    journal.save_entries([entry])
    return entry


def is_there(journal: Journal, entry: Entry) -> bool:
    try:
        journal.entry(entry.id)
    except UnknownEntryError:
        return False
    return True


@pytest.fixture
def seen(timed_journal: Journal, clock: SetClock) -> Journal:
    """A journal whose clock went on as it should: something was put into its bin yesterday, and taken out."""
    clock.go_on(days=-1)
    entry = timed_journal.save_entry(Note(title="there and back"))
    timed_journal.put_in_bin([entry.id])
    timed_journal.take_from_bin([entry.id])
    clock.go_on(days=1)
    return timed_journal


def test_by_hand_is_the_default_and_nothing_goes_by_itself(seen: Journal) -> None:
    entry = binned(seen, 10_000)
    assert seen.bin.empty_when_due(seen.preferences) == Emptied(NOW.date())
    assert is_there(seen, entry)


def test_after_a_time_what_lay_there_longer_goes_and_nothing_else(
    seen: Journal, make_entry: MakeEntry
) -> None:
    kept = seen.save_entry(make_entry(title="kept"))
    old, young = binned(seen, 30.1), binned(seen, 29.9)
    assert seen.bin.empty_when_due(MONTH) == Emptied(NOW.date(), gone=1)
    assert [is_there(seen, entry) for entry in (kept, old, young)] == [True, False, True]


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(0, 400), max_size=12), st.sampled_from([0, 30, 90, 365]))
def test_what_goes_is_exactly_what_lay_there_for_longer(seen: Journal, ages: list[int], after: int) -> None:
    seen.bin.empty()
    entries = {binned(seen, days): days for days in ages}
    seen.bin.empty_when_due(Preferences(empty_bin_after=after), sure=True)
    for entry, days in entries.items():
        assert is_there(seen, entry) == (not after or days <= after)


# Nothing final rests on one reading of a clock


def fill(journal: Journal) -> Entry:
    entry = journal.save_entry(Note(title="binned a minute ago"))
    journal.put_in_bin([entry.id])
    return entry


@pytest.mark.parametrize("days", [8, 31, 1400, -8, -400])
def test_when_the_clock_has_leapt_it_is_asked_and_all_stays(
    timed_journal: Journal, clock: SetClock, days: int
) -> None:
    older = binned(timed_journal, 500)
    entry = fill(timed_journal)
    clock.go_on(days=days)
    due = 2 if days > 30 else 1
    assert timed_journal.bin.empty_when_due(MONTH) == Emptied(clock.now.date(), waiting=due)
    timed_journal.save_entry(Note(title="written meanwhile"))
    assert timed_journal.bin.empty_when_due(MONTH).waiting == due
    assert is_there(timed_journal, entry)
    assert is_there(timed_journal, older)
    assert timed_journal.maintenance.backups() == ()


def test_when_the_clock_is_right_again_nothing_has_happened(timed_journal: Journal, clock: SetClock) -> None:
    entry = fill(timed_journal)
    clock.go_on(days=1400)
    assert timed_journal.bin.empty_when_due(MONTH).waiting == 1
    clock.go_on(days=-1399)
    assert timed_journal.bin.empty_when_due(MONTH) == Emptied(clock.now.date())
    assert is_there(timed_journal, entry)


def test_a_clock_that_was_behind_for_once_is_not_the_one_that_is_believed(
    timed_journal: Journal, clock: SetClock
) -> None:
    fill(timed_journal)
    due = binned(timed_journal, 29)
    clock.go_on(days=-400)
    assert timed_journal.bin.empty_when_due(MONTH) == Emptied(clock.now.date())
    clock.go_on(days=402)
    assert timed_journal.bin.empty_when_due(MONTH) == Emptied(clock.now.date(), gone=1)
    assert not is_there(timed_journal, due)


def test_what_is_binned_since_makes_it_no_sooner_that_it_empties_itself_again(
    seen: Journal, clock: SetClock
) -> None:
    binned(seen, 31)
    assert seen.bin.empty_when_due(MONTH).gone == 1
    clock.go_on(days=1)
    fill(seen)
    due = binned(seen, 40)
    assert seen.bin.empty_when_due(MONTH).gone == 0
    assert is_there(seen, due)


def test_what_is_binned_by_a_clock_that_is_behind_counts_from_when_it_was_right(
    timed_journal: Journal, clock: SetClock
) -> None:
    fill(timed_journal)
    clock.go_on(days=-1400)
    entry = fill(timed_journal)
    clock.go_on(days=1401)
    assert timed_journal.bin.empty_when_due(MONTH).gone == 0
    assert timed_journal.entry(entry.id).binned_at == NOW


def test_when_the_mentee_says_that_the_date_is_right_it_goes(timed_journal: Journal, clock: SetClock) -> None:
    entry = fill(timed_journal)
    clock.go_on(days=40)
    assert timed_journal.bin.empty_when_due(MONTH).waiting == 1
    assert timed_journal.bin.empty_when_due(MONTH, sure=True).gone == 1
    assert not is_there(timed_journal, entry)


def test_a_journal_that_is_opened_now_and_then_is_not_asked(timed_journal: Journal, clock: SetClock) -> None:
    entry = fill(timed_journal)
    for _ in range(5):
        clock.go_on(days=6)
        assert timed_journal.bin.empty_when_due(MONTH) == Emptied(clock.now.date())
    clock.go_on(hours=1)
    assert timed_journal.bin.empty_when_due(MONTH).gone == 1
    assert not is_there(timed_journal, entry)


def test_a_journal_that_never_saw_the_clock_asks(timed_journal: Journal) -> None:
    binned(timed_journal, 100)
    assert timed_journal.bin.empty_when_due(MONTH).waiting == 1


def test_looking_writes_nothing_while_there_is_nothing_to_lose(
    timed_journal: Journal, clock: SetClock
) -> None:
    timed_journal.take_from_bin([fill(timed_journal).id])
    before = commits_of(timed_journal)
    clock.go_on(days=3)
    timed_journal.bin.empty_when_due(MONTH)
    fill(timed_journal)
    again = commits_of(timed_journal)
    clock.go_on(hours=20)
    timed_journal.bin.empty_when_due(MONTH)
    assert (again - before, commits_of(timed_journal)) == (3, again)


def test_a_verified_backup_comes_first_and_outlives_rotation(seen: Journal, tmp_path: Path) -> None:
    entry = binned(seen, 100)
    seen.bin.empty_when_due(MONTH)
    for number in range(12):
        seen.save_entry(Note(title=str(number)))
        seen.maintenance.back_up()
    (before,) = (made for made in seen.maintenance.backups() if made.occasion == BEFORE_EMPTYING)
    restore(before.path, tmp_path / "back", passphrase=PASSPHRASE)
    with Journal.open(tmp_path / "back", passphrase=PASSPHRASE) as back:
        assert back.entry(entry.id) == entry


def test_without_a_backup_nothing_goes(seen: Journal, journal_folder: Path) -> None:
    entry = binned(seen, 100)
    (journal_folder / "backups").write_text("no folder")
    with pytest.raises(CannotExportError):
        seen.bin.empty_when_due(MONTH)
    assert is_there(seen, entry)


def test_it_empties_itself_once_a_week(seen: Journal, clock: SetClock) -> None:
    gone = []
    for _ in range(15):
        binned(seen, 100)
        gone.append(seen.bin.empty_when_due(MONTH).gone)
        clock.go_on(days=1)
    assert gone == [1, 0, 0, 0, 0, 0, 0, 7, 0, 0, 0, 0, 0, 0, 7]


def test_a_restored_journal_asks(timed_journal: Journal, clock: SetClock, tmp_path: Path) -> None:
    entry = fill(timed_journal)
    made = timed_journal.maintenance.back_up()
    clock.go_on(days=1)
    restore(made.path, tmp_path / "back", passphrase=PASSPHRASE)
    with Journal.open(tmp_path / "back", passphrase=PASSPHRASE, clock=clock) as back:
        binned(back, 100)
        assert back.bin.empty_when_due(MONTH).waiting == 1
        assert is_there(back, entry)


def test_a_journal_that_may_only_be_read_keeps_its_bin(
    seen: Journal, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = binned(seen, 100)
    seen.close()
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)  # root may write anywhere
    with Journal.open(seen.folder, passphrase=PASSPHRASE, clock=clock) as opened:
        assert opened.read_only
        assert opened.bin.empty_when_due(MONTH, sure=True) == Emptied(clock.now.date())
        assert is_there(opened, entry)
        assert opened.maintenance.backups() == ()


def test_former_versions_and_links_go_too(journal: Journal, make_entry: MakeEntry) -> None:
    gone = journal.save_entry(make_entry(title="gone", body="word " * 200))
    journal.save_entry(replace(gone, body=""))
    pointing = journal.save_entry(make_entry(title="points there", links=(gone.id,)))
    assert journal.versions(gone.id)
    journal.put_in_bin([gone.id])
    assert journal.bin.empty() == 1
    assert journal.versions(gone.id) == ()
    assert journal.entry(pointing.id).links == ()
    assert journal.maintenance.check().is_whole


def test_what_only_they_had_attached_goes_too(journal: Journal) -> None:
    alone, shared = (
        journal.attachments.add(content, "notes.txt", "text/plain") for content in (b"alone", b"shared")
    )
    kept = journal.save_entry(Note(body=reference(shared)))
    gone = journal.save_entry(Note(body=f"{reference(alone)} {reference(shared)}"))
    journal.put_in_bin([gone.id])
    journal.bin.empty()
    journal.attachments.clear_unused()
    assert [attachment.id for attachment in journal.attachments.all()] == [shared.id]
    assert journal.attachments.data(shared.id) == b"shared"
    assert journal.attachments.of(kept) == (shared,)


def test_emptied_by_hand_all_goes_or_what_a_page_shows_of_it(journal: Journal) -> None:
    for kind in ("note", "goal", "goal"):
        journal.put_in_bin([journal.save_entry(replace(journal.new_entry(kind), title="gone")).id])
    goals = EntryQuery(kinds=frozenset({"goal"}))
    assert (journal.bin.count(), journal.bin.count(goals)) == (3, 2)
    assert journal.bin.empty(goals) == 2
    assert journal.bin.count() == 1
    assert journal.bin.empty() == 1


def test_many_go_too_and_it_can_be_called_off(journal: Journal) -> None:
    journal.save_entries([Note(title="gone", binned_at=NOW) for _ in range(130)])
    told: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        told.append((done, total))
        raise CancelledError("Stopped.")

    with pytest.raises(CancelledError):
        journal.bin.empty(progress=stop)
    assert journal.bin.count() == 130 - told[0][0]
    journal.bin.empty(progress=lambda done, total: told.append((done, total)))
    assert journal.bin.count() == 0
    assert told[-1] == (130 - told[0][0], 130 - told[0][0])


def test_what_was_taken_out_meanwhile_stays(journal: Journal) -> None:
    entries = [Note(title="gone", binned_at=NOW) for _ in range(60)]
    journal.save_entries(entries)

    def take_out(done: int, total: int) -> None:
        if done < total:
            journal.take_from_bin([entry.id for entry in entries if is_there(journal, entry)])

    journal.bin.empty(progress=take_out)
    assert journal.count() == 10


def test_how_long_it_is_kept_stands_in_the_journal(journal: Journal) -> None:
    journal.save_preferences(replace(journal.preferences, empty_bin_after=90))
    assert journal.preferences.empty_bin_after == 90
    assert Preferences.from_json({"empty_bin_after": "90"}).empty_bin_after == 0
