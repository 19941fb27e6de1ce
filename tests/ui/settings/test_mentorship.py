"""The program in the settings: its shape, its first day, and every phase and evaluation of it."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QDateEdit, QFileDialog, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from amp_desktop.domain.evaluation_record import EvaluationRecord
from amp_desktop.domain.preferences import Preferences
from amp_desktop.domain.program import Phase, Program, Shape
from amp_desktop.domain.program_shapes import shaped
from amp_desktop.journal import Journal
from amp_desktop.ui.program.phase_row import PhaseRow
from amp_desktop.ui.program.words import days_between, phase_days, shape_name
from amp_desktop.ui.settings import SettingsPage
from amp_desktop.ui.shell.window import MainWindow
from tests.ui.people import press, seen, shows, write
from tests.ui.settings.test_settings import choose, page

__all__ = ["page"]

START = date(2026, 6, 15)


@pytest.fixture
def cohort(page: SettingsPage, journal: Journal) -> Program:
    """An AMP cohort in its seventh week."""
    journal.save_preferences(Preferences(fixed_day="2026-08-01"))
    page.session.save_program(shaped(Shape.AMP, START, project="CLI", mentor="Ada"))
    return journal.program


@pytest.mark.parametrize("shape", list(Shape))
def test_every_day_of_every_shape_says_where_it_comes_from(
    page: SettingsPage, journal: Journal, shape: Shape
) -> None:
    page.session.save_program(shaped(Shape.AMP if shape is not Shape.AMP else Shape.LFX, START))
    choose(page, "Kind of program", shape_name(shape))
    assert journal.program.shape is shape
    rows = [row for row in page.findChildren(PhaseRow) if row.isVisible()]
    assert len(rows) == len(journal.program.phases)
    for row, phase in zip(rows, journal.program.phases, strict=True):
        said = [words.text() for words in row.findChildren(QLabel)]
        assert phase.name in said
        assert phase.source
        assert phase_days(phase) in said
        assert phase.source in phase_days(phase)


def test_a_guess_is_called_one(page: SettingsPage, cohort: Program) -> None:
    assert cohort.phases
    assert shows(page, "15 – 28 June 2026 · our guess")


def test_a_window_is_moved_with_a_reason_and_taken_back(
    page: SettingsPage, journal: Journal, cohort: Program
) -> None:
    press(page, "Move Midterm evaluation")
    seen(page, QDateEdit, "First day of Midterm evaluation").setDate(QDate(2026, 8, 20))
    write(page, "Why Midterm evaluation is moved", "Exams")
    press(page, "Move it")
    assert journal.program.evaluations[0].ends == date(2026, 8, 30)
    assert shows(page, "20 – 30 August 2026 · set by you")
    assert shows(page, "Was 12 – 22 August 2026 (AMP guide: timeline of the cohort)")
    assert shows(page, "until it was moved on 1 Aug 2026: Exams")
    press(page, "Take back the last move of Midterm evaluation")
    assert journal.program == cohort
    press(page, "Undo")
    assert journal.program.evaluations[0].starts == date(2026, 8, 20)


def test_where_a_phase_is_moved_is_scrolled_to_and_keeps_the_keyboard(
    qtbot: QtBot, page: SettingsPage, cohort: Program
) -> None:
    assert cohort.phases
    page.resize(900, 500)
    page.show_part("MentorshipSection")
    press(page, "Move Final evaluation")
    reason = seen(page, QLineEdit, "Why Final evaluation is moved")
    qtbot.waitUntil(lambda: not reason.visibleRegion().isEmpty())
    press(page, "Leave it")
    assert seen(page, QPushButton, "Move Final evaluation").hasFocus()


def test_enter_in_the_reason_moves_the_phase_and_presses_nothing_else(
    qtbot: QtBot, unlocked: MainWindow
) -> None:
    workspace = unlocked.workspace
    assert workspace is not None
    workspace.session.save_program(shaped(Shape.AMP, START))
    workspace.go_to("settings")
    page = workspace.findChild(SettingsPage)
    assert isinstance(page, SettingsPage)
    press(page, "Move Final evaluation")
    seen(page, QDateEdit, "First day of Final evaluation").setDate(QDate(2026, 10, 8))
    reason = seen(page, QLineEdit, "Why Final evaluation is moved")
    reason.setFocus()
    qtbot.keyClicks(reason, "Release week")
    qtbot.keyClick(reason, Qt.Key.Key_Return)
    moved = workspace.session.journal.program.evaluations[1]
    assert (moved.starts, moved.moves[0].reason) == (date(2026, 10, 8), "Release week")
    assert not [
        line for line in page.findChildren(QLineEdit) if line.isVisible() and "Why" in line.accessibleName()
    ]


def test_the_first_phase_takes_all_that_follows_along(
    page: SettingsPage, journal: Journal, cohort: Program
) -> None:
    press(page, "Move Community bonding")
    assert shows(page, "All that follows moves along.")
    seen(page, QDateEdit, "First day of Community bonding").setDate(QDate(2026, 6, 22))
    press(page, "Move it")
    assert [(one.starts - other.starts).days for one, other in _pairs(journal.program, cohort)] == [7] * 4
    press(page, "Undo")
    assert journal.program == cohort


def test_what_is_left_stays_and_a_phase_does_not_end_before_it_starts(
    page: SettingsPage, journal: Journal, cohort: Program
) -> None:
    press(page, "Move Final evaluation")
    seen(page, QDateEdit, "Last day of Final evaluation").setDate(QDate(2026, 9, 1))
    press(page, "Move it")
    assert shows(page, "“Final evaluation” cannot end before it starts.")
    press(page, "Move Midterm evaluation")
    press(page, "Leave it")
    assert journal.program == cohort


def test_another_shape_in_the_middle_is_undone_and_gone_back_from(
    page: SettingsPage, journal: Journal, cohort: Program
) -> None:
    done = cohort.with_evaluation("Midterm evaluation", EvaluationRecord(handed_in=date(2026, 8, 1)))
    page.session.save_program(done)
    choose(page, "Kind of program", "LFX, full time")
    changed = journal.program
    assert changed.evaluations[1].evaluation.handed_in == date(2026, 8, 1)
    press(page, "Go back to AMP cohort, 15 June – 17 October 2026")
    assert journal.program.phases == done.phases
    press(page, "Undo")
    assert journal.program == changed


def test_what_a_terminal_changed_meanwhile_is_not_undone(page: SettingsPage, journal: Journal) -> None:
    page.session.save_program(shaped(Shape.AMP, START))
    choose(page, "Kind of program", "LFX, full time")
    elsewhere = shaped(Shape.GSOC, START)
    journal.save_program(elsewhere)
    press(page, "Undo")
    assert shows(page, "The program was changed elsewhere meanwhile.")
    assert journal.program == elsewhere
    assert shows(page, "27 – 31 July 2026")


def test_days_are_said_once() -> None:
    assert days_between(START, START) == "15 June 2026"
    assert days_between(date(2026, 12, 28), date(2027, 1, 3)) == "28 December 2026 – 3 January 2027"


def _pairs(one: Program, other: Program) -> list[tuple[Phase, Phase]]:
    return list(zip(one.phases, other.phases, strict=True))


def test_what_is_to_come_is_saved_for_a_calendar(
    qtbot: QtBot, page: SettingsPage, journal: Journal, cohort: Program, tmp_path: Path
) -> None:
    assert cohort.phases
    press(page, "Save for a calendar…")
    dialog = page.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    file = tmp_path / "mentorship.ics"
    dialog.fileSelected.emit(str(file))
    qtbot.waitUntil(file.exists)
    assert shows(page, "Saved as mentorship.ics")
    assert [share.format for share in journal.sharing.log().items] == ["ics"]
    dialog.reject()
