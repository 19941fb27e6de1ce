"""What the two ways through the unlock view have in common."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from amp_desktop.domain.errors import JournalError
from amp_desktop.ui.unlock.flow_page import FlowPage
from amp_desktop.ui.unlock.opening import Opening


class Flow(QObject):
    """A sequence of pages that ends with an open journal.

    Its pages are made when they are first shown, and all that was typed into them is dropped when it ends.

    Signals:
        opened(Journal): The journal is open and belongs to the receiver from now on.
        folder_chosen(Path): The mentee means the journal, or the place for one, in that folder.
    """

    opened = Signal(object)
    folder_chosen = Signal(object)

    def __init__(self, stack: QStackedWidget) -> None:
        super().__init__(stack)
        self.opening = Opening(self)
        self.opening.failed.connect(self._say)
        self._stack = stack

    def show_page(self, page: FlowPage) -> None:
        """Bring a page of this flow to the front."""
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        page.arrive()

    def shown(self) -> FlowPage | None:
        """The page in front, if any page of the unlock view is."""
        page = self._stack.currentWidget()
        return page if isinstance(page, FlowPage) else None

    def ask_for_folder(self, title: str, start: Path) -> None:
        """Let the mentee choose a folder; `folder_chosen` tells which."""
        from amp_desktop.ui.platform.file_dialogs import choose_folder

        choose_folder(self._stack, title, start, self._choose_folder)

    def troubled(self, error: JournalError) -> None:
        """What to do about an error; by default the page in front says it."""
        page = self.shown()
        if page is not None:
            page.show_error(error)

    @Slot(object)
    def _say(self, error: JournalError) -> None:
        self.troubled(error)

    @Slot(str)
    def _choose_folder(self, folder: str) -> None:
        self.folder_chosen.emit(Path(folder))
