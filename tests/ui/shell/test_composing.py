"""What an input method is composing is written, however the text is left."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QTextEdit
from pytestqt.qtbot import QtBot

from amp_desktop.domain.kinds.note import Note
from amp_desktop.journal import Journal
from amp_desktop.ui.platform.app_settings import AppSettings
from amp_desktop.ui.shell.closing import Closing
from amp_desktop.ui.shell.window import MainWindow
from tests.conftest import CHEAP, PASSPHRASE
from tests.ui.entries.pages import part
from tests.ui.people import seen

TEXT = "Text of the entry, in Markdown"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    journal, _ = Journal.create(tmp_path / "journal", PASSPHRASE, cost=CHEAP)
    with journal:
        journal.save_entry(Note(title="Tuesday", body="other"))
        journal.save_entry(Note(title="Monday", body="한국"))
    return tmp_path / "journal"


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, folder: Path) -> Iterator[MainWindow]:
    made = MainWindow(AppSettings(tmp_path / "settings.ini"))
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.begin(folder)
    made.open_journal(Journal.open(folder, passphrase=PASSPHRASE))
    yield made
    made.close()
    qtbot.waitUntil(lambda: made.workspace is None and not part(made, Closing).is_busy)
    made.deleteLater()


def show(window: MainWindow, title: str) -> None:
    assert window.workspace is not None
    rows = window.workspace.session.journal.rows().items
    window.workspace.show_entry(next(row.id for row in rows if row.title == title))
    QApplication.processEvents()


def go_to_another_entry(window: MainWindow) -> None:
    show(window, "Tuesday")
    show(window, "Monday")
    assert seen(window, QTextEdit, TEXT).toPlainText() == "한국어"


def go_to_another_page(window: MainWindow) -> None:
    assert window.workspace is not None
    window.workspace.go_to("settings")


@pytest.mark.parametrize("leave", [go_to_another_entry, go_to_another_page, MainWindow.lock])
def test_a_word_that_is_being_composed_is_not_lost(
    qtbot: QtBot, window: MainWindow, folder: Path, leave: Callable[[MainWindow], None]
) -> None:
    show(window, "Monday")
    text = seen(window, QTextEdit, TEXT)
    text.setFocus()
    text.moveCursor(text.textCursor().MoveOperation.End)
    QApplication.sendEvent(text, QInputMethodEvent("어", []))
    leave(window)
    with Journal.open(folder, passphrase=PASSPHRASE) as journal:
        assert "한국어" in {entry.body for entry in journal.entries()}
