"""What becomes of an entry that two have changed from the same state."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amp_desktop.domain.entry import Sharing
from amp_desktop.domain.kinds.goal import Goal, GoalStatus, Step
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.merge import Merge, merge, merge_text
from amp_desktop.domain.merge_lists import merge_lists

NOON = datetime(2026, 7, 22, 12, tzinfo=UTC)
BASE = Goal(
    title="Lead a release",
    body="I was at #oldtag today.\n\nIt rained.",
    day=date(2026, 7, 22),
    tags=("cli", "oldtag"),
    steps=(Step("ask"), Step("do")),
    created_at=NOON,
    updated_at=NOON,
)
WORDS = st.lists(st.sampled_from(("one", "two", "日記", "#tag", "%%", "x")), max_size=8).map(" ".join)
ANY_TEXT = st.one_of(WORDS, st.text(max_size=30))


def test_what_was_changed_apart_is_taken_of_both() -> None:
    ours = replace(
        BASE, body=BASE.body + " All day.", status=GoalStatus.ACHIEVED, tags=("cli", "oldtag", "mine")
    )
    theirs = replace(
        BASE,
        title="Lead the release",
        body=BASE.body.replace("#oldtag", "#newtag"),
        tags=("cli", "newtag"),
        day=date(2026, 7, 23),
        sharing=Sharing.SHAREABLE,
        pinned=True,
    )
    merged = merge(BASE, ours, theirs)
    assert merged.conflicts == frozenset()
    assert merged.entry == replace(
        theirs,
        body="I was at #newtag today.\n\nIt rained. All day.",
        status=GoalStatus.ACHIEVED,
        tags=("cli", "mine", "newtag"),
    )


def test_where_both_changed_the_same_ours_stands_and_it_is_said() -> None:
    ours = replace(BASE, body="I was at #oldtag, late.", steps=(Step("ask", done=True), Step("do")))
    theirs = replace(BASE, body="I was at #newtag today.", steps=(Step("ask"),), success="Tagged")
    assert merge(BASE, ours, theirs) == Merge(
        replace(ours, success="Tagged", steps=ours.steps[:1]), frozenset({"body"})
    )


def test_what_both_added_stands_once() -> None:
    link, other = Note().id, Note().id
    ours = replace(BASE, tags=("cli", "oldtag", "same"), links=(link,))
    theirs = replace(BASE, tags=("cli", "same", "theirs"), links=(other, link))
    merged = merge(BASE, ours, theirs).entry
    assert (merged.tags, merged.links) == (("cli", "same", "theirs"), (link, other))


def test_another_kind_is_a_conflict_of_the_whole() -> None:
    ours = replace(BASE, title="Ours")
    assert merge(BASE, ours, Note(id=BASE.id, title="Theirs")) == Merge(ours, frozenset({"kind"}))


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "merged"),
    [
        ("one two", "one two three", "uno two", "uno two three"),
        ("one two", "one two three", "one dos", None),
        ("one", "one more", "more one", None),
        ("a b c", "a b c d", "z a b c", "z a b c d"),
        ("a b c d", "a c d", "a b c d e", "a c d e"),
        ("a b c", "", "a b c d", None),
        ("", "mine", "yours", None),
        ("one two", "%% one two", "one two %%mine%%", None),
        ("one two", "one %%two%%", "uno two", None),
    ],
)
def test_changes_of_a_text_are_both_taken_where_words_lie_between(
    base: str, ours: str, theirs: str, merged: str | None
) -> None:
    assert merge_text(base, ours, theirs) == merged


@given(base=ANY_TEXT, ours=ANY_TEXT, theirs=ANY_TEXT)
def test_neither_side_is_the_first_one(base: str, ours: str, theirs: str) -> None:
    assert merge_text(base, ours, theirs) == merge_text(base, theirs, ours)


@given(head=WORDS, middle=WORDS, tail=WORDS, ours=WORDS, theirs=WORDS)
def test_every_word_of_both_changes_is_there(
    head: str, middle: str, tail: str, ours: str, theirs: str
) -> None:
    base = f"begin {head} — {middle} — {tail} end"
    one, other = f"begin {ours} — {middle} — {tail} end", f"begin {head} — {middle} — {theirs} end"
    merged = merge_text(base, one, other)
    if merged is not None:
        assert merged.split() == f"begin {ours} — {middle} — {theirs} end".split()
    elif "%" not in ours + theirs:
        assert one == base or other == base


def test_many_added_on_both_sides_stand_after_those_that_they_stood_after() -> None:
    """In as many steps as there are values: a list of ten thousand is merged while somebody waits."""
    base = tuple(Step(f"b{n}", id=f"b{n}") for n in range(10_000))
    ours = tuple(one for step in base for one in (Step(f"o{step.id}", id=f"o{step.id}"), step))
    theirs = (*base, *(Step(f"t{n}", id=f"t{n}") for n in range(10_000)))
    merged, is_whole = merge_lists(base, ours, theirs, lambda *_: pytest.fail("nothing was changed twice"))
    assert is_whole
    assert merged == (*ours, *theirs[10_000:])
