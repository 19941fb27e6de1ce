"""The timeline as a model that fetches some weeks at a time."""

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from amp_desktop.domain.errors import JournalError
from amp_desktop.ui.timeline.rows import RowKind, TimelineRow, TimelineSource

_NO_INDEX = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class TimelineRole(IntEnum):
    """What a row is asked for."""

    ROW = Qt.ItemDataRole.UserRole + 1


class TimelineModel(QAbstractListModel):
    """Rows as they were read; weeks and programs are headings, which keys pass over.

    Attributes:
        failed: More could not be read; carries the `JournalError`.
    """

    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source: TimelineSource | None = None
        self._rows: list[TimelineRow] = []

    def show_source(self, source: TimelineSource | None) -> None:
        """Begin anew with this; the first weeks are read at once. None drops every word."""
        self.beginResetModel()
        self._source, self._rows = source, []
        self._rows += self._more()
        self.endResetModel()

    def row_at(self, index: _Index) -> TimelineRow | None:
        """The row of an index."""
        return self._rows[index.row()] if index.isValid() else None

    def first_fact(self) -> QModelIndex:
        """The newest of what happened; an invalid index where there is nothing."""
        found = (at for at, row in enumerate(self._rows) if row.kind is RowKind.FACT)
        return self.index(next(found, -1), 0)

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        """How many rows were read."""
        return 0 if parent.isValid() else len(self._rows)

    def canFetchMore(self, parent: _Index) -> bool:
        """Whether there are older weeks."""
        return not parent.isValid() and self._source is not None and not self._source.is_done

    def fetchMore(self, parent: _Index) -> None:
        """Read some more weeks."""
        if parent.isValid() or not (more := self._more()):
            return
        self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(more) - 1)
        self._rows += more
        self.endInsertRows()

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """A heading is read and not chosen."""
        row = self.row_at(index)
        if row is None:
            return Qt.ItemFlag.NoItemFlags
        if row.kind is not RowKind.FACT:
            return Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row, its words, or what a screen reader says."""
        row = self.row_at(index)
        if row is None:
            return None
        match role:
            case TimelineRole.ROW:
                return row
            case Qt.ItemDataRole.DisplayRole:
                return row.words
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken
        return None

    def _more(self) -> tuple[TimelineRow, ...]:
        if self._source is None:
            return ()
        try:
            return self._source.more()
        except JournalError as error:
            self.failed.emit(error)
            return ()
