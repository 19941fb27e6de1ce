"""Titles behind `[[` and tags behind `#`, offered while one types on a real page."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from amp_desktop.domain.kinds.note import Note
from amp_desktop.journal import Journal
from amp_desktop.ui.completing.list import CompletionList
from amp_desktop.ui.entries import EntriesPage
from amp_desktop.ui.entries.kind_page import kind_page
from amp_desktop.ui.widgets.banner import Banner
from tests.ui.entries.conftest import OpenPage
from tests.ui.entries.pages import body, named, title

KEYS = Qt.Key
OLD = date(2026, 7, 1)
Writes = Callable[[str], QTextEdit]


@pytest.fixture
def page(open_page: OpenPage, journal: Journal) -> EntriesPage:
    journal.save_entries(
        [
            Note(title="Kick-off", day=OLD),
            Note(title="Fix [CI] | now", day=OLD, body="#ci #ci/build", tags=("ci",)),
            Note(title="Straße nach Łódź", day=OLD, body="#release #दस्तावेज़"),
        ]
    )
    page = open_page()
    page.activateWindow()
    page.new_entry()
    return page


@pytest.fixture
def writes(page: EntriesPage, qtbot: QtBot) -> Writes:
    """Types words, a key each, at the end of the text."""

    def type_words(words: str) -> QTextEdit:
        text = body(page)
        text.setFocus()
        qtbot.waitUntil(text.hasFocus)
        type_all(text, words)
        return text

    return type_words


def type_all(text: QTextEdit, words: str) -> None:
    """Types Latin letters a key each, and puts in others as an input method does."""
    for letter in words:
        if letter.isascii():
            QTest.keyClick(text, letter)
        else:
            text.insertPlainText(letter)


def offered(page: EntriesPage) -> list[str]:
    lists = page.window().findChildren(CompletionList)
    return [line for one in lists for line in one.offered()]


def chosen(page: EntriesPage) -> str:
    return next((one.chosen() for one in page.window().findChildren(CompletionList) if one.offered()), "")


def test_no_list_is_left_over_when_the_keyboard_comes_and_goes(
    qtbot: QtBot, page: EntriesPage, writes: Writes
) -> None:
    for _ in range(3):
        writes(" #c")
        assert offered(page)
        title(page).setFocus()
    lists = page.window().findChildren
    qtbot.waitUntil(lambda: len(lists(CompletionList)) == 0)


def test_tab_takes_the_title_that_fits(page: EntriesPage, writes: Writes) -> None:
    text = writes("see [[kick")
    assert offered(page) == ["Kick-off", "New entry “kick”"]
    assert text.accessibleDescription() == "Tab inserts Kick-off"
    QTest.keyClick(text, KEYS.Key_Tab)
    QTest.keyClicks(text, " there")
    assert text.toPlainText() == "see [[Kick-off]] there"
    assert (offered(page), text.accessibleDescription(), text.hasFocus()) == ([], "", True)


@pytest.mark.parametrize(
    ("typed", "becomes"),
    [("[[strasse l", "[[Straße nach Łódź]]"), ("[[Fix [CI", "[[Fix CI now]]"), ("[[now", "[[Fix CI now]]")],
)
def test_letters_fold_and_brackets_are_no_hindrance(
    page: EntriesPage, writes: Writes, typed: str, becomes: str
) -> None:
    text = writes(typed)
    QTest.keyClick(text, KEYS.Key_Return)
    assert text.toPlainText() == becomes
    assert offered(page) == []


def test_before_a_letter_is_typed_enter_is_a_new_line(page: EntriesPage, writes: Writes) -> None:
    text = writes("[[")
    assert offered(page) == ["Straße nach Łódź", "Fix [CI] | now", "Kick-off"]
    QTest.keyClick(text, KEYS.Key_Return)
    assert text.toPlainText() == "[[\n"
    assert offered(page) == []


def test_the_entry_itself_is_not_offered(page: EntriesPage, writes: Writes) -> None:
    title(page).setPlainText("Kick-off")
    writes("[[kick")
    assert offered(page) == ["New entry “kick”"]


def test_the_arrows_choose_another(page: EntriesPage, writes: Writes) -> None:
    text = writes("[[")
    for _ in range(2):
        QTest.keyClick(text, KEYS.Key_Down)
    assert chosen(page) == "Fix [CI] | now"
    QTest.keyClick(text, KEYS.Key_Return)
    assert text.toPlainText() == "[[Fix CI now]]"


def test_escape_puts_the_offers_away_while_one_types_there(page: EntriesPage, writes: Writes) -> None:
    text = writes("[[k")
    QTest.keyClick(text, KEYS.Key_Escape)
    assert offered(page) == []
    QTest.keyClicks(text, "ic")
    assert (offered(page), text.hasFocus()) == ([], True)
    QTest.keyClicks(text, "]] [[kic")
    assert offered(page)[0] == "Kick-off"


def test_the_last_line_makes_an_entry_and_one_writes_on(
    page: EntriesPage, writes: Writes, journal: Journal
) -> None:
    text = writes("[[Kick it")
    assert offered(page) == ["New entry “Kick it”"]
    QTest.keyClick(text, KEYS.Key_Down)
    QTest.keyClick(text, KEYS.Key_Return)
    QTest.keyClicks(text, "!")
    assert text.toPlainText() == "[[Kick it]]!"
    made = journal.links.titled("Kick it")
    assert made is not None
    assert journal.entry(made).kind == "note"
    assert "“Kick it” is a new note." in [banner.sentence() for banner in page.findChildren(Banner)]


def test_a_link_that_has_its_end_gets_no_other(page: EntriesPage, writes: Writes) -> None:
    text = writes("a [[ik|words]] b")
    cursor = text.textCursor()
    cursor.setPosition(4)
    text.setTextCursor(cursor)
    QTest.keyClicks(text, "k")
    QTest.keyClick(text, KEYS.Key_Tab)
    assert text.toPlainText() == "a [[Kick-off|words]] b"
    assert text.textCursor().position() == len("a [[Kick-off|words]]")


def test_one_undo_takes_back_what_was_taken(page: EntriesPage, writes: Writes) -> None:
    text = writes("😀 [[kick")
    QTest.keyClick(text, KEYS.Key_Tab)
    assert text.toPlainText() == "😀 [[Kick-off]]"
    text.undo()
    assert text.toPlainText() == "😀 [[kick"


def test_tags_are_offered_by_use_and_enter_leaves_the_new_one(page: EntriesPage, writes: Writes) -> None:
    text = writes("#c")
    assert offered(page) == ["ci", "ci/build"]
    QTest.keyClick(text, KEYS.Key_Tab)
    QTest.keyClicks(text, ", #rel")
    assert offered(page) == ["release"]
    QTest.keyClick(text, KEYS.Key_Return)
    type_all(text, "#द")
    assert offered(page) == ["दस्तावेज़"]
    QTest.keyClick(text, KEYS.Key_Down)
    QTest.keyClick(text, KEYS.Key_Return)
    assert text.toPlainText() == "#ci, #rel\n#दस्तावेज़"


def test_nothing_is_offered_in_code(page: EntriesPage, writes: Writes) -> None:
    text = writes("`#c")
    assert offered(page) == []
    text.clear()
    QTest.keyClicks(text, "```")
    QTest.keyClick(text, KEYS.Key_Return)
    QTest.keyClicks(text, "#c [[k")
    assert offered(page) == []


def test_leaving_puts_the_offers_away(page: EntriesPage, writes: Writes, qtbot: QtBot) -> None:
    text = writes("[[k")
    QTest.keyClick(text, KEYS.Key_Home)
    assert offered(page) == []
    text = writes("")
    QTest.keyClick(text, KEYS.Key_End)
    QTest.keyClicks(text, "i")
    assert offered(page)[0] == "Kick-off"
    page.begin_search()
    qtbot.waitUntil(lambda: not text.hasFocus())
    assert offered(page) == []


def test_a_click_takes_a_line_and_leaves_the_keyboard_in_the_text(page: EntriesPage, writes: Writes) -> None:
    text = writes("[[k")
    (shown,) = (one for one in page.window().findChildren(CompletionList) if one.isVisible())
    place = shown.visualRect(shown.model().index(0, 0)).center()
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert (text.toPlainText(), text.hasFocus()) == ("[[Kick-off]]", True)


def test_fields_of_prose_complete_too(open_page: OpenPage, journal: Journal, qtbot: QtBot) -> None:
    journal.save_entry(Note(title="Kick-off", day=OLD))
    page = open_page(kind_page("challenge"))
    page.resize(1500, 900)
    page.activateWindow()
    page.new_entry()
    field = named(page, "What I need", QTextEdit)
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    QTest.keyClicks(field, "ask at [[ki")
    QTest.keyClick(field, KEYS.Key_Tab)
    assert field.toPlainText() == "ask at [[Kick-off]]"
