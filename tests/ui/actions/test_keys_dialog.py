"""F1: all keys, and other ones in their place."""

from collections.abc import Callable, Iterator

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QKeySequenceEdit, QLineEdit, QTreeWidget
from pytestqt.qtbot import QtBot

from amp_desktop.ui.actions.action import ActionGroup
from amp_desktop.ui.actions.catalogue import catalogue
from amp_desktop.ui.actions.key_map import key_map
from amp_desktop.ui.actions.keys_dialog import KeysDialog
from amp_desktop.ui.shell.window import MainWindow
from amp_desktop.ui.style.theme import theme
from tests.ui.people import press, seen, shows

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def dialog(unlocked: MainWindow, qtbot: QtBot) -> Iterator[KeysDialog]:
    """The list of keys, opened by F1."""
    unlocked.activateWindow()
    qtbot.waitUntil(unlocked.isActiveWindow)
    QTest.keyClick(unlocked, Qt.Key.Key_F1)
    made = unlocked.findChild(KeysDialog)
    assert isinstance(made, KeysDialog)
    yield made
    if shiboken6.isValid(made):
        made.reject()
    key_map().choose({})


def listed(dialog: KeysDialog) -> dict[str, str]:
    """The words and keys of every row that can be seen."""
    tree = seen(dialog, QTreeWidget, "Keyboard shortcuts")
    headings = [tree.topLevelItem(at) for at in range(tree.topLevelItemCount())]
    rows = [heading.child(at) for heading in headings if heading for at in range(heading.childCount())]
    return {row.text(0): row.text(1) for row in rows if not row.isHidden()}


def look_for(dialog: KeysDialog, typed: str) -> None:
    seen(dialog, QLineEdit, "Search actions and keys").setText(typed)
    QApplication.processEvents()


def give(dialog: KeysDialog, key: Qt.Key, held: Qt.KeyboardModifier = CTRL) -> None:
    QTest.keyClick(dialog.findChild(QKeySequenceEdit), key, held)


def test_every_action_is_listed_with_its_keys(dialog: KeysDialog) -> None:
    rows = listed(dialog)
    assert len(rows) == len(catalogue())
    assert rows["Bold"] == "Ctrl+B"
    assert rows["Put the entry in the bin"] == "Del"
    assert rows["Larger text"].endswith("Ctrl+=")
    tree = seen(dialog, QTreeWidget, "Keyboard shortcuts")
    assert tree.topLevelItemCount() == len(ActionGroup)


def test_actions_are_found_by_words_and_by_keys(dialog: KeysDialog) -> None:
    look_for(dialog, "head")
    assert list(listed(dialog)) == ["Heading", "Heading 1", "Heading 2", "Heading 3"]
    look_for(dialog, "ctrl+k")
    assert list(listed(dialog)) == ["Find a command or an entry"]
    look_for(dialog, "no such thing at all")
    assert listed(dialog) == {}


def test_new_keys_are_pressed(dialog: KeysDialog) -> None:
    look_for(dialog, "bold")
    give(dialog, Qt.Key.Key_B, CTRL | SHIFT)
    assert listed(dialog) == {"Bold": "Ctrl+Shift+B (usually Ctrl+B)"}
    assert key_map().keys("bold") == [QKeySequence("Ctrl+Shift+B")]


def test_keys_in_use_are_said_and_can_be_taken_over(dialog: KeysDialog) -> None:
    look_for(dialog, "bold")
    give(dialog, Qt.Key.Key_I)
    assert shows(dialog, "Ctrl+I is already used for “Italic”.")
    assert listed(dialog) == {"Bold": "Ctrl+B"}
    press(dialog, "Use it here instead")
    look_for(dialog, "")
    assert listed(dialog)["Bold"] == "Ctrl+I (usually Ctrl+B)"
    assert listed(dialog)["Italic"] == "– (usually Ctrl+I)"
    press(dialog, "Undo")
    assert listed(dialog)["Bold"] == "Ctrl+B"
    assert listed(dialog)["Italic"] == "Ctrl+I"


@pytest.mark.parametrize(
    ("key", "held"),
    [
        (Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_A, SHIFT),
        (Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_C, CTRL),
        (Qt.Key.Key_Z, CTRL),
    ],
)
def test_keys_that_write_or_edit_are_refused(
    dialog: KeysDialog, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    look_for(dialog, "bold")
    give(dialog, key, held)
    assert shows(dialog, "writes or edits text.")
    assert key_map().chosen() == {}


def test_an_action_can_be_without_keys_and_get_its_own_again(dialog: KeysDialog) -> None:
    look_for(dialog, "bold")
    press(dialog, "Remove keys")
    assert listed(dialog) == {"Bold": "– (usually Ctrl+B)"}
    press(dialog, "Default")
    assert listed(dialog) == {"Bold": "Ctrl+B"}


def test_usual_keys_come_back_from_whoever_has_them(dialog: KeysDialog) -> None:
    key_map().choose({"bold": ["F7"], "italic": ["Ctrl+B"]})
    look_for(dialog, "bold")
    press(dialog, "Default")
    look_for(dialog, "")
    assert listed(dialog)["Bold"] == "Ctrl+B"
    assert listed(dialog)["Italic"] == "– (usually Ctrl+I)"


def test_all_keys_as_shipped(dialog: KeysDialog) -> None:
    key_map().choose({"bold": ["F7"], "italic": ["Ctrl+B"]})
    press(dialog, "Reset all to default")
    assert key_map().chosen() == {}
    assert listed(dialog)["Bold"] == "Ctrl+B"
    press(dialog, "Undo")
    assert listed(dialog)["Bold"] == "F7 (usually Ctrl+B)"


def test_keys_of_a_list_itself_stay(dialog: KeysDialog) -> None:
    look_for(dialog, "side bar: remove")
    assert shows(dialog, "These keys stay as they are.")
    assert not dialog.findChild(QKeySequenceEdit).isEnabled()


def test_a_lock_closes_it(dialog: KeysDialog, unlocked: MainWindow) -> None:
    assert dialog.isVisible()
    unlocked.lock()
    assert unlocked.workspace is None


def test_an_open_list_turns_dark_with_the_desktop(
    dialog: KeysDialog, turn_dark: Callable[[], object]
) -> None:
    tree = seen(dialog, QTreeWidget, "Keyboard shortcuts")
    heading = tree.topLevelItem(0)
    assert heading is not None
    turn_dark()
    assert heading.foreground(0).color() == theme().tokens.muted
    assert heading.child(0).foreground(1).color() == theme().tokens.muted
