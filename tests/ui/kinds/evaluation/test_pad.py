"""The pad of an evaluation in the window: boxes, facts, what was sent, closed and opened again."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from amp_desktop.domain.kinds.evaluation import BOXES, NOW_QUESTIONS, Evaluation
from amp_desktop.domain.kinds.goal import Goal, GoalStatus
from amp_desktop.domain.kinds.meeting import Meeting
from amp_desktop.domain.preferences import Preferences
from amp_desktop.domain.program import default_program
from amp_desktop.journal import Journal
from amp_desktop.ui.entries.editor.editor import EntryEditor
from amp_desktop.ui.entries.open_entry import OpenEntry
from amp_desktop.ui.entries.page import EntriesPage
from amp_desktop.ui.session import Session
from tests.ui.entries.pages import named, part, text, undo

MIDTERM = "Midterm evaluation"
BOX = "scope"


@pytest.fixture
def page(qtbot: QtBot, timed_journal: Journal) -> Iterator[EntriesPage]:
    timed_journal.save_preferences(Preferences(fixed_day="2026-08-14"))
    timed_journal.save_program(default_program(2026))
    timed_journal.save_entry(
        Goal(title="Reviews", status=GoalStatus.ACHIEVED, status_since=date(2026, 8, 1), day=date(2026, 7, 1))
    )
    session = Session(timed_journal)
    shown = EntriesPage(session)
    qtbot.addWidget(shown)
    shown.resize(1200, 900)
    shown.show()
    shown.arrive()
    qtbot.waitUntil(lambda: shown.location().entry is not None)
    yield shown
    shown.flush()
    shown.forget()


def begin(page: EntriesPage) -> Evaluation:
    pad = page.session.journal.evaluations.pad(MIDTERM)
    page.begin_entry(pad)
    return pad


def kept(page: EntriesPage) -> Evaluation:
    assert page.flush()
    pad = page.session.journal.evaluations.pad(MIDTERM)
    assert isinstance(pad, Evaluation)
    return pad


def says(page: EntriesPage, words: str) -> bool:
    return any(words in label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_nothing_exists_before_something_is_typed(page: EntriesPage) -> None:
    begin(page)
    page.flush()
    assert page.session.journal.count() == 1
    assert says(page, "Open until 22 August.")


def test_each_box_says_where_it_goes(page: EntriesPage) -> None:
    begin(page)
    assert "to the organizers" in text(page, "scope").accessibleName()
    assert "to my mentor" in text(page, "for_mentor").accessibleName()


def test_an_empty_box_says_what_it_is_and_where_it_goes(page: EntriesPage) -> None:
    begin(page)
    assert says(page, "Scope of the project · to the organizers")
    assert says(page, "Feedback for my mentor · to my mentor")
    text(page, BOX).setFocus()
    text(page, "body").setFocus()
    assert says(page, "Scope of the project · to the organizers")


def test_a_line_that_the_journal_knows_is_taken_over_and_undone(qtbot: QtBot, page: EntriesPage) -> None:
    begin(page)
    text(page, BOX).insertPlainText("It was clear.")
    box = next(part for part in page.findChildren(QPushButton) if part.text() == "Facts")
    box.click()
    named(page, "Insert: 1 of 1 goals achieved.", QPushButton).click()
    assert text(page, BOX).text() == "It was clear.\n- 1 of 1 goals achieved."
    assert kept(page).scope == "It was clear.\n- 1 of 1 goals achieved."
    undo(page)
    assert text(page, BOX).text() == "It was clear."


class _Hidden(QObject):
    """Notes whether something was hidden, if only for a moment."""

    was = False

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        self.was |= event.type() == QEvent.Type.Hide
        return False


def test_the_line_of_facts_does_not_move_under_the_pointer(page: EntriesPage) -> None:
    begin(page)
    heading = next(
        label
        for label in page.findChildren(QLabel)
        if label.text() == "Scope of the project · to the organizers"
    )
    hidden = _Hidden(page)
    heading.installEventFilter(hidden)
    text(page, BOX).setFocus()
    text(page, "body").setFocus()  # as a click on “Facts” takes the keyboard
    assert not hidden.was


def test_a_closed_pad_is_read_only_with_its_words_until_it_is_opened_again(
    page: EntriesPage,
) -> None:
    begin(page)
    text(page, BOX).insertPlainText("It was clear.")
    kept(page)
    page.session.save_preferences(Preferences(fixed_day="2026-08-24"))
    part(page, OpenEntry).close()
    page.show_entry(page.session.journal.evaluations.pad(MIDTERM).id)
    assert text(page, BOX).isReadOnly()
    assert text(page, BOX).text() == "It was clear."
    assert not text(page, "sent").isReadOnly()
    text(page, "sent").insertPlainText("As it was sent.")
    named(page, "Reopen to correct", QPushButton).click()
    assert not text(page, BOX).isReadOnly()
    text(page, BOX).insertPlainText("Yes. ")
    named(page, "Close it again", QPushButton).click()
    assert text(page, BOX).isReadOnly()
    pad = kept(page)
    assert [(one.opened_on, one.closed_on) for one in pad.corrections] == [
        (date(2026, 8, 24), date(2026, 8, 24))
    ]
    assert "Yes." in pad.scope
    assert pad.sent == "As it was sent."


def test_the_mentee_says_that_something_was_talked_about(page: EntriesPage) -> None:
    begin(page)
    named(page, "Blockers, and support: we talked about it", QPushButton).click()
    assert says(page, "last on 14 August")
    assert [(one.about, one.day) for one in kept(page).talked] == [("support", date(2026, 8, 14))]
    undo(page)
    assert kept(page).talked == ()


def test_what_never_came_up_is_put_on_the_agenda_from_the_pad(page: EntriesPage) -> None:
    call = page.session.journal.save_entry(Meeting(title="Our call", day=date(2026, 8, 20)))
    begin(page)
    named(page, "Quality of my contributions: put on the agenda", QPushButton).click()
    meeting = page.session.journal.entry(call.id)
    assert isinstance(meeting, Meeting)
    assert [point.text for point in meeting.points] == ["The quality of my contributions"]


def test_the_day_of_handing_in_is_the_program_s(page: EntriesPage) -> None:
    begin(page)
    journal = page.session.journal
    program = journal.program
    phase = next(one for one in program.evaluations if one.name == MIDTERM)
    noted = replace(phase.evaluation, handed_in=date(2026, 8, 13))
    page.session.save_program(program.with_evaluation(MIDTERM, noted))
    text(page, "sent").insertPlainText("Sent.")
    pad = kept(page)
    found = journal.evaluations.phase_of(pad)
    assert found is not None
    assert found.evaluation.handed_in == date(2026, 8, 13)


@pytest.mark.parametrize(
    ("filled", "field"), [(("scope",), "interaction"), ((*BOXES, *NOW_QUESTIONS), "scope")]
)
def test_the_keyboard_goes_to_the_first_box_that_is_still_empty_else_to_the_first(
    page: EntriesPage, filled: tuple[str, ...], field: str
) -> None:
    pad = replace(begin(page), **dict.fromkeys(filled, "Said."))
    page.session.save(pad)
    page.show_entry(pad.id)
    assert page.focusWidget() is text(page, field)


def test_in_a_closed_pad_the_keyboard_goes_to_what_was_sent(page: EntriesPage) -> None:
    pad = replace(begin(page), scope="The scope was clear.")
    page.session.save(pad)
    page.session.save_preferences(Preferences(fixed_day="2026-08-24"))
    part(page, OpenEntry).close()
    page.show_entry(pad.id)
    assert page.focusWidget() is text(page, "sent")


def test_enter_in_the_title_leads_past_the_boxes_that_are_filled(page: EntriesPage) -> None:
    pad = replace(begin(page), scope="The scope was clear.")
    page.session.save(pad)
    page.show_entry(pad.id)
    part(page, EntryEditor).focus_title()
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert page.focusWidget() is text(page, "interaction")
