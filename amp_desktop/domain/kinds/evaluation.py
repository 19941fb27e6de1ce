"""The pad of an evaluation: what the mentee thinks of answering, box by box, and what was really sent."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import ClassVar, Self

from amp_desktop.domain.entry import Entry, Kind
from amp_desktop.domain.field_value import FieldValue
from amp_desktop.domain.own_id import NO_WORDS
from amp_desktop.domain.shareable_entry import ShareableEntry
from amp_desktop.domain.summary_text import Rank, SummaryFact, SummaryText, TimeSpan, Topic

KICK_OFF = "Kick-off"
"""The window of the pad that holds only what the mentee thought at the beginning."""


class TalkTopic(StrEnum):
    """What a pair has talked about before an evaluation, so that its result surprises nobody."""

    PROGRESS = "progress"
    QUALITY = "quality"
    COMMUNITY = "community"
    SUPPORT = "support"


@dataclass(frozen=True)
class Talked(FieldValue):
    """The mentee's own mark that something was talked about.

    Attributes:
        about: A `TalkTopic`.
        day: When.
    """

    about: str = field(metadata=NO_WORDS)
    day: date


@dataclass(frozen=True)
class Correction(FieldValue):
    """A pad that was closed with its window was opened again.

    Attributes:
        opened_on: On which day.
        closed_on: On which day it was closed again; None while it is open.
    """

    opened_on: date
    closed_on: date | None = None


BOXES = ("scope", "interaction", "skills", "learning", "organisation", "for_mentor")
"""The form's topics, by their fields, in the order of the form; the last one alone is for the mentor."""

NOW_QUESTIONS = ("alone", "unsure", "asks", "belongs", "proud", "wants")
"""The same six questions at kick-off, midterm and end, by their fields."""

_WORDS = (*BOXES, "sent", "support", *NOW_QUESTIONS)


@dataclass(frozen=True, kw_only=True)
class Evaluation(ShareableEntry):
    """What is prepared for one evaluation window. Only the feedback for the mentor can ever leave.

    Attributes:
        window: The name of the window in the program, or `KICK_OFF`.
        scope: For the organizers: the project's scope.
        interaction: The quality of interaction.
        skills: Skills and responsiveness.
        learning: What the program did for learning.
        organisation: The quality of the organisation.
        sent: What was really sent, as it was pasted back.
        support: What support was offered.
        talked: The mentee's own marks that something was talked about.
        corrections: When it was opened again after its window had closed, oldest first.
        alone: What the mentee can do without help.
        unsure: What the mentee is unsure of.
        asks: How the mentee asks when stuck.
        belongs: How the mentee sees their place in the project.
        proud: What the mentee is proud of.
        wants: What the mentee wants next.
        for_mentor: The feedback for the mentor: the form passes it on, and it alone can be shared.
    """

    KIND: ClassVar[Kind] = "evaluation"
    NAME: ClassVar[str] = "Evaluation pad"
    IS_MOST_PRIVATE: ClassVar[bool] = True
    IS_FOR_FEW: ClassVar[bool] = True
    NEVER_SHARED: ClassVar[tuple[str, ...]] = (
        *("title", "body", "tags", "links", "window", "talked", "corrections"),
        *(name for name in _WORDS if name != "for_mentor"),
    )

    window: str = field(default="", metadata=NO_WORDS)
    scope: str = ""
    interaction: str = ""
    skills: str = ""
    learning: str = ""
    organisation: str = ""
    sent: str = ""
    support: str = ""
    talked: tuple[Talked, ...] = ()
    corrections: tuple[Correction, ...] = ()
    alone: str = ""
    unsure: str = ""
    asks: str = ""
    belongs: str = ""
    proud: str = ""
    wants: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether no words were put in, and nothing was marked."""
        words = any(getattr(self, name) for name in _WORDS)
        return super().is_empty and not (words or self.talked or self.corrections)

    @property
    def wordless_name(self) -> str:
        """The window that it is for."""
        return self.window

    @property
    def topic(self) -> Topic:
        """Something to look back on."""
        return Topic.DONE

    @property
    def words_for_mentor(self) -> str:
        """None beside the feedback, which is told under its own name."""
        return ""

    @property
    def is_being_corrected(self) -> bool:
        """Whether it was opened again and not closed since."""
        return bool(self.corrections) and self.corrections[-1].closed_on is None

    @property
    def has_answers(self) -> bool:
        """Whether one of the six questions is answered in it."""
        return any(getattr(self, name).strip() for name in NOW_QUESTIONS)

    def opened_again(self, day: date) -> Self:
        """The pad, to be corrected after its window has closed."""
        if self.is_being_corrected:
            return self
        return replace(self, corrections=(*self.corrections, Correction(day)))

    def closed_again(self, day: date) -> Self:
        """The pad, corrected."""
        if not self.is_being_corrected:
            return self
        *before, last = self.corrections
        return replace(self, corrections=(*before, replace(last, closed_on=day)))

    def with_talked(self, about: TalkTopic, day: date | None) -> Self:
        """The pad with the mentee's mark that something was talked about; None takes it away."""
        others = tuple(one for one in self.talked if one.about != about.value)
        return replace(self, talked=others if day is None else (*others, Talked(about.value, day)))

    def summary_lines(self, time: TimeSpan) -> Iterable[SummaryFact]:  # noqa: ARG002
        """The feedback for the mentor, where there is any."""
        if self.for_mentor.strip():
            yield SummaryFact(
                topic=self.topic,
                text="Feedback for my mentor",
                name="for mentor",
                day=self.day,
                rank=Rank.WRITTEN,
                always=(SummaryText("", self.for_mentor),),
            )

    def assembled_lines(self) -> Iterable[SummaryFact]:
        """Nothing: what is prepared on a pad is sent by the form."""
        return ()

    def summary_texts(self) -> Iterable[SummaryText]:
        """The feedback for the mentor."""
        yield SummaryText("Feedback for my mentor", self.for_mentor)


def evaluations_of(entries: Iterable[Entry]) -> tuple[Evaluation, ...]:
    """Those of the entries that are pads of evaluations, in their order."""
    return tuple(entry for entry in entries if isinstance(entry, Evaluation))
