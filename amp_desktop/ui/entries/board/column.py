"""One column of a board: the entries in one state."""

from collections.abc import Callable, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QVBoxLayout, QWidget

from amp_desktop.domain.entry import Kind
from amp_desktop.domain.query import EntryQuery
from amp_desktop.ui.entries.list.delegate import EntryDelegate
from amp_desktop.ui.entries.list.drag_view import DragSourceView
from amp_desktop.ui.entries.list.model import EntryListModel, EntryRole
from amp_desktop.ui.entries.list.source import EntrySource
from amp_desktop.ui.kinds.base import RowGroup
from amp_desktop.ui.session import Session
from amp_desktop.ui.style.theme import set_variant, theme
from amp_desktop.ui.widgets.entry_mime import carried_ids
from amp_desktop.ui.widgets.labels import label

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class BoardCards(DragSourceView):
    """The cards of a column. They are carried into another one by the pointer or by Ctrl and an arrow key.

    Attributes:
        carried: Entries are carried over it; carries where on the screen.
        carried_on: They are carried over it no longer.
        dropped: Entries were let go of over the board; carries their ids, and where on the screen.
        move_requested: The current card is to go to the column beside; carries +1, or -1 for the one before.
        go_requested: The keyboard is to go to the column beside; carries the same.
        opened: The current card is to be opened; carries its entry's id.
    """

    carried = Signal(QPoint)
    carried_on = Signal()
    dropped = Signal(object, QPoint)
    move_requested = Signal(int)
    go_requested = Signal(int)
    opened = Signal(object)

    DROP = Qt.DropAction.MoveAction

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_target = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        set_variant(self, "cards")
        self.doubleClicked.connect(self._open)

    def current_id(self) -> UUID | None:
        """The entry of the current card."""
        index = self.currentIndex()
        return index.data(EntryRole.ID) if index.isValid() else None

    def go_to(self, row: int) -> None:
        """Give the keyboard to the card of that number, or the nearest one."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        rows = self.model().rowCount()
        if rows:
            self.setCurrentIndex(self.model().index(min(max(row, 0), rows - 1), 0))

    def show_target(self, *, shown: bool) -> None:
        """Show that what is carried can be dropped here, or no longer."""
        if shown is not self._is_target:
            self._is_target = shown
            self.viewport().update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let entries in."""
        event.setAccepted(bool(carried_ids(event.mimeData())))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Anywhere in the column is in the column: its order is not the person's."""
        super().dragMoveEvent(event)
        fits = bool(carried_ids(event.mimeData()))
        self.set_target(-1)
        if fits:
            self.carried.emit(self._on_screen(event))
        event.setDropAction(self.DROP)
        event.setAccepted(fits)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """It is carried on."""
        super().dragLeaveEvent(event)
        self.carried_on.emit()

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the entries to go here."""
        ids = carried_ids(event.mimeData())
        self.carried_on.emit()
        event.setDropAction(self.DROP if ids else Qt.DropAction.IgnoreAction)
        event.accept()
        self.setState(QAbstractItemView.State.NoState)
        self.viewport().update()
        if ids:
            self.dropped.emit(ids, self._on_screen(event))

    def _on_screen(self, event: QDropEvent) -> QPoint:
        return self.viewport().mapToGlobal(event.position().toPoint())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right go to the columns beside, with Ctrl they take the card along; Enter opens it."""
        sides = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        by = sides.get(Qt.Key(event.key()), 0) * (-1 if self.isRightToLeft() else 1)
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if by and held == Qt.KeyboardModifier.ControlModifier:
            self.move_requested.emit(by)
        elif by and not held:
            self.go_requested.emit(by)
        elif event.key() in _ENTER:
            self._open()
        elif event.key() == Qt.Key.Key_Menu:
            place = self.visualRect(self.currentIndex()).center()
            self.customContextMenuRequested.emit(place if self.currentIndex().isValid() else QPoint())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The first card is the current one where none was."""
        super().focusInEvent(event)
        current = self.currentIndex() if self.currentIndex().isValid() else self.model().index(0, 0)
        if current.isValid():
            self.setCurrentIndex(current)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """One card on the whole board is the chosen one."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.clearSelection()
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The cards, and an edge where something can be dropped, or where the keyboard is without a card."""
        super().paintEvent(event)
        is_bare = self.hasFocus() and not self.model().rowCount()
        if self._is_target or is_bare:
            painter = QPainter(self.viewport())
            painter.setPen(QPen(theme().tokens.accent, 2.0))
            painter.drawRect(QRect(self.viewport().rect()).adjusted(1, 1, -2, -2))
            painter.end()

    @Slot()
    def _open(self) -> None:
        entry_id = self.current_id()
        if entry_id is not None:
            self.opened.emit(entry_id)


class _Cards(EntryListModel):
    """Entries whose state stands over all of them."""

    @property
    def is_grouped(self) -> bool:
        """It does."""
        return True


class BoardColumn(QFrame):
    """The heading of a state and its cards.

    Attributes:
        cards: The cards.
        state: Which state it is.
    """

    def __init__(
        self, session: Session, kind: Kind, group: RowGroup, today: Callable[[], date], parent: QWidget
    ) -> None:
        """Make it, with no cards yet.

        Args:
            session: Where they are read.
            kind: Of which kind they are.
            group: What the column holds: one state alone.
            today: Says which day it is.
            parent: The board.
        """
        super().__init__(parent)
        (self.state,) = group.states
        self.label = group.label
        query = EntryQuery(kinds=frozenset({kind}), states=frozenset(group.states))
        self._source = EntrySource(session.journal, query, order=group.order)
        self._model = _Cards(today, self)
        self._heading = label("", "strong")
        self.cards = BoardCards(self)
        self.cards.setModel(self._model)
        self.cards.setItemDelegate(EntryDelegate(today, self.cards, only=kind))
        room = self.fontMetrics().height()
        self._heading.setContentsMargins(room // 2, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(room // 3)
        column.addWidget(self._heading)
        column.addWidget(self.cards, 1)
        self.setMinimumWidth(room * 10)

    def read(self) -> None:
        """Show what is in this state now, from the beginning.

        Raises:
            JournalError: It cannot be read.
        """
        if self._model.rowCount():
            self._model.reload()
        else:
            self._model.show_source(self._source)
        self._count()

    def refresh(self, entry_id: UUID, day: date) -> None:
        """An entry was written: it comes, goes or changes."""
        self._model.refresh(entry_id, day)
        self._count()

    def remove(self, ids: Sequence[UUID]) -> None:
        """These entries are gone."""
        self._model.remove(ids)
        self._count()

    def row_of(self, entry_id: UUID) -> int | None:
        """The number of an entry's card."""
        return self._model.row_of(entry_id)

    def forget(self) -> None:
        """Drop every word."""
        self.cards.forget()
        self._model.clear()

    def _count(self) -> None:
        entries = self._model.count()
        self._heading.setText(f"{self.label}  {entries}")
        self.cards.setAccessibleName(self.tr("{state}, {count}").format(state=self.label, count=entries))
