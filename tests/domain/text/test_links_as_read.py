"""A link is what is read as one: escapes, entities, comments, bars of a table, and parts of an entry."""

import html
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.text.links import as_read, link_title, linked_keys, relinked, title_key, written_title

WRITTEN = [
    ("Burnout talk", "| [[Burnout talk\\|x]] |", "| [[New name\\|x]] |"),
    ("release_plan", "[[release\\_plan]]", "[[New name]]"),
    ("R&D quarrel", "[[R&amp;D quarrel]]", "[[New name]]"),
    ("Burnout talk", "[[Burn<!-- -->out talk|y]]", "[[New name|y]]"),
    ("Burnout talk", "[[ Burnout talk #part]]", "[[ New name #part]]"),
    ("C#", "[[C#]]", "[[New name]]"),
    ("C# notes", "[[C# notes]]", "[[New name]]"),
]


@pytest.mark.parametrize(("title", "text", "renamed"), WRITTEN)
def test_what_reads_as_a_link_leads_back_and_follows_another_title(
    title: str, text: str, renamed: str
) -> None:
    assert title_key(title) in linked_keys(Note(body=text))
    assert relinked(text, title, "New name") == renamed


COMMENTED = r"<!--(?:(?!-->)[^\n\0])*+-->|\\([!-/:-@\[-`{-~])|&(?:#[0-9]{1,7}|[A-Za-z]{2,31});"


@given(st.lists(st.sampled_from(["<!--", "-->", "-", ">", "\\", "&amp;", "&#39;", "a", "\n", "\0", " "])))
def test_signs_and_comments_are_read_in_their_order(parts: list[str]) -> None:
    written = "".join(parts)

    def read(sign: re.Match[str]) -> str:
        return sign[1] or ("" if sign[0][0] == "<" else html.unescape(sign[0]))

    assert as_read(written) == re.sub(COMMENTED, read, written)


def test_beginnings_of_comments_cost_what_other_words_cost() -> None:
    for text in ("<!-- a --" * 200_000, "--><!--" + "<!-- a --" * 200_000, "<!-- a" * 200_000 + "\n-->"):
        assert as_read(text).count("<!--") == text.count("<!--")


@given(st.text(st.sampled_from(r"ab\&<!->_*;#39|[]`ampgt "), min_size=1, max_size=20))
@example(r"\\;")
@example("\\<!--x-->")
@example("a\\\\")
def test_a_title_is_written_so_that_it_is_read_as_it_is(title: str) -> None:
    written = written_title(title)
    assert as_read(written) == link_title(title)
    if title_key(title):
        assert title_key(title) in linked_keys(Note(body=f"[[{written}]]"))
