"""Links followed, made good, and kept when a title changes, on a real page."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QTextEdit, QToolTip
from pytestqt.qtbot import QtBot

from amp_desktop.domain.kinds.note import Note
from amp_desktop.journal import Journal
from amp_desktop.ui.entries import EntriesPage
from amp_desktop.ui.entries.inspector.linked_rows import LinkedRow, LinkedRows
from amp_desktop.ui.widgets.banner import Banner
from tests.ui.entries.conftest import OpenPage
from tests.ui.entries.pages import body, named, title

CONTROL = Qt.KeyboardModifier.ControlModifier
OLD, NEW = date(2026, 7, 1), date(2026, 7, 2)


@pytest.fixture
def target(journal: Journal) -> Note:
    target = Note(title="Kick-off", body="where it began", day=OLD)
    journal.save_entry(target)
    return target


def said(page: EntriesPage) -> list[str]:
    return [banner.sentence() for banner in page.findChildren(Banner) if banner.isVisible()]


def sides(page: EntriesPage) -> dict[str, list[str]]:
    """The titles on both sides of the links of the open entry, by their headings."""
    return {
        rows.accessibleName(): [row.title() for row in rows.findChildren(LinkedRow) if not row.isHidden()]
        for rows in page.findChildren(LinkedRows)
    }


def press(page: EntriesPage, button: str) -> None:
    named(page, button, QPushButton).click()


def click_at(text: QTextEdit, place: int) -> None:
    cursor = text.textCursor()
    cursor.setPosition(place)
    text.setTextCursor(cursor)
    pos = QPoint(text.cursorRect().center())
    QTest.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, CONTROL, pos)


@pytest.mark.parametrize(
    "written", ["see [[kick-off]]", "see [[Kick-off|the first call]]", "आज [[KICK-OFF]]"]
)
def test_control_and_a_click_go_to_the_entry(
    open_page: OpenPage, journal: Journal, target: Note, written: str
) -> None:
    journal.save_entry(Note(title="Here", body=written, day=NEW))
    page = open_page()
    click_at(body(page), written.index("[[") + 4)
    assert (title(page).text(), body(page).text()) == (target.title, target.body)


def test_control_and_enter_go_to_the_entry_and_elsewhere_tick_the_task(
    open_page: OpenPage, journal: Journal, target: Note, qtbot: QtBot
) -> None:
    journal.save_entry(Note(title="Here", body="- [ ] see [[kick-off]]", day=NEW))
    page = open_page()
    page.activateWindow()
    text = body(page)
    text.setFocus()
    qtbot.waitUntil(text.hasFocus)
    QTest.keyClick(text, Qt.Key.Key_Return, CONTROL)
    assert (title(page).text(), text.text()) == ("Here", "- [x] see [[kick-off]]")
    text.moveCursor(text.textCursor().MoveOperation.End)
    QTest.keyClick(text, Qt.Key.Key_Return, CONTROL)
    assert title(page).text() == target.title


def test_writing_on_leaves_the_rows_of_links_as_they_are(
    open_page: OpenPage, journal: Journal, target: Note, qtbot: QtBot
) -> None:
    journal.save_entry(Note(title="Here", body="see [[kick-off]]", day=NEW))
    page = open_page()
    before = page.findChildren(LinkedRow)
    qtbot.keyClicks(body(page), "Well, ")
    assert page.flush()
    assert before == page.findChildren(LinkedRow)
    assert sides(page)["Links to"] == [target.title]


def test_a_link_that_leads_nowhere_offers_to_make_the_entry(open_page: OpenPage, journal: Journal) -> None:
    journal.save_entry(Note(title="Here", body="see [[Release train]]", day=NEW))
    page = open_page()
    click_at(body(page), 8)
    assert said(page) == ["No entry is called “Release train” yet."]
    press(page, "Make it")
    assert title(page).text() == "Release train"
    assert journal.links.titled("release TRAIN") is not None


def test_in_code_there_is_nothing_to_follow(open_page: OpenPage, journal: Journal, target: Note) -> None:
    journal.save_entry(Note(title="Here", body="`[[kick-off]]`\n\n```\n[[kick-off]]\n```", day=NEW))
    page = open_page()
    for place in (5, 25):
        click_at(body(page), place)
    assert (title(page).text(), said(page)) == ("Here", [])
    assert target.title == "Kick-off"


def test_links_follow_a_title_when_the_keyboard_leaves_it(
    open_page: OpenPage, journal: Journal, target: Note, qtbot: QtBot
) -> None:
    pointing = Note(title="Here", body="see [[kick-off]] and [[kick-off|it]] `[[kick-off]]`", day=OLD)
    journal.save_entry(pointing)
    page = open_page()
    page.activateWindow()
    page.show_entry(target.id)
    title(page).setFocus()
    qtbot.waitUntil(title(page).hasFocus)
    title(page).selectAll()
    QTest.keyClicks(title(page), "The first")
    qtbot.waitUntil(lambda: journal.entry(target.id).title == "The first")  # a pause in typing
    assert "[[kick-off]] and" in journal.entry(pointing.id).body
    QTest.keyClicks(title(page), " call")
    QTest.keyClick(title(page), Qt.Key.Key_Return)
    after = "see [[The first call]] and [[The first call|it]] `[[kick-off]]`"
    assert journal.entry(pointing.id).body == after
    assert said(page) == ["“Kick-off” is now called “The first call”."]
    QApplication.processEvents()
    assert sides(page)["Linked from"] == ["Here"]
    press(page, "Undo")
    assert journal.entry(pointing.id).body == pointing.body
    assert (journal.entry(target.id).title, title(page).text()) == ("Kick-off", "Kick-off")


def test_links_follow_also_where_one_goes_straight_to_another_entry(
    open_page: OpenPage, journal: Journal, target: Note
) -> None:
    pointing = journal.save_entry(Note(title="Here", body="[[kick-off]]", day=OLD))
    page = open_page()
    page.show_entry(target.id)
    title(page).setPlainText("Renamed")
    page.show_entry(pointing.id)
    assert body(page).text() == journal.entry(pointing.id).body == "[[Renamed]]"


def test_a_title_that_was_emptied_is_followed_when_there_is_another(
    open_page: OpenPage, journal: Journal, target: Note
) -> None:
    pointing = journal.save_entry(Note(title="Here", body="[[kick-off]]", day=OLD))
    page = open_page()
    page.show_entry(target.id)
    title(page).setPlainText("")
    assert page.flush()
    assert journal.entry(pointing.id).body == "[[kick-off]]"
    title(page).setPlainText("Renamed")
    assert page.flush()
    assert journal.entry(pointing.id).body == "[[Renamed]]"


def test_a_title_that_was_emptied_and_left_is_followed_at_the_next_visit(
    open_page: OpenPage, journal: Journal, target: Note
) -> None:
    pointing = journal.save_entry(Note(title="Here", body="[[kick-off]]", day=OLD))
    page = open_page()
    page.show_entry(target.id)
    title(page).setPlainText("")
    page.show_entry(pointing.id)
    page.show_entry(target.id)
    title(page).setPlainText("Renamed")
    assert page.flush()
    assert journal.entry(pointing.id).body == "[[Renamed]]"
    assert said(page) == ["“Kick-off” is now called “Renamed”."]


def test_a_title_that_another_entry_bears_takes_its_links_along_only_when_let(
    open_page: OpenPage, journal: Journal, target: Note
) -> None:
    other = journal.save_entry(Note(title="Standup", day=OLD))
    pointing = journal.save_entry(Note(title="Here", body="[[kick-off]] [[Standup]]", day=OLD))
    page = open_page()
    page.show_entry(target.id)
    title(page).setPlainText("Standup")
    assert page.flush()
    assert journal.entry(pointing.id).body == pointing.body
    assert said(page) == ["Another entry is called “Standup”, too."]
    press(page, "Let them follow")
    assert journal.entry(pointing.id).body == "[[Standup]] [[Standup]]"
    press(page, "Undo")
    assert journal.entry(pointing.id).body == pointing.body
    assert (journal.entry(target.id).title, title(page).text()) == ("Kick-off", "Kick-off")
    assert journal.entry(other.id) == other


@pytest.mark.parametrize("back", ["Kick-off", "Another name"])
def test_links_that_were_let_join_are_parted_when_the_title_is_given_up(
    open_page: OpenPage, journal: Journal, target: Note, back: str
) -> None:
    journal.save_entry(Note(title="Standup", day=OLD))
    pointing = journal.save_entry(Note(title="Here", body="[[Kick-off]] [[Standup]]", day=OLD))
    page = open_page()
    page.show_entry(target.id)
    title(page).setPlainText("Standup")
    page.flush()
    press(page, "Let them follow")
    page.show_entry(pointing.id)
    page.show_entry(target.id)
    title(page).setPlainText(back)
    assert page.flush()
    assert journal.entry(pointing.id).body == f"[[{back}]] [[Standup]]"


def test_a_title_that_is_given_back_unasked_leaves_links_as_they_were(
    open_page: OpenPage, journal: Journal, target: Note
) -> None:
    journal.save_entry(Note(title="Standup", day=OLD))
    pointing = journal.save_entry(Note(title="Here", body="[[kick-off]] [[Standup]]", day=OLD))
    page = open_page()
    page.show_entry(target.id)
    for typed in ("Standup", "Kick-off", "Standup", "Another name"):
        title(page).setPlainText(typed)
        assert page.flush()
    assert journal.entry(pointing.id).body == "[[Another name]] [[Standup]]"


def test_a_version_with_another_title_is_brought_back_with_the_links(
    open_page: OpenPage, journal: Journal, target: Note
) -> None:
    pointing = journal.save_entry(Note(title="Here", body="[[kick-off]] [[Kick-off]]", day=OLD))
    page = open_page()
    page.show_entry(target.id)
    body(page).setPlainText("word " * 100)
    page.flush()
    title(page).setPlainText("Renamed")
    body(page).setPlainText("gone")
    page.flush()
    assert journal.entry(pointing.id).body == "[[Renamed]] [[Renamed]]"
    number = next(v.number for v in journal.versions(target.id) if v.title == "Kick-off")
    page.session.bring_back(target.id, number)
    assert journal.entry(pointing.id).body == "[[Kick-off]] [[Kick-off]]"


def test_both_sides_of_a_link_are_told_apart(open_page: OpenPage, journal: Journal, target: Note) -> None:
    journal.save_entry(Note(title="Points here", body="[[kick-off]]", day=OLD))
    journal.save_entry(Note(id=target.id, title="Kick-off", body="[[By title]]", day=OLD))
    journal.save_entry(Note(title="By title", day=OLD))
    page = open_page()
    page.resize(1500, 900)
    page.show_entry(target.id)
    QApplication.processEvents()
    assert sides(page) == {"Links to": ["By title"], "Linked from": ["Points here"]}


def test_where_the_pointer_rests_on_a_link_it_says_how_to_follow_it(
    open_page: OpenPage, journal: Journal, qtbot: QtBot
) -> None:
    journal.save_entry(Note(title="Here", body="see [[<b>kick-off]] and so on", day=NEW))
    text = body(open_page())
    for place, words in ((8, "<qt>Ctrl+click opens “&lt;b&gt;kick-off”.</qt>"), (22, "")):
        cursor = text.textCursor()
        cursor.setPosition(place)
        text.setTextCursor(cursor)
        at = text.cursorRect().center()
        QApplication.sendEvent(text.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, text.mapToGlobal(at)))
        qtbot.waitUntil(lambda words=words: QToolTip.text() == words)  # type: ignore[misc]


def test_the_menu_over_a_link_goes_there(open_page: OpenPage, journal: Journal, target: Note) -> None:
    journal.save_entry(Note(title="Here", body="see [[kick-off]]", day=NEW))
    page = open_page()
    menu = QMenu()
    body(page).menu_wanted.emit(menu, 8)
    (go,) = (action for action in menu.actions() if action.text() == "Go to “kick-off”")
    go.trigger()
    assert title(page).text() == target.title
    menu.deleteLater()
