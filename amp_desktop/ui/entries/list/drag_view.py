"""A list whose entries can be carried onto a goal, to link them."""

from collections.abc import Sequence
from uuid import UUID

import shiboken6
from PySide6.QtCore import QMargins, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QMouseEvent,
    QPainter,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from amp_desktop.domain.kinds.registry import entry_type
from amp_desktop.domain.query import SearchHit
from amp_desktop.ui.entries.list.model import EntryRole
from amp_desktop.ui.entries.list.timeline_view import TimelineView
from amp_desktop.ui.kinds.row_words import title_of
from amp_desktop.ui.style.theme import theme
from amp_desktop.ui.widgets.entry_mime import carried_ids, packed

_LONGEST_SEEN = 32
"""Letters of a title that are seen under the pointer."""


class DragSourceView(TimelineView):
    """Carries the chosen rows away, and takes what is carried onto the row of a goal.

    Attributes:
        link_requested: Entries are to be linked to a goal; carries their ids and its id.
    """

    link_requested = Signal(object, object)

    DROP = Qt.DropAction.LinkAction
    """What a drag from here does where it is dropped."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held: QPoint | None = None
        self._carries = False
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)

    @property
    def is_pressed(self) -> bool:
        """Whether the pointer holds a row: it may yet be carried away, so that it is not chosen for good."""
        return self._held is not None

    def chosen_ids(self) -> Sequence[UUID]:
        """The entries of all chosen rows, in the order of the list."""
        rows = sorted(self.selectionModel().selectedRows(), key=QModelIndex.row)
        ids = (index.data(EntryRole.ID) for index in rows)
        return [entry_id for entry_id in ids if entry_id is not None]

    def forget(self) -> None:
        """Carry nothing any more: the journal is being locked."""
        if self._carries:
            QDrag.cancel()

    def released(self) -> None:
        """The pointer let go of the row."""

    def put_back(self) -> None:
        """The chosen rows were carried, and are not to be opened for it."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Hold the row: what it means follows when it is let go of."""
        place = event.position().toPoint()
        if event.button() is Qt.MouseButton.LeftButton and self.indexAt(place).isValid():
            self._held = place
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry what is held, as soon as it is pulled a little."""
        if self._held is None or not event.buttons() & Qt.MouseButton.LeftButton:
            self._let_go()
            super().mouseMoveEvent(event)
        elif (event.position().toPoint() - self._held).manhattanLength() >= QApplication.startDragDistance():
            self.startDrag(self.DROP)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of the row."""
        super().mouseReleaseEvent(event)
        self._let_go()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Who works elsewhere holds nothing here."""
        super().focusOutEvent(event)
        self._let_go()

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Carry the chosen entries' ids: no word of theirs leaves the list, though one's title is seen."""
        ids = self.chosen_ids()
        if not ids:
            return
        drag = QDrag(self)
        drag.setMimeData(packed(ids))
        drag.setPixmap(self._tag(self._seen_while_carried(len(ids))))
        self._carries = True
        drag.exec(actions)
        if shiboken6.isValid(self):  # the journal may have been locked meanwhile
            self._held, self._carries = None, False
            self.setState(QAbstractItemView.State.NoState)
            self.put_back()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let entries in; where they can be dropped is said on the way."""
        event.setAccepted(bool(carried_ids(event.mimeData())))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Mark the goal under the pointer, and scroll at the edges."""
        super().dragMoveEvent(event)
        goal = self._goal_at(event.position().toPoint(), carried_ids(event.mimeData()))
        self.set_target(goal.row())
        event.setDropAction(Qt.DropAction.LinkAction)
        event.setAccepted(goal.isValid())

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Mark nothing any more."""
        super().dragLeaveEvent(event)
        self.set_target(-1)

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the links to the goal under the pointer."""
        ids = carried_ids(event.mimeData())
        goal = self._goal_at(event.position().toPoint(), ids)
        self.set_target(-1)
        event.setDropAction(Qt.DropAction.LinkAction if goal.isValid() else Qt.DropAction.IgnoreAction)
        event.accept()
        super().dropEvent(
            event
        )  # what is accepted is dropped nowhere else; this ends the scrolling at the edges
        if goal.isValid():
            self.link_requested.emit(ids, goal.data(EntryRole.ID))

    def _let_go(self) -> None:
        if self._held is not None:
            self._held = None
            self.released()

    def _goal_at(self, place: QPoint, ids: Sequence[UUID]) -> QModelIndex:
        """The row of a goal that entries can be dropped on there; not their own."""
        index = self.indexAt(place)
        hit = index.data(EntryRole.HIT) if index.isValid() else None
        fits = isinstance(hit, SearchHit) and entry_type(hit.row.kind).TAKES_LINKS and set(ids) - {hit.row.id}
        return index if fits else QModelIndex()

    def _seen_while_carried(self, count: int) -> str:
        """The title of the one that is carried, or how many they are."""
        chosen = self.selectionModel().selectedRows()
        hit = chosen[0].data(EntryRole.HIT) if len(chosen) == 1 else None
        if count > 1 or not isinstance(hit, SearchHit):
            return self.tr("%n entries", "", count)
        room = self.fontMetrics().averageCharWidth() * _LONGEST_SEEN
        return self.fontMetrics().elidedText(title_of(hit.row), Qt.TextElideMode.ElideRight, room)

    def _tag(self, words: str) -> QPixmap:
        """What is seen under the pointer."""
        room, tokens, ratio = self.fontMetrics().height() // 2, theme().tokens, self.devicePixelRatio()
        size = self.fontMetrics().size(0, words).grownBy(QMargins(room, room // 2, room, room // 2))
        tag = QPixmap((size.toSizeF() * ratio).toSize())
        tag.setDevicePixelRatio(ratio)
        tag.fill(tokens.accent)
        painter = QPainter(tag)
        painter.setFont(self.font())
        painter.setPen(tokens.on_accent)
        painter.drawText(QRect(QPoint(), size), Qt.AlignmentFlag.AlignCenter, words)
        painter.end()
        return tag
