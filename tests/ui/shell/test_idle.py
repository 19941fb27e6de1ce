"""What counts as somebody being there: keys, pointer and touch, and nothing that comes from elsewhere."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit
from pytestqt.qtbot import QtBot

from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.preferences import Preferences
from amp_desktop.journal import Journal
from amp_desktop.ui.platform.app_settings import AppSettings
from amp_desktop.ui.platform.jobs import jobs_under_way
from amp_desktop.ui.shell import idle
from amp_desktop.ui.shell.idle import IdleWatch
from amp_desktop.ui.shell.window import MainWindow
from amp_desktop.ui.unlock.passphrase_field import PassphraseField
from tests.conftest import CHEAP, PASSPHRASE
from tests.ui.people import seen

MINUTE = 60.0


class Seconds:
    """The clock of the watch, set by hand."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds(monkeypatch: pytest.MonkeyPatch) -> Seconds:
    made = Seconds()
    monkeypatch.setattr(idle, "seconds", made)
    return made


@pytest.fixture
def window(qtbot: QtBot, journal_folder: Path, seconds: Seconds) -> Iterator[MainWindow]:
    """A window with an open journal that locks after a minute."""
    journal, _ = Journal.create(journal_folder, PASSPHRASE, cost=CHEAP)
    journal.save_preferences(Preferences(lock_after=1))
    made = MainWindow(AppSettings())
    made.show()
    made.begin(journal_folder)
    made.open_journal(journal)
    yield made
    made.lock()
    qtbot.waitUntil(lambda: jobs_under_way() == 0, timeout=20_000)
    with qtbot.waitSignal(made.left):
        made.close()
    made.deleteLater()


def come_to_front(qtbot: QtBot, window: MainWindow) -> QWindow:
    """Give the window the keyboard: the watch listens at it from then on."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    handle = window.windowHandle()
    assert isinstance(handle, QWindow)
    return handle


def watch_of(window: MainWindow) -> IdleWatch:
    watch = window.findChild(IdleWatch)
    assert isinstance(watch, IdleWatch)
    return watch


def test_what_a_terminal_writes_does_not_keep_an_untouched_window_open(
    window: MainWindow, seconds: Seconds, journal_folder: Path
) -> None:
    with Journal.open(journal_folder, passphrase=PASSPHRASE) as terminal:
        for _ in range(4):
            seconds.now += MINUTE / 4
            assert window.workspace is not None
            terminal.save_entry(Note(title="from a terminal"))
            window.workspace.session.look_for_changes()
            watch_of(window).look()
    assert window.workspace is None


def test_what_the_window_does_by_itself_is_nobody_either(window: MainWindow, seconds: Seconds) -> None:
    assert window.workspace is not None
    seconds.now += MINUTE
    for name in ("journal", "settings", "today"):
        window.workspace.go_to(name)
    window.workspace.session.refreshed.emit()
    watch_of(window).look()
    assert window.workspace is None


def test_a_key_is_somebody_and_another_limit_counts_from_it(
    qtbot: QtBot, window: MainWindow, seconds: Seconds
) -> None:
    assert window.workspace is not None
    handle = come_to_front(qtbot, window)
    seconds.now += MINUTE - 1
    QTest.keyClick(handle, Qt.Key.Key_Shift)
    seconds.now += MINUTE - 1
    window.workspace.session.save_preferences(Preferences(lock_after=2))
    seconds.now += MINUTE
    watch_of(window).look()
    assert window.workspace is not None
    seconds.now += 1
    watch_of(window).look()
    assert window.workspace is None


def compose(word: str) -> None:
    """Write as an input method does: it takes the keys for itself, and the window sees none of them."""
    event = QInputMethodEvent()
    event.setCommitString(word)
    focused = QGuiApplication.focusObject()
    assert focused is not None
    QApplication.sendEvent(focused, event)


def begin_to_write(qtbot: QtBot, window: MainWindow) -> QTextEdit:
    assert window.workspace is not None
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.workspace.new_entry()
    text = seen(window, QTextEdit, "Text of the entry, in Markdown")
    text.setFocus()
    return text


def test_a_word_of_an_input_method_is_somebody(qtbot: QtBot, window: MainWindow, seconds: Seconds) -> None:
    text = begin_to_write(qtbot, window)
    for word in "한국어":
        seconds.now += MINUTE - 1
        compose(word)
        watch_of(window).look()
    assert text.toPlainText() == "한국어"
    assert window.workspace is not None


def test_a_word_of_an_input_method_comes_too_late_as_a_key_does(
    qtbot: QtBot, window: MainWindow, seconds: Seconds
) -> None:
    text = begin_to_write(qtbot, window)
    seconds.now += 600 * MINUTE
    compose("한")
    assert text.toPlainText() == ""
    qtbot.waitUntil(lambda: window.workspace is None, timeout=2_000)


def test_what_has_the_keyboard_ends_when_its_owner_lets_it_go(qtbot: QtBot, window: MainWindow) -> None:
    begin_to_write(qtbot, window)
    gone: list[bool] = []
    edits = [QTextEdit()]
    edits[0].destroyed.connect(lambda: gone.append(True))
    edits[0].show()
    edits[0].activateWindow()
    edits[0].setFocus()
    qtbot.waitUntil(lambda: QGuiApplication.focusObject() is edits[0])
    edits.clear()
    assert gone == [True]


def test_whoever_wakes_the_computer_up_does_not_find_the_journal_open(
    window: MainWindow, seconds: Seconds, qtbot: QtBot
) -> None:
    assert window.workspace is not None
    window.workspace.go_to("journal")
    handle = come_to_front(qtbot, window)
    seconds.now += 600 * MINUTE  # asleep: no timer runs, and the first to come is a key or the pointer
    QTest.keyClick(handle, Qt.Key.Key_X)
    QTest.mouseMove(handle)
    qtbot.waitUntil(lambda: window.workspace is None, timeout=2_000)


def test_never_can_be_taken_back(window: MainWindow, seconds: Seconds) -> None:
    assert window.workspace is not None
    window.workspace.session.save_preferences(Preferences(lock_after=0))
    seconds.now += 100 * MINUTE
    watch_of(window).look()
    assert window.workspace is not None
    window.workspace.session.save_preferences(Preferences(lock_after=1))
    watch_of(window).look()
    assert window.workspace is None


def test_a_locked_window_takes_the_passphrase_however_long_it_stood_there(
    qtbot: QtBot, window: MainWindow, seconds: Seconds
) -> None:
    handle = come_to_front(qtbot, window)
    window.lock()
    (field,) = [one for one in window.findChildren(PassphraseField) if one.isVisible()]
    field.setFocus()
    seconds.now += 600 * MINUTE
    QTest.keyClick(handle, Qt.Key.Key_A)
    watch_of(window).look()
    assert field.text() == "a"
