"""Links by title: what is one, what a title looks like within one, and how it follows another title."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from amp_desktop.domain.kinds.challenge import Challenge
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.text.asides import has_aside
from amp_desktop.domain.text.links import (
    LINK,
    as_read,
    link_places,
    link_title,
    linked_keys,
    relinked,
    title_key,
)

TITLES = st.text(alphabet="ab [](){}|`%ßÅé\u0301今हि\n", max_size=12)
TEXTS = st.lists(
    st.one_of(
        st.text(alphabet="ab [|]`\n~%", max_size=8),
        TITLES.map("[[{}]]".format),
        TITLES.map("[[ {} |words]]".format),
        TITLES.map("`[[{}]]`".format),
        TITLES.map("\n```\n[[{}]]\n```\n".format),
    ),
    max_size=8,
).map("".join)


@given(TITLES)
@example("%" * 9)
def test_a_title_can_be_linked_to_as_it_is_written(title: str) -> None:
    written = link_title(title)
    if written:
        assert _keys(f"see [[{written}]] there") == [title_key(title)]
    assert not has_aside(written)


@given(st.text(max_size=400))
def test_a_key_is_its_own_key(title: str) -> None:
    assert title_key(title_key(title)) == title_key(title)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Release  Train", "release train"),
        ("Straße", "STRASSE"),
        ("Cafe\u0301", "Café"),
        ("Fix [CI] | `now`", "Fix CI now"),
        ("Kick-off %%with Ada%%", "kick-off"),
        ("long " * 100, "long " * 60),
    ],
)
def test_titles_that_a_link_does_not_tell_apart(one: str, other: str) -> None:
    assert title_key(one) == title_key(other)


def test_links_of_all_texts_count_but_none_in_code() -> None:
    entry = Challenge(
        title="[[no]]", body="[[One]] `[[two]]` [[one]]\n```\n[[three]]\n```", need="[[Four|4]]"
    )
    assert list(linked_keys(entry)) == ["one", "four"]
    assert not linked_keys(Note(body="[[ ]] [[%%aside%%]]"))


@given(TEXTS, TITLES, TITLES)
@example("[[ a |words]] `[[a]]` [[A]]", "a", "b]")
def test_links_follow_and_no_other_character_changes(text: str, former: str, title: str) -> None:
    after = relinked(text, former, title)
    keys, keys_after = _keys(text), _keys(after)
    if title_key(former) and title_key(title):
        expected = [title_key(title) if key == title_key(former) else key for key in keys]
        assert keys_after == expected
    else:
        assert after == text
    assert _around_titles(after) == _around_titles(text)


def _keys(text: str) -> list[str]:
    return [title_key(as_read(link[1])) for link in link_places(text)]


def _around_titles(text: str) -> list[str]:
    """What stands before, between and after the titles of all links."""
    from amp_desktop.domain.text.code import without_code

    parts, at = [], 0
    for link in LINK.finditer(without_code(text)):
        inside = re.search(r"\S(?:.*\S)?", link[1])
        start, end = (link.start(1) + place for place in (inside.span() if inside else (0, 0)))
        parts.append(text[at:start])
        at = end
    return [*parts, text[at:]]
