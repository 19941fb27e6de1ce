"""What is deleted for ever may still stand in the share log: it is said, and can be deleted there, too."""

from datetime import date

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from amp_desktop.domain.entry import Entry, Sharing
from amp_desktop.domain.kinds.note import Note
from amp_desktop.journal import Journal
from amp_desktop.ui.entries import EntriesPage
from amp_desktop.ui.entries.entries_view import EntriesView
from amp_desktop.ui.share.log import ShareDialog
from tests.shares import has_left
from tests.ui.entries.conftest import OpenPage
from tests.ui.entries.pages import filter_by, named, part

DAY = date(2026, 7, 22)
ONLY_BACKUPS = "Earlier versions and attachments go too. Only a backup still has them."


@pytest.fixture
def shared(journal: Journal) -> Entry:
    entry = journal.save_entry(Note(title="Canary", body="words", sharing=Sharing.SHAREABLE, day=DAY))
    disclosure = journal.sharing.disclose(journal.sharing.offer(), {entry.id})
    data = journal.sharing.render(disclosure, "md")
    has_left(journal.sharing, disclosure, "md", data, audience="my mentor")
    journal.put_in_bin([entry.id])
    return entry


def _says(page: EntriesPage, words: str) -> bool:
    notice = part(page, EntriesView).notice
    return any(words in label.text() for label in notice.findChildren(QLabel) if label.isVisible())


def test_the_share_log_is_told_of_and_can_be_cleared_of_what_was_deleted(
    journal: Journal, shared: Entry, open_page: OpenPage
) -> None:
    page = open_page()
    page.show_entry(shared.id)
    named(page, "Delete for ever…", QPushButton).click()
    assert _says(page, "the share log keeps what was shared of them")
    assert not _says(page, "Only a backup")
    named(page, "Delete for ever", QPushButton).click()
    assert _says(page, "One summary in the share log still quotes it.")
    assert "Canary" in journal.sharing.log().items[0].text
    named(page, "Delete it there, too", QPushButton).click()
    (line,) = journal.sharing.log().items
    assert (line.text, line.to_whom) == ("", "my mentor")
    assert _says(page, "The text of one summary was deleted from the share log.")


def test_emptying_the_bin_tells_of_the_share_log_as_well(
    qtbot: QtBot, journal: Journal, shared: Entry, open_page: OpenPage
) -> None:
    page = open_page()
    filter_by(page, "Bin")
    named(page, "Empty the bin…", QPushButton).click()
    assert _says(page, "share log")
    named(page, "Delete for ever", QPushButton).click()
    qtbot.waitUntil(lambda: _says(page, "still quotes it"))
    named(page, "Delete it there, too", QPushButton).click()
    assert journal.sharing.log().items[0].text == ""


def test_what_never_left_is_only_in_backups(journal: Journal, open_page: OpenPage) -> None:
    entry = journal.save_entry(Note(title="Mine", day=DAY))
    journal.put_in_bin([entry.id])
    page = open_page()
    page.show_entry(entry.id)
    named(page, "Delete for ever…", QPushButton).click()
    assert _says(page, ONLY_BACKUPS)
    named(page, "Delete for ever", QPushButton).click()
    assert not _says(page, "share log")


def test_the_log_says_that_a_text_was_deleted(qtbot: QtBot, journal: Journal, shared: Entry) -> None:
    journal.sharing.delete_from_log([shared.id])
    dialog = ShareDialog(journal.sharing.log().items[0])
    qtbot.addWidget(dialog)
    dialog.show()
    said = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    assert "Its text was deleted here." in said
