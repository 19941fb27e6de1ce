"""The calendar over the list, as a person uses it."""

from datetime import date

import pytest
from PySide6.QtCore import QLocale, QModelIndex, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from amp_desktop.domain.kinds.goal import Goal
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.program import default_program
from amp_desktop.journal import Journal
from amp_desktop.ui.calendar.model import CalendarModel
from amp_desktop.ui.calendar.panel import CalendarPanel
from amp_desktop.ui.calendar.view import CalendarView
from amp_desktop.ui.entries import EntriesPage
from amp_desktop.ui.session import Session
from tests.ui.entries.conftest import OpenPage
from tests.ui.entries.pages import body, filter_by, named, only_kind, part, rows, title
from tests.ui.entries.test_accessible import interfaces, nameless

DAY = date(2026, 8, 12)


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("amp_desktop.domain.preferences.today", lambda _ends_at: date(2026, 8, 14))
    QLocale.setDefault(QLocale("en_GB"))


@pytest.fixture
def filled(journal: Journal, open_page: OpenPage, qtbot: QtBot) -> EntriesPage:
    """The journal page with its calendar open on August 2026."""
    journal.save_program(default_program(2026))
    for number in range(3):
        journal.save_entry(Note(title=f"note {number}", day=DAY))
    journal.save_entry(Goal(title="goal", day=DAY))
    journal.save_entry(Note(title="July", day=date(2026, 7, 31)))
    page = open_page()
    filter_by(page, "Calendar")
    return page


def press(page: EntriesPage, name: str, qtbot: QtBot) -> None:
    qtbot.mouseClick(named(page, name, QAbstractButton), Qt.MouseButton.LeftButton)


def view(page: EntriesPage) -> CalendarView:
    return part(page, CalendarView)


def index_of(page: EntriesPage, day: date) -> QModelIndex:
    model = view(page).model()
    assert isinstance(model, CalendarModel)
    return model.index_of(day)


def click(page: EntriesPage, day: date, qtbot: QtBot) -> None:
    place: QPoint = view(page).visualRect(index_of(page, day)).center()
    qtbot.mouseClick(view(page).viewport(), Qt.MouseButton.LeftButton, pos=place)


def said(page: EntriesPage, words: str) -> bool:
    return any(words in label.text() for label in page.findChildren(QLabel) if label.isVisible())


def spoken(page: EntriesPage, day: date) -> str:
    return str(index_of(page, day).data(Qt.ItemDataRole.AccessibleTextRole))


def test_it_shows_the_month_and_is_told_to_ears(filled: EntriesPage) -> None:
    assert said(filled, "August 2026")
    assert spoken(filled, DAY) == "Wednesday 12 August 2026, 4 entries, Midterm evaluation"
    assert spoken(filled, date(2026, 8, 14)) == "Friday 14 August 2026, today, no entry, Midterm evaluation"
    assert spoken(filled, date(2026, 8, 30)) == "Sunday 30 August 2026, no entry"
    assert said(filled, "Midterm evaluation: 12 Aug – 22 Aug")


def cell_names(page: EntriesPage) -> list[str]:
    """What a screen reader finds in the table; to be asked once: Qt keeps the cells while none is running."""
    found = interfaces(QAccessible.queryAccessibleInterface(view(page)))
    return [one.text(QAccessible.Text.Name) for one in found if one.role() == QAccessible.Role.Cell]


def test_every_control_has_a_name(filled: EntriesPage) -> None:
    assert nameless(filled) == []


@pytest.mark.parametrize(("year", "days"), [(False, 31), (True, 365)])
def test_a_screen_reader_meets_days_in_words(
    filled: EntriesPage, qtbot: QtBot, year: bool, days: int
) -> None:
    if year:
        press(filled, "Year", qtbot)
    names = [name for name in cell_names(filled) if name]
    assert "Wednesday 12 August 2026, 4 entries, Midterm evaluation" in names
    assert len(names) == days


def test_a_click_shows_that_day_alone_and_another_shows_all_again(filled: EntriesPage, qtbot: QtBot) -> None:
    click(filled, DAY, qtbot)
    assert rows(filled) == ["goal", "note 2", "note 1", "note 0"]
    assert said(filled, "Wednesday 12 August 2026 · 4 entries")
    click(filled, DAY, qtbot)
    assert len(rows(filled)) == 5
    click(filled, DAY, qtbot)
    press(filled, "Show all days", qtbot)
    assert len(rows(filled)) == 5


def test_the_calendar_counts_what_the_filters_mean(filled: EntriesPage, qtbot: QtBot) -> None:
    only_kind(filled, "Goals").trigger()
    assert "one entry" in spoken(filled, DAY)
    click(filled, DAY, qtbot)
    assert rows(filled) == ["goal"]


def test_putting_the_calendar_away_shows_all_days(filled: EntriesPage, qtbot: QtBot) -> None:
    click(filled, DAY, qtbot)
    filter_by(filled, "Calendar")
    assert len(rows(filled)) == 5
    assert not view(filled).isVisible()


def test_keys_walk_turn_and_choose(filled: EntriesPage, qtbot: QtBot) -> None:
    calendar = view(filled)
    calendar.setFocus()
    assert calendar.current_day() == date(2026, 8, 14)
    qtbot.keyClick(calendar, Qt.Key.Key_Left)
    qtbot.keyClick(calendar, Qt.Key.Key_Left)
    assert calendar.current_day() == DAY
    qtbot.keyClick(calendar, Qt.Key.Key_Return)
    assert rows(filled)[0] == "goal"
    qtbot.keyClick(calendar, Qt.Key.Key_Return)
    for key, day in (
        (Qt.Key.Key_Up, date(2026, 8, 5)),
        (Qt.Key.Key_Up, date(2026, 7, 29)),
        (Qt.Key.Key_PageDown, date(2026, 8, 29)),
        (Qt.Key.Key_Right, date(2026, 8, 30)),
        (Qt.Key.Key_Down, date(2026, 9, 6)),
        (Qt.Key.Key_Home, date(2026, 8, 14)),
    ):
        qtbot.keyClick(calendar, key)
        assert calendar.current_day() == day
    qtbot.keyClick(calendar, Qt.Key.Key_Escape)
    assert not calendar.hasFocus()


def test_the_year_shows_every_day_of_it(filled: EntriesPage, qtbot: QtBot) -> None:
    press(filled, "Year", qtbot)
    assert said(filled, "2026")
    assert (view(filled).model().rowCount(), view(filled).model().columnCount()) == (12, 31)
    click(filled, date(2026, 7, 31), qtbot)
    assert rows(filled) == ["July"]
    assert index_of(filled, date(2027, 1, 1)).isValid() is False
    press(filled, "Later", qtbot)
    assert said(filled, "2027")


def test_months_are_turned_by_buttons(filled: EntriesPage, qtbot: QtBot) -> None:
    press(filled, "Earlier", qtbot)
    assert said(filled, "July 2026")
    assert "one entry" in spoken(filled, date(2026, 7, 31))


def test_what_is_written_is_counted_at_once(filled: EntriesPage, session: Session) -> None:
    session.save(Note(title="new", day=date(2026, 8, 30)))
    assert "one entry" in spoken(filled, date(2026, 8, 30))


def test_a_new_entry_belongs_to_the_chosen_day(filled: EntriesPage, journal: Journal, qtbot: QtBot) -> None:
    click(filled, date(2026, 8, 30), qtbot)
    assert said(filled, "Nothing was written on this day yet.")
    filled.new_entry("note")
    qtbot.keyClicks(title(filled), "remembered")
    assert body(filled).isVisible()
    assert filled.flush()
    assert [row.day for row in journal.rows(limit=1).items] == [date(2026, 8, 30)]
    assert len(rows(filled)) == 6


def test_arrows_follow_the_direction_of_the_script(
    session: Session, qtbot: QtBot, qapp: QApplication
) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        panel = CalendarPanel(session)
        qtbot.addWidget(panel)
        panel.show()
        calendar = panel.findChild(CalendarView)
        assert isinstance(calendar, CalendarView)
        qtbot.keyClick(calendar, Qt.Key.Key_Left)
        assert calendar.current_day() == date(2026, 8, 15)
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_locking_drops_what_was_counted(filled: EntriesPage) -> None:
    filled.forget()
    assert "4 entries" not in spoken(filled, DAY)
