"""When a reminder comes, and what of it is told: on a clock that is handed in."""

import time as system_time
from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amp_desktop.domain.clock import LOCAL_ZONE
from amp_desktop.domain.reminders import PUNCTUAL, Due, ReminderTimes

MONDAY = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)
EVENING = ReminderTimes(is_on=True, at=time(18), weekdays=(0, 2))


def test_nothing_comes_until_it_is_asked_for() -> None:
    assert ReminderTimes().due(MONDAY - timedelta(days=30), MONDAY) is Due.NOTHING
    assert ReminderTimes().next(MONDAY) is None


def test_it_comes_on_its_day_at_its_time() -> None:
    six = MONDAY.replace(hour=18)
    assert EVENING.next(MONDAY) == six
    assert EVENING.next(six) == six + timedelta(days=2)
    assert EVENING.due(MONDAY, six - timedelta(seconds=1)) is Due.NOTHING
    assert EVENING.due(MONDAY, six) is Due.NOW
    assert EVENING.due(six, six + timedelta(minutes=5)) is Due.NOTHING


def test_what_comes_late_is_missed_and_once() -> None:
    six = MONDAY.replace(hour=18)
    assert EVENING.due(MONDAY, six + PUNCTUAL + timedelta(seconds=1)) is Due.MISSED
    assert EVENING.due(MONDAY - timedelta(days=400), MONDAY) is Due.MISSED


def test_what_falls_into_the_quiet_comes_at_its_end() -> None:
    late = ReminderTimes(is_on=True, at=time(23), quiet_from=time(22), quiet_until=time(8))
    assert late.next(MONDAY) == datetime(2026, 12, 1, 8, tzinfo=UTC)
    assert late.due(MONDAY.replace(hour=22), MONDAY.replace(hour=23)) is Due.NOTHING
    assert late.due(MONDAY.replace(hour=23), datetime(2026, 12, 1, 8, tzinfo=UTC)) is Due.NOW


@pytest.mark.parametrize(
    ("at", "quiet"), [(time(21, 59), False), (time(22), True), (time(3), True), (time(8), False)]
)
def test_quiet_goes_over_midnight(at: time, quiet: bool) -> None:
    assert ReminderTimes().is_quiet(at) is quiet


TIMES = st.times().map(lambda at: at.replace(second=0, microsecond=0))


@given(st.sets(st.integers(0, 6)), TIMES, TIMES, TIMES, st.integers(0, 60 * 24 * 14))
def test_never_in_the_quiet_and_what_is_next_is_due_then(
    days: set[int], at: time, quiet_from: time, quiet_until: time, minutes: int
) -> None:
    times = ReminderTimes(
        is_on=True, weekdays=tuple(sorted(days)), at=at, quiet_from=quiet_from, quiet_until=quiet_until
    )
    now = MONDAY + timedelta(minutes=minutes)
    coming = times.next(now)
    assert (coming is None) is (not days)
    if coming is not None:
        assert not times.is_quiet(coming.time())
        assert times.due(now, coming) is Due.NOW
        assert times.due(now, coming - timedelta(seconds=1)) is Due.NOTHING
    assert ReminderTimes.from_json(times.to_json()) == times


@pytest.mark.parametrize("data", [{}, {"is_on": 1}, {"at": "25:00", "weekdays": 3}])
def test_what_cannot_be_read_is_off(data: dict[str, object]) -> None:
    assert not ReminderTimes.from_json(data).is_on


def test_a_time_is_one_of_this_computers_clock_whatever_zone_stands_behind_it() -> None:
    times = ReminderTimes(is_on=True)
    read = ReminderTimes.from_json(times.to_json() | {"at": "18:00+02:00"})
    assert read == times


BERLIN = ZoneInfo("Europe/Berlin")
SLEPT_OVER_A_CHANGE = [
    (datetime(2026, 3, 28, 23, 50, tzinfo=BERLIN), datetime(2026, 3, 29, 18, 5, tzinfo=BERLIN)),
    (datetime(2026, 10, 24, 23, 50, tzinfo=BERLIN), datetime(2026, 10, 25, 18, 5, tzinfo=BERLIN)),
]
"""Before a night in which the clocks are put forward, or back, and after the computer woke from it."""


@pytest.mark.parametrize(("before", "now"), SLEPT_OVER_A_CHANGE)
def test_a_night_that_changes_the_clocks_changes_no_reminder(before: datetime, now: datetime) -> None:
    daily = ReminderTimes(is_on=True, at=time(18))
    noted = datetime.fromisoformat(before.isoformat())  # as it is kept: with an offset, and of no zone
    assert daily.next(before) == now.replace(minute=0).astimezone(UTC)
    assert daily.due(noted, now.replace(hour=17, minute=59)) is Due.NOTHING
    assert daily.due(noted, now) is Due.NOW
    assert daily.due(noted.replace(hour=17), now.replace(hour=9)) is Due.MISSED


def test_elsewhere_it_comes_by_the_clocks_of_that_place() -> None:
    daily = ReminderTimes(is_on=True, at=time(18))
    left = datetime(2026, 6, 1, 17, 0, tzinfo=BERLIN)
    there = datetime(2026, 6, 1, 18, 1, tzinfo=ZoneInfo("America/New_York"))
    assert daily.due(left, there) is Due.NOW
    assert daily.due(left, there.replace(hour=17)) is Due.NOTHING


def test_further_east_it_comes_though_the_clocks_passed_over_it() -> None:
    early = ReminderTimes(is_on=True, at=time(6, 30), quiet_from=time(0), quiet_until=time(0))
    left = datetime(2026, 5, 4, 5, 31, tzinfo=ZoneInfo("Europe/London"))
    there = datetime(2026, 5, 4, 6, 32, tzinfo=BERLIN)  # a minute later
    assert early.due(left, there) is Due.NOW
    assert early.due(left, there + timedelta(hours=2)) is Due.MISSED
    assert early.due(there, there + timedelta(minutes=1)) is Due.NOTHING
    assert early.due(left.replace(hour=6), there + timedelta(hours=1)) is Due.NOTHING  # it was told in London


def test_in_the_hour_that_comes_twice_it_is_told_once() -> None:
    nightly = ReminderTimes(is_on=True, at=time(2, 15), quiet_from=time(0), quiet_until=time(0))
    first = datetime(2026, 10, 25, 2, 15, tzinfo=BERLIN)
    again = [first.replace(minute=minute, fold=1) for minute in (10, 15, 20)]
    assert nightly.due(first - timedelta(minutes=5), first) is Due.NOW
    looked = [datetime.fromisoformat(one.isoformat()) for one in (first, *again)]
    assert {nightly.due(*two) for two in zip(looked, again, strict=False)} == {Due.NOTHING}


@pytest.fixture
def in_berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if not hasattr(system_time, "tzset"):
        pytest.skip("this system's zone cannot be set for one process")
    with monkeypatch.context() as changed:
        changed.setenv("TZ", "Europe/Berlin")
        system_time.tzset()
        yield
    system_time.tzset()


@pytest.mark.usefixtures("in_berlin")
@given(st.integers(0, 60 * 24 * 365))
def test_the_computers_zone_knows_when_its_clocks_change(minutes: int) -> None:
    instant = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    local = instant.astimezone(LOCAL_ZONE)
    assert local.astimezone(UTC) == instant
    assert local.isoformat() == instant.astimezone(BERLIN).isoformat()
    noon = local.replace(hour=12, fold=0)
    assert noon.utcoffset() == noon.replace(tzinfo=BERLIN).utcoffset()


def test_the_quiet_ends_at_its_end_and_begins_at_its_beginning() -> None:
    by_day = ReminderTimes(quiet_from=time(12), quiet_until=time(14))
    by_night = ReminderTimes(quiet_from=time(22), quiet_until=time(8))

    assert [by_day.is_quiet(at) for at in (time(11, 59), time(12), time(13, 59), time(14))] == [
        False,
        True,
        True,
        False,
    ]
    assert [by_night.is_quiet(at) for at in (time(21, 59), time(22), time(7, 59), time(8))] == [
        False,
        True,
        True,
        False,
    ]
