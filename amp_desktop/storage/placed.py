"""Entries at their positions, as they are indexed."""

from typing import NamedTuple, Self
from uuid import UUID

from amp_desktop.domain.attachment import SCHEME, attachment_ids
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.text.entry_tags import tags_of
from amp_desktop.domain.text.links import linked_keys
from amp_desktop.domain.text.texts import texts_of


class Placed(NamedTuple):
    """An entry at its position, and what its texts hold for the indexes.

    Most texts hold none of it, which one look at all of them tells.

    Attributes:
        position: Where it stands.
        entry: The entry.
        text: All its texts, a line or more each.
    """

    position: int
    entry: Entry
    text: str

    @classmethod
    def at(cls, position: int, entry: Entry) -> Self:
        """An entry at its position."""
        return cls(position, entry, "\n".join(texts_of(entry)))

    @property
    def tags(self) -> tuple[str, ...]:
        """All tags of the entry, each once."""
        return tags_of(self.entry) if "#" in self.text else self.entry.tags

    @property
    def linked_keys(self) -> tuple[str, ...]:
        """The keys of the titles that it links to, each once."""
        return tuple(linked_keys(self.entry)) if "[[" in self.text else ()

    @property
    def attached(self) -> tuple[UUID, ...]:
        """The ids of the attachments that it refers to, each once."""
        return attachment_ids(self.entry) if f"{SCHEME}:" in self.text else ()
