"""The next meeting on the page of the day."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from amp_desktop.domain.kinds.challenge import Challenge
from amp_desktop.domain.kinds.feedback import Feedback
from amp_desktop.domain.kinds.meeting import Cadence, Meeting, MeetingStatus
from amp_desktop.domain.kinds.note import Note
from amp_desktop.journal import Journal
from amp_desktop.ui.session import Session
from amp_desktop.ui.today import TodayPage
from amp_desktop.ui.today.next_meeting import NextMeeting
from amp_desktop.ui.today.rows import AgendaRow
from tests.ui.entries.pages import part

DAY = date(2026, 9, 17)
CALL = Meeting(title="Our call", day=DAY, at="17:00", cadence=Cadence.WEEKLY, series="a", whom="my mentor")


@pytest.fixture
def page(qtbot: QtBot, journal: Journal) -> Iterator[TodayPage]:
    made = TodayPage(Session(journal))
    made.shown_day = DAY
    qtbot.addWidget(made)
    made.resize(1000, 800)
    made.show()
    yield made
    NextMeeting._dismissed.clear()


def at(page: TodayPage, hour: int) -> None:
    def now() -> datetime:
        return datetime(2026, 9, 17, hour, 59).astimezone(UTC)

    page._meeting._now = now
    page.arrive()
    QApplication.processEvents()


def words(page: TodayPage) -> list[str]:
    found = [*page.findChildren(QLabel), *page.findChildren(QPushButton)]
    return [one.text() or one.accessibleName() for one in found if one.isVisible()]


def press(qtbot: QtBot, page: TodayPage, name: str) -> None:
    found = [one for one in page.findChildren(QPushButton) if one.isVisible()]
    button = next(one for one in found if name in (one.text(), one.accessibleName()))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def test_it_shows_its_points_and_leads_to_them(qtbot: QtBot, page: TodayPage, journal: Journal) -> None:
    journal.save_entries([CALL, *(Challenge(title=f"Stuck {n}", since=DAY) for n in range(8))])
    at(page, 9)
    shown = words(page)
    assert {"Our call", "Today, 17:00 to 17:45 · my mentor", "and 2 more"} < set(shown)
    assert sum("Stuck" in one for one in shown) == 6
    assert "How did it go?" not in shown
    with qtbot.waitSignal(page.entry_requested) as heard:
        press(qtbot, page, "Prepare the meeting")
    assert heard.args == [CALL.id]


def test_after_its_time_it_asks_once(qtbot: QtBot, page: TodayPage, journal: Journal) -> None:
    journal.save_entry(CALL)
    at(page, 16)
    assert "How did it go?" not in words(page)
    at(page, 17)
    assert "How did it go?" in words(page)
    press(qtbot, page, "Not now")
    assert "How did it go?" not in words(page)
    at(page, 18)
    assert "How did it go?" not in words(page)


def test_a_call_that_lasts_till_after_midnight_is_not_over_before(page: TodayPage, journal: Journal) -> None:
    journal.save_entry(replace(CALL, at="23:30"))
    at(page, 22)
    assert "How did it go?" not in words(page)


def test_one_that_was_not_held_moves_on_and_comes_back(
    qtbot: QtBot, page: TodayPage, journal: Journal
) -> None:
    journal.save_entry(CALL)
    at(page, 18)
    press(qtbot, page, "It was not held")
    assert journal.entry(CALL.id).state == MeetingStatus.SKIPPED
    following = journal.meetings.next()
    assert following is not None
    assert following.day == DAY + timedelta(7)
    assert "Thu 24 Sep, 17:00 to 17:45 · my mentor" in words(page)
    press(qtbot, page, "Undo")
    assert journal.entry(CALL.id).state == MeetingStatus.PLANNED
    assert journal.meetings.next() == journal.entry(CALL.id)
    assert journal.entry(following.id).binned_at is not None, "a series holds one next meeting"


def points(page: TodayPage) -> list[str]:
    rows = [row for row in page.findChildren(AgendaRow) if row.isVisible()]
    return [row.title.accessibleName() for row in sorted(rows, key=AgendaRow.y)]


@pytest.mark.parametrize("call", [None, CALL])
def test_the_agenda_is_the_same_as_everywhere_and_does_not_wait_for_a_meeting(
    page: TodayPage, journal: Journal, call: Meeting | None
) -> None:
    long_ago = DAY - timedelta(90)
    at(page, 9)
    assert part(page, NextMeeting).isHidden()
    journal.save_entries(
        [
            Note(title="Asked long ago", day=long_ago, on_agenda=True),
            Challenge(title="Stuck", day=long_ago, since=long_ago),
            Feedback(title="Ask why earlier", day=DAY),
            *filter(None, [call]),
        ]
    )
    at(page, 9)
    agenda = journal.meetings.agenda(journal.meetings.next())
    assert points(page) == [point.text for point in agenda.points]
    assert points(page) == ["Asked long ago", "Stuck", "Ask why earlier"]
    assert ("Next meeting" if call else "For the next meeting") in words(page)
    assert "How did it go?" not in words(page)


@pytest.mark.parametrize("call", [None, CALL])
def test_only_what_stands_on_it_by_hand_alone_can_be_taken_off(
    qtbot: QtBot, page: TodayPage, journal: Journal, call: Meeting | None
) -> None:
    journal.save_entries(
        [
            Note(title="A question", day=DAY - timedelta(1), on_agenda=True),
            Challenge(title="Stuck", day=DAY, since=DAY, on_agenda=True),
            *filter(None, [call]),
        ]
    )
    at(page, 9)
    crosses = [one.accessibleName() for one in page.findChildren(QToolButton) if one.isVisible()]
    assert [one for one in crosses if "agenda" in one] == ["Take off the agenda: A question"]
    rows = {row.point.text: row for row in page.findChildren(AgendaRow)}
    rows["Stuck"].title.setFocus()
    qtbot.keyClick(rows["Stuck"].title, Qt.Key.Key_Delete)
    qtbot.keyClick(rows["A question"].title, Qt.Key.Key_Delete)
    assert points(page) == ["Stuck"]
    assert rows["Stuck"].title.hasFocus()
    press(qtbot, page, "Undo")
    assert points(page) == ["A question", "Stuck"]
