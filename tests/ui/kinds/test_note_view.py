"""A note about work that leaves no commit, wherever entries are shown."""

from datetime import date

import pytest

from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.work import Work
from amp_desktop.journal import Journal
from amp_desktop.ui.kinds.note import NoteView, work_words
from amp_desktop.ui.kinds.row_words import title_of

DAY = date(2026, 7, 22)


@pytest.mark.parametrize("work", Work)
def test_it_is_called_by_its_work_and_found_by_it(journal: Journal, work: Work) -> None:
    note = journal.save_entry(Note(work=work, day=DAY))
    assert [title_of(row) for row in journal.rows().items] == [work_words(work)]
    assert [hit.row.id for hit in journal.search(work.value).items] == [note.id]
    assert NoteView().status_line(note, DAY) == work_words(work)


def test_one_with_a_title_says_its_work_beside_it(journal: Journal) -> None:
    journal.save_entry(Note(title="Two hours with a newcomer", work=Work.PAIRING, day=DAY))
    row = journal.rows().items[0]
    assert (title_of(row), NoteView().fact(row, DAY).text) == ("Two hours with a newcomer", "Pairing")


def test_a_word_of_the_mentees_own_stays_that_word(journal: Journal) -> None:
    journal.save_entry(Note(work="watering the plants", day=DAY))
    assert [title_of(row) for row in journal.rows().items] == ["watering the plants"]
