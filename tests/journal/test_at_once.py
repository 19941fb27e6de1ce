"""What one action does in steps is one transaction: where a step fails, none of them was done."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Thread

import pytest

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.errors import DiskFullError
from amp_desktop.domain.kinds.meeting import Cadence, Meeting, MeetingStatus
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.query import EntryQuery
from amp_desktop.domain.search.saved_search import SavedSearch
from amp_desktop.journal import Journal
from amp_desktop.journal.links import JournalLinks
from amp_desktop.journal.meeting_series import MeetingSeries
from amp_desktop.journal.searches import JournalSearches
from tests.conftest import PASSPHRASE

DAY = date(2026, 9, 17)
NOW = datetime(2026, 9, 17, 12, tzinfo=UTC)
CALL = Meeting(title="Our call", day=DAY, cadence=Cadence.WEEKLY, series="a")

Act = Callable[[], object]


@pytest.fixture
def other(journal: Journal, journal_folder: Path) -> Iterator[Journal]:
    """The same journal, open in another process as far as the journal can tell."""
    with Journal.open(journal_folder, passphrase=PASSPHRASE) as opened:
        yield opened


def a_skip_taken_back(journal: Journal) -> Act:
    skipped = journal.meetings.skip(journal.save_entry(CALL))
    return lambda: journal.take_back(skipped.changes)


def a_meeting_from_the_bin(journal: Journal) -> Act:
    call = journal.save_entry(CALL)
    journal.put_in_bin([call.id])
    journal.save_entry(replace(CALL, id=Meeting().id, day=date(2026, 9, 24)))
    return lambda: journal.take_from_bin([call.id])


def an_earlier_version(journal: Journal) -> Act:
    note = journal.save_entry(Note(title="First title", body="Much that is kept. " * 99, day=DAY))
    journal.save_entry(Note(body="To [[First title]]", day=DAY))
    journal.change_entries([note.id], lambda entry: replace(entry, title="Second title", body=""))
    journal.links.follow_title(note.id, "First title")
    (version, *_) = journal.versions(note.id)
    return lambda: journal.bring_back(note.id, version.number)


def a_tag_renamed(journal: Journal) -> Act:
    journal.save_entry(Note(title="Tagged", tags=("old",), day=DAY))
    journal.searches.save(SavedSearch("By tag", "#old"))
    return lambda: journal.tagging.rename("old", "new")


def state(journal: Journal) -> tuple[list[Entry], int, tuple[SavedSearch, ...]]:
    every = sorted((*journal.entries(), *journal.entries(EntryQuery(binned=True))), key=lambda one: one.id)
    return every, sum(len(journal.versions(one.id)) for one in every), journal.searches.all()


@pytest.mark.parametrize(
    ("action", "owner", "step"),
    [
        (a_skip_taken_back, MeetingSeries, "kept"),
        (a_meeting_from_the_bin, MeetingSeries, "let_go"),
        (an_earlier_version, JournalLinks, "follow_title"),
        (a_tag_renamed, JournalSearches, "rename_tag"),
    ],
)
def test_where_the_disk_is_full_at_a_later_step_nothing_was_done(
    journal: Journal,
    other: Journal,
    monkeypatch: pytest.MonkeyPatch,
    action: Callable[[Journal], Act],
    owner: type,
    step: str,
) -> None:
    act = action(journal)
    before = state(other)

    def full(*_: object, **__: object) -> None:
        raise DiskFullError("Not saved: the disk is full.")

    with monkeypatch.context() as patched:
        patched.setattr(owner, step, full)
        with pytest.raises(DiskFullError):
            act()
    assert state(other) == before == state(journal)
    act()
    assert state(other) == state(journal) != before


def test_of_two_who_close_one_meeting_at_once_one_plans_the_next(journal: Journal, other: Journal) -> None:
    call = other.save_entry(CALL)
    second = Thread(target=lambda: other.meetings.close(call, call))

    def now() -> datetime:
        if second.ident is None:
            second.start()
            second.join(0.2)  # where it may, it is through by then, between two steps of the first one
        return NOW

    journal.meetings._series._clock = now
    journal.meetings.close(call, call)
    second.join()
    every = [entry for entry in journal.entries() if isinstance(entry, Meeting)]
    assert sorted(one.status.value for one in every) == [
        MeetingStatus.HELD.value,
        MeetingStatus.PLANNED.value,
    ]
