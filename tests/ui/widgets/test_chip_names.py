"""What a screen reader hears of a chip of which nothing is chosen."""

from datetime import date

from pytestqt.qtbot import QtBot

from amp_desktop.ui.widgets.choice_chip import ChoiceChip
from amp_desktop.ui.widgets.day_chip import DayChip

DAY = date(2026, 7, 22)


def test_a_chip_says_that_nothing_is_chosen_and_not_its_name_twice(qtbot: QtBot) -> None:
    chip = ChoiceChip("Area", [("None", None), ("Docs", "docs")])
    qtbot.addWidget(chip)
    chip.show_value(None, "Area")
    assert chip.accessibleName() == "Area: not chosen"
    chip.show_value("docs")
    assert chip.accessibleName() == "Area: Docs"


def test_a_chip_of_a_day_says_that_there_is_none(qtbot: QtBot) -> None:
    chip = DayChip("Target day", lambda day: day.isoformat() if day else "Target day", lambda: DAY)
    qtbot.addWidget(chip)
    assert chip.accessibleName() == "Target day: no day"
    chip.set_day(DAY)
    assert chip.accessibleName() == "Target day: 2026-07-22"
