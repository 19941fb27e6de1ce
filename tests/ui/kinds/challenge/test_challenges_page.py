"""The page of challenges."""

from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QTextEdit, QToolButton
from pytestqt.qtbot import QtBot

from amp_desktop.domain.kinds.challenge import Asking, Challenge, ChallengeStatus
from amp_desktop.journal import Journal
from amp_desktop.ui.entries.kind_page import kind_page
from amp_desktop.ui.kinds.challenge.labels import standing_words
from tests.ui.entries.conftest import OpenPage
from tests.ui.entries.pages import choose, named, select, title

TODAY = date(2026, 7, 22)


def read(journal: Journal, name: str) -> Challenge:
    found = next(entry for entry in journal.entries() if entry.title == name)
    assert isinstance(found, Challenge)
    return found


@pytest.mark.parametrize(
    ("status", "days", "asked", "words"),
    [
        (ChallengeStatus.OPEN, 0, 0, "open since today"),
        (ChallengeStatus.OPEN, 1, 0, "open for 1 day"),
        (ChallengeStatus.OPEN, 3, 0, "open for 3 days"),
        (ChallengeStatus.ASKED, 3, 1, "open for 3 days · help asked"),
        (ChallengeStatus.OPEN, 3, 1, "open for 3 days · help asked"),
        (ChallengeStatus.RESOLVED, 3, 1, "resolved"),
        (ChallengeStatus.PARKED, 30, 0, "parked"),
    ],
)
def test_how_it_stands(qapp: object, status: ChallengeStatus, days: int, asked: int, words: str) -> None:
    assert standing_words(status, TODAY - timedelta(days=days), asked, TODAY) == words


def test_everything_a_challenge_has_is_written(qtbot: QtBot, journal: Journal, open_page: OpenPage) -> None:
    journal.save_entry(Challenge(title="Flaky"))
    page = open_page(kind_page("challenge"))
    for name, words in (("What I tried", "seeds"), ("What I need", "an hour"), ("What helped", "a walk")):
        qtbot.keyClicks(named(page, name, QTextEdit), words)
    named(page, "I asked someone", QPushButton).click()
    QApplication.processEvents()
    qtbot.keyClicks(named(page, "Whom", QLineEdit), "my mentor")
    qtbot.keyClicks(named(page, "Answer", QTextEdit), "look at the clock")
    assert page.flush()
    challenge = read(journal, "Flaky")
    assert (challenge.tried, challenge.need, challenge.what_helped) == ("seeds", "an hour", "a walk")
    assert [(asking.whom, asking.answer) for asking in challenge.asked] == [
        ("my mentor", "look at the clock")
    ]
    assert challenge.status is ChallengeStatus.ASKED


def test_a_card_that_was_begun_does_not_wander_to_another_challenge(
    qtbot: QtBot, journal: Journal, open_page: OpenPage
) -> None:
    journal.save_entry(Challenge(title="One", day=TODAY - timedelta(days=1)))
    journal.save_entry(Challenge(title="Two", day=TODAY))
    page = open_page(kind_page("challenge"))
    named(page, "I asked someone", QPushButton).click()
    QApplication.processEvents()
    assert named(page, "Whom", QLineEdit)
    select(page, 1)
    assert title(page).text() == "Two"
    assert not [
        line for line in page.findChildren(QLineEdit) if line.accessibleName() == "Whom" and line.isVisible()
    ]
    assert read(journal, "Two").asked == ()


def test_a_resolved_challenge_can_be_chosen_and_asked_ones_removed(
    qtbot: QtBot, journal: Journal, open_page: OpenPage
) -> None:
    journal.save_entry(Challenge(title="Flaky", asked=(Asking("my mentor"),)))
    page = open_page(kind_page("challenge"))
    choose(named(page, "State", QComboBox), "Resolved")
    named(page, "Remove this", QToolButton).click()
    assert page.flush()
    assert read(journal, "Flaky").status is ChallengeStatus.RESOLVED
    assert read(journal, "Flaky").asked == ()
