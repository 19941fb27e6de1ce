"""Whether this desktop has a tray."""

from PySide6.QtWidgets import QSystemTrayIcon


def is_tray_there() -> bool:
    """Whether an icon in it would be seen."""
    return QSystemTrayIcon.isSystemTrayAvailable()
