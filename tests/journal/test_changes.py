"""Entries changed by a use case, and changed back: what is touched, when, and what is left alone."""

from dataclasses import replace

import pytest

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.errors import UnknownEntryError
from amp_desktop.domain.kinds.goal import Goal
from amp_desktop.domain.kinds.note import Note
from amp_desktop.journal import Journal
from tests.conftest import SetClock


@pytest.fixture
def two(timed_journal: Journal, clock: SetClock) -> list[Note]:
    made = [timed_journal.save_entry(Note(title=title)) for title in ("one", "two")]
    clock.go_on(hours=1)
    return made


def retitled(entry: Entry) -> Entry:
    return replace(entry, title="another") if entry.title == "one" else entry


def test_only_what_became_another_counts_as_written_now(
    timed_journal: Journal, clock: SetClock, two: list[Note]
) -> None:
    changes = timed_journal.change_entries([entry.id for entry in two], retitled)
    now = replace(two[0], title="another", updated_at=clock.now)
    assert changes == ((two[0], now),)
    assert [timed_journal.entry(entry.id) for entry in two] == [now, two[1]]


def test_one_that_is_gone_keeps_the_others_from_being_changed(
    timed_journal: Journal, two: list[Note]
) -> None:
    with pytest.raises(UnknownEntryError):
        timed_journal.change_entries([two[0].id, Note().id], retitled)
    assert timed_journal.entry(two[0].id) == two[0]


def test_what_is_gone_is_passed_over_when_changes_are_taken_back(
    timed_journal: Journal, clock: SetClock, two: list[Note]
) -> None:
    changes = timed_journal.change_entries([e.id for e in two], lambda e: replace(e, tags=("docs",)))
    timed_journal.delete_for_ever([two[0].id])
    clock.go_on(hours=1)
    back = timed_journal.take_back(changes)
    assert [after for _, after in back] == [replace(two[1], updated_at=clock.now)]
    assert timed_journal.take_back(changes) == ()


def test_a_new_entry_is_of_the_day_asked_for_and_not_stored(timed_journal: Journal) -> None:
    day = timed_journal.today()
    assert timed_journal.new_entry(Goal.KIND).day == day
    assert timed_journal.new_entry(Goal.KIND, day.replace(day=1)).day == day.replace(day=1)
    assert timed_journal.count() == 0
