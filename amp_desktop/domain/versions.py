"""When a saved state of an entry is kept before another takes its place.

Autosave replaces the saved state at every pause in typing. Keeping each of them would bury what matters;
keeping too few would lose it. So a state is kept when it had come to rest, or when much of it is about to go.
"""

from datetime import datetime, timedelta

from amp_desktop.domain.entry import Entry

AT_REST = timedelta(minutes=2)
"""A state that stood this long was finished for the time being."""

MANY_CHARACTERS = 200
"""Losing more than this many characters of the body is losing something of substance."""

_WHERE_AND_WHEN = ("updated_at", "binned_at", "pinned")


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
    if _said(previous) == _said(new):
        return False
    now = new.updated_at
    if now - previous.updated_at > AT_REST:
        return True
    if now - (last_kept or previous.created_at) > AT_REST:
        return True
    lost = len(previous.body) - len(new.body)
    return lost > MANY_CHARACTERS or lost * 3 > len(previous.body)


def _said(entry: Entry) -> tuple[object, ...]:
    """All that a person put into it; when it was saved and where it is kept are not part of that."""
    names = [name for name in entry.__dataclass_fields__ if name not in _WHERE_AND_WHEN]
    return tuple(getattr(entry, name) for name in names)
