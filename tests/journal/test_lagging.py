"""A journal that holds fewer changes than one of its backups says so."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from amp_desktop.domain.kinds.note import Note
from amp_desktop.journal import Journal
from tests.conftest import CHEAP, PASSPHRASE

NOW = datetime(2026, 10, 17, 12, tzinfo=UTC)


@pytest.fixture
def lagging(tmp_path: Path) -> Path:
    """A journal whose file is an older one than its newest backup: two entries are missing."""
    folder, older = tmp_path / "journal", tmp_path / "older.db"
    journal = Journal.create(folder, PASSPHRASE, cost=CHEAP)[0]
    journal.save_entry(Note(title="first"))
    journal.close()
    shutil.copy(folder / "journal.db", older)
    with Journal.open(folder, passphrase=PASSPHRASE) as journal:
        journal.save_entry(Note(title="second"))
        journal.save_entry(Note(title="third"))
        journal.maintenance.back_up()
        assert journal.findings == ()
    shutil.copy(older, folder / "journal.db")
    return folder


def _open(folder: Path) -> Journal:
    return Journal.open(folder, passphrase=PASSPHRASE, clock=lambda: NOW + timedelta(days=3))


def test_it_is_said_until_a_backup_of_what_there_is_was_made(lagging: Path) -> None:
    for _ in range(2):
        with _open(lagging) as journal:
            (said,) = journal.findings
            assert "the last ones may be missing" in said
            assert next((lagging / "backups").iterdir()).name in said
            made = journal.maintenance.backups()
    with _open(lagging) as journal:
        journal.maintenance.back_up()
        assert set(made) < set(journal.maintenance.backups())
    with _open(lagging) as journal:
        assert journal.findings == ()


@pytest.mark.parametrize("number", range(1, 6))
def test_as_many_changes_again_do_not_pass_for_the_same_state(lagging: Path, number: int) -> None:
    with _open(lagging) as journal:
        for _ in range(number):
            journal.save_entry(Note(title="another"))
        assert journal.maintenance.back_up_if_changed() is not None
        assert journal.maintenance.back_up_if_changed() is None
