"""What a chart over time shows, ready to be painted, walked by keys and read as a table. No widget, no Qt."""

from dataclasses import dataclass
from enum import Enum, auto
from uuid import UUID

from amp_desktop.domain.over_time import Slot


class ChartLine(Enum):
    """How the values of a row are drawn, so that colour is not the only sign."""

    SOLID = auto()
    DASHED = auto()
    DOTTED = auto()
    BARS = auto()
    DOTS = auto()


class ChartMark(Enum):
    """What is said of a slot by a shape of its own."""

    NONE = auto()
    REACHED = auto()
    LET_GO = auto()


@dataclass(frozen=True)
class ChartPoint:
    """What a row has in one slot.

    Attributes:
        low, high: The lowest and the highest value; the same where there is one.
        words: What is to be read of it, in a sentence.
        cell: The same in the table, in as few words as can be.
        mark: A shape of its own.
        entry: What it leads to, if that is one entry.
    """

    low: int
    high: int
    words: str
    cell: str
    mark: ChartMark = ChartMark.NONE
    entry: UUID | None = None


@dataclass(frozen=True)
class ChartRow:
    """One thing over time.

    Attributes:
        name: What it is called.
        line: How it is drawn.
        points: For each slot, or None where nothing was written: a gap.
        least, most: The ends of its scale.
        ends: What the ends of the scale are called, the lower one first; empty for none.
        heading: Its name where it does not stand under that of its panel; empty where it is the same.
    """

    name: str
    line: ChartLine
    points: tuple[ChartPoint | None, ...]
    least: int = 0
    most: int = 1
    ends: tuple[str, str] = ("", "")
    heading: str = ""

    @property
    def whole_name(self) -> str:
        """What it is called by itself."""
        return self.heading or self.name


@dataclass(frozen=True)
class ChartPanel:
    """Rows that belong together, under a heading and a sentence that says what the numbers carry."""

    title: str
    sentence: str
    rows: tuple[ChartRow, ...]


@dataclass(frozen=True)
class ChartBand:
    """A phase of the program behind all of it.

    Attributes:
        name: What it is called.
        first, last: The slots in which it begins and ends.
        is_window: It is an evaluation; a quiet band. Else only its name and its length are shown.
    """

    name: str
    first: int
    last: int
    is_window: bool = False


@dataclass(frozen=True)
class ChartTick:
    """Words under the head of the chart, at the slot where they begin to hold."""

    slot: int
    words: str


@dataclass(frozen=True)
class Chart:
    """All of it, over the same slots."""

    slots: tuple[Slot, ...] = ()
    slot_words: tuple[str, ...] = ()
    ticks: tuple[ChartTick, ...] = ()
    bands: tuple[ChartBand, ...] = ()
    panels: tuple[ChartPanel, ...] = ()

    @property
    def rows(self) -> tuple[ChartRow, ...]:
        """The rows of all panels, from top to bottom."""
        return tuple(row for panel in self.panels for row in panel.rows)


@dataclass(frozen=True)
class ChartPlace:
    """Where one stands in a chart: a row, counted from the top, and a slot."""

    row: int
    slot: int


def first_place(chart: Chart) -> ChartPlace | None:
    """The last point of the first row that has any: what is nearest to today."""
    for at in range(len(chart.rows)):
        if (slot := _nearest(chart, at, len(chart.slots) - 1)) is not None:
            return ChartPlace(at, slot)
    return None


def point_at(chart: Chart, place: ChartPlace) -> ChartPoint | None:
    """What stands there."""
    return chart.rows[place.row].points[place.slot]


def stepped(chart: Chart, place: ChartPlace, by: int) -> ChartPlace:
    """The next point of the same row, forwards or back; the same where there is none."""
    points = chart.rows[place.row].points
    ahead = range(place.slot + 1, len(points)) if by > 0 else range(place.slot - 1, -1, -1)
    return ChartPlace(place.row, next((slot for slot in ahead if points[slot] is not None), place.slot))


def at_end(chart: Chart, place: ChartPlace, *, last: bool) -> ChartPlace:
    """The first or the last point of the same row."""
    points = chart.rows[place.row].points
    order = range(len(points) - 1, -1, -1) if last else range(len(points))
    return ChartPlace(place.row, next((slot for slot in order if points[slot] is not None), place.slot))


def climbed(chart: Chart, place: ChartPlace, by: int) -> ChartPlace:
    """The point nearest in time of the next row that has any, below or above."""
    row = place.row + by
    while 0 <= row < len(chart.rows):
        if (slot := _nearest(chart, row, place.slot)) is not None:
            return ChartPlace(row, slot)
        row += by
    return place


def words_at(chart: Chart, place: ChartPlace) -> str:
    """What is to be read of that place, in a sentence."""
    point, row = point_at(chart, place), chart.rows[place.row]
    said = point.words if point is not None else ""
    return " · ".join(filter(None, (chart.slot_words[place.slot], row.whole_name, said)))


def _nearest(chart: Chart, row: int, slot: int) -> int | None:
    points = chart.rows[row].points
    found = (at for at, point in enumerate(points) if point is not None)
    return min(found, key=lambda at: abs(at - slot), default=None)
