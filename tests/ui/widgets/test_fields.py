"""What is typed in: search, text boxes, days, numbers, labelled fields."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCalendarWidget,
    QDateEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from amp_desktop.ui.widgets.day_field import DayField
from amp_desktop.ui.widgets.field import Field
from amp_desktop.ui.widgets.inputs import choice_field
from amp_desktop.ui.widgets.search_field import SearchField
from amp_desktop.ui.widgets.text_box import TextBox


@pytest.fixture
def search(qtbot: QtBot) -> SearchField:
    field = SearchField("Search entries")
    qtbot.addWidget(field)
    return field


def test_a_search_is_told_once_after_the_last_key(qtbot: QtBot, search: SearchField) -> None:
    told: list[str] = []
    search.query_changed.connect(told.append)
    QTest.keyClicks(search, "flaky ")
    qtbot.waitUntil(lambda: told == ["flaky"])
    QTest.keyClicks(search, " ")
    assert search._pause.isActive()
    search._pause.timeout.emit()
    assert not search._pause.isActive()
    assert told == ["flaky"]


def test_enter_tells_at_once_and_escape_empties(qtbot: QtBot, search: SearchField) -> None:
    told: list[str] = []
    search.query_changed.connect(told.append)
    search.setText("parser")
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert told == ["parser"]
    QTest.keyClick(search, Qt.Key.Key_Escape)
    assert told == ["parser", ""]
    assert search.query() == ""


def test_down_leaves_for_the_results(qtbot: QtBot, search: SearchField) -> None:
    with qtbot.waitSignal(search.left_downwards):
        QTest.keyClick(search, Qt.Key.Key_Down)


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    QVBoxLayout(made)
    qtbot.addWidget(made)
    made.resize(300, 500)
    return made


def box_on(page: QWidget) -> TextBox:
    box = TextBox("What I tried")
    layout = page.layout()
    assert layout is not None
    layout.addWidget(box)
    layout.addWidget(QLineEdit())
    page.show()
    return box


def test_a_box_grows_with_its_text_and_shrinks_again(page: QWidget) -> None:
    box = box_on(page)
    small = box.height()
    box.set_text("line\n" * 8)
    large = box.height()
    assert large - small == pytest.approx(box.fontMetrics().lineSpacing() * 7, abs=9)
    assert box.verticalScrollBar().maximum() == 0
    box.set_text("line\n" * 80)
    assert box.height() < large * 2.5
    assert box.verticalScrollBar().maximum() > 0
    box.set_text("")
    assert box.height() == small


def test_tab_leaves_a_box(qtbot: QtBot, page: QWidget) -> None:
    box = box_on(page)
    with qtbot.waitActive(page):
        page.activateWindow()
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Tab)
    assert not box.hasFocus()
    assert "\t" not in box.text()


def test_a_box_tells_what_the_person_does_and_nothing_else(qtbot: QtBot, page: QWidget) -> None:
    box = box_on(page)
    with qtbot.assertNotEmitted(box.edited):
        box.set_text("<b>plain</b>")
    assert box.text() == "<b>plain</b>"
    with qtbot.waitSignal(box.edited):
        QTest.keyClicks(box, "x")


def test_a_day_is_shown_and_told_when_changed_by_hand(qtbot: QtBot) -> None:
    field = DayField("Day")
    qtbot.addWidget(field)
    with qtbot.assertNotEmitted(field.day_changed):
        field.set_day(date(2026, 7, 22))
    edit = field.findChild(QDateEdit)
    assert isinstance(edit, QDateEdit)
    assert edit.date() == QDate(2026, 7, 22)
    with qtbot.waitSignal(field.day_changed) as told:
        QTest.keyClick(edit, Qt.Key.Key_Up)
    assert told.args == [field.day()]
    assert field.day() != date(2026, 7, 22)
    with pytest.raises(ValueError, match="must have a day"):
        field.set_day(None)


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_tab_leaves_a_day_and_arrows_go_through_its_parts(
    qtbot: QtBot, page: QWidget, direction: Qt.LayoutDirection
) -> None:
    before, field, after = QLineEdit(), DayField("Day"), QLineEdit()
    field.set_day(date(2026, 7, 22))
    layout = page.layout()
    assert layout is not None
    for part in (before, field, after):
        layout.addWidget(part)
    page.setLayoutDirection(direction)
    page.show()
    with qtbot.waitActive(page):
        page.activateWindow()
    edit = field.findChild(QDateEdit)
    assert isinstance(edit, QDateEdit)
    for start, key, end in (
        (before, Qt.Key.Key_Tab, after),
        (after, Qt.Key.Key_Backtab, before),
    ):
        start.setFocus()
        QTest.keyClick(start, key)
        assert edit.hasFocus()
        QTest.keyClick(edit, key)
        assert end.hasFocus()
    edit.setFocus()
    edit.setSelectedSection(QDateEdit.Section.DaySection)
    QTest.keyClicks(edit, "3")
    QTest.keyClick(edit, Qt.Key.Key_Right)
    assert edit.currentSection() is QDateEdit.Section.MonthSection
    QTest.keyClick(edit, Qt.Key.Key_Up)
    assert field.day() == date(2026, 8, 3)
    for _ in range(3):
        QTest.keyClick(edit, Qt.Key.Key_Right)
    assert edit.currentSection() is QDateEdit.Section.YearSection
    QTest.keyClicks(edit, "2027")
    for _ in range(4):
        QTest.keyClick(edit, Qt.Key.Key_Left)
    QTest.keyClick(edit, Qt.Key.Key_Down)
    assert edit.hasFocus()
    assert field.day() == date(2027, 8, 2)


def test_an_optional_day_can_be_chosen_and_cleared(qtbot: QtBot) -> None:
    field = DayField("Target day", today=lambda: date(2026, 7, 22))
    qtbot.addWidget(field)
    with qtbot.waitExposed(field):
        field.show()
    edit, choose, clear = (field.findChild(kind) for kind in (QDateEdit, QPushButton, QToolButton))
    assert isinstance(edit, QDateEdit)
    assert isinstance(choose, QPushButton)
    assert isinstance(clear, QToolButton)
    assert field.day() is None
    assert edit.isHidden()
    with qtbot.assertNotEmitted(field.day_changed):
        choose.click()
    calendar = QApplication.activePopupWidget()
    assert isinstance(calendar, QCalendarWidget)
    assert calendar.selectedDate() == QDate(2026, 7, 22)
    QTest.keyClick(calendar.focusWidget() or calendar, Qt.Key.Key_Right)
    with qtbot.waitSignal(field.day_changed) as told:
        QTest.keyClick(calendar.focusWidget() or calendar, Qt.Key.Key_Return)
    assert told.args == [date(2026, 7, 23)]
    assert not calendar.isVisible()
    assert choose.isHidden()
    with qtbot.waitSignal(field.day_changed) as told:
        clear.click()
    assert told.args == [None]
    assert edit.isHidden()


def test_a_calendar_that_is_left_chooses_nothing(qtbot: QtBot) -> None:
    field = DayField("Target day", today=lambda: date(2026, 7, 22))
    qtbot.addWidget(field)
    with qtbot.waitExposed(field):
        field.show()
    choose = field.findChild(QPushButton)
    assert isinstance(choose, QPushButton)
    with qtbot.assertNotEmitted(field.day_changed):
        choose.click()
        calendar = QApplication.activePopupWidget()
        assert calendar is not None
        QTest.keyClick(calendar.focusWidget() or calendar, Qt.Key.Key_Escape)
    assert not calendar.isVisible()
    assert field.day() is None


def test_fields_are_named_for_the_screen_reader(qtbot: QtBot) -> None:
    line = QLineEdit()
    field = Field("&Title", line, "One line is enough.")
    qtbot.addWidget(field)
    assert line.accessibleName() == "Title"
    assert line.accessibleDescription() == "One line is enough."
    assert any(label.buddy() is line for label in field.findChildren(QLabel))
    choice = choice_field("Area", [("review", "review"), ("release", "rel")])
    choice.setCurrentIndex(1)
    assert choice.currentData() == "rel"
    qtbot.addWidget(choice)
    assert choice.accessibleName() == "Area"
