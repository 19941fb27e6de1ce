"""Which states this process is known to have written."""

from dataclasses import replace

from amp_desktop.domain.entry import Sharing
from amp_desktop.domain.kinds.note import Note
from amp_desktop.storage.own_states import MOST, OwnStates


def test_only_the_last_contents_written_here_are_ones_own() -> None:
    own, note = OwnStates(), Note(title="one", body="words")
    assert not own.hold(note)
    own.add(note)
    assert own.hold(replace(note, sharing=Sharing.SHAREABLE, pinned=True))
    assert not own.hold(replace(note, body="other words"))
    own.add(replace(note, body="other words"))
    assert not own.hold(note)


def test_no_more_are_remembered_than_are_changed_at_once() -> None:
    own, notes = OwnStates(), [Note(title=str(number)) for number in range(MOST + 1)]
    for note in notes:
        own.add(note)
    assert [own.hold(note) for note in (notes[0], notes[1], notes[-1])] == [False, True, True]
    own.add(notes[1])
    own.add(Note(title="another"))
    assert [own.hold(note) for note in notes[1:3]] == [True, False]
