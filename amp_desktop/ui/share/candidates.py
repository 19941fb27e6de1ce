"""What could leave, as a tree: the template's headings, and the entries under them."""

from enum import IntEnum
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from amp_desktop.ui.share.labels import candidate_title, spoken_candidate
from amp_desktop.ui.share.presenter import Candidate, Group
from amp_desktop.ui.widgets.tips import plain_tip

Index = QModelIndex | QPersistentModelIndex

_TOP = QModelIndex()
_HEADING = 0
"""The internal id of a heading; that of an entry is its heading's number, counted from 1."""

_OF_ENTRY = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsUserCheckable
    | Qt.ItemFlag.ItemNeverHasChildren
)
"""Put together once: Qt asks for it three times a row when it lays the rows out."""


class CandidateRole(IntEnum):
    """What a row can be asked for beyond Qt's own roles."""

    CANDIDATE = Qt.ItemDataRole.UserRole + 1
    GROUP = Qt.ItemDataRole.UserRole + 2


class CandidateModel(QAbstractItemModel):
    """Groups of candidates, each of which can be ticked.

    Signals:
        ticked(UUID, bool): The mentee ticked an entry, or took the tick away.
    """

    ticked = Signal(object, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._groups: tuple[Group, ...] = ()

    def show_groups(self, groups: tuple[Group, ...]) -> None:
        """Show these; where the same entries stand, only what changed is told."""
        former = self._groups
        if _shape(groups) != _shape(former):
            self.beginResetModel()
            self._groups = groups
            self.endResetModel()
            return
        self._groups = groups
        for at, (group, before) in enumerate(zip(groups, former, strict=True)):
            pairs = enumerate(zip(group.candidates, before.candidates, strict=True))
            changed = [row for row, (now, then) in pairs if now is not then]
            if changed:
                first, last = (self.createIndex(row, 0, at + 1) for row in (changed[0], changed[-1]))
                self.dataChanged.emit(first, last)

    def index_of(self, entry_id: UUID | None) -> QModelIndex:
        """Where an entry stands, or an invalid index."""
        for at, group in enumerate(self._groups):
            for row, candidate in enumerate(group.candidates):
                if candidate.entry.id == entry_id:
                    return self.createIndex(row, 0, at + 1)
        return QModelIndex()

    @staticmethod
    def is_heading(index: Index) -> bool:
        """Whether a heading stands there, and no entry."""
        return bool(index.internalId() == _HEADING)

    # What Qt asks

    def index(self, row: int, column: int, parent: Index = _TOP) -> QModelIndex:
        """A heading's place, or that of an entry under its heading."""
        if column != 0 or not 0 <= row < self.rowCount(parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _HEADING)

    def parent(self, index: Index = _TOP) -> QModelIndex:  # type: ignore[override]
        """The heading over an entry."""
        if not index.isValid() or index.internalId() == _HEADING:
            return QModelIndex()
        return self.createIndex(int(index.internalId()) - 1, 0, _HEADING)

    def rowCount(self, parent: Index = _TOP) -> int:
        """How many headings, or how many entries under one."""
        if not parent.isValid():
            return len(self._groups)
        if parent.column() > 0 or parent.internalId() != _HEADING:
            return 0
        return len(self._groups[parent.row()].candidates)

    def columnCount(self, parent: Index = _TOP) -> int:  # noqa: ARG002
        """Always one."""
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """An entry can be chosen and ticked, a heading neither."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled if index.internalId() == _HEADING else _OF_ENTRY

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A heading, or an entry and whether it is ticked."""
        if not index.isValid():
            return None
        if index.internalId() == _HEADING:
            return _of_group(self._groups[index.row()], role)
        return _of_candidate(self._candidate(index), role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell that an entry was ticked; whoever hears it shows the groups anew."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid() or index.internalId() == _HEADING:
            return False
        ticked = Qt.CheckState(value) is Qt.CheckState.Checked
        self.ticked.emit(self._candidate(index).entry.id, ticked)
        return True

    def _candidate(self, index: Index) -> Candidate:
        return self._groups[int(index.internalId()) - 1].candidates[index.row()]


def _of_group(group: Group, role: int) -> Any:
    match role:
        case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
            return group.heading
        case CandidateRole.GROUP:
            return group
    return None


def _of_candidate(candidate: Candidate, role: int) -> Any:
    match role:
        case Qt.ItemDataRole.DisplayRole:
            return candidate_title(candidate)
        case Qt.ItemDataRole.ToolTipRole:
            return plain_tip(candidate_title(candidate))
        case Qt.ItemDataRole.AccessibleTextRole:
            return spoken_candidate(candidate)
        case Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if candidate.ticked else Qt.CheckState.Unchecked
        case CandidateRole.CANDIDATE:
            return candidate
    return None


def _shape(groups: tuple[Group, ...]) -> list[tuple[str, list[UUID]]]:
    return [(group.heading, [candidate.entry.id for candidate in group.candidates]) for group in groups]
