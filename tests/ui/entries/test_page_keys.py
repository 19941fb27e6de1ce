"""Keys for the open entry hold wherever on its page the keyboard is."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from amp_desktop.domain.kinds.note import Note
from amp_desktop.journal import Journal
from amp_desktop.ui.entries import EntriesPage
from amp_desktop.ui.entries.editor.editor import EntryEditor
from amp_desktop.ui.entries.inspector.inspector import Inspector
from amp_desktop.ui.entries.list.list_view import EntryListView
from amp_desktop.ui.finding.search_box import SearchBox
from amp_desktop.ui.session import Session
from amp_desktop.ui.widgets.day_field import DayField
from tests.ui.entries.conftest import OpenPage
from tests.ui.entries.pages import part

NOTE = Note(title="A day", body="words", day=date(2026, 7, 22))
EVERYWHERE = (EntryListView, DayField, EntryEditor)
"""In the list, in the panel at the right, in the text."""


@pytest.fixture
def page(journal: Journal, open_page: OpenPage) -> EntriesPage:
    journal.save_entries([NOTE])
    shown = open_page()
    shown.activateWindow()
    return shown


def place(page: EntriesPage, kind: type[QWidget]) -> QWidget:
    found = page.findChild(kind)
    assert isinstance(found, QWidget)
    if isinstance(found, EntryEditor):
        found.focus_body()
    else:
        found.setFocus()
    focused = page.focusWidget()
    assert focused is not None
    assert focused is found or found.isAncestorOf(focused)
    return focused


@pytest.mark.parametrize("kind", EVERYWHERE)
def test_ctrl_p_prints_the_open_entry(qtbot: QtBot, page: EntriesPage, kind: type[QWidget]) -> None:
    editor = page.findChild(EntryEditor)
    assert isinstance(editor, EntryEditor)
    editor.print_requested.disconnect()  # no dialog of the system's
    with qtbot.waitSignal(editor.print_requested):
        QTest.keyClick(place(page, kind), Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize("kind", EVERYWHERE)
def test_f9_leaves_nothing_but_the_text(page: EntriesPage, kind: type[QWidget]) -> None:
    QTest.keyClick(place(page, kind), Qt.Key.Key_F9)
    inspector = page.findChild(Inspector)
    assert isinstance(inspector, Inspector)
    assert not inspector.isVisible()
    focused, editor = page.focusWidget(), page.findChild(EntryEditor)
    assert focused is not None
    assert isinstance(editor, EntryEditor)
    assert editor.isAncestorOf(focused)


def test_who_searches_before_the_first_entry_was_opened_is_not_interrupted(
    qtbot: QtBot, journal: Journal, session: Session
) -> None:
    journal.save_entries([Note(title="Review")])
    page = EntriesPage(session)
    qtbot.addWidget(page)
    page.resize(1100, 760)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.arrive()
    search = part(page, SearchBox)
    search.setFocus()
    qtbot.waitUntil(lambda: page.location().entry is not None)
    assert page.focusWidget() is search
