"""Widgets that are taken out of a layout are gone from the page at once, and deleted a moment later."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from amp_desktop.ui.widgets.layouts import clear_layout, discard


@pytest.mark.parametrize(
    ("take_out", "left"),
    [
        pytest.param(lambda column, _first: clear_layout(column), [], id="all of them"),
        pytest.param(discard, ["second"], id="one of them"),
    ],
)
def test_nothing_that_was_taken_out_is_painted_until_it_is_deleted(
    qtbot: QtBot, take_out: Callable[[QVBoxLayout, QWidget], None], left: list[str]
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    for words in ("first", "second"):
        column.addWidget(QLabel(words))
    page.show()
    first = column.itemAt(0).widget()
    assert first is not None

    take_out(column, first)

    labels = page.findChildren(QLabel)
    assert [one.text() for one in labels if not one.isHidden()] == left
    qtbot.waitUntil(lambda: [one.text() for one in page.findChildren(QLabel)] == left)
