"""What a banner offers to undo, Ctrl+Z undoes too, wherever the keyboard is in a list or on a button."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from amp_desktop.domain.search.saved_search import SavedSearch
from amp_desktop.ui.platform.jobs import jobs_under_way
from amp_desktop.ui.session import Session
from amp_desktop.ui.shell.window import MainWindow
from amp_desktop.ui.shell.workspace import Workspace
from amp_desktop.ui.tags.dialog import open_tags
from amp_desktop.ui.templates.dialog import open_templates
from tests.conftest import MakeEntry
from tests.ui.people import press, seen

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def workspace(unlocked: MainWindow, qtbot: QtBot) -> Workspace:
    assert unlocked.workspace is not None
    unlocked.activateWindow()
    qtbot.waitUntil(unlocked.isActiveWindow)
    return unlocked.workspace


@pytest.fixture
def session(workspace: Workspace) -> Session:
    return workspace.session


def undo_in(place: QWidget, qtbot: QtBot) -> None:
    place.setFocus()
    qtbot.waitUntil(place.hasFocus)
    QTest.keyClick(place, Qt.Key.Key_Z, CTRL)


def test_of_tags(workspace: Workspace, session: Session, make_entry: MakeEntry, qtbot: QtBot) -> None:
    entry = session.save(make_entry("note", title="A", tags=("ci", "docs")))
    dialog = open_tags(workspace, session)
    qtbot.waitUntil(dialog.isActiveWindow)
    for tags in (("docs",), ()):
        seen(dialog, QTableView, "Tags").selectRow(0)
        qtbot.waitUntil(seen(dialog, QPushButton, "Remove the tag").isEnabled)
        press(dialog, "Remove the tag")
        qtbot.waitUntil(lambda wanted=tags: session.journal.entry(entry.id).tags == wanted)
    for tags in (("docs",), ("docs", "ci")):
        qtbot.waitUntil(lambda: jobs_under_way() == 0)  # what was done before is over
        undo_in(seen(dialog, QTableView, "Tags"), qtbot)
        qtbot.waitUntil(lambda wanted=tags: set(session.journal.entry(entry.id).tags) == set(wanted))
    dialog.reject()


def test_of_templates(workspace: Workspace, session: Session, qtbot: QtBot) -> None:
    templates = session.journal.templates
    before = [template.id for template in templates.all()]
    dialog = open_templates(workspace, templates)
    qtbot.waitUntil(dialog.isActiveWindow)
    press(dialog, "New")
    press(dialog, "Remove")
    assert [template.id for template in templates.all()] == before
    undo_in(dialog.findChildren(QListWidget)[0], qtbot)
    assert len(templates.all()) == len(before) + 1
    dialog.reject()


def test_within_reach(workspace: Workspace, session: Session, qtbot: QtBot) -> None:
    session.save_search(SavedSearch("One", "one"))
    place = seen(workspace, QListWidget, "Pinned")
    QApplication.processEvents()
    place.setFocus()
    place.setCurrentRow(0)
    QTest.keyClick(place, Qt.Key.Key_Delete)
    assert session.journal.searches.all() == ()
    session.save_search(SavedSearch("Two", "two"))
    undo_in(seen(workspace, QListWidget, "Pinned"), qtbot)
    assert {search.name for search in session.journal.searches.all()} == {"One", "Two"}


def test_of_own_words(workspace: Workspace, session: Session, qtbot: QtBot) -> None:
    session.save_spelling(session.spelling.with_word("tokeniser").with_word("Wanjiku"))
    workspace.show_part("settings", "SpellingSection")
    press(workspace, "Remove the word tokeniser")
    assert session.journal.spelling.words == {"Wanjiku"}
    QApplication.processEvents()
    undo_in(seen(workspace, QWidget, "Remove the word Wanjiku"), qtbot)
    assert session.journal.spelling.words == {"tokeniser", "Wanjiku"}


def test_what_deletes_for_ever_is_never_pressed_by_undo(
    workspace: Workspace, session: Session, make_entry: MakeEntry, qtbot: QtBot
) -> None:
    from amp_desktop.ui.entries.list.list_view import EntryListView

    entry = session.save(make_entry("note", title="A"))
    session.put_in_bin([entry.id])
    workspace.search_for("in:bin")
    view = workspace.page().findChild(EntryListView)  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: view.model().rowCount() == 1)
    view.setCurrentIndex(view.model().index(0, 0))
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert seen(workspace, QPushButton, "Delete for ever").isEnabled()
    undo_in(view, qtbot)
    assert session.journal.entry(entry.id).binned_at is not None
