"""How the rows of the page are painted."""

import math
import re

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from amp_desktop.ui.evidence.rows import BoardRow, BoardRowKind, RowRole
from amp_desktop.ui.style.theme import theme
from amp_desktop.ui.widgets.laid_text import laid_text
from amp_desktop.ui.widgets.painting import small_font

Index = QModelIndex | QPersistentModelIndex


_LATIN = re.compile("[ -\u024f\u2010-\u2027]*")
"""Letters that the font of the window has itself, so that every line of them is as high as another."""


class EvidenceDelegate(QStyledItemDelegate):
    """Headings, topics, and what carries them under a line of its own.

    Attributes:
        target: The topic that what is carried would be dropped on, by its id; empty for none.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.target = ""
        self._fonts: tuple[str, _Fonts] | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As many lines as its words take in the width of the list."""
        row = index.data(RowRole.ROW)
        if not isinstance(row, BoardRow):
            return QSize(0, 0)
        fonts = self._fonts_of(option.font)
        room = fonts.room
        text_width = _text_width(option, row, room)
        height = fonts.words(row).height(row.words, text_width)
        if row.detail:
            height += fonts.detail.height(row.detail, text_width)
        return QSize(room * 8, height + _above(row, room, index) + room // 4)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row = index.data(RowRole.ROW)
        if not isinstance(row, BoardRow):
            return
        painter.save()
        tokens, fonts = theme().tokens, self._fonts_of(option.font)
        room = fonts.room
        above = _above(row, room, index)
        box = option.rect.adjusted(0, above, 0, 0)
        self._paint_ground(painter, option, row, box)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        indent = _indent(row, room)
        inside = box.adjusted(*((room // 2, 0, -indent, 0) if mirrored else (indent, 0, -room // 2, 0)))
        if row.kind in (BoardRowKind.PIN, BoardRowKind.OFFER):
            self._paint_bullet(painter, inside, room, mirrored=mirrored, filled=row.kind is BoardRowKind.PIN)
        is_quiet = row.kind in (BoardRowKind.GROUP, BoardRowKind.HEADING)
        painter.setPen(QColor(tokens.muted if is_quiet else tokens.text))
        width = _text_width(option, row, room)
        left = inside.right() + 1 - width if mirrored else inside.left()
        place = QPointF(left, inside.top() + room // 8)
        laid, height = laid_text(row.words, fonts.words(row).font, width, mirrored=mirrored)
        laid.draw(painter, place)
        if row.detail:
            painter.setPen(QColor(tokens.muted))
            detail, _ = laid_text(row.detail, fonts.detail.font, width, mirrored=mirrored)
            detail.draw(painter, place + QPointF(0, height))
        painter.restore()

    def _fonts_of(self, font: QFont) -> "_Fonts":
        key = font.key()
        if self._fonts is None or self._fonts[0] != key:
            self._fonts = key, _Fonts(font)
        return self._fonts[1]

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, row: BoardRow, box: QRect
    ) -> None:
        tokens = theme().tokens
        if row.kind in (BoardRowKind.GROUP, BoardRowKind.HEADING):
            return
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, tokens.selection)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, tokens.hover)
        is_target = bool(self.target) and row.topic is not None and row.topic.id == self.target
        has_keyboard = state & QStyle.StateFlag.State_Selected and state & QStyle.StateFlag.State_HasFocus
        if (is_target and row.kind is BoardRowKind.TOPIC) or has_keyboard:
            painter.setPen(QPen(tokens.accent, 2.0 if is_target else 1.0))
            painter.drawRect(box.adjusted(1, 1, -2, -2))

    @staticmethod
    def _paint_bullet(painter: QPainter, inside: QRect, room: int, *, mirrored: bool, filled: bool) -> None:
        tokens, size = theme().tokens, max(room // 3, 4)
        left = inside.right() + room // 2 if mirrored else inside.left() - room // 2 - size
        dot = QRect(left, inside.top() + room // 6 + (room - size) // 2, size, size)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tokens.accent, 1.4))
        painter.setBrush(tokens.accent if filled else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(dot)


class MeasuredFont:
    """A font, and how high a line of it is; measured once, for a board has hundreds of rows."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self._metrics = QFontMetrics(font)
        self._line = math.ceil(laid_text("x", font, 1000)[1])

    def height(self, words: str, width: int) -> int:
        """How high the words are in lines of that width, in pixels."""
        if _LATIN.fullmatch(words) and self._metrics.horizontalAdvance(words) < width:
            return self._line  # the advance is rounded; what other scripts need, only laying them out tells
        return math.ceil(laid_text(words or " ", self.font, width)[1])


class _Fonts:
    """The fonts of the rows."""

    def __init__(self, font: QFont) -> None:
        strong, heading = QFont(font), small_font(font)
        for one in (strong, heading):
            one.setWeight(QFont.Weight.DemiBold)
        self._words = MeasuredFont(QFont(font))  # that of an option does not last
        self._strong, self._heading = MeasuredFont(strong), MeasuredFont(heading)
        self.detail = MeasuredFont(small_font(font))
        self.room = QFontMetrics(font).height()

    def words(self, row: BoardRow) -> MeasuredFont:
        """The font of a row's first line."""
        if row.kind in (BoardRowKind.GROUP, BoardRowKind.HEADING):
            return self._heading
        return self._strong if row.kind is BoardRowKind.TOPIC else self._words


def _text_width(option: QStyleOptionViewItem, row: BoardRow, room: int) -> int:
    """How wide lines are, measured or painted, with room for the bar, which comes late."""
    view = option.widget
    width = option.rect.width()
    if isinstance(view, QListView):
        width = min(view.viewport().width(), view.width() - view.verticalScrollBar().sizeHint().width())
    return max(width - _indent(row, room) - room // 2, room * 4)


def _indent(row: BoardRow, room: int) -> int:
    return room * 2 if row.kind in (BoardRowKind.PIN, BoardRowKind.OFFER) else room * 2 // 3


def _above(row: BoardRow, room: int, index: Index) -> int:
    """The air over a heading."""
    return room if row.kind is BoardRowKind.GROUP and index.row() else 0
