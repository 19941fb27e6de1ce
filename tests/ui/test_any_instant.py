"""Instants at the ends of the calendar, as programs write that know none, stop no page in any zone."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from pytestqt.qtbot import QtBot

from amp_desktop.domain.clock import day_of, in_local_zone
from amp_desktop.domain.kinds.challenge import Challenge
from amp_desktop.domain.kinds.incident import FirstWritten, Incident
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.program import Program
from amp_desktop.domain.query import Version
from amp_desktop.journal import Journal
from amp_desktop.journal.offers import due_offer
from amp_desktop.ui.entries.inspector.history.version_words import version_words
from amp_desktop.ui.kinds.incident.labels import times_text
from amp_desktop.ui.today.rows import WrittenRow

NOON = datetime(2026, 10, 17, 12, tzinfo=UTC)
EDGES = (datetime.min.replace(tzinfo=UTC), datetime.max.replace(microsecond=0, tzinfo=UTC))


@pytest.fixture(params=["UTC", "America/New_York", "Pacific/Kiritimati"], autouse=True)
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[ZoneInfo]:
    """Runs each test in a zone west of Greenwich, and east of it."""
    if not hasattr(time, "tzset"):
        pytest.skip("the zone of a program cannot be set here")
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield ZoneInfo(request.param)
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize("instant", EDGES)
def test_an_instant_beyond_all_calendars_is_some_day(instant: datetime) -> None:
    assert day_of(in_local_zone(instant)).year == instant.year


def test_an_hour_after_midnight_is_of_the_day_before(zone: ZoneInfo) -> None:
    late = datetime(2026, 10, 18, 2, 59, tzinfo=zone)
    assert in_local_zone(late.astimezone(UTC)) == late
    assert day_of(late).day == 17
    assert day_of(late.replace(hour=3, minute=0)).day == 18


@pytest.mark.parametrize("instant", EDGES)
def test_what_was_written_at_no_time_is_offered_like_anything_else(
    journal: Journal, instant: datetime
) -> None:
    day = NOON.date()
    note, challenge = (
        made(title="x", day=day.replace(month=1), created_at=instant, updated_at=instant)
        for made in (Note, Challenge)
    )
    journal.save_entries([note, challenge])
    journal.save_program(Program().with_details(expectations=note.id))
    offered = due_offer(journal, day)
    assert (offered is not None) is (instant == EDGES[0])


@pytest.mark.parametrize("instant", EDGES)
def test_it_is_shown(qtbot: QtBot, journal: Journal, instant: datetime) -> None:
    day = NOON.date()
    assert times_text(Incident(written=(FirstWritten("body", instant),)))
    assert version_words(Version(number=1, kept_at=instant, title="x", words=2), NOON).endswith("2 words")
    journal.save_entries([Note(title="x", day=day, created_at=instant, updated_at=instant)])
    (written,) = journal.rows().items
    row = WrittenRow(written, day, 3)
    qtbot.addWidget(row)
    assert row.when() == ""
