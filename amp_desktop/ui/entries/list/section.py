"""Some of the rows of a list that stand together, with or without a heading."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, Slot

from amp_desktop.ui.entries.list.group_heading import GroupHeading
from amp_desktop.ui.entries.list.model import EntryListModel, EntryRows
from amp_desktop.ui.entries.list.source import EntrySource
from amp_desktop.ui.kinds.base import RowGroup


class ListSection(QObject):
    """Passes on to the whole list, at its place there, what happens to its rows; while folded, nothing.

    Attributes:
        rows: The rows themselves; none while it is folded.
        group: The group that they are, or None where they are the whole list.
        source: Where the group is read.
        folded: Only the heading is to be seen.
        entries: How many it holds, also those that were not fetched yet, as they were last counted.
        has_heading: The heading is a row of the list now.
    """

    def __init__(
        self,
        whole: EntryRows,
        start: Callable[["ListSection"], int],
        group: RowGroup | None = None,
        source: EntrySource | None = None,
        *,
        folded: bool = False,
    ) -> None:
        """Make one without rows.

        Args:
            whole: The list that it is a part of; it owns this.
            start: Answers with the number that its first row has there.
            group: The group that it is, if it is one.
            source: Where the group is read.
            folded: Only the heading is to be seen.
        """
        super().__init__(whole)
        self.rows = EntryListModel(whole.today, self)
        self.group = group
        self.source = source
        self.folded = folded
        self.entries = 0
        self.has_heading = False
        self._whole = whole
        self._start = start
        self._connect()

    def __len__(self) -> int:
        """How many rows of the list it is, its heading among them."""
        return self.has_heading + (0 if self.folded else self.rows.rowCount())

    @property
    def heading(self) -> GroupHeading | None:
        """What the heading says."""
        if self.group is None:
            return None
        return GroupHeading(self.group.label, self.entries, self.folded)

    def read(self) -> None:
        """Read the first rows, unless it is folded, and count them all.

        Raises:
            JournalError: They cannot be read.
        """
        if self.source is not None:
            self.entries = self.source.count()
            if not self.folded:
                self.rows.show_source(self.source)

    def first(self) -> int:
        """The number that its first row, after the heading, has in the list."""
        return self._start(self) + self.has_heading

    def _connect(self) -> None:
        self.rows.rowsAboutToBeInserted.connect(self._are_coming)
        self.rows.rowsInserted.connect(self._came)
        self.rows.rowsAboutToBeRemoved.connect(self._are_going)
        self.rows.rowsRemoved.connect(self._went)
        self.rows.rowsAboutToBeMoved.connect(self._are_moving)
        self.rows.rowsMoved.connect(self._moved)
        self.rows.dataChanged.connect(self._changed)
        self.rows.modelAboutToBeReset.connect(self._resetting)
        self.rows.modelReset.connect(self._reset)
        self.rows.layoutAboutToBeChanged.connect(self._lays_out)
        self.rows.layoutChanged.connect(self._laid_out)

    def _is_seen(self) -> bool:
        return not self.folded and self._start(self) >= 0

    @Slot(QModelIndex, int, int)
    def _are_coming(self, _: QModelIndex, first: int, last: int) -> None:
        if self._is_seen():
            at = self.first()
            self._whole.beginInsertRows(QModelIndex(), at + first, at + last)

    @Slot()
    def _came(self) -> None:
        if self._is_seen():
            self._whole.endInsertRows()

    @Slot(QModelIndex, int, int)
    def _are_going(self, _: QModelIndex, first: int, last: int) -> None:
        if self._is_seen():
            at = self.first()
            self._whole.beginRemoveRows(QModelIndex(), at + first, at + last)

    @Slot()
    def _went(self) -> None:
        if self._is_seen():
            self._whole.endRemoveRows()

    @Slot(QModelIndex, int, int, QModelIndex, int)
    def _are_moving(self, _: QModelIndex, first: int, last: int, __: QModelIndex, to: int) -> None:
        if self._is_seen():
            at, nowhere = self.first(), QModelIndex()
            self._whole.beginMoveRows(nowhere, at + first, at + last, nowhere, at + to)

    @Slot()
    def _moved(self) -> None:
        if self._is_seen():
            self._whole.endMoveRows()

    @Slot(QModelIndex, QModelIndex)
    def _changed(self, first: QModelIndex, last: QModelIndex) -> None:
        if self._is_seen():
            at = self.first()
            self._whole.dataChanged.emit(
                self._whole.index(at + first.row()), self._whole.index(at + last.row())
            )

    @Slot()
    def _resetting(self) -> None:
        if self._is_seen():
            self._whole.beginResetModel()

    @Slot()
    def _reset(self) -> None:
        if self._is_seen():
            self._whole.endResetModel()

    @Slot()
    def _lays_out(self) -> None:
        if self._is_seen():
            self._whole.layoutAboutToBeChanged.emit()

    @Slot()
    def _laid_out(self) -> None:
        if self._is_seen():
            self._whole.layoutChanged.emit()
