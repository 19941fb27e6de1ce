"""Lock locks: what cannot be saved is kept, encrypted, and comes back; nothing that was said of it stays."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit
from pytestqt.qtbot import QtBot

from amp_desktop.domain.attachment import reference
from amp_desktop.domain.errors import DiskFullError
from amp_desktop.domain.kinds.note import Note
from amp_desktop.journal import Journal
from amp_desktop.journal.unsaved import waiting_room
from amp_desktop.storage.store import Store
from amp_desktop.ui.platform.app_settings import AppSettings
from amp_desktop.ui.shell.closing import Closing
from amp_desktop.ui.shell.quick_entry import QuickEntry
from amp_desktop.ui.shell.window import MainWindow
from tests.conftest import CHEAP, PASSPHRASE
from tests.ui.entries.pages import part
from tests.ui.people import press, seen, shows

TEXT = "Text of the entry, in Markdown"
SECRET = "the words nobody may lose"
CTRL = Qt.KeyboardModifier.ControlModifier


def refuse(*_: object, **__: object) -> None:
    raise DiskFullError("The disk is full.", "Make room.")


@contextmanager
def full_disk(*, everywhere: bool = False) -> Iterator[None]:
    """The journal's disk has no room left; the one for the program's own files perhaps."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("save", "set_setting"):
            patch.setattr(Store, name, refuse)
        if everywhere:
            home = Path(os.environ["XDG_STATE_HOME"])
            (home / "full").write_bytes(b"")
            patch.setenv("XDG_STATE_HOME", str(home / "full"))
        yield


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    made = MainWindow(AppSettings(tmp_path / "settings.ini"))
    made.show()
    yield made
    made.close()
    qtbot.waitUntil(lambda: made.workspace is None and not part(made, Closing).is_busy)
    made.deleteLater()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    journal, _ = Journal.create(tmp_path / "journal", PASSPHRASE, cost=CHEAP)
    with journal:
        journal.save_entry(Note(title="Monday", body="Begun"))
    return tmp_path / "journal"


def unlock(window: MainWindow, folder: Path) -> None:
    window.begin(folder)
    window.open_journal(Journal.open(folder, passphrase=PASSPHRASE))
    assert window.workspace is not None
    window.workspace.go_to("journal")
    QApplication.processEvents()


def lock(qtbot: QtBot, window: MainWindow) -> None:
    window.lock()
    assert window.workspace is None
    qtbot.waitUntil(lambda: not part(window, Closing).is_busy)


def write(window: MainWindow, title: str = "Monday") -> QTextEdit:
    assert window.workspace is not None
    journal = window.workspace.session.journal
    wanted = next(row for row in journal.rows().items if row.title == title)
    window.workspace.show_entry(wanted.id)
    text = seen(window, QTextEdit, TEXT)
    text.moveCursor(text.textCursor().MoveOperation.End)
    QTest.keyClicks(text, f", {SECRET}")
    return text


def shown(window: MainWindow) -> str:
    """The text of the newest entry, as the page shows it."""
    assert window.workspace is not None
    window.workspace.show_entry(window.workspace.session.journal.rows().items[0].id)
    return seen(window, QTextEdit, TEXT).toPlainText()


def titles(folder: Path) -> list[str]:
    with Journal.open(folder, passphrase=PASSPHRASE) as journal:
        return [row.title for row in journal.rows().items]


def bodies(folder: Path) -> list[str]:
    with Journal.open(folder, passphrase=PASSPHRASE) as journal:
        return [entry.body for entry in journal.entries()]


def test_lock_locks_with_text_that_cannot_be_saved(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    unlock(window, folder)
    with full_disk():
        write(window)
        lock(qtbot, window)
        assert shows(window, "It is kept, encrypted.")
    assert bodies(folder) == ["Begun"]
    kept = [path.read_bytes() for path in waiting_room().iterdir()]
    assert len(kept) == 1
    assert SECRET.encode() not in kept[0]

    unlock(window, folder)
    assert shows(window, "Now it is.")
    assert shown(window) == f"Begun, {SECRET}"
    assert list(waiting_room().iterdir()) == []
    lock(qtbot, window)
    assert bodies(folder) == [f"Begun, {SECRET}"]


def test_a_line_typed_from_the_tray_is_kept_when_the_lock_cannot_save_it(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    unlock(window, folder)
    assert window.workspace is not None
    dialog = QuickEntry(window.workspace.session)
    dialog.show()
    QTest.keyClicks(dialog.line, SECRET)
    with full_disk():
        lock(qtbot, window)
        assert shows(window, "It is kept, encrypted.")
    unlock(window, folder)
    lock(qtbot, window)
    assert SECRET in titles(folder)


def test_it_is_kept_in_memory_where_no_disk_takes_it(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    unlock(window, folder)
    with full_disk(everywhere=True):
        write(window)
        window.close()
        assert window.workspace is None
        assert window.isVisible(), "to close now would lose the text"
        assert shows(window, "The program must stay open for it")
        qtbot.waitUntil(lambda: not part(window, Closing).is_busy)
        window.close()
        assert window.isVisible()
    window.close()
    assert not window.isVisible()
    window.show()
    unlock(window, folder)
    assert shows(window, "Now it is.")
    lock(qtbot, window)
    assert bodies(folder) == [f"Begun, {SECRET}"]


def test_it_waits_until_saving_works_and_is_offered_until_then(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    unlock(window, folder)
    with full_disk():
        write(window)
        lock(qtbot, window)
        unlock(window, folder)
        assert shows(window, "could not be saved yet. It is kept, encrypted.")
        press(window, "Try again")
        assert shows(window, "could not be saved yet. It is kept, encrypted.")
    press(window, "Try again")
    assert shows(window, "Now it is.")
    assert shown(window) == f"Begun, {SECRET}"


def test_it_is_saved_with_the_next_save_that_goes_well(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    unlock(window, folder)
    with full_disk():
        write(window)
        lock(qtbot, window)
        unlock(window, folder)
    assert window.workspace is not None
    window.workspace.session.save(Note(title="Another"))
    assert shows(window, "Now it is.")
    assert list(waiting_room().iterdir()) == []


def test_what_was_changed_elsewhere_meanwhile_is_kept_too(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    unlock(window, folder)
    with full_disk():
        write(window)
        lock(qtbot, window)
    with Journal.open(folder, passphrase=PASSPHRASE) as journal:
        entry = next(iter(journal.entries()))
        journal.save_entry(replace(entry, body="Written in a terminal", tags=("seen",)))

    unlock(window, folder)

    assert shows(window, "the other text is kept in its history")
    assert window.workspace is not None
    journal = window.workspace.session.journal
    now = next(iter(journal.entries()))
    assert (now.body, now.tags) == (f"Begun, {SECRET}", ("seen",))
    versions = [journal.version(now.id, version.number).body for version in journal.versions(now.id)]
    assert "Written in a terminal" in versions


def test_lines_of_other_pages_are_kept_as_well(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    unlock(window, folder)
    assert window.workspace is not None
    window.workspace.go_to("program")
    project = seen(window, QLineEdit, "My project")
    QTest.keyClicks(project, "Orbit")
    window.workspace.go_to("today")
    good = seen(window, QLineEdit, "What did me good")
    QTest.keyClicks(good, SECRET)
    with full_disk():
        assert window.workspace.page() is not None
        lock(qtbot, window)

    unlock(window, folder)

    assert window.workspace is not None
    journal = window.workspace.session.journal
    found = [getattr(entry, "what_did_me_good", "") for entry in journal.entries()]
    assert SECRET in found


def test_words_of_a_check_in_that_could_not_be_saved_stay(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    unlock(window, folder)
    assert window.workspace is not None
    window.workspace.go_to("today")
    good = seen(window, QLineEdit, "What did me good")
    with full_disk():
        QTest.keyClicks(good, SECRET)
        QTest.keyClick(good, Qt.Key.Key_Return)
        assert good.text() == SECRET
    QTest.keyClick(good, Qt.Key.Key_Return)
    found = [getattr(entry, "what_did_me_good", "") for entry in window.workspace.session.journal.entries()]
    assert SECRET in found


def test_that_a_page_could_not_be_saved_is_said_until_it_is(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    unlock(window, folder)
    assert window.workspace is not None
    with full_disk():
        write(window)
        window.workspace.go_to("goals")
        assert window.workspace.page_name() == "journal"
        assert shows(window, "This page could not be saved yet.")
    QTest.keyClicks(seen(window, QTextEdit, TEXT), "!")
    qtbot.waitUntil(lambda: not shows(window, "This page could not be saved yet."))
    assert not shows(window, "The disk is full.")


@pytest.mark.parametrize("damage", [b"", b"AMP unsaved 1\n", b"AMP unsaved 1\n" + bytes(60), b"else"])
def test_what_cannot_be_read_is_left_alone(window: MainWindow, folder: Path, damage: bytes) -> None:
    with Journal.open(folder, passphrase=PASSPHRASE) as journal:
        name = f"{journal.unsaved.journal_id}-000.unsaved"
    waiting_room().mkdir(parents=True)
    (waiting_room() / name).write_bytes(damage)
    unlock(window, folder)
    assert (waiting_room() / name).read_bytes() == damage


def test_another_journals_text_waits_for_that_one(
    qtbot: QtBot, window: MainWindow, folder: Path, tmp_path: Path
) -> None:
    unlock(window, folder)
    with full_disk(everywhere=True):
        write(window)
        lock(qtbot, window)
        other, _ = Journal.create(tmp_path / "other", PASSPHRASE, cost=CHEAP)
        window.begin(tmp_path / "other")
        window.open_journal(other)
    assert other.count() == 0
    lock(qtbot, window)
    unlock(window, folder)
    assert shows(window, "Now it is.")


@pytest.mark.parametrize("everywhere", [False, True], ids=["in a file", "in memory"])
def test_what_waiting_text_refers_to_waits_with_it(
    qtbot: QtBot, window: MainWindow, folder: Path, everywhere: bool
) -> None:
    with Journal.open(folder, passphrase=PASSPHRASE) as journal:
        picture = journal.attachments.add(b"bytes", "plan.pdf", "application/pdf")
        other = journal.save_entry(Note(title="Held it too", body=reference(picture)))
        journal.put_in_bin([other.id])
    unlock(window, folder)
    assert window.workspace is not None
    window.workspace.session.delete_for_ever([other.id])  # an undo could bring the reference back
    with full_disk(everywhere=everywhere):
        text = write(window)
        text.insertPlainText(f" {reference(picture)}")
        lock(qtbot, window)
    unlock(window, folder)
    assert SECRET in shown(window)
    assert window.workspace is not None
    assert window.workspace.session.journal.attachments.data(picture.id) == b"bytes"


def test_a_folder_that_was_moved_keeps_nobody_from_locking(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    unlock(window, folder)
    window.activateWindow()
    away = folder.with_name("moved")
    folder.rename(away)
    write(window)
    window.lock()
    assert window.workspace is None
    assert shows(window, str(folder)), "why it does not open is said beside it"
    assert shows(window, "It is kept, encrypted.")
    qtbot.waitUntil(lambda: not part(window, Closing).is_busy)
    away.rename(folder)
    unlock(window, folder)
    assert shown(window) == f"Begun, {SECRET}"
