"""Whether a page's entries are seen as a list or as a board."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QStackedLayout, QWidget

from amp_desktop.domain.entry import Kind
from amp_desktop.domain.kinds.registry import ENTRY_TYPES
from amp_desktop.ui.actions.action_set import ActionSet
from amp_desktop.ui.session import Session

if TYPE_CHECKING:
    from amp_desktop.ui.entries.board.board import Board


class BoardSwitch(QObject):
    """Shows one of the two; the board is made when it is first wanted, for kinds that go through states.

    Attributes:
        opened: An entry on the board is to be opened; carries its id.
        new_requested: A new entry is wanted.
        list_shown: The list is to be seen again, and to have the keyboard.
    """

    opened = Signal(object)
    new_requested = Signal()
    list_shown = Signal()

    def __init__(
        self, session: Session, kind: Kind | None, as_list: QWidget, page: QWidget, flush: Callable[[], bool]
    ) -> None:
        """Show the list.

        Args:
            session: Where entries are read and written.
            kind: The one kind of the page, or None.
            as_list: The list, and what stands beside it.
            page: The page, which gets its layout here; it owns this.
            flush: Writes what is open; False if that failed, and then the list stays.
        """
        super().__init__(page)
        self._session = session
        self._kind = kind if kind is not None and ENTRY_TYPES[kind].STATES else None
        self._as_list = as_list
        self._page = page
        self._flush = flush
        self._board: Board | None = None
        self._whole = QStackedLayout(page)
        self._whole.addWidget(as_list)
        if self._kind is not None:
            ActionSet(page).add("board", self._turn)

    def shows_board(self) -> bool:
        """Whether the entries are seen as a board."""
        return self._board is not None and self._whole.currentWidget() is self._board

    def arrive(self) -> bool:
        """Give the keyboard to the board, brought up to date, if it is what is shown."""
        if self._board is None or not self.shows_board():
            return False
        self._board.show_again()
        return True

    def show_list(self) -> None:
        """Show the entries as a list; the keyboard is given by whoever asks."""
        self._whole.setCurrentWidget(self._as_list)

    @Slot()
    def show_board(self) -> None:
        """Show the entries as a board, after what is open was written."""
        if self._kind is None or not self._flush():
            return
        if self._board is None:
            self._board = self._made(self._kind)
        self._whole.setCurrentWidget(self._board)
        self._board.show_again()

    def follow(self, entry_id: UUID, day: date) -> None:
        """An entry was written, here or elsewhere."""
        if self._board is not None:
            self._board.follow(entry_id, day)

    def refresh(self) -> None:
        """Anything may have changed."""
        if self._board is not None:
            self._board.refresh()

    def forget(self) -> None:
        """Drop every word."""
        if self._board is not None:
            self._board.forget()
        self.show_list()

    def _made(self, kind: Kind) -> "Board":
        from amp_desktop.ui.entries.board.board import Board  # few look at it, and nobody at the start

        board = Board(self._session, kind, self._page)
        board.opened.connect(self.opened)
        board.new_requested.connect(self.new_requested)
        board.list_requested.connect(self._turn)
        self._whole.addWidget(board)
        return board

    @Slot()
    def _turn(self) -> None:
        """From the list to the board, or back."""
        if self.shows_board():
            self.show_list()
            self.list_shown.emit()
        else:
            self.show_board()
