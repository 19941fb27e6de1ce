"""The inner curtain of an open journal: how it is left is noted, and nothing stops it."""

from pathlib import Path

import pytest

from amp_desktop.domain.errors import NotSavedError
from amp_desktop.domain.kinds.note import Note
from amp_desktop.journal import Journal
from amp_desktop.storage.store import Store
from tests.conftest import PASSPHRASE


def test_what_cannot_be_written_stops_no_curtain(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise NotSavedError("The disk is full.")

    journal.save_entry(Note(title="Sealed").as_sealed())
    with monkeypatch.context() as full:
        full.setattr(Store, "set_setting", refuse)
        journal.curtain.drop()
    assert journal.curtain.is_down
    assert journal.count() == 0
    journal.curtain.drop()
    with monkeypatch.context() as full:
        full.setattr(Store, "set_setting", refuse)
        journal.curtain.lift()
    assert not journal.curtain.is_down
    assert journal.count() == 1


def test_it_writes_nothing_where_it_is_left_as_it_was(journal: Journal, journal_folder: Path) -> None:
    with Journal.open(journal_folder, passphrase=PASSPHRASE) as other:
        for turn, writes in (
            (journal.curtain.lift, False),
            (journal.curtain.drop, True),
            (journal.curtain.drop, False),
            (journal.curtain.lift, True),
        ):
            before = other.data_version()
            turn()
            assert (other.data_version() != before) is writes
