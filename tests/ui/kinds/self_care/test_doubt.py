"""A doubt on its own page, and what is put beside it by keyboard."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from amp_desktop.domain.kinds.milestone import Milestone
from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.journal import Journal
from amp_desktop.ui.entries.kind_page import kind_page
from amp_desktop.ui.entries.page import EntriesPage
from amp_desktop.ui.widgets.search_field import SearchField
from tests.ui.entries.conftest import OpenPage
from tests.ui.entries.pages import named
from tests.ui.people import shows

DAY = date(2026, 7, 22)
FIND = "Find a milestone, a step, feedback"


@pytest.fixture
def page(journal: Journal, open_page: OpenPage) -> EntriesPage:
    journal.save_entries(
        [Milestone(title="Merged", day=DAY), Milestone(title="Merged again", day=date(2026, 7, 23))]
    )
    journal.save_entry(SelfCareNote(title="I do not belong here", day=DAY))
    return open_page(kind_page("self-care"))


def _note(page: EntriesPage) -> SelfCareNote:
    assert page.flush()
    return next(entry for entry in page.session.journal.entries() if isinstance(entry, SelfCareNote))


def _titles(page: EntriesPage) -> list[str]:
    read = page.session.journal.proofs.read(_note(page).proofs)
    return [read[proof.id].title for proof in _note(page).proofs]


def _found(page: EntriesPage) -> list[str]:
    shown = _results(page)
    return [shown.item(at).text() for at in range(shown.count())] if shown.isVisible() else []


def _results(page: EntriesPage) -> QListWidget:
    return next(
        one for one in page.findChildren(QListWidget) if one.accessibleName().startswith("Found: what speaks")
    )


def test_nothing_speaks_before_it_is_asked(page: EntriesPage) -> None:
    assert not [one for one in page.findChildren(SearchField) if one.isVisible() and one.text() == FIND]

    named(page, "A doubt? Put beside it what you did", QPushButton).click()

    assert _note(page).is_doubt
    assert _note(page).proofs == ()
    assert _found(page) == [], "nothing is offered that was not looked for"


def test_what_is_found_is_pinned_by_keys_and_taken_away_again(page: EntriesPage, qtbot: QtBot) -> None:
    named(page, "A doubt? Put beside it what you did", QPushButton).click()
    search = named(page, FIND, SearchField)
    qtbot.keyClicks(search, "merg")
    qtbot.keyClick(search, Qt.Key.Key_Down)
    assert _found(page) == ["23 Jul 2026: Merged again", "22 Jul 2026: Merged"]
    qtbot.keyClick(_results(page), Qt.Key.Key_Down)
    qtbot.keyClick(_results(page), Qt.Key.Key_Return)

    assert _titles(page) == ["Merged"]
    assert _found(page) == []
    named(page, "22 Jul 2026: Merged", QPushButton)

    named(page, "Remove: 22 Jul 2026: Merged", QToolButton).click()
    assert _note(page).proofs == ()


def test_what_is_looked_for_in_vain_is_said(page: EntriesPage, qtbot: QtBot) -> None:
    named(page, "A doubt? Put beside it what you did", QPushButton).click()
    search = named(page, FIND, SearchField)
    assert not shows(page, "Nothing you did is called so")
    qtbot.keyClicks(search, "I am too slow")
    qtbot.waitUntil(lambda: shows(page, "Nothing you did is called so"))
    search.clear()
    qtbot.waitUntil(lambda: not shows(page, "Nothing you did is called so"))
    qtbot.keyClicks(search, "merg")
    qtbot.waitUntil(lambda: len(_found(page)) == 2)
    assert not shows(page, "Nothing you did is called so")


def test_a_proof_leads_to_its_entry(page: EntriesPage, qtbot: QtBot) -> None:
    named(page, "A doubt? Put beside it what you did", QPushButton).click()
    search = named(page, FIND, SearchField)
    qtbot.keyClicks(search, "again")
    qtbot.keyClick(search, Qt.Key.Key_Return)
    qtbot.keyClick(_results(page), Qt.Key.Key_Return)

    with qtbot.waitSignal(page.entry_requested) as asked:
        named(page, "23 Jul 2026: Merged again", QPushButton).click()
    assert page.session.journal.entry(asked.args[0]).title == "Merged again"


def test_a_doubt_that_is_none_any_more_keeps_what_stood_beside_it(page: EntriesPage, qtbot: QtBot) -> None:
    named(page, "A doubt? Put beside it what you did", QPushButton).click()
    search = named(page, FIND, SearchField)
    qtbot.keyClicks(search, "again")
    qtbot.keyClick(search, Qt.Key.Key_Return)
    qtbot.keyClick(_results(page), Qt.Key.Key_Return)
    named(page, "No longer a doubt", QPushButton).click()

    assert not _note(page).is_doubt
    assert _titles(page) == ["Merged again"]
    named(page, "A doubt? Put beside it what you did", QPushButton).click()
    assert named(page, "23 Jul 2026: Merged again", QPushButton).isVisible()
