"""What a meeting could be about: points that entries bring along, and their order."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID


class AgendaReason(StrEnum):
    """Why something is a point."""

    ON_AGENDA = "on the agenda"
    OPEN = "open"
    MOVED = "moved"
    AGREED = "agreed"
    FEEDBACK = "feedback"
    PLAN = "plan"
    OWN = "own"


MINUTES = {
    AgendaReason.ON_AGENDA: 10,
    AgendaReason.OPEN: 10,
    AgendaReason.MOVED: 3,
    AgendaReason.AGREED: 5,
    AgendaReason.FEEDBACK: 5,
    AgendaReason.PLAN: 2,
    AgendaReason.OWN: 5,
}
"""How long a point is thought to take (our guess), unless the mentee says otherwise."""


@dataclass(frozen=True, kw_only=True)
class PointSource:
    """A point that an entry brings along as long as something about it is to be talked about.

    Attributes:
        name: What of the entry it is, the same each time; empty for the entry itself.
        text: Plain words or Markdown of one line; the entry's title where it is empty.
        reason: Why.
        since: Since when, as far as that is known.
        is_asked_once: It is over once a meeting was held that had it on its agenda.
    """

    name: str = ""
    text: str = ""
    reason: AgendaReason
    since: date | None = None
    is_asked_once: bool = False


@dataclass(frozen=True, kw_only=True)
class AgendaPoint:
    """A point as it stands on an agenda.

    Attributes:
        key: Names it, the same each time: the id of its entry and what of it, or an id of its own.
        text: What it is about; Markdown of one line.
        reason: Why it is there.
        minutes: How long it is thought to take.
        entry: The entry that it comes from; None for a point of the meeting's own.
        kind: The entry's kind; empty for a point of its own.
        since: Since when it has waited, as far as that is known.
        carried: In how many meetings before it was not reached.
        note: What was written beside it.
        is_done: Whether it was talked about.
    """

    key: str
    text: str
    reason: AgendaReason
    minutes: int
    entry: UUID | None = None
    kind: str = ""
    since: date | None = None
    carried: int = 0
    note: str = ""
    is_done: bool = False


OFTEN = 3
"""Not reached in so many meetings, a point asks whether it is still needed."""


def point_key(entry: UUID, name: str = "") -> str:
    """The key of what an entry brings along."""
    return f"{entry}:{name}" if name else str(entry)


def entry_of(key: str) -> UUID | None:
    """The entry that a key names; None where it names none, as in a file from elsewhere."""
    try:
        return UUID(key.partition(":")[0])
    except ValueError:
        return None
