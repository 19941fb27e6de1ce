"""Reminders, tray and quick entry, on a clock that is handed in and a tray that the machine need not have."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from amp_desktop.domain.program import Shape
from amp_desktop.domain.program_shapes import shaped
from amp_desktop.domain.reminders import ReminderTimes
from amp_desktop.journal import Journal
from amp_desktop.ui.platform.app_settings import AppSettings
from amp_desktop.ui.shell.presence import Presence
from amp_desktop.ui.shell.quick_entry import QuickEntry
from amp_desktop.ui.shell.window import MainWindow
from tests.conftest import PASSPHRASE, SetClock
from tests.ui.every_word import words_of

NOON = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)
MISSED = "You wanted to be reminded to write. Whenever it suits you."


class HeardTray(QObject):
    """A tray that notes what it was to show."""

    quick_requested = Signal()
    open_requested = Signal()
    lock_requested = Signal()
    quit_requested = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.told: list[str] = []
        self.unlocked = False
        self.gone = False

    def tell(self, sentence: str) -> None:
        self.told.append(sentence)

    def set_unlocked(self, *, unlocked: bool) -> None:
        self.unlocked = unlocked

    def take_away(self) -> None:
        self.gone = True


@pytest.fixture
def clock() -> SetClock:
    return SetClock(NOON)


@pytest.fixture
def window(qtbot: QtBot, journal: Journal) -> Iterator[MainWindow]:
    made = MainWindow(AppSettings(), remembers=False)
    with qtbot.waitExposed(made):
        made.show()
    made.begin(journal.folder, claimed=True)
    made.open_journal(journal)
    yield made
    made.lock()
    with qtbot.waitSignal(made.left, timeout=20_000):
        made.close()
    made.deleteLater()


class ByHand(QCloseEvent):
    """A click on the X of the window."""

    def spontaneous(self) -> bool:
        return True


def present(
    window: MainWindow, clock: SetClock, *, has_tray: bool = True, looks: Callable[[], bool] | None = None
) -> Presence:
    make: object = HeardTray
    looks = looks or (lambda: has_tray)
    return Presence(window, AppSettings(), clock=clock, make_tray=make, has_tray=looks)  # type: ignore[arg-type]


def heard(presence: Presence) -> HeardTray:
    tray: object = presence.tray
    assert isinstance(tray, HeardTray)
    return tray


def remind_at(hour: int) -> None:
    AppSettings().reminders = ReminderTimes(is_on=True, at=time(hour))


def said(window: MainWindow) -> str:
    assert window.workspace is not None
    return window.workspace.banner.sentence()


def reopen(window: MainWindow, journal: Journal, qtbot: QtBot) -> None:
    from amp_desktop.ui.platform.jobs import jobs_under_way

    qtbot.waitUntil(lambda: jobs_under_way() == 0, timeout=20_000)
    window.open_journal(Journal.open(journal.folder, passphrase=PASSPHRASE))


def test_all_of_it_is_off_at_first(window: MainWindow, clock: SetClock) -> None:
    presence = present(window, clock)
    assert presence.tray is None
    assert not presence._timer.isActive()
    clock.go_on(days=30)
    presence.look()
    assert said(window) == ""


def test_without_a_tray_an_open_window_says_it(window: MainWindow, clock: SetClock) -> None:
    remind_at(18)
    presence = present(window, clock, has_tray=False)
    assert presence._timer.isActive()
    clock.now = NOON.replace(hour=18)
    presence.look()
    assert said(window) == "A moment for your journal, if you like."


def test_in_the_tray_it_comes_while_the_journal_is_locked(window: MainWindow, clock: SetClock) -> None:
    remind_at(18)
    AppSettings().tray = True
    presence = present(window, clock)
    window.lock()
    assert not heard(presence).unlocked
    clock.now = NOON.replace(hour=18)
    presence.look()
    presence.look()
    assert heard(presence).told == ["A moment for your journal, if you like."]


def test_what_was_missed_is_said_once_at_the_next_unlocking(
    window: MainWindow, clock: SetClock, journal: Journal, qtbot: QtBot
) -> None:
    remind_at(18)
    presence = present(window, clock, has_tray=False)
    window.lock()
    clock.go_on(days=5)
    presence.look()
    clock.go_on(days=5)
    presence.look()
    reopen(window, journal, qtbot)
    assert said(window) == MISSED
    assert not any(letter.isdigit() for letter in MISSED)
    assert window.workspace is not None
    window.workspace.banner.clear()
    presence.look()
    assert said(window) == ""


def test_a_clock_that_was_set_back_reminds_of_nothing(window: MainWindow, clock: SetClock) -> None:
    remind_at(18)
    presence = present(window, clock, has_tray=False)
    clock.now = NOON.replace(hour=19) - timedelta(days=400)
    presence.look()
    assert said(window) == ""


def test_a_word_comes_on_the_days_of_an_evaluation_and_says_nothing_of_it(
    window: MainWindow, clock: SetClock, journal: Journal
) -> None:
    settings = AppSettings()
    settings.tray = settings.notifies = True
    presence = present(window, clock)
    assert window.workspace is not None
    today = window.workspace.session.today()
    clock.now = datetime.combine(today, time(12), UTC)
    program = replace(shaped(Shape.AMP, today - timedelta(days=58)), project="zq project")
    windows = [replace(one, starts=today, ends=today + timedelta(days=9)) if one.is_evaluation else one
               for one in program.phases]  # fmt: skip
    window.workspace.session.save_program(replace(program, phases=tuple(windows)))
    presence.look()
    told = heard(presence).told
    assert told == ["An evaluation of your program: today is a day to look at it."]
    assert "zq" not in "".join(told)


def test_the_x_of_the_window_locks_and_hides_it_and_quit_ends(
    window: MainWindow, clock: SetClock, qtbot: QtBot
) -> None:
    AppSettings().tray = True
    presence = present(window, clock)
    event = ByHand()
    assert presence.eventFilter(window, event)
    assert not event.isAccepted()
    assert not window.isVisible()
    assert window.workspace is None
    heard(presence).open_requested.emit()
    assert window.isVisible()


def test_the_window_is_not_hidden_where_the_tray_went_meanwhile(window: MainWindow, clock: SetClock) -> None:
    AppSettings().tray = True
    there = [True]
    presence = present(window, clock, looks=lambda: there[0])
    there[0] = False
    assert not presence.eventFilter(window, ByHand())
    assert window.isVisible()
    assert window.workspace is not None


def test_whoever_wakes_the_computer_shortly_before_is_reminded_in_time(
    window: MainWindow, clock: SetClock
) -> None:
    remind_at(18)
    presence = present(window, clock, has_tray=False)
    waits = timedelta(milliseconds=presence._timer.interval())
    clock.now = NOON.replace(hour=17, minute=55) + waits  # it slept; the timer went on where it stood
    presence.look()
    assert said(window) == "A moment for your journal, if you like."


def test_a_quick_entry_becomes_a_note_and_a_locked_journal_asks_to_be_opened(
    window: MainWindow, clock: SetClock, journal: Journal
) -> None:
    AppSettings().tray = True
    presence = present(window, clock)
    tray = heard(presence)
    tray.quick_requested.emit()
    (dialog,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, QuickEntry))
    QTest.keyClicks(dialog.line, "A quick thought")
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    assert [row.title for row in journal.rows().items] == ["A quick thought"]
    assert not dialog.isVisible()
    tray.quick_requested.emit()
    other = next(
        one for one in QApplication.topLevelWidgets() if isinstance(one, QuickEntry) and one.isVisible()
    )
    QTest.keyClicks(other.line, "Half a thou")
    window.lock()
    assert not other.isVisible()
    with Journal.open(journal.folder, passphrase=PASSPHRASE) as again:
        assert {row.title for row in again.rows().items} == {"A quick thought", "Half a thou"}
    window.hide()
    tray.quick_requested.emit()
    assert window.isVisible()
    assert not any(isinstance(one, QuickEntry) and one.isVisible() for one in QApplication.topLevelWidgets())


def test_nothing_is_cut_off_what_is_pasted_into_a_quick_entry(window: MainWindow, journal: Journal) -> None:
    assert window.workspace is not None
    dialog = QuickEntry(window.workspace.session)
    dialog.show()
    QApplication.clipboard().setText("and so on " * 5_000 + "to its end")
    dialog.line.paste()
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    (row,) = journal.rows().items
    assert journal.entry(row.id).title.endswith("to its end")


def test_escape_leaves_a_quick_entry_without_a_word(window: MainWindow, journal: Journal) -> None:
    assert window.workspace is not None
    dialog = QuickEntry(window.workspace.session)
    dialog.show()
    QTest.keyClicks(dialog.line, "Never mind")
    QTest.keyClick(dialog.line, Qt.Key.Key_Escape)
    assert not journal.rows().items


def test_the_tray_goes_when_it_is_no_longer_wanted(window: MainWindow, clock: SetClock) -> None:
    AppSettings().tray = True
    presence = present(window, clock)
    tray = heard(presence)
    AppSettings().tray = False
    assert window.workspace is not None
    window.workspace.session.refreshed.emit()
    assert tray.gone
    assert presence.tray is None


def test_a_tray_that_comes_after_the_program_is_used(window: MainWindow, clock: SetClock) -> None:
    AppSettings().tray = True
    there = [False]
    presence = present(window, clock, looks=lambda: there[0])
    assert presence.tray is None
    assert presence._timer.isActive()
    there[0] = True
    presence._timer.timeout.emit()
    assert heard(presence)


def test_settings_that_name_no_zone_keep_no_reminder_back(window: MainWindow, clock: SetClock) -> None:
    """Whoever looks after the file by hand may leave it out."""
    remind_at(18)
    AppSettings().reminders_seen = datetime(2026, 11, 29, 17, 59)  # noqa: DTZ001
    presence = present(window, clock, has_tray=False)
    clock.now = NOON.replace(hour=18)
    presence.look()
    assert said(window) == "A moment for your journal, if you like."


def test_a_window_in_a_tray_that_goes_comes_back(window: MainWindow, clock: SetClock) -> None:
    """An extension of the desktop is switched off, or its panel does not come back after a crash."""
    AppSettings().tray = True
    there = [True]
    presence = present(window, clock, looks=lambda: there[0])
    tray = heard(presence)
    presence.eventFilter(window, ByHand())
    assert not window.isVisible()
    assert presence._timer.isActive()
    there[0] = False
    presence._timer.timeout.emit()
    assert tray.gone
    assert window.isVisible()


def test_a_window_that_was_closed_stays_so_where_the_tray_goes(window: MainWindow, clock: SetClock) -> None:
    """At logging out the tray may end before the last backup is made."""
    AppSettings().tray = True
    there = [True]
    presence = present(window, clock, looks=lambda: there[0])
    presence.eventFilter(window, ByHand())
    window.close()
    there[0] = False
    presence.look()
    assert not window.isVisible()
    window.come_forward()


def test_the_settings_say_where_there_is_no_tray(window: MainWindow) -> None:
    assert window.workspace is not None
    window.workspace.show_part("settings", "RemindersSection")
    assert "This desktop has no tray." in words_of(window)
