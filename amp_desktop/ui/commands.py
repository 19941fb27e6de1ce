"""What can be done from the keyboard and the menu anywhere in the window."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from amp_desktop.ui.icons import icon


class Commands(QObject):
    """The window's actions, each with its key.

    Signals:
        page_requested(str): Go to that page.
        new_requested(), search_requested(), lock_requested(), full_screen_requested(), quit_requested().
    """

    page_requested = Signal(str)
    new_requested = Signal()
    search_requested = Signal()
    lock_requested = Signal()
    full_screen_requested = Signal()
    quit_requested = Signal()

    def __init__(self, window: QMainWindow, pages: Sequence[tuple[str, str, str]]) -> None:
        """Make the actions.

        Args:
            window: Whose keys they are.
            pages: Each page's name, label and icon, in the order of Ctrl+1, Ctrl+2, …
        """
        super().__init__(window)
        self._window = window
        self._pages = [self._page(at, *page) for at, page in enumerate(pages, start=1)]
        find, full = QKeySequence.StandardKey.Find, QKeySequence.StandardKey.FullScreen
        self._new = self._add(self.tr("New entry"), "Ctrl+N", self.new_requested.emit, "plus")
        self._find = self._add(self.tr("Search"), find, self.search_requested.emit, "search")
        self._find.setShortcuts([QKeySequence(find), QKeySequence("Ctrl+Shift+F")])
        self._lock = self._add(self.tr("Lock journal"), "Ctrl+L", self.lock_requested.emit, "lock")
        self._full = self._add(self.tr("Full screen"), full, self.full_screen_requested.emit, "monitor")
        self._quit = self._add(self.tr("Quit"), "Ctrl+Q", self.quit_requested.emit, "x")
        self._quit.setMenuRole(QAction.MenuRole.QuitRole)

    def set_unlocked(self, *, unlocked: bool) -> None:
        """Allow or forbid what needs an open journal."""
        for action in (*self._pages, self._new, self._find, self._lock):
            action.setEnabled(unlocked)

    def fill(self, menu: QMenu) -> None:
        """Put all of them into a menu."""
        menu.addActions([self._new, self._find])
        menu.addSeparator()
        menu.addActions(self._pages)
        menu.addSeparator()
        menu.addActions([self._full, self._lock, self._quit])

    def _page(self, at: int, name: str, text: str, icon_name: str) -> QAction:
        action = self._add(text, f"Ctrl+{at}", self._go, icon_name)
        action.setData(name)
        return action

    def _add(
        self,
        text: str,
        key: str | QKeySequence.StandardKey,
        does: Callable[[], object],
        icon_name: str,
    ) -> QAction:
        action = QAction(icon(icon_name), text, self)
        action.setShortcut(QKeySequence(key))
        # "Settings" and the like must not wander into macOS's application menu by their words.
        action.setMenuRole(QAction.MenuRole.NoRole)
        action.triggered.connect(does)
        self._window.addAction(action)
        return action

    @Slot()
    def _go(self) -> None:
        sender = self.sender()
        if isinstance(sender, QAction):
            self.page_requested.emit(sender.data())
