"""What was agreed, days of rest, what helps, and what is for after the program."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QDateEdit, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from amp_desktop.domain.afterwards import AFTERWARDS_TAG
from amp_desktop.domain.entry import Sharing
from amp_desktop.domain.errors import DiskFullError, InvalidValueError
from amp_desktop.domain.kinds.challenge import Challenge
from amp_desktop.domain.kinds.goal import Goal, Step
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.preferences import Preferences
from amp_desktop.domain.program import Shape
from amp_desktop.domain.program_details import Proposal, Rest
from amp_desktop.domain.program_shapes import shaped
from amp_desktop.domain.query import EntryQuery
from amp_desktop.journal import Journal
from amp_desktop.ui.mentorship import ProgramPage
from amp_desktop.ui.widgets.reading_line import ReadingLine
from amp_desktop.ui.widgets.text_box import TextBox
from tests.ui.mentorship.test_days import page
from tests.ui.people import press, seen, shows, write

__all__ = ["page"]

START = date(2026, 6, 15)


@pytest.fixture(autouse=True)
def cohort(page: ProgramPage, journal: Journal) -> None:
    page.session.save_preferences(Preferences(fixed_day="2026-08-01"))
    page.session.save_program(shaped(Shape.AMP, START, project="CLI", mentor="Ada"))


def test_expectations_are_begun_from_questions_private_and_opened(
    qtbot: QtBot, page: ProgramPage, journal: Journal
) -> None:
    assert shows(page, "Questions for both sides")
    with qtbot.waitSignal(page.entry_requested) as asked:
        press(page, "Write it down")
    kept = journal.program.details.expectations
    assert asked.args == [kept]
    assert kept is not None
    note = journal.entry(kept)
    assert note.sharing is Sharing.PRIVATE
    assert "What I may expect of Ada" in note.body
    assert shows(page, "Written on Saturday 1 August 2026.")
    with qtbot.waitSignal(page.entry_requested) as again:
        press(page, "Read or change it")
    assert again.args == [kept]
    with qtbot.waitSignal(page.part_requested) as shared:
        press(page, "Share what we expect of each other")
    assert shared.args == ["share", "kick-off"]
    press(page, "Undo")
    assert journal.program.details.expectations is None


def test_what_lies_in_the_bin_can_be_written_anew(page: ProgramPage, journal: Journal) -> None:
    press(page, "Write it down")
    kept = journal.program.details.expectations
    assert kept is not None
    page.session.put_in_bin([kept])
    assert seen(page, QPushButton, "Write it down")


def test_only_what_was_answered_of_the_questions_leaves(page: ProgramPage, journal: Journal) -> None:
    press(page, "Write it down")
    kept = journal.program.details.expectations
    assert kept is not None
    note = journal.entry(kept)
    body = note.body.replace("%%A day, two days; what is urgent, and where it is said.%%", "Within a day.")
    journal.save_entry(replace(note, body=body))
    journal.save_entry(Note(title="canary", body="canary", day=note.day, sharing=Sharing.SHAREABLE))
    offer = journal.sharing.offer(since=date(2026, 9, 1), template="kick-off")
    assert [one.id for one in offer.entries] == [kept]
    assert not offer.preticked
    made = journal.sharing.disclose(offer, {one.id for one in offer.entries}, template="kick-off")
    told = repr(made.summary)
    assert "Within a day." in told
    assert "A clear scope, with goals and milestones" in told
    assert "How feedback reaches me best" not in told
    assert "canary" not in told
    journal.put_in_bin([kept])
    assert not journal.sharing.offer(template="kick-off").entries
    journal.take_from_bin([kept])
    journal.save_entry(replace(journal.entry(kept), sharing=Sharing.SEALED))
    assert not journal.sharing.offer(template="kick-off").entries
    page.session.put_in_bin([kept])
    assert not journal.sharing.offer(template="kick-off").entries


def test_the_proposal_is_written_accepted_and_kept_as_agreed(page: ProgramPage, journal: Journal) -> None:
    box = seen(page, TextBox, "My proposal")
    box.setPlainText("Make the first hour kinder.")
    assert page.flush()
    assert journal.program.details.proposal == Proposal("Make the first hour kinder.")
    press(page, "It was accepted")
    assert journal.program.details.proposal.accepted_on == date(2026, 8, 1)
    assert not box.isVisible()
    assert shows(page, "Make the first hour kinder.")
    assert shows(page, "Accepted on Saturday 1 August 2026")
    with pytest.raises(InvalidValueError):
        journal.program.details.with_proposal("Something else")
    press(page, "Undo")
    assert journal.program.details.proposal.accepted_on is None
    assert box.isVisible()


def test_a_line_that_was_not_typed_in_stays_as_a_terminal_has_just_set_it(
    page: ProgramPage, journal: Journal
) -> None:
    write(page, "Its repository", "https://example.org/orbit")
    journal.change_program(lambda program: replace(program, project="Orbit"))  # nobody has told the page yet
    assert page.flush()
    assert journal.program.project == "Orbit"
    assert journal.program.details.repository == "https://example.org/orbit"


def test_a_proposal_that_cannot_be_kept_stays_with_all_else_that_was_typed(
    page: ProgramPage, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: object) -> None:
        raise DiskFullError("The disk is full.", "Make room.")

    monkeypatch.setattr(journal, "save_program", refuse)
    write(page, "My project", "Orbit")
    seen(page, TextBox, "My proposal").setPlainText("Kinder.")
    assert not page.flush()
    unsaved = page.unsaved().program
    assert unsaved is not None
    typed, base = unsaved.program, unsaved.base
    assert (typed.project, typed.details.proposal.text) == ("Orbit", "Kinder.")
    assert base == journal.program
    monkeypatch.undo()
    assert page.flush()
    assert not page.unsaved()
    assert (journal.program.project, journal.program.details.proposal.text) == ("Orbit", "Kinder.")


def plan(page: ProgramPage, *, tells: bool = False) -> None:
    press(page, "Plan days away…")
    seen(page, QDateEdit, "First day away").setDate(QDate(2026, 8, 15))
    seen(page, QDateEdit, "Last day away").setDate(QDate(2026, 8, 16))
    write(page, "What for", "canary")
    if tells:
        seen(page, QCheckBox, "Tell my mentor: put the days, and nothing else, on the agenda").click()
    press(page, "Plan them")


def test_what_opens_far_down_is_scrolled_to_and_the_way_back_is_seen(
    qtbot: QtBot, page: ProgramPage, journal: Journal
) -> None:
    page.resize(900, 500)
    begin = seen(page, QPushButton, "Plan days away…")
    qtbot.waitUntil(lambda: _top(page, begin) > page.height())
    begin.click()
    words = seen(page, QLineEdit, "What for")
    qtbot.waitUntil(lambda: words.height() > 0 and 0 < _top(page, words) < page.height())
    QTest.keyClicks(words, "Home")
    QTest.keyClick(words, Qt.Key.Key_Return)
    assert journal.program.details.rests
    undo = seen(page, QPushButton, "Undo")
    qtbot.waitUntil(lambda: not undo.visibleRegion().isEmpty())


def test_days_away_are_planned_ahead_and_told_to_nobody(page: ProgramPage, journal: Journal) -> None:
    plan(page)
    (rest,) = journal.program.details.rests
    assert (rest.starts, rest.ends, rest.words) == (date(2026, 8, 15), date(2026, 8, 16), "canary")
    assert shows(page, "15 – 16 August 2026 · canary")
    assert journal.count() == 0
    press(page, "Remove the days away 15 – 16 August 2026")
    assert journal.program.details.rests == ()
    press(page, "Undo")
    assert journal.program.details.rests == (rest,)


def test_the_agenda_tells_the_days_alone_if_ticked_and_follows_them(
    page: ProgramPage, journal: Journal
) -> None:
    plan(page, tells=True)
    (row,) = journal.rows().items
    assert (row.title, row.values["on_agenda"]) == ("I am away: 15 – 16 August 2026", True)
    assert not row.excerpt
    press(page, "Change the days away 15 – 16 August 2026")
    seen(page, QDateEdit, "Last day away").setDate(QDate(2026, 8, 18))
    press(page, "Change them")
    assert [row.title for row in journal.rows().items] == ["I am away: 15 – 18 August 2026"]
    press(page, "Undo")
    assert [row.title for row in journal.rows().items] == ["I am away: 15 – 16 August 2026"]
    press(page, "Remove the days away 15 – 16 August 2026")
    assert journal.count() == 0
    press(page, "Undo")
    assert [row.title for row in journal.rows().items] == ["I am away: 15 – 16 August 2026"]


def test_today_is_a_day_away_and_that_counts(page: ProgramPage, journal: Journal) -> None:
    program = journal.program
    rest = Rest(date(2026, 7, 31), date(2026, 8, 3), "canary")
    page.session.save_program(replace(program, details=program.details.with_rests((rest,))))
    assert shows(page, "You are away until Monday 3 August 2026. Rest counts as done.")


def test_under_the_curtain_nothing_of_care_is_seen(page: ProgramPage, journal: Journal) -> None:
    plan(page)
    journal.curtain.drop()
    page.session.refreshed.emit()
    labels = [one.text() for one in page.findChildren(QLabel) if one.isVisible()]
    assert not [words for words in labels if "canary" in words or "Taking care" in words]
    assert shows(page, "15 – 16 August 2026")


def test_an_idea_for_later_stands_with_whatever_has_the_tag(
    qtbot: QtBot, page: ProgramPage, journal: Journal
) -> None:
    page.session.save(Challenge(title="A plugin format", day=START, tags=(AFTERWARDS_TAG,)))
    line = seen(page, QLineEdit, "An idea for after the program")
    QTest.keyClicks(line, "A talk in Nairobi")
    QTest.keyClick(line, Qt.Key.Key_Return)
    titles = [one.accessibleName() for one in page.findChildren(ReadingLine) if one.isVisible()]
    assert [title for title in titles if title in ("A plugin format", "A talk in Nairobi")] == [
        "A plugin format",
        "A talk in Nairobi",
    ]
    with qtbot.waitSignal(page.entry_requested):
        seen(page, ReadingLine, "A plugin format").click()
    press(page, "Undo")
    assert journal.count(EntryQuery(tags=(AFTERWARDS_TAG,))) == 1


def test_an_idea_that_cannot_be_kept_is_not_lost(
    page: ProgramPage, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise DiskFullError("The disk is full.", "Make room.")

    monkeypatch.setattr(journal, "save_entry", refuse)
    QTest.keyClicks(seen(page, QLineEdit, "An idea for after the program"), "A talk")
    assert not page.flush()
    (draft,) = page.unsaved().drafts
    assert (draft.entry.title, draft.entry.tags, draft.base) == ("A talk", (AFTERWARDS_TAG,), None)
    monkeypatch.undo()
    assert page.flush()
    assert not page.unsaved()


def test_after_the_end_what_was_kept_for_then_comes_first(qtbot: QtBot, page: ProgramPage) -> None:
    line = seen(page, QLineEdit, "An idea for after the program")
    project = seen(page, QLineEdit, "My project")
    assert page.isAncestorOf(line)
    page.session.save_preferences(Preferences(fixed_day="2026-11-01"))
    page.arrive()
    assert shows(page, "It ended on Saturday 17 October 2026.")
    qtbot.waitUntil(lambda: _top(page, line) < _top(page, project))


def test_a_goal_that_goes_on_stands_there_with_its_next_small_step(page: ProgramPage) -> None:
    steps = (Step("Read it", done=True), Step("Ask *Amina*"), Step("Write it"))
    page.session.save(Goal(title="A plugin format", day=START, tags=("plans",), steps=steps))
    assert seen(page, ReadingLine, "A plugin format, Next: Ask *Amina*").isVisible()


def test_once_it_is_over_others_are_handed_what_they_go_on_with(qtbot: QtBot, page: ProgramPage) -> None:
    links = {"handover": "Hand over", "next-mentee": "For the next mentee"}
    assert not any(b.isVisible() for b in page.findChildren(QPushButton) if b.text() in links.values())
    page.session.save_preferences(Preferences(fixed_day="2026-11-01"))
    page.arrive()
    for template, words in links.items():
        (link,) = [b for b in page.findChildren(QPushButton) if b.text() == words and b.isVisible()]
        with qtbot.waitSignal(page.part_requested) as asked:
            link.click()
        assert asked.args == ["share", template]


def _top(page: ProgramPage, part: QWidget) -> int:
    return part.mapTo(page, QPoint(0, 0)).y()


def test_what_helps_is_the_most_private_note_and_one_sentence_is_opt_in(
    qtbot: QtBot, page: ProgramPage, journal: Journal
) -> None:
    assert not journal.preferences.low_run_sentence
    press(page, "After some hard days, one quiet sentence on Today")
    assert journal.preferences.low_run_sentence
    with qtbot.waitSignal(page.entry_requested) as asked:
        press(page, "What helps me")
    assert journal.entry(asked.args[0]).IS_MOST_PRIVATE
    with qtbot.waitSignal(page.entry_requested) as again:
        press(page, "What helps me")
    assert again.args == asked.args
    assert journal.count() == 1


def test_this_week_is_begun_and_then_opened(qtbot: QtBot, page: ProgramPage, journal: Journal) -> None:
    with qtbot.waitSignal(page.begin_requested) as begun:
        press(page, "What is this week for? Write a few lines")
    page.session.save(replace(begun.args[0], plan="- [ ] Rota"))
    assert shows(page, "Rota")
    with qtbot.waitSignal(page.entry_requested) as asked:
        press(page, "The week's page")
    assert asked.args == [begun.args[0].id]
