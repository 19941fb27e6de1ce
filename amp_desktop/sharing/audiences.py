"""For whom a summary is, and what each of them is offered: never more than the mentor."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from amp_desktop.domain.entry import Entry, Sharing
from amp_desktop.domain.shareable_entry import ShareableEntry
from amp_desktop.domain.summary import Level


@dataclass(frozen=True)
class Audience:
    """Who reads a summary.

    Attributes:
        name: The word by which they are known, in what the mentee types: "the organizer".
        words: What the page offers to be typed.
        is_mentor: They are told what was put on the agenda, what was agreed, and the sentence for the mentor.
        is_everybody: Anybody may read it: what sounds private stays unless its level is chosen by hand.
    """

    name: str
    words: str
    is_mentor: bool = False
    is_everybody: bool = False

    def ticks(self, entry: Entry) -> bool:
        """Whether an entry is offered ticked, by the mentee's own marks."""
        if self.takes_by_hand_alone(entry):
            return False
        return entry.sharing is Sharing.SHAREABLE or (self.is_mentor and entry.is_for_agenda)

    def takes_by_hand_alone(self, entry: Entry) -> bool:
        """Whether an entry is ticked one by one alone, and never with all others."""
        return entry.IS_MOST_PRIVATE or (self.is_everybody and entry.IS_FOR_FEW)

    def level(self, usual: Level) -> Level:
        """How much of an entry leaves, where a template says so much."""
        return Level.LINE if self.is_everybody else usual

    def told(self, entry: Entry, levels: Mapping[UUID, Level]) -> Entry:
        """The entry without what is not theirs to read.

        What sounds private is for everybody where more than a line of the entry was chosen by hand.
        """
        if self.is_everybody and levels.get(entry.id, Level.LINE) is Level.LINE:
            entry = entry.for_everybody()
        if not self.is_mentor and isinstance(entry, ShareableEntry) and entry.for_mentor:
            entry = replace(entry, for_mentor="")
        return entry


MENTOR = Audience("mentor", "my mentor", is_mentor=True)

AUDIENCES = (
    MENTOR,
    Audience("organizer", "the organizer"),
    Audience("cohort", "the cohort"),
    Audience("public", "the public", is_everybody=True),
)


def audience_of(words: str) -> Audience:
    """Who is meant by what the mentee typed: one of the audiences if it is named, else the mentor."""
    said = {word.strip(".,;:").removesuffix("s") for word in words.casefold().split()}
    return next((audience for audience in reversed(AUDIENCES) if audience.name in said), MENTOR)
