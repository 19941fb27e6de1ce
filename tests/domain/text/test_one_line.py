"""What is one line keeps the spaces that somebody put there on purpose."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.text.one_line import one_line, shortened


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("  two \r\n\t words\u2029here \n", "two words here"),
        ("10\u00a0km », \u202f\u00a0un\u2028deux", "10\u00a0km », \u202f\u00a0un\u2028deux"),
        (" \u00a0\u2028 ", ""),
    ],
)
def test_hard_spaces_stay_and_soft_ones_are_one(text: str, line: str) -> None:
    assert one_line(text) == Note(title=text).title == line


@given(st.text(st.sampled_from("a \n\r\t\x0b\x1c\x85\u2029\u00a0\u2028\u3000")))
def test_one_line_is_one_line_and_stays_as_it_is(text: str) -> None:
    line = one_line(text)
    assert one_line(line) == line
    assert not set(line) & set("\n\r\t\x0b\x1c\x85\u2029")
    assert "".join(line.split()) == "".join(text.split())


@given(st.text(alphabet="ab ", max_size=60), st.integers(1, 30))
def test_a_line_that_is_cut_keeps_whole_words_and_says_that_there_is_more(text: str, most: int) -> None:
    line = one_line(text)
    cut = shortened(line, most)
    if len(line) <= most:
        assert cut == line
        return
    kept = cut.removesuffix("…")
    assert cut == f"{kept}…"
    assert len(kept) <= most
    assert line.startswith(kept)
    is_one_word = " " not in line[:most]
    assert is_one_word or line[len(kept)] == " "
    assert kept == kept.rstrip()
