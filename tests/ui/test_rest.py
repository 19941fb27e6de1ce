"""Every page and every dialog comes to rest: what is not used costs no processor time and no battery."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidgetItem
from pytestqt.qtbot import QtBot
from shiboken6 import getAllValidWrappers

from amp_desktop.journal import Journal
from amp_desktop.ui.entries.editor.format_bar import FormatBar
from amp_desktop.ui.pages import PAGES
from amp_desktop.ui.platform.app_settings import AppSettings
from amp_desktop.ui.session import Session
from amp_desktop.ui.shell.window import SMALLEST_SIZE, USUAL_SIZE, MainWindow
from amp_desktop.ui.unlock.unlock_view import UnlockView
from amp_desktop.ui.widgets.focus_order import reading_order
from tests.ui.every_dialog import DIALOGS, fill
from tests.ui.resting import unrest

CONTROL = Qt.KeyboardModifier.ControlModifier
SIZES = (USUAL_SIZE, QSize(1000, 650), SMALLEST_SIZE)


@pytest.fixture
def window(qtbot: QtBot, sample_journal: Journal) -> Iterator[MainWindow]:
    """The window on the sample journal."""
    made = MainWindow(AppSettings(), remembers=False)
    with qtbot.waitExposed(made):
        made.show()
    made.open_journal(sample_journal)
    yield made
    made.lock()
    with qtbot.waitSignal(made.left, timeout=20_000):
        made.close()
    made.deleteLater()


@pytest.fixture
def session(journal: Journal) -> Iterator[Session]:
    made = Session(journal)
    fill(made)
    yield made
    made.deleteLater()


@pytest.mark.parametrize("name", PAGES)
def test_every_page_comes_to_rest(qtbot: QtBot, window: MainWindow, name: str) -> None:
    assert window.workspace is not None
    window.workspace.go_to(name)
    for size in SIZES:
        window.resize(size)
        assert unrest(qtbot, window) == set(), size


@pytest.mark.parametrize("key", [Qt.Key.Key_P, Qt.Key.Key_K, Qt.Key.Key_N, Qt.Key.Key_F])
def test_the_journal_page_comes_to_rest_after_a_key(qtbot: QtBot, window: MainWindow, key: Qt.Key) -> None:
    """Preview, palette, a new entry, the search."""
    assert window.workspace is not None
    window.workspace.go_to("journal")
    window.activateWindow()
    QTest.keyClick(window, key, CONTROL)
    assert unrest(qtbot, window) == set()
    QTest.keyClick(window, Qt.Key.Key_Escape)


@pytest.mark.parametrize("name", DIALOGS)
def test_every_dialog_comes_to_rest(qtbot: QtBot, session: Session, name: str) -> None:
    dialog = DIALOGS[name](session)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    assert unrest(qtbot, dialog) == set()
    dialog.reject()


def test_the_first_pages_come_to_rest(qtbot: QtBot, tmp_path: Path, journal: Journal) -> None:
    unlock_view = UnlockView()
    qtbot.addWidget(unlock_view)
    with qtbot.waitExposed(unlock_view):
        unlock_view.show()
    for folder, expected in ((tmp_path / "new", False), (journal.folder, True)):
        unlock_view.begin(folder, expected=expected)
        assert unrest(qtbot, unlock_view) == set()
    unlock_view.forget()


def test_asking_for_widths_and_for_the_order_holds_no_item_of_a_layout(
    qtbot: QtBot, window: MainWindow
) -> None:
    """PySide takes a held one for whatever lies in its place later: the clipboard, when the journal locks."""
    assert window.workspace is not None
    window.workspace.go_to("journal")
    unrest(qtbot, window)
    before = {id(one) for one in getAllValidWrappers() if type(one) is QWidgetItem}
    assert reading_order(window)
    for bar in window.findChildren(FormatBar):
        assert bar.sizeHint().width() > 0
    assert {id(one) for one in getAllValidWrappers() if type(one) is QWidgetItem} <= before
