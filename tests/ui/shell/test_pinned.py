"""Pinned entries and kept searches stand at the side, and the keyboard reaches them."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QListWidget, QMenu, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.goal import Goal
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.search.saved_search import SavedSearch
from amp_desktop.journal import Journal
from amp_desktop.ui.finding.keep_dialog import KeepSearchDialog
from amp_desktop.ui.finding.search_box import SearchBox
from amp_desktop.ui.session import Session
from amp_desktop.ui.shell.workspace import Workspace
from amp_desktop.ui.widgets.entry_mime import packed
from tests.ui.entries.conftest import open_page, page, session
from tests.ui.entries.pages import body, named, part, rows, title
from tests.ui.people import drop, press, shows

__all__ = ["open_page", "page", "session"]


@pytest.fixture
def entries(journal: Journal) -> list[Entry]:
    notes = [Note(title=f"Note {day}", body=f"apple {day}", day=date(2026, 7, day)) for day in (1, 2, 3)]
    journal.save_entries(notes)
    return list(notes)


@pytest.fixture
def workspace(qtbot: QtBot, session: Session, entries: list[Entry]) -> Iterator[Workspace]:
    workspace = Workspace(session)
    qtbot.addWidget(workspace)
    workspace.resize(1200, 760)
    with qtbot.waitExposed(workspace):
        workspace.show()
    workspace.go_to("journal")
    qtbot.waitUntil(lambda: bool(body(workspace).text()))
    yield workspace
    workspace.forget()


def pinned_pane(workspace: Workspace) -> QListWidget:
    return workspace.pinned_pane.findChildren(QListWidget)[0]


def kept(workspace: Workspace) -> list[str]:
    return [pinned_pane(workspace).item(row).text() for row in range(pinned_pane(workspace).count())]


def keep(workspace: Workspace, name: str, words: str = "") -> KeepSearchDialog:
    dialog = workspace.window().findChildren(KeepSearchDialog)[-1]
    fields = dialog.findChildren(QLineEdit)
    fields[0].setText(name)
    if words:
        fields[1].setText(words)
    dialog.findChildren(QDialogButtonBox)[0].button(QDialogButtonBox.StandardButton.Save).click()
    return dialog


def menu_over(workspace: Workspace, name: str) -> QMenu:
    """What comes up by a right click on what is called so."""
    box = pinned_pane(workspace)
    (row,) = box.findItems(name, Qt.MatchFlag.MatchExactly)
    box.customContextMenuRequested.emit(box.visualItemRect(row).center())
    return next(one for one in workspace.findChildren(QMenu) if one.isVisible())


def choose_in(menu: QMenu, words: str) -> None:
    """Choose what begins with these words, as a click on it does."""
    next(action for action in menu.actions() if action.text().startswith(words)).trigger()
    menu.hide()


def test_nothing_stands_there_while_nothing_is_kept(workspace: Workspace) -> None:
    assert not workspace.pinned_pane.isVisible()


def test_a_search_is_kept_and_asked_again_by_one_click(qtbot: QtBot, workspace: Workspace) -> None:
    qtbot.keyClicks(part(workspace, SearchBox), "apple 2")
    qtbot.waitUntil(lambda: rows(workspace) == ["Note 2"])
    named(workspace, "Pin this search to the side bar…", QToolButton).click()
    keep(workspace, "Second apple")
    assert kept(workspace) == ["Second apple"]
    part(workspace, SearchBox).clear()
    qtbot.waitUntil(lambda: len(rows(workspace)) == 3)
    workspace.go_to("today")
    item = pinned_pane(workspace).item(0)
    qtbot.mouseClick(
        pinned_pane(workspace).viewport(),
        Qt.MouseButton.LeftButton,
        pos=pinned_pane(workspace).visualItemRect(item).center(),
    )
    assert workspace.page_name() == "journal"
    assert rows(workspace) == ["Note 2"]
    assert part(workspace, SearchBox).text() == "apple 2"


def test_a_name_that_is_taken_is_refused_in_the_dialog(qtbot: QtBot, workspace: Workspace) -> None:
    workspace.session.save_search(SavedSearch("Docs", "tag:docs"))
    named_box = part(workspace, SearchBox)
    qtbot.keyClicks(named_box, "apple")
    qtbot.waitUntil(
        lambda: any(b.isVisible() for b in workspace.findChildren(QToolButton) if "Pin this" in b.toolTip())
    )
    named(workspace, "Pin this search to the side bar…", QToolButton).click()
    dialog = keep(workspace, "docs")
    assert dialog.isVisible()
    keep(workspace, "Apples")
    assert kept(workspace) == ["Docs", "Apples"]


def test_who_comes_by_tab_sees_where_they_are(qtbot: QtBot, workspace: Workspace) -> None:
    workspace.session.save_search(SavedSearch("One", "one"))
    pinned_pane(workspace).setFocus(Qt.FocusReason.TabFocusReason)
    assert [item.text() for item in pinned_pane(workspace).selectedItems()] == ["One"]
    workspace.side_bar.setFocus()
    pinned_pane(workspace).clearFocus()
    assert pinned_pane(workspace).selectedItems() == []


def test_searches_are_changed_moved_and_removed_by_keys_and_had_back(
    qtbot: QtBot, workspace: Workspace
) -> None:
    for name in ("One", "Two", "Three"):
        workspace.session.save_search(SavedSearch(name, name.lower()))
    box = pinned_pane(workspace)
    box.setFocus()
    box.setCurrentRow(2)
    qtbot.keyClick(box, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert kept(workspace) == ["One", "Three", "Two"]
    assert box.currentRow() == 1
    qtbot.keyClick(box, Qt.Key.Key_F2)
    keep(workspace, "Fourth", "apple 1")
    assert kept(workspace) == ["One", "Fourth", "Two"]
    qtbot.keyClick(box, Qt.Key.Key_Delete)
    assert kept(workspace) == ["One", "Two"]
    assert "Fourth" in workspace.banner.sentence()
    named(workspace, "Undo", QPushButton).click()
    assert kept(workspace) == ["One", "Fourth", "Two"]
    box.setCurrentRow(1)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: rows(workspace) == ["Note 1"])


def test_pinned_entries_stand_first_and_follow_what_is_written(
    qtbot: QtBot, workspace: Workspace, entries: list[Entry]
) -> None:
    workspace.session.save_search(SavedSearch("Apples", "apple"))
    workspace.session.pin([entries[0].id])
    assert kept(workspace) == ["Note 1", "Apples"]
    workspace.session.save(Note(id=entries[0].id, title="Renamed", pinned=True))
    assert kept(workspace) == ["Renamed", "Apples"]
    pinned_pane(workspace).setFocus()
    pinned_pane(workspace).setCurrentRow(0)
    qtbot.keyClick(pinned_pane(workspace), Qt.Key.Key_Return)
    assert title(workspace).text() == "Renamed"
    pinned_pane(workspace).setFocus()
    pinned_pane(workspace).setCurrentRow(0)
    qtbot.keyClick(pinned_pane(workspace), Qt.Key.Key_Delete)
    assert kept(workspace) == ["Apples"]
    named(workspace, "Undo", QPushButton).click()
    assert kept(workspace) == ["Renamed", "Apples"]
    workspace.session.put_in_bin([entries[0].id])
    assert kept(workspace) == ["Apples"]


def test_what_is_chosen_in_a_menu_is_done_to_what_it_was_opened_for(
    workspace: Workspace, entries: list[Entry]
) -> None:
    for name in ("One", "Two", "Three"):
        workspace.session.save_search(SavedSearch(name, name.lower()))
    menu = menu_over(workspace, "Two")
    workspace.session.pin([entries[0].id])  # from elsewhere: it stands above
    choose_in(menu, "Unpin")
    assert kept(workspace) == ["Note 1", "One", "Three"]
    menu = menu_over(workspace, "One")
    workspace.session.remove_search("One")  # from elsewhere
    choose_in(menu, "Unpin")
    assert kept(workspace) == ["Note 1", "Three"]


def test_locking_leaves_no_word_there(workspace: Workspace, entries: list[Entry]) -> None:
    workspace.session.pin([entries[0].id])
    workspace.forget()
    assert kept(workspace) == []


def test_entries_dropped_on_a_pinned_goal_are_linked_to_it(
    workspace: Workspace, entries: list[Entry]
) -> None:
    goal = workspace.session.save(Goal(title="Goal", day=entries[0].day))
    workspace.session.pin([goal.id, entries[2].id])
    places = {
        pinned_pane(workspace).item(row).text(): pinned_pane(workspace)
        .visualItemRect(pinned_pane(workspace).item(row))
        .center()
        for row in range(pinned_pane(workspace).count())
    }
    carried = packed([entries[0].id, entries[1].id])
    assert drop(pinned_pane(workspace).viewport(), places["Goal"], carried)
    assert not drop(pinned_pane(workspace).viewport(), places["Note 3"], carried)
    linked = [workspace.session.journal.entry(entry.id).links for entry in entries]
    assert linked == [(goal.id,), (goal.id,), ()]
    assert shows(workspace, "2 entries linked to “Goal”.")
    press(workspace, "Undo")
    assert not any(workspace.session.journal.entry(entry.id).links for entry in entries)
