"""The small shape beside a row: what it says is seen, and no two states look alike."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from amp_desktop.ui.style.theme import theme
from amp_desktop.ui.widgets.state_shape import Look, StateShape, paint_shape, ring

SIDE = 40


def painted(shape: StateShape, *, mirrored: bool = False) -> QImage:
    image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint_shape(painter, QRect(0, 0, SIDE, SIDE), shape, theme().tokens, mirrored=mirrored)
    painter.end()
    return image


def accent(image: QImage) -> int:
    """How many points have the accent's colour."""
    wanted = theme().tokens.accent
    return sum(image.pixelColor(x, y) == wanted for x in range(SIDE) for y in range(SIDE))


def test_a_ring_fills_as_its_steps_are_done(qapp: object) -> None:
    filled = [accent(painted(ring(done, 4))) for done in range(5)]
    assert filled[0] == 0
    assert filled == sorted(set(filled))
    assert filled[2] == pytest.approx(filled[4] / 2, rel=0.15)


def test_a_ring_without_steps_is_empty_and_none_overflows(qapp: object) -> None:
    assert painted(ring(0, 0)) == painted(ring(0, 3))
    assert painted(ring(9, 3)) == painted(ring(3, 3))


def test_no_two_states_look_alike(qapp: object) -> None:
    shapes = [StateShape(look) for look in Look]
    pictures = [painted(shape) for shape in shapes]
    assert all(one != other for at, one in enumerate(pictures) for other in pictures[at + 1 :])


def test_a_mirrored_half_is_the_other_half(qapp: object) -> None:
    half = StateShape(Look.HALF)
    plain, mirrored = painted(half), painted(half, mirrored=True)
    left, right = (SIDE * 2 // 5, SIDE // 2), (SIDE * 3 // 5, SIDE // 2)
    assert plain.pixelColor(*right) == mirrored.pixelColor(*left) == theme().tokens.accent
    assert plain.pixelColor(*left) == mirrored.pixelColor(*right) == QColor("white")
