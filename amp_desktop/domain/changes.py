"""What became of entries, and undoing it even where they were changed further since."""

from collections.abc import Hashable
from dataclasses import replace
from typing import Any, TypeAlias, TypeVar

from amp_desktop.domain.dated_facts import days_of
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.fields import field_types

E = TypeVar("E", bound=Entry)
T = TypeVar("T", bound=Hashable)

Change: TypeAlias = tuple[Entry, Entry]
"""An entry that became another: before and after."""


def taken_back(now: E, before: Entry, after: Entry) -> E:
    """The entry as it is now, with what the change made of it undone.

    Each of its texts, its day, its sharing and its fields goes back to what it was, unless it is no longer
    what the change made of it: what was written since stays. Of tags, links and pins only those go, or come
    back, that the change added or took away: one that was removed since is not revived.
    """
    changed = changed_values(before, after)
    one, other = _with_days_of_both(now, after)
    back: dict[str, Any] = {
        name: getattr(before, name) for name in changed if getattr(one, name) == getattr(other, name)
    }
    for since, of in type(now).SINCE.items():
        if of in back:
            back[since] = getattr(before, since)
        elif of in changed:  # it was changed further, and that is since another day
            back.pop(since, None)
    tags = _without_change(now.tags, before.tags, after.tags)
    links = _without_change(now.links, before.links, after.links)
    pins = _without_change(now.pins, before.pins, after.pins)
    return replace(now, **back, tags=tags, links=links, pins=pins)


def changed_values(before: Entry, after: Entry) -> tuple[str, ...]:
    """The names of all but tags, links and pins in which an entry differs from what it was.

    That the journal has set a day where there was none yet, since when something is true, is no difference.
    """
    names = ("title", "body", "day", "sharing", *field_types(type(after)))
    one, other = _with_days_of_both(before, after)
    return tuple(name for name in names if getattr(one, name) != getattr(other, name))


def differ(one: Entry, other: Entry) -> bool:
    """Whether a change from one to the other would be any, of tags, links or anything else."""
    sets = ("tags", "links", "pins")
    return bool(changed_values(one, other)) or any(
        getattr(one, name) != getattr(other, name) for name in sets
    )


def _with_days_of_both(one: Entry, other: Entry) -> tuple[Entry, Entry]:
    """Both without those days of facts of both that one of them does not know."""
    ours, theirs = days_of(one), days_of(other)
    unknown = {key: None for key, day in ours.items() if key in theirs and None in (day, theirs[key])}
    if all(ours[key] == theirs[key] for key in unknown):
        return one, other
    return one.with_days(unknown), other.with_days(unknown)


def _without_change(now: tuple[T, ...], before: tuple[T, ...], after: tuple[T, ...]) -> tuple[T, ...]:
    if now == after:
        return before
    kept = tuple(one for one in now if one in before or one not in after)
    return kept + tuple(one for one in before if one not in after and one not in kept)
