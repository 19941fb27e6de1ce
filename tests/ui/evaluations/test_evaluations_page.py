"""The page of the evaluations: the pads, then and now side by side, and what is known by now."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from amp_desktop.domain.kinds.challenge import Challenge, ChallengeStatus
from amp_desktop.domain.kinds.evaluation import KICK_OFF, Evaluation
from amp_desktop.domain.preferences import Preferences
from amp_desktop.domain.program import default_program
from amp_desktop.journal import Journal
from amp_desktop.ui.evaluations import EvaluationsPage
from amp_desktop.ui.session import Session
from tests.ui.entries.pages import named

MIDTERM = "Midterm evaluation"
DAY = date(2026, 7, 1)


@pytest.fixture
def page(qtbot: QtBot, journal: Journal) -> Iterator[EvaluationsPage]:
    journal.save_preferences(Preferences(fixed_day="2026-08-14"))
    journal.save_program(default_program(2026))
    shown = EvaluationsPage(Session(journal))
    qtbot.addWidget(shown)
    shown.resize(1000, 650)
    shown.show()
    shown.arrive()
    yield shown
    shown.forget()


def words(page: EvaluationsPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_a_pad_begins_when_something_is_typed(qtbot: QtBot, page: EvaluationsPage) -> None:
    assert "12 August to 22 August" in words(page)
    with qtbot.waitSignal(page.begin_requested) as begun:
        named(page, "Midterm evaluation: open the pad", QPushButton).click()
    assert begun.args is not None
    (pad,) = begun.args
    assert isinstance(pad, Evaluation)
    assert pad.window == MIDTERM
    assert page.session.journal.count() == 0
    page.session.save(Evaluation(window=MIDTERM, scope="Clear", day=date(2026, 8, 14)))
    with qtbot.waitSignal(page.entry_requested):
        named(page, "Midterm evaluation: open the pad", QPushButton).click()


def test_the_keyboard_begins_at_the_evaluation_that_comes_next_and_stays_there(page: EvaluationsPage) -> None:
    page.activateWindow()
    page.arrive()
    focused = page.window().focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Midterm evaluation: open the pad"
    page.session.save(Evaluation(window=KICK_OFF, alone="Read", day=date(2026, 6, 16)))
    focused = page.window().focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Midterm evaluation: open the pad"


def test_after_the_last_evaluation_the_keyboard_begins_at_its_pad(page: EvaluationsPage) -> None:
    page.session.save_preferences(Preferences(fixed_day="2027-03-01"))
    page.session.refreshed.emit()
    page.activateWindow()
    page.arrive()
    focused = page.window().focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Final evaluation: open the pad"


def test_answers_of_then_and_now_stand_side_by_side(page: EvaluationsPage) -> None:
    assert any("Answers of then and now" in one for one in words(page))
    page.session.save(Evaluation(window=KICK_OFF, alone="Read **code**", day=date(2026, 6, 16)))
    page.session.save(Evaluation(window=MIDTERM, alone="Review it", wants="Lead", day=date(2026, 8, 14)))
    shown = words(page)
    assert shown.index("Read code") < shown.index("Review it")
    answers = [one.accessibleName() for one in page.findChildren(QLabel) if one.isVisible()]
    assert "Kick-off, What I can do without help: Read code" in answers
    assert "Midterm evaluation, What I want next: Lead" in answers


def test_what_was_not_known_then_is_a_card_that_leads_to_its_challenge(
    qtbot: QtBot, page: EvaluationsPage
) -> None:
    solved = page.session.save(
        Challenge(
            title="Stuck", status=ChallengeStatus.RESOLVED, not_known="One may ask", day=date(2026, 7, 1)
        )
    )
    page.session.save(Challenge(title="Open", not_known="Not yet", day=DAY))
    assert "One may ask" in words(page)
    assert "Not yet" not in words(page)
    with qtbot.waitSignal(page.entry_requested) as shown:
        named(page, "Stuck", QPushButton).click()
    assert shown.args == [solved.id]


def test_a_long_title_fits_a_narrow_window(page: EvaluationsPage) -> None:
    title = "Two maintainers want opposite things from one pull request, and both are right"
    page.session.save(Challenge(title=title, status=ChallengeStatus.RESOLVED, not_known="Ask", day=DAY))
    look = named(page, title, QPushButton)
    assert look.minimumSizeHint().width() < page.fontMetrics().horizontalAdvance(title) // 2


def test_nothing_is_left_on_it_when_the_journal_is_locked(page: EvaluationsPage) -> None:
    page.session.save(Evaluation(window=KICK_OFF, alone="zqcanary", day=date(2026, 6, 16)))
    page.forget()
    assert not any("zqcanary" in label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_which_evaluation_comes_next_follows_the_day(
    page: EvaluationsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.session.look_for_changes()
    page.activateWindow()
    monkeypatch.setattr(Preferences, "today", lambda *_: date(2026, 8, 23))  # the midterm is over
    page.session.look_for_changes()
    page.arrive()
    focused = page.window().focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Final evaluation: open the pad"
