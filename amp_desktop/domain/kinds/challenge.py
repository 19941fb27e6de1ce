"""A challenge: something the mentee is stuck on."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import ClassVar, Self

from amp_desktop.domain.agenda import AgendaReason, PointSource
from amp_desktop.domain.dated_facts import Fact, What, is_later
from amp_desktop.domain.entry import Entry, Kind
from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.domain.field_value import FieldValue
from amp_desktop.domain.over_time import OverTime
from amp_desktop.domain.own_id import NO_WORDS, derived_id, told_apart
from amp_desktop.domain.shareable_entry import AgendaEntry
from amp_desktop.domain.summary_text import (
    LineMark,
    Rank,
    SummaryFact,
    SummaryPoint,
    SummaryText,
    TimeSpan,
    Topic,
)
from amp_desktop.domain.text.day_words import day_text
from amp_desktop.domain.waiting import Turn, WaitingSource


class ChallengeStatus(StrEnum):
    """Where a challenge stands."""

    OPEN = "open"
    ASKED = "asked"
    RESOLVED = "resolved"
    PARKED = "parked"


@dataclass(frozen=True)
class Asking(FieldValue):
    """Help was asked for.

    Attributes:
        whom: Who was asked.
        day: On which day, or None where that is not known.
        where: A channel, a call.
        answer: What came back.
        answered_on: The day it came, or None where that is not known; no answer has no day.
        id: Stays with it whatever is changed in it; unique within the challenge.
    """

    whom: str
    day: date | None = None
    where: str = ""
    answer: str = ""
    answered_on: date | None = None
    id: str = field(default="", kw_only=True, metadata=NO_WORDS)

    def __post_init__(self) -> None:
        """Give it an id if it has none, and take the answer's day away while there is no answer."""
        if not self.id:
            object.__setattr__(self, "id", derived_id(self.whom))
        if self.answered_on is not None and not self.is_answered:
            object.__setattr__(self, "answered_on", None)

    @property
    def is_answered(self) -> bool:
        """Whether anything came back."""
        return bool(self.answer.strip())

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
        status_since: Since which day it stands there, or None where that is not known.
        since: The day it began.
        tried: What was tried.
        need: What is needed.
        asked: Who was asked for help, oldest first.
        what_helped: What helped in the end.
        not_known: What the mentee did not know then.
    """

    KIND: ClassVar[Kind] = "challenge"
    NAME: ClassVar[str] = "Challenge"
    IS_FOR_FEW: ClassVar[bool] = True
    STATES: ClassVar[tuple[str, ...]] = tuple(ChallengeStatus)
    IS_TOLD_WITH_ITS_DAY: ClassVar[bool] = False
    SINCE: ClassVar[Mapping[str, str]] = {"status_since": "status"}
    OVER_TIME: ClassVar[OverTime] = OverTime(
        open_states=frozenset({ChallengeStatus.OPEN, ChallengeStatus.ASKED}), began="since"
    )

    status: ChallengeStatus = ChallengeStatus.OPEN
    status_since: date | None = None
    since: date | None = None
    tried: str = ""
    need: str = ""
    asked: tuple[Asking, ...] = ()
    what_helped: str = ""
    not_known: str = ""

    def __post_init__(self) -> None:
        """A challenge begins on its own day unless another is given; no two askings have the same id."""
        super().__post_init__()
        if len({asking.id for asking in self.asked}) < len(self.asked):
            object.__setattr__(self, "asked", told_apart(self.asked))
        if self.since is None:
            object.__setattr__(self, "since", self.day)

    @property
    def state(self) -> str:
        """The challenge's status."""
        return self.status.value

    def without_point(self, name: str) -> Self:  # noqa: ARG002
        """The challenge, parked."""
        return replace(self.off_agenda(), status=ChallengeStatus.PARKED)

    def with_asked(self, where: str, day: date, asking_id: str) -> Self:
        """The challenge, about which a question was copied to be asked there; once a day for each place."""
        asking = Asking("", day, where, id=asking_id)
        if any(replace(one, id=asking.id) == asking for one in self.asked):
            return self
        status = ChallengeStatus.ASKED if self.status is ChallengeStatus.OPEN else self.status
        return replace(self, status=status, asked=(*self.asked, asking))

    def with_answer(self, whom: str, day: date, words: str, answer_id: str) -> Self:
        """The challenge, of which help was asked for in a call, and this came back."""
        asking = Asking(whom, day, "our call", words, day, id=answer_id)
        others = [one for one in self.asked if one.id != asking.id]
        status = ChallengeStatus.ASKED if self.status is ChallengeStatus.OPEN else self.status
        return replace(self, status=status, asked=(*others, asking))

    @property
    def is_open(self) -> bool:
        """Whether it is open or waits for an answer."""
        return self.status in (ChallengeStatus.OPEN, ChallengeStatus.ASKED)

    @property
    def topic(self) -> Topic:
        """Stuck, until it is resolved: a parked one waits as well."""
        return Topic.DONE if self.status is ChallengeStatus.RESOLVED else Topic.STUCK

    def waits(self) -> Iterable[WaitingSource]:
        """An answer of each who was asked and has not answered, while it is open."""
        if self.is_open:
            for asking in self.asked:
                if asking.day is not None and not asking.is_answered:
                    yield WaitingSource(
                        name=f"asked {asking.id}", side=Turn.THEIRS, whom=asking.whom, since=asking.day
                    )

    def agenda_points(self) -> Iterable[PointSource]:
        """It, as long as it is open."""
        if self.is_open:
            reason = AgendaReason.ON_AGENDA if self.on_agenda else AgendaReason.OPEN
            yield PointSource(reason=reason, since=self.since)

    @property
    def is_empty(self) -> bool:
        """Whether no words were put in."""
        words = self.tried or self.need or self.what_helped or self.not_known
        return super().is_empty and not (words or self.asked)

    def for_everybody(self) -> Self:
        """The challenge without what was tried and is needed, and whom one asked."""
        return replace(self, tried="", need="", asked=())

    @property
    def people(self) -> tuple[str, ...]:
        """Who was asked."""
        return tuple(asking.whom for asking in self.asked)

    def facts(self) -> Iterable[Fact]:
        """Who was asked and what came back, and where it stands."""
        for asking in self.asked:
            yield Fact(f"asking {asking.id}", "asked", asking.day, What.ASKED, asking.whom)
            if asking.is_answered:
                yield Fact(
                    f"answer {asking.id}", "answered", asking.answered_on, What.ANSWERED, asking.answer
                )
        told, text = None, ""
        if self.status is ChallengeStatus.RESOLVED:
            told, text = What.RESOLVED, self.what_helped
        elif self.status is ChallengeStatus.ASKED and not self.asked:  # else those who were asked tell it
            told = What.ASKED
        yield Fact("status", self.state, self.status_since, told, text)

    def with_days(self, days: Mapping[str, date | None]) -> Self:
        """The challenge with other days of its facts."""
        asked = tuple(
            replace(
                asking,
                day=days.get(f"asking {asking.id} asked", asking.day),
                answered_on=days.get(f"answer {asking.id} answered", asking.answered_on),
            )
            for asking in self.asked
        )
        return replace(self, asked=asked, status_since=days.get(f"status {self.state}", self.status_since))

    def as_of(self, day: date) -> Self:
        """The challenge with whom had been asked and had answered by then, and the status that it had."""
        asked = tuple(
            replace(one, answer="") if is_later(one.answered_on, day) else one
            for one in self.asked
            if not is_later(one.day, day)
        )
        if not is_later(self.status_since, day):
            return replace(self, asked=asked)
        status = ChallengeStatus.ASKED if asked else ChallengeStatus.OPEN
        since = asked[0].day if asked else self.since
        return replace(self, asked=asked, status=status, status_since=since, what_helped="", not_known="")

    def summary_lines(self, time: TimeSpan) -> Iterable[SummaryFact]:  # noqa: ARG002
        """What is needed and was tried, as long as it is stuck; then what helped."""
        if self.status is ChallengeStatus.RESOLVED:
            yield SummaryFact(
                topic=self.topic,
                day=self.status_since,
                rank=Rank.HELPED,
                group="Resolved, and what helped",
                mark=LineMark.DONE,
                more=self.what_helped,
                short=(SummaryText("", self.body), SummaryText("Tried", self.tried)),
            )
            return
        since = "parked, since" if self.status is ChallengeStatus.PARKED else "since"
        needed, tried = SummaryText("", self.need or self.body), SummaryText("Tried", self.tried)
        yield SummaryFact(
            topic=self.topic,
            day=self.since,
            before_day=since if self.since else "",
            short=(needed, tried),
        )

    def assembled_lines(self) -> Iterable[SummaryFact]:
        """What helped once it was resolved, or that it is not; and what was not known then."""
        if self.status is ChallengeStatus.RESOLVED:
            yield SummaryFact(
                topic=Topic.HELPED, day=self.status_since, mark=LineMark.DONE, more=self.what_helped
            )
        else:
            yield SummaryFact(topic=Topic.STUCK, day=self.since, before_day="since" if self.since else "")
        if self.not_known.strip():
            yield SummaryFact(
                topic=Topic.LEARNED, text=self.not_known, name="not known", day=self.status_since
            )

    def question_lines(self) -> Iterable[SummaryFact]:
        """What happens, what was tried, an example as small as there is one, and the question."""
        if self.status is not ChallengeStatus.RESOLVED:
            example = smallest_example(self.body)
            yield SummaryFact(
                topic=self.topic,
                always=(
                    SummaryText("What happens", self.body),
                    SummaryText("What I tried", self.tried),
                    SummaryText("An example", f"`{example}`" if example else ""),
                    SummaryText("My question", self.need),
                ),
            )

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
        yield SummaryText("What I did not know then", self.not_known)


def smallest_example(body: str) -> str:
    """The first line of the shortest code in a text, or nothing."""
    blocks = [code.strip() for code in _CODE.findall(body) if code.strip()]
    shortest = min(blocks, key=len, default="")
    first = shortest.partition("\n")[0].strip()
    return "" if "`" in first else first


_CODE = re.compile(r"^```[^\n]*\n(.*?)^```", re.MULTILINE | re.DOTALL)
"""Code between fences, as it is usually written; another one is no example, and stays in the text."""


def as_challenge(entry: Entry) -> Challenge:
    """The entry, which is a challenge.

    Raises:
        InvalidValueError: It is something else.
    """
    if not isinstance(entry, Challenge):
        raise InvalidValueError("That entry is no challenge.", "A question is made of a challenge.")
    return entry


def challenge_or_none(entry: Entry) -> Challenge | None:
    """The entry, if it is a challenge."""
    return entry if isinstance(entry, Challenge) else None
