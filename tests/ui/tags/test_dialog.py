"""Looking after tags, as a person does."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.search.saved_search import SavedSearch
from amp_desktop.journal import Journal
from amp_desktop.ui.session import Session
from amp_desktop.ui.tags.dialog import TagsDialog
from amp_desktop.ui.widgets.banner import Banner
from amp_desktop.ui.widgets.search_field import SearchField
from tests.ui.entries.pages import named, part
from tests.ui.entries.test_accessible import nameless
from tests.ui.people import shows

DAY = date(2026, 7, 22)
ONE = Note(title="One", body="about #ci and `#ci`", tags=("ci", "docs"), day=DAY)
TWO = Note(title="Two", body="%%#CI%% #日記", day=DAY)


@pytest.fixture
def dialog(journal: Journal, session: Session, qtbot: QtBot) -> Iterator[TagsDialog]:
    journal.save_entries([ONE, TWO])
    made = TagsDialog(session)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.reject()


def rows(dialog: TagsDialog) -> list[tuple[str, str]]:
    model = part(dialog, QTableView).model()
    return [tuple(str(model.index(row, at).data()) for at in (0, 1)) for row in range(model.rowCount())]  # type: ignore[misc]


def choose_tag(dialog: TagsDialog, tag: str) -> None:
    table = part(dialog, QTableView)
    table.selectRow([name.casefold() for name, _ in rows(dialog)].index(tag))


def name_of(dialog: TagsDialog) -> QLineEdit:
    return named(dialog, "Name", QLineEdit)


def press(dialog: TagsDialog, button: str, qtbot: QtBot) -> None:
    qtbot.mouseClick(named(dialog, button, QPushButton), Qt.MouseButton.LeftButton)


def said(dialog: TagsDialog) -> str:
    return part(dialog, Banner).sentence()


def test_tags_are_listed_with_their_entries_and_found(dialog: TagsDialog, qtbot: QtBot) -> None:
    assert [(name.casefold(), count) for name, count in rows(dialog)] == [
        ("ci", "2"),
        ("docs", "1"),
        ("日記", "1"),
    ]
    assert nameless(dialog) == []
    part(dialog, QTableView).sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert rows(dialog)[0][0].casefold() == "ci"
    qtbot.keyClicks(part(dialog, SearchField), "OC")
    qtbot.waitUntil(lambda: [name for name, _ in rows(dialog)] == ["docs"])


def test_the_arrow_leads_from_the_search_to_what_was_found(dialog: TagsDialog, qtbot: QtBot) -> None:
    search, table = part(dialog, SearchField), part(dialog, QTableView)
    qtbot.keyClicks(search, "oc")
    qtbot.waitUntil(lambda: [name for name, _ in rows(dialog)] == ["docs"])
    search.setFocus()
    qtbot.keyClick(search, Qt.Key.Key_Down)
    assert dialog.focusWidget() is table
    assert name_of(dialog).text() == "docs"


def test_a_tag_is_renamed_and_that_is_undone(dialog: TagsDialog, journal: Journal, qtbot: QtBot) -> None:
    choose_tag(dialog, "ci")
    name_of(dialog).setText("#build")
    press(dialog, "Rename", qtbot)
    qtbot.waitUntil(lambda: said(dialog).endswith("is now called “build”."))
    one = journal.entry(ONE.id)
    assert (one.body, one.tags) == ("about #build and `#ci`", ("build", "docs"))
    assert journal.entry(TWO.id).body == "%%#build%% #日記"
    assert name_of(dialog).text() == "build"
    press(dialog, "Undo", qtbot)
    qtbot.waitUntil(lambda: journal.entry(ONE.id).body == ONE.body)
    assert (journal.entry(ONE.id).tags, journal.entry(TWO.id).body) == (ONE.tags, TWO.body)


def test_a_tag_that_was_found_is_seen_under_its_new_name(dialog: TagsDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(part(dialog, SearchField), "oc")
    qtbot.waitUntil(lambda: [name for name, _ in rows(dialog)] == ["docs"])
    name_of(dialog).setText("handbook")
    press(dialog, "Rename", qtbot)
    qtbot.waitUntil(lambda: said(dialog).endswith("is now called “handbook”."))
    assert ("handbook", "1") in rows(dialog)
    assert name_of(dialog).text() == "handbook"
    assert part(dialog, SearchField).text() == ""


def test_where_no_tag_is_found_none_can_be_removed(dialog: TagsDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(part(dialog, SearchField), "zebra")
    qtbot.waitUntil(lambda: rows(dialog) == [])
    assert shows(dialog, "No tag is called so.")
    assert not named(dialog, "Remove the tag", QPushButton).isEnabled()
    assert not named(dialog, "Rename", QPushButton).isEnabled()
    part(dialog, SearchField).clear()
    qtbot.waitUntil(lambda: len(rows(dialog)) == 3)
    assert not shows(dialog, "No tag is called so.")
    choose_tag(dialog, "docs")
    assert named(dialog, "Remove the tag", QPushButton).isEnabled()


def test_saved_searches_follow_and_come_back(dialog: TagsDialog, journal: Journal, qtbot: QtBot) -> None:
    journal.searches.save(SavedSearch("Builds", 'kind:note tag:"CI" -tag:docs'))
    choose_tag(dialog, "ci")
    name_of(dialog).setText("build")
    press(dialog, "Rename", qtbot)
    qtbot.waitUntil(lambda: said(dialog).endswith("is now called “build”."))
    assert [one.typed for one in journal.searches.all()] == ["kind:note tag:build -tag:docs"]
    press(dialog, "Undo", qtbot)
    qtbot.waitUntil(lambda: [one.typed for one in journal.searches.all()] == ['kind:note tag:"CI" -tag:docs'])
    qtbot.waitUntil(lambda: journal.entry(ONE.id).body == ONE.body)


def test_two_tags_become_one(dialog: TagsDialog, journal: Journal, qtbot: QtBot) -> None:
    choose_tag(dialog, "ci")
    name_of(dialog).setText("Docs")
    press(dialog, "Merge the two", qtbot)
    qtbot.waitUntil(lambda: len(rows(dialog)) == 2)
    assert journal.entry(ONE.id).tags == ("Docs",)
    assert said(dialog).endswith("and “Docs” are now one tag.")
    assert [count.entries for count in journal.tags()] == [2, 1]


def test_a_tag_is_taken_away_and_its_word_stays(dialog: TagsDialog, journal: Journal, qtbot: QtBot) -> None:
    choose_tag(dialog, "ci")
    press(dialog, "Remove the tag", qtbot)
    qtbot.waitUntil(lambda: len(rows(dialog)) == 2)
    assert (journal.entry(ONE.id).body, journal.entry(ONE.id).tags) == ("about ci and `#ci`", ("docs",))


def test_what_is_no_name_is_said_and_changes_nothing(
    dialog: TagsDialog, journal: Journal, qtbot: QtBot
) -> None:
    choose_tag(dialog, "ci")
    assert not named(dialog, "Rename", QPushButton).isEnabled()
    name_of(dialog).setText("123")
    press(dialog, "Rename", qtbot)
    assert said(dialog) == "“123” cannot be a tag."
    assert journal.entry(ONE.id) == ONE


def test_without_tags_it_says_how_there_will_be_some(session: Session, qtbot: QtBot) -> None:
    dialog = TagsDialog(session)
    qtbot.addWidget(dialog)
    dialog.show()
    assert any("no tags yet" in label.text() for label in dialog.findChildren(QLabel) if label.isVisible())
    assert not named(dialog, "Rename", QPushButton).isEnabled()
    dialog.reject()


def test_pages_hear_of_what_was_renamed(dialog: TagsDialog, session: Session, qtbot: QtBot) -> None:
    choose_tag(dialog, "docs")
    name_of(dialog).setText("guides")
    with qtbot.waitSignal(session.saved) as heard:
        press(dialog, "Rename", qtbot)
    assert heard.args is not None
    assert heard.args[0].tags == ("ci", "guides")
