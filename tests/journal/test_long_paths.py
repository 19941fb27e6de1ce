"""Where a journal can be made, it can be backed up: SQLite opens no path that is too long."""

from pathlib import Path

import pytest

from amp_desktop.domain.errors import CannotExportError, InvalidValueError, NoJournalError
from amp_desktop.domain.kinds.note import Note
from amp_desktop.journal import Journal
from amp_desktop.journal.maintenance import restore
from amp_desktop.storage.names import holds_backups
from tests.conftest import CHEAP, PASSPHRASE


def _deep(below: Path, length: int) -> Path:
    """A folder whose path has so many bytes, in letters of one byte and of three."""
    place = str(below)
    while (missing := length - len(place.encode()) - 1) > 120:
        place += "/" + "日" * 30
    return Path(place + "/" + "d" * missing)


def _longest(below: Path) -> int:
    return next(length for length in range(510, 300, -1) if holds_backups(_deep(below, length)))


def test_the_longest_path_that_is_taken_can_be_backed_up_and_restored(tmp_path: Path) -> None:
    longest = _longest(tmp_path)
    folder = _deep(tmp_path, longest)
    with Journal.create(folder, PASSPHRASE, cost=CHEAP)[0] as journal:
        journal.save_entry(Note(title="kept"))
        made = journal.maintenance.back_up()
        again = journal.maintenance.back_up()
        with pytest.raises(CannotExportError, match="too long"):
            journal.maintenance.back_up(_deep(tmp_path, longest + 60))
    assert made.path != again.path
    back = _deep(tmp_path / "b", longest)
    assert restore(made.path, back, passphrase=PASSPHRASE) == 1
    with pytest.raises(CannotExportError, match="too long"):
        restore(made.path, _deep(tmp_path / "b", longest + 1), passphrase=PASSPHRASE)
    assert not _deep(tmp_path / "b", longest + 1).exists()


def test_a_longer_one_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    folder = _deep(tmp_path, _longest(tmp_path) + 1)
    with pytest.raises(InvalidValueError, match="too long"):
        Journal.create(folder, PASSPHRASE, cost=CHEAP)
    assert list(tmp_path.iterdir()) == []


def test_a_link_is_as_long_as_where_it_leads(tmp_path: Path) -> None:
    deep = _deep(tmp_path, _longest(tmp_path) + 1)
    deep.mkdir(parents=True)
    link = tmp_path / "short"
    link.symlink_to(deep)
    with pytest.raises(InvalidValueError, match="too long"):
        Journal.create(link, PASSPHRASE, cost=CHEAP)
    assert list(deep.iterdir()) == []


def test_a_journal_that_was_moved_too_deep_is_not_called_missing(tmp_path: Path) -> None:
    Journal.create(tmp_path / "j", PASSPHRASE, cost=CHEAP)[0].close()
    deep = _deep(tmp_path, 505)
    deep.parent.mkdir(parents=True)
    (tmp_path / "j").rename(deep)
    with pytest.raises(NoJournalError, match="too long"):
        Journal.open(deep, passphrase=PASSPHRASE)
