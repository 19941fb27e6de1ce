"""A page's entries as a board: a column for each state, cards that go from one to the other."""

from collections.abc import Callable, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from amp_desktop.domain.entry import Kind
from amp_desktop.domain.errors import JournalError
from amp_desktop.domain.kinds.registry import ENTRY_TYPES
from amp_desktop.ui.actions.action_set import ActionSet
from amp_desktop.ui.entries.board.column import BoardCards, BoardColumn
from amp_desktop.ui.entries.board.edge_scroll import EdgeScroll
from amp_desktop.ui.entries.bulk_actions import BulkActions
from amp_desktop.ui.kinds.base import RowGroup
from amp_desktop.ui.kinds.registry import kind_view
from amp_desktop.ui.session import Session
from amp_desktop.ui.style.icons import icon
from amp_desktop.ui.style.theme import set_variant
from amp_desktop.ui.widgets.banner import Banner
from amp_desktop.ui.widgets.buttons import quiet_button
from amp_desktop.ui.widgets.labels import label
from amp_desktop.ui.widgets.undo_offer import UndoOffer


class Board(QFrame):
    """The entries of a kind by their states. A move is an edit like any other, and can be undone.

    Attributes:
        opened: An entry is to be opened; carries its id.
        list_requested: The entries are to be seen as a list again.
        new_requested: A new entry is wanted.
    """

    opened = Signal(object)
    list_requested = Signal()
    new_requested = Signal()

    def __init__(self, session: Session, kind: Kind, parent: QWidget | None = None) -> None:
        """Make it, with nothing on it yet.

        Args:
            session: Where entries are read and written.
            kind: Of which kind they are; one that goes through states.
            parent: The page.
        """
        super().__init__(parent)
        self._kind = kind
        self._session = session
        self._stale = True
        self._asked: UUID | None = None  # the entry that the menu was opened for
        self._banner = Banner(self)
        self._offer = UndoOffer(self._banner, self)
        self._actions_on = BulkActions(session, self._banner, self._offer, self)
        self._columns = self._made_columns()
        self._menu = QMenu(self)
        self._menu.triggered.connect(self._chosen_in_menu)
        keys = ActionSet(self)
        keys.add("undo", self._undo)
        keys.add("redo", self._redo)
        set_variant(self, "panel")
        self._lay_out()
        for column in self._columns:
            self._connect(column.cards)

    def show_again(self) -> None:
        """Bring it up to date, and give it the keyboard."""
        if self._stale:
            self._read()
        first = next((one for one in self._columns if one.cards.model().rowCount()), self._columns[0])
        (self._column_in_focus() or first).cards.setFocus(Qt.FocusReason.OtherFocusReason)

    def follow(self, entry_id: UUID, day: date) -> None:
        """An entry was written, here or elsewhere."""
        if not self.isVisible():
            self._stale = True
            return
        for column in self._columns:
            column.refresh(entry_id, day)

    def refresh(self) -> None:
        """Anything may have changed."""
        self._stale = True
        if self.isVisible():
            self._read()

    def forget(self) -> None:
        """Drop every word, and take nothing back any more."""
        self._offer.forget()
        self._edges.stop()
        self._asked = None
        for column in self._columns:
            column.forget()
        self._stale = True

    def put(self, ids: Sequence[UUID], state: str) -> None:
        """Put entries into a state, say so, and offer to undo it."""
        view = kind_view(self._kind)
        self._actions_on.set_state(ids, state, view.state_words(state), view.state_advice(state))

    def _made_columns(self) -> list[BoardColumn]:
        view = kind_view(self._kind)
        orders = {state: group.order for group in view.groups() for state in group.states}
        groups = (
            RowGroup(state, view.state_words(state), (state,), orders.get(state))
            for state in ENTRY_TYPES[self._kind].STATES
        )
        return [BoardColumn(self._session, self._kind, group, self._session.today, self) for group in groups]

    def _lay_out(self) -> None:
        room, view = self.fontMetrics().height(), kind_view(self._kind)
        as_list, new = quiet_button(self.tr("List"), "list"), quiet_button(view.new_words(), "plus")
        as_list.clicked.connect(self.list_requested)
        new.clicked.connect(self.new_requested)
        head = QHBoxLayout()
        head.addWidget(label(view.page_label(), "title"), 1)
        head.addWidget(new)
        head.addWidget(as_list)
        inside = QWidget()
        columns = QHBoxLayout(inside)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(room // 2)
        for column in self._columns:
            columns.addWidget(column, 1)
        scrolled = QScrollArea()
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scrolled.setWidget(inside)
        self._scrolled = scrolled
        self._edges = EdgeScroll(scrolled)
        self._edges.scrolled.connect(self._show_target)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(room, room * 4 // 5, room, room // 2)
        whole.setSpacing(room // 2)
        whole.addLayout(head)
        whole.addWidget(self._banner)
        whole.addWidget(scrolled, 1)

    def _connect(self, cards: BoardCards) -> None:
        cards.carried.connect(self._edges.hold)
        cards.carried.connect(self._show_target)
        cards.carried_on.connect(self._edges.stop)
        cards.carried_on.connect(self._show_target)
        cards.dropped.connect(self._take)
        cards.move_requested.connect(self._move_beside)
        cards.go_requested.connect(self._go_beside)
        cards.opened.connect(self.opened)
        cards.customContextMenuRequested.connect(self._show_menu)

    def _read(self) -> None:
        self._stale = False
        try:
            for column in self._columns:
                column.read()
        except JournalError as error:
            self._banner.show_error(error)

    def _column_in_focus(self) -> BoardColumn | None:
        return next((one for one in self._columns if one.cards.hasFocus()), None)

    def _column_of(self, cards: object) -> BoardColumn:
        return next(one for one in self._columns if one.cards is cards)

    @Slot()
    def _undo(self) -> None:
        self._following(self._offer.take_back)

    @Slot()
    def _redo(self) -> None:
        self._following(self._offer.do_again)

    def _following(self, does: Callable[[], object]) -> None:
        """Do that, and have the keyboard stay with its card wherever that goes."""
        column = self._column_in_focus()
        followed = column.cards.current_id() if column is not None else None
        does()
        if followed is not None:
            self._follow(followed)

    @Slot(object, QPoint)
    def _take(self, ids: Sequence[UUID], place: QPoint) -> None:
        """Qt drops where the pointer was moved last, though columns may have been scrolled under it since."""
        column = self._column_at(place)
        if column is not None:
            self._move_and_follow(ids, column)

    @Slot()
    @Slot(QPoint)
    def _show_target(self, place: QPoint | None = None) -> None:
        """Mark the column that what is carried would fall into."""
        target = self._column_at(place) if place is not None else None
        for column in self._columns:
            column.cards.show_target(shown=column is target)

    def _column_at(self, place: QPoint) -> BoardColumn | None:
        """The column at that place on the screen."""
        return next((one for one in self._columns if one.rect().contains(one.mapFromGlobal(place))), None)

    @Slot(int)
    def _move_beside(self, by: int) -> None:
        column = self._column_of(self.sender())
        entry_id, at = column.cards.current_id(), self._columns.index(column) + by
        if entry_id is not None and 0 <= at < len(self._columns):
            self._move_and_follow([entry_id], self._columns[at])

    @Slot(int)
    def _go_beside(self, by: int) -> None:
        column = self._column_of(self.sender())
        at = self._columns.index(column) + by
        if 0 <= at < len(self._columns):
            self._go_to(self._columns[at], column.cards.currentIndex().row())

    def _move_and_follow(self, ids: Sequence[UUID], column: BoardColumn) -> None:
        """The keyboard goes with the card."""
        self.put(ids, column.state)
        self._follow(ids[0])

    def _follow(self, entry_id: UUID) -> None:
        for column in self._columns:
            row = column.row_of(entry_id)
            if row is not None:
                self._go_to(column, row)

    def _go_to(self, column: BoardColumn, row: int) -> None:
        column.cards.go_to(row)
        self._scrolled.ensureWidgetVisible(column, 0, 0)

    @Slot(QPoint)
    def _show_menu(self, place: QPoint) -> None:
        column = self._column_of(self.sender())
        index = column.cards.indexAt(place)
        if not index.isValid():
            return
        column.cards.setFocus(Qt.FocusReason.PopupFocusReason)
        column.cards.setCurrentIndex(index)
        self._asked = column.cards.current_id()
        self._menu.clear()
        self._menu.addAction(icon("book-open"), self.tr("Open") + f"\t{_shown('Return')}").setData("")
        self._menu.addSeparator()
        beside = {
            self._columns.index(column) + by: keys for by, keys in ((-1, "Ctrl+Left"), (1, "Ctrl+Right"))
        }
        for at, other in enumerate(self._columns):
            if other is not column:
                words = self.tr("Move to “{state}”").format(state=other.label)
                keys = f"\t{_shown(beside[at])}" if at in beside else ""
                self._menu.addAction(words + keys).setData(other.state)
        self._menu.popup(column.cards.viewport().mapToGlobal(place))

    @Slot(QAction)
    def _chosen_in_menu(self, action: QAction) -> None:
        entry_id = self._asked
        if entry_id is None or all(column.row_of(entry_id) is None for column in self._columns):
            return
        if action.data():
            self._move_and_follow(
                [entry_id], next(one for one in self._columns if one.state == action.data())
            )
        else:
            self.opened.emit(entry_id)


def _shown(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
