"""The journal locks with the desktop and when the computer sleeps: told by services on a real bus."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from amp_desktop.ui.platform.system_lock import SystemLock, _as_path, can_listen
from amp_desktop.ui.shell.window import MainWindow
from tests.ui.shell.test_window import locked, unlocked, window

__all__ = ["unlocked", "window"]

LISTENING = """
import os, sys
os.environ["DBUS_SYSTEM_BUS_ADDRESS"] = os.environ["DBUS_SESSION_BUS_ADDRESS"]
os.environ["XDG_SESSION_ID"] = "2"
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from amp_desktop.ui.platform.system_lock import SystemLock, can_listen

service, path, interface, name, argument, wanted = sys.argv[1:]
app = QCoreApplication([])
assert can_listen()
lock = SystemLock(app)
lock.locked.connect(lambda: print("locked", flush=True))
lock.start(wanted=wanted == "wanted")
lock.listen()
other = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, "other")
assert other.registerService(service)

def tell():
    message = QDBusMessage.createSignal(path, interface, name)
    message.setArguments([argument == "true"] if argument else [])
    assert other.send(message)
    QTimer.singleShot(300, app.quit)

QTimer.singleShot(100, tell)
app.exec()
"""
SAVER, LOGIN = "org.freedesktop.ScreenSaver", "org.freedesktop.login1"
OWN, OTHERS = "/org/freedesktop/login1/session/_32", "/org/freedesktop/login1/session/_33"


@pytest.mark.skipif(not shutil.which("dbus-run-session"), reason="there is no D-Bus here")
@pytest.mark.parametrize(
    ("told", "heard"),
    [
        ((SAVER, "/ScreenSaver", SAVER, "ActiveChanged", "true", "wanted"), True),
        ((SAVER, "/ScreenSaver", SAVER, "ActiveChanged", "false", "wanted"), False),
        ((SAVER, "/ScreenSaver", SAVER, "ActiveChanged", "true", "not"), False),
        (("org.gnome.ScreenSaver", "/x", "org.gnome.ScreenSaver", "ActiveChanged", "true", "wanted"), True),
        (("some.other.Service", "/ScreenSaver", SAVER, "ActiveChanged", "true", "wanted"), False),
        ((LOGIN, "/org/freedesktop/login1", f"{LOGIN}.Manager", "PrepareForSleep", "true", "wanted"), True),
        ((LOGIN, OWN, f"{LOGIN}.Session", "Lock", "", "wanted"), True),
        ((LOGIN, OTHERS, f"{LOGIN}.Session", "Lock", "", "wanted"), False),
    ],
)
def test_what_a_service_tells(told: tuple[str, ...], heard: bool, tmp_path: Path) -> None:
    environment = {**os.environ, "HOME": str(tmp_path), "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", LISTENING, *told],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert (done.stdout == "locked\n") is heard


def test_without_a_bus_nothing_is_loaded_or_said(tmp_path: Path) -> None:
    code = """
import sys
from PySide6.QtCore import QCoreApplication
from amp_desktop.ui.platform import system_lock
from pathlib import Path
system_lock._SYSTEM_BUS = Path("nowhere")
app = QCoreApplication([])
lock = system_lock.SystemLock(app)
lock.start(wanted=True)
assert not lock._later.isActive()
lock.listen()
"""
    names = ("DBUS_SESSION_BUS_ADDRESS", "DBUS_SYSTEM_BUS_ADDRESS", "XDG_RUNTIME_DIR")
    environment = {name: value for name, value in os.environ.items() if name not in names}
    environment["PYTHONPATH"] = os.pathsep.join(sys.path)
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize(
    ("address", "there"),
    [("unix:path=/run/bus", True), ("tcp:host=localhost", False), ("unix:a;tcp:b", False)],
)
def test_a_bus_over_the_network_is_not_talked_to(
    monkeypatch: pytest.MonkeyPatch, address: str, there: bool
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", address)
    assert can_listen() is there


@pytest.mark.parametrize(("name", "path"), [("2", "_32"), ("c2", "c2"), ("a-b", "a_2db"), ("42", "_342")])
def test_a_login_is_written_as_a_path(name: str, path: str) -> None:
    assert _as_path(name) == path


def test_the_window_locks_when_it_is_told(unlocked: MainWindow) -> None:
    lock = unlocked.findChild(SystemLock)
    assert isinstance(lock, SystemLock)
    lock._changed(active=True)
    assert locked(unlocked)


def test_it_stays_open_where_that_is_not_wanted(unlocked: MainWindow) -> None:
    from dataclasses import replace

    assert unlocked.workspace is not None
    session = unlocked.workspace.session
    session.save_preferences(replace(session.journal.preferences, lock_with_system=False))
    lock = unlocked.findChild(SystemLock)
    assert isinstance(lock, SystemLock)
    lock._changed(active=True)
    assert not locked(unlocked)
