"""What could leave a journal, and what is told of all of it together."""

import re
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from amp_desktop.domain.entry import Entry, Sharing
from amp_desktop.domain.program import Program
from amp_desktop.sharing import Period, preticked

_NAMES = 80
"""Letters of a field that may still be names and nothing else."""

_PARTED = re.compile(r"[,;/&+]|\band\b|\bund\b|\bet\b|\by\b|[\n•·–—]", re.IGNORECASE)
"""What names are parted by."""


@dataclass(frozen=True)
class ShareOffer:
    """The entries of a time that could leave; which of them do is for the mentee to say.

    What is told of all entries together is gathered once: it is asked again for each of them.

    Attributes:
        period: The time that was asked for.
        entries: Newest day first; nothing from the bin.
        titles: The titles that these entries link to and that some entry of the journal bears.
        program: What the mentee takes part in.
    """

    period: Period
    entries: tuple[Entry, ...]
    titles: frozenset[str]
    program: Program

    @cached_property
    def shareable(self) -> frozenset[UUID]:
        """What leaves where nobody looks at the ticks: what was marked shareable, never a self-care note."""
        return frozenset(entry.id for entry in self.entries if entry.sharing is Sharing.SHAREABLE)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Names of people that the journal knows from the program and from fields of these entries.

        Each once. A field that holds more than a name or two is a text, in which none can be told apart, and
        words without a capital letter, where there are such letters, are no name: "my mentor".
        """
        said = (self.program.mentor, *(name for entry in self.entries for name in entry.people))
        parts = (part for text in said if len(text) <= _NAMES for part in _PARTED.split(text))
        names = {" ".join(part.split()).casefold(): " ".join(part.split()) for part in reversed([*parts])}
        return tuple(reversed([name for name in names.values() if len(name) > 1 and _is_name(name)]))

    @cached_property
    def preticked(self) -> frozenset[UUID]:
        """What is ticked where the mentee looks it through: the agenda too, never a self-care note."""
        return frozenset(entry.id for entry in self.entries if preticked(entry))


def _is_name(words: str) -> bool:
    """Whether there is a capital letter in the words, or none could be."""
    return words != words.lower() or words == words.upper()
