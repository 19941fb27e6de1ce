"""A tag is one word in any script, however it was typed."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.text.tags import LONGEST, clean_tag, clean_tags


@given(st.text())
def test_a_clean_tag_stays_as_it_is(text: str) -> None:
    tag = clean_tag(text)

    assert clean_tag(tag) == tag
    assert unicodedata.is_normalized("NFC", tag)
    assert len(tag) <= LONGEST


@given(st.text())
def test_a_tag_can_neither_hold_white_space_nor_open_an_aside(text: str) -> None:
    assert not any(c.isspace() or c in "%％﹪٪#[]" for c in clean_tag(text))


@given(st.lists(st.text("aAß#-\n ", max_size=4), max_size=5).map(tuple))
def test_tags_are_kept_clean_and_each_once(tags: tuple[str, ...]) -> None:
    first_of: dict[str, str] = {}
    for tag in filter(None, map(clean_tag, tags)):
        first_of.setdefault(tag.casefold(), tag)

    assert clean_tags(tags) == tuple(first_of.values())


@pytest.mark.parametrize(
    ("typed", "tag"),
    [
        ("#flaky", "flaky"),
        ("  code review ", "code-review"),
        ("code-review", "code-review"),
        ("cli/windows", "cli/windows"),
        ("हिन्दी", "हिन्दी"),
        ("العربية", "العربية"),
        ("中文", "中文"),
        ("cafe\N{COMBINING ACUTE ACCENT}", "café"),
        ("cafe\N{ZERO WIDTH SPACE}\N{COMBINING ACUTE ACCENT}", "café"),
        ("what?!", "what"),
        ("%%secret%%", "secret"),
        ("!?", ""),
    ],
)
def test_as_typed_and_as_kept(typed: str, tag: str) -> None:
    assert clean_tag(typed) == tag


def test_a_tag_has_an_end() -> None:
    assert clean_tag("a" * 200) == "a" * LONGEST


def test_an_entry_bears_each_tag_once_in_the_spelling_that_came_first() -> None:
    assert Note(tags=("Windows", "flaky", "#windows", "", "Straße", "STRASSE")).tags == (
        "Windows",
        "flaky",
        "Straße",
    )
