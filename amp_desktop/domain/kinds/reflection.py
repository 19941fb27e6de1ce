"""A week: what it is for, and, if wanted, a look back on it.

It is a kind of its own and no note made from a template, since a week's page shows what the week held beside
the questions. Gathered into a note's text, check-ins and private titles would leave with the note; here they
are only shown, and never stand in the entry.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from amp_desktop.domain.entry import Kind
from amp_desktop.domain.shareable_entry import ShareableEntry
from amp_desktop.domain.summary_text import SummaryFact, SummaryText, TimeSpan, Topic
from amp_desktop.domain.text.day_words import day_text

QUESTIONS = ("went_well", "was_hard", "takes_along")
"""The three questions, by their fields."""


@dataclass(frozen=True, kw_only=True)
class Reflection(ShareableEntry):
    """The page of a week; its day is one of that week, mostly the Monday.

    Attributes:
        plan: What the week is for; Markdown.
        went_well: What went well.
        was_hard: What was hard, or stood still.
        takes_along: What goes along into the next week.
    """

    KIND: ClassVar[Kind] = "reflection"
    NAME: ClassVar[str] = "Week"
    IS_FOR_FEW: ClassVar[bool] = True
    IS_TOLD_WITH_ITS_DAY: ClassVar[bool] = False

    plan: str = ""
    went_well: str = ""
    was_hard: str = ""
    takes_along: str = ""

    @property
    def monday(self) -> date:
        """The first day of its week."""
        return monday_of(self.day)

    @property
    def topic(self) -> Topic:
        """Something to look back on."""
        return Topic.DONE

    @property
    def is_empty(self) -> bool:
        """Whether no words were put in."""
        return super().is_empty and not (self.plan.strip() or self.has_looked_back)

    @property
    def has_looked_back(self) -> bool:
        """Whether one of the three questions is answered."""
        return any(getattr(self, name).strip() for name in QUESTIONS)

    @property
    def wordless_name(self) -> str:
        """Which week it is."""
        return f"Week of {day_text(self.monday)}"

    def summary_lines(self, time: TimeSpan) -> Iterable[SummaryFact]:  # noqa: ARG002
        """Its title, or which week it is."""
        yield SummaryFact(topic=self.topic, text=None if self.title else self.wordless_name)

    def summary_texts(self) -> Iterable[SummaryText]:
        """What it was for, and the three answers."""
        yield SummaryText("What this week is for", self.plan)
        yield SummaryText("What went well", self.went_well)
        yield SummaryText("What was hard", self.was_hard)
        yield SummaryText("What I take along", self.takes_along)


def monday_of(day: date) -> date:
    """The Monday of a day's week; the first day of all where that would lie before it."""
    return day - timedelta(days=min(day.weekday(), (day - date.min).days))
