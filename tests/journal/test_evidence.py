"""Pinning evidence to the topics of an evaluation and of a nomination."""

from dataclasses import replace

import pytest

from amp_desktop.domain.entry import Sharing
from amp_desktop.domain.errors import InvalidValueError, UnknownEntryError
from amp_desktop.domain.kinds.goal import Goal, Step
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.pins import Pin
from amp_desktop.journal import Journal

STEP = Step("Draft notes", done=True, id="1")


def _carried(journal: Journal) -> dict[str, list[str]]:
    return {
        one.topic.id: [pin.text or pin.title for pin in one.pins]
        for one in journal.evidence.board()
        if not one.is_bare
    }


def test_the_board_of_an_empty_journal_is_bare(journal: Journal) -> None:
    board = journal.evidence.board()
    assert len(board) == 26
    assert all(one.is_bare for one in board)


def test_several_are_pinned_at_once_and_taken_back_at_once(journal: Journal) -> None:
    notes = [journal.save_entry(Note(title=f"Note {number}")) for number in range(3)]
    changes = journal.evidence.pin([note.id for note in notes], "quality")
    assert _carried(journal) == {"quality": ["Note 0", "Note 1", "Note 2"]}
    assert journal.evidence.pin([notes[0].id], "quality") == ()
    journal.take_back(changes)
    assert _carried(journal) == {}


def test_a_fact_is_pinned_and_taken_off(journal: Journal) -> None:
    goal = journal.save_entry(Goal(title="Release", steps=(STEP,)))
    journal.evidence.pin([goal.id], "initiative", "step 1 done")
    journal.evidence.pin([goal.id], "initiative")
    assert sorted(_carried(journal)["initiative"]) == ["Draft notes", "Release"]
    changes = journal.evidence.unpin([goal.id], "initiative", "step 1 done")
    assert _carried(journal)["initiative"] == ["Release"]
    journal.take_back(changes)
    assert sorted(_carried(journal)["initiative"]) == ["Draft notes", "Release"]


def test_what_cannot_be_pinned_is_refused_and_nothing_is_pinned(journal: Journal) -> None:
    note, goal = journal.save_entry(Note(title="Note")), Goal(title="Never saved")
    with pytest.raises(InvalidValueError):
        journal.evidence.pin([note.id], "money")
    with pytest.raises(InvalidValueError):
        journal.evidence.pin([note.id], "quality", "step 1 done")
    with pytest.raises(UnknownEntryError):
        journal.evidence.pin([note.id, goal.id], "quality")
    assert _carried(journal) == {}


def test_pins_survive_renames_edits_and_the_bin(journal: Journal) -> None:
    goal = journal.save_entry(Goal(title="Release", steps=(STEP,)))
    journal.evidence.pin([goal.id], "initiative", "step 1 done")
    base = journal.entry(goal.id)
    reworded = replace(base, title="Lead a release", steps=(replace(STEP, text="Write the notes"),))
    journal.save_entry(reworded, base)
    assert _carried(journal) == {"initiative": ["Write the notes"]}
    journal.put_in_bin([goal.id])
    assert _carried(journal) == {}
    journal.take_from_bin([goal.id])
    assert _carried(journal) == {"initiative": ["Write the notes"]}


def test_a_page_that_began_before_a_pin_does_not_take_it_off(journal: Journal) -> None:
    base = journal.save_entry(Note(title="Review"))
    journal.evidence.pin([base.id], "quality")
    saved = journal.save_entry(replace(base, body="Two questions."), base)
    assert saved.pins == (Pin("quality"),)
    assert _carried(journal) == {"quality": ["Review"]}


def test_pins_come_back_with_an_undone_deletion_of_the_step(journal: Journal) -> None:
    goal = journal.save_entry(Goal(title="Release", steps=(STEP,)))
    journal.evidence.pin([goal.id], "quality", "step 1 done")
    changes = journal.change_entries([goal.id], lambda entry: replace(entry, steps=()))  # type: ignore[call-arg]
    assert _carried(journal) == {}
    journal.take_back(changes)
    assert _carried(journal) == {"quality": ["Draft notes"]}


def test_what_a_newer_version_calls_a_topic_is_kept_and_not_shown(journal: Journal) -> None:
    note = journal.save_entry(Note(title="Note", pins=(Pin("courage"), Pin("quality"))))
    assert _carried(journal) == {"quality": ["Note"]}
    journal.evidence.unpin([note.id], "quality")
    assert journal.entry(note.id).pins == (Pin("courage"),)


def test_what_is_sealed_carries_nothing_that_is_listed(journal: Journal) -> None:
    note = journal.save_entry(Note(title="Told to nobody", pins=(Pin("quality"),)))
    assert _carried(journal) == {"quality": ["Told to nobody"]}

    journal.save_entry(replace(note, sharing=Sharing.SEALED), note)

    assert _carried(journal) == {}
