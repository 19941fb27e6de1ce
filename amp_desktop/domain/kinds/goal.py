"""A goal: something the mentee grows towards."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar, Self

from amp_desktop.domain.agenda import AgendaReason, PointSource
from amp_desktop.domain.clock import iso_instant
from amp_desktop.domain.dated_facts import Fact, What, is_later
from amp_desktop.domain.entry import Kind, is_plan
from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.domain.field_value import FieldValue
from amp_desktop.domain.over_time import OverTime
from amp_desktop.domain.own_id import NO_WORDS, derived_id, new_id, told_apart
from amp_desktop.domain.shareable_entry import ShareableEntry
from amp_desktop.domain.summary_text import (
    LineMark,
    Progress,
    Rank,
    SummaryFact,
    SummaryPoint,
    SummaryText,
    TimeSpan,
    Topic,
)
from amp_desktop.domain.text.day_words import day_text
from amp_desktop.domain.text.one_line import one_line


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


class PlanOutcome(StrEnum):
    """Whether what could get in the way did; asked about once, at the next call."""

    NOT_ASKED = "not asked"
    CAME = "came"
    DID_NOT_COME = "did not come"
    NOT_YET = "not yet"


@dataclass(frozen=True)
class Step(FieldValue):
    """One step towards a goal.

    Attributes:
        text: What it is.
        done: Whether it was taken.
        done_on: The day it was, or None where that is not known; an open step has none.
        indent: 1 for a step that is a part of the one above it, else 0. All of them count.
        id: Stays with the step when it is moved, ticked or reworded; unique within the goal.
    """

    text: str
    done: bool = False
    done_on: date | None = None
    indent: int = field(default=0, metadata=NO_WORDS)
    id: str = field(default="", kw_only=True, metadata=NO_WORDS)

    def __post_init__(self) -> None:
        """Give it an id if it has none, and take its day away while it is open.

        Raises:
            InvalidValueError: It is indented by more than 1, or by less than 0.
        """
        if self.indent not in (0, 1):
            raise InvalidValueError("A step is indented by 0 or by 1.")
        if not self.id:
            object.__setattr__(self, "id", derived_id(self.text))
        if not self.done and self.done_on is not None:
            object.__setattr__(self, "done_on", None)


@dataclass(frozen=True)
class TargetMove(FieldValue):
    """A goal's target day was moved.

    Attributes:
        before, after: From when to when.
        reason: Why.
        moved_at: The instant at which it was (UTC); it tells one move from another.
        moved_on: The journal's day on which it was, or None where that is not known.
    """

    before: date | None
    after: date | None
    reason: str
    moved_at: datetime
    moved_on: date | None = None

    def words(self) -> str:
        """From when to when it was moved, and why."""
        days = [day_text(day) if day else "no day" for day in (self.before, self.after)]
        reason = self.reason.strip()
        return f"from {days[0]} to {days[1]}" + (f": {reason}" if reason else "")

    def summary_point(self) -> SummaryPoint:
        """How it was moved, and why."""
        return SummaryPoint((f"moved {self.words()}",))


@dataclass(frozen=True, kw_only=True)
class Goal(ShareableEntry):
    """Something the mentee grows towards.

    Attributes:
        area: The part of maintainership it belongs to, if any.
        status: Where it stands.
        status_since: Since which day, or None where that is not known.
        target_day: When it is hoped for, if a day was set.
        moves: How the target day was moved, oldest first.
        steps: What leads there.
        success: What success looks like.
        obstacle: What could get in the way,
        plan: and what the mentee does then.
        plan_outcome: Whether it did get in the way,
        plan_asked_on: and the day on which that was said, if it was.
        learned: What was learned, also from letting it go.
    """

    KIND: ClassVar[Kind] = "goal"
    NAME: ClassVar[str] = "Goal"
    STATES: ClassVar[tuple[str, ...]] = tuple(GoalStatus)
    TAKES_LINKS: ClassVar[bool] = True
    IS_TOLD_WITH_ITS_DAY: ClassVar[bool] = False
    SINCE: ClassVar[Mapping[str, str]] = {"status_since": "status"}
    OVER_TIME: ClassVar[OverTime] = OverTime(
        open_states=frozenset({GoalStatus.PLANNED, GoalStatus.ACTIVE}), area="area"
    )

    area: Area | None = None
    status: GoalStatus = GoalStatus.ACTIVE
    status_since: date | None = None
    target_day: date | None = None
    moves: tuple[TargetMove, ...] = ()
    steps: tuple[Step, ...] = ()
    success: str = ""
    obstacle: str = ""
    plan: str = ""
    plan_outcome: PlanOutcome = PlanOutcome.NOT_ASKED
    plan_asked_on: date | None = None
    learned: str = ""

    def __post_init__(self) -> None:
        """No two steps have the same id."""
        super().__post_init__()
        if len({step.id for step in self.steps}) < len(self.steps):
            object.__setattr__(self, "steps", told_apart(self.steps))

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
    def areas(self) -> tuple[str, ...]:
        """Its area."""
        return (self.area.value,) if self.area is not None else ()

    @property
    def has_tasks(self) -> bool:
        """Whether it has steps."""
        return bool(self.steps)

    def with_task(self, at: int, text: str, *, done: bool, task_id: str = "") -> Self:
        """The goal with that step ticked, or not; as it is if none of these words has that id or place."""
        if task_id:
            at = next((n for n, step in enumerate(self.steps) if step.id == task_id), at)
        if not (0 <= at < len(self.steps) and self.steps[at].text == text):
            return self
        ticked = replace(self.steps[at], done=done)
        return replace(self, steps=(*self.steps[:at], ticked, *self.steps[at + 1 :]))

    def with_step(self, text: str, *, done: bool) -> Self:
        """The goal with one more step so called, or with the open one ticked that is called so.

        Nothing is added where it is there already: an open one, or with `done` any.
        """
        called_so = [at for at, step in enumerate(self.steps) if one_line(step.text) == text]
        at = next((at for at in called_so if not self.steps[at].done), None)
        if at is not None:
            return self.with_task(at, self.steps[at].text, done=True) if done else self
        if called_so and done:
            return self
        return replace(self, steps=(*self.steps, Step(text, done, id=new_id())))

    def facts(self) -> Iterable[Fact]:
        """Its steps that are done, how its target day was moved, and where it stands."""
        for step in self.steps:
            if step.done:
                yield Fact(_subject(step), "done", step.done_on, What.STEP_DONE, step.text)
        for move in self.moves:
            yield Fact(_move_subject(move), "made", move.moved_on, What.MOVED, move.words())
        told = {GoalStatus.ACHIEVED: What.ACHIEVED, GoalStatus.LET_GO: What.LET_GO}.get(self.status)
        yield Fact("status", self.state, self.status_since, told, self.learned if told else "")

    def with_days(self, days: Mapping[str, date | None]) -> Self:
        """The goal with other days of its facts."""
        steps = tuple(
            replace(step, done_on=days.get(f"{_subject(step)} done", step.done_on)) for step in self.steps
        )
        moves = tuple(
            replace(move, moved_on=days.get(f"{_move_subject(move)} made", move.moved_on))
            for move in self.moves
        )
        since = days.get(f"status {self.state}", self.status_since)
        return replace(self, steps=steps, moves=moves, status_since=since)

    def as_of(self, day: date) -> Self:
        """The goal with the steps, the target day and the status that it had then."""
        moves = tuple(move for move in self.moves if not is_later(move.moved_on, day))
        later = next((move for move in self.moves if move not in moves), None)
        goal = replace(
            self,
            steps=tuple(
                replace(one, done=False) if is_later(one.done_on, day) else one for one in self.steps
            ),
            moves=moves,
            target_day=later.before if later else self.target_day,
        )
        if not is_later(self.status_since, day):
            return goal
        status = GoalStatus.PLANNED if self.is_open else GoalStatus.ACTIVE
        return replace(goal, status=status, status_since=self.day, learned="")

    def agenda_points(self) -> Iterable[PointSource]:
        """How its target day was moved, and whether what might get in the way did."""
        if not self.is_open:
            return
        title = self.title or self.NAME
        for move in self.moves:
            text = f"{title}: moved {move.words().partition(':')[0]}"
            yield PointSource(
                name=_move_subject(move),
                text=text,
                reason=AgendaReason.MOVED,
                since=move.moved_on,
                is_asked_once=True,
            )
        is_asked = self.plan_outcome is not PlanOutcome.NOT_ASKED
        if self.obstacle.strip() and self.plan.strip() and not is_asked:
            plan = _clause(self.plan).removeprefix("I ")  # some write the whole sentence
            text = f"{title}: if {_clause(self.obstacle)}, then I {plan}"
            yield PointSource(name="plan", text=text, reason=AgendaReason.PLAN, is_asked_once=True)

    @property
    def is_empty(self) -> bool:
        """Whether neither words nor steps nor a day were put in."""
        words = self.success or self.obstacle or self.plan or self.learned
        return super().is_empty and not (self.steps or words or self.target_day or self.area)

    def summary_lines(self, time: TimeSpan) -> Iterable[SummaryFact]:
        """How far it is, or that it was reached or let go; and each step that was done in that time."""
        if self.is_open:
            yield self._line_under_way(time)
        elif self.status is GoalStatus.ACHIEVED:
            yield self._line_achieved(self.topic, self.learned or self.success)
            return
        else:
            yield self._line_let_go(self.topic)
        yield from (self._line_of_step(step) for step in self.steps if step.done and step.done_on in time)

    def assembled_lines(self) -> Iterable[SummaryFact]:
        """That it was reached, or what is left of it; what was learned; and its steps."""
        if self.status is GoalStatus.ACHIEVED:
            yield self._line_achieved(Topic.DONE, self.success)
        elif self.status is GoalStatus.LET_GO:
            yield replace(self._line_let_go(Topic.UNFINISHED), rank=Rank.GIVEN_UP)
        else:
            is_to_come = is_plan(self.tags) or self.status is GoalStatus.PLANNED
            yield replace(
                self._line_under_way(TimeSpan()), topic=Topic.PLAN if is_to_come else Topic.UNFINISHED
            )
        if self.learned.strip() and self.status is not GoalStatus.LET_GO:
            yield SummaryFact(topic=Topic.LEARNED, text=self.learned, name="learned", day=self.status_since)
        if self.status is not GoalStatus.ACHIEVED:
            yield from (self._line_of_step(step) for step in self.steps if step.done)

    def _line_achieved(self, topic: Topic, words: str) -> SummaryFact:
        return SummaryFact(
            topic=topic,
            day=self.status_since,
            rank=Rank.ACHIEVED,
            mark=LineMark.DONE,
            short=(SummaryText("", words),),
        )

    def _line_let_go(self, topic: Topic) -> SummaryFact:
        return SummaryFact(
            topic=topic,
            day=self.status_since,
            rank=Rank.LET_GO,
            group="Let go",
            mark=LineMark.LET_GO,
            more=self.learned or (self.moves[-1].reason if self.moves else ""),
        )

    def _line_of_step(self, step: Step) -> SummaryFact:
        return SummaryFact(
            topic=Topic.DONE,
            text=step.text,
            name=f"step {step.id}",
            day=step.done_on,
            rank=Rank.STEPS,
            group=self.title,
            mark=LineMark.DONE,
        )

    def _line_under_way(self, time: TimeSpan) -> SummaryFact:
        done = sum(step.done for step in self.steps)
        next_step = next((step.text for step in self.steps if not step.done), "")
        moved = (move for move in self.moves if move.moved_on in time)
        return SummaryFact(
            topic=self.topic,
            day=self.target_day,
            progress=Progress(done, len(self.steps)) if self.steps else None,
            always=(SummaryText("Next", next_step), *map(_told_move, moved)),
            short=(SummaryText("", self.body or self.success),),
        )

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
        yield SummaryText("What could get in the way", self.obstacle)
        yield SummaryText("What I do then", self.plan)
        yield SummaryText("What I learned", self.learned)

    def _steps_told(self, label: str, *, done: bool) -> SummaryText:
        steps = (SummaryPoint((step.text,), done) for step in self.steps if step.done is done)
        return SummaryText.of_points(label, steps)


def _subject(step: Step) -> str:
    return f"step {step.id}"


def _move_subject(move: TargetMove) -> str:
    return f"move {iso_instant(move.moved_at)}"


def _told_move(move: TargetMove) -> SummaryText:
    """A move as one sentence under its goal."""
    before = f" from {day_text(move.before)}" if move.before else ""
    reason = move.reason.strip()
    return SummaryText("Moved" + before, reason or "a later day was chosen")


def _clause(text: str) -> str:
    """A text as a part of a sentence."""
    return " ".join(text.split()).rstrip(".")
