"""An aside never leaves the text it is cut from, whatever it holds and whatever stands around it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amp_desktop.domain.text.asides import aside_spans, has_aside, without_asides

SIGNS = "%％﹪٪"
MARKS = st.text(SIGNS, min_size=2, max_size=2)
UNSEEN = "\u034f\u180b\u180c\u180d\u180f\u20e3" + "".join(map(chr, range(0xFE00, 0xFE10)))
"""What is printable and yet seen by nobody: signs with nothing else between them are one row."""
FREE = st.text(st.characters(codec="utf-8", exclude_characters=SIGNS + UNSEEN), min_size=1).filter(
    str.isprintable
)
"""Text without any percent sign; where there is none at all, two marks would be one."""
BUSY = st.text(st.sampled_from([*SIGNS, "a", "\n", " "]))
"""Text that is nearly all percent signs."""


@given(st.lists(st.tuples(FREE, MARKS, FREE, MARKS)), FREE)
def test_leaves_exactly_what_stands_outside(parts: list[tuple[str, str, str, str]], rest: str) -> None:
    text = "".join("".join(part) for part in parts) + rest
    outside = "".join(before for before, *_ in parts) + rest

    assert without_asides(text) == (outside, False)
    assert has_aside(text) == bool(parts)


@given(FREE, MARKS, FREE, MARKS, FREE, MARKS, FREE)
def test_an_unclosed_aside_reaches_to_the_end(
    first: str, opens: str, inside: str, closes: str, second: str, opens_again: str, rest: str
) -> None:
    text = first + opens + inside + closes + second + opens_again + rest

    assert without_asides(text) == (first + second, True)
    assert aside_spans(text)[-1] == (len(text) - len(rest) - 2, len(text))


def test_a_placeholder_marks_where_an_aside_was() -> None:
    assert without_asides("a %%b%% c %%d", placeholder="…") == ("a … c …", True)


@given(BUSY)
def test_cutting_twice_cuts_no_more(text: str) -> None:
    kept, _ = without_asides(text)

    assert without_asides(kept) == (kept, False)
    assert not has_aside(kept)


@given(BUSY)
def test_spans_are_in_order_and_what_is_cut_is_what_they_cover(text: str) -> None:
    spans = aside_spans(text)
    edges = [edge for span in spans for edge in span]
    covered = {at for start, end in spans for at in range(start, end)}

    assert edges == sorted(edges)
    assert without_asides(text)[0] == "".join(c for at, c in enumerate(text) if at not in covered)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("all of it", "all of it"),
        ("before %%inside%% after", "before  after"),
        ("我们％％私下说％％公开", "我们公开"),
        ("قبل ٪٪سرّ٪٪ بعد", "قبل  بعد"),
        ("opened by one keyboard %%closed by another％％.", "opened by one keyboard ."),
        ("- a\n- %%b\n- c%%\n- d", "- a\n- \n- d"),
        ("```\ncode %%key%%\n```", "```\ncode \n```"),
        ("| a | %%b%% |", "| a |  |"),
        ("40 % of 100 %", "40 % of 100 %"),
        ("%%%%", ""),
        ("%%%", ""),
        ("tail %%never closed\n\n# heading\n", "tail "),
    ],
)
def test_in_any_script_and_any_part_of_a_text(text: str, kept: str) -> None:
    assert without_asides(text)[0] == kept
