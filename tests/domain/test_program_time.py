"""Weeks and phases at any time: leap days, New Year, clocks that change, days that end at 3 am."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import example, given
from hypothesis import strategies as st

from amp_desktop.domain.clock import day_of
from amp_desktop.domain.program import Program, Shape
from amp_desktop.domain.program_shapes import shaped

DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))
SHAPES = st.sampled_from(Shape)
MOVES = st.integers(-30, 60)
ZONES = [
    ZoneInfo(name)
    for name in (
        "UTC",
        "Europe/Berlin",
        "America/New_York",
        "Asia/Kolkata",
        "Pacific/Auckland",
        "Africa/Lagos",
    )
]


def moved(shape: Shape, starts: date, by: int) -> Program:
    """A program whose start was moved."""
    program = shaped(shape, starts)
    return program.moved(program.phases[0].name, starts + timedelta(days=by), today=starts)


@given(SHAPES, DAYS, MOVES)
@example(Shape.AMP, date(2027, 11, 29), 0)
@example(Shape.LFX_PART_TIME, date(2028, 1, 15), 60)
def test_weeks_follow_one_another_from_the_first_day_to_the_last(shape: Shape, starts: date, by: int) -> None:
    program = moved(shape, starts, by)
    begins = program.starts
    assert begins == starts + timedelta(days=by)
    days = [begins + timedelta(days=after) for after in range(7 * program.weeks)]
    assert [program.week_of(day) for day in days] == [at // 7 + 1 for at in range(len(days))]
    assert program.week_of(days[0] - timedelta(days=1)) is None
    assert program.week_of(days[-1] + timedelta(days=1)) is None
    assert {day.weekday() for day in days[::7]} == {begins.weekday()}


@given(SHAPES, DAYS, MOVES, st.integers(-400, 800))
def test_what_comes_next_is_the_nearest_that_has_not_begun(
    shape: Shape, starts: date, by: int, after: int
) -> None:
    program, day = moved(shape, starts, by), starts + timedelta(days=after)
    coming = program.next_after(day)
    later = [phase.starts for phase in program.phases if phase.starts > day]
    assert (coming.starts if coming else None) == min(later, default=None)
    assert all(phase.starts <= day <= phase.ends for phase in program.phases_on(day))


@given(
    st.datetimes(
        datetime.fromisoformat("2000-01-01"), datetime.fromisoformat("2100-01-01"), timezones=st.just(UTC)
    ),
    st.sampled_from(ZONES),
    st.integers(0, 12),
)
@example(datetime(2026, 3, 29, 0, 59, 59, tzinfo=UTC), ZONES[1], 3)
@example(datetime(2026, 3, 29, 1, 0, 0, tzinfo=UTC), ZONES[1], 3)
@example(datetime(2026, 10, 25, 1, 30, 0, tzinfo=UTC), ZONES[1], 3)
@example(datetime(2028, 2, 29, 23, 30, 0, tzinfo=UTC), ZONES[0], 3)
@example(datetime(2027, 1, 1, 2, 59, 59, tzinfo=UTC), ZONES[0], 3)
def test_a_day_ends_when_the_clock_on_the_wall_says_so(instant: datetime, zone: ZoneInfo, ends: int) -> None:
    wall = instant.astimezone(zone)
    expected = wall.date() - timedelta(days=int(wall.hour < ends))
    assert day_of(wall, ends) == expected


@given(SHAPES, DAYS, st.integers(0, 200))
def test_a_late_evening_is_still_the_week_before(shape: Shape, starts: date, after: int) -> None:
    program = shaped(shape, starts)
    day = starts + timedelta(days=after)
    late = datetime(day.year, day.month, day.day, 2, 59, 59, tzinfo=UTC)
    at_three = late + timedelta(seconds=1)
    assert program.week_of(day_of(late)) == program.week_of(day - timedelta(days=1))
    assert program.week_of(day_of(at_three)) == program.week_of(day)
