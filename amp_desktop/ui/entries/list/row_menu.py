"""The menu over the rows of a list: what can be done to those that are chosen."""

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from amp_desktop.ui.entries.bulk_actions import BulkAction
from amp_desktop.ui.entries.list.list_view import EntryListView
from amp_desktop.ui.style.icons import icon


class RowMenu(QMenu):
    """By pointer and by the menu key.

    Attributes:
        action_requested: Something is to be done to the chosen rows; carries the `BulkAction`.
    """

    action_requested = Signal(object)

    def __init__(self, view: EntryListView) -> None:
        super().__init__(view)
        self._view = view
        self.triggered.connect(self._tell)

    def show_at(self, place: QPoint, *, in_bin: bool) -> None:
        """Show it over a row, which is chosen for it unless it was, or over the chosen ones."""
        index = self._view.indexAt(place)
        if index.isValid() and not self._view.selectionModel().isSelected(index):
            self._view.setCurrentIndex(index)
        if self._view.count_chosen():
            self._fill(in_bin=in_bin)
            self.popup(self._view.viewport().mapToGlobal(place))

    def _fill(self, *, in_bin: bool) -> None:
        self.clear()
        if in_bin:
            self._add("undo-2", self.tr("Take out of the bin"), BulkAction.RESTORE)
            self._add("x", self.tr("Delete for ever…"), BulkAction.DELETE, "Del")
            return
        if self._view.all_pinned():
            self._add("pin", self.tr("Unpin"), BulkAction.UNPIN, "Ctrl+D")
        else:
            self._add("pin", self.tr("Pin"), BulkAction.PIN, "Ctrl+D")
        self._add("tag", self.tr("Add tags…"), BulkAction.TAG)
        self._add("link", self.tr("Link to…"), BulkAction.LINK)
        all_sealed = self._view.all_sealed()
        if not all_sealed:
            self._add("bookmark", self.tr("Pin to evidence…"), BulkAction.EVIDENCE)
        self._add("leaf", self.tr("For after the program"), BulkAction.AFTERWARDS)
        self._add("send", self.tr("Mark shareable"), BulkAction.SHARE)
        self._add("lock", self.tr("Mark private"), BulkAction.KEEP_PRIVATE)
        if all_sealed:
            self._add("shield", self.tr("Unseal"), BulkAction.UNSEAL)
        else:
            self._add("shield", self.tr("Seal: never share"), BulkAction.SEAL)
        self._add("download", self.tr("Export…"), BulkAction.EXPORT)
        self.addSeparator()
        self._add("trash-2", self.tr("To the bin"), BulkAction.BIN, "Del")

    def _add(self, icon_name: str, words: str, action: BulkAction, keys: str = "") -> None:
        """Add a line; `keys` are told only, for the list itself hears them."""
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        self.addAction(icon(icon_name), f"{words}\t{shown}" if keys else words).setData(action.value)

    @Slot(QAction)
    def _tell(self, action: QAction) -> None:
        self.action_requested.emit(BulkAction(action.data()))
