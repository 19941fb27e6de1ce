"""A ring shows how many of some steps are done, by its filling, and says it."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from amp_desktop.ui.platform.appearance import Appearance
from amp_desktop.ui.style.theme import theme
from amp_desktop.ui.widgets.ring import ProgressRing, paint_ring

SIDE = 60


def filled(done: int, total: int) -> int:
    """How many points are wholly in the colour of what is done."""
    image = QImage(SIDE, SIDE, QImage.Format.Format_ARGB32)
    image.fill(theme().tokens.base)
    painter = QPainter(image)
    paint_ring(painter, QRectF(image.rect()), done, total, theme().tokens)
    painter.end()
    accent = theme().tokens.accent.rgb()
    return sum(image.pixel(x, y) == accent for x in range(SIDE) for y in range(SIDE))


def test_it_fills_as_steps_are_done(appearance: Appearance) -> None:
    amounts = [filled(done, 6) for done in range(7)]
    assert amounts[0] == 0
    assert amounts == sorted(set(amounts))


def test_the_same_part_is_the_same_filling_however_many_there_are() -> None:
    assert abs(filled(2, 4) - filled(30, 60)) <= 2


def test_nothing_to_do_is_an_empty_ring_and_more_than_all_a_full_one() -> None:
    assert filled(0, 0) == 0
    assert filled(7, 6) == filled(6, 6)


def test_it_is_heard(qtbot: QtBot) -> None:
    ring = ProgressRing()
    qtbot.addWidget(ring)
    ring.set_progress(4, 6)
    assert ring.accessibleName() == "4 of 6 steps"
    ring.set_progress(1, 1)
    assert ring.accessibleName() == "1 of 1 step"
