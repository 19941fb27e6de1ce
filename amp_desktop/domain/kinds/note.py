"""A note: a story, a learning, anything."""

from dataclasses import dataclass
from typing import ClassVar

from amp_desktop.domain.entry import Entry, Kind


@dataclass(frozen=True, kw_only=True)
class Note(Entry):
    """A story, a learning, anything.

    Attributes:
        on_agenda: Whether it is to be talked about at the next mentor meeting.
    """

    kind: ClassVar[Kind] = Kind.NOTE
    on_agenda: bool = False
