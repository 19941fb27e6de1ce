"""What a kind of entry tells of itself in a summary: labelled Markdown, which the door reads."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum


class Topic(StrEnum):
    """What is spoken of when two people look at an entry together."""

    DONE = "done"
    LET_GO = "let go"
    STUCK = "stuck"
    QUESTION = "question"
    NEXT = "next"
    AGREED = "agreed"
    WELL_BEING = "well-being"
    LINK = "link"
    REPOSITORY = "repository"
    LEARNED = "learned"
    HELPED = "helped"
    REVISED = "revised"
    UNFINISHED = "unfinished"
    PLAN = "plan"


class LineMark(StrEnum):
    """What stands before a line, in shape and in words."""

    NONE = ""
    DONE = "done"
    OPEN = "open"
    REACHED = "reached"
    LET_GO = "let go"


@dataclass(frozen=True)
class Progress:
    """How many of several steps were done."""

    done: int
    of: int


@dataclass(frozen=True)
class TimeSpan:
    """The days that a summary looks back on, both included; None where they are open."""

    since: date | None = None
    until: date | None = None

    def __contains__(self, day: date | None) -> bool:
        """Whether a day is known and among them."""
        if day is None:
            return False
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True)
class SummaryPoint:
    """A point of a list.

    Attributes:
        texts: Markdown, each read by itself; a point without words is left out.
        done: None unless it is a box to tick.
        is_address: The texts are addresses typed by hand, and no Markdown.
        words: Markdown that says what they lead to.
    """

    texts: tuple[str, ...]
    done: bool | None = None
    is_address: bool = False
    words: str = ""


@dataclass(frozen=True)
class SummaryText:
    """A text under a label; one without words is left out.

    Attributes:
        label: What it is: "What I tried".
        text: Markdown.
        points: A list that stands under it.
    """

    label: str
    text: str = ""
    points: tuple[SummaryPoint, ...] = ()

    @classmethod
    def of_points(cls, label: str, points: Iterable[SummaryPoint]) -> "SummaryText":
        """A list and nothing else."""
        return cls(label, points=tuple(points))


class Rank(IntEnum):
    """In which order the lines under one heading stand."""

    REACHED = 1
    ACHIEVED = 2
    STEPS = 3
    HELPED = 4
    LET_GO = 5
    WRITTEN = 6
    GIVEN_UP = 7
    """What was let go among what is left to do: after all that goes on."""


@dataclass(frozen=True, kw_only=True)
class SummaryFact:
    """One line that a kind tells of an entry; every text is Markdown, of which the door takes a line.

    Attributes:
        topic: What it speaks of, which decides under which heading it stands.
        text: What it is; the title of the entry where it is None.
        name: Which fact of the entry it is, the same each time: "", "step 3f…".
        day: The day that it is of; lines stand in the order of their days. None for none that is told.
        before_day: What is said before the day: "since".
        rank: Lines and groups of a lower rank come first.
        group: What lines of one rank stand under; empty for nothing.
        more: What helps to understand it, in the same line.
        mark: What stands before it.
        progress: The steps of a goal.
        evidence: What shows it, each as an address or a Markdown link.
        always: Told under it even as a mere line.
        short: Told under it from the level of a paragraph on; the first one gives way to the mentee's own
            sentence for the mentor.
    """

    topic: Topic
    text: str | None = None
    name: str = ""
    day: date | None = None
    before_day: str = ""
    rank: Rank = Rank.WRITTEN
    group: str = ""
    more: str = ""
    mark: LineMark = LineMark.NONE
    progress: Progress | None = None
    evidence: tuple[SummaryPoint, ...] = ()
    always: tuple[SummaryText, ...] = ()
    short: tuple[SummaryText, ...] = ()

    @property
    def place(self) -> tuple[int, str, date]:
        """Where it stands under a heading: what is smaller comes first."""
        return self.rank, self.group, self.day or date.max
