"""The five-step picker: one tap, one more clears, all by keyboard."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from amp_desktop.ui.widgets.scale import Scale, energy_scale, mood_scale, stress_scale
from amp_desktop.ui.widgets.well_being import WellBeing, WellBeingScales
from tests.ui.people import shows


@pytest.fixture
def mood(qtbot: QtBot) -> Scale:
    scale = mood_scale()
    qtbot.addWidget(scale)
    scale.show()
    return scale


def buttons(scale: Scale) -> list[QToolButton]:
    return scale.findChildren(QToolButton)


def test_a_tap_chooses_and_a_second_one_clears(qtbot: QtBot, mood: Scale) -> None:
    with qtbot.waitSignal(mood.changed) as told:
        buttons(mood)[3].click()
    assert told.args == [4]
    assert [button.isChecked() for button in buttons(mood)] == [False, False, False, True, False]
    with qtbot.waitSignal(mood.changed) as told:
        buttons(mood)[3].click()
    assert told.args == [None]
    assert not any(button.isChecked() for button in buttons(mood))


def test_only_one_is_chosen(mood: Scale) -> None:
    buttons(mood)[0].click()
    buttons(mood)[4].click()
    assert mood.value() == 5
    assert [button.isChecked() for button in buttons(mood)].count(True) == 1


def test_digits_choose_and_delete_clears(qtbot: QtBot, mood: Scale) -> None:
    QTest.keyClick(buttons(mood)[0], Qt.Key.Key_2)
    assert mood.value() == 2
    QTest.keyClick(buttons(mood)[0], Qt.Key.Key_9)
    assert mood.value() == 2
    QTest.keyClick(buttons(mood)[0], Qt.Key.Key_Delete)
    assert mood.value() is None


def test_space_presses_the_focused_step(qtbot: QtBot, mood: Scale) -> None:
    QTest.keyClick(buttons(mood)[1], Qt.Key.Key_Space)
    assert mood.value() == 2


def test_setting_a_value_tells_nobody(qtbot: QtBot, mood: Scale) -> None:
    with qtbot.assertNotEmitted(mood.changed):
        mood.set_value(3)
    assert mood.value() == 3
    assert buttons(mood)[2].isChecked()


def test_every_step_is_named(qtbot: QtBot) -> None:
    for scale, name in (
        (mood_scale(), "Mood: good"),
        (energy_scale(), "Energy: high"),
        (stress_scale(), "Stress: high"),
    ):
        qtbot.addWidget(scale)
        assert buttons(scale)[3].accessibleName() == name
        assert len({button.accessibleName() for button in buttons(scale)}) == 5


def test_the_arrows_choose_and_stay_at_the_ends(qtbot: QtBot, mood: Scale) -> None:
    mood.activateWindow()
    buttons(mood)[0].setFocus()
    for key, value in (
        *((Qt.Key.Key_Right, 1), (Qt.Key.Key_Right, 2), (Qt.Key.Key_Left, 1), (Qt.Key.Key_Left, 1)),
        *((Qt.Key.Key_5, 5), (Qt.Key.Key_Right, 5), (Qt.Key.Key_Up, 5), (Qt.Key.Key_Delete, None)),
    ):
        focused = mood.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)
        assert mood.value() == value


def test_three_scales_say_their_words_and_tell_of_changes_alone(qtbot: QtBot) -> None:
    scales = WellBeingScales()
    qtbot.addWidget(scales)
    scales.show()
    with qtbot.assertNotEmitted(scales.edited):
        scales.set_values(WellBeing(5, None, 2))
    assert [shows(scales, words) for words in ("very good", "light", "half")] == [True, True, False]
    with qtbot.waitSignal(scales.edited):
        QTest.keyClick(scales.findChildren(Scale)[1], Qt.Key.Key_3)
    assert scales.values() == WellBeing(5, 3, 2)
    assert shows(scales, "half")


@pytest.mark.parametrize(("width", "rows"), [(700, 1), (450, 3), (220, 3)])
def test_three_scales_stand_in_one_row_or_each_in_a_line_of_its_own(
    qtbot: QtBot, width: int, rows: int
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column, scales = QVBoxLayout(page), WellBeingScales()
    column.addWidget(scales)
    column.addStretch(1)
    scales.set_values(WellBeing(5, 3, 1))
    page.resize(width, 400)
    page.show()
    QApplication.processEvents()
    places = [QRect(one.mapTo(scales, QPoint()), one.size()) for one in scales.findChildren(Scale)]
    assert len({place.y() for place in places}) == rows
    if rows > 1:
        assert len({place.x() for place in places}) == 1, "they begin one under the other"
    assert all(scales.rect().contains(place) for place in places)
    page.resize(900, 400)
    QApplication.processEvents()
    assert len({one.mapTo(scales, QPoint()).y() for one in scales.findChildren(Scale)}) == 1


def test_a_screen_reader_chooses_and_clears_by_its_own_action(mood: Scale) -> None:
    told: list[int | None] = []
    mood.changed.connect(told.append)
    step = mood.findChildren(QToolButton)[3]
    found = QAccessible.queryAccessibleInterface(step)
    assert found is not None
    action = found.actionInterface()
    assert action is not None

    action.doAction(action.toggleAction())
    assert (mood.value(), step.isChecked()) == (4, True)
    action.doAction(action.toggleAction())
    assert (mood.value(), step.isChecked()) == (None, False)
    assert told == [4, None]
