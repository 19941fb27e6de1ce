"""The journal by days and program weeks, as one sees, hears and scrolls it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.goal import Goal
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.program import Program, default_program
from amp_desktop.domain.query import PAGE_SIZE
from amp_desktop.journal import Journal
from amp_desktop.ui.entries import EntriesPage
from amp_desktop.ui.entries.kind_page import kind_page
from amp_desktop.ui.entries.list.list_view import EntryListView
from amp_desktop.ui.entries.list.model import EntryRole
from amp_desktop.ui.platform.first_paint import FirstPaint
from amp_desktop.ui.widgets.search_field import SearchField
from tests.ui.entries.conftest import OpenPage
from tests.ui.entries.pages import current, named, part, rows, title

WEDNESDAY = date(2026, 7, 22)
"""In the sixth week of the program of 2026, which begins on Monday 15 June."""


@pytest.fixture
def days(journal: Journal) -> list[Entry]:
    """Two notes on each of forty days, newest first."""
    journal.save_program(default_program(2026))
    notes = [Note(title=f"Note {n}", day=WEDNESDAY - timedelta(days=n // 2)) for n in range(80)]
    journal.save_entries(reversed(notes))
    return list(notes)


@pytest.fixture
def shown(
    open_page: OpenPage, days: list[Entry], monkeypatch: pytest.MonkeyPatch, journal: Journal
) -> EntriesPage:
    monkeypatch.setattr(journal, "today", lambda: date(2026, 7, 25))
    return open_page()


def view(page: EntriesPage) -> EntryListView:
    return part(page, EntryListView)


def headings(page: EntriesPage) -> list[Sequence[str]]:
    """What stands over each row: day and week, or nothing."""
    model = view(page).model()
    told = [model.index(row, 0).data(EntryRole.HEADING) for row in range(model.rowCount())]
    return [(one.day, one.week) if one else () for one in told]


def height(page: EntriesPage, row: int) -> int:
    return view(page).visualRect(view(page).model().index(row, 0)).height()


def test_the_first_entry_of_a_day_bears_day_and_week(shown: EntriesPage) -> None:
    assert headings(shown)[:7] == [
        ("Wednesday 22 July", "Week 6"),
        (),
        ("Tuesday 21 July", "Week 6"),
        (),
        ("Monday 20 July", "Week 6"),
        (),
        ("Sunday 19 July", "Week 5"),
    ]
    assert height(shown, 0) == height(shown, 2) > height(shown, 1)


def test_another_year_is_told_and_before_the_program_no_week(
    open_page: OpenPage, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.save_program(default_program(2026))
    monkeypatch.setattr(journal, "today", lambda: date(2026, 7, 25))
    journal.save_entry(Note(title="Old", day=date(2025, 12, 24)))
    assert headings(open_page()) == [("Wednesday 24 December 2025", "")]


def test_a_screen_reader_hears_the_heading_once(shown: EntriesPage) -> None:
    model = view(shown).model()
    first, second = (model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in (0, 1))
    assert first.startswith("Wednesday 22 July, Week 6, Note 0")
    assert first.count("22 July") == 1
    assert "Wednesday 22 July 2026" in second


def test_no_headings_where_the_best_comes_first(qtbot: QtBot, shown: EntriesPage) -> None:
    search = named(shown, "Search entries", SearchField)
    search.setText("note sort:best")
    qtbot.waitUntil(lambda: not any(headings(shown)))
    assert height(shown, 0) == height(shown, 1)
    search.setText("note")
    qtbot.waitUntil(lambda: headings(shown)[0] == ("Wednesday 22 July", "Week 6"))


def test_a_page_of_one_kind_tells_the_day_in_the_row(open_page: OpenPage, journal: Journal) -> None:
    journal.save_entry(Goal(title="Goal", day=WEDNESDAY))
    assert not any(headings(open_page(kind_page("goal"))))


def test_headings_follow_what_is_written(shown: EntriesPage, journal: Journal, days: list[Entry]) -> None:
    shown.session.save(replace(days[0], day=WEDNESDAY + timedelta(days=1)))
    assert [one[0] for one in headings(shown)[:3] if one] == [
        "Thursday 23 July",
        "Wednesday 22 July",
        "Tuesday 21 July",
    ]
    shown.session.put_in_bin([days[1].id])
    assert [one[0] for one in headings(shown)[:2]] == ["Thursday 23 July", "Tuesday 21 July"]
    QApplication.processEvents()
    last = view(shown).visualRect(view(shown).model().index(2, 0))
    assert last.top() == height(shown, 0) + height(shown, 1)


def test_a_moved_program_is_followed(shown: EntriesPage) -> None:
    shown.session.save_program(Program())
    shown.arrive()
    assert headings(shown)[0] == ("Wednesday 22 July", "")


def test_a_click_meets_the_row_that_is_seen(shown: EntriesPage) -> None:
    for row in (3, 2, 0):
        index = view(shown).model().index(row, 0)
        rect = view(shown).visualRect(index)
        for place in (rect.topLeft() + QPoint(9, 1), rect.center(), rect.bottomRight() - QPoint(9, 1)):
            assert view(shown).indexAt(place) == index
        QTest.mouseClick(view(shown).viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
        assert title(shown).text() == f"Note {row}"


def test_keys_go_through_the_rows(shown: EntriesPage) -> None:
    def press(key: Qt.Key) -> str:
        QTest.keyClick(view(shown), key)
        return current(shown)

    view(shown).setFocus()
    assert press(Qt.Key.Key_Down) == "Note 1"
    assert press(Qt.Key.Key_Up) == "Note 0"
    paged = int(press(Qt.Key.Key_PageDown).split()[1])
    assert 1 < paged < 20
    assert press(Qt.Key.Key_PageUp) == "Note 0"
    assert press(Qt.Key.Key_End) == f"Note {PAGE_SIZE - 1}"
    index = view(shown).currentIndex()
    assert view(shown).viewport().rect().contains(view(shown).visualRect(index))
    assert press(Qt.Key.Key_Home) == "Note 0"


def test_scrolling_on_fetches_what_follows(qtbot: QtBot, shown: EntriesPage) -> None:
    assert len(rows(shown)) == PAGE_SIZE
    bar = view(shown).verticalScrollBar()
    while len(rows(shown)) < 80:
        before = bar.value()
        wheel(view(shown), -120)
        QApplication.processEvents()
        assert bar.value() > before
    bar.setValue(bar.maximum())
    rect = view(shown).visualRect(view(shown).model().index(79, 0))
    assert rect.bottom() + 1 == view(shown).viewport().height()
    assert view(shown).indexAt(rect.center()).row() == 79


def test_what_is_scrolled_is_what_is_seen(qtbot: QtBot, shown: EntriesPage) -> None:
    for _ in range(3):
        with qtbot.waitSignal(FirstPaint(view(shown).viewport()).painted):  # the next frame
            wheel(view(shown), -120)
        screen = shown.screen().grabWindow(shown.winId()).toImage()
        anew = shown.grab().toImage()
        place = QRect(view(shown).viewport().mapTo(shown, QPoint()), view(shown).viewport().size())
        assert screen.copy(place).convertToFormat(anew.format()) == anew.copy(place)


def wheel(where: EntryListView, by: int) -> None:
    place = QPointF(where.viewport().rect().center())
    turned = QWheelEvent(
        place,
        where.viewport().mapToGlobal(place),
        QPoint(),
        QPoint(0, by),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt takes it by its place alone
    )
    QApplication.sendEvent(where.viewport(), turned)
