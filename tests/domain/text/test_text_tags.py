"""Tags within texts: what is one, and renaming them."""

from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from amp_desktop.domain.changes import taken_back
from amp_desktop.domain.entry import Sharing
from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.domain.kinds.challenge import Challenge
from amp_desktop.domain.kinds.goal import Goal, Step
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.text.entry_tags import new_name, tags_of, with_tag_renamed
from amp_desktop.domain.text.tags import clean_tag
from amp_desktop.domain.text.text_tags import is_text_tag, retagged, tag_places, text_tags

WORDS = st.sampled_from(
    ("ci", "CI", "docs", "हिन्दी", "学习", "مرشد", "code-review", "cli/windows", "é", "2026")
)
TEXTS = st.lists(
    st.one_of(
        WORDS.map("#{}".format),
        WORDS.map(" #{} ".format),
        WORDS.map("(#{})-".format),
        WORDS.map("`#{}`".format),
        WORDS.map("https://x.y/#{} ".format),
        WORDS.map("[[on #{}]]".format),
        st.text(alphabet="# \n`ab1-_/%“”，。😀", max_size=6),
    ),
    max_size=10,
).map("".join)


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("#ci and (#docs), **#strong** _#soft_", ["ci", "docs", "strong", "soft"]),
        (
            "#हिन्दी #مرشد، #学习，#レビュー。#한국어 #Łódź",
            ["हिन्दी", "مرشد", "学习", "レビュー", "한국어", "Łódź"],
        ),
        ("#می\u200cخواهم", ["میخواهم"]),
        ("#cafe\u0301", ["café"]),
        ("#cli/windows #code-review #v2 #b2b", ["cli/windows", "code-review", "v2", "b2b"]),
        ("#end. #stop- #slash/ #under_", ["end", "stop", "slash", "under"]),
        ("#CI and #ci", ["CI"]),
        ("%%#private%% and %%#open", ["private", "open"]),
        ("# Heading\n## Second\n#heading-without-a-space", ["heading-without-a-space"]),
        ("## With a #tag", ["tag"]),
        ("#123 #2026-07-22 #١٢٣ asyncapi/cli#45 GH#7", []),
        ("C# F# a#b #", []),
        ("#2f5fd0 #20242c80", []),
        ("`#code` ``#x``\n```c\n#include\n```\n~~~\n#x", []),
        ("https://x.y/z#part www.x.y/#part [a](#part) <https://x.y/#z>", []),
        ("[[Fix #ci]] &#39; \\#escaped", []),
        ("#" + "a" * 64, []),
        ("#" + "a" * 63, ["a" * 63]),
    ],
)
def test_a_tag_in_a_text(text: str, tags: list[str]) -> None:
    assert list(text_tags(text)) == tags


@given(TEXTS, st.sampled_from(("ci", "हिन्दी", "2026")), st.sampled_from(("docs", "build", "学习", "")))
def test_renaming_changes_the_tag_and_no_other_character(text: str, former: str, tag: str) -> None:
    after = retagged(text, former, tag)
    meant = [(a, b) for a, b in tag_places(text) if clean_tag(text[a:b]).casefold() == former]
    for start, end in reversed(meant):
        text = text[:start] + (f"#{tag}" if tag else text[start + 1 : end]) + text[end:]
    assert after == text
    assert former not in {found.casefold() for found in text_tags(after)}


@given(TEXTS, st.sampled_from(("ci", "docs")), st.sampled_from(("docs", "new", "学习")))
def test_after_renaming_the_tags_are_the_same_but_for_the_name(text: str, former: str, tag: str) -> None:
    assume(former != tag)
    before = {found.casefold() for found in text_tags(text)}
    after = {found.casefold() for found in text_tags(retagged(text, former, tag))}
    assert after == {tag if found == former else found for found in before}


def test_all_tags_of_an_entry() -> None:
    entry = Challenge(title="Stuck #ci", body="#Docs %%#hard%%", tried="#ci again", tags=("docs", "given"))
    assert tags_of(entry) == ("docs", "given", "ci", "hard")
    assert tags_of(Goal(steps=(Step("learn #release"),))) == ("release",)
    assert entry.tags == ("docs", "given")


def test_renaming_to_a_tag_that_is_there_already_makes_them_one() -> None:
    entry = Note(title="On #ci", body="#CI and #build `#ci`", tags=("ci", "docs", "Build"))
    after = with_tag_renamed(entry, "CI", "build")
    assert after == Note(
        **{**vars(entry), "title": "On #build", "body": "#build and #build `#ci`", "tags": ("build", "docs")}
    )
    without = with_tag_renamed(entry, "ci", "")
    assert (without.title, without.body, without.tags) == ("On ci", "CI and #build `#ci`", ("docs", "Build"))


@pytest.mark.parametrize("typed", ["", "123", "!?", "2f5fd0", "a" * 64, "-/"])
def test_what_could_not_be_written_in_a_text_is_no_name(typed: str) -> None:
    with pytest.raises(InvalidValueError):
        new_name(typed)


@given(st.text())
def test_a_name_is_read_as_itself(typed: str) -> None:
    with suppress(InvalidValueError):
        assert is_text_tag(new_name(typed))


def test_taking_back_leaves_what_was_written_since() -> None:
    before = Note(title="Old", body="#ci", tags=("ci",))
    after = with_tag_renamed(before, "ci", "build")
    now = Note(**{**vars(after), "body": "#build and more", "pinned": True})
    back = taken_back(now, before, after)
    assert (back.body, back.tags, back.pinned) == ("#build and more", ("ci",), True)


def test_taking_back_tags_and_links_leaves_those_that_came_since() -> None:
    first, target, since = (Note(title=name) for name in ("First", "Target", "Since"))
    before = Note(title="Day", tags=("old",), links=(first.id,))
    after = replace(before, tags=("old", "new"), links=(first.id, target.id), sharing=Sharing.SHAREABLE)
    now = replace(after, tags=("old", "new", "since"), links=(target.id, since.id))
    back = taken_back(now, before, after)
    assert (back.tags, back.links) == (("old", "since"), (since.id,))
    assert back.sharing is Sharing.PRIVATE
