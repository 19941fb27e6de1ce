"""What waited to be saved, taken in again without a window."""

from dataclasses import replace

from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.unsaved import Draft, Unsaved
from amp_desktop.journal import Journal


def test_that_one_of_several_overlapped_is_not_forgotten_for_the_next(journal: Journal) -> None:
    one, two = (journal.save_entry(Note(title=title, body="begun")) for title in ("one", "two"))
    drafts = [Draft(replace(entry, body="begun, and typed"), entry) for entry in (one, two)]
    waiting = [journal.unsaved.seal(Unsaved((draft,))) for draft in drafts]
    journal.save_entry(replace(one, body="another text"), one)

    taken = journal.unsaved.take_in(waiting)

    assert [entry.body for entry in taken.entries] == ["begun, and typed"] * 2
    assert taken.overlapped
    assert waiting == []
