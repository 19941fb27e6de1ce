"""What can be done from the keyboard, the menu and the palette anywhere in the window."""

from collections.abc import Callable, Iterator
from itertools import groupby

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu

from amp_desktop.domain.kinds.registry import ENTRY_TYPES
from amp_desktop.domain.work import Work
from amp_desktop.ui.actions.action_set import ActionSet
from amp_desktop.ui.actions.catalogue import catalogue
from amp_desktop.ui.actions.window_actions import kind_action, page_action, work_action
from amp_desktop.ui.pages import PAGES
from amp_desktop.ui.platform.appearance import Appearance
from amp_desktop.ui.style.icons import icon


def _menu() -> Iterator[str]:
    """The names of the actions in the menu, with a line at each empty one.

    Pages that stand in the side bar are not in it too: with all of them it is higher than a small screen.
    """
    yield from ("new", "search", "palette", "", "back", "forward")
    elsewhere = (name for name, page in PAGES.items() if not page.in_side_bar)
    for _, pages in groupby(elsewhere, key=lambda name: PAGES[name].group):
        yield from ("", *map(page_action, pages))
    yield from ("", "task-list", "tags", "back-up", "shortcuts", "full-screen", "curtain", "lock", "quit")


class Commands(QObject):
    """The window's actions.

    Signals:
        page_requested(str): Go to that page.
        kind_requested(str): Begin an entry of that kind.
        work_requested(str): Note that work for today, or no longer.
        appearance_requested(Appearance): Look so from now on.
        And what their names say: new_requested(), templates_requested(), search_requested(), bin_requested(),
        palette_requested(), tags_requested(), task_list_requested(), shortcuts_requested(),
        works_requested(), back_requested(), forward_requested(),
        back_up_requested(), curtain_requested(), lock_requested(), full_screen_requested(), quit_requested().
    """

    page_requested = Signal(str)
    kind_requested = Signal(str)
    work_requested = Signal(str)
    works_requested = Signal()
    appearance_requested = Signal(object)
    new_requested = Signal()
    templates_requested = Signal()
    search_requested = Signal()
    bin_requested = Signal()
    palette_requested = Signal()
    tags_requested = Signal()
    task_list_requested = Signal()
    shortcuts_requested = Signal()
    back_requested = Signal()
    forward_requested = Signal()
    back_up_requested = Signal()
    curtain_requested = Signal()
    lock_requested = Signal()
    full_screen_requested = Signal()
    quit_requested = Signal()

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._actions = ActionSet(window)
        self._all: list[QAction] = []
        for page in PAGES:
            self._add(page_action(page), self._go, page)
        for kind in ENTRY_TYPES:
            self._add(kind_action(kind), self._begin, kind)
        for work in Work:
            self._add(work_action(work), self._note_work, work.value)
        self._add("work", self.works_requested.emit)
        for appearance in Appearance:
            self._add(f"look-{appearance}", self._look, appearance)
        for name in ("new", "templates", "search", "bin", "palette", "tags", "shortcuts", "back", "forward"):
            self._add(name, getattr(self, f"{name}_requested").emit)
        for name in ("task-list", "back-up", "curtain", "lock", "full-screen", "quit"):
            self._add(name, getattr(self, f"{name.replace('-', '_')}_requested").emit)
        self._actions["quit"].setMenuRole(QAction.MenuRole.QuitRole)

    def set_unlocked(self, *, unlocked: bool) -> None:
        """Allow or forbid what needs an open journal."""
        for action in self._all:
            action.setEnabled(unlocked or not catalogue()[action.objectName()].needs_journal)
        self.set_ways(back=False, forward=False)

    def set_ways(self, *, back: bool, forward: bool) -> None:
        """Say whether there is a place to go back to, and one to go forward to."""
        self._actions["back"].setEnabled(back)
        self._actions["forward"].setEnabled(forward)

    def fill(self, menu: QMenu) -> None:
        """Put what a menu is for into it."""
        for name in _menu():
            if name:
                menu.addAction(self._actions[name])
            else:
                menu.addSeparator()
        menu.aboutToShow.connect(self._dress)

    def _add(self, name: str, does: Callable[[], object], data: object = None) -> None:
        action = self._actions.add(name, does)
        action.setData(data)
        self._all.append(action)

    @Slot()
    def _dress(self) -> None:
        """Give the actions their icons when they are first seen: each is a file to be read."""
        for action in self._all:
            action.setIcon(icon(catalogue()[action.objectName()].icon_name))

    @Slot()
    def _go(self) -> None:
        self.page_requested.emit(self._data())

    @Slot()
    def _begin(self) -> None:
        self.kind_requested.emit(self._data())

    @Slot()
    def _note_work(self) -> None:
        self.work_requested.emit(self._data())

    @Slot()
    def _look(self) -> None:
        self.appearance_requested.emit(Appearance(self._data()))

    def _data(self) -> str:
        sender = self.sender()
        assert isinstance(sender, QAction)
        return str(sender.data())
