"""A point of an agenda before the call: its words, where it comes from, how long it may take."""

from datetime import date

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QEnterEvent,
    QFocusEvent,
    QFont,
    QFontInfo,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from amp_desktop.domain.agenda import AgendaPoint, AgendaReason
from amp_desktop.ui.kinds.meeting.labels import (
    carried_words,
    minutes_words,
    plain,
    point_icon,
    source_words,
)
from amp_desktop.ui.style.icons import icon
from amp_desktop.ui.style.theme import theme
from amp_desktop.ui.widgets.chip_button import ChipButton
from amp_desktop.ui.widgets.choice_chip import ChoiceChip
from amp_desktop.ui.widgets.icon_label import IconLabel
from amp_desktop.ui.widgets.labels import label
from amp_desktop.ui.widgets.reading_line import PAGE_TEXT
from amp_desktop.ui.widgets.wrapped_label import FittedLabel

NUMBER = 1.9
"""How much room a point's number has, in sizes of the window's letters."""
CHOICES = (1, 2, 3, 5, 10, 15, 20, 30, 45)
_BY = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_REMOVE = {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_MORE, _LESS = {Qt.Key.Key_Plus, Qt.Key.Key_Equal}, {Qt.Key.Key_Minus}


class PointRow(QWidget):
    """One stop for the keyboard; every button in it has a key, and stands in the row's menu.

    Attributes:
        moved: It is to stand further down by so many places; carries its key and how many.
        dropped: It was dragged; carries its key and the place on the screen where it was let go of.
        dragged: It is being dragged; carries its key and the place.
        left_out: Not this time; carries its key.
        minutes_changed: It takes so long; carries its key and the minutes.
        opened: Where it comes from is to be shown; carries the entry's id.
        stepped: The keyboard is to go up (-1) or down (1); carries the key and which.
    """

    moved = Signal(str, int)
    dropped = Signal(str, QPoint)
    dragged = Signal(str, QPoint)
    left_out = Signal(str)
    minutes_changed = Signal(str, int)
    opened = Signal(object)
    stepped = Signal(str, int)

    def __init__(self, point: AgendaPoint, gutter: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.point = point
        self._stands: tuple[AgendaPoint, int, int, date] | None = None
        self._gutter = gutter
        self._number = 0
        self._pressed_at: QPoint | None = None
        self._is_dragged = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.title = FittedLabel()
        font = QFont(self.title.font())
        font.setPointSizeF(font.pointSizeF() * PAGE_TEXT)
        self.title.setFont(font)
        self._sign = IconLabel(point_icon(point), "muted", 1.1)
        self._source = FittedLabel("small")
        self._again = label("", "care")
        self._out = ChipButton(self.tr("Not this time"), "x", self, opens=False)  # over the words
        self._out.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Delete does the same
        self._minutes = ChoiceChip(self.tr("How long"), [(minutes_words(one), one) for one in CHOICES])
        self._minutes.be_quiet()
        self._minutes.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # plus and minus do the same
        self._lay_out()
        self._out.clicked.connect(self._leave_out)
        self._minutes.chosen.connect(self._choose_minutes)
        self._out.hide()

    def show_point(self, point: AgendaPoint, number: int, of: int, today: date) -> None:
        """Show a point as it stands: the so-manieth of so many."""
        stands = (point, number, of, today)
        if stands == self._stands:
            return
        self._stands = stands
        self.point, self._number = point, number
        words, source, again = plain(point.text), source_words(point, today), carried_words(point.carried)
        self.title.setText(words)
        self._sign.set_icon(point_icon(point))
        cares = point.carried > 1  # a second time is nothing to look at
        self._source.setText(", ".join(filter(None, (source, "" if cares else again))))
        self._again.setText(again if cares else "")
        self._again.setVisible(cares)
        minutes = point.minutes
        self._minutes.show_value(minutes if minutes in CHOICES else 10, minutes_words(minutes))
        spoken = self.tr("{number} of {count}: {point}, {source}, {minutes}").format(
            number=number,
            count=of,
            point=words,
            source=", ".join(filter(None, (source, again))),
            minutes=minutes_words(minutes),
        )
        self.setAccessibleName(spoken)
        self.setAccessibleDescription(
            self.tr("Delete: not this time. Alt and an arrow key: move. Plus and minus: minutes.")
        )
        self._out.setAccessibleName(self.tr("Not this time: {point}").format(point=words))
        self.update()

    def set_writable(self, *, writable: bool) -> None:
        """Whether it may be moved, left out, changed."""
        self._minutes.setEnabled(writable)
        self._out.setEnabled(writable)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the row's menu has too."""
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key == Qt.Key.Key_Escape and self._is_dragged:
            self._pressed_at, self._is_dragged = None, False
            self.dropped.emit("", QPoint())
        elif key in _BY and held == Qt.KeyboardModifier.AltModifier:
            self._tell_moved(_BY[key])
        elif key in _BY and not held:
            self.stepped.emit(self.point.key, _BY[key])
        elif key in _REMOVE and not held:
            self._leave_out()
        elif key in _MORE:
            self._choose_minutes(_next(self.point.minutes, 1))
        elif key in _LESS:
            self._choose_minutes(_next(self.point.minutes, -1))
        elif key in _ENTER and not held:
            self._open()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep Alt with an arrow key from whatever else it means in the window."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and event.key() in _BY and _holds_alt(event):
            event.accept()
            return True
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """All that can be done with it."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self.point.entry is not None:
            menu.addAction(self.tr("Open it\tEnter"), self._open)
        if self._out.isEnabled():
            menu.addAction(self.tr("Not this time\tDel"), self._leave_out)
            menu.addAction(self.tr("Move up\tAlt+Up"), self._up)
            menu.addAction(self.tr("Move down\tAlt+Down"), self._down)
            minutes = self._minutes.menu_of_choices()
            minutes.setTitle(self.tr("How long"))
            menu.addMenu(minutes)
        menu.popup(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what lies over the words in its place."""
        super().resizeEvent(event)
        self._place_out()

    # The pointer

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show what can be done with it."""
        super().enterEvent(event)
        self._show_tools()

    def leaveEvent(self, event: QEvent) -> None:
        """Be quiet again."""
        super().leaveEvent(event)
        self._show_tools()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show what can be done with it."""
        super().focusInEvent(event)
        self._show_tools()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Be quiet again."""
        super().focusOutEvent(event)
        self._show_tools()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Perhaps it will be dragged."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if event.button() == Qt.MouseButton.LeftButton and self._out.isEnabled():
            self._pressed_at = event.globalPosition().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag it, once it is clear that it is no press."""
        place = event.globalPosition().toPoint()
        if self._pressed_at is None:
            return
        if (place - self._pressed_at).manhattanLength() >= QApplication.startDragDistance():
            self._is_dragged = True
        if self._is_dragged:
            self.dragged.emit(self.point.key, place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of it there."""
        was_dragged, self._is_dragged, self._pressed_at = self._is_dragged, False, None
        if was_dragged:
            self.dropped.emit(self.point.key, event.globalPosition().toPoint())

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Show where it comes from."""
        self._open()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Its number, and while one is on it the ground and the handle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, em = theme().tokens, QFontInfo(self.font()).pixelSize()
        reach = min(self._gutter, round(em * 1.8))
        place = QRectF(self.rect()).adjusted(self._gutter - reach, 1, round(em * 0.8) - self._gutter, -1)
        if self.isRightToLeft():
            place = QRectF(self.rect()).adjusted(self._gutter - round(em * 0.8), 1, reach - self._gutter, -1)
        on = self.underMouse() or self.hasFocus()
        if on:
            painter.setPen(QPen(tokens.accent, 2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(tokens.window)
            painter.drawRoundedRect(place, em * 0.55, em * 0.55)
        if on and self._out.isEnabled():
            side = round(em * 1.1)
            x = place.right() - side - 3 if self.isRightToLeft() else place.left() + 3
            icon("grip-vertical", "muted").paint(
                painter, QRect(round(x), (self.height() - side) // 2, side, side)
            )
        painter.setPen(tokens.muted)
        painter.setFont(self.title.font())
        painter.drawText(self._place_of_number(em), Qt.AlignmentFlag.AlignLeading, str(self._number))
        painter.end()

    def _place_of_number(self, em: int) -> QRectF:
        width = em * NUMBER
        x = self.width() - self._gutter - width if self.isRightToLeft() else self._gutter
        return QRectF(x, self.title.y(), width, QFontMetricsF(self.title.font()).height())

    def _lay_out(self) -> None:
        em = QFontInfo(self.font()).pixelSize()
        air = round(em * 0.55)
        below = QHBoxLayout()
        below.setSpacing(round(em * 0.5))
        below.addWidget(self._sign)
        below.addWidget(self._source)
        below.addWidget(self._again)
        below.addStretch(1)
        self._again.setWordWrap(False)
        words = QVBoxLayout()
        words.setSpacing(round(em * 0.2))
        words.addWidget(self.title)
        words.addLayout(below)
        row = QHBoxLayout(self)
        row.setContentsMargins(self._gutter + round(em * NUMBER), air, self._gutter, air)
        if self.isRightToLeft():
            row.setContentsMargins(self._gutter, air, self._gutter + round(em * NUMBER), air)
        row.setSpacing(round(em * 0.6))
        row.addLayout(words, 1)
        row.addWidget(self._minutes, 0, Qt.AlignmentFlag.AlignTop)

    def _show_tools(self) -> None:
        self._out.setVisible((self.underMouse() or self.hasFocus()) and self._out.isEnabled())
        self._place_out()
        self.update()

    def _place_out(self) -> None:
        """Before the minutes, in their line."""
        size, minutes = self._out.sizeHint(), self._minutes.geometry()
        gap = self.fontMetrics().height() // 2
        x = minutes.right() + gap if self.isRightToLeft() else minutes.left() - gap - size.width()
        self._out.setGeometry(x, minutes.top(), size.width(), size.height())
        self._out.raise_()

    @Slot()
    def _leave_out(self) -> None:
        if self._out.isEnabled():
            self.left_out.emit(self.point.key)

    @Slot()
    def _open(self) -> None:
        if self.point.entry is not None and self.point.reason is not AgendaReason.OWN:
            self.opened.emit(self.point.entry)

    @Slot()
    def _up(self) -> None:
        self._tell_moved(-1)

    @Slot()
    def _down(self) -> None:
        self._tell_moved(1)

    def _tell_moved(self, by: int) -> None:
        if self._out.isEnabled():
            self.moved.emit(self.point.key, by)

    @Slot(object)
    def _choose_minutes(self, minutes: object) -> None:
        if self._out.isEnabled():
            self.minutes_changed.emit(self.point.key, int(str(minutes)))


def _holds_alt(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)


def _next(minutes: int, by: int) -> int:
    """The next longer or shorter one of the usual lengths."""
    if by > 0:
        return next((one for one in CHOICES if one > minutes), minutes)
    return next((one for one in reversed(CHOICES) if one < minutes), minutes)
