"""Spelling is checked in the title and where one writes in a row, by the dictionary that checks the texts."""

from datetime import date

import pytest
from PySide6.QtCore import QProcess, Qt
from PySide6.QtWidgets import QApplication, QMenu, QTextEdit
from pytestqt.qtbot import QtBot

from amp_desktop.domain.kinds.challenge import Asking, Challenge
from amp_desktop.domain.kinds.goal import Goal, Step
from amp_desktop.domain.kinds.note import Note
from amp_desktop.journal import Journal
from amp_desktop.ui.editing.title_edit import TitleEdit
from amp_desktop.ui.kinds.challenge.asked_part import AskingRow
from amp_desktop.ui.kinds.goal.steps.editor import StepEditor
from amp_desktop.ui.widgets.private_text_edit import PrivateTextEdit
from tests.ui.entries.conftest import OpenPage
from tests.ui.entries.pages import part, step_row

DAY = date(2026, 7, 22)
BODY = "It was a day on which there was not much to be said of this, and the wether was fine."


def underlined(box: QTextEdit) -> list[str]:
    return [mark.cursor.selectedText() for mark in box.extraSelections()]


def test_a_title_is_underlined_as_soon_as_it_is_read_and_mended_by_the_menu(
    qtbot: QtBot, journal: Journal, open_page: OpenPage
) -> None:
    pytest.importorskip("hunspell")
    note = Note(title="Out in the wrold", body=BODY, day=DAY)
    journal.save_entry(note)
    page = open_page()
    page.show_entry(note.id)
    title = part(page, TitleEdit)
    qtbot.waitUntil(lambda: underlined(title) == ["wrold"], timeout=20_000)
    menu = QMenu(page)
    title.menu_wanted.emit(menu, title.text().index("wrold") + 1)
    qtbot.waitUntil(lambda: "world" in [action.text() for action in menu.actions()], timeout=20_000)
    next(action for action in menu.actions() if action.text() == "world").trigger()
    assert title.text() == "Out in the world"
    qtbot.waitUntil(lambda: underlined(title) == [])
    qtbot.waitUntil(lambda: journal.entry(note.id).title == "Out in the world")


def test_a_step_is_underlined_and_mended_by_the_menu(
    qtbot: QtBot, journal: Journal, open_page: OpenPage
) -> None:
    pytest.importorskip("hunspell")
    goal = Goal(title="One", body=BODY, day=DAY, steps=(Step("read the wrold", id="a"), Step("rest", id="b")))
    journal.save_entry(goal)
    page = open_page()
    page.show_entry(goal.id)
    step_row(page, "read the wrold").setFocus(Qt.FocusReason.TabFocusReason)
    editor = part(page, StepEditor)
    qtbot.waitUntil(lambda: underlined(editor) == ["wrold"], timeout=20_000)
    menu = QMenu(page)
    editor.menu_wanted.emit(menu, 11)
    qtbot.waitUntil(lambda: "world" in [action.text() for action in menu.actions()], timeout=20_000)
    next(action for action in menu.actions() if action.text() == "world").trigger()
    assert step_row(page, "read the world").isVisible()
    assert len(page.findChildren(QProcess)) == 1
    step_row(page, "rest").setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: underlined(editor) == [])


def test_what_came_back_is_underlined_as_well(qtbot: QtBot, journal: Journal, open_page: OpenPage) -> None:
    pytest.importorskip("hunspell")
    asked = (Asking("Petra", DAY, "chat", "It is in the wrold.", id="p"),)
    challenge = Challenge(title="Two", body=BODY, day=DAY, asked=asked)
    journal.save_entry(challenge)
    page = open_page()
    page.show_entry(challenge.id)
    part(page, AskingRow).open()
    answer = QApplication.focusWidget()
    assert isinstance(answer, PrivateTextEdit)
    qtbot.waitUntil(lambda: underlined(answer) == ["wrold"], timeout=20_000)
    page.forget()
    assert underlined(answer) == []
