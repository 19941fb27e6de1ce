"""Buttons write the words of the search, and leave what was typed as it is."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amp_desktop.domain.search.search_edit import (
    has_filter,
    replaced,
    toggled,
    with_filter,
    with_tag_renamed,
    without_filter,
)
from amp_desktop.domain.search.search_words import parse

TODAY = date(2026, 7, 22)
TYPED = st.lists(
    st.sampled_from(['"', "kind:goal", "-kind:goal", "KIND:goal", "word", "日記", " ", "  "])
).map("".join)


@pytest.mark.parametrize(
    ("typed", "after"),
    [
        ("", "kind:goal"),
        ("word ", "word kind:goal"),
        ("-kind:goal", "-kind:goal kind:goal"),
        ("kind:goal", ""),
        ("a  kind:Goal   b", "a  b"),
        ("a kind:goal", "a"),
        ("kind:goal b kind:goal", "b"),
        ('"kind:goal"', '"kind:goal" kind:goal'),
    ],
)
def test_a_button_puts_its_filter_in_and_takes_it_out(typed: str, after: str) -> None:
    assert toggled(typed, "kind", "goal") == after


def test_a_value_with_a_space_is_put_into_quotation_marks() -> None:
    typed = with_filter("x", "tag", "code review")
    assert typed == 'x tag:"code review"'
    assert parse(typed, TODAY).query.tags == ("code-review",)
    assert has_filter(typed, "tag", "code review")


def test_a_filter_is_taken_out_whatever_it_asks_for() -> None:
    assert without_filter("since:2026 a -tag:x since:2025-01 tag:y", "since") == "a -tag:x tag:y"
    assert without_filter("a -tag:x tag:y", "tag") == "a"


@given(TYPED)
def test_in_and_out_again_asks_for_the_same(typed: str) -> None:
    out = without_filter(typed, "kind", "goal")
    assert not has_filter(out, "kind", "goal")
    again = without_filter(with_filter(out, "kind", "goal"), "kind", "goal")
    assert parse(again, TODAY) == parse(out, TODAY)


def test_what_was_meant_takes_the_place_of_what_was_typed() -> None:
    typed = "release knd:goal  soon"
    (problem,) = parse(typed, TODAY).problems
    assert replaced(typed, problem.start, problem.length, problem.instead) == "release kind:goal  soon"


@pytest.mark.parametrize(
    ("typed", "asks"),
    [
        ("tag:ci", "tag:build"),
        ('-tag:"CI" words', "-tag:build words"),
        ("tag：ci kind:goal", "tag：build kind:goal"),
        ("tag:#ci", "tag:build"),
        ("tag:city ci kind:ci", "tag:city ci kind:ci"),
    ],
)
def test_a_search_asks_for_a_tag_by_its_new_name(typed: str, asks: str) -> None:
    assert with_tag_renamed(typed, "ci", "build") == asks
