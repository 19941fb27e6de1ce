"""Ctrl+Z on a page of entries: whatever was done to the entry is taken back, in the order it was done in."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QDateEdit, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.errors import DiskFullError
from amp_desktop.domain.kinds.challenge import Challenge, ChallengeStatus
from amp_desktop.domain.kinds.goal import Goal, GoalStatus, Step
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.journal import Journal
from amp_desktop.storage.store import Store
from amp_desktop.ui.entries import EntriesPage
from amp_desktop.ui.entries.entry_actions import EntryActions
from amp_desktop.ui.entries.list.list_view import EntryListView
from amp_desktop.ui.kinds.goal.steps.editor import StepEditor
from amp_desktop.ui.kinds.goal.steps.part import StepsPart
from amp_desktop.ui.session import Session
from amp_desktop.ui.widgets.scale import mood_words
from tests.ui.entries.pages import (
    add_step,
    body,
    bring_back,
    chip,
    choose_day,
    choose_in_chip,
    day_chip,
    give_tags,
    named,
    part,
    redo,
    remove_step,
    rows,
    step_row,
    title,
    undo,
)
from tests.ui.people import press, seen, shows

OpenPage = Callable[..., EntriesPage]
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
DAY = date(2026, 11, 2)
GOAL = Goal(
    title="Ship it",
    body="Plan",
    day=DAY,
    tags=("docs", "release"),
    steps=(Step("One"), Step("Two")),
    target_day=DAY,
)


class OnPage:
    """One entry on a page, and what a person does with it."""

    def __init__(self, qtbot: QtBot, open_page: OpenPage, session: Session, entry: Entry) -> None:
        self.session = session
        self.id = session.save(entry).id
        self.page = page = open_page()
        page.resize(1500, 900)
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.show_entry(self.id)
        QApplication.processEvents()

    def stored(self) -> Entry:
        assert self.page.flush()
        return self.session.journal.entry(self.id)

    def undo(self) -> None:
        QTest.keyClick(self._focused(), Qt.Key.Key_Z, CTRL)

    def redo(self) -> None:
        QTest.keyClick(self._focused(), Qt.Key.Key_Z, CTRL | SHIFT)

    def _focused(self) -> QWidget:
        focused: QWidget | None = QApplication.focusWidget()
        assert focused is not None, "nothing has the keyboard"
        return focused

    def type_at_end(self, words: str) -> None:
        text = body(self.page)
        text.setFocus()
        text.moveCursor(text.textCursor().MoveOperation.End)
        QTest.keyClicks(text, words)

    def add_step(self, words: str) -> None:
        add_step(self.page, words)

    def tick(self, name: str) -> None:
        box = seen(self.page, QCheckBox, name)
        box.setFocus()
        QTest.keyClick(box, Qt.Key.Key_Space)

    def tick_step(self, words: str) -> None:
        row = step_row(self.page, words)
        row.setFocus()
        QTest.keyClick(row, Qt.Key.Key_Space)

    def set_day(self, name: str, day: date) -> None:
        field = seen(self.page, QDateEdit, name)
        field.setFocus()
        field.setDate(QDate(day.year, day.month, day.day))

    def choose(self, name: str, words: str) -> None:
        chip(self.page, name).setFocus()
        choose_in_chip(self.page, name, words)


@pytest.fixture
def goal(qtbot: QtBot, open_page: OpenPage, session: Session) -> OnPage:
    return OnPage(qtbot, open_page, session, GOAL)


def _values(entry: Entry) -> tuple[object, ...]:
    assert isinstance(entry, Goal)
    return (
        *(entry.title, entry.body, entry.day, entry.tags, entry.status, entry.steps),
        *(entry.area, entry.target_day, len(entry.moves), entry.success, entry.sharing),
    )


ACTS: dict[str, Callable[[OnPage], None]] = {
    "add a step": lambda on: on.add_step("Three"),
    "tick a step": lambda on: on.tick_step("One"),
    "remove a step": lambda on: remove_step(on.page, "Two"),
    "remove a tag": lambda on: press(on.page, "Remove the tag docs"),
    "state": lambda on: on.choose("State", "Achieved"),
    "area": lambda on: on.choose("Area", "Docs"),
    "day": lambda on: on.set_day("Day", DAY - timedelta(days=1)),
    "target": lambda on: choose_day(on.page, "Target day", DAY + timedelta(days=9)),
    "no target": lambda on: QTest.keyClick(day_chip(on.page, "Target day"), Qt.Key.Key_Delete),
    "shareable": lambda on: on.tick("Shareable"),
}


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
def test_line_ends_of_other_systems_are_shown_as_such_and_are_no_step(
    qtbot: QtBot, open_page: OpenPage, session: Session, ends: str
) -> None:
    """As another program's export or a script may bring them."""
    words = "One.\n\nTwo.\n- three\n"
    brought = words.replace("\n", ends)
    on = OnPage(qtbot, open_page, session, replace(GOAL, body=brought, success=brought))
    assert body(on.page).text() == words
    assert not on.page._open.undo._steps.can_undo()
    assert on.stored().body == brought, "to look is not to write"
    on.type_at_end("4")
    stored = on.stored()
    assert isinstance(stored, Goal)
    assert (stored.body, stored.success) == (f"{words}4", words)


@pytest.mark.parametrize("name", ACTS)
def test_each_thing_done_beside_the_text_is_taken_back_and_done_again(goal: OnPage, name: str) -> None:
    before = _values(goal.stored())
    ACTS[name](goal)
    after = _values(goal.stored())
    assert after != before

    goal.undo()
    assert _values(goal.stored()) == before
    goal.redo()
    assert _values(goal.stored()) == after


def test_all_of_it_comes_back_in_the_order_in_which_it_was_done(goal: OnPage) -> None:
    trail = [_values(goal.stored())]
    for act in (
        lambda: goal.type_at_end(" a"),
        lambda: ACTS["state"](goal),
        lambda: goal.type_at_end(" b"),
        lambda: ACTS["add a step"](goal),
        lambda: ACTS["remove a tag"](goal),
        lambda: (title(goal.page).setFocus(), QTest.keyClicks(title(goal.page), "Soon: ")),
        lambda: ACTS["tick a step"](goal),
        lambda: goal.type_at_end(" c"),
    ):
        act()
        trail.append(_values(goal.stored()))
    assert len(set(trail)) == len(trail)

    for state in reversed(trail[:-1]):
        goal.undo()
        assert _values(goal.stored()) == state
    for state in trail[1:]:
        goal.redo()
        assert _values(goal.stored()) == state


def test_undo_in_a_list_of_steps_keeps_the_keyboard_there(goal: OnPage) -> None:
    part(goal.page, StepsPart).focus_first()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    QTest.keyClicks(QApplication.focusWidget(), "x")
    assert goal.stored().steps[1].text == "xTwo"  # type: ignore[attr-defined]
    goal.undo()

    assert goal.stored().steps == GOAL.steps  # type: ignore[attr-defined]
    focused = QApplication.focusWidget()
    assert isinstance(focused, StepEditor)
    assert focused.text() == "Two"


def test_a_state_that_is_written_before_anybody_tells_of_it_is_taken_back(goal: OnPage) -> None:
    """The keyboard leaves a line that goes, and what was ticked gets its day as it is written."""
    QTest.keyClicks(title(goal.page), "a ")
    choose_in_chip(goal.page, "State", "Let go")
    step_row(goal.page, "One").click()
    choose_in_chip(goal.page, "State", "Active")
    undo(goal.page)
    entry = goal.stored()
    assert isinstance(entry, Goal)
    assert (entry.status, entry.steps[0].done) == (GoalStatus.LET_GO, True)


def test_redoing_does_again_what_undoing_took_back_and_no_more(goal: OnPage) -> None:
    """A tag that was removed here and given elsewhere since stays, however often one goes back and forth."""
    goal.type_at_end(" more")
    press(goal.page, "Remove the tag docs")
    stored = goal.stored()
    assert stored.tags == ("release",)
    goal.session.save(replace(stored, tags=("release", "docs")))
    body(goal.page).setFocus()
    for _ in range(2):
        goal.undo()
        goal.undo()
        goal.redo()
        goal.redo()
        assert set(goal.stored().tags) == {"release", "docs"}


def test_a_tag_that_went_elsewhere_meanwhile_is_not_revived(goal: OnPage) -> None:
    press(goal.page, "Remove the tag docs")
    assert goal.stored().tags == ("release",)
    changes = goal.session.journal.tagging.remove("release")
    goal.session.tell_retagged(changes)
    goal.page.session.refreshed.emit()

    goal.undo()

    assert goal.stored().tags == ("docs",)


def test_what_another_program_changed_is_no_step(goal: OnPage) -> None:
    goal.type_at_end("!")
    entry = goal.stored()
    assert isinstance(entry, Goal)
    goal.session.journal.change_entries([goal.id], _achieved)
    goal.session.refreshed.emit()
    goal.undo()

    now = goal.stored()
    assert isinstance(now, Goal)
    assert (now.body, now.status) == ("Plan", GoalStatus.ACHIEVED)


def _achieved(entry: Entry) -> Entry:
    assert isinstance(entry, Goal)
    return replace(entry, status=GoalStatus.ACHIEVED)


def test_help_that_was_asked_for_is_taken_back(qtbot: QtBot, open_page: OpenPage, session: Session) -> None:
    on = OnPage(qtbot, open_page, session, Challenge(title="Stuck", body="On it", day=DAY))
    press(on.page, "Whom I asked, and what came back")
    QApplication.processEvents()
    whom = named(on.page, "Whom", QLineEdit)
    QTest.keyClicks(whom, "Ann")
    asked = on.stored()
    assert isinstance(asked, Challenge)
    assert asked.asked[0].whom == "Ann"
    assert asked.status is ChallengeStatus.ASKED

    on.undo()
    on.undo()

    now = on.stored()
    assert isinstance(now, Challenge)
    assert now.asked == ()
    assert now.status is ChallengeStatus.OPEN


def _mood(on: OnPage) -> int | None:
    note = on.stored()
    assert isinstance(note, SelfCareNote)
    return note.mood


def test_a_mood_is_taken_back(qtbot: QtBot, open_page: OpenPage, session: Session) -> None:
    on = OnPage(qtbot, open_page, session, SelfCareNote(body="Tired", day=DAY, mood=3))
    press(on.page, f"Mood: {mood_words()[4]}")
    assert _mood(on) == 5
    on.undo()
    assert _mood(on) == 3


def test_a_tag_that_is_being_typed_takes_back_its_letters_alone(goal: OnPage) -> None:
    goal.type_at_end("!")
    press(goal.page, "Add a tag")
    line = seen(goal.page, QLineEdit, "New tag")
    QTest.keyClicks(line, "ab")
    goal.undo()

    assert line.text() == ""
    assert goal.stored().body == "Plan!"


def test_each_entry_has_an_undo_of_its_own(goal: OnPage) -> None:
    other = goal.session.save(Note(title="Other", body="Else", day=DAY)).id
    ACTS["state"](goal)
    goal.page.show_entry(other)
    goal.type_at_end("!")
    goal.page.show_entry(goal.id)
    goal.undo()

    assert _values(goal.stored()) == _values(GOAL)
    assert goal.session.journal.entry(other).body == "Else!"


def test_an_entry_in_the_bin_is_not_changed_by_undo(goal: OnPage) -> None:
    ACTS["state"](goal)
    part(goal.page, EntryActions).put_in_bin(goal.id)
    goal.page.show_entry(goal.id)
    part(goal.page, EntryListView).setFocus()
    undo(goal.page)

    now = goal.session.journal.entry(goal.id)
    assert isinstance(now, Goal)
    assert now.status is GoalStatus.ACHIEVED


def test_nothing_is_taken_back_after_a_lock(goal: OnPage) -> None:
    ACTS["state"](goal)
    assert goal.page.flush()
    goal.page.forget()
    undo(goal.page)

    now = goal.session.journal.entry(goal.id)
    assert isinstance(now, Goal)
    assert now.status is GoalStatus.ACHIEVED


def test_in_the_list_the_last_actions_are_taken_back_one_by_one(
    qtbot: QtBot, open_page: OpenPage, session: Session, journal: Journal
) -> None:
    for name in ("First", "Second", "Third"):
        session.save(Note(title=name, body=name, day=DAY))
    page = open_page()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    view = part(page, EntryListView)
    view.setFocus()
    there = rows(page)
    QTest.keyClick(view, Qt.Key.Key_Delete)
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert len(rows(page)) == 1
    press(page, "Close this message")

    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Z, CTRL)
    assert len(rows(page)) == 2
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Z, CTRL)
    assert rows(page) == there
    QTest.keyClick(view, Qt.Key.Key_Z, CTRL)
    assert rows(page) == there
    assert not shows(page, "in the bin.")
    for left in (2, 1, 1):
        view.setFocus()
        QTest.keyClick(view, Qt.Key.Key_Z, CTRL | SHIFT)
        assert len(rows(page)) == left
    for left in (2, 3):
        view.setFocus()
        QTest.keyClick(view, Qt.Key.Key_Z, CTRL)
        assert len(rows(page)) == left
    assert journal.bin.count() == 0


def test_a_version_that_was_brought_back_is_taken_back_whole(goal: OnPage) -> None:
    first = _values(goal.stored())
    for act in ("state", "add a step", "remove a tag"):
        ACTS[act](goal)
    title(goal.page).setFocus()
    QTest.keyClicks(title(goal.page), "Soon: ")
    goal.type_at_end(" and more")
    second = _values(goal.stored())
    journal = goal.session.journal
    changed = journal.entry(goal.id)
    journal.merge_entry(replace(changed, body=""), changed)  # so much less is always worth a version
    goal.session.refreshed.emit()
    number = journal.versions(goal.id)[0].number
    assert _values(journal.version(goal.id, number)) == second
    now = _values(goal.stored())

    bring_back(goal.page, number)
    assert _values(goal.stored()) == second
    undo(goal.page)
    assert _values(goal.stored()) == now
    redo(goal.page)
    assert _values(goal.stored()) == second
    assert first != second


def test_what_another_program_made_of_text_and_fields_is_taken_back_whole(goal: OnPage) -> None:
    before = _values(goal.stored())
    goal.session.journal.change_entries([goal.id], lambda entry: replace(_achieved(entry), body="Theirs"))
    goal.session.refreshed.emit()
    after = _values(goal.stored())
    assert after != before

    undo(goal.page)
    assert _values(goal.stored()) == before
    redo(goal.page)
    assert _values(goal.stored()) == after


def test_tags_and_pins_given_in_the_list_go_and_come_by_key(goal: OnPage) -> None:
    page, view = goal.page, part(goal.page, EntryListView)

    def now() -> tuple[tuple[str, ...], bool]:
        entry = goal.session.journal.entry(goal.id)
        return entry.tags, entry.pinned

    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_D, CTRL)
    give_tags(page, "new")
    trail = [(GOAL.tags, False), (GOAL.tags, True), ((*GOAL.tags, "new"), True)]
    assert now() == trail[2]
    for state in (trail[1], trail[0], trail[0]):
        view.setFocus()
        goal.undo()
        assert now() == state
    for state in (trail[1], trail[2], trail[2]):
        view.setFocus()
        goal.redo()
        assert now() == state


def test_what_could_not_be_taken_back_can_be_tried_again(
    goal: OnPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise DiskFullError("The disk is full.", "Make room.")

    view = part(goal.page, EntryListView)
    part(goal.page, EntryActions).put_in_bin(goal.id)
    with monkeypatch.context() as patch:
        patch.setattr(Store, "set_binned", refuse)
        view.setFocus()
        part(goal.page, EntryActions).offer.take_back()
        assert shows(goal.page, "The disk is full.")
    part(goal.page, EntryActions).offer.take_back()
    assert goal.session.journal.entry(goal.id).binned_at is None
