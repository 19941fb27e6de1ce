"""The row of states: one stop, arrows that only go, keys that choose."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from amp_desktop.ui.widgets.focus_order import reading_order, step_focus
from amp_desktop.ui.widgets.segments import SegmentedRow

STATES = ("Open", "Asked", "Resolved", "Parked")
KEYS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4)
LEFT, RIGHT = Qt.Key.Key_Left, Qt.Key.Key_Right


class Page(QWidget):
    """A row of states between two lines."""

    def __init__(self) -> None:
        super().__init__()
        self.before, self.row, self.after = QLineEdit(), SegmentedRow("State", STATES), QLineEdit()
        column = QVBoxLayout(self)
        for part in (self.before, self.row, self.after):
            column.addWidget(part)
        self.row.choose_quietly(3)
        self.told: list[int | None] = []
        self.row.changed.connect(self.told.append)


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    made = Page()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def segments(page: Page) -> list[QPushButton]:
    return page.row.findChildren(QPushButton)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def name() -> str:
    return focused().accessibleName()


def test_tab_stops_once_at_the_chosen_one_wherever_the_arrows_went(page: Page) -> None:
    page.before.setFocus()
    step_focus(page, forward=True)
    assert name() == "Resolved"
    QTest.keyClick(focused(), LEFT)
    QTest.keyClick(focused(), LEFT)
    assert name() == "Open"
    step_focus(page, forward=True)
    assert focused() is page.after
    step_focus(page, forward=False)
    assert name() == "Resolved"
    assert page.told == []


def test_digits_space_and_a_click_choose_and_the_arrows_only_go(page: Page) -> None:
    page.row.focus()
    QTest.keyClick(focused(), LEFT)
    assert (name(), page.row.chosen()) == ("Asked", 3)
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    assert page.row.chosen() == 2
    QTest.keyClick(focused(), Qt.Key.Key_4)
    assert (name(), page.row.chosen()) == ("Parked", 4)
    segments(page)[0].click()
    segments(page)[0].click()
    assert page.row.chosen() == 1, "one is chosen always"
    QTest.keyClick(segments(page)[0], Qt.Key.Key_Delete)
    assert page.told == [2, 4, 1]


def test_from_right_to_left_the_arrows_are_mirrored(page: Page) -> None:
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    page.row.focus()
    QTest.keyClick(focused(), LEFT)
    assert name() == "Parked"


def test_the_screen_reader_hears_radio_buttons_their_number_and_which_is_chosen(page: Page) -> None:
    heard = [QAccessible.queryAccessibleInterface(segment) for segment in segments(page)]
    assert [one.role() for one in heard] == [QAccessible.Role.RadioButton] * 4
    assert [one.text(QAccessible.Text.Name) for one in heard] == list(STATES)
    assert heard[2].text(QAccessible.Text.Description) == "3 of 4"
    assert [one.state().checked for one in heard] == [False, False, True, False]  # type: ignore[attr-defined]
    assert page.row.accessibleName() == "State"


def test_where_there_is_no_room_for_one_line_it_takes_two(page: Page) -> None:
    page.resize(page.row.sizeHint().width() * 2 // 3, 400)
    QApplication.processEvents()
    lines = {segment.y() for segment in segments(page)}
    assert len(lines) == 2
    assert all(page.row.rect().contains(segment.geometry()) for segment in segments(page))


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(keys=st.lists(st.sampled_from((*KEYS, LEFT, RIGHT, Qt.Key.Key_Space, None)), max_size=12))
def test_whatever_is_pressed_one_is_chosen_and_one_is_a_stop(page: Page, keys: list[Qt.Key | None]) -> None:
    page.after.setFocus()
    page.row.choose_quietly(3)
    page.row.focus()
    at = chosen = 3
    for key in keys:
        if key is None:  # out of the row and back
            page.after.setFocus()
            page.row.focus()
            at = chosen
            continue
        QTest.keyClick(focused(), key)
        if key in KEYS:
            at = chosen = KEYS.index(key) + 1
        elif key is Qt.Key.Key_Space:
            chosen = at
        else:
            at = min(max(at + (1 if key is RIGHT else -1), 1), 4)
        assert (name(), page.row.chosen()) == (STATES[at - 1], chosen)
        assert [one.isChecked() for one in segments(page)] == [chosen == at for at in (1, 2, 3, 4)]
        assert sum(one in segments(page) for one in reading_order(page)) == 1


def test_the_ground_is_seen_on_every_side_of_the_states(page: Page) -> None:
    first, last = segments(page)[0], segments(page)[-1]
    edge = first.y()
    assert edge == first.x() > 0
    assert page.row.heightForWidth(page.row.width()) == first.height() + 2 * edge
    assert page.row.sizeHint().width() == last.geometry().right() + 1 + edge


def test_what_is_not_offered_takes_no_room(page: Page) -> None:
    before, first = page.row.sizeHint().width(), segments(page)[0]
    first.hide()
    assert page.row.sizeHint().width() == before - first.sizeHint().width()


def toggle(button: QPushButton) -> None:
    """As a screen reader does it that follows no pointer."""
    found = QAccessible.queryAccessibleInterface(button)
    assert found is not None
    action = found.actionInterface()
    assert action is not None
    action.doAction(action.toggleAction())


def test_a_screen_reader_chooses_by_its_own_action(page: Page) -> None:
    toggle(segments(page)[1])
    assert page.row.chosen() == 2
    assert page.told == [2]
    assert [one.isChecked() for one in segments(page)] == [False, True, False, False]


def test_a_row_that_may_be_none_shows_none_once_the_chosen_one_is_pressed_again(
    qtbot: QtBot, page: Page
) -> None:
    page.row.may_be_none = True
    qtbot.mouseClick(segments(page)[2], Qt.MouseButton.LeftButton)
    assert page.told == [None]
    assert not any(one.isChecked() for one in segments(page))

    qtbot.mouseClick(segments(page)[0], Qt.MouseButton.LeftButton)
    assert page.told == [None, 1]
    assert [one.isChecked() for one in segments(page)] == [True, False, False, False]
