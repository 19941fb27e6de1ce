"""A box tells of whoever ticks it, by whatever way, and of nobody when it is only shown ticked."""

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from amp_desktop import ui
from amp_desktop.ui.widgets.check_box import CheckBox


@pytest.fixture
def box(qtbot: QtBot) -> CheckBox:
    made = CheckBox("Shareable")
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_tells_of_a_key_and_of_a_screen_readers_own_action(box: CheckBox) -> None:
    told: list[bool] = []
    box.switched.connect(told.append)
    QTest.keyClick(box, Qt.Key.Key_Space)
    heard = QAccessible.queryAccessibleInterface(box)
    assert heard is not None
    action = heard.actionInterface()
    assert action is not None
    action.doAction(action.toggleAction())
    assert told == [True, False]


def test_what_is_only_shown_is_not_told(box: CheckBox) -> None:
    told: list[bool] = []
    box.switched.connect(told.append)
    box.show_checked(checked=True)
    assert (box.isChecked(), told) == (True, [])


def checkables_that_wait_for_a_click(source: str) -> list[str]:
    """Attributes that are made a plain check box or checkable, and listened to by `clicked` alone."""
    made: set[str] = set()
    clicked: set[str] = set()
    toggled: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Assign) and "CheckBox(" in ast.unparse(node.value):
            made |= {ast.unparse(target) for target in node.targets}
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            on = node.func.value
            if node.func.attr == "setCheckable":
                made.add(ast.unparse(on))
            if node.func.attr == "connect" and isinstance(on, ast.Attribute):
                {"clicked": clicked, "toggled": toggled}.get(on.attr, set()).add(ast.unparse(on.value))
    return sorted((made & clicked) - toggled)


def test_nothing_that_can_be_checked_waits_for_a_click() -> None:
    folder = Path(ui.__file__).parent
    found = {
        str(path.relative_to(folder)): names
        for path in folder.rglob("*.py")
        if (names := checkables_that_wait_for_a_click(path.read_text("utf-8")))
    }
    assert found == {}
