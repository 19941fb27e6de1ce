"""A list of rows as high as their words ask, with headings between; 100,000 are as quick as ten."""

from typing import NamedTuple, TypeAlias

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Slot,
)
from PySide6.QtGui import QCursor, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOptionViewItem, QWidget

from amp_desktop.ui.entries.list.day_heading import heading_height, paint_heading
from amp_desktop.ui.entries.list.delegate import EntryDelegate
from amp_desktop.ui.entries.list.group_heading import group_height, paint_group
from amp_desktop.ui.entries.list.model import EntryRole, EntryRows
from amp_desktop.ui.entries.list.row_layout import RowLayout
from amp_desktop.ui.entries.list.row_measures import RowExtent
from amp_desktop.ui.style.theme import theme

Index: TypeAlias = QModelIndex | QPersistentModelIndex
Move: TypeAlias = QAbstractItemView.CursorAction


class _Extent(NamedTuple):
    """What the height of a row follows from: its words, and whether a day's heading stands over it."""

    row: RowExtent | None
    is_headed: bool


class TimelineView(QListView):
    """Reckons where its rows stand.

    A list view lays out all its rows anew whenever some come, and asks for the height of each; where heights
    differ, that would take longer with every page that is fetched. So nothing is laid out here, and all that
    asks for a place is answered by a `RowLayout`.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: EntryRows | None = None
        self._rows = RowLayout(self._measured, self._height_of)
        self._width = 0
        self._heading_height = 0
        self._target = -1
        self._kept_row = QPersistentModelIndex()
        self._kept_top = 0
        self.viewport().setAttribute(
            Qt.WidgetAttribute.WA_OpaquePaintEvent
        )  # else scrolling paints everything
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show these rows."""
        self._entries = model if isinstance(model, EntryRows) else None
        if self._entries is not None:
            # First of all, so that places are right whatever else hears of it.
            self._entries.modelReset.connect(self._measure_anew)
            self._entries.layoutChanged.connect(self._measure_anew)
            self._entries.rowsInserted.connect(self._rows_came)
            self._entries.rowsRemoved.connect(self._rows_went)
            self._entries.rowsMoved.connect(self._rows_moved)
            self._entries.dataChanged.connect(self._rows_changed)
        super().setModel(model)
        self._measure_anew()
        if self._entries is not None:
            self._entries.reloading.connect(self._remember_place)
            self._entries.reloaded.connect(self._return_to_place)

    def row_layout(self) -> RowLayout[_Extent]:
        """Where the rows stand now."""
        width = self.viewport().width()
        if width != self._width:
            self._width = width
            self._rows.resized()
        return self._rows

    @Slot()
    def _measure_anew(self) -> None:
        self._heading_height = heading_height(self.font())
        self._rows.reset(self._entries.rowCount() if self._entries is not None else 0)

    @Slot(QModelIndex, int, int)
    def _rows_came(self, _: QModelIndex, first: int, last: int) -> None:
        self._rows.insert(first, last - first + 1)

    @Slot(QModelIndex, int, int)
    def _rows_went(self, _: QModelIndex, first: int, last: int) -> None:
        self._rows.remove(first, last)

    @Slot(QModelIndex, int, int, QModelIndex, int)
    def _rows_moved(self, _: QModelIndex, first: int, last: int, __: QModelIndex, to: int) -> None:
        self._rows.change(min(first, to), max(last, to))

    @Slot(QModelIndex, QModelIndex)
    def _rows_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        self._rows.change(first.row(), last.row() + 1)

    def _measured(self, row: int) -> _Extent:
        entries, delegate = self._entries, self.itemDelegate()
        if entries is None or not isinstance(delegate, EntryDelegate):
            return _Extent(None, is_headed=False)
        delegate.set_headed(headed=entries.is_headed, grouped=entries.is_grouped)
        return _Extent(delegate.extent(entries.index(row), self.font()), entries.bears_heading(row))

    def _height_of(self, extent: _Extent) -> int:
        delegate = self.itemDelegate()
        above = self._heading_height if extent.is_headed else 0
        if extent.row is None or not isinstance(delegate, EntryDelegate):
            return max(group_height(self.font()), 1)
        return above + delegate.height(extent.row, self.font(), self._width)

    def set_target(self, row: int) -> None:
        """Show that row as the one that something would be dropped on; -1 for none."""
        if row != self._target:
            self._target = row
            self.viewport().update()

    @Slot()
    def _remember_place(self) -> None:
        """Anything may come and go: note which row is looked at, and where it stands."""
        self._kept_row = QPersistentModelIndex(self._looked_at())
        self._kept_top = self.visualRect(self._kept_row).top()

    @Slot()
    def _return_to_place(self) -> None:
        """Have that row stand where it stood: keep the row, and not the pixels."""
        if self._kept_row.isValid():
            self.updateGeometries()
            moved = self.visualRect(self._kept_row).top() - self._kept_top
            self.verticalScrollBar().setValue(self.verticalOffset() + moved)
        self._kept_row = QPersistentModelIndex()

    def _looked_at(self) -> QModelIndex:
        """The row under the pointer, else the current one if it is in sight, else the first in sight.

        None where the list stands at its beginning and nobody points into it: what is new is to be seen.
        """
        hovered, current = self._hovered(), self.currentIndex()
        if hovered >= 0:
            return self.model().index(hovered, 0)
        if not self.verticalOffset():
            return QModelIndex()
        in_sight = current.isValid() and self.viewport().rect().intersects(self.visualRect(current))
        return current if in_sight else self.indexAt(QPoint(0, 0))

    # What Qt asks for

    def visualRect(self, index: Index) -> QRect:
        """Where a row is seen, its heading included."""
        if not index.isValid():
            return QRect()
        rows = self.row_layout()
        top = rows.top(index.row()) - self.verticalOffset()
        return QRect(0, top, self.viewport().width(), rows.height_of(index.row()))

    def indexAt(self, place: QPoint) -> QModelIndex:
        """The row that is seen there; a heading belongs to the row under it."""
        rows = self.row_layout()
        row = rows.row_at(place.y() + self.verticalOffset())
        return self.model().index(row, 0) if 0 <= row < rows.rows else QModelIndex()

    def verticalOffset(self) -> int:
        """How far it is scrolled, in pixels."""
        return self.verticalScrollBar().value()

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a row into sight by the least scrolling, or where `hint` wants it."""
        if not index.isValid():
            return
        self.executeDelayedItemsLayout()
        rect, height, bar = self.visualRect(index), self.viewport().height(), self.verticalScrollBar()
        above, below = rect.top(), rect.bottom() + 1 - height
        match hint:
            case QAbstractItemView.ScrollHint.PositionAtTop:
                by = above
            case QAbstractItemView.ScrollHint.PositionAtBottom:
                by = below
            case QAbstractItemView.ScrollHint.PositionAtCenter:
                by = (above + below) // 2
            case _:
                by = min(above, 0) or max(min(below, above), 0)
        bar.setValue(bar.value() + by)

    def moveCursor(self, action: Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:  # noqa: ARG002
        """The row that a key goes to."""
        rows, current = self.row_layout(), self.currentIndex()
        if not rows.rows:
            return QModelIndex()
        row = current.row() if current.isValid() else -1
        return self.model().index(min(max(self._moved(action, row, rows), 0), rows.rows - 1), 0)

    def _moved(self, action: Move, row: int, rows: RowLayout[_Extent]) -> int:
        page = self.viewport().height() - rows.height_of(max(row, 0))
        match action:
            case Move.MoveHome:
                return 0
            case Move.MoveEnd:
                return rows.rows - 1
            case Move.MovePageUp:
                return min(rows.row_at(rows.top(row) - page), row - 1)
            case Move.MovePageDown:
                return max(rows.row_at(rows.top(row) + page), row + 1)
            case Move.MoveUp | Move.MovePrevious:
                return row - 1
            case Move.MoveDown | Move.MoveNext:
                return row + 1
        return row

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Choose the rows that a rectangle touches."""
        rows, rect, offset = self.row_layout(), rect.normalized(), self.verticalOffset()
        first = max(rows.row_at(rect.top() + offset), 0)
        last = min(rows.row_at(rect.bottom() + offset), rows.rows - 1)
        chosen = QItemSelection()
        if first <= last:
            chosen.select(self.model().index(first, 0), self.model().index(last, 0))
        self.selectionModel().select(chosen, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """What of a selection is in sight."""
        region, seen = QRegion(), self.viewport().rect()
        for part in map(selection.at, range(selection.size())):
            top, bottom = self.visualRect(part.topLeft()).top(), self.visualRect(part.bottomRight()).bottom()
            region += QRect(0, top, seen.width(), bottom - top + 1).intersected(seen)
        return region

    def doItemsLayout(self) -> None:
        """There is nothing to lay out, only to paint and to scroll."""
        QAbstractItemView.doItemsLayout(self)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move what is painted already; only what comes into sight is painted anew."""
        self.viewport().scroll(dx, dy)
        self._fetch_near()

    def _fetch_near(self) -> None:
        """Groups end anywhere in the list, where Qt does not ask for more."""
        if self._entries is not None and self._entries.rowCount():
            rows, top = self.row_layout(), self.verticalOffset()
            self._entries.fetch_near(rows.row_at(top), rows.row_at(top + self.viewport().height()))

    def rowsInserted(self, parent: Index, first: int, last: int) -> None:
        """Where rows come at the end, as by scrolling, what stands before them stays as it is painted."""
        QAbstractItemView.rowsInserted(self, parent, first, last)
        rows = self.row_layout()
        if last + 1 < rows.rows:
            self.scheduleDelayedItemsLayout()
            return
        self.updateGeometries()
        seen = self.viewport().rect()
        seen.setTop(rows.top(first) - self.verticalOffset())
        self.viewport().update(seen)

    def updateGeometries(self) -> None:
        """Let the scroll bar reach over all rows."""
        bar, seen = self.verticalScrollBar(), self.viewport().height()
        bar.setPageStep(seen)
        bar.setSingleStep(self.fontMetrics().height() * 2)
        bar.setRange(0, max(self.row_layout().height - seen, 0))
        QAbstractItemView.updateGeometries(self)
        self._fetch_near()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where rows become higher or lower with the width, the first one in sight stays where it is."""
        before, offset = self._rows, self.verticalOffset()
        first = before.row_at(offset) if offset and self._width else -1
        hidden = offset - before.top(first) if first >= 0 else 0
        super().resizeEvent(event)
        if 0 <= first < self.row_layout().rows:
            self.updateGeometries()
            self.verticalScrollBar().setValue(self.row_layout().top(first) + hidden)

    def changeEvent(self, event: QEvent) -> None:
        """Another font asks for other heights."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measure_anew()
            self.scheduleDelayedItemsLayout()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows in sight, each under its heading."""
        rows, offset, entries = self.row_layout(), self.verticalOffset(), self._entries
        delegate = self.itemDelegate()
        if entries is None or not isinstance(delegate, EntryDelegate):
            return
        delegate.set_headed(headed=entries.is_headed, grouped=entries.is_grouped)
        first = max(rows.row_at(event.rect().top() + offset), 0)
        after = min(rows.row_at(event.rect().bottom() + offset) + 1, rows.rows)
        painter, option = QPainter(self.viewport()), self._option()
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # headings, too, run as written
        painter.fillRect(event.rect(), theme().tokens.window)
        plain, hovered = option.state & ~QStyle.StateFlag.State_MouseOver, self._hovered()
        for row in range(first, after):
            index = entries.index(row)
            card = self.visualRect(index)
            if entries.bears_heading(row):
                place = QRect(card.topLeft(), card.size())
                place.setHeight(self._heading_height)
                card.setTop(place.bottom() + 1)
                heading = index.data(EntryRole.HEADING)
                paint_heading(painter, place, heading, option.font, mirrored=self.isRightToLeft())
            option.rect = card
            option.state = plain | self._state(index, hovered=row == hovered)
            group = entries.group_at(row)
            if group is not None:
                focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
                paint_group(painter, card, group, option.font, mirrored=self.isRightToLeft(), focused=focused)
                continue
            delegate.paint(painter, option, index)
        painter.end()

    def _option(self) -> QStyleOptionViewItem:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        return option

    def _hovered(self) -> int:
        if not self.viewport().underMouse():
            return -1
        return self.indexAt(self.viewport().mapFromGlobal(QCursor.pos())).row()

    def _state(self, index: QModelIndex, *, hovered: bool) -> QStyle.StateFlag:
        if index.row() == self._target:
            return QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus
        state = QStyle.StateFlag.State_None
        if self.selectionModel().isSelected(index):
            state |= QStyle.StateFlag.State_Selected
        if index == self.currentIndex() and self.hasFocus():
            state |= QStyle.StateFlag.State_HasFocus
        return state | QStyle.StateFlag.State_MouseOver if hovered else state
