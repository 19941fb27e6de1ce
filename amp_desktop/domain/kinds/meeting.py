"""A meeting: what is to be talked about, what was, and what was agreed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import ClassVar, Self
from uuid import UUID

from amp_desktop.domain.agenda import AgendaReason, PointSource, entry_of
from amp_desktop.domain.dated_facts import Fact, What, is_later
from amp_desktop.domain.entry import Entry, Kind
from amp_desktop.domain.field_value import FieldValue
from amp_desktop.domain.own_id import NO_WORDS, derived_id, told_apart
from amp_desktop.domain.shareable_entry import ShareableEntry
from amp_desktop.domain.summary_text import (
    LineMark,
    Rank,
    SummaryFact,
    SummaryPoint,
    SummaryText,
    TimeSpan,
    Topic,
)
from amp_desktop.domain.text.day_words import day_text, weekday_text
from amp_desktop.domain.waiting import Turn, WaitingSource


class MeetingStatus(StrEnum):
    """Where a meeting stands. One that was called off keeps its points."""

    PLANNED = "planned"
    UNDER_WAY = "under way"
    HELD = "held"
    SKIPPED = "skipped"


class Cadence(StrEnum):
    """How often one meets."""

    ONCE = "once"
    WEEKLY = "weekly"
    EVERY_TWO_WEEKS = "every two weeks"

    @property
    def days(self) -> int:
        """From one meeting to the next; 0 where none follows."""
        return {Cadence.ONCE: 0, Cadence.WEEKLY: 7, Cadence.EVERY_TWO_WEEKS: 14}[self]


@dataclass(frozen=True)
class MeetingPoint(FieldValue):
    """A point of the agenda, as far as the meeting itself has something to say of it.

    Before the call it holds order, minutes and what is left out, and points of its own; once the call has
    begun it holds all that is talked about.

    Attributes:
        text: Its words; empty for those of its source.
        source: The key of what it comes from (`agenda.point_key`); empty for a point of its own.
        note: What was written beside it.
        minutes: How long it is thought to take, or None for what is usual.
        is_done: Whether it was talked about.
        is_left_out: Whether it is not talked about this time.
        reason: Why it is there; an `AgendaReason`.
        since: Since when it had waited.
        carried: In how many meetings before it had not been reached.
        id: Stays with it; unique within the meeting.
    """

    text: str = ""
    source: str = field(default="", metadata=NO_WORDS)
    note: str = ""
    minutes: int | None = None
    is_done: bool = False
    is_left_out: bool = False
    reason: str = field(default="", metadata=NO_WORDS)
    since: date | None = None
    carried: int = 0
    id: str = field(default="", kw_only=True, metadata=NO_WORDS)

    def __post_init__(self) -> None:
        """Give it an id if it has none."""
        if not self.id:
            object.__setattr__(self, "id", derived_id(self.text, self.source))

    @property
    def key(self) -> str:
        """Names it on an agenda."""
        return self.source or self.id


@dataclass(frozen=True)
class Action(FieldValue):
    """What was agreed: somebody does something.

    Attributes:
        text: What; Markdown of one line.
        whose: Who does it, in the mentee's words; empty for the mentee.
        due: By when, if a day was said.
        is_done: Whether it was done. Once it has landed somewhere, that is said there alone.
        done_on: The day it was, or None where that is not known.
        landed_in: The key of the goal, or of the step of a goal, that it became; empty where it stays.
        id: Stays with it; unique within the meeting.
    """

    text: str
    whose: str = ""
    due: date | None = None
    is_done: bool = False
    done_on: date | None = None
    landed_in: str = field(default="", metadata=NO_WORDS)
    id: str = field(default="", kw_only=True, metadata=NO_WORDS)

    def __post_init__(self) -> None:
        """Give it an id if it has none, and take its day away while it is open."""
        if not self.id:
            object.__setattr__(self, "id", derived_id(self.text, self.whose))
        if not self.is_done and self.done_on is not None:
            object.__setattr__(self, "done_on", None)

    @property
    def who(self) -> str:
        """Who does it, in a word."""
        return self.whose.strip() or "me"

    @property
    def landed_entry(self) -> UUID | None:
        """The goal that it became, or became a step of."""
        return entry_of(self.landed_in)

    @property
    def is_to_do(self) -> bool:
        """Whether it is still to be done, and nowhere else said to be."""
        return not self.is_done and self.landed_entry is None

    @property
    def landed_step(self) -> str:
        """The id of the step that it became; empty where it is a goal."""
        return self.landed_in.partition(":")[2]

    def summary_point(self) -> SummaryPoint:
        """What, whose, and by when."""
        due = f"by {day_text(self.due)}" if self.due else ""
        return SummaryPoint((" · ".join(filter(None, (self.text, self.who, due))),), self.is_done)


@dataclass(frozen=True, kw_only=True)
class Meeting(ShareableEntry):
    """A call with the mentor, or with others; its day is the day that it is planned for.

    Attributes:
        status: Where it stands.
        at: The hour, such as "17:00", in the zone of the entry; empty where it is not known.
        minutes: How long it lasts.
        whom: With whom.
        where: A link to a call, a room.
        cadence: How often one meets.
        series: The same for all meetings of a series; empty for a single one.
        points: What the meeting itself says of its agenda, in its order.
        actions: What was agreed.
        read_back: What came back when the mentee asked: did I get it right?
    """

    KIND: ClassVar[Kind] = "meeting"
    NAME: ClassVar[str] = "Meeting"
    IS_FOR_FEW: ClassVar[bool] = True
    STATES: ClassVar[tuple[str, ...]] = tuple(MeetingStatus)
    IS_TOLD_WITH_ITS_DAY: ClassVar[bool] = False

    status: MeetingStatus = MeetingStatus.PLANNED
    at: str = field(default="", metadata=NO_WORDS)
    minutes: int = 45
    whom: str = ""
    where: str = ""
    cadence: Cadence = Cadence.ONCE
    series: str = field(default="", metadata=NO_WORDS)
    points: tuple[MeetingPoint, ...] = ()
    actions: tuple[Action, ...] = ()
    read_back: str = ""

    def __post_init__(self) -> None:
        """No two points, and no two actions, have the same id."""
        super().__post_init__()
        for name in ("points", "actions"):
            values: tuple[MeetingPoint, ...] | tuple[Action, ...] = getattr(self, name)
            if len({value.id for value in values}) < len(values):
                object.__setattr__(self, name, told_apart(values))

    @property
    def state(self) -> str:
        """The meeting's status."""
        return self.status.value

    @property
    def is_open(self) -> bool:
        """Whether it is still to come, or under way, or something that was agreed is still to be done."""
        is_to_come = self.status in (MeetingStatus.PLANNED, MeetingStatus.UNDER_WAY)
        return is_to_come or any(action.is_to_do for action in self.actions)

    @property
    def has_begun(self) -> bool:
        """Whether its agenda is what was talked about, and no longer what could be."""
        return self.status in (MeetingStatus.UNDER_WAY, MeetingStatus.HELD)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was put in, not even with whom or when."""
        said = self.whom or self.where or self.at or self.points or self.actions or self.read_back
        return super().is_empty and not (said or self.series)

    @property
    def topic(self) -> Topic:
        """What was agreed, once it was held."""
        return Topic.AGREED if self.has_begun else Topic.NEXT

    @property
    def occasion(self) -> str:
        """When it is, in words: "Thursday 17 September 2026, 17:00"."""
        return ", ".join(filter(None, (f"{weekday_text(self.day)} {day_text(self.day)}", self.at)))

    @property
    def is_agreed(self) -> bool:
        """Whether something was agreed in it, of which the other side knows already."""
        return self.status is MeetingStatus.HELD and bool(self.actions)

    @property
    def landed_in(self) -> frozenset[UUID]:
        """The goals that its actions became, or became steps of."""
        entries = (action.landed_entry for action in self.actions)
        return frozenset(entry for entry in entries if entry is not None)

    def with_landed(self, action_id: str, landed_in: str) -> Self:
        """The meeting, one of whose actions goes on in an entry of that key."""
        actions = (
            replace(action, landed_in=landed_in) if action.id == action_id else action
            for action in self.actions
        )
        return replace(self, actions=tuple(actions))

    def as_landed(self, entries: Mapping[UUID, Entry]) -> Self:
        """The meeting whose actions stand as what they became stands now."""
        return replace(self, actions=tuple(_as_landed(action, entries) for action in self.actions))

    def for_everybody(self) -> Self:
        """The meeting without what was talked about and said in it; what was agreed stays."""
        points = tuple(replace(point, note="") for point in self.points)
        return replace(self, body="", points=points, read_back="")

    @property
    def people(self) -> tuple[str, ...]:
        """With whom it is, and who else does something of what was agreed."""
        return (self.whom, *(action.whose for action in self.actions))

    def facts(self) -> Iterable[Fact]:
        """What was agreed, what of it was done, and that it was held."""
        held = self.day if self.status is MeetingStatus.HELD else None
        for action in self.actions:
            if held is not None:
                yield Fact(f"agreement {action.id}", "made", held, What.AGREED, action.text)
            if action.is_done and action.landed_entry is None:
                yield Fact(f"action {action.id}", "done", action.done_on, What.ACTION_DONE, action.text)

    def with_days(self, days: Mapping[str, date | None]) -> Self:
        """The meeting with other days of its facts; that of an agreement is its own."""
        actions = tuple(
            replace(action, done_on=days.get(f"action {action.id} done", action.done_on))
            for action in self.actions
        )
        return replace(self, actions=actions)

    def as_of(self, day: date) -> Self:
        """The meeting with what had been done by then; before its own day it is planned, with its points."""
        if self.day > day:
            points = tuple(replace(point, note="", is_done=False) for point in self.points)
            return replace(
                self, status=MeetingStatus.PLANNED, body="", points=points, actions=(), read_back=""
            )
        actions = tuple(
            replace(one, is_done=False) if is_later(one.done_on, day) else one for one in self.actions
        )
        return replace(self, actions=actions)

    def waits(self) -> Iterable[WaitingSource]:
        """What was agreed and is not done, by whoever took it on."""
        if self.status is MeetingStatus.HELD:
            for action in self.actions:
                if action.is_to_do:
                    whose = action.whose.strip()
                    yield WaitingSource(
                        name=f"action {action.id}",
                        side=Turn.THEIRS if whose else Turn.MINE,
                        whom=whose or self.whom,
                        text=action.text,
                        since=self.day,
                    )

    def agenda_points(self) -> Iterable[PointSource]:
        """What was agreed and is not done."""
        if self.status is MeetingStatus.HELD:
            for action in self.actions:
                if action.is_to_do:
                    yield PointSource(
                        name=f"action {action.id}",
                        text=action.text,
                        reason=AgendaReason.AGREED,
                        since=self.day,
                    )

    def without_point(self, name: str) -> Self:
        """The meeting without a point of its own, or without what was agreed."""
        return replace(
            self,
            points=tuple(one for one in self.points if one.source or one.key != name),
            actions=tuple(one for one in self.actions if f"action {one.id}" != name),
        )

    def summary_lines(self, time: TimeSpan) -> Iterable[SummaryFact]:  # noqa: ARG002
        """Each agreement, whose it is, and whether it was done; when one meets, before that."""
        if not (self.has_begun and self.actions):
            yield SummaryFact(topic=self.topic, day=self.day)
            return
        for action in self.actions:
            open_words = f"{action.who} · open" if not action.is_done else action.who
            yield SummaryFact(
                topic=self.topic,
                text=action.text,
                name=f"action {action.id}",
                day=action.done_on,
                before_day=f"{action.who} ·" if action.done_on else open_words,
                rank=Rank.ACHIEVED,
                mark=LineMark.DONE if action.is_done else LineMark.OPEN,
            )

    def assembled_lines(self) -> Iterable[SummaryFact]:
        """What was agreed and is not done yet."""
        if self.status is MeetingStatus.HELD:
            yield from (fact for fact in self.summary_lines(TimeSpan()) if fact.mark is LineMark.OPEN)

    def agreed_lines(self) -> Iterable[SummaryFact]:
        """Each agreement: who does what, by when."""
        for action in self.actions:
            yield SummaryFact(
                topic=self.topic,
                text=action.text,
                name=f"action {action.id}",
                day=action.due,
                before_day=f"{action.who}, by" if action.due else action.who,
            )

    def summary_facts(self) -> Iterable[str]:
        """When it is, or was, with whom, and whether it was held."""
        yield " ".join(filter(None, (day_text(self.day), self.at)))
        yield " ".join(self.whom.split())
        yield self.status.value

    def summary_texts(self) -> Iterable[SummaryText]:
        """What was talked about, what was written beside it, and what was agreed."""
        talked = (
            SummaryPoint((point.text, point.note), point.is_done or None)
            for point in self.points
            if not point.is_left_out
        )
        yield SummaryText.of_points("Agenda", talked)
        yield SummaryText.of_points("What we agreed", (action.summary_point() for action in self.actions))
        yield SummaryText("Read back", self.read_back)
        yield SummaryText("Where", self.where)


def _as_landed(action: Action, entries: Mapping[UUID, Entry]) -> Action:
    """An action with the state of what it became; as it is where that is gone."""
    landed = entries.get(action.landed_entry) if action.landed_entry else None
    if landed is None:
        return action
    for fact in landed.facts():
        if action.landed_step and fact.subject == f"step {action.landed_step}":
            return replace(action, is_done=True, done_on=fact.day)
        if not action.landed_step and fact.what is What.ACHIEVED:
            return replace(action, is_done=True, done_on=fact.day)
    return replace(action, is_done=False, done_on=None)
