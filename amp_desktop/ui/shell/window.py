"""The window: the unlock view while the journal is locked, the workspace while it is open."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from amp_desktop.domain.errors import JournalError, OpenElsewhereError
from amp_desktop.ui.platform.app_settings import AppSettings
from amp_desktop.ui.platform.clipboard import ClipboardGuard, clear_clipboard
from amp_desktop.ui.shell.closing import Closing
from amp_desktop.ui.shell.lock_watch import LockWatch
from amp_desktop.ui.shell.preload import Preloader
from amp_desktop.ui.shell.single_instance import SingleInstance
from amp_desktop.ui.shell.unsaved import UnsavedText
from amp_desktop.ui.unlock.presenter import Keyring
from amp_desktop.ui.unlock.unlock_view import UnlockView

if TYPE_CHECKING:
    from amp_desktop.journal import Journal
    from amp_desktop.ui.session import Session
    from amp_desktop.ui.shell.commands import Commands
    from amp_desktop.ui.shell.report_dialog import ReportDialog
    from amp_desktop.ui.shell.workspace import Workspace

TITLE = "AMP Journal"
"""All that a title bar, a task bar and a screen shared by accident may show."""

LOOKS_EVERY_MS = 700
LOOKS_AGAIN_MS = 20
USUAL_SIZE = QSize(1280, 800)
SMALLEST_SIZE = QSize(620, 400)
"""A screen of 1000 × 650 has room for it, frame and title included, with letters half as large again."""


def first_size(room: QSize, line: int) -> QSize:
    """How large a window is that was never sized by hand: the usual size, or what the screen has room for.

    Args:
        room: What the desktop leaves to windows, in pixels.
        line: The height of a line of text; the window's frame and title take about two.
    """
    there = room - QSize(line, 2 * line)
    return USUAL_SIZE.boundedTo(there).expandedTo(SMALLEST_SIZE.boundedTo(room))


class MainWindow(QMainWindow):
    """One journal's window.

    Signals:
        left(): The window was closed and everything behind it is finished: the program can end.
        unlocked(), locked(): The pages of a journal are in front, or the unlock view is.
    """

    left = Signal()
    unlocked = Signal()
    locked = Signal()

    def __init__(
        self, settings: AppSettings, parent: QWidget | None = None, *, remembers: bool = True
    ) -> None:
        """Make the window, with nothing in it yet.

        Args:
            settings: What the window remembers.
            parent: As Qt has it.
            remembers: Whether the journal's place is kept for the next start; not where it was named for
                this start alone.
        """
        super().__init__(parent)
        self.setWindowTitle(TITLE)
        self.setMinimumSize(SMALLEST_SIZE)
        self._settings = settings
        self._remembers = remembers
        self._claim = SingleInstance()
        self._folder = Path()
        self._workspace: Workspace | None = None
        self._commands: Commands | None = None
        self._lock_watch = LockWatch(self)
        self._lock_watch.lock_requested.connect(self.lock)
        self._report: ReportDialog | None = None
        self._unsaved = UnsavedText(self)
        self._clipboard_guard = ClipboardGuard(self)
        self._leaving = False
        self._shows_sample = False
        self._closing = Closing(settings, self)
        self._closing.ended.connect(self._leave_if_done)
        self._unlock_view = UnlockView()
        self._unlock_view.opened.connect(self.open_journal)
        self._unlock_view.folder_chosen.connect(self._choose)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._unlock_view)
        self._page = ""  # the one shown last by this window, which remembers more than its settings may say
        self._preloader = Preloader(self._stack, lambda: self._page or settings.page)
        self._unlock_view.expected.connect(self._preloader.begin)
        self.setCentralWidget(self._stack)
        self._watch = QTimer(self, interval=LOOKS_EVERY_MS)
        self._watch.timeout.connect(self._look_round)
        self._watch.start()
        if not self.restoreGeometry(settings.panel("window")):
            self.resize(self._first_size())

    def _first_size(self) -> QSize:
        if QGuiApplication.platformName() == "offscreen":
            return USUAL_SIZE  # pictures and measures are made on it; nobody's screen bounds them
        return first_size(self.screen().availableSize(), self.fontMetrics().height())

    @property
    def workspace(self) -> "Workspace | None":
        """The pages, while a journal is open."""
        return self._workspace

    @property
    def unlock_view(self) -> UnlockView:
        """The unlock view, in front while the journal is locked."""
        return self._unlock_view

    def claim(self, folder: Path) -> None:
        """Claim the journal in a folder for this window, before it is shown.

        Raises:
            OpenElsewhereError: Another window has it, and was asked to come forward.
        """
        self._claim.take(folder)

    @Slot(object)
    def _choose(self, folder: Path) -> None:
        self._remembers = True
        self.begin(folder, expected=False, keyring=Keyring.ASK)

    def begin(
        self,
        folder: Path,
        *,
        expected: bool = True,
        claimed: bool = False,
        keyring: Keyring | None = None,
    ) -> None:
        """Show the unlock view of the journal in a folder.

        Args:
            folder: Where it is or would be.
            expected: Whether a journal was there the last time.
            claimed: Whether `claim` was called already.
            keyring: Whether it is asked; by default if it was chosen for the journal opened last.
        """
        self._folder = folder
        self._stack.setCurrentWidget(self._unlock_view)
        try:
            if not claimed:
                self._claim.take(folder)
        except OpenElsewhereError as error:
            self._unlock_view.show_trouble(folder, error)
            return
        usual = Keyring.ASK if self._settings.asks_keyring else Keyring.LEAVE
        expected = expected and folder == self._settings.journal_folder
        self._unlock_view.begin(folder, expected=expected, keyring=keyring or usual)

    @Slot(object)
    def open_journal(self, journal: "Journal") -> None:
        """Show the pages of a journal that is open; the window closes it when it is locked.

        If it cannot be shown after all, it is closed, and the unlock view says why.
        """
        try:
            if journal.folder != self._folder or not self._claim.holds():
                self._claim.take(journal.folder)
            self._show_workspace(journal)
        except JournalError as error:
            journal.close()
            self._unlock_view.show_trouble(journal.folder, error)

    def _show_workspace(self, journal: "Journal") -> None:
        from amp_desktop.ui.shell.bin_purge import BinPurge
        from amp_desktop.ui.shell.unsaved_offer import UnsavedOffer

        workspace = self._preloader.take()
        try:
            workspace.begin(journal)
        except JournalError:
            workspace.deleteLater()
            raise
        self._folder = journal.folder
        self._shows_sample = journal.preferences.is_sample
        if self._remembers:
            self._settings.journal_folder = journal.folder
            self._settings.asks_keyring = journal.keys.in_keyring
        self._workspace = workspace
        workspace.session.refreshed.connect(self._follow_preferences)
        workspace.lock_requested.connect(self.lock)
        workspace.page_shown.connect(self._remember_page)
        self._connect_commands(workspace)
        self._stack.addWidget(workspace)
        self._stack.setCurrentWidget(workspace)
        unsaved = UnsavedOffer(self._unsaved, workspace)
        workspace.go_to(self._page or self._settings.page)
        workspace.say_how_opened()
        self._say_notice(workspace)
        unsaved.tell()
        BinPurge(workspace.session, workspace.banner, workspace)
        self._lock_watch.start(journal.preferences)
        self.unlocked.emit()

    @Slot()
    def lock(self) -> None:
        """Lock the journal.

        1. Close menus and dialogs; go on when those that waited for an answer have got theirs.
        2. Write what is not written yet. What cannot be written is kept, encrypted, for the next unlocking.
        3. Have every page drop every word, and throw the pages away.
        4. Clear the clipboard, if what is on it came from here.
        5. Back up what was changed, then close the journal, while
        6. the passphrase page is in front already.
        """
        from amp_desktop.ui.platform.composing import finish_composing
        from amp_desktop.ui.platform.dialogs import close_dialogs, loops_running

        if self._workspace is None:
            return
        finish_composing()
        close_dialogs(self)
        if loops_running() > 1:
            QTimer.singleShot(LOOKS_AGAIN_MS, self, self.lock)
            return
        unsaved, left = self._workspace.unsaved(), self._workspace.session.unsaved
        unsaved = left if self._workspace.flush_all() else left + unsaved
        kept = bool(unsaved)
        if kept:
            self._unsaved.keep(self._workspace.session.journal, unsaved)
        session = self._discard_workspace()
        clear_clipboard()
        journal, waits = session.journal, self._unsaved.waits_for(session.journal)
        self._closing.begin(journal, session.unfinished, text_waits=waits)
        self._leaving = self._unsaved.outlives_program() and self._leaving
        if self._leaving:
            self.hide()
        self._unlock_view.begin(self._folder, keyring=Keyring.OFFER)
        if self._shows_sample:
            from amp_desktop.journal.sample import SAMPLE_PASSPHRASE

            self._unlock_view.tell_passphrase(SAMPLE_PASSPHRASE)
        self._stack.setCurrentWidget(self._unlock_view)
        if kept:
            self._unlock_view.say_also(self._unsaved.told())
        self.locked.emit()

    @Slot(object)
    def say_error(self, error: JournalError) -> None:
        """Say what went wrong in the world, wherever one looks at the moment."""
        if self._workspace is not None:
            self._workspace.say_error(error)
        else:
            self._unlock_view.say_error(error)

    @Slot(str)
    def show_report(self, report: str) -> None:
        """Show the report of a fault of ours."""
        from amp_desktop.ui.shell.report_dialog import ReportDialog

        if self._report is None:
            self._report = ReportDialog(self)
            self._report.destroyed.connect(self._drop_report)
            self._report.open()
        self._report.add(report)

    def close_soon(self) -> None:
        """Close from the event loop; for signal handlers."""
        QTimer.singleShot(0, self, self.close)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that hold at the unlock view too, where there are no commands yet; Enter presses a button."""
        from PySide6.QtGui import QKeySequence

        from amp_desktop.ui.widgets.enter import is_enter, press_focused

        if event.matches(QKeySequence.StandardKey.Quit):
            self.close()
        elif event.matches(QKeySequence.StandardKey.FullScreen):
            self._toggle_full_screen()
        elif not is_enter(event) or not press_focused(self, event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Qt asks this on Tab: on to what is read next."""
        # PySide makes each of Qt's classes when it is first asked for; these the first window does not need.
        from amp_desktop.ui.widgets.focus_order import step_focus

        return step_focus(self, forward=forward) or super().focusNextPrevChild(forward)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close when everything is written; what takes longer is finished behind a hidden window."""
        self._settings.keep_panel("window", self.saveGeometry())
        self._leaving = True
        self._claim.rang()  # who rang before this moment wanted the window that is being closed
        if self._workspace is not None:
            event.ignore()
            self.lock()
        elif not self._unsaved.outlives_program():
            event.ignore()
            self._leaving = False
            self._unlock_view.say_error(self._unsaved.told())
        else:
            self._unlock_view.forget()
            event.accept()
        self._leave_if_done()

    def _make_commands(self) -> "Commands":
        from amp_desktop.ui.shell.commands import Commands

        if self._commands is None:
            self._commands = commands = Commands(self)
            commands.lock_requested.connect(self.lock)
            commands.full_screen_requested.connect(self._toggle_full_screen)
            commands.quit_requested.connect(self.close)
            commands.set_unlocked(unlocked=False)
        return self._commands

    def _connect_commands(self, workspace: "Workspace") -> None:
        from amp_desktop.ui.shell.command_handlers import CommandHandlers

        commands = self._make_commands()
        commands.set_unlocked(unlocked=True)
        CommandHandlers(commands, workspace)
        workspace.set_menu(commands)

    def _discard_workspace(self) -> "Session":
        assert self._workspace is not None
        workspace, self._workspace = self._workspace, None
        workspace.forget()
        self._stack.removeWidget(workspace)
        workspace.deleteLater()
        workspace.session.deleteLater()
        self._lock_watch.stop()
        if self._commands is not None:
            self._commands.set_unlocked(unlocked=False)
        return workspace.session

    @Slot()
    def _leave_if_done(self) -> None:
        if not self._leaving or self._workspace is not None or self._closing.is_busy:
            return
        if self._claim.rang():  # started anew while the last backup was being made
            self.come_forward()
            return
        self._watch.stop()
        self._claim.give_up()
        self._settings.write()
        self.left.emit()

    @Slot()
    def come_forward(self) -> None:
        """Be in front of all, whatever hid it."""
        self._leaving = False
        self.setVisible(True)
        if self.isMinimized():
            self.showNormal()
        self.raise_()
        self.activateWindow()

    @Slot()
    def _look_round(self) -> None:
        """Every now and then: does another start want us, and did the terminal write something?"""
        if self._claim.rang():
            self.come_forward()
        if self._workspace is not None:
            self._workspace.session.look_for_changes()

    @Slot()
    def _follow_preferences(self) -> None:
        """Something may have changed, by whomever."""
        if self._workspace is not None:
            self._lock_watch.follow(self._workspace.session.journal.preferences)

    def _say_notice(self, workspace: "Workspace") -> None:
        """Say what could not be said when this very journal was closed."""
        notice = self._closing.notice(workspace.session.journal.keys.journal_id)
        if notice:
            workspace.say_trouble(notice)

    @Slot(str)
    def _remember_page(self, name: str) -> None:
        from amp_desktop.ui.pages import FIRST_PAGE, may_be_remembered  # the first window needs no page

        self._page = name
        self._settings.page = name if may_be_remembered(name) else FIRST_PAGE

    @Slot()
    def _toggle_full_screen(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    @Slot()
    def _drop_report(self) -> None:
        self._report = None
