"""Words on a button run in their own direction, whichever way the window does."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from amp_desktop.ui.style.theme import apply_theme, theme
from amp_desktop.ui.widgets.buttons import quiet_button
from amp_desktop.ui.widgets.direction import set_own_text

WORDS = "1 link, nobody named"


@pytest.fixture
def application() -> Iterator[QApplication]:
    running = QApplication.instance()
    assert isinstance(running, QApplication)
    apply_theme(running, theme().appearance)  # a style sheet paints other than the bare style
    yield running
    running.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def painted(qtbot: QtBot) -> QImage:
    button = quiet_button("")
    qtbot.addWidget(button)
    set_own_text(button, WORDS)
    assert button.accessibleName() == WORDS
    button.resize(300, 40)
    return button.grab().toImage()


def test_a_number_stands_where_the_words_begin_in_a_mirrored_window_too(
    qtbot: QtBot, application: QApplication
) -> None:
    as_usual = painted(qtbot)
    application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert painted(qtbot) == as_usual
