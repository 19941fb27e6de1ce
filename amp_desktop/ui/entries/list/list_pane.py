"""The left part of a page of entries: search, filters and the list."""

from collections.abc import Callable, Collection, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from amp_desktop.domain.entry import Kind
from amp_desktop.domain.entry_template import EntryTemplate
from amp_desktop.domain.kinds.registry import ENTRY_TYPES, USUAL_KIND
from amp_desktop.domain.query import EntryQuery
from amp_desktop.domain.search.request import SearchRequest
from amp_desktop.domain.search.search_edit import has_filter
from amp_desktop.domain.search.search_words import Search
from amp_desktop.domain.share import ShareHit
from amp_desktop.ui.actions.action_set import ActionSet
from amp_desktop.ui.entries.list.bin_bar import BinBar
from amp_desktop.ui.entries.list.delegate import EntryDelegate
from amp_desktop.ui.entries.list.group_settings import GroupSettings
from amp_desktop.ui.entries.list.grouped_model import GroupedModel
from amp_desktop.ui.entries.list.list_view import EntryListView
from amp_desktop.ui.entries.list.new_button import NewButton
from amp_desktop.ui.entries.list.search_header import SearchHeader
from amp_desktop.ui.entries.list.selection import EntrySelection
from amp_desktop.ui.entries.list.shared_hits import SharedHits
from amp_desktop.ui.kinds.base import RowGroup
from amp_desktop.ui.kinds.registry import kind_view
from amp_desktop.ui.pages import PAGES, page_label
from amp_desktop.ui.style.theme import set_variant
from amp_desktop.ui.widgets.buttons import quiet_button
from amp_desktop.ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from amp_desktop.ui.calendar.panel import CalendarPanel


class ListPane(QFrame):
    """Where one finds an entry or begins one.

    Attributes:
        asked: Other entries are wanted; carries the `SearchRequest`.
        keeping_requested: The search is to be kept within reach; carries what was typed.
        chosen: The person chose a row; carries the entry's id.
        picked: An entry was clicked, alone.
        entered: On to the text.
        next_hit_requested, previous_hit_requested: On to where the words stand in the text, or back.
        new_requested: A new entry is wanted; carries its kind, or None for the page's usual one.
        template_requested: An entry is to begin with a template; carries the `EntryTemplate`.
        templates_requested: The templates are to be looked after.
        bin_requested: An entry is to go to the bin; carries its id.
        emptying_requested: All that lies in the bin is to be deleted for ever.
        action_requested: Something is to be done to the chosen entries; carries the `BulkAction`.
        link_requested: Entries are to be linked to a goal; carries their ids and its id.
        board_requested: The entries are to be seen as a board.
        page_requested: Another page is wanted; carries its name.
        part_requested: A part of another page is wanted; carries both names.
        failed: Something could not be shown; carries the `JournalError`.
    """

    asked = Signal(object)
    keeping_requested = Signal(str)
    chosen = Signal(object)
    picked = Signal()
    entered = Signal()
    next_hit_requested = Signal()
    previous_hit_requested = Signal()
    new_requested = Signal(object)
    template_requested = Signal(object)
    templates_requested = Signal()
    bin_requested = Signal(object)
    emptying_requested = Signal()
    action_requested = Signal(object)
    link_requested = Signal(object, object)
    failed = Signal(object)
    board_requested = Signal()
    page_requested = Signal(str)
    part_requested = Signal(str, str)

    def __init__(self, model: GroupedModel, only: Kind | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._only = only
        self._model = model
        self._looked_for = Search()
        self._groups = GroupSettings(only, self.tr("From a newer version"))
        set_variant(self, "panel")
        self._finder = SearchHeader(self._search_words(), only, model.today, self._groups)
        self._new = NewButton(only)
        self._make_calendar: Callable[[], CalendarPanel] | None = None
        self._calendar: CalendarPanel | None = None
        self._count_bin: Callable[[EntryQuery], int] | None = None
        self._bin_bar: BinBar | None = None
        self._list = self._list_view()
        self._foot = QHBoxLayout()
        self._choosing = EntrySelection(self._list, self._foot, self.shows_bin)
        self._shared: SharedHits | None = None
        self._empty = EmptyState(self._icon_name(), "")
        self._connect()
        self._lay_out()

    def offer_templates(self, offered: Callable[[], tuple[EntryTemplate, ...]]) -> None:
        """Let entries begin with templates too; `offered` answers with them."""
        self._new.offer_templates(offered)

    def offer_calendar(self, make: "Callable[[], CalendarPanel]") -> None:
        """Let a day be chosen; `make` makes the calendar when it is first wanted."""
        self._make_calendar = make

    def offer_tags(self, tags: Callable[[], Sequence[str]]) -> None:
        """Let tags be chosen in the search; `tags` answers with them, the one used most first."""
        self._finder.offer_tags(tags)

    def offer_emptying(self, count: Callable[[EntryQuery], int]) -> None:
        """Let the bin be emptied while it is shown; `count` answers with how many of those lie there."""
        self._count_bin = count

    def whole_page(self) -> EntryQuery:
        """All that can stand on this page, whatever is looked for."""
        return EntryQuery(kinds=frozenset({self._only}) if self._only else frozenset())

    def request(self) -> SearchRequest:
        """What is to stand in the list: what was typed, on this page, on the day chosen in the calendar."""
        return SearchRequest(
            text=self.words(), ranking=self._finder.ranking(), filters=self.whole_page(), day=self.day()
        )

    def groups(self) -> Sequence[RowGroup]:
        """The groups that the list is to show; none while something is looked for, or a day is chosen."""
        return () if self.words() or self.day() is not None else self._groups.groups()

    def query_of(self, group: RowGroup) -> EntryQuery:
        """Which entries a group holds."""
        return self.whole_page().within(self._groups.query(group, self._model.today()))

    def folded(self) -> Collection[str]:
        """The names of the groups that are to be folded."""
        return self._groups.folded()

    @Slot()
    def _keep_folded(self) -> None:
        self._groups.keep_folded(self._model.folded())

    def is_of(self, kind: Kind) -> bool:
        """Whether entries of this kind alone stand here, so that nobody has to be told what they are."""
        return self._only == kind

    def day(self) -> date | None:
        """The day that is shown alone, or None for all."""
        return self._calendar.day() if self._calendar is not None else None

    def words(self) -> str:
        """What is looked for, as it was typed."""
        return self._finder.typed()

    def kind(self) -> Kind:
        """The kind that one looks at: the page's, the one that is looked for alone, or the usual one."""
        looked_for = self._looked_for.query.kinds
        alone = next(iter(looked_for)) if len(looked_for) == 1 else None
        return self._only or (alone if alone in ENTRY_TYPES else None) or USUAL_KIND

    def show_search(self, search: Search) -> None:
        """Say what there is to say of the search that was read from the words."""
        self._looked_for = search
        self._finder.show_search(search)
        self._count_days()

    def show_shared(self, hits: tuple[ShareHit, ...]) -> None:
        """Show what has left, where that is looked into; nothing for any other search."""
        if hits and self._shared is None:
            self._shared = SharedHits()
            self._shared.share_chosen.connect(self._show_share)
            self._stack.addWidget(self._shared)
        if self._shared is not None:
            self._shared.show_hits(hits)

    @Slot(object)
    def _show_share(self, share: UUID) -> None:
        self.part_requested.emit("share", f"share:{share}")

    def look_for(self, typed: str) -> None:
        """Look for this instead of what is looked for now."""
        self._finder.look_for(typed)

    def shows_bin(self) -> bool:
        """Whether the bin is what one sees."""
        return has_filter(self.words(), "in", "bin")

    def show_all(self) -> bool:
        """Leave out nothing any more, without telling anybody; whether anything was left out."""
        narrowed = bool(self.words())
        self._finder.clear()
        if self._calendar is not None:
            narrowed |= self._calendar.clear()
        return narrowed

    def show_current(self, entry_id: UUID | None) -> None:
        """Mark this entry's row, if it was fetched; no row where there is none."""
        row = self._model.row_of(entry_id) if entry_id is not None else None
        self._list.show_current(row)

    def has_current(self) -> bool:
        """Whether a row is the current one."""
        return self._list.current_id() is not None

    def chosen_ids(self) -> Sequence[UUID]:
        """The entries of all chosen rows, in the order of the list."""
        return self._list.chosen_ids()

    def count_chosen(self) -> int:
        """How many rows are chosen."""
        return self._list.count_chosen()

    def all_chosen(self) -> bool:
        """Whether all that was found is chosen, also what was not scrolled to."""
        return self._list.all_chosen()

    def has_keyboard(self) -> bool:
        """Whether the keyboard is here now: on the rows, or in the search over them."""
        focused: QWidget | None = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    @Slot()
    def focus_list(self) -> None:
        """Give the keyboard to the rows; the first one is chosen where none is."""
        if self._model.rowCount():
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)
            self._list.choose_some()
        elif self._shared is not None and self._shared.count():
            self._shared.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def focus_search(self) -> None:
        """Give the keyboard to the search, all of it selected."""
        self._finder.focus()

    def forget(self) -> None:
        """Drop what was looked for, and what is being carried."""
        self._list.forget()
        self._finder.forget()
        self._looked_for = Search()
        self.show_shared(())
        if self._calendar is not None:
            self._calendar.forget()

    def _search_words(self) -> str:
        if self._only is None:
            return self.tr("Search entries")
        return self.tr("Search {kind}").format(kind=kind_view(self._only).plural().lower())

    def _icon_name(self) -> str:
        return kind_view(self._only).icon_name if self._only else "notebook-pen"

    def _list_view(self) -> EntryListView:
        view = EntryListView(self)  # a stack shows it at once, and without a parent as a window of its own
        view.setAccessibleName(self.tr("Entries"))
        view.setModel(self._model)
        view.setItemDelegate(EntryDelegate(self._model.today, view, only=self._only))
        view.chosen.connect(self.chosen)
        view.picked.connect(self.picked)
        view.entered.connect(self.entered)
        view.bin_requested.connect(self.bin_requested)
        view.left_upwards.connect(self.focus_search)
        view.link_requested.connect(self.link_requested)
        view.failed.connect(self.failed)
        return view

    def _connect(self) -> None:
        self._finder.asked.connect(self._ask)
        self._finder.left.connect(self.focus_list)
        self._finder.keeping_requested.connect(self.keeping_requested)
        self._new.kind_chosen.connect(self.new_requested)
        self._new.template_chosen.connect(self.template_requested)
        self._new.templates_requested.connect(self.templates_requested)
        self._finder.days_toggled.connect(self._show_calendar)
        self._finder.board_requested.connect(self.board_requested)
        actions = ActionSet(self)
        actions.add("find-next", self.next_hit_requested)
        actions.add("find-previous", self.previous_hit_requested)
        self._empty.action_requested.connect(self._new_usual)
        self._choosing.action_requested.connect(self.action_requested)
        self._model.folded_changed.connect(self._keep_folded)
        for signal in (self._model.modelReset, self._model.rowsInserted, self._model.rowsRemoved):
            signal.connect(self._look_for_rows)

    def _lay_out(self) -> None:
        room = self.fontMetrics().height()
        side = room * 4 // 5
        self._finder.stand_beside(self._new)
        self._stack = QStackedLayout()
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        self._top = QVBoxLayout()
        self._top.setContentsMargins(side, side, side, 0)
        self._top.setSpacing(room // 3)
        self._top.addWidget(self._finder)
        rows = QHBoxLayout()  # the scroll bar stands in the margin, at the side that the language wants it
        rows.setSpacing(0)
        rows.addSpacing(side)
        rows.addLayout(self._stack, 1)
        rows.addSpacing(max(side - self._list.verticalScrollBar().sizeHint().width(), 0))
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(room // 3)
        column.addLayout(self._top)
        column.addLayout(rows, 1)
        if self._only is not None and (page := kind_view(self._only).leads_to):
            column.addLayout(self._way_to(page, side))
        self._foot.setContentsMargins(side, 0, side, room // 2)
        column.addLayout(self._foot)

    def _way_to(self, page: str, side: int) -> QHBoxLayout:
        """A button that leads to another page."""
        way = quiet_button(page_label(page), PAGES[page].icon_name)
        way.clicked.connect(partial(self.page_requested.emit, page))
        row = QHBoxLayout()
        row.setContentsMargins(side // 2, 0, side, side // 2)
        row.addWidget(way)
        row.addStretch(1)
        return row

    def _count_days(self) -> None:
        """Have the calendar count what is looked for, whatever its day."""
        if self._calendar is not None:
            self._calendar.set_query(self.whole_page().within(self._looked_for.query))

    def _show_bin_bar(self) -> None:
        """Over the bin, say how much lies there; elsewhere nothing."""
        shown = self.shows_bin() and self._count_bin is not None
        if shown and self._bin_bar is None:
            self._bin_bar = BinBar()
            self._bin_bar.emptying_requested.connect(self.emptying_requested)
            self._top.addWidget(self._bin_bar)
        if self._bin_bar is not None and self._count_bin is not None:
            self._bin_bar.show_count(self._count_bin(self.whole_page()) if shown else 0)

    @Slot(bool)
    def _show_calendar(self, shown: bool) -> None:
        """Show the calendar over the list, or put it away, and with it the day that was chosen in it."""
        if shown and self._calendar is None and self._make_calendar is not None:
            self._calendar = self._make_calendar()
            self._calendar.chosen.connect(self._ask)
            self._calendar.left.connect(self.focus_list)
            self._count_days()
            self._top.addWidget(self._calendar)
        if self._calendar is not None:
            self._calendar.setVisible(shown)
            if not shown and self._calendar.clear():
                self._ask()

    @Slot()
    def _ask(self) -> None:
        self.asked.emit(self.request())

    @Slot()
    def _look_for_rows(self) -> None:
        self._show_bin_bar()
        if self._model.rowCount():
            self._stack.setCurrentWidget(self._list)
            return
        if self._shared is not None and self._shared.count():
            self._stack.setCurrentWidget(self._shared)
            return
        self._empty.set_sentence(self._empty_sentence(), self._empty_icon())
        self._empty.set_action("" if self.words() else self._first_step())
        self._stack.setCurrentWidget(self._empty)

    def _empty_icon(self) -> str:
        if self.shows_bin():
            return "trash-2"
        return "search" if self.words() else self._icon_name()

    def _empty_sentence(self) -> str:
        if self._looked_for.wanted:
            return self.tr("Nothing found for “{words}”.").format(words=self.words())
        if self._looked_for.query == EntryQuery(binned=True):
            return self.tr("The bin is empty.")
        if self.words():
            return self.tr("There are none of these yet.")
        if self.day() is not None:
            return self.tr("Nothing was written on this day yet.")
        if self._only is not None:
            return kind_view(self._only).empty_sentence()
        return self.tr("Everything you write appears here. Begin with a line about today.")

    def _first_step(self) -> str:
        return kind_view(self.kind()).new_words()

    @Slot()
    def _new_usual(self) -> None:
        self.new_requested.emit(None)
