"""The list itself: rows and the keys that work in it."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QWidget

from amp_desktop.domain.entry import Sharing
from amp_desktop.domain.errors import JournalError
from amp_desktop.domain.query import SearchHit
from amp_desktop.ui.entries.list.drag_view import DragSourceView
from amp_desktop.ui.entries.list.group_heading import GroupHeading
from amp_desktop.ui.entries.list.model import EntryRole, EntryRows, Index
from amp_desktop.ui.style.theme import set_variant

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_MOVING = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Space}


class EntryListView(DragSourceView):
    """Rows of entries.

    Attributes:
        chosen: Another row alone was chosen by the person; carries its entry's id.
        several_changed: More rows, or fewer, are chosen.
        picked: An entry was clicked, alone.
        entered: Enter was pressed, or a row double-clicked: on to the text.
        bin_requested: Delete was pressed; carries the id.
        pin_requested: Ctrl+D was pressed: the chosen rows are to be pinned, or no longer.
        left_upwards: The arrow key up was pressed in the first row.
        failed: A group could not be unfolded; carries the `JournalError`.
    """

    chosen = Signal(object)
    picked = Signal()
    entered = Signal()
    bin_requested = Signal(object)
    pin_requested = Signal()
    left_upwards = Signal()
    several_changed = Signal()
    failed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._height = 0
        self._told: UUID | None = None
        self._all = False
        self._quiet = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        set_variant(self, "cards")
        self.verticalScrollBar().rangeChanged.connect(self._keep_gutter)
        self.doubleClicked.connect(self.entered)
        self.clicked.connect(self._clicked)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Hear when rows come and go, too."""
        super().setModel(model)
        if model is not None:
            model.rowsInserted.connect(self._choose_new_ones_too)
            model.rowsRemoved.connect(self._rows_are_gone)

    def current_id(self) -> UUID | None:
        """The entry of the current row."""
        index = self.currentIndex()
        return index.data(EntryRole.ID) if index.isValid() else None

    def count_chosen(self) -> int:
        """How many rows are chosen."""
        return len(self.selectionModel().selectedRows())

    def all_chosen(self) -> bool:
        """Whether all that the list could show is chosen, also what was not fetched yet."""
        return self._all

    def count_all(self) -> int:
        """How many rows the list could show; of those that are there, where they cannot be counted now."""
        entries = self.model()
        try:
            return entries.count() if isinstance(entries, EntryRows) else entries.rowCount()
        except JournalError:
            return entries.rowCount()

    def all_pinned(self) -> bool:
        """Whether all chosen rows are pinned, so that they can only be unpinned."""
        hits = [index.data(EntryRole.HIT) for index in self.selectionModel().selectedRows()]
        return all(isinstance(hit, SearchHit) and hit.row.pinned for hit in hits)

    def all_sealed(self) -> bool:
        """Whether all chosen rows are sealed, so that they can only be unsealed."""
        hits = [index.data(EntryRole.HIT) for index in self.selectionModel().selectedRows()]
        return all(isinstance(hit, SearchHit) and hit.row.sharing is Sharing.SEALED for hit in hits)

    @Slot()
    def choose_one(self) -> None:
        """Choose the current row alone."""
        self.selectionModel().select(self.currentIndex(), QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def show_current(self, row: int | None) -> None:
        """Make this the current row, or none, without telling anybody; several chosen ones stay chosen."""
        index = self.model().index(row, 0) if row is not None else QModelIndex()
        if index == self.currentIndex() and self.selectionModel().isSelected(index):
            return
        if self.hasFocus() and self._heading_at(self.currentIndex()) is not None:
            return  # the keyboard stands upon a heading, and stays there
        if index.isValid() and self.count_chosen() > 1:
            return
        self._told = index.data(EntryRole.ID) if index.isValid() else None
        if not index.isValid():
            self.clearSelection()
        # The view's own way would ask which keys are held, and with Ctrl choose one more.
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def released(self) -> None:
        """A row is opened when it is let go of, for it might have been carried away."""
        self._tell()

    def put_back(self) -> None:
        """The row that was open is the chosen one again; several chosen ones stay chosen."""
        entries = self.model()
        if self._told is not None and isinstance(entries, EntryRows):
            self.show_current(entries.row_of(self._told))

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        if index.data(EntryRole.ID) is not None and self.count_chosen() == 1:
            self.picked.emit()

    def choose_some(self) -> None:
        """Choose the first entry unless a row is the current one."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._first_entry())

    def _first_entry(self) -> QModelIndex:
        """The row of the first entry, or the heading over all that is folded away."""
        entries = self.model()
        rows = range(entries.rowCount())
        selectable = Qt.ItemFlag.ItemIsSelectable
        found = (row for row in rows if entries.index(row, 0).flags() & selectable)
        return entries.index(next(found, 0), 0)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which entry was chosen; not when rows come and go, only when the person moves."""
        super().currentChanged(current, previous)
        self._tell()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell which entry was chosen, or that several are."""
        super().selectionChanged(selected, deselected)
        self._all = self._all and self._quiet
        self._tell()
        if not self._quiet:
            self.several_changed.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt makes the first row current, yet does not choose it, when the list gets the keyboard."""
        had = self.currentIndex().isValid()
        super().focusInEvent(event)
        if not had and self.currentIndex().isValid():
            self.selectionModel().setCurrentIndex(
                self._first_entry(), QItemSelectionModel.SelectionFlag.NoUpdate
            )
        if self.currentIndex().isValid() and not self.selectionModel().hasSelection():
            self.choose_one()

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Paint these rows alone, unless with their days the headings changed."""
        QAbstractItemView.dataChanged(self, first, last, roles)
        if self.row_layout().height != self._height:
            self.scheduleDelayedItemsLayout()

    def updateGeometries(self) -> None:
        """Keep in mind how high all rows were."""
        super().updateGeometries()
        self._height = self.row_layout().height

    def rowsAboutToBeRemoved(self, parent: Index, start: int, end: int) -> None:
        """Qt would make a neighbour current, as if the person had chosen it: nothing is, until they do."""
        self._quiet = True
        if start <= self.currentIndex().row() <= end:
            self._told = None
            self.selectionModel().clearCurrentIndex()
        super().rowsAboutToBeRemoved(parent, start, end)

    def selectAll(self) -> None:
        """Choose all that the list could show, also what comes by scrolling on."""
        super().selectAll()
        self._all = True
        self.several_changed.emit()

    @Slot()
    def _rows_are_gone(self) -> None:
        self._quiet = False
        self.several_changed.emit()

    @Slot(QModelIndex, int, int)
    def _choose_new_ones_too(self, parent: QModelIndex, first: int, last: int) -> None:  # noqa: ARG002
        if self._all:
            self._quiet = True
            new = QItemSelection(self.model().index(first, 0), self.model().index(last, 0))
            self.selectionModel().select(new, QItemSelectionModel.SelectionFlag.Select)
            self._quiet = False

    def _tell(self) -> None:
        """Tell of the current row, if it alone is chosen and was not told yet."""
        current = self.currentIndex()
        entry_id = current.data(EntryRole.ID) if current.isValid() else None
        if self._quiet or self.is_pressed or entry_id in (None, self._told) or self.count_chosen() != 1:
            return
        if self.selectionModel().isSelected(current):
            self._told = entry_id
            self.chosen.emit(entry_id)

    @Slot(int, int)
    def _keep_gutter(self, lowest: int, highest: int) -> None:
        """The rows are as wide without a scroll bar as with one."""
        gutter = 0 if highest > lowest else self.verticalScrollBar().sizeHint().width()
        left, right = (gutter, 0) if self.isRightToLeft() else (0, gutter)
        self.setViewportMargins(left, 0, right, 0)

    def showEvent(self, event: QShowEvent) -> None:
        """Few rows change no range: their gutter is kept from the start."""
        super().showEvent(event)
        self._keep_gutter(self.verticalScrollBar().minimum(), self.verticalScrollBar().maximum())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A heading folds its group or unfolds it; what is carried is a row."""
        index = self.indexAt(event.position().toPoint())
        heading = self._heading_at(index)
        if heading is None or event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
        else:
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self._fold(index.row(), folded=not heading.is_folded)

    def _heading_at(self, index: Index) -> GroupHeading | None:
        entries = self.model()
        return entries.group_at(index.row()) if isinstance(entries, EntryRows) and index.isValid() else None

    def _fold(self, row: int, *, folded: bool) -> None:
        entries = self.model()
        if isinstance(entries, EntryRows):
            try:
                entries.set_folded(row, folded=folded)
            except JournalError as error:
                self.failed.emit(error)

    def _heard_by_group(self, event: QKeyEvent) -> bool:
        """Left folds the group that the current row stands in, Right unfolds it; whether the key was that.

        As in a tree: Left first goes to the heading, Right upon an unfolded one into its rows. Where one
        reads from the right it is the other way round. Enter and Space turn a heading over.
        """
        entries, row = self.model(), self.currentIndex().row()
        heading_row = entries.heading_of(row) if isinstance(entries, EntryRows) and row >= 0 else None
        if heading_row is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        heading = self._heading_at(self.currentIndex())
        inwards, outwards = Qt.Key.Key_Right, Qt.Key.Key_Left
        if self.isRightToLeft():
            inwards, outwards = outwards, inwards
        if heading is not None and event.key() in (*_ENTER, Qt.Key.Key_Space):
            self._fold(row, folded=not heading.is_folded)
        elif event.key() == outwards and heading is None:
            self._go_to(heading_row)
        elif event.key() in (inwards, outwards) and heading is not None:
            into = event.key() == inwards and not heading.is_folded
            self._go_to(row + 1) if into else self._fold(row, folded=event.key() == outwards)
        else:
            return False
        return True

    def _go_to(self, row: int) -> None:
        """Make this the current row, and choose it if it can be chosen."""
        index = self.model().index(row, 0)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on to the text, Delete bins, Up leaves from the first row for the search.

        Shift and the arrows choose several, Ctrl+A all; Escape chooses one alone again. Ctrl+D pins.
        """
        if self._heard_by_group(event):
            return
        current, keys = self.current_id(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        held = keys & Qt.KeyboardModifier.ControlModifier
        if event.key() in _ENTER and current is not None:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Delete and current is not None:
            self.bin_requested.emit(current)
        elif event.key() == Qt.Key.Key_Escape and self.count_chosen() > 1:
            self.choose_one()
        elif event.key() == Qt.Key.Key_Up and not keys and self.currentIndex().row() <= 0:
            self.left_upwards.emit()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.selectAll()
        elif held and event.key() == Qt.Key.Key_D and current is not None:
            self.pin_requested.emit()
        elif held and event.key() not in _MOVING:
            event.ignore()
        else:
            super().keyPressEvent(event)
