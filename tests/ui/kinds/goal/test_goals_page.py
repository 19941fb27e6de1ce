"""The page of goals: only goals, and everything a goal has can be written there."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QTextEdit
from pytestqt.qtbot import QtBot

from amp_desktop.domain.kinds.goal import Area, Goal, GoalStatus, Step, TargetMove
from amp_desktop.domain.kinds.note import Note
from amp_desktop.journal import Journal
from amp_desktop.ui.editing.body import BodyEdit
from amp_desktop.ui.entries.editor.editor import EntryEditor
from amp_desktop.ui.entries.editor.writing_area import WritingArea
from amp_desktop.ui.entries.kind_page import kind_page
from amp_desktop.ui.kinds.goal.if_then import IfThenPart
from amp_desktop.ui.kinds.goal.labels import moves_sentence, target_words
from amp_desktop.ui.kinds.goal.steps.row import StepRow
from amp_desktop.ui.preview.preview import PreviewPane
from amp_desktop.ui.widgets.day_chip import DayChip
from tests.ui.entries.conftest import OpenPage
from tests.ui.entries.pages import (
    add_step,
    chip,
    choose_day,
    choose_in_chip,
    day_chip,
    filter_by,
    named,
    part,
    rows,
    step_row,
    title,
)

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
    choose_in_chip(page, "State", "Let go")
    choose_in_chip(page, "Area", "Release")
    qtbot.keyClicks(named(page, "What success looks like", QTextEdit), "A tag")
    assert page.flush()
    goal = read(journal)
    assert (goal.status, goal.area, goal.success) == (GoalStatus.LET_GO, Area.RELEASE, "A tag")


def test_steps_by_keyboard(qtbot: QtBot, journal: Journal, open_page: OpenPage) -> None:
    journal.save_entry(Goal(title="Lead a release"))
    page = open_page(kind_page("goal"))
    alt = Qt.KeyboardModifier.AltModifier

    def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        qtbot.keyClick(QApplication.focusWidget(), key, held)

    page.activateWindow()
    title(page).setFocus()
    press(Qt.Key.Key_Down)
    assert QApplication.focusWidget().accessibleName() == "State: Active"
    press(Qt.Key.Key_Down)
    for words in ("one", "two", "three"):
        qtbot.keyClicks(QApplication.focusWidget(), words)
        press(Qt.Key.Key_Return)
    qtbot.keyClicks(QApplication.focusWidget(), "four")
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Up, alt)
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.flush()
    steps = read(journal).steps
    assert [step.text for step in steps] == ["one", "three", "two", "four"]
    assert [step.done for step in steps] == [True, False, False, False]
    assert steps[0].done_on is not None
    assert step_row(page, "one").accessibleDescription() != "", "the day it was done is shown"


def test_nobody_is_told_how_far_off_the_day_of_a_goal_is_that_was_let_go(
    journal: Journal, open_page: OpenPage
) -> None:
    saved = journal.save_entry(Goal(title="Lead a release"))
    page = open_page(kind_page("goal"))
    assert isinstance(saved, Goal)
    goal = page.session.save(replace(saved, target_day=page.session.today() + timedelta(days=5)))
    assert isinstance(goal, Goal)
    days = [one for one in page.findChildren(DayChip) if one.accessibleName().startswith("Target day")]
    assert [", " in one.text() for one in days] == [True]
    page.session.save(replace(goal, status=GoalStatus.LET_GO))
    assert [", " in one.text() for one in days] == [False]


def test_the_reason_is_asked_when_the_target_day_moves(
    qtbot: QtBot, journal: Journal, open_page: OpenPage
) -> None:
    journal.save_entry(Goal(title="Lead a release", target_day=JULY))
    page = open_page(kind_page("goal"))
    page.activateWindow()
    reason = next(line for line in page.findChildren(QLineEdit) if "moved" in line.accessibleName())
    assert not reason.isVisible()
    choose_day(page, "Target day", JULY + timedelta(days=7))
    assert QApplication.focusWidget() is reason
    (moved,) = (one for one in page.findChildren(QLabel) if one.text().startswith("Moved from"))
    assert moved.isVisible(), "it is said what the words below are the reason of"
    assert page.flush()
    qtbot.keyClicks(reason, "CI was down")
    assert page.flush()
    assert reason.text() == "CI was down"
    focused = QApplication.focusWidget()
    assert focused is reason
    assert [(move.before, move.after, move.reason) for move in read(journal).moves] == [
        (JULY, date(2026, 7, 8), "CI was down")
    ]
    for _ in range(2):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not reason.isVisible()
    assert not moved.isVisible()
    assert QApplication.focusWidget() is day_chip(page, "Target day")
    assert day_chip(page, "Target day").day() == JULY


def test_left_and_right_go_from_chip_to_chip_and_a_key_to_the_state(
    qtbot: QtBot, journal: Journal, open_page: OpenPage
) -> None:
    journal.save_entry(Goal(title="Lead a release", target_day=JULY))
    page = open_page(kind_page("goal"))
    page.activateWindow()
    day, state = day_chip(page, "Target day"), chip(page, "State")
    day.setFocus()
    for key, end in (
        (Qt.Key.Key_Right, "Target day"),
        (Qt.Key.Key_Left, "Area"),
        (Qt.Key.Key_Left, "State"),
        (Qt.Key.Key_Left, "State"),
        (Qt.Key.Key_Right, "Area"),
        (Qt.Key.Key_Right, "Target day"),
    ):
        qtbot.keyClick(QApplication.focusWidget(), key)
        assert QApplication.focusWidget().accessibleName().startswith(end)
    named(page, "What success looks like", QTextEdit).setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)
    assert state.hasFocus()


def test_its_moves_are_one_sentence(journal: Journal, open_page: OpenPage) -> None:
    at = datetime(2026, 8, 20, tzinfo=UTC)
    first = TargetMove(date(2026, 8, 28), date(2026, 9, 10), "", at)
    second = TargetMove(date(2026, 9, 10), date(2026, 9, 24), "The parser is late", at)
    day = date(2026, 11, 2)
    assert moves_sentence([first, second], day) == "Moved from 28 Aug, then from 10 Sep: “The parser is late”"
    assert target_words(day, day) == "2 Nov, today"
    assert target_words(day + timedelta(days=1), day) == "3 Nov, tomorrow"
    assert target_words(day + timedelta(days=7), day) == "9 Nov, in 7 days"
    assert target_words(day - timedelta(days=7), day) == "26 Oct"


def test_letting_go_asks_what_was_learned_and_goes_on_without_an_answer(
    qtbot: QtBot, journal: Journal, open_page: OpenPage
) -> None:
    journal.save_entry(Goal(title="Lead a release"))
    page = open_page(kind_page("goal"))
    page.activateWindow()
    learned = next(one for one in page.findChildren(BodyEdit) if one.field == "learned")
    assert not learned.isVisible()
    choose_in_chip(page, "State", "Let go")
    assert QApplication.focusWidget() is learned
    assert page.flush()
    assert read(journal).status is GoalStatus.LET_GO
    assert read(journal).learned == ""
    qtbot.keyClicks(learned, "To ask first")
    choose_in_chip(page, "State", "Active")
    assert learned.isVisible(), "what was written stays to be read"
    assert page.flush()
    assert read(journal).learned == "To ask first"


def test_when_letting_go_is_taken_back_the_keyboard_stays_on_the_page(
    qtbot: QtBot, journal: Journal, open_page: OpenPage
) -> None:
    journal.save_entry(Goal(title="Lead a release"))
    page = open_page(kind_page("goal"))
    page.activateWindow()
    choose_in_chip(page, "State", "Let go")
    ctrl = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, ctrl)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "State: Active", "where it was chosen; no empty part is opened by it"
    assert page.flush()
    assert read(journal).status is GoalStatus.ACTIVE


def test_what_is_over_has_no_next_step(qtbot: QtBot, journal: Journal, open_page: OpenPage) -> None:
    journal.save_entry(Goal(title="Lead a release", steps=(Step("Ask"), Step("Write"))))
    page = open_page(kind_page("goal"))

    def marked() -> list[str]:
        return [row.step.text for row in page.findChildren(StepRow) if row.accessibleDescription() == "Next"]

    assert marked() == ["Ask"]
    choose_in_chip(page, "State", "Let go")
    assert marked() == []
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert marked() == ["Ask"]


def test_obstacle_and_plan_are_one_sentence(qtbot: QtBot, journal: Journal, open_page: OpenPage) -> None:
    journal.save_entry(Goal(title="Lead a release"))
    page = open_page(kind_page("goal"))
    page.activateWindow()
    whole = part(page, IfThenPart)
    obstacle, plan = whole.texts()
    assert not plan.isVisible()
    whole.focus_first()
    assert plan.isVisible()
    qtbot.keyClicks(obstacle, "the parser is late,")
    qtbot.keyClick(obstacle, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is plan
    qtbot.keyClicks(plan, "move our day")
    assert page.flush()
    assert (read(journal).obstacle, read(journal).plan) == ("the parser is late,", "move our day")
    title(page).setFocus()
    assert plan.isVisible()


def test_links_are_completed_in_a_step(qtbot: QtBot, journal: Journal, open_page: OpenPage) -> None:
    journal.save_entry(Note(title="The checklist"))
    journal.save_entry(Goal(title="Lead a release"))
    page = open_page(kind_page("goal"))
    page.activateWindow()
    add_step(page, "Use [[The ch")
    QApplication.processEvents()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert page.flush()
    assert [step.text for step in next(one for one in journal.entries() if isinstance(one, Goal)).steps] == [
        "Use [[The checklist]]"
    ]


def test_steps_become_larger_with_the_text(journal: Journal, open_page: OpenPage) -> None:
    journal.save_entry(Goal(title="Lead a release", steps=(Step("Go"),)))
    page = open_page(kind_page("goal"))
    row, area = step_row(page, "Go"), part(page, WritingArea)
    before = row.height(), row.text_font().pointSizeF()
    area.set_zoom(2.0)
    assert (row.height(), row.text_font().pointSizeF()) > before
    assert row.text_font().pointSizeF() == area.body.font().pointSizeF()
    area.set_zoom(1.0)
    assert (row.height(), row.text_font().pointSizeF()) == before


def test_a_click_on_the_box_of_a_step_in_the_preview_ticks_it(
    qtbot: QtBot, journal: Journal, open_page: OpenPage
) -> None:
    steps = (Step("Shadow one"), Step("Write it", indent=1), Step("Go", done=True))
    goal = Goal(title="Release", steps=steps, body="- [ ] Notes")
    journal.save_entry(goal)
    page = open_page(kind_page("goal"))
    page.show_entry(goal.id)
    editor, preview = part(page, EntryEditor), part(page, PreviewPane)
    editor.show_preview(shown=True)

    def click(words: str) -> None:
        preview.moveCursor(QTextCursor.MoveOperation.Start)
        assert preview.find(words)
        cursor = preview.textCursor()
        cursor.setPosition(cursor.selectionStart())
        place = preview.cursorRect(cursor)
        preview.setTextCursor(cursor)
        left = place.center() - QPoint(place.height(), 0)
        qtbot.mouseClick(preview.viewport(), Qt.MouseButton.LeftButton, pos=left)

    qtbot.waitUntil(lambda: "Write it" in preview.toPlainText())
    click("Write it")
    assert page.flush()
    assert [step.done for step in read(journal).steps] == [False, True, True]
    assert read(journal).body == "- [ ] Notes"
    qtbot.waitUntil(lambda: "Write it ·" in preview.toPlainText())
    click("Write it")
    assert page.flush()
    assert [step.done for step in read(journal).steps] == [False, False, True]
    editor.set_writable(False)
    click("Go")
    assert [step.done for step in read(journal).steps] == [False, False, True]
