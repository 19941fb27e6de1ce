"""How a row of what could leave is painted, and where a click on it leads."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from amp_desktop.domain.summary import Level
from amp_desktop.ui.share.candidates import CandidateModel, CandidateRole
from amp_desktop.ui.share.labels import candidate_title, fold_words, heading_words, level_words
from amp_desktop.ui.share.row_places import RowPlaces, visual
from amp_desktop.ui.share.rows import Candidate, CandidateGroup, Fold
from amp_desktop.ui.style.icons import icon_pixmap
from amp_desktop.ui.style.theme import theme
from amp_desktop.ui.style.tokens import Tint
from amp_desktop.ui.widgets.laid_text import laid_text
from amp_desktop.ui.widgets.painting import small_font

Index = QModelIndex | QPersistentModelIndex

_BARS = {Level.LINE: 1, Level.SHORT: 2, Level.WHOLE: 4}


class CandidateDelegate(QStyledItemDelegate):
    """Paints a heading, a fold, or a box to tick with its wrapped title and how much leaves.

    Signals:
        level_pressed(QModelIndex): The level of a row or heading was clicked.
        fold_pressed(Kind): A fold was.
    """

    level_pressed = Signal(QModelIndex)
    fold_pressed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._font = QFont()
        self._places: RowPlaces | None = None
        self._heights: dict[tuple[str, int], int] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As many lines as the title takes."""
        places = self._measured(option.font)
        if CandidateModel.is_heading(index):
            above = 0 if index.row() == 0 else places.letter * 2 // 3
            return QSize(places.letter * 8, above + places.line + places.above * 2)
        candidate = index.data(CandidateRole.CANDIDATE)
        lines = places.line
        if isinstance(candidate, Candidate):
            view = option.widget
            width = view.viewport().width() if isinstance(view, QTreeView) else option.rect.width()
            lines = self._height(candidate, option.font, _words_width(places, candidate, width))
        return QSize(places.letter * 8, lines + places.above * 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        places = self._measured(option.font)
        group, fold = index.data(CandidateRole.GROUP), index.data(CandidateRole.FOLD)
        candidate = index.data(CandidateRole.CANDIDATE)
        if isinstance(group, CandidateGroup):
            self._paint_heading(painter, option, places, group)
        elif isinstance(fold, Fold):
            self._paint_fold(painter, option, places, fold)
        elif isinstance(candidate, Candidate):
            self._paint_candidate(painter, option, places, candidate)
        painter.restore()

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """A click on the box ticks, one on the level offers others; Space is left to the base class."""
        if not isinstance(event, QMouseEvent):
            return super().editorEvent(event, model, option, index)
        if event.button() is not Qt.MouseButton.LeftButton:
            return False
        places, at = self._measured(option.font), event.position().toPoint()
        released = event.type() == QEvent.Type.MouseButtonRelease
        if _has_level(index) and _level_zone(places, option).contains(at):
            if released:
                self.level_pressed.emit(model.index(index.row(), 0, index.parent()))
            return True
        fold = index.data(CandidateRole.FOLD)
        can_tick = index.data(Qt.ItemDataRole.CheckStateRole) is not None
        if can_tick and _box_zone(places, option).contains(at):
            return not released or _toggle(model, index)
        if isinstance(fold, Fold):
            if released:
                self.fold_pressed.emit(fold.kind)
            return True
        return False

    def _measured(self, font: QFont) -> RowPlaces:
        if self._places is None or font != self._font:
            self._font, self._places = QFont(font), RowPlaces.of(font)
            self._heights.clear()
        return self._places

    def _height(self, candidate: Candidate, font: QFont, width: int) -> int:
        """Of a title in that width, laid out once."""
        title = candidate_title(candidate)
        known = self._heights.get((title, width))
        if known is None:
            assert self._places is not None
            fits = QFontMetrics(font).horizontalAdvance(title) < width  # it is rounded
            known = self._places.line if fits else round(laid_text(title, font, width)[1])
            self._heights[title, width] = known
        return known

    def _paint_heading(
        self, painter: QPainter, option: QStyleOptionViewItem, places: RowPlaces, group: CandidateGroup
    ) -> None:
        row = QRect(option.rect)
        row.setTop(row.bottom() + 1 - places.line - places.above * 2)
        _paint_ground(painter, option, row)
        bold = small_font(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        taken = places.level_width if group.has_levels else places.inset
        place = visual(
            option.direction,
            row,
            places.inset,
            row.width() - places.inset - taken,
            places.above,
            places.line,
        )
        painter.setPen(theme().tokens.muted)
        painter.setFont(bold)
        _paint_line(painter, place, heading_words(group), option)
        painter.setFont(option.font)
        over = option.state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus)
        if group.has_levels and over:
            _paint_level(painter, option, places, row, group.level, level_words(group.level))

    def _paint_fold(
        self, painter: QPainter, option: QStyleOptionViewItem, places: RowPlaces, fold: Fold
    ) -> None:
        tokens, row = theme().tokens, QRect(option.rect)
        _paint_ground(painter, option, row)
        if not fold.by_hand:
            _paint_box(painter, option, places, fold.ticked, len(fold.candidates))
        left = places.text_left
        width = row.width() - left - places.inset - places.side
        place = visual(option.direction, row, left, width, places.above, places.line)
        painter.setFont(option.font)
        painter.setPen(tokens.muted)
        _paint_line(painter, place, fold_words(fold), option)
        if fold.by_hand:
            _paint_line(painter, place.adjusted(0, 0, -places.inset, 0), _private(self), option, end=True)
        side = places.side
        angle = "chevron-down" if fold.is_open else "chevron-right"
        if option.direction is Qt.LayoutDirection.RightToLeft and not fold.is_open:
            angle = "chevron-left"
        top = (row.height() - side) // 2
        at = visual(option.direction, row, row.width() - side - places.inset // 2, side, top, side)
        _paint_icon(painter, at, angle)

    def _paint_candidate(
        self, painter: QPainter, option: QStyleOptionViewItem, places: RowPlaces, candidate: Candidate
    ) -> None:
        tokens, row = theme().tokens, QRect(option.rect)
        _paint_ground(painter, option, row)
        _paint_box(painter, option, places, int(candidate.ticked), 1)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        font = QFont(option.font)
        width = _words_width(places, candidate, row.width())
        place = visual(option.direction, row, places.text_left, width, places.above, row.height())
        leaves = candidate.ticked and not candidate.stays
        painter.setPen(tokens.text if leaves or selected else tokens.muted)
        mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        words, _ = laid_text(candidate_title(candidate), font, place.width(), mirrored=mirrored)
        words.draw(painter, QPointF(place.topLeft()))
        painter.setFont(option.font)
        if _shows_level(candidate):
            if candidate.is_edited:
                side = places.side
                left = row.width() - places.level_width - side - places.inset // 2
                at = visual(option.direction, row, left, side, places.above + places.letter // 6, side)
                _paint_icon(painter, at, "pencil", "accent")
            level = None if candidate.stays else candidate.level
            told = self.tr("Stays") if candidate.stays else level_words(level)
            _paint_level(painter, option, places, row, level, told)
        elif candidate.entry.IS_MOST_PRIVATE and not candidate.ticked:
            edge = visual(
                option.direction,
                row,
                places.text_left,
                row.width() - places.text_left - places.inset,
                places.above,
                places.line,
            )
            painter.setPen(tokens.muted)
            _paint_line(painter, edge, _private(self), option, end=True)


def _private(delegate: CandidateDelegate) -> str:
    return delegate.tr("private")


def _shows_level(candidate: Candidate) -> bool:
    return candidate.ticked and candidate.level is not None


def _has_level(index: Index) -> bool:
    candidate, group = index.data(CandidateRole.CANDIDATE), index.data(CandidateRole.GROUP)
    if isinstance(candidate, Candidate):
        return _shows_level(candidate)
    return isinstance(group, CandidateGroup) and group.has_levels


def _words_width(places: RowPlaces, candidate: Candidate, width: int) -> int:
    private = candidate.entry.IS_MOST_PRIVATE and not candidate.ticked
    return places.words_width(
        width, level=_shows_level(candidate) or private, pencil=candidate.is_edited and candidate.ticked
    )


def _toggle(model: QAbstractItemModel, index: Index) -> bool:
    ticked = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.Checked
    state = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
    return model.setData(index, state, Qt.ItemDataRole.CheckStateRole)


def _box_zone(places: RowPlaces, option: QStyleOptionViewItem) -> QRect:
    """Where a click ticks: the box with all that is round it."""
    row = QRect(option.rect)
    return visual(option.direction, row, 0, places.text_left, 0, row.height())


def _level_zone(places: RowPlaces, option: QStyleOptionViewItem) -> QRect:
    row, width = QRect(option.rect), places.level_width
    return visual(option.direction, row, row.width() - width, width, 0, row.height())


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, row: QRect) -> None:
    tokens = theme().tokens
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    focused = selected and bool(option.state & QStyle.StateFlag.State_HasFocus)
    hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
    if selected or hovered:
        painter.setBrush(tokens.selection if selected else tokens.hover)
        painter.setPen(QPen(tokens.accent, 2) if focused else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(row).adjusted(1, 1, -1, -1), 8, 8)


def _paint_box(
    painter: QPainter, option: QStyleOptionViewItem, places: RowPlaces, ticked: int, of: int
) -> None:
    """The box of the window's own check boxes, in the first line."""
    box = QStyleOptionButton()
    row, side = QRect(option.rect), places.side
    top = places.above + (places.line - side) // 2
    box.rect = visual(option.direction, row, places.inset, side, top, side)
    box.palette = option.palette
    box.direction = option.direction
    box.state = QStyle.StateFlag.State_Enabled
    if 0 < ticked < of:
        box.state |= QStyle.StateFlag.State_NoChange
    else:
        box.state |= QStyle.StateFlag.State_On if ticked else QStyle.StateFlag.State_Off
    view = option.widget
    style = view.style()
    style.drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck, box, painter, view)


def _paint_level(
    painter: QPainter,
    option: QStyleOptionViewItem,
    places: RowPlaces,
    row: QRect,
    level: Level | None,
    words: str,
) -> None:
    """One, two or four bars, the word, and an angle that tells of a choice."""
    tokens, gap = theme().tokens, places.letter // 3
    left, middle = row.width() - places.level_width, places.above + places.line // 2
    count = _BARS[level] if level else 0
    step = max(3, round(places.letter * 0.2))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens.muted)
    for number in range(count):
        top = middle - (count - 1) * step // 2 + number * step - 1
        width = places.bars * 2 // 3 if count > 1 and number == count - 1 else places.bars
        painter.drawRect(visual(option.direction, row, left, width, top, max(1, places.letter // 11)))
    word = visual(option.direction, row, left + places.bars + gap, places.word + 1, places.above, places.line)
    painter.setPen(tokens.muted)
    _paint_line(painter, word, words, option)
    side = round(places.side * 0.85)
    at = row.width() - side - places.inset // 2
    _paint_icon(painter, visual(option.direction, row, at, side, middle - side // 2, side), "chevron-down")


def _paint_icon(painter: QPainter, place: QRect, name: str, tint: Tint = "muted") -> None:
    ratio = painter.device().devicePixelRatio()
    painter.drawPixmap(place, icon_pixmap(name, place.width(), tint, ratio))


def _paint_line(
    painter: QPainter, place: QRect, words: str, option: QStyleOptionViewItem, *, end: bool = False
) -> None:
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, place.width())
    mirrored = (option.direction is Qt.LayoutDirection.RightToLeft) is not end
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
    painter.setLayoutDirection(
        Qt.LayoutDirection.LayoutDirectionAuto
    )  # an ellipsis stands where the words end
    painter.drawText(place, flags | Qt.TextFlag.TextSingleLine, shown)
