"""What becomes of a journal that is locked: all is seen through, and what failed is told to it alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from amp_desktop.domain.attachment import referenced_ids
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.errors import NotSavedError
from amp_desktop.domain.kinds.note import Note
from amp_desktop.journal import Journal
from amp_desktop.ui.editing.offered import OfferedFile
from amp_desktop.ui.entries import EntriesPage
from amp_desktop.ui.entries.editor.editor import EntryEditor
from amp_desktop.ui.platform.app_settings import AppSettings, settings_file
from amp_desktop.ui.platform.jobs import jobs_under_way
from amp_desktop.ui.shell.window import MainWindow
from tests.conftest import CHEAP, PASSPHRASE
from tests.ui.entries.pages import part
from tests.ui.people import shows

FAILED = "The backup could not be written."


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    """A window with nothing in it yet."""
    made = MainWindow(AppSettings())
    made.show()
    yield made
    made.lock()
    all_closed(qtbot)
    with qtbot.waitSignal(made.left):
        made.close()
    made.deleteLater()


@pytest.fixture
def unlocked(window: MainWindow, journal_folder: Path) -> MainWindow:
    """The window with an open journal."""
    journal, _ = Journal.create(journal_folder, PASSPHRASE, cost=CHEAP)
    window.begin(journal_folder)
    window.open_journal(journal)
    return window


def all_closed(qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: jobs_under_way() == 0, timeout=20_000)


def journal_of(window: MainWindow) -> Journal:
    assert window.workspace is not None
    return window.workspace.session.journal


def unlock(window: MainWindow, folder: Path) -> None:
    window.open_journal(Journal.open(folder, passphrase=PASSPHRASE))


def fail(**_: object) -> None:
    raise NotSavedError(FAILED)


# What failed is told to its own journal


def test_what_failed_at_closing_is_told_to_its_own_journal_and_once(
    qtbot: QtBot, unlocked: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = journal_of(unlocked)
    monkeypatch.setattr(journal.maintenance, "back_up_if_changed", fail)
    unlocked.lock()
    all_closed(qtbot)
    Journal.create(tmp_path / "other", PASSPHRASE, cost=CHEAP)[0].close()
    unlock(unlocked, tmp_path / "other")
    assert not shows(unlocked, FAILED)
    unlocked.lock()
    all_closed(qtbot)
    moved = journal.folder.rename(tmp_path / "moved")
    unlock(unlocked, moved)
    assert shows(unlocked, FAILED)
    unlocked.lock()
    all_closed(qtbot)
    unlock(unlocked, moved)
    assert not shows(unlocked, FAILED)


def test_a_fault_of_ours_at_closing_is_told_too(
    qtbot: QtBot, unlocked: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = journal_of(unlocked)
    monkeypatch.setattr(journal.maintenance, "back_up_if_changed", lambda **_: 1 / 0)
    with qtbot.captureExceptions() as caught:
        unlocked.lock()
        all_closed(qtbot)
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]
    unlock(unlocked, journal.folder)
    assert shows(unlocked, "its backup was not finished")


def test_what_is_not_known_yet_is_not_said(qtbot: QtBot, unlocked: MainWindow) -> None:
    journal = journal_of(unlocked)
    journal.save_entry(Note(title="one"))
    unlocked.lock()
    unlock(unlocked, journal.folder)
    assert not shows(unlocked, "its backup was not finished")
    all_closed(qtbot)
    unlocked.lock()
    all_closed(qtbot)
    unlock(unlocked, journal.folder)
    assert not shows(unlocked, "its backup was not finished")


# What is being attached is seen through


@pytest.fixture
def film(tmp_path: Path) -> Path:
    path = tmp_path / "Private film.bin"
    path.write_bytes(bytes(range(256)) * 20_000)
    return path


def attach(window: MainWindow, path: Path) -> None:
    """Drop a file onto the text of the open entry."""
    assert window.workspace is not None
    page = window.workspace.page()
    assert isinstance(page, EntriesPage)
    part(page, EntryEditor).attachments.take([OfferedFile(path)])


def open_entry(window: MainWindow) -> Entry:
    assert window.workspace is not None
    entry = window.workspace.session.save(Note(title="Day", body="It went well."))
    window.workspace.show_entry(entry.id)
    return entry


def attached(folder: Path, film: Path) -> str:
    """The text of the one entry, once it is sure that it refers to the whole film."""
    with Journal.open(folder, passphrase=PASSPHRASE) as journal:
        (entry,) = journal.entries()
        (kept,) = referenced_ids(entry.body)
        assert journal.attachments.get(kept).name == film.name
        assert journal.attachments.data(kept) == film.read_bytes()
        assert [made.entries for made in journal.maintenance.backups()] == [1]
        return entry.body


def test_what_is_being_attached_when_the_journal_locks_is_in_it(
    qtbot: QtBot, unlocked: MainWindow, film: Path
) -> None:
    open_entry(unlocked)
    attach(unlocked, film)
    folder = journal_of(unlocked).folder
    unlocked.lock()
    all_closed(qtbot)
    assert attached(folder, film).startswith("It went well.\n\n[Private film.bin](attachment:")


def test_so_is_what_was_kept_already_and_not_referred_to_yet(
    qtbot: QtBot, unlocked: MainWindow, film: Path
) -> None:
    open_entry(unlocked)
    journal = journal_of(unlocked)
    attach(unlocked, film)
    while not journal.attachments.all():  # no event of Qt is heard meanwhile
        pass
    unlocked.lock()
    all_closed(qtbot)
    attached(journal.folder, film)


def test_an_entry_that_only_a_file_began_comes_to_be(qtbot: QtBot, unlocked: MainWindow, film: Path) -> None:
    assert unlocked.workspace is not None
    unlocked.workspace.begin_kind("note")
    attach(unlocked, film)
    folder = journal_of(unlocked).folder
    unlocked.lock()
    all_closed(qtbot)
    assert attached(folder, film).startswith("[Private film.bin](attachment:")


def test_the_program_ends_only_when_it_is_in_the_journal(
    qtbot: QtBot, unlocked: MainWindow, film: Path
) -> None:
    open_entry(unlocked)
    attach(unlocked, film)
    folder = journal_of(unlocked).folder
    with qtbot.waitSignal(unlocked.left, timeout=20_000):
        unlocked.close()
    attached(folder, film)
    unlocked.show()


def test_what_could_not_be_attached_is_told_without_its_name(
    qtbot: QtBot, unlocked: MainWindow, tmp_path: Path
) -> None:
    open_entry(unlocked)
    attach(unlocked, tmp_path / "Private letter.pdf")
    folder = journal_of(unlocked).folder
    unlocked.lock()
    all_closed(qtbot)
    AppSettings().write()
    assert "Private letter" not in settings_file().read_text(encoding="utf-8")
    unlock(unlocked, folder)
    assert shows(unlocked, "A file that was being attached when the journal was locked is not in it.")


def test_nothing_of_it_is_in_the_locked_window(qtbot: QtBot, unlocked: MainWindow, film: Path) -> None:
    open_entry(unlocked)
    attach(unlocked, film)
    unlocked.lock()
    for _ in range(3):
        QApplication.processEvents()
        assert not shows(unlocked, "Private film")
    all_closed(qtbot)
    assert not shows(unlocked, "Private film")
