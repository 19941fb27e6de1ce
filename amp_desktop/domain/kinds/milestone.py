"""A milestone: something that was reached."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from amp_desktop.domain.entry import Entry, Kind
from amp_desktop.domain.summary_text import SummaryPoint, SummaryText
from amp_desktop.domain.text.day_words import day_text


@dataclass(frozen=True, kw_only=True)
class Milestone(Entry):
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
    evidence: tuple[str, ...] = ()
    program_phase: str = ""
    whom_to_thank: str = ""

    def __post_init__(self) -> None:
        """A milestone was reached on its own day unless another is given."""
        super().__post_init__()
        if self.reached_on is None:
            object.__setattr__(self, "reached_on", self.day)

    @property
    def has_evidence(self) -> bool:
        """Whether links show it."""
        return bool(self.evidence)

    @property
    def is_empty(self) -> bool:
        """Whether no words and no evidence were put in."""
        return super().is_empty and not (self.evidence or self.program_phase or self.whom_to_thank)

    def summary_facts(self) -> Iterable[str]:
        """When it was reached, and in which phase."""
        yield day_text(self.reached_on or self.day)
        yield " ".join(self.program_phase.split())

    def summary_texts(self) -> Iterable[SummaryText]:
        """What shows it, and who helped."""
        evidence = (SummaryPoint((address,), is_address=True) for address in self.evidence)
        yield SummaryText.of_points("Evidence", evidence)
        yield SummaryText("Thanks to", self.whom_to_thank)
