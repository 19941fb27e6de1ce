"""Chips that can be pressed, among them a day with its calendar."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget, QLabel, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from amp_desktop.ui.widgets.chip_button import ChipButton
from amp_desktop.ui.widgets.day_chip import DayChip
from amp_desktop.ui.widgets.flow_layout import FlowLayout
from tests.ui.people import press

DAY = date(2026, 7, 22)


def words(day: date | None) -> str:
    return f"on the {day.day}" if day else "when?"


@pytest.fixture
def chip(qtbot: QtBot) -> DayChip:
    made = DayChip("Reached", words, lambda: DAY, optional=True)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def calendar() -> QCalendarWidget:
    shown = QApplication.activePopupWidget()
    assert isinstance(shown, QCalendarWidget)
    return shown


def test_a_chip_has_room_for_its_words(qtbot: QtBot) -> None:
    chip = ChipButton("Active", "target")
    qtbot.addWidget(chip)
    before = chip.sizeHint().width()
    chip.setText("Active, and for long")
    assert chip.sizeHint().width() > before
    assert chip.minimumSizeHint().width() < chip.sizeHint().width()


def test_a_day_is_chosen_in_the_calendar_by_keyboard_alone(qtbot: QtBot, chip: DayChip) -> None:
    assert (chip.text(), chip.accessibleName()) == ("when?", "Reached: when?")
    QTest.keyClick(chip, Qt.Key.Key_Space)
    QTest.keyClick(calendar().focusWidget() or calendar(), Qt.Key.Key_Right)
    with qtbot.waitSignal(chip.day_changed) as told:
        QTest.keyClick(calendar().focusWidget() or calendar(), Qt.Key.Key_Return)
    assert told.args == [date(2026, 7, 23)]
    assert chip.accessibleName() == "Reached: on the 23"
    assert QApplication.activePopupWidget() is None


def test_a_day_is_taken_away_by_delete_or_under_the_calendar(qtbot: QtBot, chip: DayChip) -> None:
    told: list[date | None] = []
    chip.day_changed.connect(told.append)
    chip.set_day(DAY)
    QTest.keyClick(chip, Qt.Key.Key_Delete)
    assert (chip.day(), told) == (None, [None])
    chip.set_day(DAY)
    chip.click()
    press(calendar(), "No day")
    assert (chip.day(), told) == (None, [None, None])
    chip.click()
    assert not calendar().findChild(QPushButton).isVisible(), "there is no day to take away"
    calendar().close()


@pytest.mark.parametrize("optional", [False, True])
def test_the_last_week_of_a_month_can_be_chosen(qtbot: QtBot, optional: bool) -> None:
    chip = DayChip("Reached", words, lambda: date(2026, 8, 7), optional=optional)
    qtbot.addWidget(chip)
    chip.show()
    chip.set_day(date(2026, 8, 7))
    chip.click()
    days = calendar().findChild(QTableView)
    assert isinstance(days, QTableView)
    last = days.visualRect(days.model().index(6, 0))
    assert days.viewport().rect().contains(last)
    assert last.height() >= days.fontMetrics().height() * 1.4
    with qtbot.waitSignal(chip.day_changed) as told:
        QTest.mouseClick(days.viewport(), Qt.MouseButton.LeftButton, pos=last.center())
    assert told.args == [date(2026, 8, 31)]


def first_ink(widget: QWidget) -> int:
    widget.ensurePolished()
    widget.resize(widget.sizeHint())
    picture = widget.grab().toImage()
    ground = picture.pixelColor(picture.width() - 1, 0)
    places = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    return next(x for x, y in places if picture.pixelColor(x, y) != ground)


def test_quiet_words_begin_where_those_of_a_heading_do(qtbot: QtBot) -> None:
    chip, heading = ChipButton("Last week"), QLabel("Last week")
    chip.be_quiet()
    for widget in (chip, heading):
        qtbot.addWidget(widget)
    assert first_ink(chip) - first_ink(heading) <= 1, "a ring has to fit before them"


def test_a_day_that_must_be_there_stays(qtbot: QtBot) -> None:
    chip = DayChip("Reached", words, lambda: DAY)
    qtbot.addWidget(chip)
    chip.set_day(DAY)
    QTest.keyClick(chip, Qt.Key.Key_Delete)
    assert chip.day() == DAY


def test_words_that_find_no_room_in_one_line_take_more(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    flow = FlowLayout(page)
    chip = ChipButton("Final evaluation, and what comes after it", "calendar")
    flow.addWidget(chip)
    page.resize(chip.sizeHint().width() // 2, 400)
    with qtbot.waitExposed(page):
        page.show()
    assert chip.width() <= page.width()
    assert chip.height() >= chip.sizeHint().height() + chip.fontMetrics().height()
    page.resize(chip.sizeHint().width(), 400)
    QApplication.processEvents()
    assert chip.height() == chip.sizeHint().height()


def test_an_ampersand_is_a_character_and_no_key(qtbot: QtBot) -> None:
    chip = ChipButton("R&D")
    qtbot.addWidget(chip)
    for words in ("R&D", "Ada & Bo", "R&&D"):
        chip.setText(words)
        assert (chip.text(), chip.shortcut().isEmpty()) == (words, True)
        assert QAccessible.queryAccessibleInterface(chip).text(QAccessible.Text.Name) == words
