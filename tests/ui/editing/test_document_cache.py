"""The texts of the entries written in last: those that go are shown nowhere any more."""

import subprocess
import sys
from functools import partial

from PySide6.QtCore import SIGNAL, QEvent, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from amp_desktop.ui.editing.document_cache import MOST, DocumentCache
from amp_desktop.ui.editing.page_text import PageText
from amp_desktop.ui.editing.text_document import TextDocument
from amp_desktop.ui.editing.undo.stack import EntryUndo

_LOOK_AT_A_BOX = """
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from amp_desktop.ui.editing.body import BodyEdit
from amp_desktop.ui.editing.document_cache import MOST, DocumentCache

app = QApplication([])
boxes = [BodyEdit(), BodyEdit()]
cache = DocumentCache(app)
for box in boxes:
    box.share(cache)
front, other = boxes
other.open_text("an entry with a text of its own", "Some words")
for number in range(MOST):
    front.open_text(str(number), "Other words")
QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
other.show()
other.grab()
print(repr(other.toPlainText()), repr(front.text()))
"""
"""In a process of its own: what goes wrong here ends it."""


def test_looking_at_a_box_whose_text_went_does_not_end_the_program() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _LOOK_AT_A_BOX], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "'' 'Other words'", "")


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


def test_a_text_that_is_gone_back_to_often_tells_its_box_once(qtbot: QtBot) -> None:
    text = PageText("body")
    qtbot.addWidget(text)
    told = []
    for _ in range(3):
        for entry in ("one", "another"):
            text.edit.open_text(entry, "Some words")
        document = text.edit.document()
        layout = document.documentLayout()
        resized, forgotten = SIGNAL("documentSizeChanged(QSizeF)"), SIGNAL("forgotten()")
        told.append((layout.receivers(resized), document.receivers(forgotten)))
    assert told[0] == told[1] == told[2]
    assert told[0][1] == 1


def test_an_empty_text_needs_no_document_of_its_own(qtbot: QtBot) -> None:
    text = PageText("for_mentor")
    qtbot.addWidget(text)
    text.edit.open_text("one", "")
    blank, seen = text.edit.document(), []
    text.edit.document_shown.connect(lambda: seen.append(text.edit.document()))
    for entry in ("another", "one", "a third"):
        text.edit.open_text(entry, "")
    assert (text.edit.document(), seen) == (blank, [])


def test_what_was_taken_back_can_be_done_again_in_its_own_entry_alone(qtbot: QtBot) -> None:
    text = PageText("for_mentor")
    qtbot.addWidget(text)
    text.edit.open_text("one", "")
    qtbot.keyClicks(text.edit, "Thanks")
    text.edit.undo()
    text.edit.open_text("another", "")
    text.edit.redo()
    assert text.edit.text() == ""
    qtbot.keyClicks(text.edit, "Other words")
    text.edit.open_text("one", "")
    text.edit.redo()
    assert text.edit.text() == "Thanks"


def test_what_was_typed_and_deleted_can_be_taken_back_in_its_own_entry_alone(qtbot: QtBot) -> None:
    text = PageText("for_mentor")
    qtbot.addWidget(text)
    text.edit.open_text("one", "")
    qtbot.keyClicks(text.edit, "Thanks")
    text.edit.selectAll()
    qtbot.keyClick(text.edit, Qt.Key.Key_Delete)
    text.edit.open_text("another", "")
    qtbot.keyClicks(text.edit, "Other words")
    text.edit.open_text("one", "")
    text.edit.undo()
    assert text.edit.text() == "Thanks"


def test_an_entry_that_goes_takes_no_text_along_that_went_on_to_another(qtbot: QtBot) -> None:
    cache = DocumentCache(QApplication.instance())
    text = PageText("for_mentor")
    qtbot.addWidget(text)
    text.edit.share(cache)
    text.edit.open_text("one", "")
    text.edit.open_text("another", "")
    qtbot.keyClicks(text.edit, "Thanks")
    for number in range(MOST - 1):
        cache.of(f"{number}")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert isinstance(text.edit.document(), TextDocument)
    assert text.edit.text() == "Thanks"
    text.edit.undo()
    assert text.edit.text() == ""


def test_the_undo_of_an_entry_goes_with_any_of_its_texts(qapp: QApplication) -> None:
    steps = EntryUndo(qapp)
    one, other = (TextDocument("", QFont(), steps, steps) for _ in range(2))
    other.bring_to("Written")
    one.forget()
    assert not steps.can_undo()
    steps.deleteLater()


def test_the_undo_of_an_entry_that_goes_holds_nothing_of_its_fields(qapp: QApplication) -> None:
    cache = DocumentCache(qapp)
    texts = cache.of("an entry whose texts are all shown elsewhere")
    texts.steps.push(_Step())
    cache.forget()
    assert not texts.steps.can_undo()
    cache.deleteLater()


def test_a_box_hears_of_the_undo_of_its_own_text_alone(qtbot: QtBot) -> None:
    own, other = PageText("body"), PageText("plan")
    cache = DocumentCache(own)
    heard: list[str] = []
    for text in (own, other):
        qtbot.addWidget(text)
        text.edit.share(cache)
        text.edit.open_text("an entry", "")
        text.edit.step_taken.connect(partial(heard.append, text.edit.field))
    own.edit.insertPlainText("Written")
    other.edit.undo()
    assert own.edit.text() == ""
    assert heard == ["body"]


class _Step:
    """Something that was done to the fields of an entry."""

    def undo(self) -> None: ...

    def redo(self) -> None: ...
