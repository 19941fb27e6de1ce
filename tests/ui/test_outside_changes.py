"""What another process writes takes nothing from under the keyboard: no half-typed word, no chosen row."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QTableView, QTextEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from amp_desktop.domain.kinds.challenge import Challenge
from amp_desktop.domain.kinds.goal import Goal, Step
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.journal import Journal
from amp_desktop.ui.pages import PAGES
from amp_desktop.ui.session import Session
from amp_desktop.ui.shell.window import MainWindow
from amp_desktop.ui.tags.dialog import TagsDialog
from amp_desktop.ui.widgets.focus_order import reading_order
from tests.ui.every_dialog import DIALOGS, fill
from tests.ui.people import seen
from tests.ui.resting import unrest
from tests.ui.windows import opened_window

DAY = date(2026, 7, 22)
ENTRIES = (
    Goal(title="Keep CI green", day=DAY, tags=("ci",), steps=(Step("Pin the seed"), Step("Bisect"))),
    Challenge(title="Flaky parser", day=DAY, on_agenda=True),
    SelfCareNote(title="Tired", day=DAY, mood=2),
    Note(title="First review", day=DAY, tags=("docs",), on_agenda=True),
)


@pytest.fixture
def window(qtbot: QtBot, journal: Journal) -> Iterator[MainWindow]:
    """The window on an entry of several kinds."""
    journal.save_entries(ENTRIES)
    with opened_window(qtbot, journal, QSize(1400, 1000)) as made:
        yield made


def come_from_outside(session: Session, number: int) -> None:
    """Another process adds an entry; the window notices."""
    session.journal.save_entry(Note(title=f"From outside {number}", day=DAY, tags=(f"tag{number}",)))
    session.refreshed.emit()
    QApplication.processEvents()


def state(widget: QWidget) -> tuple[str, object]:
    """What a person would say has the keyboard, and what stands in it."""
    if isinstance(widget, QLineEdit):
        return widget.accessibleName(), widget.text()
    if isinstance(widget, QTextEdit):
        return widget.accessibleName(), widget.toPlainText()
    if isinstance(widget, QAbstractItemView):
        return widget.accessibleName(), widget.currentIndex().data()
    return widget.accessibleName() or getattr(widget, "text", str)(), None


def lost_under_the_keyboard(place: QWidget, session: Session) -> list[str]:
    """What of all that Tab leads to does not have the keyboard, or another text, after an outside change."""
    lost = []
    for number, stop in enumerate(reading_order(place)):
        if not isValid(stop) or not stop.isVisible():
            continue
        stop.setFocus()
        if isinstance(stop, QLineEdit | QTextEdit) and not stop.isReadOnly():
            QTest.keyClicks(stop, "zq")
        focused = QApplication.focusWidget()
        if focused is None:
            continue
        before = state(focused)
        come_from_outside(session, number)
        now = QApplication.focusWidget()
        if now is None or state(now) != before:
            lost.append(f"{before} became {state(now) if now else 'nothing'}")
        elif isinstance(now, QLineEdit):
            now.undo()  # what one looks for would leave out rows
            QApplication.processEvents()  # some look for it only once no key is waiting
    return lost


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_taken_from_under_the_keyboard(qtbot: QtBot, window: MainWindow, name: str) -> None:
    assert window.workspace is not None
    window.workspace.go_to(name)
    unrest(qtbot, window)
    assert lost_under_the_keyboard(window, window.workspace.session) == []


@pytest.mark.parametrize("name", DIALOGS)
def test_nothing_is_taken_in_a_dialog(qtbot: QtBot, journal: Journal, name: str) -> None:
    session = Session(journal)
    fill(session)
    dialog = DIALOGS[name](session)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    dialog.activateWindow()
    assert lost_under_the_keyboard(dialog, session) == []
    dialog.reject()
    session.deleteLater()


def test_a_half_typed_name_of_a_tag_stays(qtbot: QtBot, journal: Journal) -> None:
    session = Session(journal)
    fill(session)
    dialog = TagsDialog(session)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    seen(dialog, QTableView, "Tags").selectRow(1)
    line = seen(dialog, QLineEdit, "Name")
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "docum")
    come_from_outside(session, 1)
    assert line.text() == "docum"
    assert seen(dialog, QTableView, "Tags").currentIndex().data() == "docs"
    dialog.reject()
    session.deleteLater()


def test_a_half_typed_title_stays_while_the_entry_changes_elsewhere(qtbot: QtBot, window: MainWindow) -> None:
    assert window.workspace is not None
    session, note = window.workspace.session, ENTRIES[3]
    window.workspace.show_entry(note.id)
    unrest(qtbot, window)
    title = seen(window, QTextEdit, "Title")
    title.setFocus()
    title.selectAll()
    QTest.keyClicks(title, "Second rev")
    session.journal.save_entry(replace(session.journal.entry(note.id), tags=("docs", "review")))
    session.refreshed.emit()
    QApplication.processEvents()
    assert title.toPlainText() == "Second rev"
    assert title.hasFocus()
    window.workspace.flush()
    kept = session.journal.entry(note.id)
    assert (kept.title, kept.tags) == ("Second rev", ("docs", "review"))
