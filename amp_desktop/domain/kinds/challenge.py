"""A challenge: something the mentee is stuck on."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from amp_desktop.domain.entry import AgendaEntry, FieldValue, Kind, Topic


class ChallengeStatus(StrEnum):
    """Where a challenge stands."""

    OPEN = "open"
    ASKED = "asked"
    RESOLVED = "resolved"
    PARKED = "parked"


@dataclass(frozen=True)
class Asking(FieldValue):
    """Help was asked for: whom, on which day, where (a channel, a call), and what came back."""

    whom: str
    day: date | None = None
    where: str = ""
    answer: str = ""


@dataclass(frozen=True, kw_only=True)
class Challenge(AgendaEntry):
    """Something the mentee is stuck on.

    Attributes:
        status: Where it stands.
        since: The day it began.
        tried: What was tried.
        need: What is needed.
        asked: Who was asked for help, oldest first.
        what_helped: What helped in the end.
    """

    KIND: ClassVar[Kind] = "challenge"
    NAME: ClassVar[str] = "Challenge"
    STATES: ClassVar[tuple[str, ...]] = tuple(ChallengeStatus)

    status: ChallengeStatus = ChallengeStatus.OPEN
    since: date | None = None
    tried: str = ""
    need: str = ""
    asked: tuple[Asking, ...] = ()
    what_helped: str = ""

    def __post_init__(self) -> None:
        """A challenge begins on its own day unless another is given."""
        super().__post_init__()
        if self.since is None:
            object.__setattr__(self, "since", self.day)

    @property
    def state(self) -> str:
        """The challenge's status."""
        return self.status.value

    @property
    def is_open(self) -> bool:
        """Whether it is open or waits for an answer."""
        return self.status in (ChallengeStatus.OPEN, ChallengeStatus.ASKED)

    @property
    def topic(self) -> Topic:
        """Stuck, until it is resolved: a parked one waits as well."""
        return Topic.DONE if self.status is ChallengeStatus.RESOLVED else Topic.STUCK

    @property
    def is_empty(self) -> bool:
        """Whether no words were put in."""
        return super().is_empty and not (self.tried or self.need or self.asked or self.what_helped)
