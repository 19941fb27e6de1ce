"""Tags as chips."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from amp_desktop.ui.widgets.chips import Chip, ChipRow


@pytest.fixture
def row(qtbot: QtBot) -> ChipRow:
    made = ChipRow("Tags")
    made.set_tags(["cli", "review"])
    qtbot.addWidget(made)
    made.resize(300, 80)
    made.show()
    return made


def named(row: ChipRow, name: str) -> QToolButton:
    return next(button for button in row.findChildren(QToolButton) if button.accessibleName() == name)


def test_a_chip_is_taken_away_by_its_cross(qtbot: QtBot, row: ChipRow) -> None:
    with qtbot.waitSignal(row.changed) as told:
        named(row, "Remove the tag cli").click()
    assert told.args == [["review"]]
    qtbot.waitUntil(lambda: [chip.text() for chip in row.findChildren(Chip)] == ["review"])


def test_a_long_tag_is_cut_and_takes_no_more_room_than_there_is(row: ChipRow) -> None:
    long = "a-name-that-is-longer-than-the-row-of-tags-is-wide"
    row.set_tags(["cli", long])
    assert row.minimumSizeHint().width() < 150
    row.resize(150, row.heightForWidth(150))
    QApplication.processEvents()
    short, cut = (chip.findChildren(QLabel)[0] for chip in row.findChildren(Chip)[-2:])
    assert (short.text(), short.toolTip()) == ("cli", "")
    assert cut.text().endswith("…")
    assert long in cut.toolTip()
    cross = named(row, f"Remove the tag {long}")
    assert row.rect().contains(cross.mapTo(row, cross.rect().bottomRight()))


def test_a_tag_is_typed_after_the_plus(qtbot: QtBot, row: ChipRow) -> None:
    named(row, "Add a tag").click()
    line = row.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    assert line.isVisible()
    QTest.keyClicks(line, " testing ")
    with qtbot.waitSignal(row.changed) as told:
        QTest.keyClick(line, Qt.Key.Key_Return)
    assert told.args == [["cli", "review", "testing"]]
    assert line.text() == ""


def test_a_tag_is_not_added_twice(qtbot: QtBot, row: ChipRow) -> None:
    named(row, "Add a tag").click()
    line = row.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    with qtbot.assertNotEmitted(row.changed):
        QTest.keyClicks(line, "cli")
        QTest.keyClick(line, Qt.Key.Key_Return)
    assert row.tags() == ["cli", "review"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_an_empty_line_closes_itself(qtbot: QtBot, row: ChipRow, key: Qt.Key) -> None:
    plus = named(row, "Add a tag")
    plus.click()
    line = row.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    QTest.keyClick(line, key)
    assert line.isHidden()
    assert not plus.isHidden()


def test_tags_known_elsewhere_are_offered(row: ChipRow) -> None:
    row.set_suggestions(["release", "Testing"])
    line = row.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    completer = line.completer()
    completer.setCompletionPrefix("te")
    assert completer.currentCompletion() == "Testing"


def test_chips_flow_into_lines_and_mirror(qtbot: QtBot, row: ChipRow) -> None:
    row.set_tags([f"a rather long tag {number}" for number in range(4)])
    row.resize(200, row.heightForWidth(200))
    qtbot.waitUntil(lambda: len({chip.y() for chip in row.findChildren(Chip) if chip.isVisible()}) == 4)
    assert row.heightForWidth(200) > row.heightForWidth(2000)
    row.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.waitUntil(lambda: all(chip.geometry().right() == 199 for chip in row.findChildren(Chip)))
