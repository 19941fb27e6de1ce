"""What a page does to whole entries, the open one or several: bin, tags, sharing, pins, copies."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QMenu, QWidget

from amp_desktop.domain.changes import Change, differ
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.errors import JournalError
from amp_desktop.domain.pins import Pin
from amp_desktop.ui.actions.action_set import ActionSet
from amp_desktop.ui.entries.bin_actions import BinActions
from amp_desktop.ui.entries.bulk_actions import BulkAction, BulkActions
from amp_desktop.ui.entries.entries_view import EntriesView
from amp_desktop.ui.entries.inspector.inspector import Inspector
from amp_desktop.ui.entries.list.grouped_model import GroupedModel
from amp_desktop.ui.entries.open_entry import OpenEntry
from amp_desktop.ui.kinds.row_words import title_of, title_of_entry, untitled
from amp_desktop.ui.session import Session
from amp_desktop.ui.widgets.undo_offer import UndoOffer


class EntryActions(QObject):
    """Does it, says so over the text, and offers the way back.

    Attributes:
        bin: Moves entries to the bin and back.
        offer: The way back, or on, that is offered over the text.
        opened_instead: The open entry went away; carries the id of the one that is opened now, or None.
    """

    opened_instead = Signal(object)

    def __init__(
        self,
        session: Session,
        entries_view: EntriesView,
        model: GroupedModel,
        open_entry: OpenEntry,
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._session = session
        self._notice = entries_view.notice
        self._list = entries_view.list
        self._model = model
        self._open = open_entry
        self._brought_back: tuple[Change, Callable[[], None]] | None = None
        self.offer = offer = UndoOffer(entries_view.notice, self)
        self.bin = BinActions(session, entries_view.notice, offer, self)
        self._bulk_actions = BulkActions(session, entries_view.notice, offer, page)
        self._pin = ActionSet(page).add("pin-evidence", self.pin_to_evidence)
        entries_view.editor.bar.menu_wanted.connect(self._offer_pin)

    def follow(self, inspector: Inspector) -> None:
        """Do to the open entry what is asked for in its inspector."""
        inspector.entries_dropped.connect(self.link_to_open)
        inspector.evidence_requested.connect(self.pin_to_evidence)
        inspector.unpin_requested.connect(self.take_open_off)
        inspector.bin_requested.connect(self.put_open_in_bin)
        inspector.restore_requested.connect(self.restore_open)
        inspector.delete_requested.connect(self.ask_to_delete_open)

    def forget(self) -> None:
        """Offer and say nothing any more."""
        self._brought_back = None
        self.bin.forget()

    @Slot(object)
    def say_brought_back(self, changes: Sequence[Change]) -> None:
        """Say that an earlier version is back, and offer the way back."""
        back = partial(self._take_back, changes)
        self._brought_back = (changes[0], back) if len(changes) == 1 else None
        self.offer.make_undo(
            self.tr("The earlier version is back."),
            back,
            advice=self.tr("What was here before is now the newest of the earlier versions."),
        )

    def heard_saved(self, entry: Entry) -> None:
        """Say no longer that an earlier version is back once the entry is again as it was before that."""
        if self._brought_back is not None:
            (before, _), back = self._brought_back
            if entry.id == before.id and not differ(before, entry):
                self._brought_back = None
                self.offer.drop(back)

    def _take_back(self, changes: Sequence[Change]) -> None:
        try:
            self._session.take_back(changes)
        except JournalError as error:
            self.offer.withdraw()
            self._notice.show_error(error)

    @Slot()
    def say_overlapped(self) -> None:
        """Say that others wrote where the person is writing, and where to find that."""
        self.offer.make(
            self.tr("This entry was changed elsewhere while you were writing."),
            self.tr("Earlier versions"),
            self._open.show_history,
            advice=self.tr(
                "What you wrote is shown here. What was written elsewhere is the newest earlier version."
            ),
        )

    @Slot(object)
    def do(self, action: BulkAction) -> None:
        """Do it to all entries that are chosen in the list."""
        ids = self._chosen_ids()
        if not ids or not self._open.flush():
            return
        match action:
            case BulkAction.BIN:
                self._put_away(ids)
            case BulkAction.RESTORE:
                self.bin.restore(*ids)
            case BulkAction.DELETE:
                self.bin.ask_to_delete(self._title_of(ids[0]), *ids)
            case _:
                self._bulk_actions.do(action, ids)

    @Slot()
    def pin_to_evidence(self) -> None:
        """Ask to which topic the chosen entries, or the open one, are to be pinned."""
        opened = self._open.entry
        if self._list.count_chosen() > 1 or opened is None:
            self.do(BulkAction.EVIDENCE)
        elif self._open.flush() and opened.is_writable:
            self._bulk_actions.do(BulkAction.EVIDENCE, [opened.id])

    @Slot(QMenu)
    def _offer_pin(self, menu: QMenu) -> None:
        """Have it in the menu of the open entry, too, unless that is sealed."""
        if self._open.entry is None or not self._open.entry.is_sealed:
            menu.addAction(self._pin)

    @Slot(object)
    def take_open_off(self, pin: Pin) -> None:
        """Take the open entry, or one fact of it, off a topic of evidence."""
        if self._open.entry is not None and self._open.flush():
            self._bulk_actions.take_off(self._open.entry.id, pin)

    @Slot(object, object)
    def link(self, ids: Sequence[UUID], target: UUID) -> None:
        """Link entries to `target`, after what is open was written."""
        if self._open.flush():
            self._bulk_actions.link(ids, target)
            self._open.show_linked()

    @Slot(object)
    def link_to_open(self, ids: Sequence[UUID]) -> None:
        """Link entries to the open one."""
        if self._open.entry is not None:
            self.link(ids, self._open.entry.id)

    @Slot(object)
    def put_in_bin(self, entry_id: UUID) -> None:
        """Move an entry, or the chosen ones, to the bin; what lies there already is asked about."""
        if self._list.count_chosen() > 1:
            self.do(BulkAction.DELETE if self._list.shows_bin() else BulkAction.BIN)
        elif self._list.shows_bin():
            self.bin.ask_to_delete(self._title_of(entry_id), entry_id)
        elif not self._open.is_open(entry_id) or self._open.flush():
            self._put_away([entry_id])

    @Slot()
    def put_open_in_bin(self) -> None:
        """Move the open entry to the bin."""
        if self._open.entry is not None and self._open.flush():
            self._put_away([self._open.entry.id])

    @Slot()
    def restore_open(self) -> None:
        """Bring the open entry back from the bin."""
        if self._open.entry is not None:
            self.bin.restore(self._open.entry.id)

    @Slot()
    def ask_to_delete_open(self) -> None:
        """Ask whether the open entry is to be deleted for ever."""
        entry = self._open.entry
        if entry is not None:
            self.bin.ask_to_delete(title_of_entry(entry), entry.id)

    @Slot()
    def ask_to_empty(self) -> None:
        """Ask whether all that lies in the bin is to be deleted for ever."""
        among = self._list.whole_page()
        self.bin.ask_to_empty(among, self._session.journal.bin.count(among))

    def _put_away(self, ids: Sequence[UUID]) -> None:
        """To the bin; if the open entry goes there, its neighbour is opened."""
        was_open = self._open.entry is not None and self._open.entry.id in ids
        title, neighbour = self._title_of(ids[0]), self._neighbour(ids)
        if self.bin.put(title, *ids) and was_open:
            self._open.close()
            if neighbour is not None:
                self._open.open(neighbour)
            self.opened_instead.emit(neighbour)

    def _chosen_ids(self) -> Sequence[UUID]:
        if not self._list.all_chosen():
            return self._list.chosen_ids()
        if self._model.is_grouped:
            return self._model.shown_ids()
        journal = self._session.journal
        request = self._list.request()
        return journal.found_ids(journal.read_search(request.text), request.among)

    def _title_of(self, entry_id: UUID) -> str:
        row = self._model.row_of(entry_id)
        hit = self._model.hit_at(row) if row is not None else None
        return title_of(hit.row) if hit else untitled()

    def _neighbour(self, ids: Sequence[UUID]) -> UUID | None:
        """The first entry behind these in the list, or before them, that is none of them."""
        rows = [row for row in map(self._model.row_of, ids) if row is not None]
        if not rows:
            return None
        hit = self._model.hit_at(max(rows) + 1) or self._model.hit_at(min(rows) - 1)
        return hit.row.id if hit else None
