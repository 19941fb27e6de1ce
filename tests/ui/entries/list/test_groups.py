"""The groups of a kind's page: what stands where, folded or not, by keyboard and by pointer."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.challenge import Challenge, ChallengeStatus
from amp_desktop.domain.kinds.goal import Goal, GoalStatus
from amp_desktop.domain.query import PAGE_SIZE
from amp_desktop.journal import Journal
from amp_desktop.ui.entries import EntriesPage
from amp_desktop.ui.entries.kind_page import kind_page
from amp_desktop.ui.entries.list.group_settings import GroupSettings
from amp_desktop.ui.entries.list.grouped_model import GroupedModel
from amp_desktop.ui.entries.list.list_view import EntryListView
from amp_desktop.ui.kinds.goal.view import GoalView
from amp_desktop.ui.platform.app_settings import AppSettings
from amp_desktop.ui.widgets.menu_button import MenuButton
from amp_desktop.ui.widgets.search_field import SearchField
from tests.ui.entries.conftest import OpenPage
from tests.ui.entries.pages import current, headings, named, part, rows, title

DAY = date(2026, 9, 17)


def goal(title: str, target: int | None = None, status: GoalStatus = GoalStatus.ACTIVE) -> Goal:
    """A goal whose target day is so many days away."""
    return Goal(
        title=title,
        day=DAY,
        status=status,
        target_day=DAY + timedelta(days=target) if target is not None else None,
    )


@pytest.fixture
def goals(journal: Journal) -> Sequence[Entry]:
    made = [
        goal("Later", 30),
        goal("Sooner", 3),
        goal("Some day"),
        goal("Won", 1, GoalStatus.ACHIEVED),
        goal("Won too", 2, GoalStatus.ACHIEVED),
        goal("Dropped", 2, GoalStatus.LET_GO),
    ]
    journal.save_entries(made)
    return made


@pytest.fixture
def page(open_page: OpenPage, goals: Sequence[Entry]) -> EntriesPage:
    return open_page(kind_page("goal"))


def view(page: EntriesPage) -> EntryListView:
    return part(page, EntryListView)


def press(page: EntriesPage, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(view(page), key)


def at_heading(page: EntriesPage, label: str) -> None:
    """Go to the heading of a group by keys alone."""
    press(page, Qt.Key.Key_Home)
    while current(page) != label:
        before = view(page).currentIndex().row()
        press(page, Qt.Key.Key_Down)
        assert view(page).currentIndex().row() > before, f"no heading {label}"


def test_what_one_is_at_stands_first_by_its_day(page: EntriesPage) -> None:
    assert rows(page) == ["Sooner", "Later", "Some day"]
    assert headings(page) == ["Active, 3, unfolded", "Achieved, 2, folded", "Let go, 1, folded"]
    assert title(page).text() == "Sooner"


def test_challenges_begin_with_the_oldest_and_end_with_what_helped(
    open_page: OpenPage, journal: Journal
) -> None:
    for at, name in enumerate(("New", "Old")):
        journal.save_entry(Challenge(title=name, day=DAY - timedelta(days=at)))
    solved = Challenge(title="Solved", status=ChallengeStatus.RESOLVED, what_helped="sleep", day=DAY)
    journal.save_entry(solved)
    page = open_page(kind_page("challenge"))
    assert rows(page) == ["Old", "New", "Solved"]
    assert headings(page) == ["Open, 2, unfolded", "What helped me, 1, unfolded"]


def test_left_and_right_fold_a_group(page: EntriesPage) -> None:
    at_heading(page, "Achieved")
    press(page, Qt.Key.Key_Right)
    assert rows(page) == ["Sooner", "Later", "Some day", "Won too", "Won"]
    press(page, Qt.Key.Key_Right)
    assert current(page) == "Won too"
    press(page, Qt.Key.Key_Left)
    assert current(page) == "Achieved"
    press(page, Qt.Key.Key_Left)
    assert rows(page) == ["Sooner", "Later", "Some day"]
    press(page, Qt.Key.Key_Down)
    assert current(page) == "Let go"
    press(page, Qt.Key.Key_Space)
    assert rows(page)[-1] == "Dropped"


def test_from_right_to_left_the_keys_are_the_other_ones(page: EntriesPage) -> None:
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    at_heading(page, "Achieved")
    press(page, Qt.Key.Key_Left)
    assert "Won" in rows(page)
    press(page, Qt.Key.Key_Right)
    assert "Won" not in rows(page)


def test_a_click_upon_a_heading_folds_it_and_opens_nothing(page: EntriesPage) -> None:
    index = view(page).model().index(0, 0)
    place = view(page).visualRect(index).center()
    QTest.mouseClick(view(page).viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert rows(page) == []
    assert title(page).text() == "Sooner"
    QTest.mouseClick(view(page).viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert rows(page) == ["Sooner", "Later", "Some day"]


def test_it_is_remembered_what_was_folded(page: EntriesPage, open_page: OpenPage) -> None:
    press(page, Qt.Key.Key_Home, Qt.Key.Key_Left)
    at_heading(page, "Let go")
    press(page, Qt.Key.Key_Right)
    assert rows(open_page(kind_page("goal"))) == ["Dropped"]


def test_settings_that_were_damaged_keep_no_page_from_opening() -> None:
    groups, settings = GroupSettings("goal", "Newer"), AppSettings()
    groups.keep_folded(["Active"])
    settings.keep_panel("groups-goal", QByteArray(bytes(settings.panel("groups-goal").data()) + b"\xff"))
    assert not {group.name for group in groups.groups()} & set(groups.folded())


def test_a_heading_is_not_chosen_and_the_open_entry_stays(page: EntriesPage) -> None:
    press(page, Qt.Key.Key_Home)
    assert current(page) == "Active"
    assert view(page).chosen_ids() == []
    assert view(page).count_chosen() == 0
    assert title(page).text() == "Sooner"
    page.flush()
    assert current(page) == "Active"


def test_select_all_takes_what_is_shown(page: EntriesPage, journal: Journal) -> None:
    view(page).setFocus()
    view(page).selectAll()
    assert view(page).count_all() == 3
    assert view(page).count_chosen() == 3
    press(page, Qt.Key.Key_Delete)
    QApplication.processEvents()
    assert {row.title for row in journal.rows().items} == {"Won", "Won too", "Dropped"}
    assert headings(page) == ["Achieved, 2, folded", "Let go, 1, folded"]


def test_a_search_finds_what_is_folded_away(qtbot: QtBot, page: EntriesPage) -> None:
    search = named(page, "Search goals", SearchField)
    search.setText("won")
    qtbot.waitUntil(lambda: sorted(rows(page)) == ["Won", "Won too"])
    assert headings(page) == []
    search.setText("")
    qtbot.waitUntil(lambda: rows(page) == ["Sooner", "Later", "Some day"])


def test_a_goal_that_is_written_elsewhere_goes_to_its_group(
    page: EntriesPage, goals: Sequence[Entry]
) -> None:
    sooner, later = goals[1], goals[0]
    assert isinstance(later, Goal)
    page.session.save(replace(later, target_day=DAY + timedelta(days=1)))
    assert rows(page) == ["Later", "Sooner", "Some day"]
    page.session.save(replace(later, status=GoalStatus.PLANNED))
    assert rows(page) == ["Sooner", "Some day"]
    assert headings(page)[0] == "Active, 2, unfolded"
    assert headings(page)[1] == "Planned, 1, folded", "what is to come stands before what is over"
    page.session.put_in_bin([sooner.id])
    assert rows(page) == ["Some day"]
    assert headings(page)[0] == "Active, 1, unfolded"
    page.session.take_from_bin([sooner.id])
    assert rows(page) == ["Sooner", "Some day"]


def test_the_open_goal_stays_where_it_would_be_folded_away(
    page: EntriesPage, goals: Sequence[Entry], journal: Journal
) -> None:
    """Whoever ticks "achieved" does not lose the goal out of sight while writing in it."""
    sooner = journal.entry(goals[1].id)
    assert isinstance(sooner, Goal)
    journal.save_entry(replace(sooner, status=GoalStatus.ACHIEVED))
    model = view(page).model()
    assert isinstance(model, GroupedModel)
    model.refresh(sooner.id, sooner.day, keep=True)  # as the page does for what is written on it
    assert rows(page) == ["Sooner", "Later", "Some day"]
    assert headings(page)[:2] == ["Active, 2, unfolded", "Achieved, 3, folded"]
    journal.save_entry(sooner)
    model.refresh(sooner.id, sooner.day, keep=True)
    assert headings(page)[:2] == ["Active, 3, unfolded", "Achieved, 2, folded"], "as before"


def test_what_a_newer_version_wrote_is_not_lost(
    open_page: OpenPage, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as older:
        known = [group for group in GoalView().groups() if group.name != "let go"]
        older.setattr(Goal, "STATES", ("planned", "active", "achieved"))
        older.setattr(GoalView, "groups", lambda _: known)
        journal.save_entries([goal("Known"), goal("New", status=GoalStatus.LET_GO)])
        page = open_page(kind_page("goal"))
        assert headings(page) == ["Active, 1, unfolded", "From a newer version, 1, unfolded"]
        assert rows(page) == ["Known", "New"]


def test_long_groups_are_fetched_as_one_comes_to_their_end(
    open_page: OpenPage, journal: Journal, qtmodeltester: ModelTester
) -> None:
    journal.save_entries(goal(f"Goal {at:03}", at) for at in range(3 * PAGE_SIZE))
    journal.save_entries(goal(f"Won {at:03}", status=GoalStatus.ACHIEVED) for at in range(2 * PAGE_SIZE))
    page = open_page(kind_page("goal"))
    qtmodeltester.check(view(page).model())
    assert len(rows(page)) == PAGE_SIZE
    view(page).setFocus()
    for _ in range(3 * PAGE_SIZE - 1):
        press(page, Qt.Key.Key_Down)
    assert current(page) == f"Goal {3 * PAGE_SIZE - 1:03}"
    press(page, Qt.Key.Key_Down)
    assert current(page) == "Achieved"
    press(page, Qt.Key.Key_Right, Qt.Key.Key_End)
    assert rows(page)[: 3 * PAGE_SIZE] == [f"Goal {at:03}" for at in range(3 * PAGE_SIZE)]
    assert len(rows(page)) > 4 * PAGE_SIZE


def test_the_order_can_be_the_newest_first_and_is_remembered(page: EntriesPage, open_page: OpenPage) -> None:
    order = next(button for button in page.findChildren(MenuButton) if button.text() == "By target day")
    next(action for action in order.menu().actions() if action.text() == "Newest first").trigger()
    assert rows(page) == ["Some day", "Sooner", "Later"]
    assert order.text() == "Newest first"
    assert rows(open_page(kind_page("goal"))) == ["Some day", "Sooner", "Later"]


def test_what_stands_over_the_list_is_said_in_words(page: EntriesPage) -> None:
    said = [
        button.text() for button in page.findChildren(QToolButton) if button.isVisible() and button.text()
    ]
    assert {"By target day", "Filters", "Board"} <= set(said)
