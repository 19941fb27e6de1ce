"""How a chart over time is painted: one way for the window and for a picture of it."""

from collections.abc import Iterator, Sequence
from itertools import count, groupby, pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QFontMetricsF, QPainter, QPen, QPolygonF

from amp_desktop.ui.insights.chart import (
    Chart,
    ChartBand,
    ChartLine,
    ChartMark,
    ChartPlace,
    ChartRow,
    words_at,
)
from amp_desktop.ui.insights.layout import WRAPPED, ChartLayout
from amp_desktop.ui.style.tokens import Tokens
from amp_desktop.ui.widgets.painting import small_font

_TICK = int(
    (Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter).value
)
_QUIET = 150
"""How much is seen of an evaluation behind the rows; of 255."""
_RIBBON = 46
"""How much is seen of what lies between the lowest and the highest of a week; of 255."""


def paint(
    painter: QPainter,
    rect: QRectF,
    tokens: Tokens,
    chart: Chart,
    *,
    at: ChartPlace | None = None,
    mirrored: bool = False,
) -> None:
    """Paint a chart into a rectangle that is as high as it needs (`ChartLayout.height`).

    Args:
        painter: What to paint with, its font being that of the page; left as it was found.
        rect: Where.
        tokens: The colours.
        chart: What.
        at: The point that is looked at, which is told in words beside it.
        mirrored: Time runs from right to left.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # each text reads in its own direction
    words = QFont(painter.font())
    small = small_font(words)
    painter.setFont(small)
    layout = ChartLayout(chart, rect, QFontMetricsF(small), mirrored=mirrored)
    _paint_windows(painter, tokens, chart, layout)
    _paint_head(painter, tokens, chart, layout)
    for panel, box in zip(chart.panels, layout.panels, strict=True):
        strong = QFont(words)
        strong.setWeight(QFont.Weight.DemiBold)
        painter.setFont(strong)
        painter.setPen(tokens.text)
        painter.drawText(box.title, _leading(mirrored), panel.title)
        painter.setFont(small)
        painter.setPen(tokens.muted)
        painter.drawText(box.sentence, _leading(mirrored) | WRAPPED, panel.sentence)
    for number, row in enumerate(chart.rows):
        _paint_row(painter, tokens, chart, layout, number, row, mirrored=mirrored)
    if at is not None:
        _paint_callout(painter, rect, tokens, chart, layout, at)
    painter.restore()


def colour_of(line: ChartLine, tokens: Tokens) -> QColor:
    """The colour of a row; its line tells it as well."""
    return {ChartLine.DASHED: tokens.good, ChartLine.DOTTED: tokens.care}.get(line, tokens.accent)


def _leading(mirrored: bool) -> int:
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    return int((side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter).value)


# What stands behind and above


def _paint_windows(painter: QPainter, tokens: Tokens, chart: Chart, layout: ChartLayout) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    quiet = QColor(tokens.hover)
    quiet.setAlpha(255 if tokens.dark else _QUIET)
    painter.setBrush(quiet)
    for band in chart.bands:
        if band.is_window:
            painter.drawRect(layout.span(band.first, band.last, layout.plot))


def _paint_head(painter: QPainter, tokens: Tokens, chart: Chart, layout: ChartLayout) -> None:
    high = layout.line * 1.25
    top = layout.head.top()
    for kind in (False, True):
        bands = [band for band in chart.bands if band.is_window is kind]
        if bands:
            _paint_band_names(painter, tokens, layout, bands, QRectF(0, top, 1, high))
            top += high
        elif not kind and chart.bands:
            top += high
    _paint_ticks(painter, tokens, chart, layout, QRectF(0, top, 1, high))


def _paint_band_names(
    painter: QPainter, tokens: Tokens, layout: ChartLayout, bands: list[ChartBand], line: QRectF
) -> None:
    """The name over each phase, as far as there is room before the next one."""
    metrics = painter.fontMetrics()
    for band, following in zip(bands, (*bands[1:], None), strict=True):
        box = layout.span(band.first, band.last, line)
        if not band.is_window:
            painter.setPen(QPen(tokens.control, 1.0))
            painter.drawLine(box.bottomLeft() + QPointF(1, 0), box.bottomRight() - QPointF(1, 0))
        words, width = box.adjusted(2, 0, -2, 0), metrics.horizontalAdvance(band.name) + 4.0
        if band.is_window:
            words = _widened(words, width, layout.plot)
            if following is not None:
                other = layout.span(following.first, following.last, line)
                other = _widened(other, metrics.horizontalAdvance(following.name) + 4.0, layout.plot)
                words = _apart(words, other, metrics.height() / 2)
        elif following is not None and words.width() < width:
            other = layout.span(following.first, following.last, line)
            words = _lengthened(words, width, following.name, metrics, other)
        painter.setPen(tokens.muted)
        fitting = metrics.elidedText(band.name, Qt.TextElideMode.ElideRight, int(words.width()))
        if len(fitting) > 2 or fitting == band.name:
            painter.drawText(words, Qt.AlignmentFlag.AlignCenter, fitting)


def _lengthened(box: QRectF, width: float, name: str, metrics: QFontMetrics, other: QRectF) -> QRectF:
    """Room for a name that is longer than its phase: past its end, as far as the next name leaves some."""
    half, air = min(metrics.horizontalAdvance(name), other.width()) / 2, metrics.height() / 2
    long = QRectF(box)
    if other.center().x() > box.center().x():
        long.setRight(max(box.right(), min(box.left() + width, other.center().x() - half - air)))
    else:
        long.setLeft(min(box.left(), max(box.right() - width, other.center().x() + half + air)))
    return long


def _widened(box: QRectF, width: float, whole: QRectF) -> QRectF:
    """Room for a name that is longer than its window: over its middle, within the plot."""
    if box.width() >= width:
        return box
    wide = QRectF(box.center().x() - width / 2, box.top(), width, box.height())
    wide.moveLeft(min(max(wide.left(), whole.left()), max(whole.right() - width, whole.left())))
    return wide


def _apart(box: QRectF, other: QRectF, air: float) -> QRectF:
    """The room of a name without what the next one takes, whichever side that is on."""
    free = QRectF(box)
    if other.center().x() > box.center().x():
        free.setRight(min(box.right(), other.left() - air))
    else:
        free.setLeft(max(box.left(), other.right() + air))
    return free


def _paint_ticks(painter: QPainter, tokens: Tokens, chart: Chart, layout: ChartLayout, line: QRectF) -> None:
    metrics = painter.fontMetrics()
    widths = [float(metrics.horizontalAdvance(tick.words)) for tick in chart.ticks]
    told = _every_so_many(chart, layout, widths)
    least = layout.line / 2  # between two lines; nearer than that they would be a grey ground
    lie_close = layout.plot.width() < len(chart.ticks) * least
    mirrored = layout.x(1) < layout.x(0)
    for at, (tick, width) in enumerate(zip(chart.ticks, widths, strict=True)):
        if lie_close and at % told:
            continue
        x = layout.x(tick.slot)
        painter.setPen(QPen(tokens.line, 1.0))
        for box in layout.rows:
            air = 0.0 if box.plot.height() < 2 * layout.line else layout.line * 0.2
            painter.drawLine(QPointF(x, box.plot.top() - air), QPointF(x, box.plot.bottom() + air))
        if at % told == 0 and abs(x - layout.x(0)) + width <= layout.plot.width():
            painter.setPen(tokens.muted)
            left = x - width - 5 if mirrored else x + 3
            painter.drawText(QRectF(left, line.top(), width + 2, line.height()), _TICK, tick.words)


def _every_so_many(chart: Chart, layout: ChartLayout, widths: Sequence[float]) -> int:
    """Of how many ticks one is told in words, so that none runs into the next."""
    xs = [abs(layout.x(tick.slot) - layout.x(0)) for tick in chart.ticks]
    for step in count(1):
        ends = [x + width + layout.line * 0.6 for x, width in zip(xs[::step], widths[::step], strict=True)]
        if step >= len(xs) or all(end <= x for end, x in zip(ends, xs[::step][1:], strict=False)):
            return step
    raise AssertionError


# The rows


def _paint_row(
    painter: QPainter,
    tokens: Tokens,
    chart: Chart,
    layout: ChartLayout,
    number: int,
    row: ChartRow,
    *,
    mirrored: bool,
) -> None:
    box = layout.rows[number]
    metrics = painter.fontMetrics()
    painter.setPen(tokens.text)
    name = metrics.elidedText(row.name, Qt.TextElideMode.ElideRight, int(box.name.width()))
    painter.drawText(box.name, _leading(mirrored), name)
    painter.setPen(QPen(tokens.line, 1.0))
    if row.line is ChartLine.DOTS:
        middle = box.plot.center().y()
        painter.drawLine(QPointF(box.plot.left(), middle), QPointF(box.plot.right(), middle))
        _paint_dots(painter, tokens, layout, number, row)
        return
    for value in (row.least, row.most):
        y = layout.y(number, value)
        painter.drawLine(QPointF(box.plot.left(), y), QPointF(box.plot.right(), y))
    _paint_ends(painter, tokens, layout, number, row, mirrored=mirrored)
    if row.line is ChartLine.BARS:
        _paint_bars(painter, tokens, layout, number, row)
    else:
        _paint_values(painter, tokens, chart, layout, number, row)


def _paint_ends(
    painter: QPainter, tokens: Tokens, layout: ChartLayout, number: int, row: ChartRow, *, mirrored: bool
) -> None:
    """What the ends of the scale are called, beside the name."""
    painter.setPen(tokens.faint)
    box, line = layout.rows[number].name, layout.line
    side = Qt.AlignmentFlag.AlignLeft if mirrored else Qt.AlignmentFlag.AlignRight
    flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
    for value, words in ((row.least, row.ends[0]), (row.most, row.ends[1])):
        y = layout.y(number, value)
        fitting = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(box.width()))
        painter.drawText(QRectF(box.left(), y - line / 2, box.width(), line), flags, fitting)


def _paint_values(
    painter: QPainter, tokens: Tokens, chart: Chart, layout: ChartLayout, number: int, row: ChartRow
) -> None:
    """A dot for a value, a stroke from the lowest to the highest; lines only where nothing lies between."""
    colour = colour_of(row.line, tokens)
    pen = QPen(colour, 1.6)
    pen.setStyle(
        {ChartLine.DASHED: Qt.PenStyle.DashLine, ChartLine.DOTTED: Qt.PenStyle.DotLine}.get(
            row.line, Qt.PenStyle.SolidLine
        )
    )
    by_day = bool(chart.slots) and chart.slots[0].days == 1
    ribbon = QColor(colour)
    ribbon.setAlpha(_RIBBON)
    for (slot, one), (_, other) in pairwise(enumerate(row.points)):
        if one is None or other is None:
            continue
        left, right = layout.x(slot + 0.5), layout.x(slot + 1.5)
        if by_day:
            painter.setPen(pen)
            painter.drawLine(
                QPointF(left, layout.y(number, one.high)), QPointF(right, layout.y(number, other.high))
            )
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ribbon)
            corners = ((left, one.high), (right, other.high), (right, other.low), (left, one.low))
            painter.drawPolygon(QPolygonF([QPointF(x, layout.y(number, value)) for x, value in corners]))
    radius = min(max(layout.slot_width() * 0.34, layout.line * 0.13), layout.line * 0.2)
    for slot, point in enumerate(row.points):
        if point is None:
            continue
        x = layout.x(slot + 0.5)
        painter.setPen(QPen(colour, max(radius, 1.6)))
        if point.low != point.high:
            painter.drawLine(
                QPointF(x, layout.y(number, point.low)), QPointF(x, layout.y(number, point.high))
            )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for value in {point.low, point.high}:
            painter.drawEllipse(QPointF(x, layout.y(number, value)), radius, radius)


def _paint_bars(painter: QPainter, tokens: Tokens, layout: ChartLayout, number: int, row: ChartRow) -> None:
    """How many there were, as steps; above them a shape for what was reached, or let go."""
    ground = layout.y(number, row.least)
    filled = QColor(tokens.accent)
    filled.setAlpha(_RIBBON * 2)
    for first, last, value in _runs(row):
        top = layout.y(number, value)
        box = layout.span(first, last, QRectF(0, top, 1, ground - top))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(filled)
        painter.drawRect(box)
        painter.setPen(QPen(tokens.accent, 1.6))
        painter.drawLine(box.topLeft(), box.topRight())
    for slot, point in enumerate(row.points):
        if point is not None and point.mark is not ChartMark.NONE:
            middle = QPointF(layout.x(slot + 0.5), layout.y(number, point.high) - layout.line * 0.42)
            _paint_mark(painter, tokens, middle, layout.line * 0.3, point.mark)


def _runs(row: ChartRow) -> Iterator[tuple[int, int, int]]:
    """From which slot to which the same number holds, so that no seam is seen between them."""
    numbered = ((slot, point.high if point is not None else None) for slot, point in enumerate(row.points))
    for value, same in groupby(numbered, key=lambda one: one[1]):
        within = [slot for slot, _ in same]
        if value is not None:
            yield within[0], within[-1], value


def _paint_dots(painter: QPainter, tokens: Tokens, layout: ChartLayout, number: int, row: ChartRow) -> None:
    radius = layout.line * 0.2
    y = layout.rows[number].plot.center().y()
    for slot, point in enumerate(row.points):
        if point is None:
            continue
        middle = QPointF(layout.x(slot + 0.5), y)
        if point.mark is ChartMark.NONE:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.accent)
            painter.drawEllipse(middle, radius, radius)
        else:
            _paint_mark(painter, tokens, middle, layout.line * 0.32, point.mark)


def _paint_mark(painter: QPainter, tokens: Tokens, middle: QPointF, radius: float, mark: ChartMark) -> None:
    """A lozenge, filled for what was reached and empty for what was let go."""
    around = ((0, -1), (1, 0), (0, 1), (-1, 0))
    lozenge = QPolygonF([middle + QPointF(x * radius, y * radius) for x, y in around])
    reached = mark is ChartMark.REACHED
    painter.setPen(QPen(tokens.good if reached else tokens.muted, 1.4))
    painter.setBrush(tokens.good if reached else tokens.window)
    painter.drawPolygon(lozenge)


# What is looked at


def _paint_callout(
    painter: QPainter, rect: QRectF, tokens: Tokens, chart: Chart, layout: ChartLayout, at: ChartPlace
) -> None:
    middle = layout.middle(at)
    painter.setPen(QPen(tokens.text, 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(middle, layout.line * 0.42, layout.line * 0.42)
    words = words_at(chart, at)
    metrics = QFontMetricsF(painter.font())
    widest = min(rect.width() * 0.62, layout.line * 30)
    needed = metrics.boundingRect(QRectF(0, 0, widest, 10_000), WRAPPED, words)
    air = layout.line * 0.5
    box = QRectF(0, 0, needed.width() + 2 * air, needed.height() + air)
    box.moveCenter(middle)
    box.moveBottom(middle.y() - layout.line * 0.7)
    if box.top() < rect.top():
        box.moveTop(middle.y() + layout.line * 0.7)
    box.moveLeft(min(max(box.left(), rect.left()), rect.right() - box.width()))
    painter.setPen(QPen(tokens.control, 1.0))
    painter.setBrush(tokens.base)
    painter.drawRoundedRect(box, layout.line * 0.3, layout.line * 0.3)
    painter.setPen(tokens.text)
    painter.drawText(box.adjusted(air, 0, -air, 0), WRAPPED | Qt.AlignmentFlag.AlignVCenter.value, words)
