"""The locks beside lines that never leave."""

import pytest
from pytestqt.qtbot import QtBot

from amp_desktop.ui.editing.aside_locks import AsideLocks
from amp_desktop.ui.editing.body import BodyEdit


@pytest.mark.parametrize("margin", [10, 80])
def test_a_lock_never_stands_on_the_letters(qtbot: QtBot, margin: int) -> None:
    text = BodyEdit()
    qtbot.addWidget(text)
    locks = AsideLocks(text)
    text.show()
    text.set_side(margin)
    assert 0 <= locks.x() < locks.geometry().right() < text.viewport().x()
