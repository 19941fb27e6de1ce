"""A goal: something the mentee grows towards."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar, Self

from amp_desktop.domain.entry import Entry, FieldValue, Kind, Topic
from amp_desktop.domain.summary_text import SummaryPoint, SummaryText
from amp_desktop.domain.text.day_words import day_text


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

    def summary_point(self) -> SummaryPoint:
        """From when to when it was moved, and why."""
        days = [day_text(day) if day else "no day" for day in (self.before, self.after)]
        reason = self.reason.strip()
        return SummaryPoint((f"moved from {days[0]} to {days[1]}" + (f": {reason}" if reason else ""),))


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
    IS_TOLD_WITH_ITS_DAY: ClassVar[bool] = False

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

    def summary_facts(self) -> Iterable[str]:
        """Where it stands, of what it is a part, and when it is hoped for."""
        yield self.status.value
        yield self.area.value if self.area else ""
        yield f"target {day_text(self.target_day)}" if self.target_day else ""

    def summary_texts(self) -> Iterable[SummaryText]:
        """The steps that its status makes worth a word, and what success looks like."""
        is_let_go = self.status is GoalStatus.LET_GO
        if is_let_go:
            yield SummaryText.of_points("Target day", (move.summary_point() for move in self.moves))
        if self.is_open or is_let_go:
            yield self._steps_told("Open steps", done=False)
        if not self.is_open:
            yield self._steps_told("Steps taken", done=True)
        yield SummaryText("What success looks like", self.success)

    def _steps_told(self, label: str, *, done: bool) -> SummaryText:
        steps = (SummaryPoint((step.text,), done) for step in self.steps if step.done is done)
        return SummaryText.of_points(label, steps)
