"""An entry without a title is called the same wherever it is named, as its kind says."""

from datetime import UTC, date, datetime

import pytest

from amp_desktop.domain.dated_facts import What
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.evidence import PinnedEvidence
from amp_desktop.domain.kinds.evaluation import Evaluation
from amp_desktop.domain.kinds.feedback import Feedback
from amp_desktop.domain.kinds.goal import Goal, TargetMove
from amp_desktop.domain.kinds.meeting import Meeting
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.kinds.reflection import Reflection
from amp_desktop.domain.pins import Pin
from amp_desktop.domain.query import EntryQuery
from amp_desktop.domain.work import Work
from amp_desktop.journal import Journal
from amp_desktop.ui.kinds.row_words import title_of, title_of_entry
from amp_desktop.ui.pinning.labels import first_words, title_words
from amp_desktop.ui.share.labels import candidate_title
from amp_desktop.ui.share.rows import Candidate, reason_of

DAY = date(2026, 7, 22)
UNTITLED = [
    Feedback(by="my mentor", body="Well done", day=DAY),
    Meeting(whom="Ada", body="Talked", day=DAY),
    Note(work=Work.TRIAGE.value, body="Looked", day=DAY),
    Reflection(body="A week", day=DAY),
    Evaluation(window="midterm", scope="A parser", day=DAY),
    Note(body="Nothing to call it by", day=DAY),
]


@pytest.mark.parametrize("entry", UNTITLED, ids=lambda entry: entry.kind)
def test_lists_the_share_page_and_the_evidence_call_it_the_same(journal: Journal, entry: Entry) -> None:
    saved = journal.save_entry(entry)
    row = journal.rows(EntryQuery(kinds=frozenset({entry.kind}))).items[0]
    usual = title_of(row)
    assert title_of_entry(saved) == usual
    assert candidate_title(Candidate(saved, ticked=False, reason=reason_of(saved))) == usual


def test_a_pin_of_one_is_called_so_too(journal: Journal) -> None:
    from dataclasses import replace

    journal.save_entry(replace(UNTITLED[0], pins=(Pin("quality"),)))
    board = [pinned for topic in journal.evidence.board() for pinned in topic.pins]
    assert list(map(title_words, board)) == ["From my mentor"]
    assert list(map(first_words, board)) == ["From my mentor"]


def test_a_pin_of_a_day_that_was_moved_begins_like_a_sentence() -> None:
    move = TargetMove(DAY, None, "rain", datetime(2026, 7, 22, 12, tzinfo=UTC), DAY)
    goal = Goal(title="Reviews", day=DAY, moves=(move,))
    moved = [PinnedEvidence.of(goal, "scope", fact) for fact in goal.facts() if fact.what is What.MOVED]
    assert list(map(first_words, moved)) == ["Moved from 22 July 2026 to no day: rain"]
