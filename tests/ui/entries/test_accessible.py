"""A screen reader is told what everything is, on every page of entries."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from amp_desktop.domain.kinds.challenge import Asking, Challenge
from amp_desktop.domain.kinds.goal import Goal, Step
from amp_desktop.domain.kinds.incident import Incident
from amp_desktop.domain.kinds.meeting import Meeting, MeetingPoint
from amp_desktop.domain.kinds.milestone import Evidence, Milestone
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.kinds.registry import ENTRY_TYPES
from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.journal import Journal
from amp_desktop.ui.entries import EntriesPage
from amp_desktop.ui.entries.editor.page_column import PageColumn
from amp_desktop.ui.entries.kind_page import kind_page
from amp_desktop.ui.pages import PAGES
from tests.ui.entries.conftest import OpenPage
from tests.ui.entries.pages import named, part

CONTROLS = {
    QAccessible.Role.Button,
    QAccessible.Role.ButtonMenu,
    QAccessible.Role.CheckBox,
    QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.List,
    QAccessible.Role.ListItem,
    QAccessible.Role.SpinBox,
}


def interfaces(of: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield of
    for at in range(of.childCount()):
        child = of.child(at)
        if child is not None and not child.state().invisible:
            yield from interfaces(child)


def nameless(widget: QWidget) -> list[str]:
    top = QAccessible.queryAccessibleInterface(widget)
    return [
        f"{one.role()} {type(one.object()).__name__}"
        for one in interfaces(top)
        if one.role() in CONTROLS
        and not one.text(QAccessible.Text.Name)
        and not (one.object() is not None and one.object().objectName() == "qt_spinbox_lineedit")
    ]


@pytest.mark.parametrize("only", [None, *(page.kind for page in PAGES.values() if page.kind)])
def test_every_control_has_a_name(
    qtbot: QtBot, journal: Journal, open_page: OpenPage, only: str | None
) -> None:
    day = date(2026, 7, 22)
    first = journal.save_entry(Note(title="Note", body="See [[Goal]]", day=day, tags=("cli",)))
    journal.save_entry(Goal(title="Goal", day=day, steps=(Step("one"),), target_day=day, links=(first.id,)))
    journal.save_entry(Challenge(title="Challenge", day=day, asked=(Asking("my mentor", day),)))
    journal.save_entry(SelfCareNote(mood=3, energy=2, day=day))
    journal.save_entry(Milestone(title="Milestone", day=day, evidence=(Evidence("https://example.org"),)))
    journal.save_entry(Meeting(title="Meeting", day=day, points=(MeetingPoint("Mine"),)))
    journal.save_entry(Incident(title="Incident", day=day))
    page = open_page(kind_page(only) if only else EntriesPage)
    named(page, "History, folded", QPushButton).click()
    QApplication.processEvents()
    assert nameless(page) == []


@pytest.mark.parametrize("kinds", [list(ENTRY_TYPES), list(ENTRY_TYPES)[::-1]])
def test_a_screen_reader_goes_down_the_page_of_every_kind(open_page: OpenPage, kinds: list[str]) -> None:
    page = open_page()
    for kind in [*kinds, kinds[0]]:  # and back to one whose parts are there already
        page.begin_entry(ENTRY_TYPES[kind](day=date(2026, 7, 22)))
        QApplication.processEvents()
        content = part(page, PageColumn).widget()
        heard = [one.object() for one in interfaces(QAccessible.queryAccessibleInterface(content))]
        parts = [one for one in heard if isinstance(one, QWidget) and one.parent() is content]
        tops = [one.y() for one in parts if one.height()]
        assert tops == sorted(tops), kind
