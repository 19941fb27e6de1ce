"""What comes from outside leaves the row where it is that one looks at."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from amp_desktop.domain.kinds.note import Note
from amp_desktop.journal import Journal
from amp_desktop.ui.entries import EntriesPage
from amp_desktop.ui.entries.list.grouped_model import GroupedModel
from amp_desktop.ui.entries.list.list_view import EntryListView
from amp_desktop.ui.entries.list.model import EntryRole
from tests.ui.entries.conftest import OpenPage

DAY = date(2026, 7, 22)
OLD = [Note(title=f"Old {n}", day=DAY - timedelta(n // 2)) for n in range(120)]


@pytest.fixture
def page(journal: Journal, open_page: OpenPage) -> EntriesPage:
    journal.save_entries(OLD)
    return open_page()


def rows(page: EntriesPage) -> EntryListView:
    found = page.findChild(EntryListView)
    assert isinstance(found, EntryListView)
    return found


def come_from_outside(page: EntriesPage, journal: Journal, count: int) -> None:
    """A terminal adds entries; the window notices."""
    journal.save_entries(Note(title=f"New {n}", day=DAY + timedelta(n // 5)) for n in range(count))
    page.session.refreshed.emit()
    QApplication.processEvents()


def seen_at(view: EntryListView, place: QPoint) -> UUID | None:
    found: UUID | None = view.indexAt(place).data(EntryRole.ID)
    return found


@pytest.mark.parametrize("count", [1, 30, 1000])
def test_the_row_under_the_pointer_stays(
    page: EntriesPage, journal: Journal, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    view, place = rows(page), QPoint(40, 200)
    monkeypatch.setattr(view.viewport(), "underMouse", lambda: True)
    monkeypatch.setattr(QCursor, "pos", lambda: view.viewport().mapToGlobal(place))
    before = seen_at(view, place)
    assert before is not None
    come_from_outside(page, journal, count)
    assert seen_at(view, place) == before


def test_a_list_that_was_scrolled_stays_where_it_was(page: EntriesPage, journal: Journal) -> None:
    view = rows(page)
    view.choose_one()
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    before = seen_at(view, QPoint(40, 1))
    come_from_outside(page, journal, 40)
    assert seen_at(view, QPoint(40, 1)) == before


def test_the_current_row_stays_where_it_is_in_sight(page: EntriesPage, journal: Journal) -> None:
    view = rows(page)
    view.setCurrentIndex(view.model().index(41, 0))
    view.scrollTo(view.currentIndex(), EntryListView.ScrollHint.PositionAtCenter)
    before = view.currentIndex().data(EntryRole.ID), view.visualRect(view.currentIndex()).bottom()
    assert seen_at(view, QPoint(40, 1)) != before[0]
    journal.save_entry(Note(title="New", day=OLD[41].day))  # one row above it
    page.session.refreshed.emit()
    QApplication.processEvents()
    now = view.currentIndex().data(EntryRole.ID), view.visualRect(view.currentIndex()).bottom()
    assert now == before


def test_at_its_beginning_what_is_new_is_seen(page: EntriesPage, journal: Journal) -> None:
    come_from_outside(page, journal, 3)
    view = rows(page)
    assert view.verticalScrollBar().value() == 0
    assert view.model().index(0, 0).data().startswith("New")


def test_what_comes_together_is_told_at_once(page: EntriesPage, journal: Journal, qtbot: QtBot) -> None:
    model = rows(page).model()
    assert isinstance(model, GroupedModel)
    told: list[tuple[int, int]] = []

    def note(_parent: object, first: int, last: int) -> None:
        told.append((first, last))

    model.rowsInserted.connect(note)
    come_from_outside(page, journal, 500)
    assert told == [(0, 499)]
