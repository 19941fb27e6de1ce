"""Work that leaves no commit: noted by a tap or a key, taken back, and seen in its week."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.work import Work
from amp_desktop.journal import Journal
from amp_desktop.ui.session import Session
from amp_desktop.ui.shell.window import MainWindow
from amp_desktop.ui.today import TodayPage
from amp_desktop.ui.today.presenter import STEP
from amp_desktop.ui.today.work_row import WorkRow, week_words
from tests.ui.people import shows

DAY = date(2026, 7, 22)
MONDAY = date(2026, 7, 20)


@pytest.fixture
def page(qtbot: QtBot, journal: Journal) -> Iterator[TodayPage]:
    made = TodayPage(Session(journal))
    made.shown_day = DAY
    qtbot.addWidget(made)
    made.resize(1100, 800)
    with qtbot.waitExposed(made):
        made.show()
    made.arrive()
    yield made
    made.forget()


def button(page: TodayPage, name: str) -> QPushButton:
    row = page.findChild(WorkRow)
    assert isinstance(row, WorkRow)
    return next(one for one in row.findChildren(QPushButton) if one.text() == name)


def works(journal: Journal) -> list[str]:
    return sorted(str(row.values["work"]) for row in journal.rows().items)


def test_a_tap_notes_it_and_another_takes_it_back(qtbot: QtBot, journal: Journal, page: TodayPage) -> None:
    qtbot.mouseClick(button(page, "Review"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: button(page, "Review").isChecked())
    assert works(journal) == ["review"]
    qtbot.mouseClick(button(page, "Review"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not button(page, "Review").isChecked())
    assert works(journal) == []


def test_the_row_is_one_stop_with_arrows_digits_and_delete(
    qtbot: QtBot, journal: Journal, page: TodayPage
) -> None:
    first = button(page, "Triage")
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    second = button(page, "Review")
    assert second.hasFocus()
    policies = [button(page, name).focusPolicy() for name in ("Triage", "Review", "Help")]
    assert [bool(one & Qt.FocusPolicy.TabFocus) for one in policies] == [False, True, False]
    qtbot.keyClick(second, Qt.Key.Key_Space)
    qtbot.keyClick(second, Qt.Key.Key_4)
    assert works(journal) == ["docs", "review"]
    qtbot.waitUntil(second.isChecked)
    qtbot.keyClick(second, Qt.Key.Key_Delete)
    assert works(journal) == ["docs"]


def test_what_is_noted_from_elsewhere_belongs_to_the_new_day(journal: Journal, page: TodayPage) -> None:
    page.hide()
    page.shown_day = date(2026, 7, 23)
    assert page.note_work(Work.HELP)
    assert [row.day for row in journal.rows().items] == [date(2026, 7, 23)]


def test_it_is_seen_in_its_week_without_a_number(qtbot: QtBot, journal: Journal, page: TodayPage) -> None:
    page.session.save(Note(work=Work.TALK, day=MONDAY))
    page.session.save(Note(work=Work.REVIEW, day=MONDAY))
    page.session.save(Note(work=Work.REVIEW, day=MONDAY))
    page.session.save(Note(work=Work.HELP, day=DAY))

    def said() -> list[str]:
        return [one.text() for one in page.findChildren(QLabel) if one.text().startswith("This week")]

    qtbot.waitUntil(lambda: said() == ["This week: review Mon · help today · talk Mon"])


def test_a_week_with_today_alone_says_nothing_more() -> None:
    assert week_words({}, DAY) == ""
    assert week_words({DAY: ("review",)}, DAY) == ""


def test_days_of_one_work_stand_together() -> None:
    week = {MONDAY: ("docs", STEP), date(2026, 7, 21): (STEP,), DAY: ("my own",)}
    assert week_words(week, DAY) == "This week: docs Mon · my own today · small steps Mon, Tue"


def test_a_key_leads_to_the_row_and_a_digit_notes_one(qtbot: QtBot, unlocked: MainWindow) -> None:
    assert unlocked.workspace is not None
    unlocked.workspace.go_to("goals")
    action = unlocked.findChild(QAction, "work")
    assert isinstance(action, QAction)
    action.trigger()
    assert unlocked.workspace.page_name() == "today"
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == "Triage"
    qtbot.keyClick(focused, Qt.Key.Key_2)
    assert works(unlocked.workspace.session.journal) == ["review"]


def test_an_action_notes_it_from_anywhere_and_leaves_one_where_one_is(
    qtbot: QtBot, unlocked: MainWindow
) -> None:
    assert unlocked.workspace is not None
    unlocked.workspace.go_to("goals")
    action = unlocked.findChild(QAction, "work-pairing")
    assert isinstance(action, QAction)
    journal = unlocked.workspace.session.journal
    action.trigger()
    assert unlocked.workspace.page_name() == "goals"
    assert shows(unlocked, "Pairing: noted for today.")
    assert works(journal) == ["pairing"]
    action.trigger()
    assert shows(unlocked, "Pairing: no longer noted for today.")
    assert works(journal) == []
    QApplication.processEvents()
