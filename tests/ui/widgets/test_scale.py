"""The five-step picker: one tap, one more clears, all by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
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
