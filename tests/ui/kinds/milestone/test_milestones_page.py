"""The page of milestones."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCalendarWidget, QLineEdit, QMenu, QTextEdit
from pytestqt.qtbot import QtBot

from amp_desktop.domain.kinds.milestone import Evidence, Milestone
from amp_desktop.domain.program import default_program
from amp_desktop.journal import Journal
from amp_desktop.ui.entries.kind_page import kind_page
from amp_desktop.ui.kinds.milestone.view import MilestoneView
from amp_desktop.ui.widgets.day_chip import DayChip
from tests.ui.entries.conftest import OpenPage
from tests.ui.entries.pages import named
from tests.ui.people import press

LINK = "https://example.org/pull/1"


def test_everything_a_milestone_has_is_written(qtbot: QtBot, journal: Journal, open_page: OpenPage) -> None:
    journal.save_program(default_program(2026))
    journal.save_entry(Milestone(title="First release", day=date(2026, 7, 22)))
    page = open_page(kind_page("milestone"))
    page.findChildren(DayChip)[0].click()
    calendar = QApplication.activePopupWidget()
    assert isinstance(calendar, QCalendarWidget)
    qtbot.keyClick(calendar.focusWidget() or calendar, Qt.Key.Key_Left)
    qtbot.keyClick(calendar.focusWidget() or calendar, Qt.Key.Key_Return)
    press(page, "Evidence: a link that shows it")
    adding = named(page, "Address, or a Markdown link", QLineEdit)
    qtbot.keyClicks(adding, f"[the release]({LINK})")
    qtbot.keyClick(adding, Qt.Key.Key_Return)
    press(page, "Phase of the program: Phase")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    phases = {action.text(): action for action in menu.actions()}
    assert "Midterm evaluation" in phases
    phases["Other words…"].trigger()
    menu.close()
    qtbot.keyClicks(named(page, "Phase of the program", QLineEdit), "My own phase")
    qtbot.keyClicks(named(page, "Story", QTextEdit), "Ten of them.")
    qtbot.keyClicks(named(page, "Whom to thank", QTextEdit), "my mentor")
    assert page.flush()
    milestone = next(iter(journal.entries()))
    assert isinstance(milestone, Milestone)
    assert milestone.reached_on == date(2026, 7, 21)
    assert milestone.evidence == (Evidence(LINK, "the release"),)
    assert milestone.body == "Ten of them."
    assert milestone.program_phase == "My own phase"
    assert milestone.whom_to_thank == "my mentor"


def test_a_row_counts_the_evidence(journal: Journal) -> None:
    journal.save_entry(Milestone(title="A", evidence=(Evidence(LINK),), reached_on=date(2026, 7, 20)))
    assert (
        MilestoneView().fact(journal.rows().items[0], date(2026, 7, 22)).text == "20 Jul · 1 link as evidence"
    )
