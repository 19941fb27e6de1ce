"""Who owes whom an answer: what entries bring along, and the kind offer that comes with time."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID


class Turn(StrEnum):
    """Whose turn it is."""

    MINE = "mine"
    THEIRS = "theirs"


class WaitingOffer(StrEnum):
    """What may be done about something that waits. None of it is asked for before its day."""

    NOTHING = "nothing yet"
    NUDGE = "a nudge"
    SOMEONE_ELSE = "someone else"


@dataclass(frozen=True)
class WaitingDays:
    """After how many days what is offered.

    Attributes:
        nudge: A nudge to copy.
        someone_else: To ask another person.
        stands_still: Help with a challenge in which nothing moves; 0 for never.
    """

    nudge: int = 7
    someone_else: int = 14
    stands_still: int = 5

    def offer(self, since: date, today: date) -> WaitingOffer:
        """What is offered for something that waits since that day."""
        days = (today - since).days
        if days >= self.someone_else:
            return WaitingOffer.SOMEONE_ELSE
        return WaitingOffer.NUDGE if days >= self.nudge else WaitingOffer.NOTHING


@dataclass(frozen=True, kw_only=True)
class WaitingSource:
    """Something that an entry waits for, or that is waited for.

    Attributes:
        name: What of the entry it is, the same each time; empty for the entry itself.
        side: Whose turn it is.
        whom: The other side, in the mentee's words; may be empty.
        text: What it is about; the entry's title where it is empty.
        since: Since when.
    """

    name: str = ""
    side: Turn
    whom: str = ""
    text: str = ""
    since: date


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """The same, with the entry that it comes from.

    Attributes:
        key: Names it, the same each time.
        entry: The entry.
        side: Whose turn it is.
        whom: The other side; may be empty.
        text: What it is about.
        since: Since when.
        offer: What may be done about it now; nothing where it is the mentee's own turn.
    """

    key: str
    entry: UUID
    side: Turn
    whom: str
    text: str
    since: date
    offer: WaitingOffer
