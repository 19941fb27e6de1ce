"""A note: a story, a learning, anything."""

from dataclasses import dataclass
from typing import ClassVar

from amp_desktop.domain.entry import AgendaEntry, Kind, Topic


@dataclass(frozen=True, kw_only=True)
class Note(AgendaEntry):
    """A story, a learning, anything. On the agenda it is a question."""

    KIND: ClassVar[Kind] = "note"
    NAME: ClassVar[str] = "Note"

    @property
    def topic(self) -> Topic:
        """A question while it is on the agenda."""
        return Topic.QUESTION if self.on_agenda else Topic.DONE
