"""Key files that are lost come back from a backup of the same journal, and no entry is touched."""

from collections.abc import Callable
from pathlib import Path

import pytest

from amp_desktop.domain.errors import (
    DamagedError,
    InvalidValueError,
    LostKeysError,
    NoJournalError,
    WrongPassphraseError,
)
from amp_desktop.domain.kinds.note import Note
from amp_desktop.journal import Journal
from amp_desktop.journal.repair import bring_keys_back
from tests.conftest import CHEAP, PASSPHRASE

KEY_FILES = ("keys.json", "keys.json.bak")
LATER = "another river in the evening"


def _remove(folder: Path) -> None:
    for name in KEY_FILES:
        (folder / name).unlink()


def _change(folder: Path) -> None:
    for name in KEY_FILES:
        content = bytearray((folder / name).read_bytes())
        content[200] ^= 1
        (folder / name).write_bytes(content)


def _empty(folder: Path) -> None:
    for name in KEY_FILES:
        (folder / name).write_bytes(b"")


def _take_anothers(folder: Path) -> None:
    Journal.create(folder.parent / "another", LATER, cost=CHEAP)[0].close()
    for name in KEY_FILES:
        (folder / name).write_bytes((folder.parent / "another" / name).read_bytes())


LOSSES: dict[str, Callable[[Path], None]] = {
    "gone": _remove,
    "changed": _change,
    "empty": _empty,
    "another's": _take_anothers,
}


@pytest.fixture
def kept(journal: Journal) -> Journal:
    """A closed journal with a backup, and an entry that was written after it."""
    journal.save_entry(Note(title="before"))
    journal.maintenance.back_up()
    journal.save_entry(Note(title="after"))
    journal.close()
    return journal


def _titles(folder: Path, passphrase: str = PASSPHRASE) -> set[str]:
    with Journal.open(folder, passphrase=passphrase) as journal:
        return {entry.title for entry in journal.entries()}


@pytest.mark.parametrize("loss", LOSSES)
def test_the_keys_come_back_and_every_entry_is_there(kept: Journal, loss: str) -> None:
    LOSSES[loss](kept.folder)
    left = {name: (kept.folder / name).read_bytes() for name in KEY_FILES if (kept.folder / name).exists()}
    entries = (kept.folder / "journal.db").read_bytes()
    with pytest.raises((LostKeysError, WrongPassphraseError)):
        Journal.open(kept.folder, passphrase=PASSPHRASE)
    found = bring_keys_back(kept.folder)
    assert found is not None
    assert (kept.folder / "journal.db").read_bytes() == entries
    assert _titles(kept.folder) == {"before", "after"}
    assert {name: (kept.folder / f"{name}.old").read_bytes() for name in left} == left


def test_whole_key_files_are_left_alone(kept: Journal) -> None:
    before = (kept.folder / "keys.json").read_bytes()
    assert bring_keys_back(kept.folder) is None
    assert (kept.folder / "keys.json").read_bytes() == before
    _remove(kept.folder)
    (kept.folder / "keys.json.bak").write_bytes(before)
    assert bring_keys_back(kept.folder) is None


def test_the_newest_passphrase_that_a_backup_knows_is_taken(journal: Journal) -> None:
    first = journal.maintenance.back_up().path
    journal.keys.change_passphrase(LATER, cost=CHEAP)
    journal.maintenance.back_up()
    journal.close()
    _remove(journal.folder)
    bring_keys_back(journal.folder)
    assert _titles(journal.folder, LATER) == set()
    _remove(journal.folder)
    bring_keys_back(journal.folder, first)
    assert _titles(journal.folder, PASSPHRASE) == set()


def test_the_recovery_code_opens_it_again_too(tmp_path: Path) -> None:
    journal, code = Journal.create(tmp_path / "j", PASSPHRASE, cost=CHEAP)
    journal.maintenance.back_up()
    journal.close()
    _remove(journal.folder)
    bring_keys_back(journal.folder)
    Journal.open(journal.folder, recovery_code=code).close()


def test_wrong_first_bytes_and_lost_keys_at_once(kept: Journal) -> None:
    _remove(kept.folder)
    database = kept.folder / "journal.db"
    whole = database.read_bytes()
    database.write_bytes(bytes(8) + whole[8:])
    bring_keys_back(kept.folder)
    assert _titles(kept.folder) == {"before", "after"}


def test_another_journals_backup_is_refused_and_changes_nothing(kept: Journal, tmp_path: Path) -> None:
    with Journal.create(tmp_path / "other", PASSPHRASE, cost=CHEAP)[0] as other:
        foreign = other.maintenance.back_up(tmp_path / "stick").path
    _change(kept.folder)
    before = {path.name: path.read_bytes() for path in kept.folder.iterdir() if path.is_file()}
    with pytest.raises(InvalidValueError, match="another journal"):
        bring_keys_back(kept.folder, foreign)
    junk = tmp_path / "junk.ampbackup"
    junk.write_bytes(b"junk")
    with pytest.raises(DamagedError):
        bring_keys_back(kept.folder, junk)
    assert {path.name: path.read_bytes() for path in kept.folder.iterdir() if path.is_file()} == before
    for made in (kept.folder / "backups").iterdir():
        made.unlink()
    foreign.rename(kept.folder / "backups" / foreign.name)
    with pytest.raises(NoJournalError, match="no backup of this journal"):
        bring_keys_back(kept.folder)


def test_without_the_journals_file_there_is_nothing_to_open(kept: Journal) -> None:
    (kept.folder / "journal.db").unlink()
    with pytest.raises(NoJournalError):
        bring_keys_back(kept.folder)


def test_keys_that_go_while_the_journal_is_open_are_told_by_the_next_backup(journal: Journal) -> None:
    _remove(journal.folder)
    with pytest.raises(LostKeysError, match="missing"):
        journal.maintenance.back_up()
