"""The bin: emptied by hand, or after a time that the mentee sets."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from amp_desktop.domain.attachment import reference
from amp_desktop.domain.clock import utc_now
from amp_desktop.domain.entry import Entry, Kind
from amp_desktop.domain.errors import CancelledError, UnknownEntryError
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.preferences import Preferences
from amp_desktop.domain.query import EntryQuery
from amp_desktop.journal import Journal
from tests.conftest import MakeEntry

NOW = utc_now()


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


def test_by_hand_is_the_default_and_nothing_goes_by_itself(journal: Journal) -> None:
    entry = binned(journal, 10_000)
    assert journal.bin.empty_when_due(journal.preferences, NOW) == 0
    assert is_there(journal, entry)


def test_after_a_time_what_lay_there_longer_goes_and_nothing_else(
    journal: Journal, make_entry: MakeEntry
) -> None:
    kept = journal.save_entry(make_entry(title="kept"))
    old, young = binned(journal, 30.1), binned(journal, 29.9)
    assert journal.bin.empty_when_due(Preferences(empty_bin_after=30), NOW) == 1
    assert [is_there(journal, entry) for entry in (kept, old, young)] == [True, False, True]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(0, 400), max_size=12), st.sampled_from([0, 30, 90, 365]))
def test_what_goes_is_exactly_what_lay_there_for_longer(
    journal: Journal, ages: list[int], after: int
) -> None:
    journal.bin.empty()
    entries = {binned(journal, days): days for days in ages}
    journal.bin.empty_when_due(Preferences(empty_bin_after=after), NOW)
    for entry, days in entries.items():
        assert is_there(journal, entry) == (not after or days <= after)


def test_former_versions_and_links_go_too(journal: Journal, make_entry: MakeEntry) -> None:
    gone = journal.save_entry(make_entry(title="gone", body="word " * 200))
    journal.save_entry(replace(gone, body=""))
    pointing = journal.save_entry(make_entry(title="points there", links=(gone.id,)))
    assert journal.versions(gone.id)
    journal.put_in_bin([gone.id])
    assert journal.bin.empty() == 1
    assert journal.versions(gone.id) == ()
    assert journal.entry(pointing.id).links == ()
    assert journal.keeping.check().is_whole


def test_what_only_they_had_attached_goes_too(journal: Journal) -> None:
    alone, shared = (
        journal.attachments.add(content, "notes.txt", "text/plain") for content in (b"alone", b"shared")
    )
    kept = journal.save_entry(Note(body=reference(shared)))
    gone = journal.save_entry(Note(body=f"{reference(alone)} {reference(shared)}"))
    journal.put_in_bin([gone.id])
    journal.bin.empty()
    assert [attachment.id for attachment in journal.attachments.all()] == [shared.id]
    assert journal.attachments.data(shared.id) == b"shared"
    assert journal.attachments.of(kept) == (shared,)


def test_emptied_by_hand_all_goes_or_what_a_page_shows_of_it(journal: Journal) -> None:
    for kind in (Kind.NOTE, Kind.GOAL, Kind.GOAL):
        journal.put_in_bin([journal.save_entry(replace(journal.new_entry(kind), title="gone")).id])
    goals = EntryQuery(kinds=frozenset({Kind.GOAL}))
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
