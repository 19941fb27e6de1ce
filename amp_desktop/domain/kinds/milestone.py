"""A milestone: something that was reached."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar

from amp_desktop.domain.dated_facts import Fact, What
from amp_desktop.domain.entry import Kind
from amp_desktop.domain.field_value import FieldValue
from amp_desktop.domain.own_id import derived_id
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
from amp_desktop.domain.text.day_words import day_text

DOCUMENTATION_TOPIC = "documentation"
"""The topic of evidence to which a page of the project is pinned."""


@dataclass(frozen=True)
class Evidence(FieldValue):
    """A link that shows something; one without words is written as its address alone, as it always was.

    Attributes:
        url: The address, as it was typed.
        words: What it leads to, Markdown; may be empty.
    """

    PLAIN: ClassVar[str] = "url"

    url: str
    words: str = ""

    def summary_point(self) -> SummaryPoint:
        """Its words, and the address."""
        return SummaryPoint((self.url,), is_address=True, words=self.words)


@dataclass(frozen=True, kw_only=True)
class Milestone(ShareableEntry):
    """Something that was reached.

    Attributes:
        reached_on: The day it was reached.
        evidence: Links that show it.
        program_phase: The phase of the program it fell into, in the mentee's words.
        whom_to_thank: Who helped.
    """

    KIND: ClassVar[Kind] = "milestone"
    NAME: ClassVar[str] = "Milestone"
    IS_TOLD_WITH_ITS_DAY: ClassVar[bool] = False

    reached_on: date | None = None
    evidence: tuple[Evidence, ...] = ()
    program_phase: str = ""
    whom_to_thank: str = ""

    def __post_init__(self) -> None:
        """A milestone was reached on its own day unless another is given."""
        super().__post_init__()
        if self.reached_on is None:
            object.__setattr__(self, "reached_on", self.day)

    @property
    def people(self) -> tuple[str, ...]:
        """Whom to thank."""
        return (self.whom_to_thank,)

    def facts(self) -> Iterable[Fact]:
        """That it was reached."""
        yield Fact("milestone", "reached", self.reached_on, What.REACHED)

    @property
    def has_evidence(self) -> bool:
        """Whether links show it."""
        return bool(self.evidence)

    def evidence_points(self) -> Iterable[SummaryPoint]:
        """The links that were given for it, then those in its text."""
        given = {link.url for link in self.evidence}
        yield from (link.summary_point() for link in self.evidence)
        yield from (point for point in super().evidence_points() if point.texts[0] not in given)

    @property
    def is_empty(self) -> bool:
        """Whether no words and no evidence were put in."""
        return super().is_empty and not (self.evidence or self.program_phase or self.whom_to_thank)

    def summary_lines(self, time: TimeSpan) -> Iterable[SummaryFact]:  # noqa: ARG002
        """When it was reached, and what shows it."""
        evidence = tuple(link.summary_point() for link in self.evidence)
        yield SummaryFact(
            topic=self.topic, day=self.reached_on, rank=Rank.REACHED, mark=LineMark.REACHED, evidence=evidence
        )

    def assembled_lines(self) -> Iterable[SummaryFact]:
        """That it was reached, and each link that shows it; pinned as documentation it is the project's."""
        yield from self.summary_lines(TimeSpan())
        is_documentation = any(pin.topic == DOCUMENTATION_TOPIC for pin in self.pins)
        topics = {Topic.LINK: "link", Topic.REPOSITORY: "page"} if is_documentation else {Topic.LINK: "link"}
        for url, link in {link.url: link for link in self.evidence}.items():
            for topic, name in topics.items():
                yield SummaryFact(
                    topic=topic,
                    text=link.words or None,
                    name=f"{name} {derived_id(url)}",
                    day=self.reached_on,
                    evidence=(replace(link, words="").summary_point(),),
                )

    def summary_facts(self) -> Iterable[str]:
        """When it was reached, and in which phase."""
        yield day_text(self.reached_on or self.day)
        yield " ".join(self.program_phase.split())

    def summary_texts(self) -> Iterable[SummaryText]:
        """What shows it, and who helped."""
        yield SummaryText.of_points("Evidence", (link.summary_point() for link in self.evidence))
        yield SummaryText("Thanks to", self.whom_to_thank)
