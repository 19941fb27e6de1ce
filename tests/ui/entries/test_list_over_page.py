"""Where the list has no room beside the page, an entry that one came for is what one sees."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.evaluation import Evaluation
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.kinds.reflection import Reflection
from amp_desktop.journal import Journal
from amp_desktop.ui.entries import EntriesPage
from amp_desktop.ui.entries.list.list_pane import ListPane
from amp_desktop.ui.page import Location
from tests.ui.entries.conftest import OpenPage
from tests.ui.entries.pages import part

DAY = date(2026, 7, 22)


@pytest.mark.parametrize(
    "come_for",
    [
        pytest.param(lambda page, entry: page.show_entry(entry.id), id="shown"),
        pytest.param(lambda page, entry: page.return_to(Location(entry.id)), id="gone back to"),
        pytest.param(lambda page, _entry: page.begin_entry(Note(day=DAY)), id="begun"),
    ],
)
@pytest.mark.parametrize(
    "entry",
    [
        pytest.param(Note(title="A free one", day=DAY), id="free"),
        pytest.param(Evaluation(title="A pad", day=DAY, window="Midterm evaluation"), id="pad"),
        pytest.param(Reflection(title="A week", day=DAY), id="week"),
    ],
)
def test_the_list_lies_over_no_entry_that_one_came_for(
    journal: Journal, open_page: OpenPage, entry: Entry, come_for: Callable[[EntriesPage, Entry], None]
) -> None:
    journal.save_entry(entry)
    journal.save_entry(Note(title="Newer", day=date(2026, 7, 23)))
    page = open_page()
    page.resize(page.fontMetrics().height() * 30, 600)
    page.arrive()
    pane = part(page, ListPane)
    assert pane.isVisible()

    come_for(page, entry)
    QApplication.processEvents()

    assert not pane.isVisible()
    focused = page.focusWidget()
    assert focused is None or not pane.isAncestorOf(focused)
