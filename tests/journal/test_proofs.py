"""What speaks against a doubt is found by words, kept as a reference, and read as it stands now."""

import json
from dataclasses import replace
from datetime import date

from amp_desktop.domain.entry import Sharing
from amp_desktop.domain.fields import from_json, to_json
from amp_desktop.domain.kinds.feedback import Feedback
from amp_desktop.domain.kinds.goal import Goal, Step
from amp_desktop.domain.kinds.milestone import Milestone
from amp_desktop.domain.kinds.self_care import Proof, SelfCareNote, with_proof
from amp_desktop.journal import Journal

DAY = date(2026, 7, 22)


def _doubt(journal: Journal, *typed: str) -> SelfCareNote:
    note = SelfCareNote(title="I do not belong here", day=DAY, is_doubt=True)
    for words in typed:
        (fact,) = journal.proofs.find(words)
        proof = journal.proofs.proof_of(fact)
        assert proof is not None
        note = replace(note, proofs=with_proof(note.proofs, proof))
    return journal.save_entry(note)


def _told(journal: Journal, note: SelfCareNote) -> list[str]:
    read = journal.proofs.read(note.proofs)
    return [read[one.id].text or read[one.id].title for one in note.proofs if one.id in read]


def _goal() -> Goal:
    return Goal(title="Reviews", day=DAY, steps=(Step("Review the parser", done=True, done_on=DAY, id="s"),))


def test_own_facts_are_found_by_words_in_any_order_the_newest_first(journal: Journal) -> None:
    older = Milestone(title="First review", day=date(2026, 7, 1))
    journal.save_entries([older, _goal(), Feedback(body="Your REVIEW helped", day=date(2026, 7, 10))])

    assert [one.day.day for one in journal.proofs.find("review")] == [22, 10, 1]
    assert [one.title for one in journal.proofs.find("review fir")] == ["First review"]
    assert journal.proofs.find("nothing of it") == ()
    assert len(journal.proofs.find("review", limit=2)) == 2


def test_a_proof_follows_what_it_points_to(journal: Journal) -> None:
    journal.save_entries([_goal(), Milestone(title="Merged", day=DAY)])
    note = _doubt(journal, "parser", "merged")
    assert _told(journal, note) == ["Review the parser", "Merged"]

    goal = journal.entry(next(one.entry for one in journal.proofs.find("parser")))
    assert isinstance(goal, Goal)
    journal.save_entry(replace(goal, steps=(replace(goal.steps[0], text="Review the old parser"),)), goal)
    assert _told(journal, note) == ["Review the old parser", "Merged"]

    goal = journal.entry(goal.id)
    assert isinstance(goal, Goal)
    journal.save_entry(replace(goal, steps=(replace(goal.steps[0], done=False),)), goal)
    assert _told(journal, note) == ["Merged"], "what is true no more speaks against nothing"


def test_what_is_binned_or_sealed_is_not_told_and_comes_back(journal: Journal) -> None:
    milestone = journal.save_entry(Milestone(title="Merged", day=DAY))
    note = _doubt(journal, "merged")

    journal.put_in_bin([milestone.id])
    assert _told(journal, note) == []
    journal.take_from_bin([milestone.id])
    assert _told(journal, note) == ["Merged"]
    sealed = journal.save_entry(replace(milestone, sharing=Sharing.SEALED), milestone)
    assert _told(journal, note) == [], "what is sealed is named on no other page"
    journal.save_entry(sealed.as_unsealed(), sealed)
    assert _told(journal, note) == ["Merged"]


def test_the_same_fact_stands_beside_a_doubt_once(journal: Journal) -> None:
    journal.save_entries([Milestone(title="Merged", day=DAY)])

    assert len(_doubt(journal, "merged", "merged").proofs) == 1


def test_a_doubt_holds_no_word_of_what_speaks_against_it(journal: Journal) -> None:
    journal.save_entries([Milestone(title="Quokka", day=DAY)])
    note = _doubt(journal, "quokka")

    assert "quokka" not in json.dumps(to_json(note)).lower()
    assert from_json(to_json(note)) == note
    assert journal.search("Quokka").items[0].row.title == "Quokka"
    assert len(journal.search("Quokka").items) == 1


def test_a_doubt_leaves_by_no_rule(journal: Journal) -> None:
    journal.save_entries([Milestone(title="Merged", day=DAY, sharing=Sharing.SHAREABLE)])
    note = _doubt(journal, "merged")
    offer = journal.sharing.offer()

    assert note.id not in offer.shareable
    disclosure = journal.sharing.disclose(offer, offer.shareable)
    text = journal.sharing.render(disclosure, "md").decode()
    assert "belong" not in text
    assert "Merged" in text


def test_what_points_nowhere_is_kept_and_not_told(journal: Journal) -> None:
    proofs = (Proof("not an id", "x"), Proof(str(SelfCareNote().id), "milestone reached"))
    note = journal.save_entry(SelfCareNote(title="D", is_doubt=True, proofs=proofs))

    assert journal.proofs.read(note.proofs) == {}
    stored = journal.entry(note.id)
    assert isinstance(stored, SelfCareNote)
    assert stored.proofs == proofs
