"""A new entry is of the kind that one looks at, whether by the page or by the search."""

from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from amp_desktop.domain.kinds.goal import Goal
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.kinds.reflection import Reflection
from amp_desktop.journal import Journal
from amp_desktop.ui.entries import EntriesPage
from amp_desktop.ui.entries.list.model import EntryListModel
from amp_desktop.ui.entries.open_entry import OpenEntry
from tests.ui.entries.conftest import OpenPage

BEGUN = [
    ("", "note"),
    ("kind:goal", "goal"),
    ("kind:challenge parser", "challenge"),
    ("kind:goal kind:challenge", "note"),
    ("-kind:goal", "note"),
    ("zebra", "note"),
]


@pytest.fixture
def page(journal: Journal, open_page: OpenPage) -> EntriesPage:
    journal.save_entries([Note(title="A day"), Goal(title="Lead a release")])
    return open_page()


@pytest.mark.parametrize(("typed", "kind"), BEGUN)
def test_the_one_kind_looked_for_is_begun(qtbot: QtBot, page: EntriesPage, typed: str, kind: str) -> None:
    model = page.findChild(EntryListModel)
    assert isinstance(model, EntryListModel)
    if typed:
        with qtbot.waitSignal(model.modelReset):
            page.search_for(typed)
    page.new_entry()
    opened = page.findChild(OpenEntry)
    assert isinstance(opened, OpenEntry)
    assert opened.entry is not None
    assert opened.entry.kind == kind


def test_the_entry_asked_for_is_shown_where_nothing_was_found(
    qtbot: QtBot, page: EntriesPage, journal: Journal
) -> None:
    oldest = Note(title="Long ago", day=date(2026, 1, 5))
    journal.save_entries([oldest])
    model = page.findChild(EntryListModel)
    assert isinstance(model, EntryListModel)
    page.search_for("zebra")
    qtbot.waitUntil(lambda: model.rowCount() == 0)
    page.show_entry(oldest.id)
    qtbot.waitUntil(lambda: model.rowCount() > 0)
    opened = page.findChild(OpenEntry)
    assert isinstance(opened, OpenEntry)
    assert opened.is_open(oldest.id)


def test_of_a_week_there_is_one_page(qtbot: QtBot, page: EntriesPage, journal: Journal) -> None:
    with qtbot.waitSignal(page.begin_requested) as begun:
        page.new_entry(Reflection.KIND)
    (week,) = begun.args
    assert isinstance(week, Reflection)
    journal.save_entry(replace(week, plan="Rest."))
    with qtbot.waitSignal(page.entry_requested) as opened:
        page.new_entry(Reflection.KIND)
    assert opened.args == [week.id]
