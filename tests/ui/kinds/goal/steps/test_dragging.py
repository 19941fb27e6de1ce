"""A step carried through a list that is longer than the window."""

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from amp_desktop.domain.kinds.goal import Goal, Step
from amp_desktop.ui.kinds.goal.steps.handle import StepHandle
from amp_desktop.ui.kinds.goal.steps.list import StepList
from amp_desktop.ui.kinds.goal.steps.part import StepsPart
from amp_desktop.ui.kinds.goal.steps.row import StepRow
from tests.ui.kinds.goal.steps.pointing import drag, point_at
from tests.ui.kinds.goal.steps.test_list import LEFT, Days
from tests.ui.people import seen

GOAL = Goal(steps=tuple(Step(f"step {number}") for number in range(40)))


@pytest.fixture
def page(qtbot: QtBot) -> QScrollArea:
    """A page with forty steps, some of which it shows."""
    page = QScrollArea()
    qtbot.addWidget(page)
    page.resize(560, 300)
    part = StepsPart(Days())  # type: ignore[arg-type]
    part.show_entry(GOAL)
    page.setWidgetResizable(True)
    page.setWidget(part)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def words(page: QScrollArea) -> list[str]:
    goal = page.findChild(StepsPart).filled(GOAL)
    assert isinstance(goal, Goal)
    return [step.text for step in goal.steps]


def hold(page: QScrollArea, name: str, at: QPoint) -> StepHandle:
    """Take a step by its handle, and hold it at a place of the window, with one move of the pointer."""
    point_at(seen(page, StepRow, name))
    handle = page.findChild(StepHandle)
    QTest.mousePress(handle, LEFT)
    drag(handle, page.viewport().mapToGlobal(at))
    return handle


def test_held_at_the_edge_it_goes_on_to_the_end(qtbot: QtBot, page: QScrollArea) -> None:
    bar = page.verticalScrollBar()
    bar.setValue(0)
    handle = hold(page, "Step 2 of 40: step 1", page.viewport().rect().bottomLeft())
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())
    QTest.mouseRelease(handle, LEFT, Qt.KeyboardModifier.NoModifier, handle.rect().center())
    assert words(page)[-1] == "step 1"


def test_held_within_the_page_it_scrolls_nothing(page: QScrollArea) -> None:
    bar = page.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = bar.value()
    row = min(page.findChildren(StepRow), key=lambda one: abs(one.y() - before - 100))
    handle = hold(page, row.accessibleName(), page.viewport().rect().center())
    assert bar.value() == before
    assert not any(timer.isActive() for timer in page.findChild(StepList).findChildren(QTimer))
    QTest.mouseRelease(handle, LEFT, Qt.KeyboardModifier.NoModifier, handle.rect().center())
