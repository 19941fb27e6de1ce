"""Tab leads through every page and dialog as one reads it, and Enter does what it says there."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.challenge import Challenge
from amp_desktop.domain.kinds.goal import Goal, Step
from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.journal import Journal
from amp_desktop.ui.pages import PAGES
from amp_desktop.ui.platform.jobs import jobs_under_way
from amp_desktop.ui.session import Session
from amp_desktop.ui.shell.window import MainWindow
from amp_desktop.ui.widgets.focus_order import reading_order, step_focus
from tests.conftest import PASSPHRASE
from tests.ui.every_dialog import DIALOGS, fill
from tests.ui.people import seen
from tests.ui.resting import unrest
from tests.ui.windows import opened_window

DAY = date(2026, 7, 22)
GOAL = Goal(title="Keep CI green", day=DAY, steps=(Step("Pin the seed", done=True), Step("Bisect")))
CHALLENGE = Challenge(title="Flaky parser", day=DAY)
CARE = SelfCareNote(title="Tired", day=DAY, mood=2)


@pytest.fixture
def window(qtbot: QtBot, journal: Journal) -> Iterator[MainWindow]:
    """The window on a goal, a challenge and a self-care note."""
    journal.save_entries([GOAL, CHALLENGE, CARE])
    with opened_window(qtbot, journal, QSize(1400, 1000)) as made:
        yield made


def show(qtbot: QtBot, window: MainWindow, entry: Entry, field: str) -> None:
    assert window.workspace is not None
    window.workspace.show_entry(entry.id)
    qtbot.waitUntil(
        lambda: field in [one.accessibleName() for one in window.findChildren(QWidget) if one.isVisible()]
    )


def by_tab(window: MainWindow, start: QWidget, count: int) -> list[str]:
    """What is reached from there by so many Tabs."""
    start.setFocus()
    found = []
    for _ in range(count):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        found.append(focused.accessibleName())
    return found


def in_order(found: list[str], *wanted: str) -> bool:
    places = [found.index(name) for name in wanted]
    return places == sorted(places)


def test_the_steps_of_a_goal_stand_between_its_state_and_what_success_is(
    qtbot: QtBot, window: MainWindow
) -> None:
    show(qtbot, window, GOAL, "Add a step, or paste a list")
    found = by_tab(window, seen(window, QWidget, "Title"), 16)
    steps = ("Step 1 of 2: Pin the seed, done", "Step 2 of 2: Bisect", "Add a step, or paste a list")
    assert in_order(found, "State: Active", *steps, "What success looks like", "Day")
    assert found.index(steps[0]) == 1, "chips are one stop"


def test_a_challenge_asks_in_its_own_order(qtbot: QtBot, window: MainWindow) -> None:
    show(qtbot, window, CHALLENGE, "What helped")
    found = by_tab(window, seen(window, QWidget, "Title"), 16)
    assert in_order(found, "Open", "What happens", "What I tried", "What I need", "What helped", "Day")
    assert found.index("What helped") - found.index("What I need") > 1, "whom one asked stands between"


def test_a_check_in_is_three_stops_and_a_line(window: MainWindow) -> None:
    assert window.workspace is not None
    window.workspace.go_to("today")
    found = by_tab(window, seen(window, QWidget, "Keep"), 4)
    assert found == ["Mood: very low", "Energy: empty", "Stress: calm", "What did me good"]


def test_the_arrows_choose_on_a_scale_and_enter_presses(window: MainWindow) -> None:
    assert window.workspace is not None
    window.workspace.go_to("today")
    first = seen(window, QToolButton, "Mood: very low")
    first.setFocus()
    keys = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right)
    for key in keys:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)
    good = seen(window, QToolButton, "Mood: good")
    assert QApplication.focusWidget() is good
    assert good.isChecked()
    QTest.keyClick(good, Qt.Key.Key_Return)
    assert not good.isChecked(), "pressing the chosen one clears it"
    assert reading_order(window).count(good) == 1
    assert first not in reading_order(window)


@pytest.mark.parametrize("name", PAGES)
def test_tab_goes_once_through_a_page_and_begins_with_the_menu(window: MainWindow, name: str) -> None:
    assert window.workspace is not None
    window.workspace.go_to(name)
    QApplication.processEvents()
    order = reading_order(window)
    assert order[0].accessibleName() == "Menu"
    assert len(set(order)) == len(order)
    assert {one for one in window.findChildren(QAbstractButton) if _can_be_pressed(one)} <= set(order)
    assert _columns_read_down(order)


@pytest.mark.parametrize("name", DIALOGS)
def test_tab_goes_down_every_dialog(qtbot: QtBot, journal: Journal, name: str) -> None:
    session = Session(journal)
    fill(session)
    dialog = DIALOGS[name](session)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    order = reading_order(dialog)
    assert order
    assert _columns_read_down(order)
    dialog.reject()
    session.deleteLater()


def _can_be_pressed(button: QAbstractButton) -> bool:
    """Whether it is a place of its own; a choice among several is reached by the arrow keys."""
    return button.isVisible() and button.isEnabled() and bool(button.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _columns_read_down(order: list[QWidget]) -> bool:
    """Whether, of two things one after the other in one column, the later never stands above the former."""
    tops = [(one.parentWidget(), one.mapTo(one.window(), QPoint()), one.height()) for one in order]
    return all(
        former_place.y() < place.y() + height
        for (former, former_place, _), (parent, place, height) in pairwise(tops)
        if former is parent
    )


@pytest.mark.parametrize("name", PAGES)
def test_wherever_one_arrives_something_has_the_keyboard(
    qtbot: QtBot, window: MainWindow, name: str, journal_folder: Path
) -> None:
    """By unlocking, too: the page that was left is in front then."""
    assert window.workspace is not None
    window.workspace.go_to(name)
    unrest(qtbot, window)
    assert has_keyboard(window)
    window.lock()
    qtbot.waitUntil(lambda: jobs_under_way() == 0)
    window.open_journal(Journal.open(journal_folder, passphrase=PASSPHRASE))
    unrest(qtbot, window)
    assert window.workspace is not None
    assert window.workspace.page_name() == name
    assert has_keyboard(window)


def has_keyboard(window: MainWindow) -> bool:
    """Whether something on the page in front has it."""
    page, focused = window.workspace.page() if window.workspace is not None else None, window.focusWidget()
    return page is not None and focused is not None and page.isAncestorOf(focused)


def test_what_no_layout_holds_is_read_from_top_to_bottom(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    lower, upper = QPushButton("Lower", page), QPushButton("Upper", page)
    lower.move(0, 100)
    page.show()
    assert reading_order(page) == [upper, lower]


def test_back_from_the_first_comes_the_last(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    first, second, last = (QPushButton(name) for name in ("First", "Second", "Last"))
    column = QVBoxLayout(page)
    for button in (first, second, last):
        column.addWidget(button)
    page.show()
    first.setFocus()
    for expected in (last, second, first, last):
        assert step_focus(page, forward=False)
        assert page.focusWidget() is expected
    assert step_focus(page, forward=True)
    assert page.focusWidget() is first
