"""The page that imports: looked at first, added, taken back; and what it says when that cannot be."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from amp_desktop.domain.kinds.note import Note
from amp_desktop.exchange.export.export import ExportFormat
from amp_desktop.journal import Journal
from amp_desktop.ui.importing import ImportPage
from amp_desktop.ui.platform.jobs import jobs_under_way
from amp_desktop.ui.session import Session
from tests.ui.people import press, seen, shows


@pytest.fixture
def page(qtbot: QtBot, journal: Journal) -> ImportPage:
    session = Session(journal)
    page = ImportPage(session)
    session.setParent(page)
    qtbot.addWidget(page)
    page.resize(1000, 650)
    with qtbot.waitExposed(page):
        page.show()
    page.arrive()
    return page


@pytest.fixture
def export(journal: Journal, tmp_path: Path) -> Path:
    """An export of two notes, of which one is still in the journal."""
    journal.save_entry(Note(title="Kept"))
    gone = journal.save_entry(Note(title="Gone"))
    journal.maintenance.export(tmp_path / "out", ExportFormat.JSON)
    journal.delete_for_ever([gone.id])
    return tmp_path / "out" / "journal.json"


def test_it_is_looked_at_added_and_taken_back(
    qtbot: QtBot, page: ImportPage, journal: Journal, export: Path
) -> None:
    page.look_at(str(export))
    qtbot.waitUntil(lambda: shows(page, "1 entry would be added."))
    assert shows(page, "Notes: 1\nAlready here: 1")
    assert journal.count() == 1
    assert seen(page, QPushButton, "Add them").hasFocus() or not page.isActiveWindow()

    press(page, "Add them")
    qtbot.waitUntil(lambda: shows(page, "1 entry was added."))
    assert {row.title for row in journal.rows().items} == {"Kept", "Gone"}

    press(page, "Undo the import")
    assert shows(page, "1 entry was removed again.")
    assert {row.title for row in journal.rows().items} == {"Kept"}


def test_what_is_no_export_is_said(qtbot: QtBot, page: ImportPage, tmp_path: Path) -> None:
    file = tmp_path / "diary.txt"
    file.write_text("Dear diary", encoding="utf-8")
    page.look_at(str(file))
    qtbot.waitUntil(lambda: shows(page, "This is nothing that can be imported."))
    assert seen(page, QPushButton, "Choose a file…").isVisible()


def test_locking_calls_it_off_and_drops_every_word(qtbot: QtBot, page: ImportPage, export: Path) -> None:
    page.look_at(str(export))
    qtbot.waitUntil(lambda: shows(page, "1 entry would be added."))
    page.forget()
    assert not shows(page, "1 entry would be added.")
    qtbot.waitUntil(lambda: jobs_under_way() == 0)
