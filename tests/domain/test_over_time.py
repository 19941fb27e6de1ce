"""Days, weeks and months follow on each other without a gap, and each day falls into one."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from amp_desktop.domain.over_time import MOST_DAYS, MOST_WEEKS, slots


@given(st.dates(), st.integers(0, 9000), st.integers(0, 6))
@example(date(2024, 2, 28), 3, 0)
@example(date(9999, 1, 1), 364, 2)
@example(date(1, 1, 1), 8000, 6)
def test_each_day_falls_into_one_slot(since: date, days: int, week_begins: int) -> None:
    until = date.fromordinal(min(since.toordinal() + days, date.max.toordinal()))

    found = slots(since, until, week_begins)

    assert found[0].since <= since
    assert found[-1].until >= until
    assert all(later.since - one.until == timedelta(days=1) for one, later in pairwise(found))
    assert len(found) <= max(MOST_DAYS, MOST_WEEKS + 1, 9000 // 28)


def test_a_longer_time_is_seen_in_weeks_and_then_in_months() -> None:
    begin = date(2026, 6, 15)

    assert slots(begin, begin + timedelta(days=MOST_DAYS - 1))[5].days == 1
    weeks = slots(begin, begin + timedelta(days=MOST_DAYS), begin.weekday())
    assert (weeks[0].since, weeks[0].days) == (begin, 7)
    months = slots(begin, begin + timedelta(days=3652))
    assert (months[0].since, months[0].until, len(months)) == (date(2026, 6, 1), date(2026, 6, 30), 121)


def test_there_are_none_where_the_end_comes_first() -> None:
    assert slots(date(2026, 7, 2), date(2026, 7, 1)) == ()


@given(
    st.dates(date(1, 2, 1), date(9990, 1, 1)), st.integers(MOST_DAYS, MOST_WEEKS * 7 - 1), st.integers(0, 6)
)
def test_a_week_begins_on_the_day_that_it_is_said_to(since: date, days: int, week_begins: int) -> None:
    found = slots(since, since + timedelta(days=days), week_begins)

    assert {slot.since.weekday() for slot in found} == {week_begins}
    assert found[0].until >= since
