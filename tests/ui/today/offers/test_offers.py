"""Offers on the page of the day: what each says, does and leaves behind, and what takes it back."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.kinds.reflection import Reflection
from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.domain.preferences import Preferences
from amp_desktop.domain.program import default_program
from amp_desktop.journal import Journal
from amp_desktop.ui.session import Session
from amp_desktop.ui.today import TodayPage
from tests.conftest import PASSPHRASE
from tests.ui.people import press, shows

FRIDAY = date(2026, 7, 24)


@pytest.fixture
def page(qtbot: QtBot, journal: Journal) -> TodayPage:
    journal.save_preferences(Preferences(fixed_day=FRIDAY.isoformat()))
    made = TodayPage(Session(journal))
    qtbot.addWidget(made)
    made.resize(1000, 900)
    made.show()
    made.arrive()
    return made


def test_at_kick_off_the_way_to_what_is_expected_is_offered(
    qtbot: QtBot, page: TodayPage, journal: Journal
) -> None:
    page.session.save_preferences(replace(journal.preferences, fixed_day="2026-06-16"))
    page.session.save_program(default_program(2026))
    page.arrive()
    assert shows(page, "What do you and your mentor expect of each other?")
    with qtbot.waitSignal(page.part_requested) as asked:
        press(page, "Look at the questions")
    assert asked.args == ["program", "ExpectationsPart"]


def test_expectations_still_hold_and_that_is_noted_and_undone(page: TodayPage, journal: Journal) -> None:
    then = datetime(2026, 6, 16, 12, tzinfo=UTC)
    note = Note(title="canary", day=date(2026, 6, 16), created_at=then, updated_at=then)
    journal.save_entries([note])
    page.session.save_program(default_program(2026).with_details(expectations=note.id))
    assert shows(page, "What you and your mentor expect of each other: does it still hold?")
    assert not shows(page, "canary")
    press(page, "Yes, it still holds")
    assert journal.program.details.still_so == (FRIDAY,)
    assert shows(page, "Noted: it still holds.")
    assert not shows(page, "does it still hold?")
    press(page, "Undo")
    assert journal.program.details.still_so == ()


def test_expectations_are_changed_on_their_own_page(qtbot: QtBot, page: TodayPage, journal: Journal) -> None:
    then = datetime(2026, 6, 16, 12, tzinfo=UTC)
    note = Note(title="Ours", day=date(2026, 6, 16), created_at=then, updated_at=then)
    journal.save_entries([note])
    page.session.save_program(default_program(2026).with_details(expectations=note.id))
    with qtbot.waitSignal(page.entry_requested) as asked:
        press(page, "Change it")
    assert asked.args == [note.id]


def test_the_week_is_begun_or_opened_from_its_offer(qtbot: QtBot, page: TodayPage, journal: Journal) -> None:
    assert not shows(page, "look back on this week")
    page.session.save_preferences(replace(journal.preferences, week_ends_on=4))
    assert shows(page, "Would you like to look back on this week?")
    with qtbot.waitSignal(page.begin_requested) as begun:
        press(page, "Look back")
    assert isinstance(begun.args[0], Reflection)
    saved = page.session.save(replace(begun.args[0], plan="Rota"))
    with qtbot.waitSignal(page.entry_requested) as asked:
        press(page, "Look back")
    assert asked.args == [saved.id]
    page.session.save(replace(saved, went_well="All of it"), saved)
    assert not shows(page, "look back on this week")


def test_what_was_left_is_left_in_another_session_too(
    page: TodayPage, journal: Journal, journal_folder: Path
) -> None:
    page.session.save_preferences(replace(journal.preferences, week_ends_on=4))
    press(page, "Leave it")
    assert shows(page, "Left.")
    with Journal.open(journal_folder, passphrase=PASSPHRASE) as again:
        assert again.offers_answered.last("week-reflection", "2026-07-20") == FRIDAY


def test_a_low_run_is_one_quiet_sentence_and_opens_nothing(
    qtbot: QtBot, page: TodayPage, journal: Journal
) -> None:
    journal.save_entries([SelfCareNote(day=date(2026, 7, day), mood=1) for day in (21, 22, 23)])
    page.session.refreshed.emit()
    assert not shows(page, "These days sound heavy")
    page.session.save_preferences(replace(journal.preferences, low_run_sentence=True))
    assert shows(page, "These days sound heavy. Rest counts as done.")
    assert not [b for b in page.findChildren(QPushButton) if b.text() == "What helps me"]
    helps = journal.save_entry(SelfCareNote(title="What helps me", day=date(2026, 7, 1)))
    page.session.save_preferences(replace(journal.preferences, helps_entry=str(helps.id)))
    with qtbot.waitSignal(page.entry_requested) as asked:
        press(page, "What helps me")
    assert asked.args == [helps.id]
    assert not shows(page, "These days sound heavy")


def test_under_the_curtain_nothing_of_a_low_run_is_said(page: TodayPage, journal: Journal) -> None:
    journal.save_entries([SelfCareNote(day=date(2026, 7, day), mood=1) for day in (21, 22, 23)])
    journal.curtain.drop()
    page.session.save_preferences(replace(journal.preferences, low_run_sentence=True))
    assert not shows(page, "These days sound heavy")
