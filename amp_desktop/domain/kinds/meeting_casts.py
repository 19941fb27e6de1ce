"""Which of some entries are meetings."""

from collections.abc import Iterable

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.domain.kinds.meeting import Meeting


def meetings_of(entries: Iterable[Entry]) -> tuple[Meeting, ...]:
    """Those of the entries that are meetings, in their order."""
    return tuple(entry for entry in entries if isinstance(entry, Meeting))


def as_meeting(entry: Entry) -> Meeting:
    """The entry, which is a meeting.

    Raises:
        InvalidValueError: It is something else.
    """
    if not isinstance(entry, Meeting):
        raise InvalidValueError("That entry is no meeting.", "Name “next”, “last” or the id of a meeting.")
    return entry
