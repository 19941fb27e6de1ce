"""What is made ready once a page stands and nobody is at work."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from amp_desktop.domain.kinds.registry import ENTRY_TYPES
from amp_desktop.journal import Journal
from amp_desktop.ui.entries.editor.editor import EntryEditor
from amp_desktop.ui.kinds.registry import kind_views
from amp_desktop.ui.platform.app_settings import AppSettings
from amp_desktop.ui.shell import idle_steps
from amp_desktop.ui.shell.idle_steps import IdleSteps
from amp_desktop.ui.shell.window import MainWindow
from tests.conftest import MakeEntry


@pytest.fixture
def window(qtbot: QtBot, journal: Journal, make_entry: MakeEntry) -> Iterator[MainWindow]:
    """The window on a journal with one note."""
    journal.save_entry(make_entry(title="Written before"))
    made = MainWindow(AppSettings(), remembers=False)
    with qtbot.waitExposed(made):
        made.show()
    made.open_journal(journal)
    yield made
    made.lock()
    with qtbot.waitSignal(made.left, timeout=20_000):
        made.close()
    made.deleteLater()


def ready(window: MainWindow) -> set[str]:
    """The kinds whose forms the page in front has."""
    assert window.workspace is not None
    page = window.workspace.page()
    assert page is not None
    return {str(kind) for editor in page.findChildren(EntryEditor) for kind in editor._forms._forms}


def test_the_forms_of_all_kinds_in_the_list_are_there_before_an_entry_of_them_is_opened(
    qtbot: QtBot, window: MainWindow, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.save_entries(kind(title="Of every kind one") for kind in ENTRY_TYPES.values())
    monkeypatch.setattr(idle_steps, "CALM_MS", 0)
    assert window.workspace is not None
    window.workspace.go_to("journal")
    wanted = {str(kind) for kind, view in kind_views().items() if view.has_form}
    assert wanted == {str(kind) for kind in ENTRY_TYPES}
    qtbot.waitUntil(lambda: ready(window) == wanted)
    editor = next(one for one in window.workspace.findChildren(EntryEditor) if one.isVisible())
    hidden = [form for form in editor._forms._forms.values() if form is not editor._forms.current]
    assert hidden
    assert not any(part.isVisible() for form in hidden for part in form.parts())


def test_a_page_of_one_kind_makes_no_other(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(idle_steps, "CALM_MS", 0)
    assert window.workspace is not None
    window.workspace.go_to("goals")
    idle = window.workspace.findChild(IdleSteps)
    assert isinstance(idle, IdleSteps)
    qtbot.waitUntil(lambda: idle.is_done())
    assert ready(window) == {"goal"}


def test_nothing_is_made_ready_any_more_once_the_journal_is_locked(window: MainWindow) -> None:
    assert window.workspace is not None
    window.workspace.go_to("journal")
    idle = window.workspace.findChild(IdleSteps)
    assert isinstance(idle, IdleSteps)
    assert not idle.is_done()
    window.workspace.forget()
    assert idle.is_done()


def test_a_key_postpones_the_next_step(qtbot: QtBot) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    with qtbot.waitExposed(place):
        place.show()
    idle, done = IdleSteps(place), []

    def steps() -> Iterator[str]:
        for name in ("one", "two"):
            done.append(name)
            yield name

    idle.begin(steps())
    idle._timer.setInterval(5)
    left = idle._timer.remainingTime()
    qtbot.keyClick(place.windowHandle(), Qt.Key.Key_A)
    assert idle._timer.remainingTime() >= left
    assert done == []
    qtbot.waitUntil(lambda: done == ["one", "two"])
