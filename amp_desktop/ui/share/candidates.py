"""What could leave, as a tree: the template's headings, and the entries under them."""

from collections.abc import Sequence
from dataclasses import replace
from enum import IntEnum
from typing import Any
from uuid import UUID

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from amp_desktop.domain.entry import Kind
from amp_desktop.ui.share.labels import (
    candidate_tip,
    candidate_title,
    fold_words,
    heading_words,
    level_words,
    spoken_candidate,
)
from amp_desktop.ui.share.rows import Candidate, CandidateGroup, Fold, Row
from amp_desktop.ui.widgets.tips import plain_tip

Index = QModelIndex | QPersistentModelIndex

_TOP = QModelIndex()
_HEADING = 0
"""The internal id of a heading; that of an entry is its heading's number, counted from 1."""

_MIME = "application/x-amp-journal-section"

_OF_ENTRY = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsUserCheckable
    | Qt.ItemFlag.ItemNeverHasChildren
)
_OF_HEADING = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
"""Put together once: Qt asks for it three times a row when it lays the rows out."""


class CandidateRole(IntEnum):
    """What a row can be asked for beyond Qt's own roles."""

    CANDIDATE = Qt.ItemDataRole.UserRole + 1
    GROUP = Qt.ItemDataRole.UserRole + 2
    FOLD = Qt.ItemDataRole.UserRole + 3


class CandidateModel(QAbstractItemModel):
    """Groups of candidates, each of which can be ticked.

    Signals:
        ticked(tuple[UUID, ...], bool): The mentee ticked these entries, or took the tick away.
        section_moved(str, str): A section was put before another one, by their keys; at the end where the
            second is empty.
    """

    ticked = Signal(object, bool)
    section_moved = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._groups: tuple[CandidateGroup, ...] = ()
        self._staying: frozenset[UUID] = frozenset()

    def show_groups(self, groups: tuple[CandidateGroup, ...]) -> None:
        """Show these; where the same entries stand, only what changed is told."""
        former = self._groups
        if _shape(groups) != _shape(former):
            self.beginResetModel()
            self._groups = groups
            self.endResetModel()
            return
        self._groups = groups
        for at, (group, before) in enumerate(zip(groups, former, strict=True)):
            if group.level is not before.level or group.has_levels is not before.has_levels:
                heading = self.createIndex(at, 0, _HEADING)
                self.dataChanged.emit(heading, heading)
            pairs = enumerate(zip(group.rows, before.rows, strict=True))
            changed = [row for row, (now, then) in pairs if now is not then]
            if changed:
                first, last = (self.createIndex(row, 0, at + 1) for row in (changed[0], changed[-1]))
                self.dataChanged.emit(first, last)

    def show_staying(self, entries: frozenset[UUID]) -> None:
        """Of these nothing is told, though they are ticked."""
        changed, self._staying = entries ^ self._staying, entries
        for index in map(self.index_of, changed):
            if index.isValid():
                self.dataChanged.emit(index, index)

    def index_of(self, entry_id: UUID | None) -> QModelIndex:
        """Where an entry stands, or an invalid index."""
        for at, group in enumerate(self._groups):
            for row, candidate in enumerate(group.rows):
                if isinstance(candidate, Candidate) and candidate.entry.id == entry_id:
                    return self.createIndex(row, 0, at + 1)
        return QModelIndex()

    def index_of_fold(self, kind: Kind) -> QModelIndex:
        """Where the row of a kind's left-out entries stands, or an invalid index."""
        for at, group in enumerate(self._groups):
            for row, fold in enumerate(group.rows):
                if isinstance(fold, Fold) and fold.kind == kind:
                    return self.createIndex(row, 0, at + 1)
        return QModelIndex()

    def index_of_section(self, key: str) -> QModelIndex:
        """Where the heading of a section stands, or an invalid index."""
        for at, group in enumerate(self._groups):
            if group.key == key:
                return self.createIndex(at, 0, _HEADING)
        return QModelIndex()

    def move_section(self, key: str, to: int) -> None:
        """Tell that a section is to stand before the one in row `to` as they stand now, or after the last."""
        keys = [group.key for group in self._groups if group.key]
        if key in keys and to >= 0 and to not in (keys.index(key), keys.index(key) + 1):
            self.section_moved.emit(key, keys[to] if to < len(keys) else "")

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
        return len(self._groups[parent.row()].rows)

    def columnCount(self, parent: Index = _TOP) -> int:  # noqa: ARG002
        """Always one."""
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """An entry can be chosen and ticked, the heading of a section chosen and dragged among the others."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        if index.internalId() != _HEADING:
            return _OF_ENTRY
        return Qt.ItemFlag.ItemIsEnabled if self._groups[index.row()].is_left_out else _OF_HEADING

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A heading, or an entry and whether it is ticked."""
        if not index.isValid():
            return None
        if index.internalId() == _HEADING:
            return _of_group(self._groups[index.row()], role)
        row = self._row(index)
        if isinstance(row, Fold):
            return _of_fold(row, role)
        return _of_candidate(_as_told(row, self._staying), role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell that an entry was ticked; whoever hears it shows the groups anew."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid() or index.internalId() == _HEADING:
            return False
        row = self._row(index)
        if isinstance(row, Fold) and row.by_hand:
            return False
        entries = row.candidates if isinstance(row, Fold) else (row,)
        ticked = Qt.CheckState(value) is Qt.CheckState.Checked
        self.ticked.emit(tuple(candidate.entry.id for candidate in entries), ticked)
        return True

    # Dragging a heading

    def mimeTypes(self) -> list[str]:
        """A format of the program's own, so that no other one takes what is dragged."""
        return [_MIME]

    def mimeData(self, indexes: Sequence[Index]) -> QMimeData:
        """Which row is dragged; no word of it."""
        data = QMimeData()
        data.setData(_MIME, str(indexes[0].row()).encode())
        return data

    def supportedDropActions(self) -> Qt.DropAction:
        """A section is moved."""
        return Qt.DropAction.MoveAction

    def canDropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: Index
    ) -> bool:
        """Between two headings alone."""
        return data.hasFormat(_MIME) and not parent.isValid() and 0 <= row <= len(self._groups)

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Tell where the section is to stand."""
        if self.canDropMimeData(data, action, row, column, parent):
            self.move_section(self._groups[int(bytes(data.data(_MIME).data()))].key, row)
        return False  # nothing is to be taken away where it was: whoever hears it shows the groups anew

    def _row(self, index: Index) -> Row:
        return self._groups[int(index.internalId()) - 1].rows[index.row()]


def _of_group(group: CandidateGroup, role: int) -> Any:
    match role:
        case Qt.ItemDataRole.DisplayRole:
            return heading_words(group)
        case Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (heading_words(group), level_words(group.level))))
        case CandidateRole.GROUP:
            return group
    return None


def _as_told(candidate: Candidate, staying: frozenset[UUID]) -> Candidate:
    """The candidate, which says so where nothing of it is told."""
    stays = candidate.ticked and candidate.entry.id in staying
    return replace(candidate, stays=True) if stays else candidate


def _of_candidate(candidate: Candidate, role: int) -> Any:
    match role:
        case Qt.ItemDataRole.DisplayRole:
            return candidate_title(candidate)
        case Qt.ItemDataRole.ToolTipRole:
            return plain_tip(candidate_tip(candidate))
        case Qt.ItemDataRole.AccessibleTextRole:
            return spoken_candidate(candidate)
        case Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if candidate.ticked else Qt.CheckState.Unchecked
        case CandidateRole.CANDIDATE:
            return candidate
    return None


def _of_fold(fold: Fold, role: int) -> Any:
    match role:
        case Qt.ItemDataRole.DisplayRole:
            return fold_words(fold)
        case Qt.ItemDataRole.AccessibleTextRole:
            return fold_words(fold, spoken=True)
        case Qt.ItemDataRole.CheckStateRole if not fold.by_hand:
            if fold.ticked in (0, len(fold.candidates)):
                return Qt.CheckState.Checked if fold.ticked else Qt.CheckState.Unchecked
            return Qt.CheckState.PartiallyChecked
        case CandidateRole.FOLD:
            return fold
    return None


def _shape(groups: tuple[CandidateGroup, ...]) -> list[tuple[str, list[object]]]:
    return [(group.heading, list(map(_name, group.rows))) for group in groups]


def _name(row: Row) -> object:
    """What a row is the same by."""
    return (row.kind, row.is_open, len(row.candidates)) if isinstance(row, Fold) else row.entry.id
