"""The card that a list shows for an entry."""

from collections.abc import Callable
from datetime import date
from functools import cache

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QIcon, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from amp_desktop.domain.entry import Kind, Sharing
from amp_desktop.domain.query import EntryRow, SearchHit
from amp_desktop.ui.entries.list.card_measures import EXCERPT_LINES, CardMeasures
from amp_desktop.ui.entries.list.model import EntryRole
from amp_desktop.ui.entries.list.snippet import paint_lines
from amp_desktop.ui.kinds.base import Fact
from amp_desktop.ui.kinds.registry import view_of
from amp_desktop.ui.kinds.row_words import is_on_agenda, title_of
from amp_desktop.ui.style.dates import short_day
from amp_desktop.ui.style.icons import icon
from amp_desktop.ui.style.theme import theme
from amp_desktop.ui.widgets.painting import dots_size, paint_chips, paint_dots

Index = QModelIndex | QPersistentModelIndex

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter


class EntryDelegate(QStyledItemDelegate):
    """Paints title, day, two lines of text, what matters for the kind, and tags.

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
        self._today = today
        self._measures: CardMeasures | None = None

    def set_headed(self, *, headed: bool) -> None:
        """Say whether the day stands in a heading over the row, so that the row need not tell it."""
        self._headed = headed

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """One height for all rows, so that a list of 100,000 needs to ask once."""
        return self._measures_of(option.font).size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one card."""
        hit = index.data(EntryRole.HIT)
        if not isinstance(hit, SearchHit):
            return
        measures, tokens, mirrored = self._measures_of(option.font), theme().tokens, _mirrored(option)
        view = view_of(hit.row)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = measures.card(option.rect)
        self._paint_card(painter, option, card)
        inner = measures.inner(card)
        self._paint_head(painter, measures, measures.title_line(inner), hit, mirrored)
        painter.setFont(measures.small_font)
        painter.setPen(tokens.muted)
        excerpt, words = measures.excerpt(inner), hit.snippet or view.excerpt(hit.row)
        paint_lines(painter, excerpt, words, hit.marks, tokens, lines=EXCERPT_LINES, mirrored=mirrored)
        self._paint_foot(painter, measures.foot(inner), hit.row, view.fact(hit.row, self._today()), mirrored)
        painter.restore()

    def _measures_of(self, font: QFont) -> CardMeasures:
        if self._measures is None or not self._measures.are_of(font):
            self._measures = CardMeasures(font)
        return self._measures

    def _paint_card(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect) -> None:
        tokens = theme().tokens
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = selected and bool(option.state & QStyle.StateFlag.State_HasFocus)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        width = 2.0 if focused else 1.0
        edge = tokens.accent if selected else tokens.control if hovered else tokens.line
        painter.setPen(QPen(edge, width))
        painter.setBrush(tokens.selection if selected else tokens.base)
        radius = self._measures_of(option.font).radius
        painter.drawRoundedRect(
            QRectF(rect).adjusted(width / 2, width / 2, -width / 2, -width / 2), radius, radius
        )

    def _paint_head(
        self, painter: QPainter, measures: CardMeasures, rect: QRect, hit: SearchHit, mirrored: bool
    ) -> None:
        tokens = theme().tokens
        room = rect if self._headed else self._paint_day(painter, measures, rect, hit.row.day, mirrored)
        painter.setFont(measures.title_font)
        painter.setPen(tokens.text if hit.row.title else tokens.muted)
        marks = hit.title_marks if hit.row.title else ()
        paint_lines(painter, room, title_of(hit.row), marks, tokens, lines=1, mirrored=mirrored)

    def _paint_day(
        self, painter: QPainter, measures: CardMeasures, rect: QRect, day: date, mirrored: bool
    ) -> QRect:
        """The day at the far end; answers with what room is left."""
        words = short_day(day, self._today())
        painter.setFont(measures.small_font)
        painter.setPen(theme().tokens.muted)
        painter.drawText(rect, _LEFT if mirrored else _RIGHT, words)
        taken = measures.small.horizontalAdvance(words) + measures.inset
        return _shortened(rect, taken, not mirrored)

    def _paint_foot(self, painter: QPainter, rect: QRect, row: EntryRow, fact: Fact, mirrored: bool) -> None:
        rest = _paint_signs(painter, rect, row, mirrored)
        rest = _paint_fact(painter, rest, fact, mirrored)
        says_kind = self._only is not None or bool(fact.values)
        chips = row.tags if says_kind else (view_of(row).name().lower(), *row.tags)
        paint_chips(painter, rest, chips, theme().tokens, mirrored=mirrored)


def _paint_signs(painter: QPainter, rect: QRect, row: EntryRow, mirrored: bool) -> QRect:
    """The icons of what may leave the journal, is pinned or has something attached, at the far end."""
    leaves = "message-square" if is_on_agenda(row) else "send" if row.sharing is Sharing.SHAREABLE else ""
    for name in filter(None, (leaves, "pin" if row.pinned else "", "paperclip" if row.attached else "")):
        rect = _paint_sign(painter, rect, name, mirrored)
    return rect


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


def _paint_fact(painter: QPainter, rect: QRect, fact: Fact, mirrored: bool) -> QRect:
    """What matters for the kind, at the leading edge."""
    metrics = painter.fontMetrics()
    near, apart, dots = metrics.height() // 4, metrics.height() * 2 // 3, dots_size(metrics).width()
    needed = sum(metrics.horizontalAdvance(letter) + near + dots for letter, _ in fact.values)
    if needed + apart * (len(fact.values) - 1) > rect.width():  # figures take less room
        for letter, value in fact.values:
            rect = _paint_words(painter, rect, f"{letter} {value}", apart, mirrored)
    else:
        for letter, value in fact.values:
            rect = _paint_words(painter, rect, letter, near, mirrored)
            paint_dots(painter, rect, value, theme().tokens, mirrored=mirrored)
            rect = _shortened(rect, dots + apart, mirrored)
    return _paint_words(painter, rect, fact.text, apart, mirrored) if fact.text else rect


def _paint_words(painter: QPainter, rect: QRect, words: str, gap: int, mirrored: bool) -> QRect:
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, _RIGHT if mirrored else _LEFT, shown)
    return _shortened(rect, metrics.horizontalAdvance(shown) + gap, mirrored)


def _shortened(rect: QRect, by: int, mirrored: bool) -> QRect:
    return rect.adjusted(0, 0, -by, 0) if mirrored else rect.adjusted(by, 0, 0, 0)


def _mirrored(option: QStyleOptionViewItem) -> bool:
    return option.direction is Qt.LayoutDirection.RightToLeft
