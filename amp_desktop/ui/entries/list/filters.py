"""The quiet line under the search, in words: what is shown, in which order, and a menu of all filters."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from amp_desktop.domain.entry import Kind
from amp_desktop.domain.kinds.registry import ENTRY_TYPES
from amp_desktop.domain.search.search_edit import has_filter
from amp_desktop.ui.entries.list.group_settings import GroupSettings
from amp_desktop.ui.finding.filter_menu import FilterMenu
from amp_desktop.ui.kinds.base import KindView
from amp_desktop.ui.kinds.registry import kind_view
from amp_desktop.ui.style.icons import icon
from amp_desktop.ui.widgets.flow_layout import FlowLayout
from amp_desktop.ui.widgets.menu_button import MenuButton, word_button


class Filters(QWidget):
    """Which kinds, or on a kind's own page in which order and as a list or a board; then all the rest.

    Attributes:
        toggled: A filter is wanted, or not any more; carries its name and its value.
        reordered: The groups are to come in another order.
        board_requested: The entries are to be seen as a board.
        days_toggled: The calendar is to be shown, or put away.
    """

    toggled = Signal(str, str)
    reordered = Signal()
    board_requested = Signal()
    days_toggled = Signal(bool)

    def __init__(
        self,
        only: Kind | None,
        today: Callable[[], date],
        groups: GroupSettings,
        parent: QWidget | None = None,
    ) -> None:
        """Make the line.

        Args:
            only: The one kind of the page, or None on the journal's page.
            today: Says which day it is.
            groups: How the groups of the page come.
            parent: The widget it stands on.
        """
        super().__init__(parent)
        self._typed = ""
        self._groups = groups
        self._kinds: MenuButton | None = None
        self._order: MenuButton | None = None
        self._row = FlowLayout(self, 0)
        if only is None:
            self._kinds = MenuButton("", self._kind_menu())
            self._row.addWidget(self._kinds)
        elif groups.groups() and kind_view(only).order_words():
            self._order = MenuButton("", self._order_menu(kind_view(only).order_words()))
            self._row.addWidget(self._order)
        self.menu = FilterMenu(self.typed, today, self)
        self.menu.filter_toggled.connect(self.toggled)
        self._days = QAction(icon("calendar"), self.tr("Calendar"), self)
        self._days.setCheckable(True)
        self._days.toggled.connect(self.days_toggled)
        self.menu.offer_last(self._days)
        self._row.addWidget(MenuButton(self.tr("Filters"), self.menu))
        if only is None:
            days = word_button("")
            days.setDefaultAction(self._days)
            days.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            self._row.addWidget(days)
        if only is not None and ENTRY_TYPES[only].STATES:
            board = word_button(self.tr("Board"))
            board.clicked.connect(self.board_requested)
            self._row.addWidget(board)
        self.show_typed("")

    def typed(self) -> str:
        """What stands in the search."""
        return self._typed

    def show_typed(self, typed: str) -> None:
        """Show which of the filters stand in the search."""
        self._typed = typed
        if self._kinds is not None:
            named = [view.plural() for kind, view in _views() if has_filter(typed, "kind", kind)]
            self._kinds.setText(", ".join(named) or self.tr("All kinds"))
            for action in self._kinds.menu().actions():
                action.setChecked(has_filter(typed, "kind", action.data()))
        if self._order is not None:
            newest = self._groups.is_newest_first()
            for action in self._order.menu().actions():
                action.setChecked(action.data() is newest)
                if action.isChecked():
                    self._order.setText(action.text())
            self._order.setHidden(bool(typed))

    def _kind_menu(self) -> QMenu:
        menu = QMenu(self)
        for kind, view in _views():
            action = menu.addAction(icon(view.icon_name), view.plural())
            action.setCheckable(True)
            action.setData(kind)
        menu.triggered.connect(self._kind_chosen)
        return menu

    def _order_menu(self, words: str) -> QMenu:
        menu = QMenu(self)
        one = QActionGroup(menu)
        for text, newest in ((words, False), (self.tr("Newest first"), True)):
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setData(newest)
            one.addAction(action)
        menu.triggered.connect(self._order_chosen)
        return menu

    @Slot(QAction)
    def _kind_chosen(self, action: QAction) -> None:
        self.toggled.emit("kind", action.data())

    @Slot(QAction)
    def _order_chosen(self, action: QAction) -> None:
        self._groups.keep_newest_first(newest=action.data())
        self.show_typed(self._typed)
        self.reordered.emit()


def _views() -> list[tuple[Kind, KindView]]:
    return [(kind, kind_view(kind)) for kind in ENTRY_TYPES]
