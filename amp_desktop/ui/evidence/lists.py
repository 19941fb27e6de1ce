"""The two lists of the page: the board, and what could be pinned."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

import shiboken6
from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from amp_desktop.domain.pins import TopicId
from amp_desktop.ui.evidence.delegate import EvidenceDelegate
from amp_desktop.ui.evidence.rows import BoardRow, BoardRowKind, BoardRows, RowRole
from amp_desktop.ui.style.theme import set_variant
from amp_desktop.ui.widgets.enter import is_enter
from amp_desktop.ui.widgets.entry_mime import carried_ids, packed


@dataclass(frozen=True)
class Carried:
    """What is dropped: entries, or facts of them by their keys; empty for the entry itself."""

    ids: tuple[UUID, ...]
    facts: tuple[str, ...]

    def by_entry(self) -> dict[UUID, list[str]]:
        """The keys of the facts of each entry."""
        facts: dict[UUID, list[str]] = {}
        for entry_id, fact in zip(self.ids, self.facts, strict=True):
            facts.setdefault(entry_id, []).append(fact)
        return facts


class EvidenceList(QListView):
    """Rows with the keyboard on one of them.

    Attributes:
        current_changed: The keyboard is on another row.
        opened: Enter, or a double click, on the current row.
        removed: Delete on it.
    """

    current_changed = Signal()
    opened = Signal()
    removed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = BoardRows(self)
        self._painter = EvidenceDelegate(self)
        self.setModel(self.rows)
        self.setItemDelegate(self._painter)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        set_variant(self, "cards")
        self.doubleClicked.connect(self.opened)
        self.selectionModel().currentChanged.connect(self._tell)

    def current(self) -> BoardRow | None:
        """The row that has the keyboard."""
        row = self.currentIndex().data(RowRole.ROW)
        return row if isinstance(row, BoardRow) else None

    def show_rows(self, rows: Sequence[BoardRow]) -> None:
        """Show these; the keyboard stays on the row that it was on, or goes to what took its place."""
        if tuple(rows) == tuple(self.rows.rows()):
            return
        current, at, scrolled = self.current(), self.currentIndex().row(), self.verticalScrollBar().value()
        self.rows.show_rows(rows)
        found = self.rows.row_of(current.key) if current is not None else None
        self.go_to(found if found is not None else at, scroll=False)
        self.verticalScrollBar().setValue(scrolled)

    def go_to(self, at: int, *, scroll: bool = True) -> None:
        """Put the keyboard on the row of that number, or the next one that can have it."""
        rows = self.rows.rows()
        fits = (BoardRowKind.TOPIC, BoardRowKind.PIN, BoardRowKind.OFFER)
        near = sorted((abs(n - max(at, 0)), n) for n, row in enumerate(rows) if row.kind in fits)
        if near:
            self.setAutoScroll(scroll)
            self.setCurrentIndex(self.rows.index(near[0][1], 0))
            self.setAutoScroll(True)

    def go_to_topic(self, topic: TopicId) -> None:
        """Put the keyboard on a topic."""
        for at, row in enumerate(self.rows.rows()):
            if row.topic is not None and row.topic.id == topic:
                self.go_to(at)
                self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.PositionAtTop)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Delete takes off."""
        if is_enter(event) and self.currentIndex().isValid():
            self.opened.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words take other lines in another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
            self.scrollTo(self.currentIndex())

    @Slot(QModelIndex, QModelIndex)
    def _tell(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self.current_changed.emit()


class PinnableList(EvidenceList):
    """What could be pinned; it is carried onto a topic of the board.

    Attributes:
        on_its_way: What was taken up last, by the pointer; other rows may have come into the list since.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.on_its_way = Carried((), ())

    def chosen(self) -> tuple[BoardRow, ...]:
        """The chosen rows, in their order."""
        indexes = sorted(self.selectionModel().selectedIndexes(), key=QModelIndex.row)
        rows = (index.data(RowRole.ROW) for index in indexes)
        return tuple(row for row in rows if isinstance(row, BoardRow) and row.pinned is not None)

    def carried(self) -> Carried:
        """What is carried away from here."""
        pins = [row.pinned for row in self.chosen() if row.pinned is not None]
        return Carried(tuple(pin.entry for pin in pins), tuple(pin.pin.fact for pin in pins))

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Carry the chosen ones; a drag holds ids alone, and which facts they mean stays in this list."""
        carried = self.on_its_way = self.carried()
        if not carried.ids:
            return
        drag = QDrag(self)
        drag.setMimeData(packed(carried.ids))
        drag.exec(Qt.DropAction.LinkAction)
        if shiboken6.isValid(self):  # the journal may have been locked meanwhile
            self.setState(QAbstractItemView.State.NoState)


class BoardList(EvidenceList):
    """The topics with what carries them; entries and facts are dropped on a topic.

    Attributes:
        dropped: Something was dropped on a topic; carries its id, and `Carried`.
    """

    dropped = Signal(str, object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        # All topics never fit, and a bar that comes only then has every row measured twice.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let entries in."""
        event.setAccepted(bool(carried_ids(event.mimeData())))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Mark the topic under the pointer, and scroll at the edges."""
        super().dragMoveEvent(event)
        topic = self._topic_at(event.position().toPoint())
        self._mark(topic)
        event.setDropAction(Qt.DropAction.LinkAction)
        event.setAccepted(bool(topic))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """They were carried on."""
        super().dragLeaveEvent(event)
        self._mark("")

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for what is dropped to be pinned to the topic under the pointer."""
        topic, source = self._topic_at(event.position().toPoint()), event.source()
        ids = carried_ids(event.mimeData())
        carried = source.on_its_way if isinstance(source, PinnableList) else Carried(ids, ("",) * len(ids))
        self._mark("")
        event.setDropAction(Qt.DropAction.LinkAction if topic else Qt.DropAction.IgnoreAction)
        event.accept()
        self.setState(QAbstractItemView.State.NoState)
        if topic and carried.ids:
            self.dropped.emit(topic, carried)

    def _mark(self, topic: TopicId) -> None:
        if self._painter.target != topic:
            self._painter.target = topic
            self.viewport().update()

    def _topic_at(self, place: QPoint) -> TopicId:
        row = self.indexAt(place).data(RowRole.ROW)
        return row.topic.id if isinstance(row, BoardRow) and row.topic is not None else ""
