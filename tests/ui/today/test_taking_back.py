"""Ctrl+Z on the page of the day takes back whatever was done there, in its order, and redo does it again."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.goal import Goal, Step
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.journal import Journal
from amp_desktop.ui.session import Session
from amp_desktop.ui.today import TodayPage
from amp_desktop.ui.today.next_meeting import NextMeeting
from amp_desktop.ui.widgets.text_box import TextBox
from amp_desktop.ui.widgets.undo_offer import UndoOffer
from tests.conftest import PASSPHRASE
from tests.ui.entries.pages import part, trigger

DAY = date(2026, 7, 22)
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(qtbot: QtBot, journal: Journal) -> Iterator[TodayPage]:
    made = TodayPage(Session(journal))
    made.shown_day = DAY
    qtbot.addWidget(made)
    made.resize(1100, 800)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.arrive()
    yield made
    made.forget()


def line(page: TodayPage) -> TextBox:
    return next(box for box in page.findChildren(TextBox) if box.accessibleName() == "Write a line")


def press(page: TodayPage, name: str) -> None:
    QApplication.processEvents()
    buttons = [
        *page.findChildren(QPushButton),
        *page.findChildren(QToolButton),
        *page.findChildren(QCheckBox),
    ]
    next(b for b in buttons if name in (b.text(), b.accessibleName()) and b.isVisible()).click()
    QApplication.processEvents()


def keys(page: TodayPage, *, redo: bool = False) -> None:
    focused = QApplication.focusWidget() or page
    QTest.keyClick(focused, Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier if redo else CTRL)
    QApplication.processEvents()


def care(journal: Journal) -> SelfCareNote | None:
    return next((one for one in journal.entries() if isinstance(one, SelfCareNote)), None)


def test_a_check_in_is_taken_back_tap_by_tap_and_done_again(journal: Journal, page: TodayPage) -> None:
    press(page, "Mood: good")
    press(page, "Stress: light")
    keys(page)
    note = care(journal)
    assert note is not None
    assert (note.mood, note.stress) == (4, None)
    keys(page)
    assert care(journal) is None
    press(page, "Energy: low")  # what was taken back does not come again with another tap
    note = care(journal)
    assert note is not None
    assert (note.mood, note.energy, note.stress) == (None, 2, None)
    keys(page)
    keys(page, redo=True)
    note = care(journal)
    assert note is not None
    assert note.energy == 2


def test_an_emptied_check_in_comes_back(journal: Journal, page: TodayPage) -> None:
    press(page, "Mood: good")
    press(page, "Mood: good")
    assert care(journal) is None
    keys(page)
    note = care(journal)
    assert note is not None
    assert note.mood == 4


def test_a_check_in_that_came_back_from_the_bin_leaves_nothing_there(
    journal: Journal, page: TodayPage
) -> None:
    for name in ("Stress: light", "Stress: light", "Mood: good"):
        press(page, name)
    keys(page)
    keys(page)
    note = care(journal)
    assert note is not None
    assert (note.mood, note.stress) == (None, 2)


def test_what_a_terminal_wrote_of_a_check_in_is_not_taken_back(
    journal: Journal, journal_folder: object, page: TodayPage
) -> None:
    press(page, "Mood: good")
    stored = care(journal)
    assert stored is not None
    with Journal.open(journal.folder, passphrase=PASSPHRASE) as terminal:
        terminal.save_entry(replace(stored, what_did_me_good="A walk"), stored)
    press(page, "Stress: light")
    keys(page)
    note = care(journal)
    assert note is not None
    assert (note.mood, note.stress, note.what_did_me_good) == (4, None, "A walk")


def test_typed_words_are_undone_first_where_one_types(journal: Journal, page: TodayPage) -> None:
    press(page, "Mood: good")
    line(page).setFocus()
    QTest.keyClicks(line(page), "Half a thought")
    keys(page)
    assert line(page).text() == ""
    assert care(journal) is not None
    keys(page)
    assert care(journal) is None
    good = next(w for w in page.findChildren(QLineEdit) if w.accessibleName() == "What did me good")
    good.setFocus()
    QTest.keyClicks(good, "a walk")
    keys(page)
    assert good.text() == ""


def test_a_line_that_was_kept_is_taken_back_from_the_empty_line(journal: Journal, page: TodayPage) -> None:
    QTest.keyClicks(line(page), "A thought")
    QTest.keyClick(line(page), Qt.Key.Key_Return)
    assert journal.count() == 1
    keys(page)
    assert journal.count() == 0
    keys(page, redo=True)
    assert [row.title for row in journal.rows().items] == ["A thought"]


def test_a_tick_keeps_its_day_and_is_taken_back_by_key_and_by_undo(journal: Journal, page: TodayPage) -> None:
    goal = page.session.save(Goal(title="Release", day=DAY, steps=(Step("Write"), Step("Sign"))))
    for take_back in (keys, lambda where: press(where, "Undo")):
        press(page, "Next step done: Write")
        ticked = journal.entry(goal.id)
        assert isinstance(ticked, Goal)
        assert [(one.done, one.done_on is not None) for one in ticked.steps] == [(True, True), (False, False)]
        assert any(box.accessibleName() == "Next step done: Sign" for box in page.findChildren(QCheckBox))
        take_back(page)
        undone = journal.entry(goal.id)
        assert isinstance(undone, Goal)
        assert [(one.done, one.done_on) for one in undone.steps] == [(False, None), (False, None)]


def test_a_step_that_was_reworded_elsewhere_is_not_said_to_be_done(journal: Journal, page: TodayPage) -> None:
    goal = page.session.save(Goal(title="Release", day=DAY, steps=(Step("Write"),)))
    QApplication.processEvents()
    with Journal.open(journal.folder, passphrase=PASSPHRASE) as terminal:
        terminal.save_entry(replace(goal, steps=(replace(goal.steps[0], text="Write it"),)), goal)
    press(page, "Next step done: Write")
    after = journal.entry(goal.id)
    assert isinstance(after, Goal)
    assert [(step.text, step.done) for step in after.steps] == [("Write it", False)]
    assert not any(one.isVisible() and one.text() == "Undo" for one in page.findChildren(QPushButton))
    assert any(box.accessibleName() == "Next step done: Write it" for box in page.findChildren(QCheckBox))


def test_what_was_done_before_midnight_is_taken_back_after_it(journal: Journal, page: TodayPage) -> None:
    press(page, "Mood: good")
    page.shown_day = date(2026, 7, 23)
    page._look_at_the_clock()
    assert not any(button.isChecked() for button in page.findChildren(QToolButton))
    keys(page)
    assert journal.count() == 0


def test_words_typed_before_midnight_belong_to_the_day_that_was_seen(
    journal: Journal, page: TodayPage
) -> None:
    good = next(w for w in page.findChildren(QLineEdit) if w.accessibleName() == "What did me good")
    QTest.keyClicks(good, "a walk")
    QTest.keyClicks(line(page), "half a tho")
    page.shown_day = date(2026, 7, 23)
    page._look_at_the_clock()
    note = care(journal)
    assert note is not None
    assert (note.day, note.what_did_me_good) == (DAY, "a walk")
    assert good.text() == ""
    assert line(page).text() == "half a tho"


def test_an_outside_change_leaves_what_is_being_typed(journal: Journal, page: TodayPage) -> None:
    QTest.keyClicks(line(page), "half a tho")
    good = next(w for w in page.findChildren(QLineEdit) if w.accessibleName() == "What did me good")
    QTest.keyClicks(good, "a wal")
    with Journal.open(journal.folder, passphrase=PASSPHRASE) as terminal:
        terminal.save_entry(Note(title="From a terminal", day=DAY))
        terminal.save_entry(SelfCareNote(day=DAY, mood=2))
    page.session.look_for_changes()
    QApplication.processEvents()
    assert (line(page).text(), good.text()) == ("half a tho", "a wal")
    assert any(one.accessibleName() == "From a terminal" for one in page.findChildren(QPushButton))
    assert page.flush()
    note = care(journal)
    assert note is not None
    assert (note.mood, note.what_did_me_good) == (2, "a wal")
    assert "half a tho" in [row.title for row in journal.rows().items]


GESTURES: dict[str, Callable[[TodayPage], None]] = {
    "mood": lambda page: press(page, "Mood: good"),
    "stress": lambda page: press(page, "Stress: light"),
    "review": lambda page: press(page, "Review"),
    "docs": lambda page: press(page, "Docs"),
    "tick": lambda page: _tick(page),
    "line": lambda page: _write_line(page),
}


def _write_line(page: TodayPage) -> None:
    QTest.keyClicks(line(page), "A thought")
    QTest.keyClick(line(page), Qt.Key.Key_Return)


def _tick(page: TodayPage) -> None:
    QApplication.processEvents()
    boxes = [box for box in page.findChildren(QCheckBox) if box.isVisible() and box.isEnabled()]
    if boxes:
        boxes[0].click()
        QApplication.processEvents()


def _state(journal: Journal) -> set[tuple[object, ...]]:
    """What stands in the journal, by words and values."""
    return {_plain(entry) for entry in journal.entries()}


def _plain(entry: Entry) -> tuple[object, ...]:
    if isinstance(entry, Goal):
        return (entry.id, tuple((step.text, step.done) for step in entry.steps))
    if isinstance(entry, SelfCareNote):
        return (entry.id, entry.mood, entry.energy, entry.stress)
    return (entry.id, entry.title, getattr(entry, "work", ""))


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(gestures=st.lists(st.sampled_from(sorted(GESTURES)), max_size=7))
def test_any_gestures_are_taken_back_one_by_one_and_done_again(
    journal: Journal, page: TodayPage, gestures: list[str]
) -> None:
    part(page, UndoOffer).forget()
    goal = Goal(title="Release", day=DAY, steps=(Step("Write"), Step("Sign")))
    page.session.save(goal)
    states = [_state(journal)]
    for gesture in gestures:
        GESTURES[gesture](page)
        if _state(journal) != states[-1]:
            states.append(_state(journal))
    part(page, NextMeeting).findChild(QPushButton).setFocus()
    for state in reversed(states[:-1]):
        trigger(page, "undo")
        assert _state(journal) == state
    for state in states[1:]:
        trigger(page, "redo")
        assert _state(journal) == state
    for entry in list(journal.entries()):
        page.session.put_in_bin([entry.id])
    QApplication.processEvents()
