"""Pinned entries and kept searches stand at the side, and the keyboard reaches them."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QListWidget, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.goal import Goal
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.search.saved_search import SavedSearch
from amp_desktop.journal import Journal
from amp_desktop.ui.entries.list.mime import packed
from amp_desktop.ui.finding.keep_dialog import KeepSearchDialog
from amp_desktop.ui.finding.search_box import SearchBox
from amp_desktop.ui.session import Session
from amp_desktop.ui.shell.desk import Desk
from tests.ui.entries.conftest import _settings_of_its_own, open_page, page, session
from tests.ui.entries.pages import body, named, part, rows, title
from tests.ui.people import drop, press, shows

__all__ = ["_settings_of_its_own", "open_page", "page", "session"]


@pytest.fixture
def entries(journal: Journal) -> list[Entry]:
    notes = [Note(title=f"Note {day}", body=f"apple {day}", day=date(2026, 7, day)) for day in (1, 2, 3)]
    journal.save_entries(notes)
    return list(notes)


@pytest.fixture
def desk(qtbot: QtBot, session: Session, entries: list[Entry]) -> Iterator[Desk]:
    desk = Desk(session)
    qtbot.addWidget(desk)
    desk.resize(1200, 760)
    with qtbot.waitExposed(desk):
        desk.show()
    desk.go_to("journal")
    qtbot.waitUntil(lambda: bool(body(desk).text()))
    yield desk
    desk.forget()


def reach(desk: Desk) -> QListWidget:
    return desk.reach.findChildren(QListWidget)[0]


def kept(desk: Desk) -> list[str]:
    return [reach(desk).item(row).text() for row in range(reach(desk).count())]


def keep(desk: Desk, name: str, words: str = "") -> KeepSearchDialog:
    dialog = desk.window().findChildren(KeepSearchDialog)[-1]
    fields = dialog.findChildren(QLineEdit)
    fields[0].setText(name)
    if words:
        fields[1].setText(words)
    dialog.findChildren(QDialogButtonBox)[0].button(QDialogButtonBox.StandardButton.Save).click()
    return dialog


def test_nothing_stands_there_while_nothing_is_kept(desk: Desk) -> None:
    assert not desk.reach.isVisible()


def test_a_search_is_kept_and_asked_again_by_one_click(qtbot: QtBot, desk: Desk) -> None:
    qtbot.keyClicks(part(desk, SearchBox), "apple 2")
    qtbot.waitUntil(lambda: rows(desk) == ["Note 2"])
    named(desk, "Pin this search to the side bar…", QToolButton).click()
    keep(desk, "Second apple")
    assert kept(desk) == ["Second apple"]
    part(desk, SearchBox).clear()
    qtbot.waitUntil(lambda: len(rows(desk)) == 3)
    desk.go_to("today")
    item = reach(desk).item(0)
    qtbot.mouseClick(
        reach(desk).viewport(), Qt.MouseButton.LeftButton, pos=reach(desk).visualItemRect(item).center()
    )
    assert desk.page_name() == "journal"
    assert rows(desk) == ["Note 2"]
    assert part(desk, SearchBox).text() == "apple 2"


def test_a_name_that_is_taken_is_refused_in_the_dialog(qtbot: QtBot, desk: Desk) -> None:
    desk.session.save_search(SavedSearch("Docs", "tag:docs"))
    named_box = part(desk, SearchBox)
    qtbot.keyClicks(named_box, "apple")
    qtbot.waitUntil(
        lambda: any(b.isVisible() for b in desk.findChildren(QToolButton) if "Pin this" in b.toolTip())
    )
    named(desk, "Pin this search to the side bar…", QToolButton).click()
    dialog = keep(desk, "docs")
    assert dialog.isVisible()
    keep(desk, "Apples")
    assert kept(desk) == ["Docs", "Apples"]


def test_who_comes_by_tab_sees_where_they_are(qtbot: QtBot, desk: Desk) -> None:
    desk.session.save_search(SavedSearch("One", "one"))
    reach(desk).setFocus(Qt.FocusReason.TabFocusReason)
    assert [item.text() for item in reach(desk).selectedItems()] == ["One"]
    desk.side_bar.setFocus()
    reach(desk).clearFocus()
    assert reach(desk).selectedItems() == []


def test_searches_are_changed_moved_and_removed_by_keys_and_had_back(qtbot: QtBot, desk: Desk) -> None:
    for name in ("One", "Two", "Three"):
        desk.session.save_search(SavedSearch(name, name.lower()))
    box = reach(desk)
    box.setFocus()
    box.setCurrentRow(2)
    qtbot.keyClick(box, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert kept(desk) == ["One", "Three", "Two"]
    assert box.currentRow() == 1
    qtbot.keyClick(box, Qt.Key.Key_F2)
    keep(desk, "Fourth", "apple 1")
    assert kept(desk) == ["One", "Fourth", "Two"]
    qtbot.keyClick(box, Qt.Key.Key_Delete)
    assert kept(desk) == ["One", "Two"]
    assert "Fourth" in desk.banner.sentence()
    named(desk, "Undo", QPushButton).click()
    assert kept(desk) == ["One", "Fourth", "Two"]
    box.setCurrentRow(1)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: rows(desk) == ["Note 1"])


def test_pinned_entries_stand_first_and_follow_what_is_written(
    qtbot: QtBot, desk: Desk, entries: list[Entry]
) -> None:
    desk.session.save_search(SavedSearch("Apples", "apple"))
    desk.session.pin([entries[0].id])
    assert kept(desk) == ["Note 1", "Apples"]
    desk.session.save(Note(id=entries[0].id, title="Renamed", pinned=True))
    assert kept(desk) == ["Renamed", "Apples"]
    reach(desk).setFocus()
    reach(desk).setCurrentRow(0)
    qtbot.keyClick(reach(desk), Qt.Key.Key_Return)
    assert title(desk).text() == "Renamed"
    reach(desk).setFocus()
    reach(desk).setCurrentRow(0)
    qtbot.keyClick(reach(desk), Qt.Key.Key_Delete)
    assert kept(desk) == ["Apples"]
    named(desk, "Undo", QPushButton).click()
    assert kept(desk) == ["Renamed", "Apples"]
    desk.session.put_in_bin([entries[0].id])
    assert kept(desk) == ["Apples"]


def test_locking_leaves_no_word_there(desk: Desk, entries: list[Entry]) -> None:
    desk.session.pin([entries[0].id])
    desk.forget()
    assert kept(desk) == []


def test_entries_dropped_on_a_pinned_goal_are_linked_to_it(desk: Desk, entries: list[Entry]) -> None:
    goal = desk.session.save(Goal(title="Goal", day=entries[0].day))
    desk.session.pin([goal.id, entries[2].id])
    places = {
        reach(desk).item(row).text(): reach(desk).visualItemRect(reach(desk).item(row)).center()
        for row in range(reach(desk).count())
    }
    carried = packed([entries[0].id, entries[1].id])
    assert drop(reach(desk).viewport(), places["Goal"], carried)
    assert not drop(reach(desk).viewport(), places["Note 3"], carried)
    linked = [desk.session.journal.entry(entry.id).links for entry in entries]
    assert linked == [(goal.id,), (goal.id,), ()]
    assert shows(desk, "2 entries linked to “Goal”.")
    press(desk, "Undo")
    assert not any(desk.session.journal.entry(entry.id).links for entry in entries)
