"""How a row of the timeline is painted: a quiet spine, a shape for what happened, and its words."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from amp_desktop.domain.dated_facts import What
from amp_desktop.ui.style.theme import theme
from amp_desktop.ui.style.tokens import Tokens
from amp_desktop.ui.timeline.model import TimelineRole
from amp_desktop.ui.timeline.rows import RowKind, TimelineRow
from amp_desktop.ui.widgets.painting import small_font

_DAY = 5.2
"""The room for the day before the spine, and"""
_AFTER = 2.0
"""from the spine to the words, in heights of a line."""
_BIG = frozenset({What.REACHED, What.ACHIEVED})
_WRAPPED = Qt.TextFlag.TextWordWrap.value


class TimelineDelegate(QStyledItemDelegate):
    """Rows are as high as their words."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As wide as the view, as high as the words need."""
        row: TimelineRow | None = index.data(TimelineRole.ROW)
        width = self._view.viewport().width()
        return QSize(0, _Lines(row, option.font, width).height) if row is not None else QSize()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint it."""
        row: TimelineRow | None = index.data(TimelineRole.ROW)
        if row is None:
            return
        rect, font, state = option.rect, option.font, option.state  # type: QRect, QFont, QStyle.StateFlag
        chosen = bool(state & QStyle.StateFlag.State_Selected) and self._view.hasFocus()
        is_last = index.row() == index.model().rowCount() - 1
        paint_row(
            painter,
            rect,
            font,
            theme().tokens,
            row,
            chosen=chosen,
            is_last=is_last,
            mirrored=self._view.isRightToLeft(),
        )


def paint_row(
    painter: QPainter,
    rect: QRect,
    font: QFont,
    tokens: Tokens,
    row: TimelineRow,
    *,
    chosen: bool = False,
    is_last: bool = False,
    mirrored: bool = False,
) -> None:
    """Paint one row into its rectangle; the painter is left as it was found."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # each text reads in its own direction
    lines = _Lines(row, font, rect.width())
    place = _Placed(rect, lines.line, mirrored=mirrored)
    if row.in_window:
        quiet = QColor(tokens.hover)
        quiet.setAlpha(255 if tokens.dark else 150)
        painter.fillRect(place.from_spine(-0.55, 0.55), quiet)
    _paint_spine(painter, tokens, row, place, lines, is_last=is_last)
    if chosen:
        painter.setPen(QPen(tokens.accent, 2.0))
        painter.setBrush(tokens.selection)
        painter.drawRoundedRect(place.words.adjusted(-lines.line * 0.6, 1, 0, -1), 5, 5)
    _paint_shape(painter, tokens, row, QPointF(place.spine, rect.top() + lines.middle), lines.line)
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    flags = int((side | Qt.AlignmentFlag.AlignAbsolute).value) | _WRAPPED
    top = QRectF(place.words).adjusted(0, lines.air, 0, 0)
    painter.setFont(lines.strong)
    painter.setPen(tokens.muted if row.kind is RowKind.WEEK else tokens.text)
    painter.drawText(top, flags, row.words)
    painter.setFont(lines.small)
    painter.setPen(tokens.muted)
    painter.drawText(top.adjusted(0, lines.words_height, 0, 0), flags, row.detail)
    painter.drawText(place.day_box(lines.middle), int((_far(side)).value), row.day)
    painter.restore()


def _far(side: Qt.AlignmentFlag) -> Qt.AlignmentFlag:
    other = Qt.AlignmentFlag.AlignLeft if side == Qt.AlignmentFlag.AlignRight else Qt.AlignmentFlag.AlignRight
    return other | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter


class _Lines:
    """The fonts of a row and the heights of its words."""

    def __init__(self, row: TimelineRow, font: QFont, width: int) -> None:
        self.line = QFontMetrics(font).height()
        self.small = small_font(font)
        self.strong = QFont(font)
        if row.kind is RowKind.TERM:
            self.strong.setPointSizeF(font.pointSizeF() * 1.2)
            self.strong.setWeight(QFont.Weight.DemiBold)
        elif row.kind is RowKind.WEEK:
            self.strong = QFont(self.small)
            self.strong.setWeight(QFont.Weight.DemiBold)
        elif row.what in _BIG:
            self.strong.setWeight(QFont.Weight.DemiBold)
        self.air = self.line * (
            0.9 if row.kind is RowKind.TERM else 0.6 if row.kind is RowKind.WEEK else 0.28
        )
        room = max(round(width - self.line * (_DAY + _AFTER + 1)), 60)
        self.words_height = _height(self.strong, row.words, room)
        detail = _height(self.small, row.detail, room) if row.detail else 0
        self.middle = self.air + QFontMetrics(self.strong).height() / 2
        self.height = round(self.words_height + detail + 2 * self.air)


def _height(font: QFont, words: str, room: int) -> int:
    return QFontMetrics(font).boundingRect(0, 0, room, 100_000, _WRAPPED, words).height()


class _Placed:
    """Where day, spine and words of a row stand."""

    def __init__(self, rect: QRect, line: int, *, mirrored: bool) -> None:
        self._rect, self._line = rect, line
        before = line * _DAY
        self.spine = rect.right() - before if mirrored else rect.left() + before
        after = line * (_DAY + _AFTER)
        inside = (
            rect.adjusted(line, 0, -round(after), 0) if mirrored else rect.adjusted(round(after), 0, -line, 0)
        )
        self.words = QRectF(inside)
        self._mirrored = mirrored

    def from_spine(self, one: float, other: float) -> QRect:
        """A strip along the spine."""
        left = round(self.spine + one * self._line)
        return QRect(left, self._rect.top(), round((other - one) * self._line), self._rect.height())

    def day_box(self, middle: float) -> QRectF:
        """Where the day is told, on the other side of the spine."""
        high, gap = self._line * 1.4, self._line * 0.9
        width = self._line * _DAY - gap
        left = self.spine + gap if self._mirrored else self._rect.left()
        return QRectF(left, self._rect.top() + middle - high / 2, width, high)


def _paint_spine(
    painter: QPainter, tokens: Tokens, row: TimelineRow, place: _Placed, lines: _Lines, *, is_last: bool
) -> None:
    if row.kind is RowKind.TERM:
        return
    rect = place.from_spine(0, 0)
    end = rect.top() + lines.middle if is_last else rect.top() + rect.height()
    painter.setPen(QPen(tokens.line, 2.0))
    painter.drawLine(QPointF(place.spine, rect.top()), QPointF(place.spine, end))


def _paint_shape(painter: QPainter, tokens: Tokens, row: TimelineRow, at: QPointF, line: int) -> None:
    """A lozenge for a milestone, a disc for a goal, a ring for what was resolved, a dot for a step."""
    painter.setPen(QPen(tokens.muted, 1.5))
    painter.setBrush(tokens.base)
    size = line * 0.34
    match row.what:
        case What.REACHED:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.good)
            painter.drawPolygon(_lozenge(at, line * 0.48))
        case What.ACHIEVED:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.good)
            painter.drawEllipse(at, size * 1.1, size * 1.1)
        case What.LET_GO:
            painter.drawEllipse(at, size, size)
        case What.RESOLVED:
            painter.setPen(QPen(tokens.accent, 2.0))
            painter.drawEllipse(at, size * 0.9, size * 0.9)
        case What.FEEDBACK:
            painter.setPen(QPen(tokens.accent, 1.6))
            painter.drawRoundedRect(QRectF(at.x() - size, at.y() - size * 0.8, 2 * size, 1.6 * size), 3, 3)
        case What.STEP_DONE | What.ACTION_DONE:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.accent)
            painter.drawEllipse(at, line * 0.17, line * 0.17)
        case _ if row.kind is RowKind.WEEK:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.control)
            painter.drawRect(QRectF(at.x() - line * 0.3, at.y() - 1, line * 0.6, 2))


def _lozenge(at: QPointF, radius: float) -> QPolygonF:
    return QPolygonF([at + QPointF(x * radius, y * radius) for x, y in ((0, -1), (1, 0), (0, 1), (-1, 0))])
