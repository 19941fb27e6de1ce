"""A few states in one row, of which one is chosen: where something stands, at one glance and with one key."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from amp_desktop.ui.style.icons import icon
from amp_desktop.ui.style.theme import theme
from amp_desktop.ui.widgets.choice_row import ChoiceRow
from amp_desktop.ui.widgets.flow_layout import FlowLayout
from amp_desktop.ui.widgets.tips import plain_tip

_TICK = 0.95
"""The side of a tick, in heights of the text's tall letters."""


class SegmentedRow(ChoiceRow):
    """States side by side; the chosen one has an outline, a tick and bold letters.

    Tab stops once, at the chosen one. Left and Right only go from one to the next, since choosing one may
    lead elsewhere; Space, Enter and the digits choose. Where there is no room for one line, it takes two.
    """

    def __init__(self, name: str, words: Sequence[str], parent: QWidget | None = None) -> None:
        """Make it.

        Args:
            name: What is chosen, for the screen reader.
            words: What the states are called, in order.
            parent: The widget it stands on.
        """
        super().__init__(name, parent)
        self._edge = max(2, self.fontMetrics().height() // 8)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        flow = FlowLayout(self, 0)
        flow.setContentsMargins(self._edge, self._edge, self._edge, self._edge)
        segments = [_Segment(text, self) for text in words]
        for number, segment in enumerate(segments, start=1):
            place = self.tr("{number} of {count}").format(number=number, count=len(segments))
            segment.setAccessibleDescription(place)
            segment.setToolTip(
                plain_tip(self.tr("{name} (key {number})").format(name=words[number - 1], number=number))
            )
            flow.addWidget(segment)
        self._segments = segments
        self.set_buttons(segments)

    def segments(self) -> Sequence[QPushButton]:
        """The buttons, in order."""
        return self._segments

    def sizeHint(self) -> QSize:
        """All that are shown, in one line."""
        hints = [segment.sizeHint() for segment in self._segments if not segment.isHidden()]
        height = max((hint.height() for hint in hints), default=0)
        return QSize(sum(hint.width() for hint in hints) + 2 * self._edge, height + 2 * self._edge)

    def choose_quietly(self, number: int | None) -> None:
        """Show which is chosen without telling anybody; it takes a little more room than the others."""
        super().choose_quietly(number)
        for segment in self._segments:
            segment.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """What they stand on."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().tokens.chip)
        corner = self.fontMetrics().height() * 0.5
        painter.drawRoundedRect(QRectF(self.rect()), corner, corner)
        painter.end()


class _Segment(QPushButton):
    """One state; a radio button to the screen reader."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(words, parent)
        self.setAutoDefault(False)
        self.setAutoExclusive(True)
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Its words, in bold and with a tick where it is the chosen one, and air around them."""
        metrics = QFontMetrics(self._lettering())
        width = metrics.horizontalAdvance(self.text()) + round(1.7 * metrics.ascent())
        if self.isChecked():
            width += self._tick() + metrics.ascent() // 2
        return QSize(width, round(metrics.height() * 1.5))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it: shape and weight say which is chosen, and colour only repeats it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        painter.setFont(self._lettering())
        tokens = theme().tokens
        chosen = self.isChecked()
        colour = tokens.text if chosen or self.underMouse() else tokens.muted
        painter.setPen(colour if self.isEnabled() else tokens.faint)
        place = self.rect()
        if chosen:
            place = self._paint_tick(painter)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        tokens, corner = theme().tokens, self.fontMetrics().height() * 0.42
        if self.isChecked():
            painter.setPen(tokens.control)
            painter.setBrush(tokens.base)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)
        if self.hasFocus():
            pen = painter.pen()
            pen.setColor(tokens.accent)
            pen.setWidth(2)
            pen.setStyle(Qt.PenStyle.SolidLine)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), corner, corner)

    def _paint_tick(self, painter: QPainter) -> QRect:
        """Paint the tick; answers with what is left for the words."""
        side, air = self._tick(), round(0.75 * self.fontMetrics().ascent())
        top = (self.height() - side) // 2
        right = self.isRightToLeft()
        left = self.width() - air - side if right else air
        tint = "accent" if self.isEnabled() else "faint"
        icon("check", tint).paint(painter, QRect(left, top, side, side))
        taken = air + side
        return self.rect().adjusted(air, 0, -taken, 0) if right else self.rect().adjusted(taken, 0, -air, 0)

    def _tick(self) -> int:
        return round(self.fontMetrics().ascent() * _TICK)

    def _lettering(self) -> QFont:
        font = QFont(self.font())
        font.setBold(self.isChecked())
        return font
