"""The list itself: rows and the keys that work in it."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from amp_desktop.ui.entries.model import EntryRole, Index
from amp_desktop.ui.theme import set_look

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class EntryListView(QListView):
    """Rows of entries.

    Attributes:
        chosen: Another row became the current one by the person's doing; carries its id.
        entered: Enter was pressed, or a row double-clicked: on to the text.
        bin_requested: Delete was pressed; carries the id.
        left_upwards: The arrow key up was pressed in the first row.
    """

    chosen = Signal(object)
    entered = Signal()
    bin_requested = Signal(object)
    left_upwards = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told: UUID | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.viewport().setAutoFillBackground(False)
        set_look(self, "cards")
        self.verticalScrollBar().rangeChanged.connect(self._keep_gutter)
        self.doubleClicked.connect(self.entered)

    def current_id(self) -> UUID | None:
        """The entry of the current row."""
        index = self.currentIndex()
        return index.data(EntryRole.ID) if index.isValid() else None

    def show_current(self, row: int | None) -> None:
        """Make this the current row, or none, without telling anybody."""
        index = self.model().index(row, 0) if row is not None else QModelIndex()
        if index == self.currentIndex() and self.selectionModel().isSelected(index):
            return
        self._told = index.data(EntryRole.ID) if index.isValid() else None
        if not index.isValid():
            self.clearSelection()
        self.setCurrentIndex(index)

    def choose_some(self) -> None:
        """Choose the first row unless one is chosen."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.model().index(0, 0))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which entry was chosen; not when rows come and go, only when the person moves."""
        super().currentChanged(current, previous)
        entry_id = current.data(EntryRole.ID) if current.isValid() else None
        if entry_id is not None and not self.selectionModel().isSelected(current):
            # Qt makes the first row current, yet does not select it, when the list gets the keyboard.
            self.selectionModel().select(current, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if entry_id is not None and entry_id != self._told:
            self._told = entry_id
            self.chosen.emit(entry_id)

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """All rows are of one height, so that none needs the laying out anew that a list view does here."""
        QAbstractItemView.dataChanged(self, first, last, roles)

    def rowsAboutToBeRemoved(self, parent: Index, start: int, end: int) -> None:
        """Qt would make a neighbour current, as if the person had chosen it: nothing is, until they do."""
        if start <= self.currentIndex().row() <= end:
            self.show_current(None)
        super().rowsAboutToBeRemoved(parent, start, end)

    @Slot(int, int)
    def _keep_gutter(self, lowest: int, highest: int) -> None:
        """The rows are as wide without a scroll bar as with one."""
        gutter = 0 if highest > lowest else self.verticalScrollBar().sizeHint().width()
        left, right = (gutter, 0) if self.isRightToLeft() else (0, gutter)
        self.setViewportMargins(left, 0, right, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on to the text, Delete bins, Up leaves from the first row for the search."""
        current = self.current_id()
        if event.key() in _ENTER and current is not None:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Delete and current is not None:
            self.bin_requested.emit(current)
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_upwards.emit()
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)
