"""There is one day in the window: the journal's."""

import ast
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget, QPushButton
from pytestqt.qtbot import QtBot

from amp_desktop.domain.kinds.challenge import Challenge, ChallengeStatus
from amp_desktop.domain.kinds.goal import Goal
from amp_desktop.domain.preferences import Preferences
from amp_desktop.domain.program import default_program
from amp_desktop.journal import Journal
from amp_desktop.ui.calendar.model import CalendarModel
from amp_desktop.ui.calendar.panel import CalendarPanel
from amp_desktop.ui.calendar.view import CalendarView
from amp_desktop.ui.entries.list.list_view import EntryListView
from amp_desktop.ui.entries.page import EntriesPage
from amp_desktop.ui.finding.filter_menu import FilterMenu
from amp_desktop.ui.page import RefreshedPage
from amp_desktop.ui.pages import load_page
from amp_desktop.ui.session import Session
from amp_desktop.ui.shell.workspace import Workspace
from tests.conftest import PASSPHRASE
from tests.ui.entries.pages import day_chip, named, part
from tests.ui.people import press, shows

UI = Path(__file__).parents[2] / "amp_desktop" / "ui"
TODAY = date(2019, 2, 1)
ASKS = {"date.today", "datetime.today", "datetime.now", "QDate.currentDate", "QDateTime.currentDateTime"}


@pytest.fixture
def page(qtbot: QtBot, journal: Journal) -> EntriesPage:
    """A page of a journal that lives on another day than the computer."""
    journal.save_preferences(Preferences(fixed_day=TODAY.isoformat()))
    journal.save_entry(Goal(title="Ship it", day=TODAY))
    stuck = Challenge(title="Stuck", day=TODAY - timedelta(days=3), status=ChallengeStatus.OPEN)
    journal.save_entry(stuck)
    made = EntriesPage(Session(journal))
    qtbot.addWidget(made)
    made.resize(1400, 1000)
    with qtbot.waitExposed(made):
        made.show()
    made.arrive()
    return made


def test_no_part_of_the_window_asks_the_computer_for_a_day() -> None:
    asking = [f"{path.relative_to(UI)}: {found}" for path in UI.rglob("*.py") for found in asked(path)]
    assert asking == []


def asked(path: Path) -> Iterator[str]:
    """What in a module asks the computer which day it is."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            name = f"{node.value.id}.{node.attr}"
            if name in ASKS:
                yield name
        elif isinstance(node, ast.ImportFrom) and node.module == "amp_desktop.domain.clock":
            yield from (f"clock.{one.name}" for one in node.names if one.name == "today")


def test_a_target_day_is_looked_for_from_the_day_of_the_journal(page: EntriesPage) -> None:
    open_titled(page, "Ship it")
    press(page, "Target day: no day")
    calendar = QApplication.activePopupWidget()
    assert isinstance(calendar, QCalendarWidget)
    assert calendar.selectedDate() == QDate(2019, 2, 1)
    QTest.keyClick(calendar.focusWidget() or calendar, Qt.Key.Key_Return)
    assert day_chip(page, "Target day").day() == date(2019, 2, 1)


def test_help_is_asked_for_on_the_day_of_the_journal(page: EntriesPage) -> None:
    open_titled(page, "Stuck")
    press(page, "Whom I asked, and what came back")
    QApplication.processEvents()
    assert named(page, "Asked on: 1 Feb", QPushButton)


def test_rows_are_spoken_by_the_day_of_the_journal(page: EntriesPage) -> None:
    model = part(page, EntryListView).model()
    spoken = model.data(model.index(1, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert "open for 3 days" in spoken.lower(), spoken


def test_this_month_is_that_of_the_journal(page: EntriesPage) -> None:
    menu = part(page, FilterMenu)
    menu.aboutToShow.emit()
    times = [action.data() for sub in menu.actions() if sub.menu() for action in sub.menu().actions()]
    assert ["on", "2019-02"] in times


def test_a_template_is_filled_in_on_the_day_of_the_journal(page: EntriesPage, journal: Journal) -> None:
    assert journal.templates.context().day == TODAY


def test_the_day_changes_while_the_window_stands(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is asked after the day's end is the next day, though nothing was read anew."""
    from amp_desktop.domain import preferences

    session = Session(journal)
    days = iter([date(2026, 7, 22), date(2026, 7, 23)])
    monkeypatch.setattr(preferences, "today", lambda _: next(days))
    assert [session.today(), session.today()] == [date(2026, 7, 22), date(2026, 7, 23)]


def test_other_preferences_mean_another_day_at_once(journal: Journal) -> None:
    session = Session(journal)
    assert session.today() != TODAY
    session.save_preferences(Preferences(fixed_day=TODAY.isoformat()))
    assert session.today() == TODAY


def test_preferences_that_something_else_wrote_mean_another_day_once_they_are_noticed(
    journal: Journal,
) -> None:
    session = Session(journal)
    assert session.today() != TODAY
    with Journal.open(journal.folder, passphrase=PASSPHRASE) as other:
        other.save_preferences(Preferences(fixed_day=TODAY.isoformat()))
    session.look_for_changes()
    assert session.today() == TODAY


def test_what_an_open_page_says_of_days_follows_the_day(
    page: EntriesPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_titled(page, "Stuck")
    page.session.look_for_changes()
    assert shows_chip(page, "3 days")
    monkeypatch.setattr(Preferences, "today", lambda *_: TODAY + timedelta(days=1))
    page.session.look_for_changes()
    assert shows_chip(page, "4 days")
    assert not shows_chip(page, "3 days")


def test_that_a_day_has_ended_is_told_once(
    qtbot: QtBot, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, day = Session(journal), [date(2026, 7, 22)]
    monkeypatch.setattr(Preferences, "today", lambda *_: day[0])
    session.look_for_changes()
    with qtbot.assertNotEmitted(session.day_changed):
        session.look_for_changes()
    day[0] = date(2026, 7, 23)
    with qtbot.waitSignal(session.day_changed):
        session.look_for_changes()
    with qtbot.assertNotEmitted(session.day_changed):
        session.look_for_changes()


@pytest.mark.parametrize("name", ["timeline", "evaluations", "insights", "evidence"])
def test_a_page_that_was_visited_before_the_day_ended_is_read_anew(
    name: str, qtbot: QtBot, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = Session(journal)
    monkeypatch.setattr(Preferences, "today", lambda *_: TODAY)
    made = load_page(name)(session)
    assert isinstance(made, RefreshedPage)
    qtbot.addWidget(made)
    made.arrive()
    session.look_for_changes()
    read: list[str] = []
    monkeypatch.setattr(made, "show_anew", lambda: bool(read.append(name)) or True)
    made.arrive()
    assert read == []
    monkeypatch.setattr(Preferences, "today", lambda *_: TODAY + timedelta(days=1))
    session.look_for_changes()
    made.arrive()
    assert read == [name]


def test_the_week_in_the_side_bar_follows_the_day(
    qtbot: QtBot, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    day = [date(2026, 7, 26)]
    monkeypatch.setattr(Preferences, "today", lambda *_: day[0])
    journal.save_program(default_program(2026))
    workspace = Workspace(Session(journal))
    qtbot.addWidget(workspace)
    workspace.resize(1400, 900)
    workspace.show()
    workspace.session.look_for_changes()
    assert shows(workspace, "Week 6 of 18")
    day[0] = date(2026, 7, 27)
    workspace.session.look_for_changes()
    assert shows(workspace, "Week 7 of 18")


def test_today_in_an_open_calendar_follows_the_day(
    qtbot: QtBot, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    day = [TODAY]
    monkeypatch.setattr(Preferences, "today", lambda *_: day[0])
    session = Session(journal)
    panel = CalendarPanel(session)
    qtbot.addWidget(panel)
    panel.show()
    session.look_for_changes()
    model = part(panel, CalendarView).model()
    assert isinstance(model, CalendarModel)
    day[0] = TODAY + timedelta(days=1)
    session.look_for_changes()
    assert model.shown.today == day[0]


def shows_chip(page: EntriesPage, words: str) -> bool:
    """Whether these words stand on a chip or a label that is seen."""
    chips = [one.text() for one in page.findChildren(QPushButton) if one.isVisible()]
    return shows(page, words) or any(words in text for text in chips)


def open_titled(page: EntriesPage, title: str) -> None:
    """Open an entry by its title."""
    model = part(page, EntryListView).model()
    row = next(row for row in range(model.rowCount()) if model.index(row, 0).data() == title)
    part(page, EntryListView).setCurrentIndex(model.index(row, 0))
    assert page.location().entry is not None
