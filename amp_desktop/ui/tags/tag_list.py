"""The tags of a journal with their numbers of entries, and a line to find one by."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt, Signal, Slot
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget

from amp_desktop.domain.query import TagCount
from amp_desktop.ui.widgets.search_field import SearchField

_TAG = Qt.ItemDataRole.UserRole


class TagList(QWidget):
    """Shows all tags, in the order of the alphabet or of their numbers, or those that hold some letters.

    Attributes:
        chosen: Another tag is chosen, or none; carries it, or an empty string.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filling = False
        self._rows = QStandardItemModel(self)
        self._shown = QSortFilterProxyModel(self)
        self._shown.setSourceModel(self._rows)
        self._shown.setSortRole(_TAG)
        self._shown.setSortCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._shown.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._find = SearchField(self.tr("Find a tag"))
        self._find.query_changed.connect(self._shown.setFilterFixedString)
        self._table = self._make_table()
        self._find.left_downwards.connect(self._begin_in_table)
        self._table.selectionModel().currentRowChanged.connect(self._tell)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._find)
        column.addWidget(self._table, 1)

    def show_tags(self, counted: Sequence[TagCount], choose: str = "") -> None:
        """Show these, with one of them chosen if it is among them, else the first."""
        self._filling = True  # with no row, none would be chosen for a moment
        self._rows.clear()
        self._rows.setHorizontalHeaderLabels([self.tr("Tag"), self.tr("Entries")])
        self._rows.horizontalHeaderItem(1).setTextAlignment(Qt.AlignmentFlag.AlignRight)
        for one in counted:
            name, number = QStandardItem(one.tag), QStandardItem(f"{one.entries:,}")
            name.setData(one.tag.casefold(), _TAG)
            number.setData(one.entries, _TAG)
            number.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._rows.appendRow([name, number])
        self._table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._filling = False
        self._choose(choose)

    def tag(self) -> str:
        """The chosen tag, or an empty string."""
        index = self._table.currentIndex()
        return str(index.siblingAtColumn(0).data()) if index.isValid() else ""

    def _choose(self, tag: str) -> None:
        rows = (self._shown.index(row, 0) for row in range(self._shown.rowCount()))
        found = next((index for index in rows if str(index.data()).casefold() == tag.casefold()), None)
        self._table.setCurrentIndex(found or self._shown.index(0, 0))
        self._table.scrollTo(self._table.currentIndex())
        self._tell()

    @Slot()
    def _begin_in_table(self) -> None:
        if not self._table.currentIndex().isValid():
            self._choose("")
        self._table.setFocus()

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self._shown)
        table.setAccessibleName(self.tr("Tags"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setSortingEnabled(True)
        table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        table.verticalHeader().hide()
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeading)
        table.setMinimumHeight(10 * self.fontMetrics().height())
        return table

    @Slot(QModelIndex, QModelIndex)
    def _tell(self, *_: QModelIndex) -> None:
        if not self._filling:
            self.chosen.emit(self.tag())
