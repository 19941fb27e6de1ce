"""What the pages of a journal need, made ready while the passphrase is being typed."""

from collections.abc import Callable, Iterator
from importlib import import_module
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from amp_desktop.ui.shell.workspace import Workspace

UNNOTICED = 0.008
"""Seconds between two keys that nobody misses."""


class Preloader(QObject):
    """Loads what the first page needs and builds it, still empty, a step at a time between the keys.

    That is most of the way from the key to the list. It happens on the window's thread: PySide makes each of
    its classes when it is first asked for, and does not expect that of two threads.
    """

    def __init__(self, place: QWidget, page: Callable[[], str]) -> None:
        """Make ready for one window.

        Args:
            place: Where the workspace will stand.
            page: Answers with the name of the page that will be the first to be seen.
        """
        super().__init__(place)
        self._place = place
        self._page = page
        self._loading = _load()
        self._building: Iterator[str] | None = None
        self._workspace: Workspace | None = None
        self._between = QTimer(self, interval=0)
        self._between.timeout.connect(self._go_on)

    @Slot()
    def begin(self) -> None:
        """Begin, or go on; when all is there, this does nothing."""
        self._between.start()

    def take(self) -> "Workspace":
        """The workspace, without a journal yet; what is not done of it is left to the workspace."""
        from amp_desktop.ui.style.theme import load_missing_scripts

        self._between.stop()
        load_missing_scripts()  # the first words in Hindi or Arabic may stand on the first page
        if self._workspace is None:
            next(self._build())
        assert self._workspace is not None
        workspace, self._workspace, self._building = self._workspace, None, None
        return workspace

    @Slot()
    def _go_on(self) -> None:
        """As many small steps as nobody would notice, or a single large one."""
        end = monotonic() + UNNOTICED
        while monotonic() < end:
            if next(self._loading, None) is None and not self._build_on():
                self._between.stop()
                return

    def _build_on(self) -> bool:
        if self._building is None:
            self._building = self._build()
        return next(self._building, None) is not None

    def _build(self) -> Iterator[str]:
        from amp_desktop.ui.session import Session
        from amp_desktop.ui.shell.workspace import Workspace

        self._workspace = Workspace(Session(parent=self._place), self._place)
        yield "workspace"
        yield from self._workspace.make_ready(self._page())


def _load() -> Iterator[str]:
    """Each step loads a little and says what it was."""
    for module in ("workspace", "idle", "commands", "command_handlers", "bin_purge"):
        import_module(f"amp_desktop.ui.shell.{module}")
        yield module
    import_module("amp_desktop.ui.platform.system_lock")
    yield "system_lock"
    from amp_desktop.ui.actions.catalogue import catalogue

    catalogue()
    yield "actions"
