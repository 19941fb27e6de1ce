"""The page of self-care notes."""

from datetime import date

from PySide6.QtWidgets import QLabel, QPushButton, QTextEdit, QToolButton
from pytestqt.qtbot import QtBot

from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.journal import Journal
from amp_desktop.ui.entries.kind_page import kind_page
from amp_desktop.ui.kinds.self_care.view import CareView
from tests.ui.entries.conftest import OpenPage
from tests.ui.entries.pages import named, rows


def test_taps_alone_make_a_note(qtbot: QtBot, journal: Journal, open_page: OpenPage) -> None:
    page = open_page(kind_page("self-care"))
    named(page, "New self-care note", QPushButton).click()
    named(page, "Mood: good", QToolButton).click()
    named(page, "Stress: light", QToolButton).click()
    qtbot.keyClicks(named(page, "What did me good", QTextEdit), "a walk")
    assert page.flush()
    note = next(iter(journal.entries()))
    assert isinstance(note, SelfCareNote)
    assert (note.mood, note.energy, note.stress, note.what_did_me_good) == (4, None, 2, "a walk")
    assert rows(page) == ["Self-care"]


def test_what_a_text_is_called_stands_there_once(journal: Journal, open_page: OpenPage) -> None:
    page = open_page(kind_page("self-care"))
    named(page, "New self-care note", QPushButton).click()
    text = named(page, "What did me good", QTextEdit)
    heading = next(one for one in page.findChildren(QLabel) if one.text() == "What did me good")
    assert (text.placeholderText(), heading.isVisible()) == ("What did me good", False)
    text.setFocus()
    assert (text.placeholderText(), heading.isVisible()) == ("", True)
    named(page, "Title", QTextEdit).setFocus()
    assert (text.placeholderText(), heading.isVisible()) == ("What did me good", False)


def test_it_says_that_it_stays(journal: Journal, open_page: OpenPage) -> None:
    journal.save_entry(SelfCareNote(mood=4))
    page = open_page(kind_page("self-care"))
    assert any("Stays with you" in label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_a_row_shows_only_what_was_said(journal: Journal) -> None:
    journal.save_entry(SelfCareNote(mood=4, stress=2))
    fact = CareView().fact(journal.rows().items[0], date(2026, 7, 22))
    assert fact.values == (("M", 4), ("S", 2))
    assert fact.spoken == "mood good, stress light"
