"""What locks the journal by itself: nobody touching the window for a while, and the desktop's own lock."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from amp_desktop.domain.preferences import Preferences
    from amp_desktop.ui.platform.system_lock import SystemLock
    from amp_desktop.ui.shell.idle import IdleWatch


class LockWatch(QObject):
    """Watches while a journal is open.

    Signals:
        lock_requested(): It is time to lock.
    """

    lock_requested = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._idle: IdleWatch | None = None
        self._system: SystemLock | None = None

    def start(self, preferences: "Preferences") -> None:
        """Begin to watch, as the journal has it."""
        # Neither is needed before a journal is open, and the one brings D-Bus along.
        from amp_desktop.ui.platform.system_lock import SystemLock
        from amp_desktop.ui.shell.idle import IdleWatch

        if self._idle is None or self._system is None:
            self._idle, self._system = IdleWatch(self.parent()), SystemLock(self.parent())
            self._idle.idle.connect(self.lock_requested)
            self._system.locked.connect(self.lock_requested)
        self._idle.start(preferences.lock_after)
        self.follow(preferences)

    def follow(self, preferences: "Preferences") -> None:
        """The preferences may have changed; that nobody touched the window is as true as before."""
        if self._idle is not None and self._system is not None:
            self._idle.set_limit(preferences.lock_after)
            self._system.start(wanted=preferences.lock_with_system)

    def stop(self) -> None:
        """The journal is locked: nothing is left to watch for."""
        if self._idle is not None:
            self._idle.stop()
        if self._system is not None:
            self._system.stop()
