"""What the page of the day says about an evaluation, unasked, and how it is asked to be quiet."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox

from amp_desktop.domain.evaluation_record import Result
from amp_desktop.domain.preferences import Preferences
from amp_desktop.domain.program import Shape
from amp_desktop.domain.program_shapes import shaped
from amp_desktop.journal import Journal
from amp_desktop.ui.mentorship.page import ProgramPage
from amp_desktop.ui.session import Session
from amp_desktop.ui.today.page import TodayPage
from tests.ui.people import press, seen, shows

DAY = date(2026, 8, 20)


@pytest.fixture
def page(qtbot: object, journal: Journal) -> Iterator[TodayPage]:
    """The page of the day, two days before the midterm closes."""
    del qtbot
    journal.save_preferences(Preferences(fixed_day=DAY.isoformat()))
    journal.save_program(shaped(Shape.AMP, date(2026, 6, 15)))
    session = Session(journal)
    made = TodayPage(session)
    made.resize(900, 900)
    made.show()
    made.arrive()
    yield made
    made.forget()
    made.close()
    made.deleteLater()
    session.deleteLater()


def test_what_was_handed_in_is_quiet_and_is_taken_back(page: TodayPage, journal: Journal) -> None:
    assert shows(page, "Midterm evaluation is open until Saturday 22 August 2026.")
    press(page, "I handed it in")
    assert journal.program.evaluations[0].evaluation.handed_in == DAY
    assert not shows(page, "is open until")
    assert shows(page, "Midterm evaluation: handed in.")
    press(page, "Undo")
    assert journal.program.evaluations[0].evaluation.handed_in is None
    assert shows(page, "is open until")


def test_it_is_quiet_until_the_next_word(page: TodayPage, journal: Journal) -> None:
    press(page, "Not now")
    assert not shows(page, "is open until")
    journal.save_preferences(Preferences(fixed_day="2026-08-22"))
    page.session.begin(journal)
    page.arrive()
    assert shows(page, "Midterm evaluation: today is the last day of its window.")


def test_the_checklist_is_ticked_and_kept(page: TodayPage, journal: Journal) -> None:
    assert not [box for box in page.findChildren(QCheckBox) if box.isVisible()]
    press(page, "What to go through")
    survey = next(box for box in page.findChildren(QCheckBox) if "survey" in box.accessibleName())
    survey.click()
    assert journal.program.evaluations[0].evaluation.gone_through == ("survey",)
    assert survey.isVisible()
    assert survey.isChecked()
    survey.click()
    assert journal.program.evaluations[0].evaluation.gone_through == ()


def test_nothing_is_left_of_it_when_the_journal_is_locked(page: TodayPage) -> None:
    page.forget()
    assert not shows(page, "Midterm evaluation")


def test_the_result_is_noted_on_the_page_of_the_program_with_the_kind_sentence(
    page: TodayPage, journal: Journal
) -> None:
    program = ProgramPage(page.session)
    program.resize(900, 2000)
    program.show()
    program.arrive()
    result = seen(program, QComboBox, "Midterm evaluation: result")
    result.setCurrentIndex(result.findData(Result.MORE_SUPPORT.value))
    result.activated.emit(result.currentIndex())
    assert journal.program.evaluations[0].evaluation.result is Result.MORE_SUPPORT
    assert shows(program, "as support, not as a penalty")
    press(program, "Undo")
    assert journal.program.evaluations[0].evaluation.result is None
    assert not shows(program, "as support, not as a penalty")
    names = [box.accessibleName() for box in program.findChildren(QComboBox) if box.isVisible()]
    assert "Final evaluation: result" not in names
    program.forget()
    program.close()
    program.deleteLater()
