"""Several entries at once, as a person chooses them and undoes what was done to them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QLabel, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from amp_desktop.domain.afterwards import AFTERWARDS_TAG
from amp_desktop.domain.entry import Entry, Sharing
from amp_desktop.domain.errors import DiskFullError
from amp_desktop.domain.kinds.goal import Goal
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.domain.query import PAGE_SIZE, EntryQuery
from amp_desktop.journal import Journal
from amp_desktop.ui.entries import EntriesPage, bulk_actions
from amp_desktop.ui.entries.list.list_view import EntryListView
from amp_desktop.ui.entries.list.row_menu import RowMenu
from amp_desktop.ui.entries.list.selection_bar import SelectionBar
from amp_desktop.ui.entries.not_saved_banner import NotSavedBanner
from amp_desktop.ui.entries.tag_dialog import TagDialog
from amp_desktop.ui.widgets.banner import Banner
from amp_desktop.ui.widgets.search_field import SearchField
from tests.ui.entries.conftest import OpenPage
from tests.ui.entries.pages import body, current, give_tags, named, part, rows, title
from tests.ui.people import press, shows

DAY = date(2026, 7, 22)
Stand = Callable[[Entry], object]


@pytest.fixture
def four(journal: Journal) -> list[Entry]:
    """Newest first: Goal, Third, Second, First."""
    made: list[Entry] = [Goal(title="Goal", day=DAY.replace(day=23))]
    made += [
        Note(title=name, day=DAY.replace(day=day))
        for name, day in (("Third", 22), ("Second", 21), ("First", 20))
    ]
    journal.save_entries(made)
    return made


@pytest.fixture
def shown(open_page: OpenPage, four: list[Entry], monkeypatch: pytest.MonkeyPatch) -> EntriesPage:
    monkeypatch.setattr(RowMenu, "popup", _no_popup)
    return open_page()


def _no_popup(menu: RowMenu, at: QPoint) -> None:
    """Offscreen nothing can grab the keyboard, as a menu does, and Qt warns of it."""


def view(page: EntriesPage) -> EntryListView:
    return part(page, EntryListView)


def click(page: EntriesPage, row: int, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    place = view(page).visualRect(view(page).model().index(row, 0)).center()
    QTest.mouseClick(view(page).viewport(), Qt.MouseButton.LeftButton, keys, place)


def key(
    page: EntriesPage, pressed: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(view(page), pressed, keys)


def choose(page: EntriesPage, first: int, last: int) -> None:
    """From one row to another, by the mouse."""
    click(page, first)
    click(page, last, Qt.KeyboardModifier.ShiftModifier)


def bar_says(page: EntriesPage) -> str:
    bars = [bar for bar in page.findChildren(SelectionBar) if bar.isVisible()]
    return next(iter(bar.findChildren(QLabel)[0].text() for bar in bars), "")


def said(page: EntriesPage) -> str:
    notice = next(one for one in page.findChildren(Banner) if not isinstance(one, NotSavedBanner))
    return notice.sentence() if notice.isVisible() else ""


def stand(journal: Journal, stands: Stand) -> dict[str, object]:
    return {entry.title: stands(entry) for entry in journal.entries()}


def shared(journal: Journal) -> set[str]:
    return {
        name for name, state in stand(journal, lambda one: one.sharing).items() if state is Sharing.SHAREABLE
    }


# Choosing


def test_the_bar_is_not_made_before_several_are_chosen(shown: EntriesPage) -> None:
    click(shown, 1)
    assert not shown.findChildren(SelectionBar)
    assert not shown.findChildren(RowMenu)


def test_shift_and_ctrl_clicks_choose_and_open_nothing(shown: EntriesPage) -> None:
    click(shown, 1)
    assert title(shown).text() == "Third"
    click(shown, 3, Qt.KeyboardModifier.ShiftModifier)
    assert bar_says(shown) == "3 selected"
    click(shown, 2, Qt.KeyboardModifier.ControlModifier)
    assert bar_says(shown) == "2 selected"
    assert title(shown).text() == "Third"


def test_arrows_choose_and_escape_chooses_one_again(shown: EntriesPage) -> None:
    click(shown, 0)
    key(shown, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    key(shown, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert bar_says(shown) == "3 selected"
    key(shown, Qt.Key.Key_Escape)
    assert bar_says(shown) == ""
    assert current(shown) == title(shown).text() == "Second"


def test_escape_means_the_same_among_the_bars_buttons(shown: EntriesPage) -> None:
    choose(shown, 0, 2)
    QTest.keyClick(named(shown, "Add tags…", QToolButton), Qt.Key.Key_Escape)
    assert bar_says(shown) == ""
    assert view(shown).hasFocus()


def test_the_bars_cross_chooses_one_again(shown: EntriesPage) -> None:
    choose(shown, 0, 2)
    press(shown, "Select only one again (Escape)")
    assert bar_says(shown) == ""
    assert view(shown).hasFocus()


# What is done


def test_marking_shareable_is_one_change_that_can_be_undone(shown: EntriesPage, journal: Journal) -> None:
    choose(shown, 1, 2)
    press(shown, "Mark shareable")
    assert shared(journal) == {"Third", "Second"}
    assert said(shown) == "2 entries marked shareable."
    assert bar_says(shown) == "2 selected"
    press(shown, "Undo")
    assert shared(journal) == set()
    assert said(shown) == ""


def test_self_care_notes_stay_private(open_page: OpenPage, journal: Journal, four: list[Entry]) -> None:
    journal.save_entry(SelfCareNote(title="Tired", day=DAY.replace(day=24), mood=2))
    page = open_page()
    choose(page, 0, 1)
    press(page, "Mark shareable")
    assert shared(journal) == {"Goal"}
    assert said(page) == "One entry marked shareable."


def test_undo_takes_back_no_more_than_was_done(
    qtbot: QtBot, shown: EntriesPage, journal: Journal, four: list[Entry]
) -> None:
    choose(shown, 1, 2)
    press(shown, "Mark shareable")
    second = journal.entry(four[2].id)
    shown.session.save(replace(second, body="Written since.", tags=("since",)))
    press(shown, "Undo")
    after = journal.entry(second.id)
    assert (after.body, after.tags, after.sharing) == ("Written since.", ("since",), Sharing.PRIVATE)


def test_what_is_typed_in_the_open_entry_is_written_first(
    qtbot: QtBot, shown: EntriesPage, journal: Journal
) -> None:
    click(shown, 1)
    body(shown).setFocus()
    qtbot.keyClicks(body(shown), "Just typed")
    click(shown, 2, Qt.KeyboardModifier.ShiftModifier)
    press(shown, "Mark shareable")
    assert stand(journal, lambda one: one.body)["Third"] == "Just typed"
    assert shared(journal) == {"Third", "Second"}
    assert body(shown).text() == "Just typed"


def test_tags_are_added_to_those_that_are_there(
    qtbot: QtBot, shown: EntriesPage, journal: Journal, four: list[Entry]
) -> None:
    shown.session.save(replace(four[2], tags=("old",)))
    choose(shown, 1, 2)
    press(shown, "Add tags…")
    dialog = next(iter(shown.window().findChildren(TagDialog)))
    line = dialog.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    assert line.accessibleName()
    qtbot.keyClicks(line, "ci release")
    dialog.findChildren(QDialogButtonBox)[0].button(QDialogButtonBox.StandardButton.Ok).click()
    tags = stand(journal, lambda one: one.tags)
    assert tags["Second"] == ("old", "ci-release")
    assert tags["First"] == ()
    assert shows(shown, "2 entries tagged #ci-release.")
    shown.session.save(replace(journal.entry(four[2].id), tags=("old", "ci-release", "since")))
    press(shown, "Undo")
    assert stand(journal, lambda one: one.tags)["Second"] == ("old", "since")


def test_undoing_tags_leaves_those_that_were_given_since(
    shown: EntriesPage, journal: Journal, four: list[Entry]
) -> None:
    choose(shown, 1, 2)
    give_tags(shown, "ci")
    shown.session.save(replace(journal.entry(four[2].id), tags=("ci", "since")))
    shown.session.put_in_bin([four[1].id])
    shown.session.delete_for_ever([four[1].id])
    press(shown, "Undo")
    assert stand(journal, lambda one: one.tags)["Second"] == ("since",)


def test_ctrl_d_pins_and_unpins(shown: EntriesPage, journal: Journal) -> None:
    choose(shown, 0, 1)
    key(shown, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert stand(journal, lambda one: one.pinned) == {
        "Goal": True, "Third": True, "Second": False, "First": False
    }  # fmt: skip
    assert said(shown) == "2 entries are pinned."
    key(shown, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert not any(stand(journal, lambda one: one.pinned).values())
    press(shown, "Undo")
    assert sum(bool(pinned) for pinned in stand(journal, lambda one: one.pinned).values()) == 2


def test_several_go_to_the_bin_and_come_back(shown: EntriesPage, journal: Journal) -> None:
    choose(shown, 0, 1)
    key(shown, Qt.Key.Key_Delete)
    assert rows(shown) == ["Second", "First"]
    assert said(shown) == "2 entries are in the bin."
    assert current(shown) == title(shown).text() == "Second"
    press(shown, "Undo")
    assert rows(shown) == ["Goal", "Third", "Second", "First"]


def test_the_bin_offers_to_bring_back_and_to_delete(
    qtbot: QtBot, shown: EntriesPage, journal: Journal, four: list[Entry]
) -> None:
    shown.session.put_in_bin([entry.id for entry in four[:3]])
    named(shown, "Search entries", SearchField).setText("in:bin")
    qtbot.waitUntil(lambda: rows(shown) == ["Goal", "Third", "Second"])
    choose(shown, 1, 2)
    press(part(shown, SelectionBar), "Delete for ever…")
    assert said(shown) == "Delete 2 entries for ever?"
    assert journal.count(EntryQuery(binned=True)) == 3
    press(shown, "Delete for ever")
    assert journal.count(EntryQuery(binned=True)) == 1
    assert journal.entry(four[3].id).title == "First"


def test_all_means_all_that_was_found(qtbot: QtBot, open_page: OpenPage, journal: Journal) -> None:
    journal.save_entries(Note(title=f"Note {n}", day=DAY) for n in range(PAGE_SIZE + 30))
    journal.save_entry(Goal(title="Goal", day=DAY))
    page = open_page()
    assert "Goal" in rows(page)
    named(page, "Search entries", SearchField).setText("note")
    qtbot.waitUntil(lambda: "Goal" not in rows(page))
    view(page).setFocus()
    key(page, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert bar_says(page) == f"All {PAGE_SIZE + 30} found are selected"
    press(page, "Mark shareable")
    assert len(shared(journal)) == PAGE_SIZE + 30
    assert "Goal" not in shared(journal)


def test_many_at_once_are_changed_beside_the_window(
    qtbot: QtBot, shown: EntriesPage, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk_actions, "MOST_WAITED_FOR", 3)
    view(shown).selectAll()
    press(shown, "Mark shareable")
    assert said(shown) == "4 entries are being changed…"
    qtbot.waitUntil(lambda: said(shown) == "4 entries marked shareable.")
    assert len(shared(journal)) == 4
    press(shown, "Undo")
    assert shared(journal) == set()


def test_a_full_disk_is_told_and_nothing_is_half_done(
    shown: EntriesPage, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise DiskFullError("The disk is full.", "Make room, then try again.")

    choose(shown, 0, 2)
    with monkeypatch.context() as full:
        full.setattr(journal, "change_entries", fail)
        press(shown, "Mark shareable")
    assert said(shown) == "The disk is full."
    assert shared(journal) == set()


def test_only_the_chosen_are_exported(qtbot: QtBot, shown: EntriesPage, tmp_path: Path) -> None:
    choose(shown, 1, 2)
    press(shown, "Export…")
    dialog = shown.window().findChildren(QFileDialog)[0]
    folder = tmp_path / "copies"
    dialog.fileSelected.emit(str(folder))
    dialog.close()
    qtbot.waitUntil(lambda: said(shown) == "Exported, private asides included.")
    names = [path.name for path in folder.rglob("*.md")]
    assert len([name for name in names if "third" in name.lower() or "second" in name.lower()]) == 2
    assert not [name for name in names if "first" in name.lower() or "goal" in name.lower()]


# The menu


def menu_over(page: EntriesPage, row: int) -> RowMenu:
    place: QPoint = view(page).visualRect(view(page).model().index(row, 0)).center()
    view(page).customContextMenuRequested.emit(place)
    return part(page, RowMenu)


def offered(menu: RowMenu) -> list[str]:
    return [action.text().split("\t")[0] for action in menu.actions() if action.text()]


def test_the_menu_over_another_row_means_that_row(shown: EntriesPage, journal: Journal) -> None:
    choose(shown, 0, 1)
    menu = menu_over(shown, 3)
    assert bar_says(shown) == ""
    assert offered(menu) == [
        *("Pin", "Add tags…", "Link to…", "Pin to evidence…", "For after the program"),
        *("Mark shareable", "Mark private", "Seal: never share", "Export…", "To the bin"),
    ]
    next(action for action in menu.actions() if action.text() == "Mark shareable").trigger()
    assert shared(journal) == {"First"}


def test_the_menu_over_chosen_rows_means_them_all(shown: EntriesPage, journal: Journal) -> None:
    choose(shown, 0, 1)
    menu = menu_over(shown, 0)
    next(action for action in menu.actions() if action.text().startswith("Pin")).trigger()
    assert sum(bool(pinned) for pinned in stand(journal, lambda one: one.pinned).values()) == 2
    QApplication.processEvents()
    assert offered(menu_over(shown, 0))[0] == "Unpin"


def test_any_entry_can_go_to_what_comes_after_the_program_and_back(
    shown: EntriesPage, journal: Journal
) -> None:
    choose(shown, 0, 1)
    menu = menu_over(shown, 0)
    next(action for action in menu.actions() if action.text() == "For after the program").trigger()
    QApplication.processEvents()
    later = EntryQuery(tags=(AFTERWARDS_TAG,))
    assert journal.count(later) == 2
    press(shown, "Undo")
    QApplication.processEvents()
    assert journal.count(later) == 0


def test_what_is_said_about_the_chosen_is_heard(shown: EntriesPage) -> None:
    choose(shown, 0, 2)
    bar = part(shown, SelectionBar)
    assert bar.accessibleName() == "3 selected"
    assert shows(shown, "3 selected")
