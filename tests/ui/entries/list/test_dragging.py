"""Entries carried onto a goal, and linked to it by keyboard alone."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QMouseEvent, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.goal import Goal
from amp_desktop.domain.kinds.note import Note
from amp_desktop.journal import Journal
from amp_desktop.ui.entries import EntriesPage
from amp_desktop.ui.entries.bulk_actions import BulkAction
from amp_desktop.ui.entries.entry_actions import EntryActions
from amp_desktop.ui.entries.inspector.links_section import LinksSection
from amp_desktop.ui.entries.link_dialog import LinkDialog
from amp_desktop.ui.entries.list.list_view import EntryListView
from amp_desktop.ui.widgets.entry_mime import CARRIED, carried_ids, packed
from tests.ui.entries.conftest import OpenPage
from tests.ui.entries.pages import body, current, part, select, title
from tests.ui.people import drop, press, seen, shows

DAY = date(2026, 7, 22)
BUTTON = Qt.MouseButton.LeftButton


@pytest.fixture
def four(journal: Journal) -> list[Entry]:
    """Newest first: Goal, Third, Second, First."""
    made: list[Entry] = [Goal(title="Goal", day=DAY.replace(day=23))]
    made += [
        Note(title=name, body=f"{name} body", day=DAY.replace(day=day))
        for name, day in (("Third", 22), ("Second", 21), ("First", 20))
    ]
    journal.save_entries(made)
    return made


@pytest.fixture
def shown(open_page: OpenPage, four: list[Entry]) -> EntriesPage:
    return open_page()


def view(page: QWidget) -> EntryListView:
    return part(page, EntryListView)


def centre(page: QWidget, row: int) -> QPoint:
    return view(page).visualRect(view(page).model().index(row, 0)).center()


def links(journal: Journal) -> dict[str, tuple[UUID, ...]]:
    return {entry.title: entry.links for entry in journal.entries()}


def ids(entries: Iterable[Entry]) -> list[UUID]:
    return [entry.id for entry in entries]


# What is carried


def test_a_drag_carries_ids_and_no_word(
    shown: EntriesPage, four: list[Entry], monkeypatch: pytest.MonkeyPatch
) -> None:
    carried: list[QMimeData] = []
    monkeypatch.setattr(QDrag, "exec", lambda drag, _: carried.append(drag.mimeData()))
    select(shown, 1)
    pull(shown, 3)
    (data,) = carried
    assert data.formats() == [CARRIED]
    assert carried_ids(data) == (four[3].id,)
    assert bytes(data.data(CARRIED).data()) == four[3].id.bytes


def pull(page: EntriesPage, row: int) -> None:
    """Press on a row and move the pointer with the button held."""
    viewport, place = view(page).viewport(), centre(page, row)
    QTest.mousePress(viewport, BUTTON, pos=place)
    away = QPointF(place + QPoint(0, 40))
    moved = QMouseEvent(
        QEvent.Type.MouseMove,
        away,
        viewport.mapToGlobal(away),
        Qt.MouseButton.NoButton,
        BUTTON,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(viewport, moved)


def test_what_is_carried_is_not_opened_for_it(shown: EntriesPage, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDrag, "exec", lambda *_: opened.append(title(shown).text()))
    select(shown, 1)
    pull(shown, 3)
    assert opened == ["Third"]
    assert title(shown).text() == current(shown) == "Third"
    QTest.mouseClick(view(shown).viewport(), BUTTON, pos=centre(shown, 2))
    assert title(shown).text() == "Second"


def test_several_that_are_chosen_are_carried_together(
    shown: EntriesPage, four: list[Entry], monkeypatch: pytest.MonkeyPatch
) -> None:
    carried: list[tuple[UUID, ...]] = []
    monkeypatch.setattr(QDrag, "exec", lambda drag, _: carried.append(carried_ids(drag.mimeData())))
    QTest.mouseClick(view(shown).viewport(), BUTTON, pos=centre(shown, 1))
    QTest.mouseClick(view(shown).viewport(), BUTTON, Qt.KeyboardModifier.ShiftModifier, centre(shown, 2))
    pull(shown, 1)
    assert carried == [tuple(ids(four[1:3]))]
    assert view(shown).count_chosen() == 2


@pytest.mark.parametrize("title", ["First", "A title of some more words", "A title without an end " * 9])
def test_the_title_of_what_is_carried_is_seen_under_the_pointer(
    journal: Journal, open_page: OpenPage, monkeypatch: pytest.MonkeyPatch, title: str
) -> None:
    seen: list[QPixmap] = []
    monkeypatch.setattr(QDrag, "exec", lambda drag, _: seen.append(drag.pixmap()))
    journal.save_entries([Note(title="Other", day=DAY), Note(title=title, day=DAY.replace(day=1))])
    page = open_page()
    select(page, 0)
    pull(page, 1)
    letters = view(page).fontMetrics()
    words = min(letters.horizontalAdvance(title), letters.averageCharWidth() * 32)
    assert words <= seen[0].deviceIndependentSize().width() <= words + 2 * letters.height()


def test_other_data_means_nothing() -> None:
    text = QMimeData()
    text.setText("words")
    assert carried_ids(text) == ()
    broken = QMimeData()
    broken.setData(CARRIED, b"too short")
    assert carried_ids(broken) == ()


# Where it can be dropped


def test_dropped_on_a_goal_they_are_linked_and_that_can_be_undone(
    shown: EntriesPage, journal: Journal, four: list[Entry]
) -> None:
    goal = four[0].id
    assert drop(view(shown).viewport(), centre(shown, 0), packed(ids(four[1:3])))
    assert links(journal) == {"Goal": (), "Third": (goal,), "Second": (goal,), "First": ()}
    assert shows(shown, "2 entries linked to “Goal”.")
    assert drop(view(shown).viewport(), centre(shown, 0), packed(ids(four[1:2])))
    assert shows(shown, "Nothing had to be changed.")
    assert drop(view(shown).viewport(), centre(shown, 0), packed(ids(four[3:])))
    press(shown, "Undo")
    assert links(journal)["First"] == ()
    assert links(journal)["Second"] == (goal,)


def test_only_a_goal_takes_them_and_not_itself(
    shown: EntriesPage, journal: Journal, four: list[Entry]
) -> None:
    assert not drop(view(shown).viewport(), centre(shown, 2), packed(ids(four[1:2])))
    assert not drop(view(shown).viewport(), centre(shown, 0), packed(ids(four[:1])))
    assert not drop(view(shown).viewport(), QPoint(20, view(shown).height() - 5), packed(ids(four[1:2])))
    text = QMimeData()
    text.setText("words")
    assert not drop(view(shown).viewport(), centre(shown, 0), text)
    assert not any(links(journal).values())


def test_what_is_typed_is_written_before(
    qtbot: QtBot, shown: EntriesPage, journal: Journal, four: list[Entry]
) -> None:
    select(shown, 1)
    body(shown).setFocus()
    qtbot.keyClicks(body(shown), "Just typed. ")
    assert drop(view(shown).viewport(), centre(shown, 0), packed(ids(four[1:2])))
    third = journal.entry(four[1].id)
    assert (third.body, third.links) == ("Just typed. Third body", (four[0].id,))
    assert body(shown).text() == third.body


def test_dropped_on_the_links_of_the_open_entry(
    shown: EntriesPage, journal: Journal, four: list[Entry]
) -> None:
    select(shown, 2)
    section = part(shown, LinksSection)
    assert not drop(section, section.rect().center(), packed(ids(four[2:3])))
    assert drop(section, section.rect().center(), packed(ids(four[3:])))
    assert links(journal)["First"] == (four[2].id,)
    assert shows(shown, "Linked from")
    assert seen(section, QWidget, "Go to First").isVisible()


# By keyboard


def test_linked_by_the_title_that_is_typed(
    qtbot: QtBot, shown: EntriesPage, journal: Journal, four: list[Entry]
) -> None:
    select(shown, 3)
    part(shown, EntryActions).do(BulkAction.LINK)
    (dialog,) = shown.window().findChildren(LinkDialog)
    line = seen(dialog, QLineEdit, "Link an entry by its title")
    line.textEdited.emit("goa")  # typed; the list of offers would grab the keyboard, which is none offscreen
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert links(journal)["First"] == (four[0].id,)
    assert not dialog.isVisible()
    press(shown, "Undo")
    assert links(journal)["First"] == ()
