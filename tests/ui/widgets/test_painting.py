"""What delegates paint: dots and chips, in the theme's colours, mirrored where needed."""

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QApplication

from amp_desktop.ui.platform.appearance import Appearance
from amp_desktop.ui.style.theme import theme
from amp_desktop.ui.widgets.painting import dots_size, paint_dots

AREA = QRect(0, 0, 200, 24)


def painted(paint: Callable[[QPainter], None]) -> QImage:
    image = QImage(AREA.size(), QImage.Format.Format_ARGB32)
    image.fill(theme().tokens.base)
    painter = QPainter(image)
    painter.setFont(QApplication.font())
    paint(painter)
    painter.end()
    return image


def columns(image: QImage, colour: str) -> list[int]:
    middle = image.height() // 2
    return [x for x in range(image.width()) if image.pixelColor(x, middle).name() == colour]


def runs(places: list[int]) -> int:
    return sum(1 for x in places if x - 1 not in places)


def test_as_many_dots_are_filled_as_the_value_says(appearance: Appearance) -> None:
    accent = theme().tokens.accent.name()
    for value in range(6):
        image = painted(lambda painter, value=value: paint_dots(painter, AREA, value, theme().tokens))  # type: ignore[misc]
        assert runs(columns(image, accent)) == value


def test_dots_begin_at_the_right_when_mirrored() -> None:
    accent = theme().tokens.accent.name()
    left = painted(lambda painter: paint_dots(painter, AREA, 1, theme().tokens))
    right = painted(lambda painter: paint_dots(painter, AREA, 1, theme().tokens, mirrored=True))
    assert max(columns(left, accent)) < 20
    assert min(columns(right, accent)) > 180


def test_dots_keep_to_the_room_they_ask_for() -> None:
    room = dots_size(QFontMetrics(QApplication.font())).width()
    image = painted(lambda painter: paint_dots(painter, AREA, 5, theme().tokens))
    assert max(columns(image, theme().tokens.accent.name())) < room


def test_a_painter_is_left_as_it_was() -> None:
    def paint(painter: QPainter) -> None:
        painter.setPen(Qt.GlobalColor.red)
        paint_dots(painter, AREA, 3, theme().tokens)
        assert painter.pen().color() == Qt.GlobalColor.red

    painted(paint)
