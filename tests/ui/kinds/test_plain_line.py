"""A line of Markdown as plain words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amp_desktop.domain.query import HitSpan
from amp_desktop.ui.kinds.plain_line import plain_line


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("plain words, 2 * 3 and snake_case, a > b, C# and #tag", None),
        ("50% sure, array[0], [x], a - b", None),
        ("# Heading and ## another", "Heading and another"),
        ("- one - two", "one - two"),
        ("Hand in: - [x] link - [ ] report", "Hand in: link report"),
        ("> said **very** *much* __so__ ~~not~~", "said very much so not"),
        ("run `git rebase` ```python print(1) ```", "run git rebase print(1) "),
        ("see [[Goal]] and [the guide](https://example.org/a_b)", "see Goal and the guide"),
        ("![a graph](attachment:1) of it", "a graph of it"),
        ("cut short [link](https://exam…", "cut short link"),
        ("before %%an aside%% after %%open", "before an aside after open"),
        ("**今天**学到 %%只给自己%%，كان ％％خاص％％", "今天学到 只给自己，كان خاص"),
        ("| a | b | | --- | :-: | | 1 | 2 |", "a, b, 1, 2"),
        ("| I wrote | he wrote | |---|---| | **a b** | c |", "I wrote, he wrote, a b, c"),
        ("I wrote | he wrote --- | --- a | b", "I wrote, he wrote, a, b"),
        ("Before it: | a | b | | --- | -…", "Before it: a, b"),
        ("| a | b c | and it goes…", "a, b c, and it goes…"),
        ("…said | he wrote | | 1 |  |", "…said, he wrote, 1"),
        ("|x| is its length; a | b, x || y and | are no table", None),
        ("## How | | | | --- | --- | | call | Thursdays |", "How, call, Thursdays"),
    ],
)
def test_signs_go_and_words_stay(line: str, words: str | None) -> None:
    assert plain_line(line)[0] == (line if words is None else words)


def test_marks_stand_where_the_words_now_are() -> None:
    line = "**flaky** and [[flaky]]"
    marks = (HitSpan(2, 5), HitSpan(16, 5), HitSpan(0, 2))
    words, moved = plain_line(line, marks)
    assert words == "flaky and flaky"
    assert [words[mark.start :][: mark.length] for mark in moved] == ["flaky", "flaky"]


def test_marks_stand_where_they_stood_in_a_table() -> None:
    line = "| when | flaky | | --- | --- | | now | **flaky** |"
    marks = (HitSpan(9, 5), HitSpan(41, 5))
    words, moved = plain_line(line, marks)
    assert words == "when, flaky, now, flaky"
    assert [words[mark.start :][: mark.length] for mark in moved] == ["flaky", "flaky"]


@given(st.text(st.sampled_from("ab *_`~#>|![]()-+%x\n"), max_size=200))
def test_letters_outside_addresses_are_never_lost(line: str) -> None:
    line = line.replace("](", "] (").replace("```", "``").replace("[x]", "[ ]")
    kept = [letter for letter in plain_line(line)[0] if letter.isalpha()]
    assert kept == [letter for letter in line if letter.isalpha()]
