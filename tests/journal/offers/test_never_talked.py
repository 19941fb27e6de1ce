"""What never came up before an evaluation is offered for the agenda, when a call is planned."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from amp_desktop.domain.kinds.meeting import Meeting
from amp_desktop.domain.preferences import Preferences
from amp_desktop.domain.program import default_program
from amp_desktop.journal import Journal
from amp_desktop.journal.offers.never_talked import BEFORE, never_talked

DAY = date(2026, 8, 1)


def test_it_is_offered_before_the_window_and_only_with_a_call_to_come(journal: Journal) -> None:
    journal.save_preferences(Preferences(fixed_day=DAY.isoformat()))
    journal.save_program(default_program(2026))
    assert not list(never_talked(journal, DAY))
    journal.save_entry(Meeting(title="Our call", day=date(2026, 8, 6)))
    assert [one.text for one in never_talked(journal, DAY)] == [
        "progress",
        "quality",
        "community",
        "support",
    ]
    assert not list(never_talked(journal, date(2026, 7, 1)))
    opens = journal.program.evaluations[0].starts
    assert list(never_talked(journal, opens - BEFORE))
    assert not list(never_talked(journal, opens - BEFORE - timedelta(days=1)))


def test_a_call_after_the_window_has_closed_is_too_late_for_it(journal: Journal) -> None:
    journal.save_program(default_program(2026))
    closes = journal.program.evaluations[0].ends
    call = journal.save_entry(Meeting(title="Our call", day=closes))
    assert list(never_talked(journal, closes))
    journal.save_entry(replace(call, day=closes + timedelta(days=5)))
    assert not list(never_talked(journal, closes))


def test_no_meeting_is_read_while_no_window_is_near(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.save_program(default_program(2026))
    journal.save_entry(Meeting(title="Our call", day=date(2026, 8, 6)))
    monkeypatch.setattr(journal.evaluations, "talks", lambda _: pytest.fail("meetings were read"))
    monkeypatch.setattr(journal.meetings, "next", lambda: pytest.fail("meetings were read"))
    assert not list(never_talked(journal, date(2026, 6, 20)))
