"""The open entry is written by another process too, while the person is typing in it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.goal import Goal, GoalStatus, Step
from amp_desktop.domain.kinds.note import Note
from amp_desktop.journal import Journal
from amp_desktop.ui.entries import EntriesPage
from amp_desktop.ui.entries.autosave import Autosave
from amp_desktop.ui.entries.entries_view import EntriesView
from amp_desktop.ui.session import Session
from amp_desktop.ui.widgets.chips import ChipRow
from tests.conftest import PASSPHRASE
from tests.ui.entries.conftest import OpenPage
from tests.ui.entries.pages import body, named, part, title

DAY = date(2026, 7, 22)
TEXT = "I was at #oldtag today.\n\nIt rained."


@pytest.fixture
def terminal(journal: Journal, journal_folder: Path) -> Iterator[Journal]:
    """The same journal, open in another process as far as the window can tell."""
    with Journal.open(journal_folder, passphrase=PASSPHRASE) as opened:
        yield opened


@pytest.fixture
def note(journal: Journal) -> Entry:
    return journal.save_entry(Note(title="A day", body=TEXT, tags=("oldtag",), day=DAY))


def _said(page: EntriesPage) -> str:
    return part(page, EntriesView).notice.sentence()


def _type_at_end(qtbot: QtBot, page: EntriesPage, words: str) -> None:
    body(page).moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(body(page), words)


def test_a_tag_renamed_in_a_terminal_is_renamed_under_the_text_that_is_typed(
    qtbot: QtBot, note: Entry, terminal: Journal, journal: Journal, open_page: OpenPage
) -> None:
    page = open_page()
    _type_at_end(qtbot, page, " All day")
    terminal.tagging.rename("oldtag", "newtag")
    qtbot.keyClicks(body(page), " long.")
    assert page.flush()
    wanted = "I was at #newtag today.\n\nIt rained. All day long."
    assert journal.entry(note.id).body == body(page).text() == wanted
    assert journal.entry(note.id).tags == tuple(part(page, ChipRow).tags()) == ("newtag",)
    assert _said(page) == ""
    qtbot.keyClicks(body(page), " Then sun.")
    assert page.flush()
    assert journal.entry(note.id).body == wanted + " Then sun."


def test_a_word_that_is_being_composed_outlives_what_a_terminal_writes(
    note: Entry, terminal: Journal, journal: Journal, session: Session, open_page: OpenPage
) -> None:
    page = open_page()
    text = body(page)
    text.setFocus()
    text.moveCursor(QTextCursor.MoveOperation.End)
    QApplication.sendEvent(text, QInputMethodEvent("어", []))
    terminal.tagging.rename("oldtag", "newtag")
    session.look_for_changes()
    QApplication.processEvents()
    composed = QInputMethodEvent()
    composed.setCommitString("어제")
    QApplication.sendEvent(text, composed)
    assert page.flush()
    assert journal.entry(note.id).body == text.text() == "I was at #newtag today.\n\nIt rained.어제"


def test_where_both_wrote_in_one_place_it_is_said_and_the_other_text_is_a_version(
    qtbot: QtBot, note: Entry, terminal: Journal, journal: Journal, open_page: OpenPage
) -> None:
    page = open_page()
    _type_at_end(qtbot, page, " Mine.")
    terminal.save_entry(replace(note, body=TEXT + " Theirs.", title="A wet day"), note)
    assert page.flush()
    assert body(page).text() == journal.entry(note.id).body == TEXT + " Mine."
    assert title(page).text() == journal.entry(note.id).title == "A wet day"
    assert _said(page) == "This entry was changed elsewhere while you were writing."
    newest = journal.version(note.id, journal.versions(note.id)[0].number)
    assert newest.body == TEXT + " Theirs."
    named(page, "Earlier versions", QPushButton).click()
    dialog = page.window().findChild(QDialog)
    assert dialog is not None
    assert dialog.isVisible()
    dialog.reject()


def test_what_was_ticked_elsewhere_stays_ticked_when_the_text_is_saved(
    qtbot: QtBot, terminal: Journal, journal: Journal, session: Session, open_page: OpenPage
) -> None:
    goal = journal.save_entry(Goal(title="Own the release", body="So far", steps=(Step("ask"),), day=DAY))
    page = open_page()
    _type_at_end(qtbot, page, ", so good")
    terminal.save_entry(replace(goal, steps=(Step("ask", done=True),), status=GoalStatus.ACHIEVED), goal)
    assert page.flush()
    after = journal.entry(goal.id)
    assert isinstance(after, Goal)
    assert (after.body, after.steps, after.status) == (
        "So far, so good",
        (Step("ask", done=True, done_on=journal.today()),),
        GoalStatus.ACHIEVED,
    )


def test_a_title_that_is_being_typed_is_not_forgotten_for_a_change_elsewhere(
    qtbot: QtBot, note: Entry, terminal: Journal, journal: Journal, session: Session, open_page: OpenPage
) -> None:
    pointing = journal.save_entry(Note(body="see [[A day]]", day=DAY.replace(day=1)))
    page = open_page()
    qtbot.keyClick(title(page), Qt.Key.Key_End)
    qtbot.keyClicks(title(page), " of")
    part(page, EntriesView).editor.edited.emit()
    part(page, Autosave).flush()  # the pause in typing
    terminal.change_entries([note.id], lambda entry: replace(entry, tags=("rain",)))
    session.look_for_changes()
    qtbot.keyClicks(title(page), " rain")
    assert page.flush()
    assert journal.entry(note.id).title == "A day of rain"
    assert journal.entry(pointing.id).body == "see [[A day of rain]]"


def test_what_was_passed_over_while_something_was_typed_is_shown_when_nothing_is_left_of_it(
    qtbot: QtBot, note: Entry, terminal: Journal, session: Session, open_page: OpenPage
) -> None:
    page = open_page()
    _type_at_end(qtbot, page, "x")
    qtbot.keyClick(body(page), Qt.Key.Key_Backspace)
    terminal.save_entry(replace(note, body="Theirs."), note)
    session.look_for_changes()
    assert body(page).text() == TEXT
    assert page.flush()
    assert body(page).text() == "Theirs."


def test_unwritten_text_of_an_entry_that_was_deleted_elsewhere_is_kept(
    qtbot: QtBot, note: Entry, terminal: Journal, journal: Journal, session: Session, open_page: OpenPage
) -> None:
    page = open_page()
    _type_at_end(qtbot, page, " Mine.")
    terminal.delete_for_ever([note.id])
    session.look_for_changes()
    assert body(page).text() == TEXT + " Mine."
    assert page.flush()
    assert journal.entry(note.id).body == TEXT + " Mine."
