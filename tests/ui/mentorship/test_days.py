"""The program on its page: its shape, its first day, and every phase and evaluation of it."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCalendarWidget,
    QComboBox,
    QDateEdit,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from amp_desktop.domain.errors import DiskFullError
from amp_desktop.domain.evaluation_record import EvaluationRecord
from amp_desktop.domain.preferences import Preferences
from amp_desktop.domain.program import Phase, Program, Shape
from amp_desktop.domain.program_shapes import shaped
from amp_desktop.journal import Journal
from amp_desktop.ui.mentorship import ProgramPage
from amp_desktop.ui.program.phase_row import PhaseRow
from amp_desktop.ui.program.words import days_between, phase_days, shape_name
from amp_desktop.ui.session import Session
from amp_desktop.ui.shell.window import MainWindow
from amp_desktop.ui.widgets.reading_line import ReadingLine
from amp_desktop.ui.widgets.undo_offer import UndoOffer
from tests.ui.people import press, seen, shows, write

START = date(2026, 6, 15)


@pytest.fixture
def page(qtbot: QtBot, journal: Journal) -> ProgramPage:
    made = ProgramPage(Session(journal))
    qtbot.addWidget(made)
    made.resize(900, 3200)  # all of it is seen: where one scrolls is another test's
    made.show()
    made.activateWindow()
    made.arrive()
    return made


def choose(page: ProgramPage, name: str, words: str) -> None:
    box = seen(page, QComboBox, name)
    at = next(at for at in range(box.count()) if words in box.itemText(at))
    box.setCurrentIndex(at)
    box.activated.emit(at)


@pytest.fixture
def cohort(page: ProgramPage, journal: Journal) -> Program:
    """An AMP cohort in its seventh week."""
    page.session.save_preferences(Preferences(fixed_day="2026-08-01"))
    page.session.save_program(shaped(Shape.AMP, START, project="CLI", mentor="Ada"))
    return journal.program


@pytest.mark.parametrize("shape", list(Shape))
def test_every_day_of_every_shape_says_where_it_comes_from(
    page: ProgramPage, journal: Journal, shape: Shape
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


def test_a_guess_is_called_one(page: ProgramPage, cohort: Program) -> None:
    assert cohort.phases
    assert shows(page, "15 – 28 June 2026 · our guess")


def test_a_window_is_moved_with_a_reason_and_taken_back(
    page: ProgramPage, journal: Journal, cohort: Program
) -> None:
    press(page, "Change Midterm evaluation")
    seen(page, QDateEdit, "First day of Midterm evaluation").setDate(QDate(2026, 8, 20))
    write(page, "Why Midterm evaluation is moved", "Exams")
    press(page, "Change it")
    assert journal.program.evaluations[0].ends == date(2026, 8, 30)
    assert shows(page, "20 – 30 August 2026 · set by you")
    assert shows(page, "Was 12 – 22 August 2026 (AMP guide: timeline of the cohort)")
    assert shows(page, "until it was moved on 1 Aug 2026: Exams")
    press(page, "Take back the last move of Midterm evaluation")
    assert journal.program == cohort
    press(page, "Undo")
    assert journal.program.evaluations[0].starts == date(2026, 8, 20)


def test_where_a_phase_is_moved_is_scrolled_to_and_keeps_the_keyboard(
    qtbot: QtBot, page: ProgramPage, cohort: Program
) -> None:
    assert cohort.phases
    page.resize(900, 500)
    page.show_part("DaysPart")
    press(page, "Change Final evaluation")
    reason = seen(page, QLineEdit, "Why Final evaluation is moved")
    qtbot.waitUntil(lambda: not reason.visibleRegion().isEmpty())
    press(page, "Leave it")
    assert page.focusWidget() is seen(page, QPushButton, "Change Final evaluation")


def test_enter_in_the_reason_moves_the_phase_and_presses_nothing_else(
    qtbot: QtBot, unlocked: MainWindow
) -> None:
    workspace = unlocked.workspace
    assert workspace is not None
    workspace.session.save_program(shaped(Shape.AMP, START))
    workspace.go_to("program")
    page = workspace.findChild(ProgramPage)
    assert isinstance(page, ProgramPage)
    press(page, "Change Final evaluation")
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
    page: ProgramPage, journal: Journal, cohort: Program
) -> None:
    press(page, "Change Community bonding")
    assert shows(page, "Everything after it moves along.")
    seen(page, QDateEdit, "First day of Community bonding").setDate(QDate(2026, 6, 22))
    press(page, "Change it")
    assert [(one.starts - other.starts).days for one, other in _pairs(journal.program, cohort)] == [7] * 4
    press(page, "Undo")
    assert journal.program == cohort


def test_what_is_left_stays_and_a_phase_does_not_end_before_it_starts(
    page: ProgramPage, journal: Journal, cohort: Program
) -> None:
    press(page, "Change Final evaluation")
    seen(page, QDateEdit, "Last day of Final evaluation").setDate(QDate(2026, 9, 1))
    press(page, "Change it")
    assert shows(page, "“Final evaluation” cannot end before it starts.")
    press(page, "Change Midterm evaluation")
    press(page, "Leave it")
    assert journal.program == cohort


def test_another_shape_in_the_middle_is_undone_and_gone_back_from(
    page: ProgramPage, journal: Journal, cohort: Program
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


def test_what_a_terminal_changed_meanwhile_is_not_undone(page: ProgramPage, journal: Journal) -> None:
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
    qtbot: QtBot, page: ProgramPage, journal: Journal, cohort: Program, tmp_path: Path
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


def test_project_and_repository_are_kept_when_the_line_is_left(page: ProgramPage, journal: Journal) -> None:
    write(page, "My project", "the parser")
    QTest.keyClick(seen(page, QLineEdit, "My project"), Qt.Key.Key_Return)
    assert journal.program.project == "the parser"
    write(page, "Its repository", "https://github.com/asyncapi/cli")
    assert page.flush()
    assert journal.program.details.repository == "https://github.com/asyncapi/cli"


def test_the_days_of_the_program_are_kept_and_can_be_left_open(page: ProgramPage, journal: Journal) -> None:
    page.session.save_preferences(Preferences(fixed_day="2027-01-10"))
    page.session.refreshed.emit()
    session_day = date(2027, 1, 10)
    press(page, "First day of the program: choose a day")
    calendar = QApplication.activePopupWidget()
    assert isinstance(calendar, QCalendarWidget)
    QTest.keyClick(calendar.focusWidget() or calendar, Qt.Key.Key_Return)
    assert (journal.program.starts, journal.program.weeks) == (session_day, 18)
    choose(page, "Kind of program", "LFX, full time")
    assert (journal.program.ends, journal.program.weeks) == (date(2027, 4, 3), 12)
    press(page, "First day of the program: no day")
    assert journal.program.phases == ()
    press(page, "Undo")
    assert journal.program.weeks == 12


def test_what_another_process_sets_does_not_overwrite_what_is_being_typed(page: ProgramPage) -> None:
    write(page, "Its repository", "Ada")
    page.session.refreshed.emit()
    assert seen(page, QLineEdit, "Its repository").text() == "Ada"


def test_what_cannot_be_kept_stays_on_the_page(
    page: ProgramPage, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: object) -> None:
        raise DiskFullError("The disk is full.", "Make room.")

    monkeypatch.setattr(journal, "save_program", refuse)
    write(page, "Its repository", "Ada")
    assert not page.flush()
    assert shows(page, "The disk is full.")
    assert seen(page, QLineEdit, "Its repository").text() == "Ada"
    monkeypatch.undo()
    assert page.flush()


def test_phases_are_added_renamed_and_removed_and_each_is_undone(
    page: ProgramPage, journal: Journal, cohort: Program
) -> None:
    press(page, "Add a phase or an evaluation…")
    write(page, "Name of the new phase", "Blog post")
    seen(page, QDateEdit, "First day of the new phase").setDate(QDate(2026, 9, 1))
    press(page, "Add it")
    added = next(phase for phase in journal.program.phases if phase.name == "Blog post")
    assert (added.starts, added.source) == (date(2026, 9, 1), "")
    press(page, "Change Blog post")
    write(page, "Name of Blog post", "Talk")
    press(page, "Change it")
    assert "Talk" in [phase.name for phase in journal.program.phases]
    press(page, "Change Midterm evaluation")
    press(page, "Remove Midterm evaluation")
    assert [one.name for one in journal.program.evaluations] == ["Final evaluation"]
    for _ in range(3):
        assert journal.program != cohort
        page.findChildren(UndoOffer)[0].take_back()
    assert journal.program == cohort


def test_two_phases_have_two_names(page: ProgramPage, journal: Journal, cohort: Program) -> None:
    press(page, "Change Midterm evaluation")
    write(page, "Name of Midterm evaluation", "final  Evaluation")
    press(page, "Change it")
    assert shows(page, "There is a “final Evaluation” already.")
    assert journal.program == cohort


def test_mentors_and_channels_are_lists(
    qtbot: QtBot, page: ProgramPage, journal: Journal, cohort: Program
) -> None:
    assert cohort.mentor == "Ada"
    assert shows_line(page, "Slack #09_mentorships")
    another = seen(page, ReadingLine, "Another mentor")
    qtbot.waitUntil(lambda: another.height() > 0)
    press(page, "Another mentor")
    QTest.keyClicks(seen(page, QLineEdit, "Mentor"), "Grace")
    QTest.keyClick(seen(page, QLineEdit, "Mentor"), Qt.Key.Key_Escape)
    assert journal.program.mentors == ("Ada", "Grace")
    press(page, "Undo")
    assert journal.program.mentors == ("Ada",)
    press(page, "Slack #09_mentorships")
    write(page, "Channel", "Slack #10_mentorships")
    QTest.keyClick(seen(page, QLineEdit, "Channel"), Qt.Key.Key_Escape)
    channels = journal.program.details.channels
    assert channels is not None
    assert channels[0].name == "Slack #10_mentorships"
    assert len(channels) == 4


def shows_line(page: ProgramPage, words: str) -> bool:
    return any(words in line.accessibleName() for line in page.findChildren(ReadingLine) if line.isVisible())


def test_without_a_program_the_first_step_is_said(page: ProgramPage, journal: Journal) -> None:
    assert shows(page, "When does your program begin?")
    assert not shows(page, "Week 1")
    page.session.save_program(shaped(Shape.AMP, START))
    assert not shows(page, "When does your program begin?")
    assert journal.program.phases


def test_it_says_where_we_are_and_what_comes_next(page: ProgramPage, cohort: Program) -> None:
    assert cohort.phases
    page.arrive()
    assert shows(page, "Week 7 of 18")
    assert shows(page, "Execution period, until")
    assert shows(page, "Next: Midterm evaluation, 12 – 22 August 2026")


def test_forgetting_leaves_no_word(qtbot: QtBot, page: ProgramPage, journal: Journal) -> None:
    made = shaped(Shape.AMP, START, project="canary project", mentor="canary mentor")
    page.session.save_program(made.with_details(repository="canary repository", cadence="canary cadence"))
    assert "canary" in _words(page)
    page.forget()
    qtbot.waitUntil(lambda: "canary" not in _words(page))  # what is to be deleted goes when Qt comes to it
    assert journal.program.project == "canary project"


def _words(page: ProgramPage) -> str:
    lines = [line.text() for line in page.findChildren(QLineEdit)]
    return " ".join([*lines, *(line.accessibleName() for line in page.findChildren(ReadingLine))])
