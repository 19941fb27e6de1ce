"""An entry takes the place of another: the page is laid out for it once, and to the pixel."""

import math

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from amp_desktop.ui.editing.page_text import PageText
from amp_desktop.ui.entries.editor.editor import EntryEditor
from amp_desktop.ui.entries.editor.page_column import PageColumn
from amp_desktop.ui.session import Session
from tests.conftest import MakeEntry
from tests.ui.entries.pages import part

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")

WORDS = "Some words of a day that went as days go. " * 8


@pytest.fixture
def editor(qtbot: QtBot, session: Session) -> EntryEditor:
    made = EntryEditor(session)
    qtbot.addWidget(made)
    made.resize(700, 600)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def place(editor: EntryEditor) -> PageText:
    """Where the free text stands."""
    return next(one for one in editor.findChildren(PageText) if one.edit.field == "body")


def test_a_text_as_long_as_the_one_before_never_has_another_height(
    editor: EntryEditor, place: PageText, make_entry: MakeEntry
) -> None:
    for number in range(2):
        editor.open_entry(make_entry("note", title=f"Day {number}", body=WORDS))
    QApplication.processEvents()
    resized = Resized()
    place.installEventFilter(resized)
    editor.open_entry(make_entry("note", title="Another day", body=WORDS))
    QApplication.processEvents()
    assert resized.times == 0


@pytest.mark.parametrize("times", [1, 2, 3, 5])
def test_a_longer_text_has_room_for_its_last_line(
    editor: EntryEditor, place: PageText, make_entry: MakeEntry, times: int
) -> None:
    editor.open_entry(make_entry("note", title="A short day", body="Few words."))
    QApplication.processEvents()
    editor.open_entry(make_entry("note", title="A day", body=WORDS * times))
    assert place.height() == math.ceil(place.edit.document().size().height())


def test_where_one_writes_in_it_the_page_is_not_laid_out_half_filled(
    editor: EntryEditor, place: PageText, make_entry: MakeEntry, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor.open_entry(make_entry("note", title="A short day", body="Few words."))
    editor.focus_body()
    laid_out: list[str] = []
    page = part(editor, PageColumn)
    arrange = page.arrange
    monkeypatch.setattr(page, "arrange", lambda: (laid_out.append(editor.title()), arrange()))
    challenge = make_entry("challenge", title="A challenge", body=WORDS, need="somebody who knows")
    editor.open_entry(challenge)
    assert place.edit.hasFocus()
    assert laid_out == ["A challenge"]


class Resized(QObject):
    """Counts how often something gets another size."""

    def __init__(self) -> None:
        super().__init__()
        self.times = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        self.times += event.type() == QEvent.Type.Resize
        return False
