"""How a day is painted."""

from datetime import date

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from amp_desktop.ui.calendar.painting import SHADES, DayCell, paint, shade
from amp_desktop.ui.platform.appearance import Appearance
from amp_desktop.ui.style.theme import theme
from tests.ui.style.test_theme import contrast

DAY = date(2026, 8, 12)


def painted(cell: DayCell, width: int = 36, height: int = 28) -> QImage:
    size = QSize(width, height)
    image = QImage(size, QImage.Format.Format_ARGB32)
    image.fill(theme().tokens.window)
    painter = QPainter(image)
    before = (painter.font(), painter.pen(), painter.brush())
    paint(painter, QRect(0, 0, size.width(), size.height()), theme().tokens, cell)
    assert (painter.font(), painter.pen(), painter.brush()) == before
    painter.end()
    return image


def test_numbers_can_be_read_on_every_shade(appearance: Appearance) -> None:
    tokens = theme().tokens
    for count in (0, 1, 2, 3, 5):
        ground = shade(tokens, count) if count else tokens.window
        assert contrast(tokens.text, ground) >= 4.5


def test_shades_differ_and_grow(appearance: Appearance) -> None:
    colours = [shade(theme().tokens, count) for count in (1, 2, 3, 5)]
    distances = [abs(colour.lightness() - theme().tokens.window.lightness()) for colour in colours]
    assert distances == sorted(distances)
    assert len({colour.name() for colour in colours}) == len(SHADES) - 1


@pytest.mark.parametrize("numbered", [True, False])
@pytest.mark.parametrize("sign", ["is_today", "is_chosen", "is_current", "in_window"])
def test_every_sign_is_seen_in_shape(sign: str, numbered: bool) -> None:
    plain = DayCell(day=DAY, count=1, numbered=numbered)
    marked = DayCell(day=DAY, count=1, numbered=numbered, **{sign: True})  # type: ignore[arg-type]
    assert painted(plain) != painted(marked)


def test_a_day_of_a_year_has_no_number() -> None:
    empty = painted(DayCell(day=DAY, numbered=False), 9, 12)
    colours = {QColor(empty.pixel(4, y)).name() for y in range(2, 10)}
    assert colours == {theme().tokens.hover.name()}
