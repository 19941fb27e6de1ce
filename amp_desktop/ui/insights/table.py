"""The numbers of a chart as a table: a row for each day, week or month that has any, the newest first."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from amp_desktop.ui.insights.chart import Chart
from amp_desktop.ui.style.theme import set_variant

_NO_INDEX = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class ChartTableModel(QAbstractTableModel):
    """A chart in rows and columns; read only."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chart = Chart()
        self._slots: list[int] = []

    def show_chart(self, chart: Chart) -> None:
        """Show the numbers of this one."""
        self.beginResetModel()
        self._chart = chart
        rows = chart.rows
        known = range(len(chart.slots) - 1, -1, -1)
        self._slots = [slot for slot in known if any(row.points[slot] is not None for row in rows)]
        self.endResetModel()

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        """How many days, weeks or months have something."""
        return 0 if parent.isValid() else len(self._slots)

    def columnCount(self, parent: _Index = _NO_INDEX) -> int:
        """How many things are told of each."""
        return 0 if parent.isValid() else len(self._chart.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What was in that time, in few words; whole sentences for a screen reader."""
        if not index.isValid():
            return None
        slot = self._slots[index.row()]
        row = self._chart.rows[index.column()]
        point = row.points[slot]
        if role == Qt.ItemDataRole.DisplayRole:
            return point.cell if point is not None else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = point.words if point is not None else self.tr("nothing written")
            return " · ".join((self._chart.slot_words[slot], row.whole_name, said))
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """What each row and column is called."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return self._chart.rows[section].whole_name
        return self._chart.slot_words[self._slots[section]]


class ChartTable(QTableView):
    """Shows it as high as the page has room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._numbers = ChartTableModel(self)
        self.setModel(self._numbers)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("The numbers of the chart"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() * 9 // 5)
        set_variant(self, "rows")

    def show_chart(self, chart: Chart) -> None:
        """Show the numbers of this one."""
        self._numbers.show_chart(chart)
