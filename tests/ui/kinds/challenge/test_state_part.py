"""The row under a challenge's title: where it stands, and since when."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget
from pytestqt.qtbot import QtBot

from amp_desktop.domain.kinds.challenge import Challenge, ChallengeStatus
from amp_desktop.ui.kinds.challenge.labels import state_since_words
from amp_desktop.ui.kinds.challenge.state_part import StatePart
from tests.ui.people import press

TODAY = date(2026, 9, 22)
BEGAN = date(2026, 9, 15)
CHALLENGE = Challenge(title="Keys", day=BEGAN)


@pytest.fixture
def part(qtbot: QtBot) -> StatePart:
    made = StatePart(lambda: TODAY)
    qtbot.addWidget(made)
    made.show_entry(CHALLENGE)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def stands(part: StatePart) -> ChallengeStatus:
    filled = part.filled(CHALLENGE)
    assert isinstance(filled, Challenge)
    return filled.status


@pytest.mark.parametrize(
    ("status", "since", "words"),
    [
        (ChallengeStatus.OPEN, None, "since 15 September, 7 days"),
        (ChallengeStatus.ASKED, date(2026, 9, 17), "open since 15 September, 7 days"),
        (ChallengeStatus.RESOLVED, date(2026, 9, 16), "on 16 September, after 1 day"),
        (ChallengeStatus.RESOLVED, None, "began 15 September"),
        (ChallengeStatus.RESOLVED, BEGAN, "on 15 September"),
        (ChallengeStatus.PARKED, date(2026, 9, 20), "since 20 September"),
    ],
)
def test_beside_it_stands_since_when(status: ChallengeStatus, since: date | None, words: str) -> None:
    assert state_since_words(status, BEGAN, since, TODAY) == words


def test_what_began_today_says_so() -> None:
    assert state_since_words(ChallengeStatus.OPEN, TODAY, None, TODAY) == "since today"


def test_a_digit_chooses_and_tells_where_to_go_on(qtbot: QtBot, part: StatePart) -> None:
    told: list[str] = []
    part.edited.connect(lambda: told.append("edited"))
    part.asked.connect(lambda: told.append("asked"))
    part.resolved.connect(lambda: told.append("resolved"))
    part.focus_first()
    for key, status in (
        (Qt.Key.Key_2, ChallengeStatus.ASKED),
        (Qt.Key.Key_3, ChallengeStatus.RESOLVED),
        (Qt.Key.Key_4, ChallengeStatus.PARKED),
        (Qt.Key.Key_1, ChallengeStatus.OPEN),
    ):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)
        assert stands(part) is status
    assert told == ["edited", "asked", "edited", "resolved", "edited", "edited"]


def test_what_is_open_becomes_asked_and_what_is_parked_stays(part: StatePart) -> None:
    part.mark_asked()
    assert stands(part) is ChallengeStatus.ASKED
    part.show_entry(replace(CHALLENGE, status=ChallengeStatus.PARKED))
    part.mark_asked()
    assert stands(part) is ChallengeStatus.PARKED


def test_the_day_it_began_is_changed_in_a_calendar(qtbot: QtBot, part: StatePart) -> None:
    press(part, "Since when: since 15 September, 7 days")
    calendar = QApplication.activePopupWidget()
    assert isinstance(calendar, QCalendarWidget)
    calendar.setSelectedDate(QDate(2026, 9, 20))
    with qtbot.waitSignal(part.edited):
        QTest.keyClick(calendar.focusWidget() or calendar, Qt.Key.Key_Return)
    filled = part.filled(CHALLENGE)
    assert isinstance(filled, Challenge)
    assert filled.since == date(2026, 9, 20)


def test_up_and_down_lead_to_title_and_text(qtbot: QtBot, part: StatePart) -> None:
    part.focus_first()
    focused = QApplication.focusWidget()
    assert focused is not None
    with qtbot.waitSignal(part.left_upwards):
        QTest.keyClick(focused, Qt.Key.Key_Up)
    with qtbot.waitSignal(part.left_downwards):
        QTest.keyClick(focused, Qt.Key.Key_Down)
