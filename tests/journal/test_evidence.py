"""Pinning evidence to the topics of an evaluation and of a nomination."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from amp_desktop.domain.entry import Sharing
from amp_desktop.domain.errors import InvalidValueError, UnknownEntryError
from amp_desktop.domain.evidence import PinnedEvidence, facts_to_pin
from amp_desktop.domain.kinds.goal import Area, Goal, Step
from amp_desktop.domain.kinds.incident import Incident
from amp_desktop.domain.kinds.milestone import Evidence, Milestone
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.domain.pins import Pin
from amp_desktop.journal import Journal
from amp_desktop.journal.evidence import MOST_SUGGESTED
from tests.conftest import SetClock

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


def test_what_could_be_pinned_is_seen_before_as_it_is_listed_after(journal: Journal) -> None:
    done = replace(STEP, done_on=date(2026, 9, 3))
    goal = journal.save_entry(Goal(title="Release", day=date(2026, 9, 1), steps=(done,)))
    for fact in (None, *facts_to_pin(goal)):
        before = PinnedEvidence.of(goal, "initiative", fact)
        changes = journal.evidence.pin([goal.id], "initiative", before.pin.fact)
        (listed,) = (pin for one in journal.evidence.board() for pin in one.pins)
        assert listed == before
        assert listed.values.items() >= before.values.items()
        journal.take_back(changes)


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


def test_what_is_sealed_is_pinned_to_nothing(journal: Journal) -> None:
    sealed = [
        journal.save_entry(entry)
        for entry in (Incident(title="Told"), Note(sharing=Sharing.SEALED, body="Shut"))
    ]
    note = journal.save_entry(Note(title="Note"))
    ids = [*(entry.id for entry in sealed), note.id]
    changes = journal.evidence.pin(ids, "quality")
    assert [after.id for _, after in changes] == [note.id]
    assert [journal.entry(entry_id).pins for entry_id in ids] == [(), (), (Pin("quality"),)]
    assert journal.evidence.sealed_among(ids) == 2


def test_suggestions_come_from_areas_works_links_and_tags_and_pin_nothing(journal: Journal) -> None:
    journal.save_entries(
        [
            Goal(title="Release", area=Area.RELEASE, steps=(STEP,)),
            Note(title="", work="review"),
            Milestone(title="Merged", evidence=(Evidence("https://github.com/a/b/pull/1"),)),
            Note(title="Talk", tags=("blogs",)),
            SelfCareNote(body="canary", tags=("blogs",)),
            Note(title="Sealed", tags=("blogs",), sharing=Sharing.SEALED),
        ]
    )
    found = journal.evidence.suggestions()
    told = {
        topic: [one.pinned.text or one.pinned.title for one in offered] for topic, offered in found.items()
    }
    assert told["release"] == ["Draft notes"]
    assert told["reviewing"] == ["review"]
    assert told["issues"] == ["Merged"]
    assert told["content"] == ["Talk"]
    assert _carried(journal) == {}


def test_what_is_pinned_or_is_none_is_not_offered(journal: Journal) -> None:
    journal.save_entry(Note(title="Talk", tags=("blogs",)))
    (talk,) = journal.evidence.suggestions()["content"]
    journal.evidence.refuse(talk)
    assert "content" not in journal.evidence.suggestions()
    journal.evidence.refuse(talk, refused=False)
    journal.evidence.pin([talk.pinned.entry], "content")
    assert "content" not in journal.evidence.suggestions()


def test_of_many_suggestions_the_newest_are_offered_and_what_was_refused_stays_so(journal: Journal) -> None:
    newest = date(2026, 9, 30)
    days = [newest - timedelta(days=back) for back in range(MOST_SUGGESTED + 3)]
    journal.save_entries([Note(title=f"Talk {day}", tags=("blogs",), day=day) for day in days])

    first, second, *_ = offered = journal.evidence.suggestions()["content"]
    assert [one.pinned.day for one in offered] == days[:MOST_SUGGESTED]
    journal.evidence.refuse(first)
    journal.evidence.refuse(second)
    assert [one.pinned.day for one in journal.evidence.suggestions()["content"]] == days[
        2 : MOST_SUGGESTED + 2
    ]


def test_the_name_in_the_project_is_one_word_without_its_sign(journal: Journal) -> None:
    journal.evidence.set_name("  @octo ")
    assert journal.evidence.name == "octo"


def test_pinning_is_no_writing(timed_journal: Journal, clock: SetClock) -> None:
    note = timed_journal.save_entry(Note(title="Review"))
    clock.go_on(days=1)

    timed_journal.evidence.pin([note.id], "quality")
    timed_journal.evidence.unpin([note.id], "quality")

    assert timed_journal.entry(note.id).updated_at == note.updated_at
    assert timed_journal.versions(note.id) == ()


def test_what_is_sealed_or_behind_the_curtain_is_pinned_for_oneself_alone(journal: Journal) -> None:
    care = journal.save_entry(SelfCareNote(body="canary"))
    pins = Pin("learned"), Pin("quality")
    shut = journal.save_entry(Note(title="Sealed", sharing=Sharing.SEALED, pins=pins))
    journal.evidence.pin([care.id], "learned")
    journal.evidence.pin([care.id], "quality")
    assert _carried(journal)["learned"] == [""]  # what is sealed is not listed, not even for oneself
    assert journal.evidence.case() == ()
    assert shut.id not in {entry.id for entry in journal.sharing.offer(template="nomination").entries}
    offer = journal.sharing.offer(template="nomination")
    assert journal.sharing.disclose(offer, {care.id}, template="nomination").entries == ()


def test_nothing_of_what_the_curtain_hides_is_on_the_board(journal: Journal) -> None:
    care = journal.save_entry(SelfCareNote(title="Care"))
    journal.save_entry(Note(title="Sealed", sharing=Sharing.SEALED, pins=(Pin("learned"),)))
    note = journal.save_entry(Note(title="Note"))
    journal.evidence.pin([care.id, note.id], "learned")
    journal.curtain.drop()
    assert _carried(journal) == {"learned": ["Note"]}
