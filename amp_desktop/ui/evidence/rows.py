"""What stands in the two lists of the page, as rows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, IntEnum, auto

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from amp_desktop.domain.evidence import EvidenceTopic, PinnedEvidence, TopicGroup
from amp_desktop.domain.evidence_suggestions import PinSuggestion

Index = QModelIndex | QPersistentModelIndex


class BoardRowKind(Enum):
    """What a row is."""

    GROUP = auto()
    TOPIC = auto()
    PIN = auto()
    OFFER = auto()
    HEADING = auto()


@dataclass(frozen=True)
class BoardRow:
    """One row.

    Attributes:
        kind: What it is.
        words: Its first line.
        detail: A quiet line under it; may be empty.
        group: Over which topics it stands, for a heading.
        topic: Which it is, or belongs to.
        pinned: What it shows, of a pin and of an offer.
        suggestion: As what it is offered, if it is by itself.
    """

    kind: BoardRowKind
    words: str
    detail: str = ""
    group: TopicGroup | None = None
    topic: EvidenceTopic | None = None
    pinned: PinnedEvidence | None = None
    suggestion: PinSuggestion | None = None

    @property
    def key(self) -> tuple[object, ...]:
        """Tells it from every other row of its list, also when it is made anew."""
        pinned = self.pinned
        topic = self.topic.id if self.topic is not None else self.words
        return (self.kind, topic, *((pinned.entry, pinned.pin.fact) if pinned is not None else ()))


class RowRole(IntEnum):
    """What the model tells of a row beside what Qt asks for."""

    ROW = Qt.ItemDataRole.UserRole


class BoardRows(QAbstractListModel):
    """Rows, replaced as a whole."""

    def __init__(self, parent: object = None) -> None:
        super().__init__(parent)  # type: ignore[arg-type]
        self._rows: tuple[BoardRow, ...] = ()

    def show_rows(self, rows: Iterable[BoardRow]) -> None:
        """Show these."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rows(self) -> Sequence[BoardRow]:
        """All of them, in their order."""
        return self._rows

    def row_of(self, key: tuple[object, ...]) -> int | None:
        """The number of the row with that key."""
        return next((at for at, row in enumerate(self._rows) if row.key == key), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a row says."""
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == RowRole.ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (row.words, row.detail)))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings are passed over; without the flag for it Qt never lets a row be carried."""
        row = self.data(index, RowRole.ROW)
        if not isinstance(row, BoardRow):
            return Qt.ItemFlag.NoItemFlags
        if row.kind in (BoardRowKind.GROUP, BoardRowKind.HEADING):
            return Qt.ItemFlag.ItemIsEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags if row.pinned is None else flags | Qt.ItemFlag.ItemIsDragEnabled
