"""Hearing that the desktop is being locked or the computer goes to sleep, so that the journal locks too."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import SLOT, QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection

LISTENS_AFTER_MS = 3_000
"""Nobody locks the screen in the first seconds, in which the window has better things to do."""

_SAVERS = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver")
_LOGIN = "org.freedesktop.login1"
_SYSTEM_BUS = Path("/run/dbus/system_bus_socket")


class SystemLock(QObject):
    """Listens to the desktop's screen saver and to the system's logins, on D-Bus.

    Where there is no D-Bus nothing is ever told, and nothing is said about it. Only Unix sockets are opened.

    Signals:
        locked(): The screen was locked, or the computer goes to sleep or has just woken up.
    """

    locked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted = False
        self._listens = False
        self._later = QTimer(self, singleShot=True, interval=LISTENS_AFTER_MS)
        self._later.timeout.connect(self.listen)

    def start(self, *, wanted: bool) -> None:
        """Tell from now on, if that is wanted; the listening itself begins a moment later."""
        self._wanted = wanted
        if wanted and not self._listens and can_listen():
            self._later.start()

    def stop(self) -> None:
        """Tell nothing any more."""
        self._wanted = False
        self._later.stop()

    @Slot()
    def listen(self) -> None:
        """Begin to listen."""
        try:
            # Its library is loaded here, when all else is done, and only where there is somebody to talk to.
            from PySide6.QtDBus import QDBusConnection
        except ImportError:
            return
        self._listens = True
        if _has_session_bus():
            bus = QDBusConnection.sessionBus()
            for saver in _SAVERS:
                self._hear(bus, saver, "", saver, "ActiveChanged", "_changed(bool)")
        if _has_system_bus():
            self._listen_to_logins(QDBusConnection.systemBus())

    def _listen_to_logins(self, bus: "QDBusConnection") -> None:
        manager, session = f"{_LOGIN}.Manager", f"{_LOGIN}.Session"
        self._hear(bus, _LOGIN, "", manager, "PrepareForSleep", "_sleeps(bool)")
        self._hear(bus, _LOGIN, _own_session(), session, "Lock", "_tell()")

    def _hear(self, bus: "QDBusConnection", *told: str) -> None:
        """Hear what a service tells: service, path (empty for any), interface, name, and who is told."""
        *what, slot = told
        bus.connect(*what, self, SLOT(slot))  # type: ignore[call-overload]  # asks for bytes, and takes none

    @Slot(bool)
    def _changed(self, active: bool) -> None:
        if active:
            self._tell()

    @Slot(bool)
    def _sleeps(self, _begins: bool) -> None:
        """Before it sleeps; and after it woke up, if there was no time left before."""
        self._tell()

    @Slot()
    def _tell(self) -> None:
        if self._wanted:
            self.locked.emit()


def can_listen() -> bool:
    """Whether there is anybody who would tell."""
    return sys.platform == "linux" and (_has_session_bus() or _has_system_bus())


def _has_session_bus() -> bool:
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    address = os.environ.get("DBUS_SESSION_BUS_ADDRESS", "")
    return _is_local(address) if address else bool(runtime) and Path(runtime, "bus").exists()


def _has_system_bus() -> bool:
    address = os.environ.get("DBUS_SYSTEM_BUS_ADDRESS", "")
    return _is_local(address) if address else _SYSTEM_BUS.exists()


def _is_local(address: str) -> bool:
    """Whether a bus is reached without a network, which the program never uses, not even on this computer."""
    return all(one.startswith("unix:") for one in address.split(";"))


def _own_session() -> str:
    """The path of this login among all of the computer, or an empty one, which stands for any."""
    name = os.environ.get("XDG_SESSION_ID", "")
    return f"/org/freedesktop/login1/session/{_as_path(name)}" if name else ""


def _as_path(name: str) -> str:
    """A name as logind writes it into a path: whatever is no letter, or a digit in front, as its code."""
    return "".join(
        one if one.isascii() and one.isalnum() and (at or not one.isdigit()) else f"_{ord(one):02x}"
        for at, one in enumerate(name)
    )
