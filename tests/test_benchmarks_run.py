"""The benchmarks run: each group once, on a journal of a few entries, so that none of them rots unseen."""

from pathlib import Path

import pytest

from tests.benchmarks.groups import GROUPS, measure
from tests.benchmarks.harness import Effort, Limit, Row, in_milliseconds, p95
from tests.benchmarks.report import as_markdown, as_text


def row(*, measured: float, bound: float, limit: Limit) -> Row:
    return Row("work", "one entry", measured, bound, "nothing", limit, in_milliseconds)


def test_a_ratio_over_the_limit_is_a_miss() -> None:
    assert row(measured=3.0, bound=1.0, limit=Limit(times=3)).is_kept
    assert not row(measured=3.1, bound=1.0, limit=Limit(times=3)).is_kept


def test_seconds_over_the_limit_are_a_miss_whatever_the_bound() -> None:
    assert row(measured=0.005, bound=0.001, limit=Limit(at_most=0.005)).is_kept
    assert not row(measured=0.0051, bound=0.1, limit=Limit(at_most=0.005)).is_kept


def test_where_both_are_given_a_slow_machine_is_measured_by_the_bound() -> None:
    both = Limit(at_most=0.005, times=5)
    assert row(measured=0.005, bound=0.0001, limit=both).is_kept
    assert row(measured=0.009, bound=0.002, limit=both).is_kept
    assert not row(measured=0.011, bound=0.002, limit=both).is_kept
    assert str(both) == "5.00 ms or 5 ×"


def test_the_page_says_plainly_what_is_missed() -> None:
    missed = row(measured=0.0312, bound=0.01, limit=Limit(times=3))
    assert "| 31.2 ms | 10.0 ms | nothing | 3.12 | 3 × | **no** |" in as_markdown([missed], load="")
    assert "3.12" in as_text([missed])


def test_p95_is_what_nineteen_of_twenty_stay_within() -> None:
    assert p95([float(number) for number in range(1, 21)]) == 19.0
    assert p95([5.0]) == 5.0


@pytest.mark.parametrize("group", GROUPS)
def test_every_group_measures(group: str, tmp_path: Path) -> None:
    rows = list(measure([group], Effort(sizes=(60,), series=1, scale=0, cache=tmp_path)))
    assert rows
    for measured in rows:
        assert measured.measured > 0
        assert measured.bound > 0
