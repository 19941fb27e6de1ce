"""The left part of a page of entries: search, filters and the list."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from amp_desktop.domain.entry import Kind
from amp_desktop.domain.entry_template import EntryTemplate
from amp_desktop.domain.query import EntryQuery
from amp_desktop.ui.entries.delegate import EntryDelegate
from amp_desktop.ui.entries.filters import Filters
from amp_desktop.ui.entries.kind_view import kind_view
from amp_desktop.ui.entries.list_view import EntryListView
from amp_desktop.ui.entries.model import EntryListModel
from amp_desktop.ui.icons import icon
from amp_desktop.ui.templates.menu import TemplateMenu
from amp_desktop.ui.theme import set_look
from amp_desktop.ui.widgets.buttons import icon_button, primary_button
from amp_desktop.ui.widgets.empty_state import EmptyState
from amp_desktop.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from amp_desktop.ui.calendar.panel import CalendarPanel


class ListPane(QFrame):
    """Where one finds an entry or begins one.

    Attributes:
        asked: Other entries are wanted: ask `query` and `words`.
        chosen: The person chose a row; carries the entry's id.
        entered: On to the text.
        new_requested: A new entry is wanted; carries its kind, or None for the page's usual one.
        template_requested: An entry is to begin with a template; carries the `EntryTemplate`.
        templates_requested: The templates are to be looked after.
        bin_requested: An entry is to go to the bin; carries its id.
    """

    asked = Signal()
    chosen = Signal(object)
    entered = Signal()
    new_requested = Signal(object)
    template_requested = Signal(object)
    templates_requested = Signal()
    bin_requested = Signal(object)

    def __init__(self, model: EntryListModel, only: Kind | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._only = only
        self._model = model
        set_look(self, "panel")
        self._search = SearchField(self._search_words())
        self._search.query_changed.connect(self.asked)
        self._search.left_downwards.connect(self.focus_list)
        self._search.returnPressed.connect(self.focus_list)
        self._new = self._new_button()
        self._filters = Filters(only)
        self._filters.changed.connect(self._ask)
        self._days = icon_button("calendar", self.tr("Calendar"))
        self._days.setCheckable(True)
        self._days.toggled.connect(self._show_calendar)
        self._make_calendar: Callable[[], CalendarPanel] | None = None
        self._calendar: CalendarPanel | None = None
        self._list = self._list_view()
        self._empty = EmptyState(self._icon_name(), "")
        self._empty.action_requested.connect(self._new_usual)
        self._lay_out()
        for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved):
            signal.connect(self._look_for_rows)

    def offer_templates(self, offered: Callable[[], tuple[EntryTemplate, ...]]) -> None:
        """Let entries begin with templates where the kind is to be chosen; `offered` answers with them."""
        menu = self._new.menu()
        if menu is not None:
            templates = TemplateMenu(offered, menu)
            templates.chosen.connect(self.template_requested)
            templates.edit_requested.connect(self.templates_requested)
            menu.addSeparator()
            menu.addMenu(templates)

    def offer_calendar(self, make: "Callable[[], CalendarPanel]") -> None:
        """Let a day be chosen; `make` makes the calendar when it is first wanted."""
        self._make_calendar = make

    def query(self) -> EntryQuery:
        """Which entries are wanted."""
        query = self._filters.query()
        return self._calendar.narrowed(query) if self._calendar is not None else query

    def day(self) -> date | None:
        """The day that is shown alone, or None for all."""
        return self._calendar.day() if self._calendar is not None else None

    def words(self) -> str:
        """What is looked for."""
        return self._search.query()

    def shows_bin(self) -> bool:
        """Whether the bin is what one sees."""
        return self._filters.shows_bin()

    def show_all(self) -> bool:
        """Leave out nothing any more, without telling anybody; whether anything was left out."""
        narrowed = self._filters.clear()
        searched = bool(self.words())
        if searched:
            with QSignalBlocker(self._search):
                self._search.clear()
        if self._calendar is not None:
            narrowed |= self._calendar.clear()
            self._calendar.set_query(self._filters.query())
        return narrowed or searched

    def show_current(self, entry_id: UUID | None) -> None:
        """Mark this entry's row, if it was fetched; no row where there is none."""
        row = self._model.row_of(entry_id) if entry_id is not None else None
        self._list.show_current(row)

    def has_current(self) -> bool:
        """Whether a row is the current one."""
        return self._list.current_id() is not None

    def delegate(self) -> EntryDelegate:
        """What paints the rows."""
        delegate = self._list.itemDelegate()
        assert isinstance(delegate, EntryDelegate)
        return delegate

    @Slot()
    def focus_list(self) -> None:
        """Give the keyboard to the rows; the first one is chosen where none is."""
        if self._model.rowCount():
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)
            self._list.choose_some()

    @Slot()
    def focus_search(self) -> None:
        """Give the keyboard to the search, all of it selected."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def forget(self) -> None:
        """Drop what was looked for."""
        self.show_all()
        if self._calendar is not None:
            self._calendar.forget()

    def _search_words(self) -> str:
        if self._only is None:
            return self.tr("Search entries")
        return self.tr("Search {kind}").format(kind=kind_view(self._only).plural().lower())

    def _icon_name(self) -> str:
        return kind_view(self._only).icon_name if self._only else "notebook-pen"

    def _list_view(self) -> EntryListView:
        view = EntryListView()
        view.setAccessibleName(self.tr("Entries"))
        view.setModel(self._model)
        view.setItemDelegate(EntryDelegate(view, only=self._only))
        view.chosen.connect(self.chosen)
        view.entered.connect(self.entered)
        view.bin_requested.connect(self.bin_requested)
        view.left_upwards.connect(self.focus_search)
        return view

    def _new_button(self) -> QPushButton:
        button = primary_button(self.tr("New"), "plus")
        if self._only is not None:
            button.setAccessibleName(kind_view(self._only).new_words())
            button.setToolTip(kind_view(self._only).new_words())
            button.clicked.connect(self._new_usual)
            return button
        menu = QMenu(button)
        for kind in Kind:
            action = menu.addAction(icon(kind_view(kind).icon_name), kind_view(kind).new_words())
            action.setData(kind)
        menu.triggered.connect(self._new_of_kind)
        button.setAccessibleName(self.tr("New entry"))
        button.setMenu(menu)
        return button

    def _lay_out(self) -> None:
        room = self.fontMetrics().height()
        side = room * 4 // 5
        head = QHBoxLayout()
        head.setSpacing(room // 3)
        head.addWidget(self._search, 1)
        head.addWidget(self._new)
        self._stack = QStackedLayout()
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        top = QVBoxLayout()
        top.setContentsMargins(side, side, side, 0)
        top.setSpacing(room // 3)
        top.addLayout(head)
        narrowing = QHBoxLayout()
        narrowing.setSpacing(room // 4)
        narrowing.addWidget(self._filters, 1)
        narrowing.addWidget(self._days)
        top.addLayout(narrowing)
        rows = QHBoxLayout()  # the scroll bar stands in the margin, at the side that the language wants it
        rows.setSpacing(0)
        rows.addSpacing(side)
        rows.addLayout(self._stack, 1)
        rows.addSpacing(max(side - self._list.verticalScrollBar().sizeHint().width(), 0))
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(room // 3)
        column.addLayout(top)
        column.addLayout(rows, 1)
        self._top = top

    @Slot()
    def _ask(self) -> None:
        if self._calendar is not None:
            self._calendar.set_query(self._filters.query())
        self.asked.emit()

    @Slot(bool)
    def _show_calendar(self, shown: bool) -> None:
        """Show the calendar over the list, or put it away, and with it the day that was chosen in it."""
        if shown and self._calendar is None and self._make_calendar is not None:
            self._calendar = self._make_calendar()
            self._calendar.chosen.connect(self.asked)
            self._calendar.left.connect(self.focus_list)
            self._calendar.set_query(self._filters.query())
            self._top.addWidget(self._calendar)
        if self._calendar is not None:
            self._calendar.setVisible(shown)
            if not shown and self._calendar.clear():
                self.asked.emit()

    @Slot()
    def _look_for_rows(self) -> None:
        if self._model.rowCount():
            self._stack.setCurrentWidget(self._list)
            return
        self._empty.set_sentence(self._empty_sentence())
        first_step = not (
            self.words() or self.shows_bin() or (self._filters.is_narrowed() and not self.day())
        )
        self._empty.set_action(self._first_step() if first_step else "")
        self._stack.setCurrentWidget(self._empty)

    def _empty_sentence(self) -> str:
        if self.words():
            return self.tr("Nothing holds “{words}”.").format(words=self.words())
        if self.shows_bin():
            return self.tr("The bin is empty.")
        if self.day() is not None:
            return self.tr("Nothing stands on this day yet.")
        if self._filters.is_narrowed():
            return self.tr("There is none of these yet.")
        if self._only is not None:
            return kind_view(self._only).empty_sentence()
        return self.tr("All that you write comes to stand here. Begin with a line about today.")

    def _first_step(self) -> str:
        return kind_view(self._only or Kind.NOTE).new_words()

    @Slot()
    def _new_usual(self) -> None:
        self.new_requested.emit(None)

    @Slot(QAction)
    def _new_of_kind(self, action: QAction) -> None:
        if isinstance(action.data(), str):  # what is chosen in the menu of templates is told here as well
            self.new_requested.emit(Kind(action.data()))
