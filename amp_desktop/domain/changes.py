"""What became of entries, and undoing it even where they were changed further since."""

from dataclasses import replace
from typing import TypeAlias, TypeVar

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.fields import field_types

E = TypeVar("E", bound=Entry)

Change: TypeAlias = tuple[Entry, Entry]
"""An entry that became another: before and after."""


def taken_back(now: E, before: Entry, after: Entry) -> E:
    """The entry as it is now, with what the change made of it undone.

    Each of its texts, its tags and its fields goes back to what it was, unless it is no longer what the
    change made of it: what was written since stays.
    """
    names = ("title", "body", "tags", *field_types(now.kind))
    changed = (name for name in names if getattr(before, name) != getattr(after, name))
    back = {name: getattr(before, name) for name in changed if getattr(now, name) == getattr(after, name)}
    return replace(now, **back)
