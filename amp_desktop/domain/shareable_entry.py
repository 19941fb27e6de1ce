"""Entries that can be marked shareable, and those that can be put on an agenda."""

from dataclasses import dataclass, replace
from typing import ClassVar, Self

from amp_desktop.domain.entry import Entry


@dataclass(frozen=True, kw_only=True)
class ShareableEntry(Entry):
    """An entry that can be marked shareable.

    Attributes:
        for_mentor: What a summary tells of it where it has room for one paragraph; Markdown.
    """

    for_mentor: str = ""

    @property
    def words_for_mentor(self) -> str:
        """The sentence for the mentor."""
        return self.for_mentor

    @property
    def is_empty(self) -> bool:
        """Whether nothing was put in."""
        return super().is_empty and not self.for_mentor


@dataclass(frozen=True, kw_only=True)
class AgendaEntry(ShareableEntry):
    """An entry that can be put on the agenda of the next mentor meeting.

    Attributes:
        on_agenda: Whether it is to be talked about there.
    """

    CAN_GO_ON_AGENDA: ClassVar[bool] = True

    on_agenda: bool = False

    @property
    def is_for_agenda(self) -> bool:
        """Whether it is on the agenda; what is sealed never is."""
        return self.on_agenda and not self.is_sealed

    def with_agenda(self, *, on: bool) -> Self:
        """The entry on the agenda, or not."""
        return replace(self, on_agenda=on)
