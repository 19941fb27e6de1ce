"""What waited to be saved, taken in again without a window."""

import errno
import os
from dataclasses import replace
from pathlib import Path

import pytest

from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.unsaved import Draft, Unsaved
from amp_desktop.journal import Journal, unsaved
from tests.conftest import refuse_to_take_away
from tests.stores import setting_of

TAKEN = "unsaved text that was taken in"


def _lay_aside(journal: Journal, *titles: str) -> None:
    """A file that waits for each."""
    for title in titles:
        sealed = journal.unsaved.seal(Unsaved((Draft(Note(title=title), None),)))
        assert unsaved.lay_aside(journal.keys.journal_id, sealed)


def test_that_one_of_several_overlapped_is_not_forgotten_for_the_next(journal: Journal) -> None:
    one, two = (journal.save_entry(Note(title=title, body="begun")) for title in ("one", "two"))
    drafts = [Draft(replace(entry, body="begun, and typed"), entry) for entry in (one, two)]
    waiting = [journal.unsaved.seal(Unsaved((draft,))) for draft in drafts]
    journal.save_entry(replace(one, body="another text"), one)

    taken = journal.unsaved.take_in(waiting)

    assert [entry.body for entry in taken.entries] == ["begun, and typed"] * 2
    assert taken.overlapped
    assert waiting == []


def test_what_cannot_be_read_waits_on_and_keeps_nothing_else_from_being_saved(
    journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unsaved, "waiting_room", lambda: tmp_path)
    _lay_aside(journal, "first", "second")
    first, _ = sorted(tmp_path.glob("*.unsaved"))
    read = Path.read_bytes

    def fail(path: Path) -> bytes:
        if path == first:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return read(path)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "read_bytes", fail)
        assert [entry.title for entry in journal.unsaved.take_in().entries] == ["second"]
    assert [entry.title for entry in journal.unsaved.take_in().entries] == ["first"]
    assert not journal.unsaved.waits


def test_of_several_files_all_are_told_the_oldest_first(
    journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unsaved, "waiting_room", lambda: tmp_path)
    _lay_aside(journal, "first", "second")
    assert [entry.title for entry in journal.unsaved.take_in().entries] == ["first", "second"]


def test_what_was_taken_in_replaces_nothing_later_where_its_file_cannot_be_removed(
    journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unsaved, "waiting_room", lambda: tmp_path)
    stands, new = journal.save_entry(Note(body="begun")), Note(body="new")
    drafts = (Draft(replace(stands, body="begun, and typed"), stands), Draft(new, None))
    assert unsaved.lay_aside(journal.keys.journal_id, journal.unsaved.seal(Unsaved(drafts)))
    with monkeypatch.context() as patched:
        refuse_to_take_away(patched)
        assert [entry.body for entry in journal.unsaved.take_in().entries] == ["begun, and typed", "new"]
        for entry in (stands, new):
            present = journal.entry(entry.id)
            journal.save_entry(replace(present, body="written since"), present)
        assert journal.unsaved.take_in().entries == ()
        assert {journal.entry(entry.id).body for entry in (stands, new)} == {"written since"}
        assert journal.unsaved.waits
        assert setting_of(journal, TAKEN) != []
    assert journal.unsaved.take_in().entries == ()
    assert not journal.unsaved.waits
    assert setting_of(journal, TAKEN) == []
