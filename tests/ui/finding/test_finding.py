"""Searching on a page of entries, as a person does it: by words, by buttons, and by both."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from amp_desktop.domain.kinds.challenge import Challenge
from amp_desktop.domain.kinds.goal import Goal
from amp_desktop.domain.kinds.note import Note
from amp_desktop.journal import Journal
from amp_desktop.ui.entries.kind_page import kind_page
from amp_desktop.ui.entries.list.list_view import EntryListView
from amp_desktop.ui.entries.page import EntriesPage
from amp_desktop.ui.finding.filter_menu import FilterMenu
from amp_desktop.ui.finding.keep_dialog import KeepSearchDialog
from amp_desktop.ui.finding.search_box import SearchBox
from tests.ui.entries.conftest import OpenPage
from tests.ui.entries.pages import named, only_kind, part, rows


@pytest.fixture
def journal(journal: Journal) -> Journal:
    journal.save_entries(
        [
            Note(title="Week one", body="apple, a comet", day=date(2026, 7, 1), tags=("ci",)),
            Goal(title="Release", body="comet comet comet", day=date(2026, 7, 2), tags=("ci", "docs")),
            Challenge(title="Stuck", body="a comet, far away", day=date(2026, 7, 3)),
        ]
    )
    return journal


def search(page: EntriesPage) -> SearchBox:
    return part(page, SearchBox)


def type_words(qtbot: QtBot, page: EntriesPage, words: str) -> None:
    search(page).setFocus()
    search(page).clear()
    qtbot.keyClicks(search(page), words)


def said(page: QWidget) -> str:
    return " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("kind:goal", ["Release"]),
        ("comet -kind:goal", ["Stuck", "Week one"]),
        ("tag:ci", ["Release", "Week one"]),
        ('"a comet" before:2026-07-03', ["Week one"]),
        ("is:open", ["Stuck", "Release"]),
        ("-apple", ["Stuck", "Release"]),
        ("comet sort:best", ["Release", "Stuck", "Week one"]),
    ],
)
def test_words_and_filters_find(qtbot: QtBot, open_page: OpenPage, words: str, found: list[str]) -> None:
    page = open_page()
    type_words(qtbot, page, words)
    qtbot.waitUntil(lambda: rows(page) == found)


def test_buttons_write_the_words(qtbot: QtBot, open_page: OpenPage) -> None:
    page = open_page()
    type_words(qtbot, page, "comet")
    qtbot.waitUntil(lambda: len(rows(page)) == 3)
    only_kind(page, "Goals").trigger()
    assert search(page).text() == "comet kind:goal"
    assert rows(page) == ["Release"]
    only_kind(page, "Notes").trigger()
    assert rows(page) == ["Release", "Week one"]
    only_kind(page, "Goals").trigger()
    assert search(page).text() == "comet kind:note"
    assert not only_kind(page, "Goals").isChecked()
    type_words(qtbot, page, "KIND:goal")
    assert only_kind(page, "Goals").isChecked()


def _choose(menu: QMenu, *path: str) -> None:
    menu.aboutToShow.emit()
    for words in path[:-1]:
        inner = next(action.menu() for action in menu.actions() if action.text() == words)
        assert isinstance(inner, QMenu)
        menu = inner
    next(action for action in menu.actions() if action.text() == path[-1]).trigger()


@pytest.mark.parametrize(
    ("path", "words", "found"),
    [
        (("Still open",), "is:open", ["Stuck", "Release"]),
        (("With a tag", "docs"), "tag:docs", ["Release"]),
        (("With a status", "active"), "status:active", ["Release"]),
        (("With something in it", "A picture"), "has:picture", []),
    ],
)
def test_the_menu_writes_every_filter(
    open_page: OpenPage, path: tuple[str, ...], words: str, found: list[str]
) -> None:
    page = open_page()
    menu = part(page, FilterMenu)
    _choose(menu, *path)
    assert (search(page).text(), rows(page)) == (words, found)
    _choose(menu, *path)
    assert (search(page).text(), len(rows(page))) == ("", 3)


def test_what_is_misspelt_is_said_and_put_right_while_the_rest_is_found(
    qtbot: QtBot, open_page: OpenPage
) -> None:
    page = open_page()
    type_words(qtbot, page, "apple knd:note")
    qtbot.waitUntil(lambda: "no filter “knd:”" in said(page))
    assert rows(page) == ["Week one"]
    named(page, "Search for kind:note", QPushButton).click()
    assert search(page).text() == "apple kind:note"
    assert "no filter" not in said(page)
    assert rows(page) == ["Week one"]


def test_nothing_is_said_while_a_filter_is_being_typed(qtbot: QtBot, open_page: OpenPage) -> None:
    page = open_page()
    told: list[str] = []
    type_words(qtbot, page, "kind:cha")
    qtbot.waitUntil(lambda: len(rows(page)) == 3)
    told.append(said(page))
    qtbot.keyClick(search(page), Qt.Key.Key_Space)
    qtbot.keyClicks(search(page), "x")
    qtbot.waitUntil(lambda: "cannot be “cha”" in said(page))
    assert "cannot be" not in told[0]


def test_the_best_can_come_first_and_that_holds_for_later_searches(qtbot: QtBot, open_page: OpenPage) -> None:
    page = open_page()
    assert not orders(page)
    type_words(qtbot, page, "comet")
    qtbot.waitUntil(lambda: orders(page) == {"Newest first": True, "Best first": False})
    assert rows(page)[0] == "Stuck"
    named(page, "Best first", QPushButton).click()
    assert (search(page).text(), rows(page)[0]) == ("comet", "Release")
    assert orders(page) == {"Newest first": False, "Best first": True}
    later = open_page()
    type_words(qtbot, later, "comet")
    qtbot.waitUntil(lambda: rows(later)[0] == "Release")
    named(later, "Newest first", QPushButton).click()
    assert rows(later)[0] == "Stuck"


def test_a_typed_order_goes_before_the_chosen_one(qtbot: QtBot, open_page: OpenPage) -> None:
    page = open_page()
    type_words(qtbot, page, "comet sort:best")
    qtbot.waitUntil(lambda: rows(page)[0] == "Release")
    assert orders(page) == {"Newest first": False, "Best first": True}
    named(page, "Newest first", QPushButton).click()
    assert (search(page).text(), rows(page)[0]) == ("comet", "Stuck")


def test_the_order_is_one_choice_of_two_for_keys_and_screen_readers(
    qtbot: QtBot, open_page: OpenPage
) -> None:
    page = open_page()
    type_words(qtbot, page, "comet")
    qtbot.waitUntil(lambda: bool(orders(page)))
    newest, best = named(page, "Newest first", QPushButton), named(page, "Best first", QPushButton)
    assert QAccessible.queryAccessibleInterface(best).role() is QAccessible.Role.RadioButton
    newest.setFocus()
    qtbot.keyClick(newest, Qt.Key.Key_Right)
    assert best.hasFocus()
    assert rows(page)[0] == "Release"


def test_a_search_is_kept_with_its_order(qtbot: QtBot, open_page: OpenPage) -> None:
    page = open_page()
    type_words(qtbot, page, "comet")
    qtbot.waitUntil(lambda: bool(orders(page)))
    named(page, "Best first", QPushButton).click()
    named(page, "Pin this search to the side bar…", QToolButton).click()
    dialog = page.window().findChild(KeepSearchDialog)
    assert isinstance(dialog, KeepSearchDialog)
    assert "comet sort:best" in [line.text() for line in dialog.findChildren(QLineEdit)]
    dialog.reject()


def orders(page: EntriesPage) -> dict[str, bool]:
    """The orders that can be chosen, and which holds; nothing while they are not offered."""
    names = ("Newest first", "Best first")
    buttons = page.findChildren(QPushButton)
    return {b.text(): b.isChecked() for b in buttons if b.text() in names and b.isVisible()}


def test_a_kinds_page_looks_among_its_own(qtbot: QtBot, open_page: OpenPage) -> None:
    page = open_page(kind_page("goal"))
    type_words(qtbot, page, "comet")
    qtbot.waitUntil(lambda: rows(page) == ["Release"])
    type_words(qtbot, page, "kind:note")
    qtbot.waitUntil(lambda: rows(page) == [])


def test_a_change_stays_in_its_place_where_the_best_come_first(
    qtbot: QtBot, journal: Journal, open_page: OpenPage
) -> None:
    page = open_page()
    type_words(qtbot, page, "comet sort:best")
    qtbot.waitUntil(lambda: rows(page) == ["Release", "Stuck", "Week one"])
    goal = next(entry for entry in journal.entries() if entry.title == "Release")
    page.session.save(Goal(id=goal.id, title="Released", body="one comet " * 3, day=goal.day))
    assert rows(page) == ["Released", "Stuck", "Week one"]
    page.session.save(Goal(id=goal.id, title="Other", body="nothing", day=goal.day))
    assert rows(page) == ["Stuck", "Week one"]


def test_the_same_words_find_again_after_they_were_cleared(qtbot: QtBot, open_page: OpenPage) -> None:
    page = open_page()
    type_words(qtbot, page, "apple")
    qtbot.waitUntil(lambda: rows(page) == ["Week one"])
    page.new_entry()
    assert len(rows(page)) == 3
    type_words(qtbot, page, "apple")
    qtbot.waitUntil(lambda: rows(page) == ["Week one"])
    assert part(page, EntryListView).isVisible()


def test_locking_leaves_no_word_of_the_search(qtbot: QtBot, open_page: OpenPage) -> None:
    page = open_page()
    type_words(qtbot, page, "knd:secret")
    qtbot.waitUntil(lambda: "no filter" in said(page))
    page.forget()
    assert search(page).text() == ""
    assert "knd" not in " ".join(label.text() for label in page.findChildren(QLabel))
