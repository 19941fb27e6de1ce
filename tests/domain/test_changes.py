"""Taking a change back where more was changed since: only what the change did is undone."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import NAMESPACE_OID, UUID, uuid5

from hypothesis import given
from hypothesis import strategies as st

from amp_desktop.domain.changes import taken_back
from amp_desktop.domain.entry import Sharing
from amp_desktop.domain.kinds.goal import Goal, GoalStatus, Step
from amp_desktop.domain.kinds.note import Note

TAGS = st.lists(st.sampled_from("abcdef"), unique=True).map(tuple)
DAY = date(2026, 11, 2)
BASE = Goal(day=DAY, title="Release", body="Plan", steps=(Step("One"),))
CHANGES = st.fixed_dictionaries(
    {},
    optional={
        "title": st.sampled_from(["Release", "Ship it"]),
        "body": st.sampled_from(["Plan", "Other plan"]),
        "day": st.integers(0, 2).map(lambda days: DAY + timedelta(days=days)),
        "sharing": st.sampled_from(Sharing),
        "status": st.sampled_from(GoalStatus),
        "steps": st.sampled_from([(), (Step("One"),), (Step("One", done=True),)]),
        "target_day": st.sampled_from([None, DAY]),
    },
)


@given(before=TAGS, after=TAGS, now=TAGS)
def test_of_tags_and_links_only_what_the_change_itself_did_is_undone(
    before: tuple[str, ...], after: tuple[str, ...], now: tuple[str, ...]
) -> None:
    back = taken_back(_with(now), _with(before), _with(after))

    added, taken = set(after) - set(before), set(before) - set(after)
    assert set(back.tags) == (set(now) - added) | taken
    assert sorted(back.links) == sorted(map(_link, back.tags)), "each once"


def test_a_tag_that_was_removed_since_is_not_revived() -> None:
    before, after, now = (Note(tags=tags) for tags in (("docs",), ("docs", "review"), ("review",)))

    assert taken_back(now, before, after).tags == ()


def test_tags_stand_in_their_old_order_where_nobody_touched_them_since() -> None:
    before, after = Note(tags=("a", "b", "c")), Note(tags=("a", "c"))

    assert taken_back(after, before, after).tags == ("a", "b", "c")


@given(first=CHANGES, then=CHANGES)
def test_undo_gives_back_what_was_and_leaves_what_came_since(
    first: dict[str, object], then: dict[str, object]
) -> None:
    after = replace(BASE, **first)  # type: ignore[arg-type]  # the strategy says the types
    now = replace(after, **then)  # type: ignore[arg-type]

    back = taken_back(now, BASE, after)

    for name in ("title", "body", "day", "sharing", "status", "steps", "target_day"):
        was, made, found = (getattr(entry, name) for entry in (BASE, after, now))
        assert getattr(back, name) == (was if found == made else found)


def _with(tags: tuple[str, ...]) -> Note:
    """A note with these tags, and as many links."""
    return Note(tags=tags, links=tuple(map(_link, tags)))


def _link(tag: str) -> UUID:
    return uuid5(NAMESPACE_OID, tag)
