"""A challenge: something the mentee is stuck on."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from amp_desktop.domain.entry import AgendaEntry, FieldValue, Kind, Topic
from amp_desktop.domain.summary_text import SummaryPoint, SummaryText
from amp_desktop.domain.text.day_words import day_text


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

    def summary_point(self) -> SummaryPoint:
        """Who was asked, where and when, and under it the answer."""
        when = day_text(self.day) if self.day and (self.whom or self.where) else ""
        question = ", ".join(filter(None, (self.whom.strip(), self.where.strip(), when)))
        return SummaryPoint((question, self.answer))


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
    IS_TOLD_WITH_ITS_DAY: ClassVar[bool] = False

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

    def summary_facts(self) -> Iterable[str]:
        """Where it stands, and since when."""
        yield self.status.value
        yield f"since {day_text(self.since)}" if self.since else ""

    def summary_texts(self) -> Iterable[SummaryText]:
        """What was tried, is needed, was asked, and helped."""
        yield SummaryText("What I tried", self.tried)
        yield SummaryText("What I need", self.need)
        yield SummaryText.of_points("Whom I asked", (asking.summary_point() for asking in self.asked))
        yield SummaryText("What helped", self.what_helped)
