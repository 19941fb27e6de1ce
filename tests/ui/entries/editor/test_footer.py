"""The line under the text: it fits the room that the text has, and leaves its neighbours theirs."""

from datetime import datetime

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from amp_desktop.ui.editing.spelling.context import SpellingContext, SpellingState
from amp_desktop.ui.entries.autosave import SaveState, SaveStatus
from amp_desktop.ui.entries.editor.footer import EditorFooter
from tests.ui.people import shows


@pytest.fixture
def footer(qtbot: QtBot) -> EditorFooter:
    """With as much to say as it ever has."""
    made = EditorFooter()
    qtbot.addWidget(made)
    made.resize(900, 30)
    made.show()
    made.show_words(50_000)
    made.show_standing(SpellingContext(SpellingState.NO_DICTIONARY, "zh"))
    made.show_news(SaveStatus(SaveState.SAVED, datetime(2026, 7, 22, 23, 59).astimezone()))
    return made


def test_with_room_it_says_all(footer: EditorFooter) -> None:
    assert footer.spelling.text() == "简体中文: no dictionary"
    assert shows(footer, "Encrypted")


def test_of_an_empty_page_it_says_no_words_and_no_spelling(footer: EditorFooter) -> None:
    height = footer.sizeHint().height()
    footer.show_words(0)
    assert footer.sizeHint().height() == footer.minimumSizeHint().height() == height
    assert not shows(footer, "0 words")
    assert footer.spelling.isHidden()
    footer.show_words(1)
    assert shows(footer, "1 word")
    assert footer.spelling.isVisible()


@pytest.mark.parametrize("width", [460, 400, 350, 260])
def test_in_little_room_nothing_is_cut_off_unseen(qtbot: QtBot, footer: EditorFooter, width: int) -> None:
    footer.resize(width, 30)
    QApplication.processEvents()
    assert footer.width() == width
    for part in (*footer.findChildren(QLabel), footer.spelling):
        assert part.isHidden() or part.width() >= part.sizeHint().width()
    assert footer.spelling.accessibleName() == "简体中文: no dictionary"
