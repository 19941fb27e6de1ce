"""A chart is walked point by point, and what is painted stands where the pointer finds it."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter

from amp_desktop.domain.over_time import Slot
from amp_desktop.ui.insights.chart import (
    Chart,
    ChartBand,
    ChartLine,
    ChartMark,
    ChartPanel,
    ChartPlace,
    ChartPoint,
    ChartRow,
    ChartTick,
    at_end,
    climbed,
    first_place,
    point_at,
    stepped,
    words_at,
)
from amp_desktop.ui.insights.layout import ChartLayout
from amp_desktop.ui.insights.painting import paint
from amp_desktop.ui.style.tokens import load_tokens
from amp_desktop.ui.widgets.painting import small_font

FIRST = date(2026, 7, 1)


def _row(filled: str, line: ChartLine = ChartLine.SOLID, name: str = "Mood") -> ChartRow:
    """A row of these values: "3.45" is 3, a gap, 4, 5."""
    points = tuple(
        ChartPoint(
            int(one),
            int(one),
            f"value {one}",
            one,
            ChartMark.REACHED if one == "5" else ChartMark.NONE,
            uuid4(),
        )
        if one != "."
        else None
        for one in filled
    )
    return ChartRow(name, line, points, 1, 5, ("low", "high"))


def _chart(*rows: ChartRow) -> Chart:
    number = len(rows[0].points)
    days = tuple(FIRST + timedelta(days=at) for at in range(number))
    return Chart(
        slots=tuple(Slot(day, day) for day in days),
        slot_words=tuple(day.isoformat() for day in days),
        ticks=(ChartTick(0, "Week 1"),),
        bands=(ChartBand("Long", 0, number - 1), ChartBand("Midterm", 1, 2, is_window=True)),
        panels=(ChartPanel("How I was", "A sentence.", rows),),
    )


def test_keys_go_from_point_to_point_over_gaps() -> None:
    chart = _chart(_row("3..4."))

    first = first_place(chart)
    assert first == ChartPlace(0, 3)
    assert stepped(chart, first, -1) == ChartPlace(0, 0)
    assert stepped(chart, first, 1) == first
    assert at_end(chart, first, last=False) == ChartPlace(0, 0)
    assert words_at(chart, first) == "2026-07-04 · Mood · value 4"


def test_keys_go_to_the_nearest_point_of_another_row_and_over_empty_ones() -> None:
    chart = _chart(_row("3..4."), _row("....."), _row("1...2", ChartLine.DOTS))

    assert climbed(chart, ChartPlace(0, 3), 1) == ChartPlace(2, 4)
    assert climbed(chart, ChartPlace(2, 0), -1) == ChartPlace(0, 0)
    assert climbed(chart, ChartPlace(2, 0), 1) == ChartPlace(2, 0)


def test_nothing_is_walked_where_there_is_nothing() -> None:
    assert first_place(Chart()) is None
    assert first_place(_chart(_row("..."))) is None


@given(st.text("12345.", min_size=1, max_size=60), st.booleans(), st.floats(200, 1600))
def test_the_pointer_finds_each_point_where_it_is_painted(filled: str, mirrored: bool, width: float) -> None:
    chart = _chart(_row(filled), _row(filled, ChartLine.DOTS, "Steps done"))
    layout = ChartLayout(chart, QRectF(0, 0, width, 10_000), QFontMetricsF(QFont()), mirrored=mirrored)

    for at, row in enumerate(chart.rows):
        for slot, point in enumerate(row.points):
            if point is not None:
                assert layout.place_at(layout.middle(ChartPlace(at, slot))) == ChartPlace(at, slot)


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.usefixtures("qapp")
def test_what_is_painted_stays_within_its_height(look: str, mirrored: bool) -> None:
    chart = _chart(
        _row("3.15.245"), _row("12345.11", ChartLine.BARS, "Open"), _row("1.1..1.5", ChartLine.DOTS, "Steps")
    )
    tokens = load_tokens("dark" if look == "dark" else "light")
    height = ChartLayout(chart, QRectF(0, 0, 600, 0), QFontMetricsF(QFont()), mirrored=mirrored).height
    image = QImage(600, round(height) + 60, QImage.Format.Format_RGB32)
    image.fill(tokens.window)
    painter = QPainter(image)
    paint(painter, QRectF(0, 0, 600, height), tokens, chart, at=ChartPlace(2, 0), mirrored=mirrored)
    painter.end()

    below = {
        image.pixelColor(x, y).name() for y in range(round(height) + 5, image.height()) for x in range(600)
    }
    assert below == {tokens.window.name()}
    painted = {image.pixelColor(x, y).name() for y in range(0, round(height), 2) for x in range(0, 600, 2)}
    assert {tokens.accent.name(), tokens.good.name()} <= painted


@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.usefixtures("qapp")
def test_the_name_of_a_short_phase_goes_past_its_end_where_the_next_name_leaves_room(mirrored: bool) -> None:
    long = "Getting to know the community"
    chart = replace(_chart(_row("3" * 40)), bands=(ChartBand(long, 0, 3), ChartBand("Work", 4, 39)))
    rect, tokens = QRectF(0, 0, 1200, 400), load_tokens("light")
    image = QImage(1200, 400, QImage.Format.Format_RGB32)
    image.fill(tokens.window)
    painter = QPainter(image)
    paint(painter, rect, tokens, chart, mirrored=mirrored)
    metrics = QFontMetricsF(small_font(painter.font()))
    painter.end()
    layout = ChartLayout(chart, rect, metrics, mirrored=mirrored)
    phase = layout.span(0, 3, QRectF(0, layout.head.top(), 1, metrics.height()))
    width = metrics.horizontalAdvance(long)
    assert phase.width() < width - 20
    columns = (
        range(int(phase.right()) + 4, int(phase.left() + width))
        if not mirrored
        else range(int(phase.right() - width), int(phase.left()) - 4)
    )
    rows = range(int(phase.top()), int(phase.bottom()) - 2)
    assert any(image.pixelColor(x, y) != tokens.window for x in columns for y in rows)


def test_a_gap_is_not_bridged() -> None:
    """A line leads from day to day; over a day without an entry none is painted."""
    chart, rect, tokens = _chart(_row("33.33")), QRectF(0, 0, 1200, 400), load_tokens("light")
    image = QImage(1200, 400, QImage.Format.Format_RGB32)
    image.fill(tokens.window)
    painter = QPainter(image)
    layout = ChartLayout(chart, rect, QFontMetricsF(small_font(painter.font())))
    paint(painter, rect, tokens, chart)
    painter.end()
    places = [layout.middle(ChartPlace(0, slot)).toPoint() for slot in (0, 1, 3, 4)]

    def leads(one: QPoint, other: QPoint) -> bool:
        middle = (one + other) / 2
        column = [image.pixelColor(middle.x(), middle.y() + by).name() for by in range(-6, 7)]
        return len(set(column)) > 1

    assert [leads(one, other) for one, other in pairwise(places)] == [True, False, True]


def test_a_point_is_known_by_its_place() -> None:
    chart = _chart(_row("3."))

    assert point_at(chart, ChartPlace(0, 1)) is None


@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.usefixtures("qapp")
def test_the_names_of_two_windows_never_touch(mirrored: bool) -> None:
    windows = (("Midterm evaluation", 8, 8), ("Final evaluation", 11, 11))
    bands = tuple(ChartBand(name, first, last, is_window=True) for name, first, last in windows)
    chart = replace(_chart(_row("3" * 12)), ticks=(), bands=bands)
    rect, tokens = QRectF(0, 0, 420, 300), load_tokens("light")
    image = QImage(420, 300, QImage.Format.Format_RGB32)
    image.fill(tokens.window)
    painter = QPainter(image)
    layout = ChartLayout(chart, rect, QFontMetricsF(small_font(painter.font())), mirrored=mirrored)
    paint(painter, rect, tokens, chart, mirrored=mirrored)
    painter.end()
    top = layout.head.top() + layout.line * 1.25
    rows = range(round(top) + 2, round(top + layout.line * 1.25) - 2)
    dark = tokens.muted.lightness() + 60
    inked = [x for x in range(420) if any(image.pixelColor(x, y).lightness() < dark for y in rows)]
    assert max(after - before for before, after in pairwise(inked)) >= layout.line * 0.4
