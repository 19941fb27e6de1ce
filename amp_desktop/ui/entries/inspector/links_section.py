"""Which entries belong together: pointed to from here, or pointing here."""

from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QCompleter, QLineEdit, QVBoxLayout, QWidget

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.query import Linked
from amp_desktop.ui.entries.inspector.linked_rows import LinkedRows
from amp_desktop.ui.kinds.row_words import title_of
from amp_desktop.ui.session import Session
from amp_desktop.ui.style.theme import set_variant
from amp_desktop.ui.widgets.entry_mime import carried_ids
from amp_desktop.ui.widgets.undo_keys import OWN_UNDO

MOST_OFFERED = 8
_ID = Qt.ItemDataRole.UserRole


class LinksSection(QWidget):
    """Linked entries, to go to, and a line to add one by its title.

    Attributes:
        edited: The person added a link or took one away.
        entries_dropped: Entries were dropped here, to be linked to the open one; carries their ids.
        entry_requested: Go to that entry; carries its id.
    """

    edited = Signal()
    entries_dropped = Signal(object)
    entry_requested = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._links: tuple[UUID, ...] = ()
        self._to = LinkedRows(self.tr("Links to"))
        self._by = LinkedRows(self.tr("Linked from"))
        self._line = LinkLine(session)
        self._line.found.connect(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.fontMetrics().height() // 3)
        for rows in (self._to, self._by):
            rows.requested.connect(self.entry_requested)
            rows.removed.connect(self._remove)
            column.addWidget(rows)
        column.addWidget(self._line)
        self.setAcceptDrops(True)
        self._line.setAcceptDrops(False)  # what is dropped on the line is for the whole

    def show_entry(self, entry: Entry) -> None:
        """Take up the links that an entry holds."""
        self._links = entry.links
        self._line.leave_out(entry.id)

    def show_linked(self, linked: Linked) -> None:
        """Show the entries that belong together with the one that is open."""
        self._to.show_page(linked.to, removable=frozenset(self._links))
        self._by.show_page(linked.by)

    def filled(self, entry: Entry) -> Entry:
        """The entry with the links as they stand here."""
        return replace(entry, links=self._links)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take entries of a list, other than this one alone."""
        if set(carried_ids(event.mimeData())) - {self._line.itself}:
            event.setDropAction(Qt.DropAction.LinkAction)
            event.accept()
            set_variant(self._line, "target")

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Every place in here is as good as the other."""
        event.setDropAction(Qt.DropAction.LinkAction)
        event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """They went on."""
        super().dragLeaveEvent(event)
        set_variant(self._line, "")

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the links from them."""
        set_variant(self._line, "")
        event.setDropAction(Qt.DropAction.LinkAction)
        event.accept()
        self.entries_dropped.emit(carried_ids(event.mimeData()))

    @Slot(object)
    def _add(self, entry_id: UUID) -> None:
        if entry_id not in self._links:
            self._links = (*self._links, entry_id)
            self.edited.emit()

    @Slot(object)
    def _remove(self, entry_id: UUID) -> None:
        self._links = tuple(link for link in self._links if link != entry_id)
        self._line.setFocus()
        self.edited.emit()


class LinkLine(QLineEdit):
    """Finds an entry by its title while one types.

    Attributes:
        found: An entry was chosen; carries its id.
    """

    found = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty(OWN_UNDO, True)  # noqa: FBT003 - Qt's signature
        self._session = session
        self._itself: UUID | None = None
        self._offers = QStandardItemModel(self)
        self.setPlaceholderText(self.tr("Link an entry by its title"))
        self.setAccessibleName(self.tr("Link an entry by its title"))
        completer = QCompleter(self._offers, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.activated[QModelIndex].connect(self._chosen)  # type: ignore[index]
        self.setCompleter(completer)
        self.textEdited.connect(self._look)
        self.returnPressed.connect(self._take_first)

    @property
    def itself(self) -> UUID | None:
        """The entry that is left out."""
        return self._itself

    def leave_out(self, entry_id: UUID) -> None:
        """No entry is linked to itself."""
        self._itself = entry_id
        self._done()

    @Slot(str)
    def _look(self, typed: str) -> None:
        self._offers.clear()
        hits = self._session.journal.search(typed, limit=MOST_OFFERED + 1).items if typed.strip() else ()
        rows = [hit.row for hit in hits if hit.row.id != self._itself]
        # A title that holds the words is more likely meant than a text that does.
        for row in sorted(rows, key=lambda row: typed.casefold() not in row.title.casefold())[:MOST_OFFERED]:
            item = QStandardItem(title_of(row))
            item.setData(row.id, _ID)
            self._offers.appendRow(item)

    @Slot()
    def _take_first(self) -> None:
        first = self._offers.item(0)
        if first is not None:
            self._take(first.data(_ID))

    @Slot(QModelIndex)
    def _chosen(self, index: QModelIndex) -> None:
        self._take(index.data(_ID))

    def _take(self, entry_id: UUID | None) -> None:
        if entry_id is not None:
            self.found.emit(entry_id)
        self._done()

    def _done(self) -> None:
        self._offers.clear()
        self.clear()
