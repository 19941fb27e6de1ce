"""The texts of the entries written in last: those that go are shown nowhere any more."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from amp_desktop.ui.editing.document_cache import MOST, DocumentCache
from amp_desktop.ui.editing.page_text import PageText


def test_a_box_that_is_not_in_front_shows_no_text_that_went(qtbot: QtBot) -> None:
    front, other = PageText("body"), PageText("for_mentor")
    cache = DocumentCache(front)
    for text in (front, other):
        qtbot.addWidget(text)
        text.edit.share(cache)
    other.edit.open_text("an entry with a text of its own", "Some words")
    for number in range(MOST):  # of a kind that has no such text
        front.edit.open_text(str(number), "Other words")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert other.edit.text() == other.edit.document().toPlainText() == ""
    other.edit.open_text("one more", "And on")
    assert other.edit.text() == "And on"
