"""The navigation at the left."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QFontInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from amp_desktop.ui.widgets.side_bar import SETTINGS, SideBar, SideRow
from tests.ui.resting import unrest


@pytest.fixture
def side(qtbot: QtBot) -> SideBar:
    bar = SideBar(
        "AMP Journal", [SideRow("today", "Today", "sun"), SideRow("journal", "Journal", "notebook-pen")]
    )
    qtbot.addWidget(bar)
    bar.show()
    return bar


class Showings(QObject):
    """Counts how often a widget is shown."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        self.count += event.type() == QEvent.Type.Show
        return False


def pages(side: SideBar) -> QListWidget:
    found = side.findChild(QListWidget)
    assert isinstance(found, QListWidget)
    return found


def press(side: SideBar, text: str) -> None:
    next(button for button in side.findChildren(QPushButton) if button.text() == text).click()


def test_arrow_keys_go_through_the_pages(qtbot: QtBot, side: SideBar) -> None:
    side.set_current("today")
    with qtbot.waitSignal(side.page_requested) as told:
        QTest.keyClick(pages(side), Qt.Key.Key_Down)
    assert told.args == ["journal"]
    assert side.current() == "journal"


def test_coming_by_the_focus_asks_for_nothing(qtbot: QtBot, side: SideBar) -> None:
    side.set_current("")
    with qtbot.assertNotEmitted(side.page_requested):
        pages(side).setFocus()
        QTest.keyClick(pages(side), Qt.Key.Key_Shift)
        QApplication.sendEvent(pages(side), QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason))


def test_marking_a_page_asks_for_nothing(qtbot: QtBot, side: SideBar) -> None:
    with qtbot.assertNotEmitted(side.page_requested):
        side.set_current("journal")
    assert pages(side).currentRow() == 1


def test_settings_are_a_page_and_take_the_mark(qtbot: QtBot, side: SideBar) -> None:
    side.set_current("today")
    with qtbot.waitSignal(side.page_requested) as told:
        press(side, "Settings")
    assert told.args == [SETTINGS]
    assert side.current() == SETTINGS
    assert pages(side).currentRow() == -1
    with qtbot.waitSignal(side.page_requested):
        pages(side).setCurrentRow(0)
    assert side.current() == "today"


def test_the_way_back_from_settings_is_the_same_row(qtbot: QtBot, side: SideBar) -> None:
    side.set_current("today")
    press(side, "Settings")
    with qtbot.waitSignal(side.page_requested) as told:
        rect = pages(side).visualItemRect(pages(side).item(0))
        QTest.mouseClick(pages(side).viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert told.args == ["today"]


def test_lock_is_asked_for(qtbot: QtBot, side: SideBar) -> None:
    with qtbot.waitSignal(side.lock_requested):
        press(side, "Lock journal")


def test_the_program_is_told_in_quiet_lines(qtbot: QtBot, side: SideBar) -> None:
    side.show_program("Week 6 of 18", [("calendar", "Midterm opens in 21 days")])
    words = [label.accessibleName() or label.text() for label in side.findChildren(QLabel)]
    assert "Week 6 of 18" in words
    assert "Midterm opens in 21 days" in words
    side.show_program("", [])
    qtbot.waitUntil(lambda: "Week 6 of 18" not in [label.text() for label in side.findChildren(QLabel)])


def test_rows_are_read_aloud_as_their_words(side: SideBar) -> None:
    roles = [pages(side).item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    assert roles == ["Today", "Journal"]
    assert pages(side).accessibleName() == "Pages"


def test_it_is_as_wide_as_fourteen_letters_and_says_the_program_in_full(qtbot: QtBot, side: SideBar) -> None:
    em = QFontInfo(side.font()).pixelSize()
    assert side.sizeHint().width() == round(em * 14.3)
    side.resize(side.sizeHint())
    side.show_program("Week 6 of 18", [("calendar", "The second evaluation of all begins in 21 days")])
    said = next(one for one in side.findChildren(QLabel) if one.text().startswith("The second"))
    qtbot.waitUntil(lambda: said.height() >= said.heightForWidth(said.width()) > said.fontMetrics().height())


def test_it_grows_with_the_longest_name_of_a_page(qtbot: QtBot) -> None:
    long = "A page whose name is rather long"
    bar = SideBar("AMP Journal", [SideRow("long", long, "sun")])
    qtbot.addWidget(bar)
    assert bar.sizeHint().width() > bar.fontMetrics().horizontalAdvance(long)


def test_in_a_low_window_the_program_goes_before_a_page_does(qtbot: QtBot, side: SideBar) -> None:
    side.show_program("Week 6 of 18", [("calendar", "Midterm opens in 21 days")])
    heading = next(one for one in side.findChildren(QLabel) if one.text() == "Week 6 of 18")
    side.resize(side.sizeHint().width(), 500)
    qtbot.waitUntil(heading.isVisible)
    side.resize(side.sizeHint().width(), side.sizeHint().height() - heading.height())
    qtbot.waitUntil(lambda: not heading.isVisible())
    assert pages(side).verticalScrollBar().maximum() == 0
    side.resize(side.sizeHint().width(), 500)
    qtbot.waitUntil(heading.isVisible)


def test_a_low_window_shows_and_hides_nothing_in_turns(qtbot: QtBot, side: SideBar) -> None:
    side.show_program("Week 6 of 18", [("calendar", "Midterm opens in 21 days")])
    side.resize(side.sizeHint().width(), 200)
    assert unrest(qtbot, side) == set()
    box = next(one for one in side.findChildren(QLabel) if one.text() == "Week 6 of 18").parentWidget()
    seen = Showings(box)
    for height in range(199, 180, -1):
        side.resize(side.width(), height)
        QApplication.processEvents()
    assert seen.count == 0


def test_its_name_stands_beside_its_icon_in_a_mirrored_window_too(side: SideBar) -> None:
    side.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    (name,) = (one for one in side.findChildren(QLabel) if one.text() == "AMP Journal")
    assert name.alignment() & Qt.AlignmentFlag.AlignRight
    assert name.alignment() & Qt.AlignmentFlag.AlignAbsolute


def test_what_is_told_of_the_program_takes_a_line_and_no_room_from_the_page(
    qtbot: QtBot, side: SideBar
) -> None:
    usual = side.sizeHint().width()
    side.show_program("Week 3 of 18", [("calendar", "The midterm evaluation opens in 21 days")])
    assert side.sizeHint().width() == usual

    side.resize(usual, 500)
    said = next(one for one in side.findChildren(QLabel) if one.text().startswith("The midterm"))
    qtbot.waitUntil(lambda: said.height() > said.fontMetrics().height() * 3 // 2)
