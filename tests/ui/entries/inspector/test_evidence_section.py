"""Pinning to evidence from a page of entries: by key, from the inspector, several at once, and back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QListWidget, QMenu, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from amp_desktop.domain.entry import Entry, Sharing
from amp_desktop.domain.kinds.goal import Goal, Step
from amp_desktop.domain.kinds.incident import Incident
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.pins import Pin
from amp_desktop.journal import Journal
from amp_desktop.ui.entries import EntriesPage
from amp_desktop.ui.entries.editor.editor import EntryEditor
from amp_desktop.ui.entries.editor.format_bar import FormatBar
from amp_desktop.ui.entries.inspector.evidence_section import EvidenceSection
from amp_desktop.ui.entries.list.list_view import EntryListView
from amp_desktop.ui.entries.list.row_menu import RowMenu
from amp_desktop.ui.pinning.dialog import TopicDialog
from amp_desktop.ui.widgets.labels import Elided
from tests.ui.entries.conftest import OpenPage
from tests.ui.entries.pages import part
from tests.ui.people import press, shows


@pytest.fixture
def shown(open_page: OpenPage, journal: Journal) -> EntriesPage:
    steps = (Step("Draft notes", done=True, id="1"), Step("Ask"))
    journal.save_entries([Note(title="Review"), Goal(title="Release", steps=steps)])
    return open_page()


def _asked(page: EntriesPage) -> TopicDialog:
    return part(page.window(), TopicDialog)


def _by_key(page: EntriesPage, typed: str) -> None:
    """Pin what is chosen by the keyboard alone: the key, some letters, Enter."""
    widget = QApplication.focusWidget() or part(page, EntryListView)
    QTest.keyClick(widget, Qt.Key.Key_E, Qt.KeyboardModifier.AltModifier)
    dialog = _asked(page)
    QTest.keyClicks(dialog.focusWidget(), typed)
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)


def _pins(journal: Journal) -> dict[str, tuple[Pin, ...]]:
    return {entry.title: entry.pins for entry in journal.entries()}


def _told(page: EntriesPage) -> list[str]:
    return [line.accessibleName() for line in part(page, EvidenceSection).findChildren(Elided)]


def test_the_open_entry_is_pinned_by_key_and_the_inspector_tells_it(
    shown: EntriesPage, journal: Journal
) -> None:
    part(shown, EntryListView).setFocus()
    _by_key(shown, "initi")
    assert _pins(journal) == {"Release": (Pin("initiative"),), "Review": ()}
    assert _told(shown) == ["Initiative"]


def test_a_click_on_a_topic_and_one_on_pin_pin_it(shown: EntriesPage, journal: Journal) -> None:
    press(shown, "Pin to evidence…")
    dialog = _asked(shown)
    topics = part(dialog, QListWidget)
    (item,) = topics.findItems("Initiative", Qt.MatchFlag.MatchExactly)
    topics.scrollToItem(item)
    at = topics.visualItemRect(item).center()
    QTest.mouseClick(topics.viewport(), Qt.MouseButton.LeftButton, pos=at)
    press(dialog, "Pin")
    assert _pins(journal)["Release"] == (Pin("initiative"),)
    assert _told(shown) == ["Initiative"]


def test_one_fact_is_chosen_and_taken_off_from_the_inspector_and_back(
    shown: EntriesPage, journal: Journal, qtbot: QtBot
) -> None:
    section = part(shown, EvidenceSection)
    press(section, "Pin to evidence…")
    dialog = _asked(shown)
    what = part(dialog, QComboBox)
    assert [what.itemText(row) for row in range(what.count())] == [
        "The entry as a whole",
        "step done: Draft notes",
    ]
    what.setCurrentIndex(1)
    QTest.keyClicks(dialog.focusWidget(), "consis")
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _told(shown) == ["Consistent quality contributions · step done: Draft notes"])
    part(section, QToolButton).click()
    assert _pins(journal)["Release"] == ()
    press(shown, "Undo")
    assert _pins(journal)["Release"] == (Pin("quality", "step 1 done"),)


def test_the_menu_of_the_open_entry_offers_it_with_its_key(shown: EntriesPage) -> None:
    menu = QMenu(shown)
    part(shown, FormatBar).menu_wanted.emit(menu)
    (pin,) = (action for action in menu.actions() if action.text() == "Pin to evidence…")
    assert pin.shortcut().toString() == "Alt+E"
    pin.trigger()
    assert _asked(shown).isVisible()
    _asked(shown).reject()


@pytest.mark.parametrize("sealed", [Incident(title="Shouted at"), Note(title="Shut", sharing=Sharing.SEALED)])
def test_what_is_sealed_is_not_offered_and_the_key_says_why(
    open_page: OpenPage, journal: Journal, sealed: Entry
) -> None:
    journal.save_entry(sealed)
    page = open_page()
    assert "Pin to evidence…" not in _offered(page)
    view = part(page, EntryListView)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_E, Qt.KeyboardModifier.AltModifier)
    assert not page.window().findChildren(TopicDialog)
    assert shows(page, "This entry is sealed: it cannot be evidence, and is on no board.")


def test_what_is_sealed_now_is_offered_no_longer(shown: EntriesPage) -> None:
    assert _offered(shown).count("Pin to evidence…") == 3
    sealed = next(box for box in shown.findChildren(QCheckBox) if box.text() == "Sealed")
    sealed.click()
    assert shown.flush()
    assert "Pin to evidence…" not in _offered(shown)
    sealed.click()
    assert shown.flush()
    assert _offered(shown).count("Pin to evidence…") == 3


def _offered(page: EntriesPage) -> list[str]:
    """What the inspector, the menu of the open entry and that of its row offer."""
    menu, row_menu = QMenu(page), RowMenu(part(page, EntryListView))
    part(page, FormatBar).menu_wanted.emit(menu)
    row_menu._fill(in_bin=False)
    buttons = [button.text() for button in page.findChildren(QPushButton) if button.isVisible()]
    return buttons + [action.text() for each in (menu, row_menu) for action in each.actions()]


def test_several_are_pinned_at_once(shown: EntriesPage, journal: Journal) -> None:
    view = part(shown, EntryListView)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    _by_key(shown, "mind")
    assert set(_pins(journal).values()) == {(Pin("community mindset"),)}
    press(shown, "Undo")
    assert set(_pins(journal).values()) == {()}


def test_what_is_sealed_among_several_is_left_out_and_said(open_page: OpenPage, journal: Journal) -> None:
    shut = Note(title="Shut", sharing=Sharing.SEALED)
    journal.save_entries([Note(title="Review"), shut, Incident(title="Shouted at")])
    page = open_page()
    view = part(page, EntryListView)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    _by_key(page, "mind")
    assert _pins(journal) == {"Review": (Pin("community mindset"),), "Shut": (), "Shouted at": ()}
    assert shows(page, "One entry pinned to “Community mindset”.")
    assert shows(page, "2 sealed entries were left out: sealed entries are on no board.")
    press(page, "Undo")
    assert set(_pins(journal).values()) == {()}


def test_where_all_of_several_are_sealed_none_is_pinned_and_it_is_said(
    open_page: OpenPage, journal: Journal
) -> None:
    journal.save_entries([Note(title="Shut", sharing=Sharing.SEALED), Incident(title="Shouted at")])
    page = open_page()
    view = part(page, EntryListView)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    _by_key(page, "mind")
    assert set(_pins(journal).values()) == {()}
    assert shows(page, "2 sealed entries were left out: sealed entries are on no board.")


def test_what_is_typed_meanwhile_and_the_pin_are_both_kept(shown: EntriesPage, journal: Journal) -> None:
    body = part(shown, EntryListView)
    body.setFocus()
    part(shown, EntryEditor).focus_body()
    QTest.keyClicks(QApplication.focusWidget(), "two questions")
    _by_key(shown, "scope")
    assert shown.flush()
    entry = next(one for one in journal.entries() if one.title == "Release")
    assert ("two questions" in entry.body, entry.pins) == (True, (Pin("scope"),))
