"""Where everything of a chart stands: one reckoning for painting, pointer and height."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF

from amp_desktop.ui.insights.chart import Chart, ChartLine, ChartPlace, point_at

_WIDEST_GUTTER = 0.24
"""The names of rows take at most this part of the width."""
_TALL, _LOW = 4.2, 1.55
"""The height of a row with a scale and of one without, in heights of a line."""


@dataclass(frozen=True)
class RowBox:
    """A row: where its name and where its values stand."""

    name: QRectF
    plot: QRectF


@dataclass(frozen=True)
class PanelBox:
    """A panel: its heading, its sentence, and the number of its first row."""

    title: QRectF
    sentence: QRectF


class ChartLayout:
    """The places of one chart in a rectangle, with letters of one size.

    Attributes:
        head: Where the phases and the ticks stand.
        panels: The panels.
        rows: The rows of all panels.
        height: How high all of it is.
    """

    def __init__(self, chart: Chart, rect: QRectF, metrics: QFontMetricsF, *, mirrored: bool = False) -> None:
        self._chart = chart
        self._mirrored = mirrored
        self.line = metrics.height()
        said = (words for row in chart.rows for words in (row.name, *row.ends))
        names = max(map(metrics.horizontalAdvance, said), default=0.0)
        gutter = min(names + self.line, rect.width() * _WIDEST_GUTTER)
        left = rect.left() if mirrored else rect.left() + gutter
        self._plot = QRectF(left, rect.top(), max(rect.width() - gutter, 1.0), rect.height())
        gutter_left = rect.right() - gutter if mirrored else rect.left()
        windows = any(band.is_window for band in chart.bands)
        lines = (1 if chart.bands else 0) + (1 if windows else 0) + 1
        self.head = QRectF(left, rect.top(), self._plot.width(), self.line * 1.25 * lines)
        top = self.head.bottom()
        self.panels: list[PanelBox] = []
        self.rows: list[RowBox] = []
        for panel in chart.panels:
            top += self.line * 0.8
            title = QRectF(rect.left(), top, rect.width(), self.line * 1.2)
            words = metrics.boundingRect(QRectF(0, 0, rect.width(), 10_000), WRAPPED, panel.sentence).height()
            words = words if panel.sentence else 0.0
            sentence = QRectF(rect.left(), title.bottom(), rect.width(), words)
            self.panels.append(PanelBox(title, sentence))
            top = sentence.bottom() + self.line * 0.5
            for row in panel.rows:
                high = self.line * (_LOW if row.line is ChartLine.DOTS else _TALL)
                self.rows.append(
                    RowBox(
                        QRectF(gutter_left, top, gutter - self.line * 0.5, high),
                        QRectF(left, top, self._plot.width(), high),
                    )
                )
                top += high + self.line * (0.0 if row.line is ChartLine.DOTS else 0.4)
        self.height = top - rect.top() + self.line * 0.5

    @property
    def plot(self) -> QRectF:
        """The part over which time runs, from the head to the end."""
        return QRectF(self._plot.left(), self.head.top(), self._plot.width(), self.height)

    def slot_width(self) -> float:
        """How wide a day, a week or a month is."""
        return self._plot.width() / max(len(self._chart.slots), 1)

    def x(self, slot: float) -> float:
        """Where a slot begins."""
        part = slot / max(len(self._chart.slots), 1) * self._plot.width()
        return self._plot.right() - part if self._mirrored else self._plot.left() + part

    def span(self, first: int, last: int, box: QRectF) -> QRectF:
        """The part of a box from one slot to the end of another."""
        ends = sorted((self.x(first), self.x(last + 1)))
        return QRectF(ends[0], box.top(), ends[1] - ends[0], box.height())

    def y(self, at: int, value: float) -> float:
        """How high a value of a row stands."""
        row, plot = self._chart.rows[at], self.rows[at].plot
        if row.line is ChartLine.DOTS:
            return plot.center().y()
        air = self.line * 0.45
        part = (value - row.least) / max(row.most - row.least, 1)
        return plot.bottom() - air - part * (plot.height() - 2 * air)

    def middle(self, place: ChartPlace) -> QPointF:
        """The middle of a point."""
        point = point_at(self._chart, place)
        value = (point.low + point.high) / 2 if point is not None else 0
        return QPointF(self.x(place.slot + 0.5), self.y(place.row, value))

    def place_at(self, where: QPointF) -> ChartPlace | None:
        """The point that is meant by a place on the chart: the nearest of that row, if it is near enough."""
        for at, box in enumerate(self.rows):
            if not box.plot.top() <= where.y() <= box.plot.bottom():
                continue
            part = (where.x() - self._plot.left()) / self._plot.width()
            slot = (1 - part if self._mirrored else part) * len(self._chart.slots)
            points = self._chart.rows[at].points
            reach = max(1.0, self.line / max(self.slot_width(), 0.01))
            found = (
                (abs(number + 0.5 - slot), number) for number, point in enumerate(points) if point is not None
            )
            distance, number = min(found, default=(reach + 1, 0))
            return ChartPlace(at, number) if distance <= reach else None
        return None


WRAPPED = Qt.TextFlag.TextWordWrap.value
"""How a sentence is laid out."""
