"""Beginning an entry with a template, as a person does: from the menu to the first word."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from amp_desktop.domain.entry_template import EntryTemplate
from amp_desktop.domain.kinds.challenge import Challenge
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.program import default_program
from amp_desktop.journal import Journal
from amp_desktop.journal.templates import shipped
from amp_desktop.ui.entries import EntriesPage
from amp_desktop.ui.entries.kind_page import kind_page
from amp_desktop.ui.templates.dialog import TemplatesDialog
from amp_desktop.ui.templates.menu import TemplateMenu
from tests.ui.entries.conftest import OpenPage
from tests.ui.entries.pages import body, named, rows, title


def offered(page: EntriesPage) -> list[QAction]:
    """What the menu of templates shows when it opens."""
    menu = named(page, "New entry", QPushButton).menu().findChild(TemplateMenu)
    assert isinstance(menu, TemplateMenu)
    menu.aboutToShow.emit()
    return [action for action in menu.actions() if not action.isSeparator()]


def begin_with(page: EntriesPage, name: str) -> None:
    next(action for action in offered(page) if action.text() == name).trigger()


def test_the_menu_offers_kinds_first_then_templates(page: EntriesPage, journal: Journal) -> None:
    journal.templates.save(EntryTemplate(id="own", name="R&D"))
    menu = named(page, "New entry", QPushButton).menu()
    texts = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert texts[:2] == ["New note", "New goal"]
    assert texts[-1] == "From a template"
    names = [action.text() for action in offered(page)]
    assert names[0] == "Daily note"
    assert names[-2:] == ["R&&D", "Edit templates…"]


def test_a_chosen_template_shows_and_is_stored_only_when_something_is_typed(
    page: EntriesPage, journal: Journal, qtbot: QtBot
) -> None:
    journal.save_program(default_program(2026, mentor="Ada"))
    begin_with(page, "Feedback received")
    assert title(page).text() == "Feedback from Ada"
    assert body(page).text().startswith("## What was said\n\n%%As close")
    assert page.flush()
    assert journal.count() == 0
    qtbot.keyClicks(body(page), "That it reads well.")
    assert page.flush()
    [row] = journal.rows().items
    entry = journal.entry(row.id)
    assert (entry.title, entry.tags) == ("Feedback from Ada", ("feedback",))
    assert "## What was said\n\n%%As close" in entry.body
    assert "\nThat it reads well.\n" in entry.body  # the cursor waited under the first hint
    assert rows(page) == ["Feedback from Ada"]


@pytest.mark.parametrize("template", shipped().values(), ids=shipped())
def test_no_untouched_template_is_stored(
    page: EntriesPage, journal: Journal, template: EntryTemplate
) -> None:
    begin_with(page, template.name)
    assert body(page).text()
    page.new_entry("note")
    assert page.flush()
    assert journal.count() == 0


def test_what_was_typed_and_taken_back_is_not_stored(
    page: EntriesPage, journal: Journal, qtbot: QtBot
) -> None:
    begin_with(page, "Daily note")
    qtbot.keyClicks(body(page), "x")
    qtbot.keyClick(body(page), Qt.Key.Key_Backspace)
    assert page.flush()
    assert journal.count() == 0


def test_a_template_without_a_title_waits_for_one(page: EntriesPage, journal: Journal, qtbot: QtBot) -> None:
    begin_with(page, "Stuck")
    focused = page.focusWidget()
    assert focused is title(page)
    qtbot.keyClicks(title(page), "The release hangs")
    assert page.flush()
    entry = journal.entry(journal.rows().items[0].id)
    assert isinstance(entry, Challenge)
    assert entry.body.startswith("## What happens")


def test_new_begins_with_what_was_set_for_the_kind(
    open_page: OpenPage, journal: Journal, qtbot: QtBot
) -> None:
    journal.templates.set_default("challenge", "stuck")
    page = open_page(kind_page("challenge"))
    qtbot.mouseClick(named(page, "New challenge", QPushButton), Qt.MouseButton.LeftButton)
    assert body(page).text().startswith("## What happens")
    page.new_entry("note")
    assert body(page).text() == ""


def test_another_entry_is_written_before_a_template_takes_its_place(
    page: EntriesPage, journal: Journal, qtbot: QtBot
) -> None:
    page.new_entry("note")
    qtbot.keyClicks(title(page), "First")
    begin_with(page, "Daily note")
    assert [row.title for row in journal.rows().items] == ["First"]


def test_the_menu_leads_to_the_templates(page: EntriesPage, qtbot: QtBot) -> None:
    begin_with(page, "Edit templates…")
    dialog = page.findChild(TemplatesDialog)
    assert isinstance(dialog, TemplatesDialog)
    assert dialog.isVisible()
    dialog.reject()


def test_an_entry_of_a_template_keeps_its_day(page: EntriesPage, journal: Journal) -> None:
    begin_with(page, "Daily note")
    day = journal.templates.context().day
    assert isinstance(day, date)
    assert any(str(day.year) in label.text() for label in page.findChildren(QLabel))
    assert isinstance(journal.new_entry("note"), Note)


def test_a_page_of_one_kind_offers_the_templates_that_serve_it(
    open_page: OpenPage, journal: Journal, qtbot: QtBot
) -> None:
    journal.templates.save(
        EntryTemplate(id="stuck-again", name="Stuck again", kind="challenge", title="Stuck")
    )
    journal.templates.save(EntryTemplate(id="a-goal", name="A goal", kind="goal"))
    page = open_page(kind_page("challenge"))
    beside = named(page, "From a template", QToolButton)
    menu = beside.menu()
    menu.aboutToShow.emit()
    offered = {action.text(): action for action in menu.actions()}
    assert "A goal" not in offered
    offered["Stuck again"].trigger()
    assert title(page).text() == "Stuck"
    qtbot.keyClicks(title(page), " once more")
    assert page.flush()
    assert isinstance(next(iter(journal.entries())), Challenge)
