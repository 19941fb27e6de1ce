"""The window as a whole: pages, lock, close, a second start, and what it never shows."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QEventLoop, QObject, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleInterface, QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from amp_desktop.domain.errors import DiskFullError, JournalError, NotSavedError, OpenElsewhereError
from amp_desktop.domain.preferences import Preferences
from amp_desktop.domain.program import default_program
from amp_desktop.journal import Journal
from amp_desktop.ui.pages import PAGES, load_page
from amp_desktop.ui.platform.app_settings import AppSettings
from amp_desktop.ui.platform.clipboard import copy_private
from amp_desktop.ui.platform.jobs import jobs_under_way
from amp_desktop.ui.program.heading import program_heading, program_lines
from amp_desktop.ui.shell import idle
from amp_desktop.ui.shell.single_instance import SingleInstance
from amp_desktop.ui.shell.window import MainWindow, first_size
from amp_desktop.ui.unlock.unlock_page import UnlockPage
from amp_desktop.ui.widgets.side_bar import SideBar
from tests.conftest import CHEAP, PASSPHRASE, MakeEntry
from tests.ui.people import press, shows, write

CONTROLS = {
    QAccessible.Role.Button,
    QAccessible.Role.ButtonMenu,
    QAccessible.Role.CheckBox,
    QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.List,
    QAccessible.Role.ListItem,
    QAccessible.Role.SpinBox,
}


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    """A window with nothing in it yet."""
    made = MainWindow(AppSettings())
    made.show()
    yield made
    if made.workspace is not None:
        made.lock()
    qtbot.waitUntil(lambda: jobs_under_way() == 0, timeout=20_000)
    with qtbot.waitSignal(made.left):
        made.close()
    made.deleteLater()


@pytest.fixture
def unlocked(window: MainWindow, journal_folder: Path) -> MainWindow:
    """The window with an open journal."""
    journal, _ = Journal.create(journal_folder, PASSPHRASE, cost=CHEAP)
    window.begin(journal_folder)
    window.open_journal(journal)
    return window


def locked(window: MainWindow) -> bool:
    return window.workspace is None and isinstance(window.unlock_view.currentWidget(), UnlockPage)


def refuse(*_: object) -> None:
    raise DiskFullError("The disk is full.", "Make room.")


# Pages


@pytest.mark.parametrize("name", PAGES)
def test_every_page_is_made_at_its_first_visit(qtbot: QtBot, unlocked: MainWindow, name: str) -> None:
    assert unlocked.workspace is not None
    assert unlocked.workspace.page_name() == "today"
    unlocked.workspace.go_to(name)
    assert isinstance(unlocked.workspace.page(), load_page(name))
    has_row = PAGES[name].in_side_bar or name == "settings"
    assert unlocked.workspace.side_bar.current() == (name if has_row else "")


def test_the_menu_leads_where_the_side_bar_does_not_and_fits_on_a_small_screen(unlocked: MainWindow) -> None:
    assert unlocked.workspace is not None
    menu = next(one for one in unlocked.workspace.findChildren(QMenu) if one.parent() is unlocked.workspace)
    pages = [one.data() for one in menu.actions() if one.data() in PAGES]
    assert pages == [name for name, page in PAGES.items() if not page.in_side_bar]
    assert menu.sizeHint().height() < 650


class _Windows(QObject):
    """Notes which widgets are shown as windows of their own."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(repr(watched))
        return False


def test_no_part_of_a_page_flashes_up_as_a_window(qapp: QApplication, unlocked: MainWindow) -> None:
    """A part that is shown before it has a parent does, for a moment, and takes the keyboard away."""
    assert unlocked.workspace is not None
    windows = _Windows()
    qapp.installEventFilter(windows)
    for name in PAGES:
        unlocked.workspace.go_to(name)
        qapp.processEvents()
    qapp.removeEventFilter(windows)
    assert windows.shown == []


def test_the_keyboard_reaches_every_page(qtbot: QtBot, unlocked: MainWindow) -> None:
    assert unlocked.workspace is not None
    unlocked.activateWindow()
    keys = {name: page.keys for name, page in PAGES.items() if page.keys}
    assert [f"Ctrl+{number}" for number in range(1, 10)] == sorted(keys.values())[:9]
    for name, key in keys.items():
        QTest.keySequence(unlocked, QKeySequence(key))
        assert unlocked.workspace.page_name() == name


def test_a_new_entry_begins_on_the_journal_page(qtbot: QtBot, unlocked: MainWindow) -> None:
    assert unlocked.workspace is not None
    QTest.keyClick(unlocked, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert unlocked.workspace.page_name() == "journal"


def test_an_unknown_page_means_the_first(unlocked: MainWindow) -> None:
    assert unlocked.workspace is not None
    unlocked.workspace.go_to("no such page")
    assert unlocked.workspace.page_name() == "today"


def test_an_entry_asked_for_is_shown_on_the_journal_page(unlocked: MainWindow, make_entry: MakeEntry) -> None:
    assert unlocked.workspace is not None
    saved = unlocked.workspace.session.save(make_entry("note", title="First review"))
    page = unlocked.workspace.page()
    assert page is not None
    page.entry_requested.emit(saved.id)
    assert unlocked.workspace.page_name() == "journal"


def test_the_window_comes_back_to_the_last_page(window: MainWindow, journal: Journal) -> None:
    AppSettings().page = "goals"
    window.open_journal(Journal.open(journal.folder, passphrase=PASSPHRASE))
    assert window.workspace is not None
    assert window.workspace.page_name() == "goals"


@pytest.mark.parametrize("name", ["self-care", "incidents"])
def test_settings_do_not_tell_of_the_pages_of_what_is_most_private(unlocked: MainWindow, name: str) -> None:
    assert unlocked.workspace is not None
    unlocked.workspace.go_to("goals")
    assert AppSettings().page == "goals"
    unlocked.workspace.go_to(name)
    assert unlocked.workspace.page_name() == name
    assert AppSettings().page == "today"


@pytest.mark.parametrize("name", ["self-care", "goals"])
def test_unlocking_comes_back_to_the_page_that_was_left(
    unlocked: MainWindow, journal_folder: Path, qtbot: QtBot, name: str
) -> None:
    assert unlocked.workspace is not None
    unlocked.workspace.go_to(name)
    unlocked.lock()
    qtbot.waitUntil(lambda: jobs_under_way() == 0)
    unlocked.open_journal(Journal.open(journal_folder, passphrase=PASSPHRASE))
    assert unlocked.workspace.page_name() == name


def test_a_page_that_cannot_be_written_is_not_left(
    unlocked: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert unlocked.workspace is not None
    unlocked.workspace.go_to("settings")
    monkeypatch.setattr(unlocked.workspace.page(), "flush", lambda: False)
    unlocked.workspace.side_bar.page_requested.emit("goals")
    assert unlocked.workspace.page_name() == "settings"
    assert unlocked.workspace.side_bar.current() == "settings"
    assert shows(unlocked, "Your text is still here.")
    monkeypatch.undo()


def test_the_program_is_told_in_its_week() -> None:
    from datetime import date

    program = default_program(2026)
    assert program_heading(program, date(2026, 7, 22)) == "Week 6 of 18"
    assert program_lines(program, date(2026, 7, 22)) == [("calendar", "Midterm evaluation in 21 days")]
    assert program_lines(program, date(2026, 8, 21))[0] == ("flag", "Midterm evaluation: one day left")
    assert program_heading(program, date(2026, 12, 1)) == ""
    assert program_lines(program, date(2026, 1, 2)) == [("calendar", "Community bonding, 15 Jun")]


def test_the_sample_is_plainly_marked(unlocked: MainWindow) -> None:
    assert unlocked.workspace is not None
    assert not shows(unlocked, "Sample journal")
    unlocked.workspace.session.save_preferences(Preferences(is_sample=True))
    assert shows(unlocked, "Sample journal")


def test_the_title_is_the_programs_name_on_every_page(unlocked: MainWindow, make_entry: MakeEntry) -> None:
    assert unlocked.workspace is not None
    unlocked.workspace.session.save(make_entry("note", title="First review"))
    for name in PAGES:
        unlocked.workspace.go_to(name)
        assert unlocked.windowTitle() == "AMP Journal"


def test_what_the_terminal_writes_is_seen(qtbot: QtBot, unlocked: MainWindow, make_entry: MakeEntry) -> None:
    assert unlocked.workspace is not None
    session = unlocked.workspace.session
    with (
        qtbot.waitSignal(session.refreshed),
        Journal.open(session.journal.folder, passphrase=PASSPHRASE) as other,
    ):
        other.save_entry(make_entry("note", title="From the terminal"))


# Lock


def test_locking_writes_closes_and_forgets(qtbot: QtBot, unlocked: MainWindow) -> None:
    assert unlocked.workspace is not None
    journal = unlocked.workspace.session.journal
    unlocked.workspace.go_to("program")
    write(unlocked, "My project", "the parser")
    press(unlocked, "Lock journal")
    assert locked(unlocked)
    qtbot.waitUntil(lambda: not unlocked.findChildren(SideBar))
    qtbot.waitUntil(lambda: jobs_under_way() == 0, timeout=20_000)
    with pytest.raises(JournalError):
        journal.count()
    with Journal.open(journal.folder, passphrase=PASSPHRASE) as again:
        assert again.program.project == "the parser"
        assert len(again.maintenance.backups()) == 1


def test_the_key_locks_and_the_passphrase_unlocks(qtbot: QtBot, unlocked: MainWindow) -> None:
    QTest.keyClick(unlocked, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert locked(unlocked)
    write(unlocked, "Passphrase", PASSPHRASE)
    press(unlocked, "Unlock")
    qtbot.waitUntil(lambda: unlocked.workspace is not None)


def test_it_is_locked_all_the_same_where_something_cannot_be_written(
    qtbot: QtBot, unlocked: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert unlocked.workspace is not None
    unlocked.workspace.go_to("program")
    monkeypatch.setattr(unlocked.workspace.session.journal, "save_program", refuse)
    write(unlocked, "My project", "the parser")
    unlocked.lock()
    assert locked(unlocked)
    assert shows(unlocked, "It is kept, encrypted.")
    write(unlocked, "Passphrase", PASSPHRASE)
    press(unlocked, "Unlock")
    qtbot.waitUntil(lambda: unlocked.workspace is not None)
    assert unlocked.workspace.session.journal.program.project == "the parser"


def test_an_open_dialog_does_not_hold_up_the_lock(qtbot: QtBot, unlocked: MainWindow) -> None:
    answers = []
    QTimer.singleShot(50, unlocked, unlocked.lock)
    dialog = QDialog(unlocked)
    answers.append(dialog.exec())
    dialog.deleteLater()
    qtbot.waitUntil(lambda: locked(unlocked))
    assert answers == [QDialog.DialogCode.Rejected.value]


def test_the_lock_waits_until_who_asked_has_got_an_answer(qtbot: QtBot, unlocked: MainWindow) -> None:
    assert unlocked.workspace is not None
    order, outer = [], QEventLoop()

    def ask() -> None:
        dialog = QDialog(unlocked)
        QTimer.singleShot(0, dialog, unlocked.lock)
        dialog.exec()
        order.append("answered")
        dialog.deleteLater()

    unlocked.workspace.forgotten.connect(lambda: order.append("locked"))
    unlocked.workspace.forgotten.connect(outer.quit)
    QTimer.singleShot(0, unlocked, ask)
    outer.exec()  # as the program's own loop, within which a dialog has another
    assert order == ["answered", "locked"]
    qtbot.waitUntil(lambda: locked(unlocked))


@pytest.mark.qt_log_ignore("grabbing the keyboard")  # which a menu asks for, and offscreen has not
def test_an_open_menu_does_not_hold_up_the_lock(qtbot: QtBot, unlocked: MainWindow) -> None:
    menu = QMenu(unlocked)
    menu.addAction("Anything")
    QTimer.singleShot(50, unlocked, unlocked.lock)
    menu.exec(QPoint(100, 100))
    menu.deleteLater()
    qtbot.waitUntil(lambda: locked(unlocked))


def test_locking_takes_our_text_from_the_clipboard(unlocked: MainWindow) -> None:
    copy_private("what I wrote")
    assert QApplication.clipboard().mimeData().data("x-kde-passwordManagerHint") == b"secret"
    unlocked.lock()
    assert QApplication.clipboard().text() == ""


def test_nobody_there_means_locked(
    qtbot: QtBot, unlocked: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert unlocked.workspace is not None
    unlocked.workspace.session.save_preferences(Preferences(lock_after=1))
    watch = unlocked.findChild(idle.IdleWatch)
    assert isinstance(watch, idle.IdleWatch)
    later = idle.seconds() + 1_000
    monkeypatch.setattr(idle, "seconds", lambda: later)
    watch.look()
    assert locked(unlocked)


def test_a_key_counts_as_being_there(
    qtbot: QtBot, unlocked: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch = unlocked.findChild(idle.IdleWatch)
    assert isinstance(watch, idle.IdleWatch)
    now = [0.0]
    monkeypatch.setattr(idle, "seconds", lambda: now[0])
    watch.start(1)
    unlocked.activateWindow()
    qtbot.waitUntil(unlocked.isActiveWindow)
    handle = unlocked.windowHandle()
    assert isinstance(handle, QWindow)
    now[0] += 59
    QTest.keyClick(handle, Qt.Key.Key_Shift)
    now[0] += 59
    watch.look()
    assert not locked(unlocked)
    now[0] += 2
    watch.look()
    assert locked(unlocked)


def test_never_is_a_choice(unlocked: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    assert unlocked.workspace is not None
    unlocked.workspace.session.save_preferences(Preferences(lock_after=0))
    watch = unlocked.findChild(idle.IdleWatch)
    assert isinstance(watch, idle.IdleWatch)
    later = idle.seconds() + 10**9
    monkeypatch.setattr(idle, "seconds", lambda: later)
    watch.look()
    assert not locked(unlocked)


# Close


def test_closing_writes_backs_up_and_only_then_lets_the_program_end(
    qtbot: QtBot, unlocked: MainWindow, make_entry: MakeEntry
) -> None:
    assert unlocked.workspace is not None
    folder = unlocked.workspace.session.journal.folder
    unlocked.workspace.session.save(make_entry("note", title="Kept"))
    with qtbot.waitSignal(unlocked.left, timeout=20_000):
        unlocked.close()
        assert not unlocked.isVisible()
        assert jobs_under_way() == 1
    with Journal.open(folder, passphrase=PASSPHRASE) as journal:
        assert [backup.entries for backup in journal.maintenance.backups()] == [1]


def test_the_window_closes_once_what_cannot_be_written_is_kept_elsewhere(
    qtbot: QtBot, unlocked: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert unlocked.workspace is not None
    folder = unlocked.workspace.session.journal.folder
    unlocked.workspace.go_to("program")
    monkeypatch.setattr(unlocked.workspace.session.journal, "save_program", refuse)
    write(unlocked, "My project", "the parser")
    with qtbot.waitSignal(unlocked.left, timeout=20_000):
        unlocked.close()
    assert not unlocked.isVisible()
    with Journal.open(folder, passphrase=PASSPHRASE) as journal:
        journal.unsaved.take_in()
        assert journal.program.project == "the parser"


def test_a_backup_that_failed_behind_a_closed_window_is_told_next_time(
    qtbot: QtBot, unlocked: MainWindow, make_entry: MakeEntry, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert unlocked.workspace is not None
    journal = unlocked.workspace.session.journal

    def fail(**_: object) -> None:
        raise NotSavedError("The backup could not be written.")

    monkeypatch.setattr(journal.maintenance, "back_up_if_changed", fail)
    unlocked.lock()
    qtbot.waitUntil(lambda: jobs_under_way() == 0)
    unlocked.open_journal(Journal.open(journal.folder, passphrase=PASSPHRASE))
    assert shows(unlocked, "The backup could not be written.")
    assert AppSettings().notice(journal.keys.journal_id) == ""


def test_size_is_remembered_and_never_a_word_of_the_journal(
    qtbot: QtBot, unlocked: MainWindow, make_entry: MakeEntry
) -> None:
    from amp_desktop.ui.platform.app_settings import settings_file

    assert unlocked.workspace is not None
    unlocked.workspace.session.save(make_entry("note", title="Zanzibar", tags=("quokka",)))
    for name in PAGES:
        unlocked.workspace.go_to(name)
    unlocked.resize(790, 555)  # within the screen of 800 by 800 that tests have
    with qtbot.waitSignal(unlocked.left, timeout=20_000):
        unlocked.close()
    kept = settings_file().read_text()
    assert "Zanzibar" not in kept
    assert "quokka" not in kept
    again = MainWindow(AppSettings())
    size = again.width(), again.height()
    with qtbot.waitSignal(again.left):
        again.close()
    again.deleteLater()
    assert size == (790, 555)


# A second start


def test_a_second_start_has_the_first_window_come_forward(qtbot: QtBot, unlocked: MainWindow) -> None:
    assert unlocked.workspace is not None
    unlocked.showMinimized()
    with pytest.raises(OpenElsewhereError):
        SingleInstance().take(unlocked.workspace.session.journal.folder)
    qtbot.waitUntil(lambda: not unlocked.isMinimized())


def test_a_start_while_the_last_backup_is_made_brings_the_window_back(
    qtbot: QtBot, unlocked: MainWindow
) -> None:
    assert unlocked.workspace is not None
    folder = unlocked.workspace.session.journal.folder
    unlocked.close()
    with pytest.raises(OpenElsewhereError):
        SingleInstance().take(folder)
    qtbot.waitUntil(lambda: jobs_under_way() == 0, timeout=20_000)
    qtbot.waitUntil(unlocked.isVisible)
    assert locked(unlocked)


def test_a_journal_open_in_another_window_is_said_at_the_gate(window: MainWindow, journal: Journal) -> None:
    other = SingleInstance()
    other.take(journal.folder)
    window.begin(journal.folder)
    assert shows(window, "The journal is open in another window.")
    other.give_up()
    press(window, "Look again")
    assert locked(window)


def test_a_journal_that_another_window_took_meanwhile_is_not_shown(
    window: MainWindow, journal: Journal
) -> None:
    window.begin(journal.folder.parent / "elsewhere")
    other = SingleInstance()
    other.take(journal.folder)
    opened = Journal.open(journal.folder, passphrase=PASSPHRASE)
    window.open_journal(opened)
    other.give_up()
    assert window.workspace is None
    assert shows(window, "The journal is open in another window.")
    with pytest.raises(JournalError):
        opened.count()


def test_a_journal_that_may_only_be_read_says_so(
    window: MainWindow, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Journal, "read_only", True)
    window.open_journal(Journal.open(journal.folder, passphrase=PASSPHRASE))
    assert shows(window, "This journal is read-only")


def test_a_visitor_of_the_sample_finds_the_way_back_in(
    qtbot: QtBot, window: MainWindow, sample_journal: Journal
) -> None:
    folder = sample_journal.folder
    window.open_journal(Journal.open(folder, passphrase="sample journal"))
    assert sample_journal.preferences.lock_after == 0
    window.lock()
    assert shows(window, "passphrase is “sample journal”")
    write(window, "Passphrase", "sample journal")
    press(window, "Unlock")
    qtbot.waitUntil(lambda: window.workspace is not None)
    window.lock()


def test_the_passphrase_of_no_other_journal_is_told(unlocked: MainWindow) -> None:
    unlocked.lock()
    assert not shows(unlocked, "passphrase is")


# For everybody


@pytest.mark.parametrize("name", PAGES)
def test_a_screen_reader_is_told_what_every_control_is(
    window: MainWindow, sample_journal: Journal, name: str
) -> None:
    window.open_journal(Journal.open(sample_journal.folder, passphrase="sample journal"))
    assert window.workspace is not None
    window.workspace.go_to(name)
    assert _nameless(window) == []


def test_a_screen_reader_is_told_what_the_gate_asks(window: MainWindow, journal: Journal) -> None:
    window.begin(journal.folder)
    assert _nameless(window) == []
    press(window, "Forgotten? Use the recovery code")
    assert _nameless(window) == []


def test_errors_are_told_where_one_looks(unlocked: MainWindow) -> None:
    unlocked.say_error(DiskFullError("The disk is full.", "Make room."))
    assert shows(unlocked, "The disk is full.")
    unlocked.lock()
    unlocked.say_error(DiskFullError("The disk is full.", "Make room."))
    assert shows(unlocked, "The disk is full.")


@pytest.mark.parametrize(
    ("screen", "window"),
    [
        (QSize(1920, 1080), QSize(1280, 800)),
        (QSize(1280, 800), QSize(1264, 768)),
        (QSize(1024, 700), QSize(1008, 668)),
        (QSize(667, 433), QSize(651, 401)),
        (QSize(640, 480), QSize(624, 448)),
        (QSize(500, 300), QSize(500, 300)),
    ],
)
def test_the_first_window_leaves_room_for_its_frame(screen: QSize, window: QSize) -> None:
    assert first_size(screen, line=16) == window


def test_a_fault_of_ours_is_reported_once_and_the_window_goes_on(qtbot: QtBot, unlocked: MainWindow) -> None:
    unlocked.show_report("the first")
    unlocked.show_report("the second")
    dialogs = unlocked.findChildren(QDialog)
    assert len(dialogs) == 1
    press(dialogs[0], "Go on")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    unlocked.show_report("the third")
    assert len(unlocked.findChildren(QDialog)) == 1


def _interfaces(of: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield of
    for at in range(of.childCount()):
        child = of.child(at)
        if child is not None and not child.state().invisible:  # type: ignore[redundant-expr]
            yield from _interfaces(child)


def _nameless(widget: QWidget) -> list[str]:
    top = QAccessible.queryAccessibleInterface(widget)
    controls = [one for one in _interfaces(top) if one.role() in CONTROLS]
    nameless = [one for one in controls if not one.text(QAccessible.Text.Name)]
    assert controls
    return [
        f"{one.role()} {type(one.object()).__name__}"
        for one in nameless
        if one.object().objectName() != "qt_spinbox_lineedit"  # its spin box has a name
    ]
