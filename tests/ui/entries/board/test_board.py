"""The board of goals, as a person uses it: by keys, by the pointer, and with a way back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QScrollArea
from pytestqt.qtbot import QtBot

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.challenge import Challenge
from amp_desktop.domain.kinds.goal import Goal, GoalStatus
from amp_desktop.domain.query import PAGE_SIZE
from amp_desktop.journal import Journal
from amp_desktop.ui.entries import EntriesPage
from amp_desktop.ui.entries.board.board import Board
from amp_desktop.ui.entries.board.column import BoardCards, BoardColumn
from amp_desktop.ui.entries.kind_page import kind_page
from amp_desktop.ui.entries.list.list_view import EntryListView
from amp_desktop.ui.entries.list.model import EntryRole
from amp_desktop.ui.widgets.entry_mime import packed
from tests.ui.entries.conftest import OpenPage
from tests.ui.entries.pages import named, part, rows, title
from tests.ui.entries.test_accessible import nameless
from tests.ui.people import drop

DAY = date(2026, 9, 17)


@pytest.fixture
def goals(journal: Journal) -> Sequence[Entry]:
    made = [
        Goal(title="Speak", day=DAY, target_day=DAY + timedelta(days=3)),
        Goal(title="Lead", day=DAY, target_day=DAY + timedelta(days=1)),
        Goal(title="Co-mentor", day=DAY, status=GoalStatus.PLANNED),
        Goal(title="Ten reviews", day=DAY, status=GoalStatus.ACHIEVED),
    ]
    journal.save_entries(made)
    return made


@pytest.fixture
def page(open_page: OpenPage, goals: Sequence[Entry]) -> EntriesPage:
    """The page of goals, its board shown by the button."""
    shown = open_page(kind_page("goal"))
    named(shown, "Board", QAbstractButton).click()
    QApplication.processEvents()
    return shown


def columns(page: EntriesPage) -> dict[str, list[str]]:
    """The titles in each column."""
    found = {}
    for column in page.findChildren(BoardColumn):
        model = column.cards.model()
        found[column.label] = [model.index(row, 0).data() for row in range(model.rowCount())]
    return found


def focused(page: EntriesPage) -> BoardCards:
    cards = page.focusWidget()
    assert isinstance(cards, BoardCards)
    return cards


def current(page: EntriesPage) -> str:
    return str(focused(page).currentIndex().data())


def press(page: EntriesPage, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(page), key, keys)


def ctrl(page: EntriesPage, key: Qt.Key) -> None:
    press(page, key, Qt.KeyboardModifier.ControlModifier)


def status(journal: Journal, entry: Entry) -> GoalStatus:
    goal = journal.entry(entry.id)
    assert isinstance(goal, Goal)
    return goal.status


def test_a_column_for_each_state(page: EntriesPage) -> None:
    assert columns(page) == {
        "Planned": ["Co-mentor"],
        "Active": ["Lead", "Speak"],
        "Achieved": ["Ten reviews"],
        "Let go": [],
    }
    assert current(page) == "Co-mentor"


def test_arrows_walk_and_enter_opens(page: EntriesPage) -> None:
    press(page, Qt.Key.Key_Right)
    press(page, Qt.Key.Key_Down)
    assert current(page) == "Speak"
    press(page, Qt.Key.Key_Return)
    assert title(page).text() == "Speak"
    assert title(page).isVisible()
    assert not part(page, Board).isVisible()


def test_a_key_carries_a_card_and_the_keyboard_goes_along(
    page: EntriesPage, journal: Journal, goals: Sequence[Entry]
) -> None:
    ctrl(page, Qt.Key.Key_Right)
    assert columns(page)["Active"] == ["Lead", "Speak", "Co-mentor"]
    assert current(page) == "Co-mentor"
    assert status(journal, goals[2]) is GoalStatus.ACTIVE
    ctrl(page, Qt.Key.Key_Right)
    ctrl(page, Qt.Key.Key_Right)
    ctrl(page, Qt.Key.Key_Right)  # there is no column behind the last one
    assert columns(page)["Let go"] == ["Co-mentor"]
    ctrl(page, Qt.Key.Key_Left)
    assert status(journal, goals[2]) is GoalStatus.ACHIEVED
    goal = journal.entry(goals[2].id)
    assert isinstance(goal, Goal)
    assert goal.status_since == journal.today()


def test_a_move_is_undone_and_done_again(page: EntriesPage, journal: Journal, goals: Sequence[Entry]) -> None:
    ctrl(page, Qt.Key.Key_Right)
    ctrl(page, Qt.Key.Key_Right)
    ctrl(page, Qt.Key.Key_Z)
    assert status(journal, goals[2]) is GoalStatus.ACTIVE
    ctrl(page, Qt.Key.Key_Z)
    assert status(journal, goals[2]) is GoalStatus.PLANNED
    assert columns(page)["Planned"] == ["Co-mentor"]
    assert current(page) == "Co-mentor", "the keyboard goes back with the card"
    press(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert status(journal, goals[2]) is GoalStatus.ACTIVE
    assert current(page) == "Co-mentor"


def test_a_card_is_dropped_into_a_column(page: EntriesPage, journal: Journal, goals: Sequence[Entry]) -> None:
    target = next(one for one in page.findChildren(BoardColumn) if one.label == "Achieved").cards
    viewport = target.viewport()
    assert drop(viewport, viewport.rect().center(), packed([goals[0].id]))
    assert status(journal, goals[0]) is GoalStatus.ACHIEVED
    assert "Speak" in columns(page)["Achieved"]
    assert current(page) == "Speak"


def test_a_card_held_at_the_edge_brings_columns_that_the_window_does_not_show(
    page: EntriesPage, qtbot: QtBot, journal: Journal, goals: Sequence[Entry]
) -> None:
    page.resize(420, 500)
    QApplication.processEvents()
    area = part(part(page, Board), QScrollArea)
    shown = {one.label: one.cards for one in page.findChildren(BoardColumn)}
    assert shown["Let go"].visibleRegion().isEmpty()
    under, bar = shown["Active"].viewport(), area.horizontalScrollBar()
    edge = area.viewport().mapToGlobal(area.viewport().rect().center())
    edge.setX(area.viewport().mapToGlobal(area.viewport().rect().topRight()).x() - 3)
    how = (packed([goals[0].id]), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    move = Qt.DropAction.MoveAction
    QApplication.sendEvent(under, QDragEnterEvent(under.mapFromGlobal(edge), move, *how))
    QApplication.sendEvent(under, QDragMoveEvent(under.mapFromGlobal(edge), move, *how))
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())
    QApplication.sendEvent(under, QDropEvent(QPointF(under.mapFromGlobal(edge)), move, *how))
    assert status(journal, goals[0]) is GoalStatus.LET_GO, "it falls where it is seen"


def test_letting_go_asks_kindly_and_stops_nobody(
    page: EntriesPage, journal: Journal, goals: Sequence[Entry]
) -> None:
    press(page, Qt.Key.Key_Right)
    ctrl(page, Qt.Key.Key_Right)
    said = {label.text() for label in page.findChildren(QLabel) if label.isVisible()}
    assert not any("learned" in words for words in said)
    ctrl(page, Qt.Key.Key_Right)
    said = {label.text() for label in page.findChildren(QLabel) if label.isVisible()}
    assert any("what you learned" in words for words in said)
    assert status(journal, goals[1]) is GoalStatus.LET_GO
    assert current(page) == "Lead"


def test_a_menu_moves_as_well(page: EntriesPage, journal: Journal, goals: Sequence[Entry]) -> None:
    cards = focused(page)
    cards.customContextMenuRequested.emit(cards.visualRect(cards.currentIndex()).center())
    menu = next(menu for menu in part(page, Board).findChildren(QMenu) if menu.isVisible())
    next(action for action in menu.actions() if "Let go" in action.text()).trigger()
    menu.close()
    assert status(journal, goals[2]) is GoalStatus.LET_GO


def test_what_is_chosen_in_a_menu_is_done_to_its_card_or_none(
    page: EntriesPage, journal: Journal, goals: Sequence[Entry]
) -> None:
    press(page, Qt.Key.Key_Right)
    assert current(page) == "Lead"
    cards = focused(page)
    cards.customContextMenuRequested.emit(cards.visualRect(cards.currentIndex()).center())
    menu = next(menu for menu in part(page, Board).findChildren(QMenu) if menu.isVisible())
    page.session.put_in_bin([goals[1].id])  # from elsewhere, while the menu is open
    next(action for action in menu.actions() if "Let go" in action.text()).trigger()
    menu.close()
    assert columns(page)["Active"] == ["Speak"]
    assert status(journal, goals[0]) is GoalStatus.ACTIVE


def test_what_is_written_elsewhere_is_followed(page: EntriesPage, goals: Sequence[Entry]) -> None:
    page.session.save(replace(goals[0], title="Speak up"))
    assert columns(page)["Active"] == ["Lead", "Speak up"]
    page.session.put_in_bin([goals[1].id])
    assert columns(page)["Active"] == ["Speak up"]


def test_the_list_comes_back_as_it_was_by_key_and_knows_what_moved(page: EntriesPage, qtbot: QtBot) -> None:
    ctrl(page, Qt.Key.Key_Right)
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    press(page, Qt.Key.Key_G, keys)
    assert part(page, EntryListView).isVisible()
    assert rows(page) == ["Lead", "Speak", "Co-mentor"]
    QTest.keyClick(part(page, EntryListView), Qt.Key.Key_G, keys)
    assert part(page, Board).isVisible()
    named(page, "List", QAbstractButton).click()
    assert part(page, EntryListView).hasFocus()


def test_from_right_to_left_the_arrows_go_the_other_way(page: EntriesPage, journal: Journal) -> None:
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    ctrl(page, Qt.Key.Key_Left)
    assert columns(page)["Active"] == ["Lead", "Speak", "Co-mentor"]


def test_many_are_fetched_by_pages(open_page: OpenPage, journal: Journal) -> None:
    journal.save_entries(Goal(title=f"Goal {at}", day=DAY) for at in range(4 * PAGE_SIZE))
    page = open_page(kind_page("goal"))
    named(page, "Board", QAbstractButton).click()
    assert len(columns(page)["Active"]) == PAGE_SIZE
    said = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert f"Active  {4 * PAGE_SIZE}" in said


def test_only_kinds_that_go_through_states_have_a_board(open_page: OpenPage, journal: Journal) -> None:
    journal.save_entry(Challenge(title="Stuck", day=DAY))
    page = open_page(kind_page("challenge"))
    named(page, "Board", QAbstractButton).click()
    assert columns(page)["Open"] == ["Stuck"]
    for other in (EntriesPage, kind_page("milestone")):
        shown = open_page(other)
        assert not [one for one in shown.findChildren(QAbstractButton) if one.text() == "Board"]


def test_every_part_has_a_name_and_a_card_says_all(page: EntriesPage) -> None:
    assert nameless(part(page, Board)) == []
    column = next(one for one in page.findChildren(BoardColumn) if one.label == "Active")
    assert column.cards.accessibleName() == "Active, 2"
    spoken = column.cards.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Lead, Goal")
    assert column.cards.indexAt(QPoint(5, 5)).data(EntryRole.ID) is not None
