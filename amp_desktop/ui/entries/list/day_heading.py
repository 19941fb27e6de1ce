"""The heading over the first entry of a day: what it says and how it looks."""

from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from amp_desktop.domain.program import Program
from amp_desktop.ui.style.theme import theme
from amp_desktop.ui.widgets.painting import small_font

translate = QCoreApplication.translate


class DayHeading(NamedTuple):
    """What a heading says.

    Attributes:
        day: The day in full: "Wednesday 22 July".
        short: The same where room is scarce: "Wed 22 Jul".
        week: The program's week: "Week 6"; empty outside the program.
    """

    day: str
    short: str
    week: str

    @property
    def spoken(self) -> str:
        """All of it, for a screen reader."""
        return ", ".join(filter(None, (self.day, self.week)))


def day_heading(day: date, now: date, program: Program) -> DayHeading:
    """What stands over the entries of a day; the year is told when it is another one."""
    if day.year == now.year:
        words, short = translate("DayHeading", "dddd d MMMM"), translate("DayHeading", "ddd d MMM")
    else:
        words, short = translate("DayHeading", "dddd d MMMM yyyy"), translate("DayHeading", "d MMM yyyy")
    week = program.of(day).week_of(day)
    shown, locale = QDate(day.year, day.month, day.day), QLocale()
    return DayHeading(
        locale.toString(shown, words),
        locale.toString(shown, short),
        translate("DayHeading", "Week {week}").format(week=week) if week is not None else "",
    )


def heading_height(font: QFont) -> int:
    """How much room a heading takes, in pixels."""
    return QFontMetrics(small_font(font)).height() * 2


def paint_heading(
    painter: QPainter, rect: QRect, heading: DayHeading, font: QFont, *, mirrored: bool
) -> None:
    """The day at the leading edge, the week at the far one.

    Args:
        painter: What to paint with; its font and pen are changed.
        rect: Where: as wide as a row, as high as `heading_height` says.
        heading: What to say.
        font: The list's font.
        mirrored: The leading edge is the right one.
    """
    small = small_font(font)
    strong = QFont(small)
    strong.setWeight(QFont.Weight.DemiBold)
    inset = QFontMetrics(small).height() // 3
    line = rect.adjusted(inset, 0, -inset, -inset)
    week_room = QFontMetrics(small).horizontalAdvance(heading.week) + 2 * inset if heading.week else 0
    fits = QFontMetrics(strong).horizontalAdvance(heading.day) + week_room <= line.width()
    leading, far = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
    if mirrored:
        leading, far = far, leading
    side = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignBottom
    painter.setPen(theme().tokens.muted)
    painter.setFont(strong)
    painter.drawText(line, leading | side, heading.day if fits else heading.short)
    painter.setFont(small)
    painter.drawText(line, far | side, heading.week)
