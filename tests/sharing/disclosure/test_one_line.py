"""The beginning of a text as one line: whole words, styles that hold some, and what needs a page left out."""

from collections.abc import Iterable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amp_desktop.domain.summary import Code, Inline, Link, Style, Styled, Text
from amp_desktop.sharing.disclosure.one_line import ELLIPSIS, first_words
from amp_desktop.sharing.markdown.reading import read_markdown
from amp_desktop.sharing.renderers.formatting import plain


def line(markdown: str, limit: int = 1000) -> str:
    return plain(first_words(read_markdown(markdown), limit))


@pytest.mark.parametrize(
    ("markdown", "told"),
    [
        ("One.\n\nTwo.", "One."),
        ("one  \ntwo", "one two"),
        ("one[^n] two\n\n[^n]: note", "one two"),
        ("> said\n\nthen", "said"),
        ("> # only this\n\nthen", "then"),
        ("- one\n- two\n- three", "one; two; three"),
        ("- ```\n  code\n  ```\n- two\n- \n- three", "two; three"),
        ("- > said\n- - within", "said; within"),
        ("# Heading\n\nwords", "words"),
        ("```\ncode\n```\n\nwords", "words"),
        ("| a |\n|---|\n| b |\n\nwords", "words"),
        ("---\n\nwords", "words"),
        ("# Heading", ""),
        ("```\ncode\n```", ""),
        ("", ""),
    ],
)
def test_the_first_paragraph_or_what_stands_for_one_is_told(markdown: str, told: str) -> None:
    assert line(markdown) == told


def test_styles_links_and_code_stay_what_they_are() -> None:
    words = first_words(
        read_markdown("**bold  \n_both_ a[^n]** `code` [link  \nit](https://e.org)\n\n[^n]: n"), 100
    )
    assert words == (
        Styled(Style.STRONG, (Text("bold"), Text(" "), Styled(Style.EMPHASIS, (Text("both"),)), Text(" a"))),
        Text(" "),
        Code("code"),
        Text(" "),
        Link("https://e.org", (Text("link"), Text(" "), Text("it"))),
    )


@pytest.mark.parametrize(
    ("markdown", "limit", "told"),
    [
        ("one two three", 13, "one two three"),
        ("one two three", 12, "one two…"),
        ("one two three", 8, "one two…"),
        ("one two three", 7, "one tw…"),
        ("one, two – three", 12, "one, two…"),
        ("abcdefghijkl", 6, "abcde…"),
        ("a bcdefghijkl", 8, "a bcdef…"),
        ("one **two three** four", 9, "one two…"),
        ("one **two**", 5, "one…"),
        ("one `two three`", 9, "one two…"),
        ("`twelve letters`", 8, "twelve…"),
        ("one [two three](https://e.org)", 9, "one two…"),
    ],
)
def test_what_is_too_long_ends_after_a_word_with_dots(markdown: str, limit: int, told: str) -> None:
    assert line(markdown, limit) == told


def test_no_style_and_no_link_is_left_without_words() -> None:
    assert first_words(read_markdown("one **two**"), 5) == (Text("one"), Text(ELLIPSIS))
    assert first_words(read_markdown("one [two](https://e.org)"), 5) == (Text("one"), Text(ELLIPSIS))
    bold = first_words(read_markdown("one **two three**"), 9)
    assert bold == (Text("one "), Styled(Style.STRONG, (Text("two"),)), Text(ELLIPSIS))


_PARTS = ("one", "two", "lengthened", " ", ", ", "**bold it**", "*a*", "`co de`", "[to it](https://e.org)")
_PARTED = ("  \n", "\n", "**a `b` [c d](https://e.org)**", "日本語", "- ", "\n\n", "> ")


@given(st.lists(st.sampled_from((*_PARTS, *_PARTED)), max_size=20).map("".join), st.integers(4, 60))
def test_a_line_is_a_beginning_within_its_limit(markdown: str, limit: int) -> None:
    blocks = read_markdown(markdown)
    whole, told = plain(first_words(blocks, 10_000)), first_words(blocks, limit)
    text = plain(told)
    assert len(text) <= limit
    assert all(plain((inline,)) for inline in _each(told))
    if len(whole) <= limit:
        assert text == whole
        return
    beginning = text.removesuffix(ELLIPSIS)
    assert beginning != text
    assert whole.startswith(beginning)
    assert beginning == beginning.rstrip(" ,;:–-")
    assert len(beginning) >= (limit - 1) // 2 or not whole[len(beginning)].strip(" ,;:–-")


def _each(content: Iterable[Inline]) -> Iterator[Inline]:
    for inline in content:
        yield inline
        if isinstance(inline, Styled | Link):
            yield from _each(inline.content)
