"""What is said of the mentorship while a journal is made."""

from datetime import date

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from amp_desktop.domain.program import Shape
from amp_desktop.domain.program_shapes import shaped
from amp_desktop.ui.unlock.about_page import AboutPage
from tests.ui.people import press, shows

LFX = shaped(Shape.LFX, date(2026, 9, 1))


@pytest.fixture
def page(qtbot: QtBot) -> AboutPage:
    made = AboutPage(lambda: date(2026, 9, 20))
    qtbot.addWidget(made)
    made.resize(1280, 770)
    made.show_program(LFX)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_the_button_stays_in_sight_with_all_days_of_a_program(page: AboutPage) -> None:
    button = next(one for one in page.findChildren(QPushButton) if one.text() == "Open the journal")
    assert shows(page, "12 weeks, 1 September – 23 November 2026. Every day can be moved, now or later.")
    assert button.visibleRegion().boundingRect() == button.rect()
    assert not shows(page, "First evaluation")


def test_the_days_are_there_for_whoever_wants_to_see_them(page: AboutPage) -> None:
    press(page, "Phases and evaluations, folded")
    assert shows(page, "First evaluation")
    press(page, "Phases and evaluations, unfolded")
    assert not shows(page, "First evaluation")
