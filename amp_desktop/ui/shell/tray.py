"""The icon in the desktop's tray, and the messages that come from it. No word of the journal is in either."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from amp_desktop.ui.platform.tray_there import is_tray_there
from amp_desktop.ui.style.icons import app_icon

NAME = "AMP Journal"
"""All that the icon, its tool tip and the title of a message say."""


class Tray(QObject):
    """An icon with four things to do.

    Signals:
        quick_requested(), open_requested(), lock_requested(), quit_requested(): What their names say.
    """

    quick_requested = Signal()
    open_requested = Signal()
    lock_requested = Signal()
    quit_requested = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._menu = QMenu()
        self._quick = self._add(self.tr("Quick entry…"), self.quick_requested)
        self._add(self.tr("Open"), self.open_requested)
        self._lock = self._add(self.tr("Lock"), self.lock_requested)
        self._menu.addSeparator()
        self._add(self.tr("Quit"), self.quit_requested)
        self._icon = QSystemTrayIcon(app_icon(), self)
        self._icon.setToolTip(NAME)
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(self._activated)
        self._icon.messageClicked.connect(self.open_requested)
        self._icon.show()

    @staticmethod
    def is_available() -> bool:
        """Whether this desktop has a tray."""
        return is_tray_there()

    def set_unlocked(self, *, unlocked: bool) -> None:
        """Whether there is something to lock."""
        self._lock.setEnabled(unlocked)

    def tell(self, sentence: str) -> None:
        """Show a message of the desktop, under the program's name."""
        self._icon.showMessage(NAME, sentence, app_icon())

    def take_away(self) -> None:
        """Take the icon out of the tray."""
        self._icon.hide()
        self._menu.deleteLater()
        self.deleteLater()

    def _add(self, words: str, signal: object) -> QAction:
        action = self._menu.addAction(words)
        action.triggered.connect(signal)
        return action

    @Slot(QSystemTrayIcon.ActivationReason)
    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self.open_requested.emit()
