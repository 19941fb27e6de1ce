"""The magnifying glass grows with the letters, stands where they begin, and is nothing to hear."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from amp_desktop.ui.widgets.search_field import SearchField


def inked(image: QImage) -> list[int]:
    """The columns in which something is painted, away from the frame."""
    ground = image.pixelColor(image.width() // 2, image.height() // 2)

    def differs(colour: QColor) -> bool:
        return abs(colour.lightness() - ground.lightness()) > 40

    rows = range(image.height() // 4, image.height() * 3 // 4)
    columns = range(4, image.width() - 4)
    return [x for x in columns if any(differs(image.pixelColor(x, y)) for y in rows)]


def field_of(qtbot: QtBot, letters: int, *, mirrored: bool = False) -> SearchField:
    field = SearchField("")
    qtbot.addWidget(field)
    if mirrored:
        field.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    font = field.font()
    font.setPixelSize(letters)
    field.setFont(font)
    field.resize(400, letters * 2)
    field.show()
    return field


def test_it_is_twice_as_large_beside_letters_twice_as_large(qtbot: QtBot) -> None:
    small, large = (inked(field_of(qtbot, size).grab().toImage()) for size in (14, 28))
    assert (max(large) - min(large)) == pytest.approx(2 * (max(small) - min(small)), rel=0.25)


def test_it_stands_where_lines_begin(qtbot: QtBot) -> None:
    assert max(inked(field_of(qtbot, 14).grab().toImage())) < 100
    assert min(inked(field_of(qtbot, 14, mirrored=True).grab().toImage())) > 300


def test_words_begin_behind_it(qtbot: QtBot) -> None:
    field = field_of(qtbot, 20)
    glass = max(inked(field.grab().toImage()))
    field.setText("l")
    field.setCursorPosition(0)
    assert field.cursorRect().center().x() > glass


def test_it_is_no_button(qtbot: QtBot) -> None:
    field = field_of(qtbot, 14)
    assert [one for one in field.findChildren(QAbstractButton) if one.isVisible()] == []
