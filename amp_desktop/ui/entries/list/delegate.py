"""The row that a list shows for an entry."""

from collections.abc import Callable
from datetime import date
from functools import cache

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QHelpEvent, QIcon, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from amp_desktop.domain.entry import Kind
from amp_desktop.domain.query import EntryRow, SearchHit
from amp_desktop.ui.entries.list.model import EntryRole
from amp_desktop.ui.entries.list.row_measures import RowExtent, RowMeasures
from amp_desktop.ui.entries.list.row_words import ListRowText, row_text
from amp_desktop.ui.entries.list.snippet import paint_lines
from amp_desktop.ui.kinds.base import RowFact
from amp_desktop.ui.kinds.registry import view_of
from amp_desktop.ui.kinds.row_words import title_of
from amp_desktop.ui.style.icons import icon
from amp_desktop.ui.style.theme import theme
from amp_desktop.ui.widgets.painting import dots_size, paint_dots
from amp_desktop.ui.widgets.state_shape import paint_shape
from amp_desktop.ui.widgets.tips import plain_tip

Index = QModelIndex | QPersistentModelIndex

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter


class EntryDelegate(QStyledItemDelegate):
    """Paints a title over as many lines as it takes, and under it in one small line what matters.

    All sizes come from the font and all colours from the theme; the row is mirrored where the window is.
    """

    def __init__(
        self, today: Callable[[], date], parent: QObject | None = None, *, only: Kind | None = None
    ) -> None:
        """Make one for a list.

        Args:
            today: Says which day it is.
            parent: The owner.
            only: The one kind that the list holds; its rows then need not say which they are.
        """
        super().__init__(parent)
        self._only = only
        self._headed = False
        self._grouped = False
        self._today = today
        self._measures: RowMeasures | None = None

    def set_headed(self, *, headed: bool, grouped: bool) -> None:
        """Say whether day and state stand in a heading over the row, so that it need not tell them."""
        self._headed, self._grouped = headed, grouped

    def extent(self, index: Index, font: QFont) -> RowExtent | None:
        """What a row's height follows from at any width; None where there is no row."""
        hit = index.data(EntryRole.HIT)
        return self._extent_of(hit, self._text(hit), font) if isinstance(hit, SearchHit) else None

    def height(self, extent: RowExtent, font: QFont, width: int) -> int:
        """How high a row of this width is."""
        return self.measures(font).height(extent, width)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its words ask at the width that is given."""
        extent = self.extent(index, option.font) or RowExtent(self.measures(option.font).extent("x"))
        width = option.rect.width()
        return QSize(width, self.height(extent, option.font, width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        hit = index.data(EntryRole.HIT)
        if not isinstance(hit, SearchHit):
            return
        measures, mirrored = self.measures(option.font), _mirrored(option)
        text = self._text(hit)
        extent = self._extent_of(hit, text, option.font)
        titles, excerpts = measures.lines(extent, option.rect.width())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # Words run as they are written; else "3 of 4 steps" would become "of 4 steps 3" in a mirrored row.
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self._paint_ground(painter, option, measures)
        if extent.has_shape:
            self._paint_shape(
                painter, measures.shape(option.rect, mirrored=mirrored), hit.row, text, mirrored
            )
        place = measures.title_place(option.rect, extent, titles, mirrored=mirrored)
        self._paint_title(painter, measures, place, text, titles, mirrored)
        painter.setFont(measures.small_font)
        painter.setPen(theme().tokens.muted)
        if excerpts:
            where = measures.small_place(place, 0, excerpts)
            tokens, marks = theme().tokens, text.excerpt_marks
            paint_lines(painter, where, text.excerpt, marks, tokens, lines=excerpts, mirrored=mirrored)
        if extent.has_line:
            _paint_line(painter, measures.small_place(place, excerpts), text, mirrored)
        painter.restore()

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Show the whole of a title that is cut, where the pointer rests."""
        hit, extent = index.data(EntryRole.HIT), self.extent(index, option.font)
        if event.type() != QEvent.Type.ToolTip or extent is None or not isinstance(hit, SearchHit):
            return False
        is_cut = self.measures(option.font).is_cut(extent, option.rect.width())
        QToolTip.showText(event.globalPos(), plain_tip(title_of(hit.row)) if is_cut else "", view)
        return True

    def measures(self, font: QFont) -> RowMeasures:
        """What rows in this font measure."""
        if self._measures is None or not self._measures.are_of(font):
            self._measures = RowMeasures(font)
        return self._measures

    def _text(self, hit: SearchHit) -> ListRowText:
        return row_text(hit, self._today(), only=self._only, headed=self._headed, grouped=self._grouped)

    def _extent_of(self, hit: SearchHit, text: ListRowText, font: QFont) -> RowExtent:
        measures = self.measures(font)
        return RowExtent(
            measures.extent(text.title),
            measures.extent(text.excerpt, small=True),
            text.has_line,
            self._only is None or text.fact.shape is not None or not hit.row.is_known,
        )

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, measures: RowMeasures) -> None:
        """What lies behind a row that is chosen, or that the pointer is on; the keyboard's has an edge."""
        tokens = theme().tokens
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if not (selected or focused or option.state & QStyle.StateFlag.State_MouseOver):
            return
        painter.setPen(QPen(tokens.accent, 2.0) if focused else Qt.PenStyle.NoPen)
        painter.setBrush(tokens.selection if selected else tokens.hover)
        rect = QRectF(option.rect).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(rect, measures.radius, measures.radius)

    def _paint_shape(
        self, painter: QPainter, rect: QRect, row: EntryRow, text: ListRowText, mirrored: bool
    ) -> None:
        """How far it has come; where there are several kinds, which kind it is."""
        if self._only is not None and text.fact.shape is not None:
            paint_shape(painter, rect, text.fact.shape, theme().tokens, mirrored=mirrored)
        else:
            _sign(view_of(row).icon_name).paint(painter, rect)

    def _paint_title(
        self,
        painter: QPainter,
        measures: RowMeasures,
        rect: QRect,
        text: ListRowText,
        lines: int,
        mirrored: bool,
    ) -> None:
        tokens = theme().tokens
        painter.setFont(measures.title_font)
        painter.setPen(tokens.text if text.is_titled else tokens.muted)
        paint_lines(painter, rect, text.title, text.title_marks, tokens, lines=lines, mirrored=mirrored)


def _paint_line(painter: QPainter, rect: QRect, text: ListRowText, mirrored: bool) -> None:
    """What matters, and at the far end the signs."""
    for name in text.signs:
        rect = _paint_sign(painter, rect, name, mirrored)
    apart = painter.fontMetrics().height() * 2 // 3
    if text.line:
        rect = _paint_words(painter, rect, text.line, apart, mirrored)
    _paint_values(painter, rect, text.fact, apart, mirrored)


def _paint_sign(painter: QPainter, rect: QRect, name: str, mirrored: bool) -> QRect:
    side = painter.fontMetrics().ascent()
    place = QRect(0, 0, side, side)
    place.moveCenter(rect.center())
    place.moveLeft(rect.left()) if mirrored else place.moveRight(rect.right())
    _sign(name).paint(painter, place)
    gap = side * 3 // 2
    return rect.adjusted(gap, 0, 0, 0) if mirrored else rect.adjusted(0, 0, -gap, 0)


@cache
def _sign(name: str) -> QIcon:
    return icon(name)


def _paint_values(painter: QPainter, rect: QRect, fact: RowFact, apart: int, mirrored: bool) -> None:
    metrics = painter.fontMetrics()
    near, dots = metrics.height() // 4, dots_size(metrics).width()
    needed = sum(metrics.horizontalAdvance(letter) + near + dots for letter, _ in fact.values)
    if needed + apart * (len(fact.values) - 1) > rect.width():  # figures take less room
        for letter, value in fact.values:
            rect = _paint_words(painter, rect, f"{letter} {value}", apart, mirrored)
        return
    for letter, value in fact.values:
        rect = _paint_words(painter, rect, letter, near, mirrored)
        paint_dots(painter, rect, value, theme().tokens, mirrored=mirrored)
        rect = _shortened(rect, dots + apart, mirrored)


def _paint_words(painter: QPainter, rect: QRect, words: str, gap: int, mirrored: bool) -> QRect:
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, _RIGHT if mirrored else _LEFT, shown)
    return _shortened(rect, metrics.horizontalAdvance(shown) + gap, mirrored)


def _shortened(rect: QRect, by: int, mirrored: bool) -> QRect:
    return rect.adjusted(0, 0, -by, 0) if mirrored else rect.adjusted(by, 0, 0, 0)


def _mirrored(option: QStyleOptionViewItem) -> bool:
    return option.direction is Qt.LayoutDirection.RightToLeft
