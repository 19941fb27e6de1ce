"""A word without an end, such as a file that was pasted as text, keeps no page waiting.

Qt looks for the end of a word anew in each line that it breaks: one of 40,000 letters takes it half a minute.
"""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QFont, QTextOption
from pytestqt.qtbot import QtBot

from amp_desktop.ui.editing.title_edit import TitleEdit
from amp_desktop.ui.widgets.laid_text import laid_text
from amp_desktop.ui.widgets.text_box import TextBox
from amp_desktop.ui.widgets.wrapped_label import laid_out

ENDLESS = f"What came back: {'TG9uZw' * 1_000}"
BETWEEN_WORDS = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
ANYWHERE = QTextOption.WrapMode.WrapAnywhere


@pytest.mark.parametrize(("text", "breaks"), [("Some words " * 1_000, BETWEEN_WORDS), (ENDLESS, ANYWHERE)])
def test_words_that_are_painted_are_broken_anywhere_where_they_must_be(
    qtbot: QtBot, text: str, breaks: QTextOption.WrapMode
) -> None:
    layout, _ = laid_text(text, QFont(), 400.0)
    assert layout.textOption().wrapMode() is breaks
    label = laid_out(text, QFont(), 400, Qt.LayoutDirection.LeftToRight)
    assert label.textOption().wrapMode() is breaks


def test_so_are_those_of_a_field_and_the_next_ones_are_not(qtbot: QtBot) -> None:
    box = TextBox("What came back")
    qtbot.addWidget(box)
    box.set_text(ENDLESS)
    assert box.wordWrapMode() is ANYWHERE
    box.set_text("Some words")
    assert box.wordWrapMode() is BETWEEN_WORDS


@pytest.mark.parametrize("made", [lambda: TextBox("What came back"), TitleEdit], ids=["box", "title"])
def test_so_are_those_that_are_pasted(qtbot: QtBot, made: Callable[[], TextBox]) -> None:
    box, data = made(), QMimeData()
    qtbot.addWidget(box)
    data.setText(ENDLESS)
    box.insertFromMimeData(data)
    assert box.text() == ENDLESS
    assert box.wordWrapMode() is ANYWHERE
