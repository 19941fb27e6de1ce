"""The page people live in: entries at the left, the one to write in the middle, what it is at the right."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from amp_desktop.domain.entry import Entry, Kind
from amp_desktop.domain.entry_template import EntryTemplate
from amp_desktop.domain.errors import JournalError, UnknownEntryError
from amp_desktop.domain.search.request import SearchRequest
from amp_desktop.domain.search.search_words import Search
from amp_desktop.domain.unsaved import Unsaved
from amp_desktop.ui.entries.board_switch import BoardSwitch
from amp_desktop.ui.entries.entries_view import EntriesView
from amp_desktop.ui.entries.entry_actions import EntryActions
from amp_desktop.ui.entries.linking import Linking
from amp_desktop.ui.entries.list.grouped_model import GroupedModel
from amp_desktop.ui.entries.list.source import EntrySource
from amp_desktop.ui.entries.list_provider import ListProvider
from amp_desktop.ui.entries.open_entry import OpenEntry
from amp_desktop.ui.kinds.registry import kind_view
from amp_desktop.ui.page import Location, Page
from amp_desktop.ui.platform.first_paint import FirstPaint
from amp_desktop.ui.session import Session

MOST_MOVED_SINGLY = 20
"""When more entries than this are moved at once, the list is read anew instead."""


class EntriesPage(Page):
    """All entries, or on a kind's own page those of one kind.

    1. The person chooses a row, or begins an entry, and writes (`OpenEntry`).
    2. Whatever is written, here or elsewhere, its row follows at once; a page that nobody sees follows when
       it is next seen.
    3. What goes to the bin leaves the list, and can be had back by one button.
    """

    def __init__(self, session: Session, parent: QWidget | None = None, *, only: Kind | None = None) -> None:
        super().__init__(session, parent)
        self._only = only
        self._stale = True
        self._model = GroupedModel(session.today, self)
        self._entries_view = EntriesView(session, self._model, only, self)
        self._open = OpenEntry(session, self._entries_view, self)
        self._entry_actions = EntryActions(session, self._entries_view, self._model, self._open, self)
        self._linking = Linking(session, self._entries_view, self._entry_actions.offer, self)
        self._board = BoardSwitch(session, only, self._entries_view, self, self.flush)
        ListProvider(session, self._entries_view.list, only, self)
        self._connect_panes()
        session.saved.connect(self._heard_saved)
        session.moved.connect(self._heard_moved)
        session.refreshed.connect(self._heard_refreshed)
        session.day_changed.connect(self._heard_refreshed)

    # What the window asks

    def arrive(self) -> None:
        """Show what there is now; the newest entry is opened where none is."""
        if self._board.arrive():
            return
        self._entries_view.arrange()
        if self._only is None:
            self._model.head_days(self.session.journal.program, self.session.today())
        if self._stale:
            self._refresh()
        if self._open.entry is None:
            FirstPaint(self._entries_view.list).painted.connect(self._begin_with_first)
            self._entries_view.list.update()
        else:
            self._entries_view.focus()

    def make_ready(self) -> Iterator[str]:
        """Make what entries are written in, a step at a time: of the page's kind, or of those in the list."""
        kinds = {self._only} if self._only is not None else self._model.kinds()
        yield from self._entries_view.editor.make_ready(kinds)

    def flush(self) -> bool:
        """Write what is not written yet; False when that failed, and then the text is still here."""
        return self._open.flush()

    def unsaved(self) -> Unsaved:
        """The open entry, where it could not be written."""
        return self._open.unsaved()

    def forget(self) -> None:
        """Drop every word: rows, text, undo, search, messages."""
        self._board.forget()
        self._entry_actions.forget()
        self._linking.forget()
        self._open.forget()
        self._entries_view.list.forget()
        self._model.clear()
        self._stale = True

    def show_entry(self, entry_id: UUID) -> None:
        """Open that entry, in the bin or not; what the list leaves out comes back if it must."""
        if not self._open.open(entry_id):
            return
        self._board.show_list()
        # First of all: rows that come take the keyboard from an empty list, and open one of themselves.
        self._entries_view.go_to_page()
        if self._model.row_of(entry_id) is None and self._entries_view.list.show_all():
            self._search_again()
        self._mark_open()

    def new_entry(self, kind: Kind | None = None) -> None:
        """Begin an entry of that kind, or of the one looked at. It exists once something is typed."""
        chosen = kind or self._entries_view.list.kind()
        instead = kind_view(chosen).instead_of_new(self.session)
        if instead is None:
            self._begin(chosen)
        else:
            self.open_or_begin(instead)

    def location(self) -> Location:
        """The open entry, how far its text is scrolled, and what is looked for."""
        entry = self._open.entry
        return Location(
            entry.id if entry else None, self._entries_view.list.words(), self._entries_view.editor.scrolled()
        )

    def return_to(self, location: Location) -> None:
        """Look for what was looked for, and open what was open."""
        self._board.show_list()
        if location.search != self._entries_view.list.words():
            self._entries_view.list.look_for(location.search)
        if location.entry is not None and self._open.open(location.entry):
            self._entries_view.uncover_page()
            self._entries_view.editor.scroll_to(location.scrolled)
            self._mark_open()

    def begin_search(self) -> None:
        """Give the keyboard to the search."""
        self._board.show_list()
        self._entries_view.go_to_search()

    def search_for(self, typed: str) -> None:
        """Look for this, as if it had been typed, and give the keyboard to what is found."""
        self._board.show_list()
        self._entries_view.list.look_for(typed)
        self._entries_view.go_to_list()

    @Slot(object, object)
    def link_entries(self, ids: Sequence[UUID], target: UUID) -> None:
        """Link entries to `target`, say so, and offer to undo it."""
        self._entry_actions.link(ids, target)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody leaves without what they wrote being written."""
        super().hideEvent(event)
        self._entries_view.set_focus_mode(False)
        self.flush()

    # What the person asks

    def _begin(self, kind: Kind, template: EntryTemplate | None = None) -> None:
        if self._open.begin(kind, template, self._entries_view.list.day()):
            self._show_begun()

    @Slot(object)
    def begin_entry(self, entry: Entry) -> None:
        """Begin with an entry that was made ready elsewhere; it exists once something is typed."""
        if self._open.begin_entry(entry):
            self._show_begun()

    def _show_begun(self) -> None:
        self._board.show_list()
        self._entries_view.go_to_beginning()  # first of all, as in `show_entry`
        if self._entries_view.list.show_all():
            self._search_again()
        self._mark_open()

    @Slot(object)
    def begin_with(self, template: EntryTemplate) -> None:
        """Begin an entry with a template."""
        self._begin(template.kind or self._entries_view.list.kind(), template)

    @Slot(object)
    def _show_elsewhere(self, entry_id: UUID) -> None:
        """Show an entry that the open one is about: here, if this is the page of all entries."""
        if self._only is None:
            self.show_entry(entry_id)
        else:
            self.entry_requested.emit(entry_id)

    @Slot(object)
    def _report(self, entry_id: UUID) -> None:
        from amp_desktop.ui.entries.report_dialog import open_report

        if self.flush():
            open_report(self, self.session.journal, entry_id, self.session.today())

    @Slot(object)
    def _share_for(self, meeting: UUID) -> None:
        self.part_requested.emit("share", f"meeting:{meeting}")

    def _connect_panes(self) -> None:
        self._entries_view.focus_mode_changed.connect(self.focus_mode_changed)
        self._entries_view.undo_requested.connect(self._undo)
        self._entries_view.redo_requested.connect(self._redo)
        pane, editor, inspector = (
            self._entries_view.list,
            self._entries_view.editor,
            self._entries_view.inspector,
        )
        self._open.leaving.connect(self.leaving)
        self._open.taken_up.connect(self.reached)
        self._open.brought_back.connect(self._entry_actions.say_brought_back)
        self._open.overlapped.connect(self._entry_actions.say_overlapped)
        pane.asked.connect(self._search)
        pane.chosen.connect(self._choose)
        pane.entered.connect(editor.focus_body)
        pane.next_hit_requested.connect(editor.hits.go_on)
        pane.previous_hit_requested.connect(editor.hits.go_back)
        pane.new_requested.connect(self.new_entry)
        pane.template_requested.connect(self.begin_with)
        pane.bin_requested.connect(self._entry_actions.put_in_bin)
        pane.action_requested.connect(self._entry_actions.do)
        pane.link_requested.connect(self.link_entries)
        pane.board_requested.connect(self._board.show_board)
        pane.page_requested.connect(self.page_requested)
        self._board.opened.connect(self.show_entry)
        self._board.new_requested.connect(self.new_entry)
        self._board.list_shown.connect(self.arrive)
        pane.failed.connect(self._entries_view.notice.show_error)
        editor.left.connect(self._entries_view.go_to_list)
        editor.entry_requested.connect(self._show_elsewhere)
        editor.share_requested.connect(self._share_for)
        editor.report_requested.connect(self._report)
        self._entries_view.list.part_requested.connect(self.part_requested)
        self._linking.entry_requested.connect(self.show_entry)
        self._open.retitling.followed.connect(self._linking.say_followed)
        self._open.retitling.asked.connect(self._linking.ask_to_join)
        self._linking.join_requested.connect(self._open.retitling.join)
        pane.emptying_requested.connect(self._entry_actions.ask_to_empty)
        inspector.entry_requested.connect(self.show_entry)
        self._entry_actions.follow(inspector)
        self._entry_actions.bin.returned.connect(self.show_entry)
        self._entry_actions.opened_instead.connect(self._mark_open)

    def _search_again(self) -> None:
        """Show what is asked for now."""
        self._search(self._entries_view.list.request())

    @Slot(object)
    def _search(self, request: SearchRequest) -> None:
        """Show what is asked for."""
        journal = self.session.journal
        try:
            search = journal.read_search(request.text, request.ranking)
            self._entries_view.list.show_search(search)
            self._entries_view.list.show_shared(journal.sharing.search(search))
            self._show_rows(request, search)
            self._entries_view.editor.hits.look_for(partial(journal.marks, search) if search.wanted else None)
        except JournalError as error:
            self._entries_view.notice.show_error(error)
        self._mark_open()

    def _show_rows(self, request: SearchRequest, search: Search) -> None:
        journal, pane = self.session.journal, self._entries_view.list
        groups = [
            (group, EntrySource(journal, pane.query_of(group), search, group.order))
            for group in pane.groups()
        ]
        if groups:
            self._model.show_groups(groups, pane.folded())
        else:
            self._model.show_source(EntrySource(journal, request.among, search))

    @Slot(object)
    def _choose(self, entry_id: UUID) -> None:
        if not self._open.open(entry_id):
            self._mark_open()

    def _mark_open(self) -> None:
        entry = self._open.entry
        self._entries_view.list.show_current(entry.id if entry is not None else None)

    @Slot()
    def _begin_with_first(self) -> None:
        if self._open.entry is not None:  # something else was asked for meanwhile
            return
        first = self._model.first_hit()
        if first is not None:
            self._open.open(first.row.id)
            self._mark_open()
        if not self._entries_view.list.has_keyboard():  # somebody may be searching already
            self._entries_view.focus()

    @Slot()
    def _undo(self) -> None:
        """In the list the last action on entries is taken back, elsewhere what was done to the open one."""
        if self._entries_view.is_in_list():
            self._entry_actions.offer.take_back()
        else:
            self._open.undo.undo()

    @Slot()
    def _redo(self) -> None:
        if self._entries_view.is_in_list():
            self._entry_actions.offer.do_again()
        else:
            self._open.undo.redo()

    # What was written, here or elsewhere

    @Slot(object)
    def _heard_saved(self, entry: Entry) -> None:
        ours = self._open.heard(entry)
        self._entry_actions.heard_saved(entry)
        self._board.follow(entry.id, entry.day)
        self._follow(entry.id, entry.day, keep=ours)

    @Slot(object)
    def _heard_moved(self, ids: tuple[UUID, ...]) -> None:
        self._board.refresh()
        if not self.isVisible() or len(ids) > MOST_MOVED_SINGLY:
            self._heard_refreshed()
            return
        self._model.remove(ids)
        for entry_id in ids:
            try:
                entry = self.session.journal.entry(entry_id)
            except UnknownEntryError:
                continue
            self._follow(entry_id, entry.day, keep=False)
        self._look_again()

    @Slot()
    def _heard_refreshed(self) -> None:
        self._stale = True
        self._board.refresh()
        if self.isVisible():
            self._refresh()

    def _follow(self, entry_id: UUID, day: date, *, keep: bool) -> None:
        """Bring the entry's row up to date, now or when the page is seen again."""
        if not self.isVisible():
            self._stale = True
            return
        self._model.refresh(entry_id, day, keep=keep)
        self._mark_open()

    def _refresh(self) -> None:
        """Anything may have changed."""
        self._stale = False
        try:
            self._model.reload() if self._model.rowCount() else self._search_again()
        except JournalError as error:
            self._entries_view.notice.show_error(error)
        self._look_again()

    def _look_again(self) -> None:
        try:
            self._open.look_again()
        except JournalError as error:
            self._entries_view.notice.show_error(error)
        self._mark_open()
