"""The row under a milestone's title: the day it was reached, and the phase."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from amp_desktop.domain.kinds.milestone import Milestone
from amp_desktop.ui.kinds.milestone.reached_part import ReachedPart
from amp_desktop.ui.widgets.chip_button import ChipButton
from tests.ui.people import press, seen

TODAY = date(2026, 9, 22)
MILESTONE = Milestone(title="Ten", day=TODAY, reached_on=date(2026, 9, 21))


@pytest.fixture
def part(qtbot: QtBot) -> ReachedPart:
    made = ReachedPart(lambda: TODAY, lambda: ("Midterm", "Final & last"))
    qtbot.addWidget(made)
    made.show_entry(MILESTONE)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def filled(part: ReachedPart) -> Milestone:
    milestone = part.filled(MILESTONE)
    assert isinstance(milestone, Milestone)
    return milestone


def menu(part: ReachedPart) -> QMenu:
    shown = QApplication.activePopupWidget()
    assert isinstance(shown, QMenu)
    return shown


def choose(part: ReachedPart, words: str) -> None:
    action = next(one for one in menu(part).actions() if one.text() == words)
    action.trigger()
    menu(part).close()


def test_the_day_is_a_chip_with_a_calendar(qtbot: QtBot, part: ReachedPart) -> None:
    press(part, "Reached on: Reached 21 September")
    calendar = QApplication.activePopupWidget()
    assert isinstance(calendar, QCalendarWidget)
    QTest.keyClick(calendar.focusWidget() or calendar, Qt.Key.Key_Left)
    with qtbot.waitSignal(part.edited):
        QTest.keyClick(calendar.focusWidget() or calendar, Qt.Key.Key_Return)
    assert filled(part).reached_on == date(2026, 9, 20)


def test_the_phase_is_one_of_the_programs(qtbot: QtBot, part: ReachedPart) -> None:
    press(part, "Phase of the program: Phase")
    with qtbot.waitSignal(part.edited):
        choose(part, "Final && last")
    assert filled(part).program_phase == "Final & last"
    press(part, "Phase of the program: Final & last")
    choose(part, "No phase")
    assert filled(part).program_phase == ""


def test_the_phase_is_said_in_other_words(qtbot: QtBot, part: ReachedPart) -> None:
    press(part, "Phase of the program: Phase")
    choose(part, "Other words…")
    line = seen(part, QLineEdit, "Phase of the program")
    QTest.keyClicks(line, "My own")
    assert filled(part).program_phase == "My own"
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert not line.isVisible()
    chip = seen(part, ChipButton, "Phase of the program: My own")
    assert QApplication.focusWidget() is chip


def test_showing_tells_nobody(qtbot: QtBot, part: ReachedPart) -> None:
    with qtbot.assertNotEmitted(part.edited):
        part.show_entry(Milestone(title="B", day=TODAY, program_phase="Midterm"))
    assert filled(part).program_phase == "Midterm"
