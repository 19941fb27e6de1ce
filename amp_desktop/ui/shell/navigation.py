"""Back and forward through the places visited: by key, by the mouse's own buttons, from menu and palette."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QWindow

from amp_desktop.domain.errors import UnknownEntryError
from amp_desktop.ui.page import Page
from amp_desktop.ui.shell.navigation_history import NavigationHistory, Visit
from amp_desktop.ui.shell.workspace import Workspace

_BUTTONS = {Qt.MouseButton.BackButton: -1, Qt.MouseButton.ForwardButton: 1}


class Navigation(QObject):
    """Follows where one goes on a workspace.

    Attributes:
        changed: Whether there is a place to go back to, and one to go forward to.
    """

    changed = Signal(bool, bool)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._history = NavigationHistory()
        self._page: Page | None = None
        self._window: QWindow | None = None
        self._going = False
        workspace.page_shown.connect(self._page_shown)
        workspace.forgotten.connect(self.forget)

    @Slot()
    def go_back(self) -> None:
        """To the place before this, past entries that are gone."""
        self._go(-1)

    @Slot()
    def go_forward(self) -> None:
        """To the place from which one went back."""
        self._go(1)

    @Slot()
    def forget(self) -> None:
        """Drop the whole way."""
        self._history.forget()
        self._page = None
        if self._window is not None:
            self._window.removeEventFilter(self)
            self._window = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Heed the two buttons at a mouse's side, wherever the pointer is."""
        if isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseButtonPress:
            by = _BUTTONS.get(event.button())
            if by is not None:
                self._go(by)
                return True
        return super().eventFilter(watched, event)

    def _go(self, by: int) -> None:
        place = self._history.ahead(by, self._is_there)
        if place is None:
            return
        self._note()
        self._going = True
        try:
            self._workspace.go_to(place.page)
            page = self._workspace.page()
            could_leave = self._workspace.page_name() == place.page  # not where text could not be written
            if page is not None and could_leave:
                page.return_to(place.location)
                self._history.go(by, self._is_there)
        finally:
            self._going = False
        self._tell()

    @Slot(str)
    def _page_shown(self, name: str) -> None:
        """Another page is in front; the one left stands as it stood."""
        self._note()
        self._follow(self._workspace.page())
        self._listen_to_mouse()
        self._arrive(name)

    def _follow(self, page: Page | None) -> None:
        """Hear of other entries on this page from now on."""
        if page is self._page:
            return
        if self._page is not None:
            self._page.leaving.disconnect(self._note)
            self._page.reached.disconnect(self._reached)
        self._page = page
        if page is not None:
            page.leaving.connect(self._note)
            page.reached.connect(self._reached)

    @Slot()
    def _note(self) -> None:
        """Note how the place looks that is about to be left."""
        if self._page is not None and not self._going:
            self._history.leave(self._page.location())

    @Slot()
    def _reached(self) -> None:
        self._arrive(self._workspace.page_name())

    def _arrive(self, name: str) -> None:
        if self._page is not None and not self._going:
            self._history.arrive(Visit(name, self._page.location()))
            self._tell()

    def _tell(self) -> None:
        """Say whether there are ways, without a look whether what they lead to is still there."""
        back, forward = (self._history.ahead(by, _anything) is not None for by in (-1, 1))
        self.changed.emit(back, forward)

    def _is_there(self, place: Visit) -> bool:
        """Whether a place can still be gone to: its entry is neither deleted nor in the bin."""
        if place.location.entry is None:
            return True
        try:
            return self._workspace.session.journal.entry(place.location.entry).binned_at is None
        except UnknownEntryError:
            return False

    def _listen_to_mouse(self) -> None:
        """At the system's window, where a click arrives first, whatever widget it is for."""
        window: QWindow | None = self._workspace.window().windowHandle()  # none before it is first shown
        if window is not None and window is not self._window:
            window.installEventFilter(self)
            self._window = window


def _anything(_: Visit) -> bool:
    return True
