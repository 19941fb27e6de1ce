"""Days end when the mentee says, and instants are kept in UTC."""

import time
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Self
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amp_desktop.domain.clock import day_of, iso_instant, local_zone_name, today, utc_now

KOLKATA = ZoneInfo("Asia/Kolkata")
STOPPED = datetime(2026, 7, 10, 12, 0, 5, 999_999, tzinfo=UTC)


@pytest.mark.parametrize(
    ("hour", "minute", "day"),
    [(0, 0, 9), (2, 59, 9), (3, 0, 10), (12, 0, 10), (23, 59, 10)],
)
def test_a_late_evening_is_still_today(hour: int, minute: int, day: int) -> None:
    assert day_of(datetime(2026, 7, 10, hour, minute, tzinfo=KOLKATA)) == date(2026, 7, day)


@given(st.integers(0, 2**32), st.integers(0, 12))
def test_a_day_ends_at_the_chosen_hour(seconds: int, ends_at: int) -> None:
    instant = datetime.fromtimestamp(seconds, KOLKATA)
    still_yesterday = instant.hour < ends_at

    assert day_of(instant, ends_at) == instant.date() - timedelta(days=still_yesterday)


def test_a_day_ends_by_the_clock_on_the_wall_when_summer_time_ends() -> None:
    berlin = ZoneInfo("Europe/Berlin")

    assert day_of(datetime(2026, 10, 25, 2, 59, fold=1, tzinfo=berlin)) == date(2026, 10, 24)
    assert day_of(datetime(2026, 10, 25, 3, 0, tzinfo=berlin)) == date(2026, 10, 25)


class StoppedClock(datetime):
    """Stands in for `datetime`, and knows one instant only."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> Self:
        return cls.fromtimestamp(STOPPED.timestamp(), tz)


@pytest.fixture
def stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("amp_desktop.domain.clock.datetime", StoppedClock)


@pytest.mark.usefixtures("stopped")
def test_today_follows_the_hour_at_which_days_end() -> None:
    here = STOPPED.astimezone()

    assert [today(hour) for hour in range(24)] == [day_of(here, hour) for hour in range(24)]


@pytest.mark.usefixtures("stopped")
def test_an_instant_is_written_in_utc_to_the_second() -> None:
    written = iso_instant(datetime(2026, 7, 23, 0, 44, 5, 999, tzinfo=KOLKATA))

    assert written == "2026-07-22T19:14:05Z"
    assert utc_now() == STOPPED.replace(microsecond=0)
    assert datetime.fromisoformat(iso_instant(utc_now())) == utc_now()
    assert utc_now().tzinfo is UTC


def test_the_zone_has_the_name_that_the_system_gives_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", ":Asia/Kolkata")
    assert local_zone_name() == "Asia/Kolkata"

    monkeypatch.setenv("TZ", "UTC")
    assert local_zone_name() == "UTC"


@pytest.mark.usefixtures("stopped")
def test_without_a_name_the_zone_is_known_by_its_offset(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TZ", raising=False)

    def nowhere(_: object) -> None:
        raise OSError

    monkeypatch.setattr("pathlib.Path.readlink", nowhere)
    offset = local_zone_name()

    assert datetime.strptime(offset, "%z").utcoffset() == STOPPED.astimezone().utcoffset()
    assert offset[3] == ":"


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("EST5EDT", "EST5EDT"),
        ("<+0530>-5:30", "+05:30"),
        ("<-03>3", "-03:00"),
        ("XYZ-14", "+14:00"),
        ("/usr/share/zoneinfo/Asia/Kolkata", "Asia/Kolkata"),
        ("Nowhere/Atlantis", "+00:00"),
        ("../etc/passwd", "+00:00"),
        ("", "UTC"),
    ],
)
def test_a_zone_is_stored_as_what_it_is(typed: str, stored: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", typed)
    time.tzset()
    try:
        assert local_zone_name() == stored
    finally:
        monkeypatch.undo()
        time.tzset()


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone of a program cannot be set here")
def test_who_goes_to_another_zone_meanwhile_has_its_hours(monkeypatch: pytest.MonkeyPatch) -> None:
    for zone in ("Asia/Kolkata", "America/New_York", "UTC"):
        monkeypatch.setenv("TZ", zone)
        offset = utc_now().astimezone(ZoneInfo(zone)).utcoffset()
        assert utc_now().astimezone().utcoffset() == offset
    monkeypatch.undo()
    time.tzset()
