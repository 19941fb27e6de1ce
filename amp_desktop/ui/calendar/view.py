"""The table of days: painted, walked by keys, chosen by a click or Enter."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from amp_desktop.ui.calendar.grids import MonthGrid
from amp_desktop.ui.calendar.model import CalendarModel, Role
from amp_desktop.ui.calendar.painting import paint
from amp_desktop.ui.style.theme import set_variant, theme
from amp_desktop.ui.widgets.painting import small_font

_STEPS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_CHOOSE = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}


class CalendarView(QTableView):
    """A month or a year of days.

    The arrows go from day to day, Page Up and Page Down to another page, Home to today; Enter chooses.

    Attributes:
        day_reached: The keys went to a day, which may stand on another page; carries it.
        day_chosen: A day was chosen; carries it.
        left: Escape was pressed.
    """

    day_reached = Signal(object)
    day_chosen = Signal(object)
    left = Signal()

    def __init__(self, model: CalendarModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days = model
        self.setModel(model)
        self.setItemDelegate(_DayDelegate(self))
        self.setAccessibleName(self.tr("Days"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        for policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setMinimumSectionSize(1)
            header.setHighlightSections(False)
            header.setSectionsClickable(False)
            header.setFont(small_font(self.font()))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        set_variant(self, "calendar")
        self.clicked.connect(self._clicked)
        model.modelReset.connect(self.fit)
        self.fit()

    def current_day(self) -> date | None:
        """The day that the keyboard stands on."""
        cell = self._days.cell_at(self.currentIndex())
        return cell.day if cell else None

    def set_current_day(self, day: date) -> None:
        """Let the keyboard stand on this day, if it is on this page."""
        index = self._days.index_of(day)
        if index.isValid():
            self.setCurrentIndex(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, turn the page, choose or leave."""
        day, grid = self.current_day() or self._days.shown.grid.since, self._days.shown.grid
        key = Qt.Key(event.key())
        if key in _STEPS:
            rows, columns = _STEPS[key]
            self.day_reached.emit(grid.stepped(day, rows, -columns if self.isRightToLeft() else columns))
        elif key in _PAGES:
            self.day_reached.emit(grid.turned(day, _PAGES[key]))
        elif key == Qt.Key.Key_Home:
            self.day_reached.emit(self._days.shown.today)
        elif key in _CHOOSE:
            self.day_chosen.emit(day)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        self._share_width()

    def viewportEvent(self, event: QEvent) -> bool:
        """Paint the focus anew when it comes and goes."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.viewport().update()
        return super().viewportEvent(event)

    def sizeHint(self) -> QSize:
        """As high as the rows, whatever the width."""
        return QSize(super().sizeHint().width(), self.height())

    @Slot()
    def fit(self) -> None:
        """Give rows, columns and headers the room that the page needs."""
        is_month = isinstance(self._days.shown.grid, MonthGrid)
        self.horizontalHeader().setVisible(is_month)
        self.verticalHeader().setVisible(not is_month)
        label = QFontMetrics(small_font(self.font())).height()
        row = self.fontMetrics().height() * 8 // 5 if is_month else label
        self.verticalHeader().setDefaultSectionSize(row)
        header = self.horizontalHeader().sizeHint().height() if is_month else 0
        self.setFixedHeight(row * self._days.rowCount() + header)
        self._share_width()

    def _share_width(self) -> None:
        columns = self._days.columnCount()
        room = self.viewport().width()
        for column in range(columns):
            # Each column ends where its share of the whole ends, so that no pixel is left over at the side.
            self.setColumnWidth(column, room * (column + 1) // columns - room * column // columns)

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        cell = self._days.cell_at(index)
        if cell is not None:
            self.day_chosen.emit(cell.day)


class _DayDelegate(QStyledItemDelegate):
    """Paints a day, with the keyboard's place where the view has the focus."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        cell = index.data(Role.CELL)
        if cell is not None:
            state: QStyle.StateFlag = option.state
            is_current = bool(state & QStyle.StateFlag.State_HasFocus)
            rect, font = option.rect, option.font
            if cell.numbered:
                painter.setFont(small_font(font))
            paint(painter, rect, theme().tokens, replace(cell, is_current=True) if is_current else cell)
