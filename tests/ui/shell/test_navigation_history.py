"""Back and forward through the places visited."""

from collections.abc import Callable
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from amp_desktop.ui.entries.editor.page_column import PageColumn
from amp_desktop.ui.entries.list.list_view import EntryListView
from amp_desktop.ui.page import Location
from amp_desktop.ui.shell.navigation import Navigation
from amp_desktop.ui.shell.navigation_history import LONGEST_WAY, STAYED_SECONDS, NavigationHistory, Visit
from amp_desktop.ui.shell.window import MainWindow
from tests.conftest import MakeEntry
from tests.ui.people import seen
from tests.ui.shell.test_window import unlocked, window

__all__ = ["unlocked", "window"]

ALT = Qt.KeyboardModifier.AltModifier
TODAY, GOALS, SHARE = Visit("today"), Visit("goals"), Visit("share")


class Clock:
    """Stands still until one stays somewhere."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now

    def stay(self) -> None:
        self.now += STAYED_SECONDS


def there(_: Visit) -> bool:
    return True


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def history(clock: Clock) -> NavigationHistory:
    """Today, the goals and the share page, at each of which one stayed."""
    made = NavigationHistory(clock)
    for place in (TODAY, GOALS, SHARE):
        made.arrive(place)
        clock.stay()
    return made


# The way itself


def test_back_and_forward(history: NavigationHistory) -> None:
    assert history.here() == SHARE
    assert history.ahead(1, there) is None
    assert history.ahead(-1, there) == GOALS
    history.go(-1, there)
    history.go(-1, there)
    assert history.here() == TODAY
    assert history.ahead(-1, there) is None
    assert history.ahead(1, there) == GOALS


def test_another_way_forgets_what_lay_ahead(history: NavigationHistory) -> None:
    history.go(-1, there)
    history.arrive(Visit("journal"))
    assert history.ahead(1, there) is None
    assert history.ahead(-1, there) == GOALS


def test_what_one_only_passed_by_is_no_place(history: NavigationHistory, clock: Clock) -> None:
    for number in range(5):
        history.arrive(Visit("journal", Location(UUID(int=number))))
    clock.stay()
    assert history.ahead(-1, there) == SHARE
    history.arrive(TODAY)
    assert history.ahead(-1, there) == Visit("journal", Location(UUID(int=4)))


def test_what_is_gone_is_passed_over(history: NavigationHistory) -> None:
    assert history.ahead(-1, lambda place: place != GOALS) == TODAY
    history.go(-1, lambda place: place != GOALS)
    assert history.here() == TODAY
    assert history.ahead(-1, lambda _: False) is None


def test_a_place_is_remembered_as_it_was_left(history: NavigationHistory) -> None:
    history.leave(Location(scrolled=7))
    history.arrive(TODAY)
    assert history.ahead(-1, there) == Visit("share", Location(scrolled=7))


def test_the_way_has_an_end(history: NavigationHistory, clock: Clock) -> None:
    for _ in range(2 * LONGEST_WAY):
        history.arrive(Visit("journal", Location(uuid4())))
        clock.stay()
    steps = 0
    while history.ahead(-1, there):
        history.go(-1, there)
        steps += 1
    assert steps == LONGEST_WAY - 1


def test_nothing_is_left_of_it(history: NavigationHistory) -> None:
    history.forget()
    assert history.here() is None
    assert history.ahead(-1, there) is None


# In the window


@pytest.fixture
def stay(unlocked: MainWindow, clock: Clock) -> Callable[[], None]:
    """Lets as much time pass as one must stay; the window begins on the page of the day."""
    assert unlocked.workspace is not None
    journey = unlocked.workspace.findChild(Navigation)
    assert isinstance(journey, Navigation)
    journey._history = NavigationHistory(clock)
    unlocked.activateWindow()
    unlocked.workspace.go_to("settings")
    clock.stay()
    return clock.stay


def make(window: MainWindow, make_entry: MakeEntry, title: str, **values: object) -> UUID:
    assert window.workspace is not None
    return window.workspace.session.save(make_entry("note", title=title, **values)).id


def title(window: MainWindow) -> str:
    return seen(window, QTextEdit, "Title").toPlainText()


def page(window: MainWindow) -> str:
    assert window.workspace is not None
    return window.workspace.page_name()


def allowed(window: MainWindow, name: str) -> bool:
    action = window.findChild(QAction, name)
    assert isinstance(action, QAction)
    return action.isEnabled()


def press(window: MainWindow, key: Qt.Key) -> None:
    QApplication.processEvents()
    QTest.keyClick(window, key, ALT)


def test_an_entry_that_is_shown_by_the_page_in_front_leaves_its_list_alone(
    unlocked: MainWindow, make_entry: MakeEntry, qtbot: QtBot
) -> None:
    """A list that is given the keyboard, and loses it, is painted anew twice."""
    assert unlocked.workspace is not None
    first, second = make(unlocked, make_entry, "First"), make(unlocked, make_entry, "Second")
    qtbot.waitUntil(unlocked.isActiveWindow)
    unlocked.workspace.show_entry(first)
    went: list[QWidget | None] = []
    QApplication.instance().focusChanged.connect(lambda _, now: went.append(now))  # type: ignore[union-attr]
    unlocked.workspace.show_entry(second)
    assert title(unlocked) == "Second"
    assert not [one for one in went if isinstance(one, EntryListView)]


def test_pages_and_entries_are_gone_back_to(
    unlocked: MainWindow, make_entry: MakeEntry, stay: Callable[[], None], qtbot: QtBot
) -> None:
    assert unlocked.workspace is not None
    first, second = make(unlocked, make_entry, "First"), make(unlocked, make_entry, "Second")
    qtbot.waitUntil(unlocked.isActiveWindow)
    assert not allowed(unlocked, "back")
    unlocked.workspace.show_entry(first)
    stay()
    unlocked.workspace.show_entry(second)
    stay()
    unlocked.workspace.go_to("goals")
    press(unlocked, Qt.Key.Key_Left)
    assert (page(unlocked), title(unlocked)) == ("journal", "Second")
    press(unlocked, Qt.Key.Key_Left)
    assert title(unlocked) == "First"
    press(unlocked, Qt.Key.Key_Left)
    assert page(unlocked) == "settings"
    assert not allowed(unlocked, "back")
    press(unlocked, Qt.Key.Key_Right)
    assert title(unlocked) == "First"
    assert allowed(unlocked, "forward")


def test_what_was_looked_for_comes_back(
    unlocked: MainWindow, make_entry: MakeEntry, stay: Callable[[], None]
) -> None:
    assert unlocked.workspace is not None
    make(unlocked, make_entry, "River")
    unlocked.workspace.search_for("river")
    stay()
    unlocked.workspace.go_to("goals")
    stay()
    unlocked.workspace.search_for("")
    stay()
    press(unlocked, Qt.Key.Key_Left)
    press(unlocked, Qt.Key.Key_Left)
    assert page(unlocked) == "journal"
    assert seen(unlocked, QLineEdit, "Search entries").text() == "river"


def test_a_text_is_shown_where_it_was_left(
    unlocked: MainWindow, make_entry: MakeEntry, stay: Callable[[], None]
) -> None:
    assert unlocked.workspace is not None
    long, other = (
        make(unlocked, make_entry, "Long", body="line\n\n" * 300),
        make(unlocked, make_entry, "Other"),
    )
    unlocked.workspace.show_entry(long)
    bar = seen(unlocked, PageColumn, "").verticalScrollBar()
    bar.setValue(500)
    stay()
    unlocked.workspace.show_entry(other)
    assert bar.value() == 0
    press(unlocked, Qt.Key.Key_Left)
    assert title(unlocked) == "Long"
    assert bar.value() == 500


@pytest.mark.parametrize("for_ever", [True, False])
def test_entries_that_are_gone_are_passed_over(
    unlocked: MainWindow, make_entry: MakeEntry, stay: Callable[[], None], for_ever: bool
) -> None:
    assert unlocked.workspace is not None
    first, second = make(unlocked, make_entry, "First"), make(unlocked, make_entry, "Second")
    for entry_id in (first, second):
        unlocked.workspace.show_entry(entry_id)
        stay()
    unlocked.workspace.go_to("goals")
    session = unlocked.workspace.session
    session.put_in_bin([second])
    if for_ever:
        session.delete_for_ever([second])
    press(unlocked, Qt.Key.Key_Left)
    assert title(unlocked) == "First"


def test_the_mouse_has_buttons_for_it(unlocked: MainWindow, stay: Callable[[], None]) -> None:
    assert unlocked.workspace is not None
    unlocked.workspace.go_to("goals")
    stay()
    for button, expected in (
        (Qt.MouseButton.BackButton, "settings"),
        (Qt.MouseButton.ForwardButton, "goals"),
    ):
        at, kind = QPointF(300, 300), QEvent.Type.MouseButtonPress
        event = QMouseEvent(kind, at, at, button, button, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(unlocked.windowHandle(), event)
        assert page(unlocked) == expected


def test_text_that_cannot_be_written_keeps_one_where_one_is(
    unlocked: MainWindow, stay: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert unlocked.workspace is not None
    unlocked.workspace.go_to("goals")
    stay()
    monkeypatch.setattr(unlocked.workspace.page(), "flush", lambda: False)
    press(unlocked, Qt.Key.Key_Left)
    assert page(unlocked) == "goals"
    assert allowed(unlocked, "back")
    monkeypatch.undo()


def test_a_lock_forgets_the_way(unlocked: MainWindow, stay: Callable[[], None]) -> None:
    assert unlocked.workspace is not None
    unlocked.workspace.go_to("goals")
    unlocked.lock()
    assert not allowed(unlocked, "back")
