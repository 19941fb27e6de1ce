"""Lists whose values have ids, changed on both sides: what of each value is there, in which order."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amp_desktop.domain.kinds.goal import Step
from amp_desktop.domain.merge_lists import merge_lists

A, B, C, D = (Step(name, id=name) for name in "abcd")
IDS = st.lists(st.sampled_from("abcdefgh"), unique=True)


def merged(base: str, ours: str, theirs: str) -> tuple[str, bool]:
    """Of lists of one letter a value; a capital one is the same value, changed."""
    lists = ([Step(one, id=one.lower()) for one in written] for written in (base, ours, theirs))
    values, is_whole = merge_lists(*lists, lambda _, here, there: (here, here == there))
    return "".join(value.text for value in values), is_whole


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "expected"),
    [
        ("abc", "abc", "abc", ("abc", True)),
        ("abc", "cab", "abc", ("cab", True)),
        ("abc", "abc", "cab", ("cab", True)),
        ("abc", "bac", "cab", ("bac", True)),
        ("abc", "bac", "xabc", ("xbac", True)),
        ("abc", "axbc", "abyc", ("axbyc", True)),
        ("abc", "ac", "abc", ("ac", True)),
        ("abc", "abc", "ac", ("ac", True)),
        ("abc", "ac", "aBc", ("aBc", True)),
        ("abc", "aBc", "ac", ("aBc", True)),
        ("abc", "aBc", "abc", ("aBc", True)),
        ("abc", "abc", "aBc", ("aBc", True)),
        ("abc", "Abc", "abC", ("AbC", True)),
        ("ab", "abx", "abX", ("abx", False)),
        ("ab", "abx", "abx", ("abx", True)),
        ("", "x", "y", ("xy", True)),
        ("abc", "", "abc", ("", True)),
        ("abc", "", "xabc", ("x", True)),
    ],
)
def test_changes_of_both_sides(base: str, ours: str, theirs: str, expected: tuple[str, bool]) -> None:
    assert merged(base, ours, theirs) == expected


def test_a_value_that_both_changed_is_merged_part_by_part() -> None:
    ours, theirs = replace(A, text="ours"), replace(A, done=True)
    both = replace(ours, done=True)
    assert merge_lists([A], [ours], [theirs], lambda *_: (both, True)) == ((both,), True)
    assert merge_lists([A, B], [ours, B], [theirs, B], lambda *_: (ours, False)) == ((ours, B), False)


@given(IDS, IDS, IDS)
def test_nothing_is_lost_or_doubled(base: list[str], ours: list[str], theirs: list[str]) -> None:
    found, is_whole = merged("".join(base), "".join(ours), "".join(theirs))
    taken_away = set(base) - (set(ours) & set(theirs))
    assert is_whole
    assert sorted(found) == sorted({*ours, *theirs} - taken_away)
    both = [key for key in ours if key in base]
    if both != [key for key in base if key in ours]:  # ours has moved some: its order is kept
        assert [key for key in found if key in ours] == [key for key in ours if key in found]
    else:
        assert [key for key in found if key in theirs] == [key for key in theirs if key in found]
