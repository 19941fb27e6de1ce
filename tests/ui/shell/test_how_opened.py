"""What the window says of a journal that did not open as it should have."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from amp_desktop.domain.kinds.note import Note
from amp_desktop.journal import Journal
from amp_desktop.ui.platform.app_settings import AppSettings
from amp_desktop.ui.platform.jobs import jobs_under_way
from amp_desktop.ui.shell.window import MainWindow
from tests.conftest import CHEAP, PASSPHRASE
from tests.ui.people import shows


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow(AppSettings())
    made.show()
    yield made
    made.lock()
    qtbot.waitUntil(lambda: jobs_under_way() == 0, timeout=20_000)
    with qtbot.waitSignal(made.left):
        made.close()
    made.deleteLater()


@pytest.fixture
def closed(journal_folder: Path) -> Path:
    Journal.create(journal_folder, PASSPHRASE, cost=CHEAP)[0].close()
    return journal_folder


def _opened(window: MainWindow, folder: Path) -> MainWindow:
    window.open_journal(Journal.open(folder, passphrase=PASSPHRASE))
    return window


def test_a_whole_journal_opens_without_a_word(window: MainWindow, closed: Path) -> None:
    workspace = _opened(window, closed).workspace
    assert workspace is not None
    assert not workspace.banner.isVisibleTo(workspace)


def test_what_was_wrong_with_the_files_is_said(window: MainWindow, closed: Path) -> None:
    database = closed / "journal.db"
    whole = database.read_bytes()
    database.write_bytes(bytes(4) + whole[4:])
    (closed / "journal.db-journal").write_bytes(b"junk")
    _opened(window, closed)
    assert shows(window, "was damaged and was mended")
    assert shows(window, "journal.db-journal.stray")


def test_a_log_that_is_gone_is_said(window: MainWindow, closed: Path) -> None:
    with Journal.open(closed, passphrase=PASSPHRASE) as journal:
        journal.save_entry(Note(title="one"))
        journal.save_entry(Note(title="two"))
        without_its_log = (closed / "journal.db").read_bytes()
    (closed / "journal.db").write_bytes(without_its_log)
    _opened(window, closed)
    assert shows(window, "The last changes may be missing")
    assert shows(window, "A backup may hold newer ones")


def test_a_full_disk_is_called_full(
    window: MainWindow, closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Journal, "read_only", True)
    monkeypatch.setattr(Journal, "disk_was_full", True)
    _opened(window, closed)
    assert shows(window, "The disk is full: nothing you write now can be saved.")
    assert not shows(window, "is read-only")
