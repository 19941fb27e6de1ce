"""How what could leave is shown and ticked."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Slot,
)
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from amp_desktop.ui.kinds.registry import view_of
from amp_desktop.ui.share.candidates import CandidateModel, CandidateRole
from amp_desktop.ui.share.labels import candidate_title, candidate_why
from amp_desktop.ui.share.presenter import Candidate, Group
from amp_desktop.ui.style.dates import short_day
from amp_desktop.ui.style.icons import icon_pixmap
from amp_desktop.ui.style.theme import theme
from amp_desktop.ui.widgets.painting import small_font

Index = QModelIndex | QPersistentModelIndex

LEAST_ROWS = 3
"""Entries that are seen at once, however low the window."""


class CandidateView(QTreeView):
    """Headings and rows; Space ticks."""

    def __init__(
        self, model: CandidateModel, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._shown = model
        self._delegate = CandidateDelegate(today, self)
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        self.setAccessibleName(self.tr("What you could share"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(0)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.viewport().setAutoFillBackground(False)
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._restore)

    def minimumSizeHint(self) -> QSize:
        """Room for three entries, below which ticking is peeping."""
        row = QFontMetrics(self.font()).height() * 3
        return QSize(super().minimumSizeHint().width(), row * LEAST_ROWS)

    def select_first(self) -> None:
        """Stand on the first entry, ready for Space."""
        self.setCurrentIndex(self._shown.index(0, 0, self._shown.index(0, 0)))

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Nothing: a heading is not folded."""

    @Slot()
    def _remember(self) -> None:
        candidate = self.currentIndex().data(CandidateRole.CANDIDATE)
        self._current = candidate.entry.id if isinstance(candidate, Candidate) else None
        self._at = self.verticalScrollBar().value()

    @Slot()
    def _restore(self) -> None:
        self.expandAll()
        current = self._shown.index_of(self._current)
        if current.isValid():
            self.setCurrentIndex(current)
        self.verticalScrollBar().setValue(self._at)


class CandidateDelegate(QStyledItemDelegate):
    """Paints a heading, or a box to tick with icon, title, day and the reason."""

    _of_entry: tuple[QFont, QSize] | None = None

    def __init__(self, today: Callable[[], date], parent: QWidget) -> None:
        super().__init__(parent)
        self._today = today

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines for an entry, reckoned once for all; one or two for a heading."""
        if not CandidateModel.is_heading(index):
            known = self._of_entry
            if known is None or known[0] != option.font:
                known = self._of_entry = QFont(option.font), _size_of_entry(option)
            return known[1]
        group = index.data(CandidateRole.GROUP)
        lines = QFontMetrics(small_font(option.font)).lineSpacing() * (2 if group.by_hand else 1)
        return QSize(option.fontMetrics.height() * 8, lines + option.fontMetrics.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        group, candidate = index.data(CandidateRole.GROUP), index.data(CandidateRole.CANDIDATE)
        if isinstance(group, Group):
            self._paint_heading(painter, option, group)
        elif isinstance(candidate, Candidate):
            self._paint_candidate(painter, option, candidate)
        painter.restore()

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """A click on the box or the icon ticks; Space does so in the base class."""
        if not isinstance(event, QMouseEvent):
            return super().editorEvent(event, model, option, index)
        if not isinstance(index.data(CandidateRole.CANDIDATE), Candidate):
            return False
        on_box = _box_zone(option).contains(event.position().toPoint())
        if not on_box or event.button() is not Qt.MouseButton.LeftButton:
            return False
        if event.type() == QEvent.Type.MouseButtonRelease:
            ticked = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.Checked
            state = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
            return model.setData(index, state, Qt.ItemDataRole.CheckStateRole)
        return True

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, group: Group) -> None:
        small = small_font(option.font)
        bold = QFont(small)
        bold.setWeight(QFont.Weight.DemiBold)
        line = QFontMetrics(small).lineSpacing()
        place = option.rect.adjusted(_inset(option), option.fontMetrics.height() * 2 // 3, -_inset(option), 0)
        place.setHeight(line)
        painter.setPen(theme().tokens.muted)
        painter.setFont(bold)
        _paint_line(painter, place, group.heading, option)
        if group.by_hand:
            painter.setFont(small)
            words = self.tr("Never ticked for you: tick each one yourself, each time.")
            _paint_line(painter, place.translated(0, line), words, option)

    def _paint_candidate(self, painter: QPainter, option: QStyleOptionViewItem, candidate: Candidate) -> None:
        tokens = theme().tokens
        _paint_ground(painter, option)
        _paint_box(painter, option, ticked=candidate.ticked)
        side = _icon_side(option)
        place = _visual(option, QRect(_icon_left(option), 0, side, side))
        place.moveTop(option.rect.top() + _text_top(option) + (option.fontMetrics.height() - side) // 2)
        name = view_of(candidate.entry).icon_name
        painter.drawPixmap(place, icon_pixmap(name, side, "muted", painter.device().devicePixelRatio()))
        words = _words_place(option)
        painter.setPen(tokens.text)
        painter.setFont(option.font)
        _paint_line(painter, words, candidate_title(candidate), option)
        painter.setFont(small_font(option.font))
        painter.setPen(tokens.muted)
        line = QRect(words.left(), words.bottom() + 1, words.width(), painter.fontMetrics().lineSpacing())
        day = short_day(candidate.entry.day, self._today())
        said = self.tr("{day} · {why}").format(day=day, why=candidate_why(candidate))
        _paint_line(painter, line, said, option)


def _size_of_entry(option: QStyleOptionViewItem) -> QSize:
    text, small = option.fontMetrics, QFontMetrics(small_font(option.font))
    return QSize(text.height() * 8, text.lineSpacing() + small.lineSpacing() + text.height())


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    tokens = theme().tokens
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    focused = selected and bool(option.state & QStyle.StateFlag.State_HasFocus)
    hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
    if selected or hovered:
        painter.setBrush(tokens.selection if selected else tokens.hover)
        painter.setPen(QPen(tokens.accent, 2) if focused else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(option.rect.adjusted(1, 1, -1, -1), 8, 8)


def _paint_box(painter: QPainter, option: QStyleOptionViewItem, *, ticked: bool) -> None:
    """The box of the window's own check boxes."""
    box = QStyleOptionButton()
    side = _icon_side(option)
    box.rect = _visual(option, QRect(_inset(option), 0, side, side))
    box.rect.moveTop(option.rect.top() + _text_top(option) + (option.fontMetrics.height() - side) // 2)
    box.palette = option.palette
    box.direction = option.direction
    box.state = QStyle.StateFlag.State_Enabled
    box.state |= QStyle.StateFlag.State_On if ticked else QStyle.StateFlag.State_Off
    view = option.widget
    style = view.style()
    style.drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck, box, painter, view)


def _paint_line(painter: QPainter, place: QRect, words: str, option: QStyleOptionViewItem) -> None:
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, place.width())
    mirrored = option.direction is Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
    painter.setLayoutDirection(
        Qt.LayoutDirection.LayoutDirectionAuto
    )  # an ellipsis stands where the words end
    painter.drawText(place, flags | Qt.TextFlag.TextSingleLine, shown)


def _words_place(option: QStyleOptionViewItem) -> QRect:
    left = _icon_left(option) + _icon_side(option) + _inset(option)
    width = option.rect.width() - left - _inset(option)
    place = _visual(option, QRect(left, 0, width, option.fontMetrics.lineSpacing()))
    place.moveTop(option.rect.top() + _text_top(option))
    return place


def _box_zone(option: QStyleOptionViewItem) -> QRect:
    """Where a click ticks: the box with all that is round it, and the icon."""
    zone = _visual(option, QRect(0, 0, _icon_left(option) + _icon_side(option), option.rect.height()))
    zone.moveTop(option.rect.top())
    return zone


def _visual(option: QStyleOptionViewItem, rect: QRect) -> QRect:
    """A place counted from the row's leading edge, as it stands in the view."""
    placed = rect.translated(option.rect.left(), 0)
    return QStyle.visualRect(option.direction, option.rect, placed)


def _inset(option: QStyleOptionViewItem) -> int:
    return option.fontMetrics.height() // 2


def _icon_side(option: QStyleOptionViewItem) -> int:
    return option.fontMetrics.ascent()


def _icon_left(option: QStyleOptionViewItem) -> int:
    return _inset(option) * 2 + _icon_side(option)


def _text_top(option: QStyleOptionViewItem) -> int:
    return option.fontMetrics.height() // 2
