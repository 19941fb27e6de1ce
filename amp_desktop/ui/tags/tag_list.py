"""The tags of a journal with their numbers of entries, and a line to find one by."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt, Signal, Slot
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget

from amp_desktop.domain.query import TagCount
from amp_desktop.ui.widgets.labels import label
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
        self._find.query_changed.connect(self._look)
        self._none = label(self.tr("No tag is called so."), "muted")
        self._none.hide()
        self._table = self._make_table()
        self._find.left_downwards.connect(self._begin_in_table)
        self._table.selectionModel().currentRowChanged.connect(self._tell)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._find)
        column.addWidget(self._none)
        column.addWidget(self._table, 1)

    def show_tags(self, counted: Sequence[TagCount], choose: str = "") -> None:
        """Show these, with one of them chosen if it is among them, else the first.

        What is looked for is given up for the chosen one where it does not fit: it may have another name now.
        """
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
        if choose in [one.tag for one in counted] and self._row_of(choose) is None:
            self._find.set_query("")
            self._shown.setFilterFixedString("")
        self._filling = False
        self._choose(choose)
        self._say_if_none()

    def tag(self) -> str:
        """The chosen tag, or an empty string."""
        index = self._table.currentIndex()
        return str(index.siblingAtColumn(0).data()) if index.isValid() else ""

    def _choose(self, tag: str) -> None:
        self._table.setCurrentIndex(self._row_of(tag) or self._shown.index(0, 0))
        self._table.scrollTo(self._table.currentIndex())
        self._tell()

    def _row_of(self, tag: str) -> QModelIndex | None:
        """The row of a tag, if what is looked for leaves it in the list."""
        rows = (self._shown.index(row, 0) for row in range(self._shown.rowCount()))
        return next((index for index in rows if str(index.data()).casefold() == tag.casefold()), None)

    @Slot(str)
    def _look(self, letters: str) -> None:
        self._shown.setFilterFixedString(letters)
        self._say_if_none()

    def _say_if_none(self) -> None:
        self._none.setVisible(bool(self._find.query()) and not self._shown.rowCount())

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
