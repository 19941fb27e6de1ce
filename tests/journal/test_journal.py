"""The use cases, on a real encrypted journal."""

import stat
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from amp_desktop.domain.entry import Entry, Sharing
from amp_desktop.domain.errors import (
    DamagedError,
    InvalidValueError,
    JournalError,
    JournalExistsError,
    KeyringError,
    NoJournalError,
    NotSavedError,
    UnknownEntryError,
    WrongPassphraseError,
)
from amp_desktop.domain.kinds.challenge import ChallengeStatus
from amp_desktop.domain.kinds.goal import Goal
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.kinds.registry import ENTRY_TYPES
from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.domain.preferences import Preferences
from amp_desktop.domain.program import default_program
from amp_desktop.domain.query import EntryQuery
from amp_desktop.domain.traits import Trait
from amp_desktop.journal import Journal
from amp_desktop.vault import Way
from tests.conftest import CHEAP, PASSPHRASE, MakeEntry
from tests.shares import has_left


def test_what_was_saved_is_there_after_closing(journal: Journal, journal_folder: Path) -> None:
    saved = journal.save_entry(Goal(title="Own the release", tags=("cli",), success="A tag, and no pager"))
    journal.close()
    with Journal.open(journal_folder, passphrase=PASSPHRASE) as again:
        assert again.entry(saved.id) == saved
        assert again.keys.opened_by is Way.PASSPHRASE


def test_the_recovery_code_opens_it(tmp_path: Path) -> None:
    made, code = Journal.create(tmp_path / "new", PASSPHRASE, cost=CHEAP)
    made.close()
    with Journal.open(tmp_path / "new", recovery_code=code.lower().replace("-", " ")) as opened:
        assert opened.keys.opened_by is Way.RECOVERY_CODE


def test_a_changed_passphrase_opens_it_and_the_former_does_not(
    journal: Journal, journal_folder: Path
) -> None:
    journal.keys.change_passphrase("another river", cost=CHEAP)
    journal.close()
    with pytest.raises(WrongPassphraseError):
        Journal.open(journal_folder, passphrase=PASSPHRASE)
    Journal.open(journal_folder, passphrase="another river").close()


def test_the_keyring_is_no_way_in_until_it_was_chosen(journal: Journal, journal_folder: Path) -> None:
    journal.close()
    with pytest.raises(KeyringError):
        Journal.open(journal_folder, keyring=True)


def test_a_journal_is_never_made_over_another(journal: Journal, journal_folder: Path) -> None:
    kept = journal.save_entry(Note(title="Mine"))
    with pytest.raises(JournalExistsError):
        Journal.create(journal_folder, "other", cost=CHEAP)
    assert journal.entry(kept.id) == kept


def test_a_refused_passphrase_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(InvalidValueError):
        Journal.create(tmp_path / "new", "", cost=CHEAP)
    assert not (tmp_path / "new").exists()


def test_a_folder_without_a_journal_is_said(tmp_path: Path) -> None:
    with pytest.raises(NoJournalError):
        Journal.open(tmp_path, passphrase=PASSPHRASE)


def test_a_missing_database_is_damage_and_no_new_journal(journal: Journal, journal_folder: Path) -> None:
    journal.close()
    (journal_folder / "journal.db").unlink()
    with pytest.raises(DamagedError):
        Journal.open(journal_folder, passphrase=PASSPHRASE)
    assert not (journal_folder / "journal.db").exists()


def test_its_files_are_for_the_owner_alone(journal: Journal, journal_folder: Path) -> None:
    journal.save_entry(Note(title="Mine"))
    journal.maintenance.back_up()
    for path in (journal_folder, *journal_folder.rglob("*")):
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path


def test_nothing_exists_before_something_is_written(journal: Journal) -> None:
    for kind in ENTRY_TYPES:
        entry = journal.new_entry(kind)
        assert journal.save_entry(entry) == entry
    assert journal.count() == 0


def test_a_second_save_meets_the_same_row(journal: Journal, make_entry: MakeEntry) -> None:
    entry = make_entry(title="One")
    journal.save_entry(entry)
    journal.save_entry(replace(entry, title="One and the same"))
    assert [row.title for row in journal.rows().items] == ["One and the same"]


def test_an_entry_that_is_emptied_stays(journal: Journal, make_entry: MakeEntry) -> None:
    saved = journal.save_entry(make_entry(title="One"))
    journal.save_entry(replace(saved, title=""))
    assert journal.entry(saved.id).title == ""


def test_the_bin_keeps_and_gives_back(journal: Journal, make_entry: MakeEntry) -> None:
    ids = [journal.save_entry(make_entry(title=title)).id for title in ("a", "b")]
    journal.put_in_bin(ids)
    assert journal.count() == 0
    assert journal.count(EntryQuery(binned=True)) == 2
    assert journal.search("a").items == ()
    journal.take_from_bin(ids[:1])
    assert [row.title for row in journal.rows().items] == ["a"]
    journal.delete_for_ever(ids)
    with pytest.raises(UnknownEntryError):
        journal.entry(ids[0])


def test_a_former_text_can_be_brought_back_and_the_present_one_too(
    journal: Journal, make_entry: MakeEntry
) -> None:
    long = "word " * 200
    saved = journal.save_entry(make_entry(title="One", body=long))
    journal.save_entry(replace(saved, body="gone"))
    newest = journal.versions(saved.id)[0]
    assert journal.version(saved.id, newest.number).body == long
    journal.bring_back(saved.id, newest.number)
    assert journal.entry(saved.id).body == long
    assert "gone" in {journal.version(saved.id, v.number).body for v in journal.versions(saved.id)}


def test_links_show_on_both_sides(journal: Journal, make_entry: MakeEntry) -> None:
    goal = journal.save_entry(make_entry("goal", title="Own the Release"))
    by_title = journal.save_entry(make_entry(title="By title", body="see [[own the release]]"))
    by_hand = journal.save_entry(make_entry(title="By hand", links=(goal.id,)))
    assert {row.id for row in journal.links.of(goal.id).by.items} == {by_title.id, by_hand.id}
    assert not journal.links.of(goal.id).to.items
    assert [row.id for row in journal.links.of(by_title.id).to.items] == [goal.id]
    assert [row.id for row in journal.links.of(by_hand.id).to.items] == [goal.id]


def test_filters(journal: Journal, make_entry: MakeEntry) -> None:
    journal.save_entry(make_entry("challenge", title="open"))
    journal.save_entry(make_entry("challenge", title="done", status=ChallengeStatus.RESOLVED))
    journal.save_entry(make_entry(title="old", day=date(2025, 1, 1), sharing=Sharing.SHAREABLE))
    assert [r.title for r in journal.rows(EntryQuery(traits=frozenset({Trait.OPEN}))).items] == ["open"]
    assert [r.title for r in journal.rows(EntryQuery(until=date(2025, 1, 1))).items] == ["old"]
    assert [r.title for r in journal.rows(EntryQuery(sharing=Sharing.SHAREABLE)).items] == ["old"]


def test_program_and_preferences_are_kept(journal: Journal, journal_folder: Path) -> None:
    journal.save_program(default_program(2026, project="CLI", mentor="my mentor"))
    journal.save_preferences(Preferences(day_ends_at=5, lock_after=0))
    journal.close()
    with Journal.open(journal_folder, passphrase=PASSPHRASE) as again:
        assert again.program == default_program(2026, project="CLI", mentor="my mentor")
        assert again.preferences == Preferences(day_ends_at=5, lock_after=0)


def test_another_process_is_noticed(journal: Journal, journal_folder: Path) -> None:
    before = journal.data_version()
    journal.save_entry(Note(title="my own"))
    assert journal.data_version() == before
    with Journal.open(journal_folder, passphrase=PASSPHRASE) as other:
        other.save_entry(Note(title="from a terminal"))
    assert journal.data_version() != before


def test_a_closed_journal_takes_nothing_and_tells_nothing(journal: Journal) -> None:
    journal.close()
    with pytest.raises(NotSavedError) as failed:
        journal.save_entry(SelfCareNote(title="canarytitle", body="canarybody"))
    assert "canary" not in repr(failed.value) + repr(failed.value.__cause__)


def test_a_summary_is_logged_with_its_exact_text(journal: Journal, make_entry: MakeEntry) -> None:

    shared = journal.save_entry(make_entry(title="Shared", sharing=Sharing.SHAREABLE))
    journal.save_entry(make_entry(title="Private"))
    offer = journal.sharing.offer()
    disclosure = journal.sharing.disclose(offer, offer.preticked)
    data = journal.sharing.render(disclosure, "md")
    has_left(journal.sharing, disclosure, "md", data, audience="my mentor", file_name="a.md")
    (logged,) = journal.sharing.log().items
    assert logged.text.encode() == data
    assert (logged.to_whom, logged.file_name, logged.entry_ids) == ("my mentor", "a.md", (shared.id,))


@pytest.mark.parametrize(
    "text",
    [
        "see [[crying [again] at night]] and [[Crying [again] at night|that evening]]",
        "see [[Crying again at night]] and [[crying again  at night|that evening]]",
    ],
)
def test_a_link_to_what_stays_is_not_named(journal: Journal, make_entry: MakeEntry, text: str) -> None:

    journal.save_entry(make_entry("self-care", title="Crying [again] at night", day=date(2026, 1, 1)))
    journal.save_entry(make_entry(title="Shared", body=text, sharing=Sharing.SHAREABLE))
    offer = journal.sharing.offer(since=date(2026, 7, 1))
    disclosure = journal.sharing.disclose(offer, offer.shareable)
    leaving = journal.sharing.render(disclosure, "md").decode().casefold()
    assert "shared" in leaving
    assert "crying" not in leaving


def test_a_backup_is_due_only_when_something_changed(journal: Journal) -> None:
    journal.save_entry(Note(title="One"))
    assert journal.maintenance.back_up_if_changed() is not None
    assert journal.maintenance.back_up_if_changed() is None
    journal.save_entry(Note(title="Two"))
    assert journal.maintenance.back_up_if_changed() is not None
    assert [backup.entries for backup in journal.maintenance.backups()] == [2, 1]


def test_the_newest_five_backups_are_kept(journal: Journal) -> None:
    for number in range(7):
        journal.save_entry(Note(title=str(number)))
        journal.maintenance.back_up()
    assert [backup.entries for backup in journal.maintenance.backups()] == [7, 6, 5, 4, 3]


def test_a_wrong_passphrase_restores_nothing(journal: Journal, tmp_path: Path) -> None:
    from amp_desktop.journal.maintenance import restore

    made = journal.maintenance.back_up()
    with pytest.raises(JournalError):
        restore(made.path, tmp_path / "back", passphrase="wrong")
    assert not (tmp_path / "back").exists()


def test_many_are_changed_at_once_or_not_at_all(journal: Journal) -> None:
    one, two = (journal.save_entry(Note(title=title)) for title in ("one", "two"))

    def tagged(entry: Entry) -> Entry:
        return replace(entry, tags=("docs",))

    changed = journal.change_entries([one.id, two.id, one.id], tagged)
    assert [(before.tags, after.tags) for before, after in changed] == [((), ("docs",)), ((), ("docs",))]
    assert [tag.entries for tag in journal.tags()] == [2]
    assert journal.change_entries([one.id, two.id], tagged) == ()
    with pytest.raises(UnknownEntryError):
        journal.change_entries([one.id, Note().id], lambda entry: replace(entry, title="lost"))
    assert journal.entry(one.id).title == "one"


def test_pinning_is_no_writing(journal: Journal) -> None:
    long_ago = datetime(2026, 1, 1, tzinfo=UTC)
    entry = Note(title="one", created_at=long_ago, updated_at=long_ago)
    journal.save_entries([entry])
    journal.pin([entry.id])
    assert journal.entry(entry.id) == replace(entry, pinned=True)
    assert journal.versions(entry.id) == ()
    journal.save_entry(replace(journal.entry(entry.id), title="two"))
    journal.bring_back(entry.id, journal.versions(entry.id)[0].number)
    assert journal.entry(entry.id).pinned
    journal.pin([entry.id], pinned=False)
    assert not journal.entry(entry.id).pinned
