"""Feedback: what somebody said of the mentee's work, and what became of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import ClassVar, Self

from amp_desktop.domain.agenda import AgendaReason, PointSource
from amp_desktop.domain.dated_facts import Fact, What, is_later
from amp_desktop.domain.entry import Kind
from amp_desktop.domain.shareable_entry import ShareableEntry
from amp_desktop.domain.summary_text import SummaryFact, SummaryText, TimeSpan, Topic
from amp_desktop.domain.text.day_words import day_text
from amp_desktop.domain.waiting import Turn, WaitingSource


class Answer(StrEnum):
    """What the mentee makes of it. Not now is an answer, too."""

    TO_ANSWER = "to answer"
    ACCEPTED = "accepted"
    QUESTION = "question"
    NOT_NOW = "not now"


@dataclass(frozen=True, kw_only=True)
class Feedback(ShareableEntry):
    """What somebody said, on its day; the words stand in the body.

    Attributes:
        status: What the mentee makes of it.
        status_since: Since which day, or None where that is not known.
        by: Who said it.
        changed: What the mentee changed because of it.
    """

    KIND: ClassVar[Kind] = "feedback"
    NAME: ClassVar[str] = "Feedback"
    IS_FOR_FEW: ClassVar[bool] = True
    STATES: ClassVar[tuple[str, ...]] = tuple(Answer)
    SINCE: ClassVar[Mapping[str, str]] = {"status_since": "status"}

    status: Answer = Answer.TO_ANSWER
    status_since: date | None = None
    by: str = ""
    changed: str = ""

    @property
    def state(self) -> str:
        """What the mentee makes of it."""
        return self.status.value

    @property
    def is_open(self) -> bool:
        """Whether it is to be answered, or to be asked about."""
        return self.status in (Answer.TO_ANSWER, Answer.QUESTION)

    @property
    def topic(self) -> Topic:
        """A question while it is to be asked about."""
        return Topic.QUESTION if self.is_open else Topic.DONE

    @property
    def is_empty(self) -> bool:
        """Whether no words were put in."""
        return super().is_empty and not (self.by or self.changed)

    def for_everybody(self) -> Self:
        """That there was some, under its title alone."""
        return replace(self, body="", by="", changed="")

    @property
    def people(self) -> tuple[str, ...]:
        """Who said it."""
        return (self.by,)

    def facts(self) -> Iterable[Fact]:
        """That it was said, and since when it is answered."""
        yield Fact("feedback", "said", self.day, What.FEEDBACK, self.body)
        yield Fact("status", self.state, self.status_since)

    def with_days(self, days: Mapping[str, date | None]) -> Self:
        """The feedback with another day of its answer; the day that it was said is its own."""
        return replace(self, status_since=days.get(f"status {self.state}", self.status_since))

    def as_of(self, day: date) -> Self:
        """The feedback, still to be answered where it was answered later."""
        if not is_later(self.status_since, day):
            return self
        return replace(self, status=Answer.TO_ANSWER, status_since=self.day, changed="")

    def waits(self) -> Iterable[WaitingSource]:
        """The mentee's answer, as long as it is to be given."""
        if self.is_open:
            yield WaitingSource(side=Turn.MINE, whom=self.by, since=self.day)

    def agenda_points(self) -> Iterable[PointSource]:
        """It, as long as it is to be answered."""
        if self.is_open:
            yield PointSource(reason=AgendaReason.FEEDBACK, since=self.day)

    def without_point(self, name: str) -> Self:  # noqa: ARG002
        """The feedback, answered with "not now"."""
        return replace(self, status=Answer.NOT_NOW)

    def summary_lines(self, time: TimeSpan) -> Iterable[SummaryFact]:  # noqa: ARG002
        """What was said, and what was changed because of it."""
        yield SummaryFact(
            topic=self.topic, day=self.day, more=self.changed, short=(SummaryText("", self.body),)
        )

    def assembled_lines(self) -> Iterable[SummaryFact]:
        """What was changed because of it."""
        if self.changed.strip():
            yield SummaryFact(topic=Topic.REVISED, text=self.changed, name="changed", day=self.day)

    def summary_facts(self) -> Iterable[str]:
        """Who said it, when, and what was made of it."""
        yield " ".join(self.by.split())
        yield self.status.value
        yield day_text(self.day) if not self.title else ""

    def summary_texts(self) -> Iterable[SummaryText]:
        """What was changed because of it."""
        yield SummaryText("What I changed because of it", self.changed)
