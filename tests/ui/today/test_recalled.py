"""On this day: what comes back, what does not, and how a day is left in peace."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.domain.preferences import Preferences
from amp_desktop.journal import Journal
from amp_desktop.ui.session import Session
from amp_desktop.ui.settings import SettingsPage
from amp_desktop.ui.today import TodayPage
from amp_desktop.ui.today.recalled import RecalledSection, ago_words

DAY = date(2026, 7, 22)
BEFORE = date(2026, 6, 22)


@pytest.fixture
def page(qtbot: QtBot, journal: Journal) -> Iterator[TodayPage]:
    made = TodayPage(Session(journal))
    made.shown_day = DAY
    qtbot.addWidget(made)
    made.resize(1000, 900)
    made.show()
    yield made
    made.forget()


def arrive(page: TodayPage, qtbot: QtBot) -> RecalledSection:
    page.arrive()
    card = page.findChild(RecalledSection)
    assert isinstance(card, RecalledSection)
    later = card._later  # it looks back when the page has been shown
    assert later.isActive()
    qtbot.waitUntil(lambda: not later.isActive())
    return card


def shown(card: RecalledSection) -> list[str]:
    if not card.isVisible():
        return []
    return [
        b.accessibleName() for b in card.findChildren(QPushButton) if b.property("variant") == "row-title"
    ]


def test_the_same_day_comes_back_and_leads_to_its_entry(
    page: TodayPage, journal: Journal, qtbot: QtBot
) -> None:
    entry = journal.save_entry(Note(title="The first review", day=BEFORE))
    card = arrive(page, qtbot)
    assert shown(card) == ["The first review"]
    assert {"A month ago", "22 Jun"} <= {label.text() for label in card.findChildren(QLabel)}
    title = next(b for b in card.findChildren(QPushButton) if b.accessibleName() == "The first review")
    with qtbot.waitSignal(page.entry_requested) as asked:
        title.click()
    assert asked.args == [entry.id]


def test_a_day_without_a_past_says_nothing(page: TodayPage, journal: Journal, qtbot: QtBot) -> None:
    journal.save_entry(Note(title="another day", day=date(2026, 6, 23)))
    assert not arrive(page, qtbot).isVisible()


def test_a_hard_day_does_not_come_back(page: TodayPage, journal: Journal, qtbot: QtBot) -> None:
    journal.save_entry(Note(title="a small good thing", day=BEFORE))
    journal.save_entry(SelfCareNote(day=BEFORE, stress=5))
    assert shown(arrive(page, qtbot)) == []


def test_it_can_be_turned_off(page: TodayPage, journal: Journal, qtbot: QtBot) -> None:
    journal.save_entry(Note(title="The first review", day=BEFORE))
    journal.save_preferences(Preferences(on_this_day=False))
    assert shown(arrive(page, qtbot)) == []


def test_a_day_can_be_left_in_peace_and_that_undone(page: TodayPage, journal: Journal, qtbot: QtBot) -> None:
    entry = journal.save_entry(Note(title="The farewell", day=BEFORE, tags=("people",)))
    card = arrive(page, qtbot)
    name = "Do not bring this day back: The farewell"
    next(b for b in card.findChildren(QToolButton) if b.accessibleName() == name).click()
    qtbot.waitUntil(lambda: shown(card) == [])
    assert journal.entry(entry.id).tags == ("people", "hard")
    assert card.isVisible()  # it says what was done
    next(b for b in card.findChildren(QPushButton) if b.text() == "Undo").click()
    qtbot.waitUntil(lambda: shown(card) == ["The farewell"])
    assert journal.entry(entry.id).tags == ("people",)


def test_locking_drops_what_was_recalled(page: TodayPage, journal: Journal, qtbot: QtBot) -> None:
    journal.save_entry(Note(title="The first review", day=BEFORE))
    card = arrive(page, qtbot)
    page.forget()
    assert shown(card) == []


@pytest.mark.parametrize(
    ("then", "words"),
    [
        (date(2026, 6, 22), "a month ago"),
        (date(2025, 8, 22), "11 months ago"),
        (date(2025, 7, 22), "a year ago"),
        (date(2024, 7, 22), "2 years ago"),
    ],
)
def test_how_long_ago_it_was(then: date, words: str) -> None:
    assert ago_words(then, DAY) == words


def test_the_settings_turn_it_off_and_on(journal: Journal, qtbot: QtBot) -> None:
    page = SettingsPage(Session(journal))
    qtbot.addWidget(page)
    page.show()
    page.make_whole()
    box = next(box for box in page.findChildren(QCheckBox) if "former days" in box.text())
    assert box.isChecked()
    box.click()
    assert not journal.preferences.on_this_day
    box.click()
    assert journal.preferences.on_this_day
