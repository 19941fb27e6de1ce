"""The page of goals: only goals, and everything a goal has can be written there."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QLabel, QLineEdit, QPushButton, QTextEdit
from pytestqt.qtbot import QtBot

from amp_desktop.domain.kinds.goal import Area, Goal, GoalStatus, Step
from amp_desktop.domain.kinds.note import Note
from amp_desktop.journal import Journal
from amp_desktop.ui.entries.kind_page import kind_page
from tests.ui.entries.conftest import OpenPage
from tests.ui.entries.pages import choose, filter_by, named, rows, title

JULY = date(2026, 7, 1)


def read(journal: Journal) -> Goal:
    goal = next(iter(journal.entries()))
    assert isinstance(goal, Goal)
    return goal


def test_it_shows_goals_alone_and_begins_them(qtbot: QtBot, journal: Journal, open_page: OpenPage) -> None:
    journal.save_entry(Note(title="A note"))
    page = open_page(kind_page("goal"))
    assert rows(page) == []
    assert any("grow into" in label.text() for label in page.findChildren(QLabel))
    named(page, "New goal", QPushButton).click()
    qtbot.keyClicks(title(page), "Lead a release")
    assert page.flush()
    assert rows(page) == ["Lead a release"]


def test_only_what_is_open(journal: Journal, open_page: OpenPage) -> None:
    journal.save_entry(Goal(title="Open"))
    journal.save_entry(Goal(title="Reached", status=GoalStatus.ACHIEVED))
    page = open_page(kind_page("goal"))
    filter_by(page, "Still open")
    assert rows(page) == ["Open"]


def test_state_area_and_success(qtbot: QtBot, journal: Journal, open_page: OpenPage) -> None:
    journal.save_entry(Goal(title="Lead a release"))
    page = open_page(kind_page("goal"))
    choose(named(page, "State", QComboBox), "Let go")
    choose(named(page, "Area", QComboBox), "Release")
    qtbot.keyClicks(named(page, "What success looks like", QTextEdit), "A tag")
    assert page.flush()
    goal = read(journal)
    assert (goal.status, goal.area, goal.success) == (GoalStatus.LET_GO, Area.RELEASE, "A tag")


def test_steps_by_keyboard(qtbot: QtBot, journal: Journal, open_page: OpenPage) -> None:
    journal.save_entry(Goal(title="Lead a release"))
    page = open_page(kind_page("goal"))
    adding = named(page, "Add a step", QLineEdit)
    for words in ("one", "two", "three"):
        qtbot.keyClicks(adding, words)
        qtbot.keyClick(adding, Qt.Key.Key_Return)
    steps = [box for box in page.findChildren(QTextEdit) if box.accessibleName() == "Step"]
    qtbot.keyClick(steps[2], Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    ticks = page.findChildren(QCheckBox)
    next(tick for tick in ticks if tick.accessibleName() == "Step done: one").click()
    qtbot.keyClicks(adding, "four, not entered yet")
    assert page.flush()
    assert read(journal).steps == (
        Step("one", done=True, done_on=journal.today()),
        Step("three"),
        Step("two"),
        Step("four, not entered yet"),
    )
    steps[0].selectAll()
    qtbot.keyClick(steps[0], Qt.Key.Key_Backspace)
    qtbot.keyClick(steps[0], Qt.Key.Key_Backspace)
    assert page.flush()
    assert [step.text for step in read(journal).steps][:2] == ["three", "two"]


def test_the_reason_is_asked_when_the_target_day_moves(
    qtbot: QtBot, journal: Journal, open_page: OpenPage
) -> None:
    journal.save_entry(Goal(title="Lead a release", target_day=JULY))
    page = open_page(kind_page("goal"))
    reasons = [line for line in page.findChildren(QLineEdit) if "moved" in line.accessibleName()]
    assert not reasons[0].isVisible()
    day = named(page, "Target day", QDateEdit)
    day.setDate(day.date().addDays(7))
    assert reasons[0].isVisible()
    assert page.flush()
    qtbot.keyClicks(reasons[0], "CI was down")
    assert page.flush()
    assert [(move.before, move.after, move.reason) for move in read(journal).moves] == [
        (JULY, date(2026, 7, 8), "CI was down")
    ]
