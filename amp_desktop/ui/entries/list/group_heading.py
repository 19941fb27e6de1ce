"""The heading over a group of rows: what it says, how it looks, and how it is heard."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen

from amp_desktop.ui.style.icons import icon
from amp_desktop.ui.style.theme import theme
from amp_desktop.ui.widgets.painting import small_font

translate = QCoreApplication.translate


class GroupHeading(NamedTuple):
    """What a heading says.

    Attributes:
        label: What the group is called.
        entries: How many it holds.
        is_folded: Whether only the heading is shown.
    """

    label: str
    entries: int
    is_folded: bool

    @property
    def spoken(self) -> str:
        """All of it, for a screen reader."""
        if self.is_folded:
            return translate("GroupHeading", "{group}, {count}, folded").format(
                group=self.label, count=self.entries
            )
        return translate("GroupHeading", "{group}, {count}, unfolded").format(
            group=self.label, count=self.entries
        )


def group_height(font: QFont) -> int:
    """How high the row of a heading is, in pixels."""
    return QFontMetrics(small_font(font)).height() * 9 // 4


def paint_group(
    painter: QPainter, rect: QRect, group: GroupHeading, font: QFont, *, mirrored: bool, focused: bool
) -> None:
    """A fold, the label and, at the far end, how many there are.

    Args:
        painter: What to paint with; left as it was found.
        rect: Where: as wide as a row, as high as `group_height` says.
        group: What to say.
        font: The list's font.
        mirrored: The leading edge is the right one.
        focused: The keyboard is here.
    """
    tokens, small = theme().tokens, small_font(font)
    strong = QFont(small)
    strong.setWeight(QFont.Weight.DemiBold)
    metrics = QFontMetrics(strong)
    inset, side = metrics.height() * 5 // 9, metrics.ascent()
    line = rect.adjusted(inset, 0, -inset, 0)
    painter.save()
    if focused:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tokens.accent, 2.0))
        painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), inset, inset)
    _paint_fold(painter, line, side, folded=group.is_folded, mirrored=mirrored)
    by, leading, far = side + inset, Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
    label = line.adjusted(0, 0, -by, 0) if mirrored else line.adjusted(by, 0, 0, 0)
    if mirrored:
        leading, far = far, leading
    middle = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
    count = str(group.entries)
    painter.setPen(tokens.muted)
    painter.setFont(small)
    painter.drawText(line, far | middle, count)
    room = label.width() - metrics.horizontalAdvance(count) - inset
    painter.setFont(strong)
    painter.drawText(
        label, leading | middle, metrics.elidedText(group.label, Qt.TextElideMode.ElideRight, room)
    )
    painter.restore()


def _paint_fold(painter: QPainter, line: QRect, side: int, *, folded: bool, mirrored: bool) -> None:
    """The arrow at the leading edge, which points to the side where the group is folded, else down."""
    place = QRect(line.left(), line.center().y() - side // 2, side, side)
    if mirrored:
        place.moveRight(line.right())
    away = "chevron-left" if mirrored else "chevron-right"
    icon(away if folded else "chevron-down").paint(painter, place)
