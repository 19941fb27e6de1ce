"""The rows of the palette: a model of choices, and what paints them."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from amp_desktop.ui.palette.choice import PaletteItem
from amp_desktop.ui.style.icons import icon
from amp_desktop.ui.style.theme import theme
from amp_desktop.ui.widgets.painting import small_font

Index = QModelIndex | QPersistentModelIndex


class ChoiceModel(QAbstractListModel):
    """The choices that are offered now."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._choices: Sequence[PaletteItem] = ()

    def show(self, choices: Sequence[PaletteItem]) -> None:
        """Offer these."""
        self.beginResetModel()
        self._choices = choices
        self.endResetModel()

    def at(self, row: int) -> PaletteItem | None:
        """The choice of a row."""
        return self._choices[row] if 0 <= row < len(self._choices) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - an invalid index never changes
        """How many there are."""
        return 0 if parent.isValid() else len(self._choices)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a row says, to eyes and to ears."""
        choice = self.at(index.row())
        if choice is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return choice.text
        return choice.spoken if role == Qt.ItemDataRole.AccessibleTextRole else None


class ChoiceDelegate(QStyledItemDelegate):
    """Paints a row: the icon, what it says, and at the end its keys or its day."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """One height for all rows."""
        height = option.fontMetrics.height()
        return QSize(height * 12, height * 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        model = index.model()
        choice = model.at(index.row()) if isinstance(model, ChoiceModel) else None
        if choice is None:
            return
        painter.save()
        self._paint_ground(painter, option)
        room = option.fontMetrics.height()
        inside = option.rect.adjusted(room // 2, 0, -room // 2, 0)
        inside = _paint_icon(painter, option, inside, choice)
        inside = _paint_detail(painter, option, inside, choice)
        painter.setFont(option.font)
        painter.setPen(theme().tokens.text)
        _paint_text(painter, option, inside, choice.text, Qt.AlignmentFlag.AlignLeading)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        if not option.state & QStyle.StateFlag.State_Selected:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().tokens.selection)
        painter.drawRoundedRect(QRectF(option.rect), 8, 8)


def _paint_icon(painter: QPainter, option: QStyleOptionViewItem, room: QRect, choice: PaletteItem) -> QRect:
    """Paint the icon at the leading edge, and answer with the room that is left."""
    side = option.fontMetrics.height() * 9 // 8
    place = QRect(0, 0, side, side)
    place.moveCenter(room.center())
    mirrored = option.direction is Qt.LayoutDirection.RightToLeft
    place.moveLeft(room.right() + 1 - side if mirrored else room.left())
    if choice.icon_name:
        icon(choice.icon_name).paint(painter, place)
    taken = side + option.fontMetrics.height() // 2
    return room.adjusted(0, 0, -taken, 0) if mirrored else room.adjusted(taken, 0, 0, 0)


def _paint_detail(painter: QPainter, option: QStyleOptionViewItem, room: QRect, choice: PaletteItem) -> QRect:
    """Paint keys or day at the trailing edge, and answer with the room that is left."""
    painter.setFont(small_font(option.font))
    painter.setPen(theme().tokens.muted)
    _paint_text(painter, option, room, choice.detail, Qt.AlignmentFlag.AlignTrailing)
    taken = painter.fontMetrics().horizontalAdvance(choice.detail) + option.fontMetrics.height()
    mirrored = option.direction is Qt.LayoutDirection.RightToLeft
    return room.adjusted(taken, 0, 0, 0) if mirrored else room.adjusted(0, 0, -taken, 0)


def _paint_text(
    painter: QPainter, option: QStyleOptionViewItem, room: QRect, text: str, side: Qt.AlignmentFlag
) -> None:
    """Paint one line, cut short where there is no room, at the side that the window's direction asks for."""
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, max(room.width(), 1))
    where = QStyle.visualAlignment(option.direction, side) | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(room, where | Qt.AlignmentFlag.AlignAbsolute | Qt.TextFlag.TextSingleLine, shown)
