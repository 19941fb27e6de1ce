"""When a saved state of an entry is kept before another takes its place.

Autosave replaces the saved state at every pause in typing. Keeping each of them would bury what matters;
keeping too few would lose it. So a state is kept when it had come to rest, or when much of it is about to go.
"""

from collections.abc import Callable, Iterable
from dataclasses import fields, replace
from datetime import datetime, timedelta
from operator import attrgetter
from typing import Any, NamedTuple

from amp_desktop.domain.entry import Entry, Sharing

AT_REST = timedelta(minutes=2)
"""A state that stood this long was finished for the time being."""

MANY_CHARACTERS = 200
"""Losing more than this many characters of the body is losing something of substance."""

_NOT_HISTORY = ("updated_at", "binned_at", "pinned", "pins", "sharing", "on_agenda")
"""When it was saved, where it is kept, and what may become of it: that is as it is now, in every version."""


def keeps_version(previous: Entry, new: Entry, last_kept: datetime | None = None) -> bool:
    """Whether `previous`, as it was saved, is to be kept when `new` replaces it.

    It is kept when it stood for two minutes, when no state was kept for two minutes of steady writing, or
    when the new body is shorter by more than 200 characters or by more than a third. A state that says the
    same as the new one is never kept.

    Args:
        previous: The entry as it stands in the journal.
        new: The entry that is to stand there; its `updated_at` is the time of saving.
        last_kept: When the newest kept version of the entry was saved, or None if none was kept.
    """
    return _came_to_rest(previous, new, last_kept) and not says_the_same(previous, new)


def _came_to_rest(previous: Entry, new: Entry, last_kept: datetime | None) -> bool:
    """Whether the time for keeping a state has come, or much is about to go."""
    now = new.updated_at
    if now - previous.updated_at > AT_REST:
        return True
    if now - (last_kept or previous.created_at) > AT_REST:
        return True
    lost = len(previous.body) - len(new.body)
    return lost > MANY_CHARACTERS or lost * 3 > len(previous.body)


def contents(entry: Entry) -> tuple[object, ...]:
    """All that a person wrote in it: what its history is about."""
    return _names(type(entry)).read_contents(entry)


def says_the_same(one: Entry, other: Entry) -> bool:
    """Whether both hold the same contents, whatever they are marked with."""
    return not contents_among(differing(one, other))


def differing(one: Entry, other: Entry) -> tuple[str, ...]:
    """The names of the fields that are not the same in both; of two kinds, all of the other's."""
    names = _names(type(other))
    if type(one) is not type(other):
        return names.every
    values = zip(names.every, names.read(one), names.read(other), strict=True)
    return tuple([name for name, before, after in values if before != after])


def contents_among(names: Iterable[str]) -> tuple[str, ...]:
    """Those of the names of fields that are contents."""
    return tuple([name for name in names if name not in _NOT_HISTORY])


def brought_back(present: Entry, former: Entry) -> Entry:
    """The present entry with the contents of a former version.

    Whether it may be shared, is on the agenda, is pinned, and what it is evidence for, is no part of its
    history: that stays as it is, so that nothing private becomes shareable, or is unsealed, by looking back.
    """
    if type(former) is not type(present):
        return replace(
            former,
            sharing=Sharing.SEALED if present.is_sealed else Sharing.PRIVATE,
            pinned=present.pinned,
            pins=present.pins,
            binned_at=present.binned_at,
        )
    values: dict[str, Any] = {name: getattr(former, name) for name in _names(type(former)).contents}
    return replace(present, **values)


class _Names(NamedTuple):
    """The names of a kind's fields: of every one, and of the contents among them; and what reads these."""

    every: tuple[str, ...]
    contents: tuple[str, ...]
    read: Callable[[Entry], tuple[object, ...]]
    read_contents: Callable[[Entry], tuple[object, ...]]


def _names(kind: type[Entry]) -> _Names:
    names = _NAMES.get(kind)
    if names is None:
        every = tuple(f.name for f in fields(kind))
        written = contents_among(every)
        names = _NAMES[kind] = _Names(every, written, attrgetter(*every), attrgetter(*written))
    return names


_NAMES: dict[type[Entry], _Names] = {}
