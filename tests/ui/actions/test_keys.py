"""Keys: every one of them listed, none with two meanings, and each of them changeable."""

import re
import sys
from itertools import combinations

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QTextEdit
from pytestqt.qtbot import QtBot

from amp_desktop.domain.entry import Kind
from amp_desktop.domain.kinds.registry import ENTRY_TYPES
from amp_desktop.ui.actions.action import ActionEntry, ActionScope
from amp_desktop.ui.actions.catalogue import catalogue
from amp_desktop.ui.actions.key_list import KeyList
from amp_desktop.ui.actions.key_map import KeyMap, collide, key_map, usual_keys
from amp_desktop.ui.actions.window_actions import kind_action
from amp_desktop.ui.entries.open_entry import OpenEntry
from amp_desktop.ui.pages import PAGES, page_of
from amp_desktop.ui.platform.app_settings import AppSettings, settings_file
from amp_desktop.ui.platform.appearance import Appearance
from amp_desktop.ui.shell.window import MainWindow
from amp_desktop.ui.style.theme import apply_theme, theme
from tests.conftest import MakeEntry
from tests.ui.entries.pages import part
from tests.ui.people import seen, shows

CTRL = Qt.KeyboardModifier.ControlModifier
JOURNAL_TEXT = "Text of the entry, in Markdown"


@pytest.fixture
def writing(unlocked: MainWindow, make_entry: MakeEntry, qtbot: QtBot) -> QTextEdit:
    """The text of an open entry, with the keyboard in it and all of it selected."""
    assert unlocked.workspace is not None
    saved = unlocked.workspace.session.save(make_entry("note", title="A", body="words"))
    unlocked.activateWindow()
    unlocked.workspace.show_entry(saved.id)
    text = seen(unlocked, QTextEdit, JOURNAL_TEXT)
    text.setFocus()
    qtbot.waitUntil(text.hasFocus)
    text.selectAll()
    return text


def action(window: MainWindow, name: str) -> QAction:
    found = window.findChild(QAction, name)
    assert isinstance(found, QAction)
    return found


def both_mean(one: ActionEntry, other: ActionEntry) -> bool:
    return collide(one, other) and bool(set(usual_keys(one)) & set(usual_keys(other)))


def test_no_keys_have_two_meanings_at_one_place() -> None:
    pairs = combinations(catalogue().values(), 2)
    assert [(one.name, other.name) for one, other in pairs if both_mean(one, other)] == []


@pytest.mark.skipif(sys.platform == "darwin", reason="a Mac writes by Alt alone")
def test_no_keys_are_those_by_which_keyboards_write() -> None:
    keys = {key.toString(): entry.name for entry in catalogue().values() for key in usual_keys(entry)}
    written = [name for key, name in keys.items() if re.fullmatch(r"Ctrl\+Alt\+(Shift\+)?.", key)]
    assert written == []


def test_every_key_that_the_window_heeds_is_listed(unlocked: MainWindow) -> None:
    assert unlocked.workspace is not None
    for page in PAGES:
        unlocked.workspace.go_to(page)
    heard = [one for one in unlocked.findChildren(QAction) if one.shortcuts()]
    assert len(heard) > 20
    for one in heard:
        assert one.objectName() in catalogue(), one.text()
        assert one.shortcuts() == key_map().keys(one.objectName())
    assert unlocked.findChildren(QShortcut) == []
    assert [
        one.text() for one in unlocked.findChildren(QAbstractButton) if not one.shortcut().isEmpty()
    ] == []


def test_every_listed_action_is_there_to_be_done(unlocked: MainWindow) -> None:
    assert unlocked.workspace is not None
    for page in ("journal", "goals", "insights", "share"):  # only what goes through states has a board
        unlocked.workspace.go_to(page)
    there = {one.objectName() for one in unlocked.findChildren(QAction)}
    assert {name for name, entry in catalogue().items() if not entry.fixed} <= there


def test_other_keys_hold_at_once_and_after_the_next_start(writing: QTextEdit) -> None:
    key_map().set_keys("bold", [QKeySequence("Ctrl+Shift+B")])
    QTest.keyClick(writing, Qt.Key.Key_B, CTRL)
    assert writing.toPlainText() == "words"
    QTest.keyClick(writing, Qt.Key.Key_B, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert writing.toPlainText() == "**words**"
    assert AppSettings().keys == {"bold": ["Ctrl+Shift+B"]}
    key_map().choose({})
    QTest.keyClick(writing, Qt.Key.Key_B, CTRL)
    assert writing.toPlainText() == "words"


def test_keys_that_go_first_can_be_changed_too(writing: QTextEdit, unlocked: MainWindow) -> None:
    key_map().set_keys("find", [QKeySequence("Ctrl+G")])
    try:
        QTest.keyClick(writing, Qt.Key.Key_G, CTRL)
        assert seen(unlocked, QAbstractButton, "Close (Escape)")
    finally:
        key_map().choose({})


def test_a_button_says_the_keys_that_hold(writing: QTextEdit, unlocked: MainWindow) -> None:
    key_map().set_keys("bold", [QKeySequence("Ctrl+Shift+B")])
    try:
        assert "Ctrl+Shift+B" in seen(unlocked, QAbstractButton, "Bold").toolTip()
    finally:
        key_map().choose({})


def test_keys_in_use_are_told(unlocked: MainWindow) -> None:
    assert key_map().taken_by("italic", QKeySequence("Ctrl+B")) == ["bold"]
    assert key_map().taken_by("lock", QKeySequence("Ctrl+B")) == ["bold"]
    assert key_map().taken_by("find", QKeySequence("Ctrl+Shift+F")) == []  # it goes before the window's
    assert key_map().taken_by("up", QKeySequence("Alt+Up")) == []
    assert ActionScope.TEXT.overlaps(ActionScope.ENTRY)
    assert not ActionScope.TEXT.overlaps(ActionScope.LIST)


@pytest.mark.parametrize("kept", ["{", "[]", '{"bold": 3}', '"x"'])
def test_settings_that_make_no_sense_give_the_usual_keys(unlocked: MainWindow, kept: str) -> None:
    QSettings(str(settings_file()), QSettings.Format.IniFormat).setValue("keys", kept)
    assert key_map().keys("bold") == [QKeySequence("Ctrl+B")]


# What the window's own actions do


@pytest.mark.parametrize("kind", ENTRY_TYPES)
def test_an_entry_of_each_kind_can_be_begun(unlocked: MainWindow, kind: Kind) -> None:
    assert unlocked.workspace is not None
    action(unlocked, kind_action(kind)).trigger()
    assert unlocked.workspace.page_name() == page_of(kind)
    page = unlocked.workspace.page()
    assert page is not None
    entry = part(page, OpenEntry).entry
    assert entry is not None
    assert entry.kind == kind


def test_the_bin_is_looked_into(unlocked: MainWindow, make_entry: MakeEntry) -> None:
    assert unlocked.workspace is not None
    saved = unlocked.workspace.session.save(make_entry("note", title="Gone"))
    unlocked.workspace.session.put_in_bin([saved.id])
    action(unlocked, "bin").trigger()
    assert shows(unlocked, "in the bin")


def test_another_appearance_holds_at_once(unlocked: MainWindow) -> None:
    action(unlocked, "look-dark").trigger()
    assert theme().tokens.dark
    assert AppSettings().appearance is Appearance.DARK
    action(unlocked, "look-light").trigger()
    assert not theme().tokens.dark


def test_another_appearance_keeps_the_size_of_letters(unlocked: MainWindow, qapp: QApplication) -> None:
    apply_theme(qapp, Appearance.LIGHT, 1.3)
    large = qapp.font().pointSizeF()
    action(unlocked, "look-dark").trigger()
    assert qapp.font().pointSizeF() == large
    apply_theme(qapp, Appearance.LIGHT)


def test_a_backup_is_made_when_it_is_asked_for(
    unlocked: MainWindow, make_entry: MakeEntry, qtbot: QtBot
) -> None:
    assert unlocked.workspace is not None
    unlocked.workspace.session.save(make_entry("note", title="A"))
    action(unlocked, "back-up").trigger()
    qtbot.waitUntil(lambda: shows(unlocked, "A backup of 1"), timeout=20_000)
    assert len(unlocked.workspace.session.journal.maintenance.backups()) == 1


def test_nothing_is_done_while_the_journal_is_locked(unlocked: MainWindow) -> None:
    unlocked.lock()
    allowed = {one.objectName() for one in unlocked.findChildren(QAction) if one.isEnabled()}
    assert allowed & catalogue().keys() == {"full-screen", "quit"}


def test_the_settings_are_read_once_for_all_keys(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are a file; the list has a hundred rows."""
    keys = KeyList()
    qtbot.addWidget(keys)
    read = []
    monkeypatch.setattr(KeyMap, "chosen", lambda _: read.append(1) or {})
    keys.show_keys()
    assert len(read) == 1
