"""What stands before a text of the page's own stands where one begins to read, and never on the text."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from amp_desktop.domain.kinds.goal import Goal, PlanOutcome
from amp_desktop.ui.kinds.goal.if_then import IfThenPart
from amp_desktop.ui.kinds.goal.view import GoalView
from amp_desktop.ui.kinds.part import TextPart
from amp_desktop.ui.widgets.icon_label import IconLabel

DAY = date(2026, 9, 17)
WAYS = [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]


def place(widget: QWidget, page: QWidget) -> QRect:
    return QRect(widget.mapTo(page, QPoint()), widget.size())


def show(qtbot: QtBot, part: QWidget, way: Qt.LayoutDirection) -> None:
    qtbot.addWidget(part)
    part.resize(500, 200)
    with qtbot.waitExposed(part):
        part.show()
    QApplication.processEvents()
    focused: QWidget | None = QApplication.focusWidget()
    if focused is not None:  # or it would be one that somebody writes in
        focused.clearFocus()
    QApplication.processEvents()


@pytest.fixture(params=WAYS, ids=["left to right", "right to left"])
def way(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Qt.LayoutDirection]:
    qapp.setLayoutDirection(request.param)
    yield request.param
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_if_and_then_stand_before_their_texts(qtbot: QtBot, way: Qt.LayoutDirection) -> None:
    part = IfThenPart(lambda: DAY)
    part.show_entry(Goal(obstacle="CI is down", plan="say so"))
    show(qtbot, part, way)
    for edit, words in zip(part.texts(), ("If", "then I"), strict=True):
        led = next(one for one in part.findChildren(QLabel) if one.text() == words)
        before, text = place(led, part), place(edit.viewport(), part)
        assert not before.intersects(text)
        assert (before.left() < text.left()) is (way is WAYS[0])
        assert part.rect().contains(before)


def test_the_pencil_of_an_empty_text_stands_before_its_invitation(
    qtbot: QtBot, way: Qt.LayoutDirection
) -> None:
    part = TextPart("success", "What success looks like", "What success looks like")
    show(qtbot, part, way)
    pencil = next(one for one in part.findChildren(IconLabel) if one.isVisible())
    before, text = place(pencil, part), place(part.edit.viewport(), part)
    assert not before.intersects(text)
    assert (before.left() < text.left()) is (way is WAYS[0])


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        (PlanOutcome.NOT_ASKED, ""),
        (PlanOutcome.CAME, "It came, 17 Sep"),
        (PlanOutcome.DID_NOT_COME, "It did not come, 17 Sep"),
        (PlanOutcome.NOT_YET, "Not yet, 17 Sep"),
    ],
)
def test_whether_it_came_stands_on_the_goal(qtbot: QtBot, outcome: PlanOutcome, words: str) -> None:
    goal = Goal(title="G", obstacle="rain", plan="wait", plan_outcome=outcome, plan_asked_on=DAY)
    part = IfThenPart(lambda: DAY)
    part.show_entry(goal)
    show(qtbot, part, Qt.LayoutDirection.LeftToRight)
    said = [one.text() for one in part.findChildren(QLabel) if one.isVisible()]
    assert (words in said) is bool(words)
    read = [one.text for one in GoalView().reading(goal)]
    assert (words in read) is bool(words)
    assert part.filled(goal) == goal
