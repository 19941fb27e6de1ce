"""A goal: something the mentee grows towards."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar, Self

from amp_desktop.domain.entry import Entry, FieldValue, Kind, Topic


class Area(StrEnum):
    """What growing into a maintainer consists of, by the program's guide."""

    TRIAGE = "triage"
    REVIEW = "review"
    CODE_OR_DESIGN = "code or design"
    DOCS = "docs"
    RELEASE = "release"
    COMMUNITY = "community"
    LEADING = "leading"
    COMMUNICATION = "communication"
    OWN = "own"


class GoalStatus(StrEnum):
    """Where a goal stands. Letting go is a decision, not a failure."""

    PLANNED = "planned"
    ACTIVE = "active"
    ACHIEVED = "achieved"
    LET_GO = "let go"


@dataclass(frozen=True)
class Step(FieldValue):
    """One step towards a goal."""

    text: str
    done: bool = False


@dataclass(frozen=True)
class TargetMove(FieldValue):
    """A goal's target day was moved: from when to when, why, and at which instant (UTC)."""

    before: date | None
    after: date | None
    reason: str
    moved_at: datetime


@dataclass(frozen=True, kw_only=True)
class Goal(Entry):
    """Something the mentee grows towards.

    Attributes:
        area: The part of maintainership it belongs to, if any.
        status: Where it stands.
        target_day: When it is hoped for, if a day was set.
        moves: How the target day was moved, oldest first.
        steps: What leads there.
        success: What success looks like.
    """

    KIND: ClassVar[Kind] = "goal"
    NAME: ClassVar[str] = "Goal"
    STATES: ClassVar[tuple[str, ...]] = tuple(GoalStatus)
    TAKES_LINKS: ClassVar[bool] = True

    area: Area | None = None
    status: GoalStatus = GoalStatus.ACTIVE
    target_day: date | None = None
    moves: tuple[TargetMove, ...] = ()
    steps: tuple[Step, ...] = ()
    success: str = ""

    @property
    def state(self) -> str:
        """The goal's status."""
        return self.status.value

    @property
    def is_open(self) -> bool:
        """Whether it is planned or active."""
        return self.status in (GoalStatus.PLANNED, GoalStatus.ACTIVE)

    @property
    def topic(self) -> Topic:
        """What is let go is not done, and is worth a word of its own."""
        return Topic.LET_GO if self.status is GoalStatus.LET_GO else super().topic

    @property
    def has_tasks(self) -> bool:
        """Whether it has steps."""
        return bool(self.steps)

    def with_task(self, at: int, text: str, *, done: bool) -> Self:
        """The goal with that step ticked, or not; as it is if none of these words stands at that place."""
        if not (0 <= at < len(self.steps) and self.steps[at].text == text):
            return self
        ticked = replace(self.steps[at], done=done)
        return replace(self, steps=(*self.steps[:at], ticked, *self.steps[at + 1 :]))

    @property
    def is_empty(self) -> bool:
        """Whether neither words nor steps nor a day were put in."""
        return super().is_empty and not (self.steps or self.success or self.target_day or self.area)
