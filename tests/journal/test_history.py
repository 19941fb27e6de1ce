"""What is kept of an entry's former states, and what bringing one back leaves as it is."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from amp_desktop.domain.entry import Entry, Sharing
from amp_desktop.domain.fields import field_types
from amp_desktop.domain.kinds.challenge import Challenge
from amp_desktop.domain.kinds.goal import Goal, GoalStatus, Step
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.domain.versions import brought_back
from amp_desktop.journal import Journal

BEFORE = datetime(2026, 10, 17, 11, tzinfo=UTC)
"""An hour before the clock of the journal."""


@pytest.fixture
def journal(timed_journal: Journal) -> Journal:
    """A journal whose clock stands still."""
    return timed_journal


def _rested(journal: Journal, entry: Entry) -> Entry:
    """The entry, stored an hour ago: whatever replaces it keeps it."""
    rested = replace(entry, created_at=BEFORE, updated_at=BEFORE)
    journal.save_entries([rested])
    return rested


def _number(journal: Journal, entry: Entry) -> int:
    return journal.versions(entry.id)[0].number


def test_a_version_brought_back_keeps_the_pin_that_came_after_it(journal: Journal) -> None:
    entry = _rested(journal, Note(title="one"))
    journal.save_entry(replace(entry, title="two"))
    journal.pin([entry.id])
    journal.bring_back(entry.id, _number(journal, entry))
    assert (journal.entry(entry.id).title, journal.entry(entry.id).pinned) == ("one", True)
    journal.pin([entry.id], pinned=False)
    journal.bring_back(entry.id, _number(journal, entry))
    assert (journal.entry(entry.id).title, journal.entry(entry.id).pinned) == ("two", False)


@pytest.mark.parametrize("entry", [Note(title="one"), Challenge(title="one")], ids=["note", "challenge"])
@pytest.mark.parametrize("private_now", [True, False])
def test_what_may_be_shared_stays_as_it_is_now(journal: Journal, entry: Entry, private_now: bool) -> None:
    then, now = (Sharing.SHAREABLE, Sharing.PRIVATE)[:: 1 if private_now else -1]
    former = _rested(journal, replace(entry, sharing=then, on_agenda=private_now))
    journal.save_entry(replace(former, title="two", sharing=now, on_agenda=not private_now))
    journal.bring_back(entry.id, _number(journal, entry))
    after = journal.entry(entry.id)
    assert isinstance(after, Note | Challenge)
    assert (after.title, after.sharing, after.on_agenda) == ("one", now, not private_now)
    offered = journal.sharing.offer().preticked
    assert (entry.id in offered) is not private_now


def test_whether_it_may_be_shared_is_no_version(journal: Journal) -> None:
    entry = _rested(journal, Note(title="one"))
    journal.save_entry(replace(entry, sharing=Sharing.SHAREABLE, on_agenda=True))
    assert journal.versions(entry.id) == ()


def test_a_version_of_another_kind_comes_back_private(journal: Journal) -> None:
    care = _rested(journal, SelfCareNote(title="Tired", mood=2))
    journal.save_entries([Note(id=care.id, title="two", sharing=Sharing.SHAREABLE, on_agenda=True)])
    journal.bring_back(care.id, _number(journal, care))
    assert journal.entry(care.id) == replace(care, updated_at=journal.entry(care.id).updated_at)
    journal.bring_back(care.id, _number(journal, care))
    assert journal.entry(care.id).sharing is Sharing.PRIVATE


def test_all_of_a_version_comes_back_and_is_taken_back_as_one(journal: Journal) -> None:
    former = _rested(
        journal,
        Goal(
            title="Own the release",
            body="All of it",
            day=date(2026, 7, 1),
            tags=("cli",),
            steps=(Step("ask"), Step("do")),
            status=GoalStatus.PLANNED,
            success="A tag",
        ),
    )
    pointing = journal.save_entry(Note(body="see [[Lead the release]]"))
    present = journal.save_entry(
        replace(
            former,
            title="Lead the release",
            body="Part of it",
            day=date(2026, 7, 9),
            tags=("docs",),
            steps=tuple(Step(f"step {n}") for n in range(17)),
            status=GoalStatus.ACTIVE,
            success="Two tags",
            links=(pointing.id,),
        )
    )
    changes = journal.bring_back(former.id, _number(journal, former))
    back = journal.entry(former.id)
    assert replace(back, updated_at=former.updated_at) == former
    assert journal.entry(pointing.id).body == "see [[Own the release]]"
    assert {after.id for _, after in changes} == {former.id, pointing.id}
    journal.take_back(changes)
    assert replace(journal.entry(former.id), updated_at=present.updated_at) == present
    assert journal.entry(pointing.id).body == "see [[Lead the release]]"


def test_to_bring_back_what_stands_there_changes_nothing(journal: Journal) -> None:
    entry = _rested(journal, Note(title="one"))
    journal.save_entry(replace(entry, title="two"))
    journal.bring_back(entry.id, _number(journal, entry))
    kept = journal.versions(entry.id)
    assert journal.bring_back(entry.id, kept[-1].number) == ()
    assert journal.versions(entry.id) == kept


@pytest.mark.parametrize("kind", [Note, Goal, Challenge, SelfCareNote])
def test_every_field_of_a_kind_is_history_but_for_the_agenda(kind: type[Entry]) -> None:
    former, present = kind(title="one"), kind(title="two")
    back = brought_back(present, former)
    names = {"title", "body", "tags", "links", "day"} | set(field_types(kind)) - {"on_agenda"}
    assert {name: getattr(back, name) for name in names} == {name: getattr(former, name) for name in names}


def test_links_to_what_is_deleted_leave_no_versions_behind(journal: Journal) -> None:
    gone = journal.save_entry(Note(title="gone"))
    pointing = _rested(journal, Note(title="points there", links=(gone.id,)))
    journal.delete_for_ever([gone.id])
    assert journal.entry(pointing.id).links == ()
    assert journal.versions(pointing.id) == ()
