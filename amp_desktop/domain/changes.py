"""What became of entries, and undoing it even where they were changed further since."""

from collections.abc import Hashable
from dataclasses import replace
from typing import Any, TypeAlias, TypeVar

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.fields import field_types

E = TypeVar("E", bound=Entry)
T = TypeVar("T", bound=Hashable)

Change: TypeAlias = tuple[Entry, Entry]
"""An entry that became another: before and after."""


def taken_back(now: E, before: Entry, after: Entry) -> E:
    """The entry as it is now, with what the change made of it undone.

    Each of its texts, its day, its sharing and its fields goes back to what it was, unless it is no longer
    what the change made of it: what was written since stays. Of tags and links only those go, or come back,
    that the change added or took away: one that was removed since is not revived.
    """
    back: dict[str, Any] = {
        name: getattr(before, name)
        for name in changed_values(before, after)
        if getattr(now, name) == getattr(after, name)
    }
    tags = _without_change(now.tags, before.tags, after.tags)
    links = _without_change(now.links, before.links, after.links)
    return replace(now, **back, tags=tags, links=links)


def changed_values(before: Entry, after: Entry) -> tuple[str, ...]:
    """The names of all but tags and links in which an entry differs from what it was."""
    names = ("title", "body", "day", "sharing", *field_types(type(after)))
    return tuple(name for name in names if getattr(before, name) != getattr(after, name))


def differ(one: Entry, other: Entry) -> bool:
    """Whether a change from one to the other would be any, of tags, links or anything else."""
    return bool(changed_values(one, other)) or (one.tags, one.links) != (other.tags, other.links)


def _without_change(now: tuple[T, ...], before: tuple[T, ...], after: tuple[T, ...]) -> tuple[T, ...]:
    if now == after:
        return before
    kept = tuple(one for one in now if one in before or one not in after)
    return kept + tuple(one for one in before if one not in after and one not in kept)
