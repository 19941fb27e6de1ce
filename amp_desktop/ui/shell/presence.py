"""What the program does while nobody looks at its window: a tray, reminders, a word about evaluations."""

from collections.abc import Callable
from datetime import UTC, date, datetime

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot

from amp_desktop.domain.clock import LOCAL_ZONE, utc_now
from amp_desktop.domain.errors import JournalError
from amp_desktop.domain.evaluations import reminder_days, spoken_of
from amp_desktop.domain.reminders import PUNCTUAL, Due, ReminderTimes
from amp_desktop.ui.platform.app_settings import AppSettings
from amp_desktop.ui.shell.quick_entry import QuickEntry
from amp_desktop.ui.shell.tray import Tray
from amp_desktop.ui.shell.window import MainWindow
from amp_desktop.ui.widgets.banner import Tone

LONGEST_WAIT = PUNCTUAL / 2
"""A timer does not run while the computer sleeps, and clocks are set: so it is looked anew after this time.

Whoever wakes the computer shortly before the hour is reminded then, and not told later that it went by.
"""


def local_now() -> datetime:
    """This instant, in the computer's own zone."""
    return utc_now().astimezone(LOCAL_ZONE)


class Presence(QObject):
    """Follows one window, and what its settings want beside it.

    Everything here is off until it is asked for; then one timer runs, every few minutes. What is told
    holds no word of the journal, and has the program's name as its title.
    """

    def __init__(
        self,
        window: MainWindow,
        settings: AppSettings,
        *,
        clock: Callable[[], datetime] = local_now,
        make_tray: Callable[[QObject], Tray] = Tray,
        has_tray: Callable[[], bool] = Tray.is_available,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._clock = clock
        self._make_tray, self._has_tray = make_tray, has_tray
        self._tray: Tray | None = None
        self._is_in_tray = False
        self._quick: QuickEntry | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self.look)
        window.installEventFilter(self)
        window.unlocked.connect(self._unlocked)
        window.locked.connect(self._locked)
        window.left.connect(self.stop)
        self.follow()
        if window.workspace is not None:
            self._unlocked()

    @property
    def tray(self) -> Tray | None:
        """The icon, while there is one."""
        return self._tray

    @Slot()
    def follow(self) -> None:
        """Be as the settings want it now."""
        self.look()

    def _follow_tray(self) -> None:
        """Have an icon where one is wanted: a program may be there before the tray of its desktop is."""
        wanted = self._settings.tray and self._has_tray()
        if wanted and self._tray is None:
            self._tray = tray = self._make_tray(self)
            tray.quick_requested.connect(self._begin_quick_entry)
            tray.open_requested.connect(self._window.come_forward)
            tray.lock_requested.connect(self._window.lock)
            tray.quit_requested.connect(self._window.close)
            tray.set_unlocked(unlocked=self._window.workspace is not None)
        elif not wanted and self._tray is not None:
            tray, self._tray = self._tray, None
            tray.take_away()
            if self._is_in_tray and not self._window.isVisible():
                self._window.come_forward()  # nobody could have it back

    @Slot()
    def stop(self) -> None:
        """The program ends."""
        self._timer.stop()
        if self._tray is not None:
            tray, self._tray = self._tray, None
            tray.take_away()

    @Slot()
    def look(self) -> None:
        """Tell what is due, and wait for what comes next."""
        self._follow_tray()
        now, times = self._clock(), self._settings.reminders
        since = self._settings.reminders_seen or now
        due = times.due(since, now) if times.is_on and since <= now else Due.NOTHING
        if times.is_on:
            self._settings.reminders_seen = now
        if due is Due.MISSED or (due is Due.NOW and not self._remind()):
            self._settings.reminder_missed = True
        self._tell_missed()
        self._tell_of_evaluation(now.date())
        self._wait(now, times)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Closed by hand, the window is locked and goes to the tray, if there still is one.

        A desktop may have lost its tray since; a window that was hidden then could not be had back.
        """
        if event.type() is not QEvent.Type.Close or watched is not self._window:
            return super().eventFilter(watched, event)
        self._is_in_tray = event.spontaneous() and self._tray is not None and self._has_tray()
        if self._is_in_tray:
            event.ignore()
            self._window.lock()
            self._window.hide()
            return True
        return super().eventFilter(watched, event)

    def _wait(self, now: datetime, times: ReminderTimes) -> None:
        nxt = times.next(now)
        speaks_up = self._settings.notifies and self._window.workspace is not None
        if not (nxt is not None or speaks_up or self._settings.tray):  # a tray comes and goes
            self._timer.stop()
            return
        wait = min(nxt - now.astimezone(UTC), LONGEST_WAIT) if nxt is not None else LONGEST_WAIT
        self._timer.start(max(int(wait.total_seconds() * 1000), 1000))

    def _remind(self) -> bool:
        """Remind now, where somebody can see it; whether that was so."""
        words = self.tr("A moment for your journal, if you like.")
        if self._tray is not None:
            self._tray.tell(words)
            return True
        if self._window.workspace is not None and self._window.isVisible():
            self._window.workspace.banner.show_message(Tone.INFO, words)
            return True
        return False

    def _tell_missed(self) -> None:
        """One sentence at the next unlocking, however long ago it was and however many there were."""
        workspace = self._window.workspace
        if workspace is not None and self._settings.reminder_missed:
            self._settings.reminder_missed = False
            workspace.banner.show_message(
                Tone.INFO, self.tr("You wanted to be reminded to write. Whenever it suits you.")
            )

    def _tell_of_evaluation(self, today: date) -> None:
        """A word on the days on which one is due, while the journal is open, which knows them."""
        workspace = self._window.workspace
        if not self._settings.notifies or self._tray is None or workspace is None:
            return
        try:
            window = spoken_of(workspace.session.journal.program, workspace.session.today())
        except JournalError:
            return  # the pages say what is the matter
        if window is None or today not in reminder_days(window) or self._settings.told_on == today:
            return
        if self._settings.reminders.is_quiet(self._clock().time()):
            return
        self._settings.told_on = today
        self._tray.tell(self.tr("An evaluation of your program: today is a day to look at it."))

    @Slot()
    def _unlocked(self) -> None:
        if self._window.workspace is not None:
            self._window.workspace.session.refreshed.connect(self.follow)
        if self._tray is not None:
            self._tray.set_unlocked(unlocked=True)
        self.look()

    @Slot()
    def _locked(self) -> None:
        if self._tray is not None:
            self._tray.set_unlocked(unlocked=False)
        self._wait(self._clock(), self._settings.reminders)

    @Slot()
    def _begin_quick_entry(self) -> None:
        """A line for today; while the journal is locked, the unlock view comes forward instead."""
        workspace = self._window.workspace
        if workspace is None:
            self._window.come_forward()
            return
        if self._quick is None:
            self._quick = QuickEntry(workspace.session)
            self._quick.finished.connect(self._quick_ended)
        dialog = self._quick
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        dialog.line.setFocus()

    @Slot()
    def _quick_ended(self) -> None:
        self._quick = None
