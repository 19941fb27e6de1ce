"""A link wraps and is not cut; what is too long for three lines is still told."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from amp_desktop.ui.widgets.wrapped_link import WrappedLink

TITLE = "What is unfinished, said calmly & without an excuse"


@pytest.fixture
def place(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    column = QVBoxLayout(made)
    column.addWidget(WrappedLink(TITLE))
    column.addStretch(1)
    made.resize(made.fontMetrics().averageCharWidth() * 30, 300)
    made.show()
    return made


@pytest.fixture
def link(place: QWidget) -> WrappedLink:
    return place.findChildren(WrappedLink)[0]


def test_a_long_title_takes_another_line(link: WrappedLink) -> None:
    line = link.fontMetrics().lineSpacing()
    assert link.heightForWidth(link.sizeHint().width()) < 1.5 * line
    assert 1.5 * line < link.height() < 2.5 * line


def test_a_place_that_was_too_narrow_says_nothing_of_a_wider_one(qtbot: QtBot) -> None:
    narrow, link = WrappedLink(TITLE), WrappedLink(TITLE)
    width = link.fontMetrics().averageCharWidth() * 30
    narrow.heightForWidth(20)
    assert narrow.heightForWidth(width) == link.heightForWidth(width) > 1.5 * link.fontMetrics().lineSpacing()
    for one in (narrow, link):
        qtbot.addWidget(one)


def test_it_has_its_height_in_a_layout_that_asks_for_none(qtbot: QtBot) -> None:
    link = WrappedLink(TITLE)
    qtbot.addWidget(link)
    link.show()
    link.resize(link.fontMetrics().averageCharWidth() * 30, 1)
    assert link.height() >= link.heightForWidth(link.width())


def test_it_never_takes_more_than_three_and_is_told_whole(qtbot: QtBot) -> None:
    endless = WrappedLink("Donaudampfschifffahrt" * 40)
    qtbot.addWidget(endless)
    assert endless.heightForWidth(200) < 3.7 * endless.fontMetrics().lineSpacing()
    assert endless.accessibleName() == "Donaudampfschifffahrt" * 40


def test_a_click_follows_it(qtbot: QtBot, link: WrappedLink) -> None:
    with qtbot.waitSignal(link.clicked):
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
