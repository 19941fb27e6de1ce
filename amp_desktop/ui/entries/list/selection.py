"""What can be asked of the rows that are chosen in a list: by a bar, by a menu and by a key."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtWidgets import QLayout

from amp_desktop.ui.entries.bulk_actions import BulkAction
from amp_desktop.ui.entries.list.list_view import EntryListView

if TYPE_CHECKING:
    from amp_desktop.ui.entries.list.row_menu import RowMenu
    from amp_desktop.ui.entries.list.selection_bar import SelectionBar


class EntrySelection(QObject):
    """Brings up bar and menu when they are first wanted; the list must show at once.

    Attributes:
        action_requested: Something is to be done to the chosen entries; carries the `BulkAction`.
    """

    action_requested = Signal(object)

    def __init__(self, view: EntryListView, foot: QLayout, in_bin: Callable[[], bool]) -> None:
        """Watch a list.

        Args:
            view: The list; it owns this.
            foot: Where the bar is to stand.
            in_bin: Answers whether the list shows the bin.
        """
        super().__init__(view)
        self._view = view
        self._foot = foot
        self._in_bin = in_bin
        self._bar: SelectionBar | None = None
        self._menu: RowMenu | None = None
        view.several_changed.connect(self._show_count)
        view.customContextMenuRequested.connect(self._show_menu)
        view.pin_requested.connect(self._pin)

    @Slot()
    def _show_count(self) -> None:
        count = self._view.count_chosen()
        if self._bar is None and count > 1:
            self._bar = self._make_bar()
        if self._bar is not None:
            all_found = self._view.all_chosen()
            all_count = self._view.count_all() if all_found else count
            self._bar.show_count(all_count, all_found=all_found, in_bin=self._in_bin())

    def _make_bar(self) -> "SelectionBar":
        from amp_desktop.ui.entries.list.selection_bar import SelectionBar

        bar = SelectionBar(self._view.parentWidget())
        bar.action_requested.connect(self.action_requested)
        bar.dropped.connect(self._drop)
        self._foot.addWidget(bar)
        return bar

    @Slot(QPoint)
    def _show_menu(self, at: QPoint) -> None:
        if self._menu is None:
            from amp_desktop.ui.entries.list.row_menu import RowMenu

            self._menu = RowMenu(self._view)
            self._menu.action_requested.connect(self.action_requested)
        self._menu.show_at(at, in_bin=self._in_bin())

    @Slot()
    def _pin(self) -> None:
        if not self._in_bin():
            self.action_requested.emit(BulkAction.UNPIN if self._view.all_pinned() else BulkAction.PIN)

    @Slot()
    def _drop(self) -> None:
        self._view.choose_one()
        self._view.setFocus()
