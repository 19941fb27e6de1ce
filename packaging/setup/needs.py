"""What the program and its tests need from the system, and how to see whether it is there.

The packages are named as Debian names them. Nothing here changes the system.
"""

from __future__ import annotations

import ctypes
import importlib.util
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

FONTS = Path("/usr/share/fonts")
ZONES = Path("/usr/share/zoneinfo")

# What Qt's libraries and its plugins for X11 and Wayland are linked with, and the Debian package of each.
# The C library is left out: Python itself cannot start without it.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libbrotlicommon.so.1": "libbrotli1",
    "libbrotlidec.so.1": "libbrotli1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libstdc++.so.6": "libstdc++6",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}


@dataclass(frozen=True)
class Need:
    """Something of the system's, the Debian package that brings it, and whether nothing works without it."""

    package: str
    is_there: Callable[[], bool]
    essential: bool = True


def to_make_the_folder() -> list[Need]:
    """Return what it takes to make `.venv`: Debian keeps it in a package of its own."""
    return [Need("python3-venv", lambda: importlib.util.find_spec("ensurepip") is not None)]


def to_run() -> list[Need]:
    """Return what the program needs: Qt's libraries, time zones, and letters for the world's scripts."""
    return [
        *(Need(package, _library(name)) for name, package in QT_LIBRARIES.items()),
        Need("tzdata", (ZONES / "Asia" / "Kolkata").exists),
        Need("fonts-noto-core", _font("NotoSansDevanagari*"), essential=False),
        Need("fonts-noto-color-emoji", _font("NotoColorEmoji*"), essential=False),
        Need("fonts-droid-fallback", _font("DroidSansFallback*", "NotoSansCJK*"), essential=False),
    ]


def to_test() -> list[Need]:
    """Return what the tests start besides the program: a display, a key store, readers of files."""
    programs = {
        "Xvfb": "xvfb",
        "xauth": "xauth",
        "dbus-run-session": "dbus",
        "gnome-keyring-daemon": "gnome-keyring",
        "pdftotext": "poppler-utils",
        "strace": "strace",
        "strings": "binutils",
    }
    return [Need(package, _program(name)) for name, package in programs.items()]


def missing(needs: Iterable[Need]) -> list[Need]:
    """Return those of the needs that the system does not meet, each package once."""
    return list({need.package: need for need in needs if not need.is_there()}.values())


def _library(name: str) -> Callable[[], bool]:
    def is_there() -> bool:
        try:
            ctypes.CDLL(name)
        except OSError:
            return False
        return True

    return is_there


def _program(name: str) -> Callable[[], bool]:
    return lambda: shutil.which(name) is not None


def _font(*patterns: str) -> Callable[[], bool]:
    return lambda: any(next(FONTS.rglob(pattern), None) for pattern in patterns)
