"""The search box offers filters while they are typed, and the keyboard takes them."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from amp_desktop.domain.search.search_problems import Problem
from amp_desktop.ui.finding.search_box import SearchBox
from amp_desktop.ui.widgets.offer_list import OfferList

TAGS = ("ci", "code-review", "日記")


@pytest.fixture
def box(qtbot: QtBot) -> SearchBox:
    box = SearchBox("Search entries")
    box.offer_tags(lambda: TAGS)
    qtbot.addWidget(box)
    box.show()
    box.activateWindow()
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    return box


def offered(box: SearchBox) -> list[str]:
    return box.window().findChildren(OfferList)[0].offered()


def test_tab_takes_the_first_offer_and_then_its_first_value(qtbot: QtBot, box: SearchBox) -> None:
    qtbot.keyClicks(box, "stuck ki")
    assert offered(box) == ["kind:"]
    qtbot.keyClick(box, Qt.Key.Key_Tab)
    assert box.text() == "stuck kind:"
    qtbot.keyClicks(box, "ch")
    assert offered(box) == ["kind:challenge"]
    qtbot.keyClick(box, Qt.Key.Key_Tab)
    assert box.text() == "stuck kind:challenge "
    assert offered(box) == []
    assert box.hasFocus()


def test_down_and_enter_choose_another_offer(qtbot: QtBot, box: SearchBox) -> None:
    qtbot.keyClicks(box, "tag:c")
    assert offered(box) == ["tag:ci", "tag:code-review"]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(box, key)
    assert box.text() == "tag:code-review "


def test_enter_without_a_choice_goes_on_to_the_finds(qtbot: QtBot, box: SearchBox) -> None:
    qtbot.keyClicks(box, "kind:g")
    with qtbot.waitSignal(box.returnPressed):
        qtbot.keyClick(box, Qt.Key.Key_Return)
    assert (box.text(), offered(box)) == ("kind:g", [])


def test_escape_puts_the_offers_away_and_then_empties(qtbot: QtBot, box: SearchBox) -> None:
    qtbot.keyClicks(box, "kind:g")
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert (box.text(), offered(box)) == ("kind:g", [])
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert box.text() == ""


def test_an_offer_takes_the_place_of_what_stands_there(qtbot: QtBot, box: SearchBox) -> None:
    box.setText("🙂 kind: word")
    box.setCursorPosition(8)
    qtbot.keyClicks(box, "go")
    qtbot.keyClick(box, Qt.Key.Key_Tab)
    assert box.text() == "🙂 kind:goal word"


def test_plain_words_are_left_in_peace(qtbot: QtBot, box: SearchBox) -> None:
    qtbot.keyClicks(box, "perihelion http: ")
    assert offered(box) == []


def test_tags_are_asked_for_once_while_one_types(qtbot: QtBot, box: SearchBox) -> None:
    asked: list[int] = []
    box.offer_tags(lambda: asked.append(1) or TAGS)  # type: ignore[func-returns-value]
    qtbot.keyClicks(box, "word tag:cod")
    assert asked == [1]


def test_what_is_wrong_is_underlined(qtbot: QtBot, box: SearchBox) -> None:
    box.setText("kind:chalenge word")
    before = box.grab().toImage()
    box.show_problems([Problem(start=0, length=13, sentence="x")])
    after = box.grab().toImage()
    changed = [
        x
        for x in range(before.width())
        if any(before.pixel(x, y) != after.pixel(x, y) for y in range(before.height()))
    ]
    assert changed
    metrics = box.fontMetrics()
    assert metrics.horizontalAdvance("kind:chal") < max(changed) - min(changed)
    assert max(changed) - min(changed) <= metrics.horizontalAdvance("kind:chalenge") + 2
