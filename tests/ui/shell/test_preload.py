"""What is made ready while the passphrase is being typed."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from amp_desktop.journal import Journal
from amp_desktop.ui.pages import PAGES
from amp_desktop.ui.platform.app_settings import AppSettings
from amp_desktop.ui.session import Session
from amp_desktop.ui.shell.window import MainWindow
from amp_desktop.ui.shell.workspace import Workspace
from tests.conftest import MakeEntry


def all_steps(workspace: Workspace, page: str) -> None:
    for _ in workspace.make_ready(page):
        pass


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_built_before_there_is_a_journal_and_shows_it_then(
    qtbot: QtBot, journal: Journal, make_entry: MakeEntry, name: str
) -> None:
    journal.save_entry(make_entry(title="Written before"))
    workspace = Workspace(Session())
    qtbot.addWidget(workspace)
    all_steps(workspace, name)
    workspace.begin(journal)
    workspace.show()
    workspace.go_to(name)
    assert workspace.page_name() == name
    assert workspace.flush()
    workspace.forget()


def test_a_session_that_has_not_begun_has_no_journal() -> None:
    session = Session()
    assert not session.has_begun
    with pytest.raises(RuntimeError):
        _ = session.journal


def test_what_was_made_ready_while_typing_is_what_is_shown(
    qtbot: QtBot, journal: Journal, journal_folder: Path
) -> None:
    settings = AppSettings()
    settings.page = "goals"
    window = MainWindow(settings, remembers=False)
    qtbot.addWidget(window)
    window.begin(journal_folder)
    window.show()
    qtbot.keyClicks(window.focusWidget(), "a")
    qtbot.waitUntil(lambda: window.findChild(Workspace) is not None)
    ready = window.findChild(Workspace)
    window.open_journal(journal)
    assert window.workspace is ready
    assert window.workspace.page_name() == "goals"
    with qtbot.waitSignal(window.left):
        window.close()


def test_a_journal_opens_too_where_nothing_was_made_ready(qtbot: QtBot, journal: Journal) -> None:
    window = MainWindow(AppSettings(), remembers=False)
    qtbot.addWidget(window)
    window.open_journal(journal)
    assert window.workspace is not None
    assert window.workspace.page_name() == "today"
    with qtbot.waitSignal(window.left):
        window.close()


def test_scripts_that_the_system_cannot_draw_come_before_the_first_words(
    qtbot: QtBot, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[bool] = []
    monkeypatch.setattr("amp_desktop.ui.style.theme.load_missing_scripts", lambda: loaded.append(True))
    window = MainWindow(AppSettings(), remembers=False)
    qtbot.addWidget(window)
    window.open_journal(journal)
    assert loaded
    with qtbot.waitSignal(window.left):
        window.close()
