"""The list model on a real journal: pages, exact changes, nothing held that was not scrolled to."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.goal import Goal, Step
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.query import PAGE_SIZE, EntryQuery
from amp_desktop.journal import Journal
from amp_desktop.ui.entries.list.model import EntryListModel, EntryRole
from amp_desktop.ui.entries.list.source import EntrySource

DAY = date(2026, 7, 22)


@pytest.fixture
def model(qapp: object) -> Iterator[EntryListModel]:
    made = EntryListModel(lambda: DAY)
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Warning)
    tester.setUseFetchMore(False)  # the tests fetch, so that they see what was fetched
    yield made
    tester.deleteLater()
    made.deleteLater()


@pytest.fixture
def many(journal: Journal) -> list[Entry]:
    """A hundred and twenty notes, two a day, newest first."""
    notes = [Note(title=f"Note {n}", day=DAY - timedelta(days=n // 2)) for n in range(120)]
    for note in reversed(notes):
        journal.save_entry(note)
    return list(notes)


def titles(model: EntryListModel) -> list[str]:
    return [model.data(model.index(row)) for row in range(model.rowCount())]


def as_read_anew(model: EntryListModel, journal: Journal) -> list[str]:
    return [row.title for row in journal.rows(limit=model.rowCount()).items]


def test_it_passes_the_model_tester(
    model: EntryListModel, journal: Journal, many: list[Entry], qtmodeltester: ModelTester
) -> None:
    model.show_source(EntrySource(journal))
    qtmodeltester.check(model)


def test_it_reads_by_pages(model: EntryListModel, journal: Journal, many: list[Entry]) -> None:
    model.show_source(EntrySource(journal))
    assert model.rowCount() == PAGE_SIZE
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    assert model.rowCount() == len(many)
    assert titles(model) == as_read_anew(model, journal)


def test_a_new_entry_comes_to_its_place_by_one_insertion(
    qtbot: QtBot, model: EntryListModel, journal: Journal, many: list[Entry]
) -> None:
    model.show_source(EntrySource(journal))
    new = journal.save_entry(Note(title="New", day=DAY - timedelta(days=3)))
    with qtbot.waitSignal(model.rowsInserted) as told, qtbot.assertNotEmitted(model.modelReset):
        model.refresh(new.id, new.day)
    assert told.args is not None
    assert told.args[1] == told.args[2] == model.row_of(new.id)
    assert titles(model)[:PAGE_SIZE] == as_read_anew(model, journal)[:PAGE_SIZE]


def test_a_saved_entry_changes_its_row_and_nothing_else(
    qtbot: QtBot, model: EntryListModel, journal: Journal, many: list[Entry]
) -> None:
    model.show_source(EntrySource(journal))
    changed = journal.save_entry(replace(many[5], title="Changed"))
    with (
        qtbot.waitSignal(model.dataChanged) as told,
        qtbot.assertNotEmitted(model.rowsInserted),
        qtbot.assertNotEmitted(model.rowsRemoved),
    ):
        model.refresh(changed.id, changed.day)
    assert told.args is not None
    row = model.row_of(changed.id)
    assert told.args[0].row() == told.args[1].row() == row
    assert titles(model)[row or 0] == "Changed"


def test_an_entry_moved_to_another_day_moves(
    model: EntryListModel, journal: Journal, many: list[Entry]
) -> None:
    model.show_source(EntrySource(journal))
    moved = journal.save_entry(replace(many[2], day=DAY - timedelta(days=10)))
    model.refresh(moved.id, moved.day)
    assert titles(model) == as_read_anew(model, journal)


def test_a_day_that_was_not_reached_yet_is_left_for_scrolling(
    model: EntryListModel, journal: Journal, many: list[Entry]
) -> None:
    model.show_source(EntrySource(journal))
    old = journal.save_entry(Note(title="Old", day=DAY - timedelta(days=300)))
    model.refresh(old.id, old.day)
    assert model.rowCount() == PAGE_SIZE
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    assert titles(model)[-1] == "Old"
    assert len(set(titles(model))) == len(many) + 1


def test_reload_tells_only_what_differs(
    qtbot: QtBot, model: EntryListModel, journal: Journal, many: list[Entry]
) -> None:
    model.show_source(EntrySource(journal))
    journal.put_in_bin([many[0].id, many[7].id])
    journal.save_entry(Note(title="From elsewhere", day=DAY))
    journal.save_entry(replace(many[3], title="Renamed"))
    journal.save_entry(replace(many[10], day=DAY))
    journal.save_entry(replace(many[1], day=DAY - timedelta(days=5)))
    with qtbot.assertNotEmitted(model.modelReset):
        model.reload()
    assert titles(model) == as_read_anew(model, journal)


def test_reload_reads_no_further_where_the_last_row_is_gone(
    model: EntryListModel, journal: Journal, many: list[Entry]
) -> None:
    model.show_source(EntrySource(journal))
    journal.put_in_bin([many[PAGE_SIZE - 1].id])
    model.reload()
    assert model.rowCount() == PAGE_SIZE
    assert titles(model) == as_read_anew(model, journal)


def test_removed_rows_leave(model: EntryListModel, journal: Journal, many: list[Entry]) -> None:
    model.show_source(EntrySource(journal))
    model.remove([many[0].id, many[1].id, many[9].id])
    assert model.rowCount() == PAGE_SIZE - 3
    assert model.row_of(many[9].id) is None


def test_a_search_gives_marks(model: EntryListModel, journal: Journal) -> None:
    journal.save_entry(Note(title="Flaky parser", body="It is the parser again."))
    journal.save_entry(Note(title="Other"))
    model.show_source(EntrySource(journal, search=journal.read_search("pars")))
    hit = model.data(model.index(0), EntryRole.HIT)
    assert model.rowCount() == 1
    assert [hit.row.title[mark.start :][: mark.length] for mark in hit.title_marks] == ["pars"]
    assert hit.marks


def test_the_entry_that_is_written_stays_though_it_is_found_no_more(
    model: EntryListModel, journal: Journal
) -> None:
    note = journal.save_entry(Note(title="Flaky", day=DAY))
    model.show_source(EntrySource(journal, search=journal.read_search("flaky")))
    changed = journal.save_entry(replace(note, title="Sound"))
    model.refresh(changed.id, changed.day, keep=True)
    assert model.row_of(note.id) == 0
    model.refresh(changed.id, changed.day)
    assert model.rowCount() == 0


def test_only_the_kind_that_is_meant(model: EntryListModel, journal: Journal) -> None:
    journal.save_entry(Note(title="Note", day=DAY))
    goal = journal.save_entry(Goal(title="Goal", day=DAY))
    model.show_source(EntrySource(journal, EntryQuery(kinds=frozenset({"goal"}))))
    assert titles(model) == ["Goal"]
    model.refresh(goal.id, DAY)
    assert titles(model) == ["Goal"]


def test_a_row_is_spoken_in_full(model: EntryListModel, journal: Journal) -> None:
    journal.save_entry(
        Goal(title="Own the release", day=DAY, tags=("cli",), steps=(Step("one", done=True), Step("two")))
    )
    model.show_source(EntrySource(journal))
    spoken = model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    for words in ("Own the release", "Goal", "22 July 2026", "1 of 2 steps", "private", "tags: cli"):
        assert words in spoken
