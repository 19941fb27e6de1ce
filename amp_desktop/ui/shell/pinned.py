"""What is kept within reach, under the pages at the side: pinned entries and searches with a name."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.errors import JournalError
from amp_desktop.domain.kinds.registry import entry_type
from amp_desktop.domain.query import EntryQuery, EntryRow
from amp_desktop.domain.search.saved_search import SavedSearch
from amp_desktop.domain.traits import Trait
from amp_desktop.ui.finding.keep_dialog import ask_to_keep
from amp_desktop.ui.kinds.row_words import title_of
from amp_desktop.ui.session import Session
from amp_desktop.ui.shell.pinned_list import PinnedList
from amp_desktop.ui.widgets.labels import SectionLabel

MOST_PINNED = 20
"""Pinned entries that are shown; more would no longer be within reach. `is:pinned` finds them all."""

_PINNED = EntryQuery(traits=frozenset({Trait.PINNED}))


@dataclass(frozen=True)
class Unpinned:
    """What was taken out of reach a moment ago, and can be had back.

    Attributes:
        sentence: What to say of it.
        what: The entry's id, or the search.
        place: Where the search stood.
    """

    sentence: str
    what: UUID | SavedSearch
    place: int = 0


class PinnedPane(QWidget):
    """Pinned entries, newest day first, then kept searches in their order; hidden while there is neither.

    Enter or a click goes there, Delete takes a row out of reach, F2 changes a search, Alt with the arrows
    moves it.

    Attributes:
        entry_requested: Show an entry; carries its id.
        search_requested: Look for something; carries what is typed for it.
        link_requested: Entries were dropped on a pinned goal; carries their ids and its id.
        taken_out: Something is no longer within reach; carries `Unpinned`.
        failed: It could not be done; carries the `JournalError`.
    """

    entry_requested = Signal(object)
    search_requested = Signal(str)
    link_requested = Signal(object, object)
    taken_out = Signal(object)
    failed = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._pinned: tuple[EntryRow, ...] = ()
        self._searches: tuple[SavedSearch, ...] = ()
        self._asked: EntryRow | SavedSearch | None = None  # what the menu was opened for
        self._list = PinnedList(self)
        self._list.setAccessibleName(self.tr("Pinned"))
        self._list.wanted.connect(self._go)
        self._list.key_pressed.connect(self._do)
        self._list.dropped.connect(self._link)
        self._list.customContextMenuRequested.connect(self._show_menu)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, self.fontMetrics().height() // 2, 0, 0)
        column.setSpacing(0)
        head = SectionLabel(self.tr("Pinned"))
        head.setContentsMargins(self.fontMetrics().height() // 2, 0, 0, self.fontMetrics().height() // 4)
        column.addWidget(head)
        column.addWidget(self._list)
        session.saved.connect(self._heard_saved)
        for signal in (session.moved, session.refreshed, session.searches_changed):
            signal.connect(self.refresh)
        if session.has_begun:
            self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show what there is now."""
        journal = self._session.journal
        self._pinned = journal.rows(_PINNED, limit=MOST_PINNED).items
        self._searches = journal.searches.all()
        current = self._list.currentRow()
        self._list.clear()
        for row in self._pinned:
            self._list.add(
                "pin", title_of(row), self.tr("Pinned entry"), links=entry_type(row.kind).TAKES_LINKS
            )
        for search in self._searches:
            self._list.add("search", search.name, self.tr("Pinned search"), search.typed)
        self._list.setCurrentRow(min(current, self._list.count() - 1))
        self._list.updateGeometry()
        self.setHidden(self._list.count() == 0)

    def bring_back(self, gone: Unpinned) -> None:
        """Have within reach again what was taken out."""
        try:
            if isinstance(gone.what, SavedSearch):
                self._session.save_search(gone.what)
                self._session.move_search(gone.what.name, gone.place)
            else:
                self._session.pin([gone.what])
        except JournalError as error:
            self.failed.emit(error)

    def forget(self) -> None:
        """Drop every word."""
        self._pinned, self._searches, self._asked = (), (), None
        self._list.clear()
        self.hide()

    def _at(self, row: int) -> EntryRow | SavedSearch | None:
        both = self._all()
        return both[row] if 0 <= row < len(both) else None

    def _all(self) -> list[EntryRow | SavedSearch]:
        return [*self._pinned, *self._searches]

    @Slot(object)
    def _heard_saved(self, entry: Entry) -> None:
        if entry.pinned or any(row.id == entry.id for row in self._pinned):
            self.refresh()

    @Slot(int)
    def _go(self, row: int) -> None:
        wanted = self._at(row)
        if isinstance(wanted, SavedSearch):
            self.search_requested.emit(wanted.typed)
        elif wanted is not None:
            self.entry_requested.emit(wanted.id)

    @Slot(int, object)
    def _link(self, row: int, ids: Sequence[UUID]) -> None:
        goal = self._at(row)
        if isinstance(goal, EntryRow):
            self.link_requested.emit(ids, goal.id)

    @Slot(int, int, bool)
    def _do(self, row: int, key: int, alt: bool) -> None:
        if key == Qt.Key.Key_Delete:
            self._take_out(row)
        elif key == Qt.Key.Key_F2:
            self._change(row)
        elif alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._move(row, -1 if key == Qt.Key.Key_Up else 1)

    def _take_out(self, row: int) -> None:
        """Out of reach; the entry itself stays where it is."""
        what = self._at(row)
        try:
            if isinstance(what, SavedSearch):
                self._session.remove_search(what.name)
                sentence = self.tr("The search “{name}” is no longer pinned.").format(name=what.name)
                self.taken_out.emit(Unpinned(sentence, what, row - len(self._pinned)))
            elif what is not None:
                self._session.pin([what.id], pinned=False)
                sentence = self.tr("“{title}” is no longer pinned.").format(title=title_of(what))
                self.taken_out.emit(Unpinned(sentence, what.id))
        except JournalError as error:
            self.failed.emit(error)

    def _change(self, row: int) -> None:
        search = self._at(row)
        if isinstance(search, SavedSearch):
            ask_to_keep(self, self._session, search.typed, search.name)

    def _move(self, row: int, by: int) -> None:
        search = self._at(row)
        place = row - len(self._pinned) + by
        if isinstance(search, SavedSearch) and 0 <= place < len(self._searches):
            self._session.move_search(search.name, place)
            self._list.setCurrentRow(row + by)

    @Slot(QPoint)
    def _show_menu(self, at: QPoint) -> None:
        """The same by pointer; what is chosen is done to the row that it is over."""
        index = self._list.indexAt(at)
        if index.isValid():
            self._list.setCurrentRow(index.row())
        what = self._at(self._list.currentRow())
        if what is None:
            return
        self._asked = what
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        key = Qt.Key
        if isinstance(what, SavedSearch):
            _add(menu, self.tr("Change…"), "F2", key.Key_F2)
            _add(menu, self.tr("Move up"), "Alt+Up", key.Key_Up)
            _add(menu, self.tr("Move down"), "Alt+Down", key.Key_Down)
            _add(menu, self.tr("Unpin"), "Del", key.Key_Delete)
        else:
            _add(menu, self.tr("Unpin"), "Del", key.Key_Delete)
        menu.triggered.connect(self._do_chosen)
        menu.popup(self._list.viewport().mapToGlobal(at))

    @Slot(QAction)
    def _do_chosen(self, action: QAction) -> None:
        """What stands in that row may be something else by now; a row that is gone is left in peace."""
        names = list(map(_name, self._all()))
        if self._asked is not None and _name(self._asked) in names:
            self._do(names.index(_name(self._asked)), action.data(), alt=True)


def _name(what: EntryRow | SavedSearch) -> UUID | str:
    """By what it is known again."""
    return what.name if isinstance(what, SavedSearch) else what.id


def _add(menu: QMenu, words: str, keys: str, key: Qt.Key) -> None:
    action = menu.addAction(f"{words}\t{QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)}")
    action.setData(key.value)
