"""What entries are written in is made ready for the kinds in the list, and for no others."""

from datetime import date

from amp_desktop.domain.kinds.goal import Goal
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.kinds.registry import ENTRY_TYPES
from amp_desktop.journal import Journal
from tests.ui.entries.conftest import OpenPage


def test_only_the_kinds_in_the_list_are_made_ready(journal: Journal, open_page: OpenPage) -> None:
    earlier = date(2026, 7, 1)
    journal.save_entries([Note(title="A day"), Goal(title="Lead a release", day=earlier)])

    made = " ".join(open_page().make_ready()).split()

    assert {kind for kind in ENTRY_TYPES if kind in made} - {Note.KIND} == {Goal.KIND}


def test_nothing_is_made_twice(journal: Journal, open_page: OpenPage) -> None:
    journal.save_entries([Goal(title="Lead a release")])
    page = open_page()
    list(page.make_ready())

    assert list(page.make_ready()) == []
