"""What the search finds is marked in the open text, and F3 leads from one place to the next."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from amp_desktop.domain.kinds.note import Note
from amp_desktop.journal import Journal
from amp_desktop.ui.editing.body import BodyEdit
from amp_desktop.ui.editing.text_marks import mark_colour
from amp_desktop.ui.entries.page import EntriesPage
from amp_desktop.ui.finding.search_box import SearchBox
from amp_desktop.ui.style.theme import theme
from tests.ui.entries.conftest import OpenPage
from tests.ui.entries.pages import body, part, rows, select

LONG = "🙂 words\n\n" * 200 + "here a Straße at last"


@pytest.fixture
def journal(journal: Journal) -> Journal:
    journal.save_entries(
        [
            Note(title="Near", body="strasse, then Strassen", day=date(2026, 7, 2)),
            Note(title="Other", body="nothing", day=date(2026, 6, 1)),
            Note(title="Far", body=LONG, day=date(2026, 7, 1)),
        ]
    )
    return journal


def look_for(qtbot: QtBot, page: EntriesPage, words: str, found: int) -> None:
    part(page, SearchBox).setFocus()
    part(page, SearchBox).clear()
    qtbot.keyClicks(part(page, SearchBox), words)
    qtbot.waitUntil(lambda: len(rows(page)) == found)


def marked(box: BodyEdit) -> list[str]:
    return [mark.cursor.selectedText() for mark in box.extraSelections()]


def selected(page: EntriesPage) -> str:
    return body(page).textCursor().selectedText()


def test_words_are_marked_in_the_open_text_while_they_are_looked_for(
    qtbot: QtBot, open_page: OpenPage
) -> None:
    page = open_page()
    qtbot.waitUntil(lambda: bool(body(page).text()))
    look_for(qtbot, page, "stras", 2)
    qtbot.waitUntil(lambda: marked(body(page)) == ["stras", "Stras"])
    body(page).setFocus()
    qtbot.keyClicks(body(page), "strasse ")
    qtbot.waitUntil(lambda: len(marked(body(page))) == 3)
    look_for(qtbot, page, "kind:note", 3)
    qtbot.waitUntil(lambda: marked(body(page)) == [])


def test_marks_turn_dark_with_the_desktop(
    qtbot: QtBot, open_page: OpenPage, turn_dark: Callable[[], object]
) -> None:
    page = open_page()
    look_for(qtbot, page, "strasse", 2)
    select(page, 0)
    qtbot.waitUntil(lambda: len(marked(body(page))) == 2)
    qtbot.keyClick(body(page), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(QApplication.focusWidget(), "then")
    qtbot.waitUntil(lambda: "then" in marked(body(page)))
    turn_dark()
    tokens = theme().tokens
    wanted = {mark_colour(tokens.accent).rgba(), mark_colour(tokens.care).rgba()}
    qtbot.waitUntil(
        lambda: {mark.format.background().color().rgba() for mark in body(page).extraSelections()} == wanted
    )


def test_the_first_place_is_in_sight_and_f3_goes_on_and_back(qtbot: QtBot, open_page: OpenPage) -> None:
    page = open_page()
    look_for(qtbot, page, "strasse", 2)
    select(page, 1)
    qtbot.waitUntil(lambda: marked(body(page)) == ["Straße"])
    qtbot.waitUntil(lambda: body(page).verticalScrollBar().value() > 0)
    assert body(page).textCursor().position() == 0
    select(page, 0)
    qtbot.waitUntil(lambda: len(marked(body(page))) == 2)
    box = part(page, SearchBox)
    box.setFocus()
    for key, words in (("", "strasse"), ("", "Strasse"), ("", "strasse"), ("back", "Strasse")):
        shift = Qt.KeyboardModifier.ShiftModifier if key else Qt.KeyboardModifier.NoModifier
        qtbot.keyClick(box, Qt.Key.Key_F3, shift)
        assert selected(page) == words
    body(page).setFocus()
    qtbot.keyClick(body(page), Qt.Key.Key_F3)
    assert selected(page) == "strasse"


def test_locking_leaves_no_mark(qtbot: QtBot, open_page: OpenPage) -> None:
    page = open_page()
    qtbot.waitUntil(lambda: bool(body(page).text()))
    look_for(qtbot, page, "strasse", 2)
    qtbot.waitUntil(lambda: bool(marked(body(page))))
    page.forget()
    assert marked(body(page)) == []
