"""What the mentee wrote is words in a tool tip, too."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as Gui
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from amp_desktop.ui.shell.pinned_list import PinnedList
from amp_desktop.ui.widgets.buttons import icon_button
from amp_desktop.ui.widgets.labels import Elided
from amp_desktop.ui.widgets.tips import plain_tip

HOSTILE = '<img src="file:///etc/hostname"> & <b>more</b>'


def as_shown(tip: str) -> str:
    """What a person reads, by how Qt tells markup from words."""
    page = QTextDocument()
    page.setHtml(tip) if Gui.mightBeRichText(tip) else page.setPlainText(tip)
    return page.toPlainText()


@pytest.mark.parametrize("words", ["Day", "a < b", "R&D &amp; more", HOSTILE, "", "मेरा दिन", "<3", "<b>"])
def test_words_are_shown_as_they_were_written(words: str, qapp: object) -> None:
    assert as_shown(plain_tip(words)) == words


def test_titles_and_names_are_words(qtbot: QtBot) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    rows = PinnedList(place)
    rows.add("pin", HOSTILE, "Pinned entry")
    line = Elided(HOSTILE, parent=place)
    line.resize(20, 20)
    place.show()
    button = icon_button("file-text", f"Open {HOSTILE}…", place)
    tips = [rows.item(0).data(Qt.ItemDataRole.ToolTipRole), line.toolTip(), button.toolTip()]
    assert [as_shown(tip) for tip in tips] == [HOSTILE, HOSTILE, f"Open {HOSTILE}…"]
