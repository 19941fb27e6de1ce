"""What a template of summaries is."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.summary import Format, Level
from amp_desktop.domain.summary_text import SummaryFact, TimeSpan, Topic


def every(entry: Entry) -> bool:  # noqa: ARG001
    """Takes any entry."""
    return True


class BareSections(Enum):
    """What becomes of sections of a template for which there is nothing to tell yet."""

    LEFT_OUT = auto()
    ALL_OR_NONE = auto()
    """As long as there is nothing to tell in any, each says what belongs there; then they are left out."""
    SAY_WHAT_BELONGS = auto()


BARE_KEY = "bare"
"""Begins the place under each heading where what belongs there is said, or the mentee's own words."""

NAME = "@name"
"""Stands in a title for the name by which the mentee is known where the project lives."""


@dataclass(frozen=True)
class Section:
    """A heading, and what stands under it.

    What belongs there is decided by what it speaks of, never by its words, some of which may be private and
    are cut before a summary is made.

    Attributes:
        heading: Plain text, one line; unlike any other of its template.
        topics: What it takes.
        level: How much it tells of an entry unless the mentee says otherwise. At `WHOLE` entries stand in it
            as they are; a single one that is told as a whole in another section stands in the appendix.
        is_numbered: Its lines are counted.
        takes: Which entries it tells of, by what they are, as far as the topics do not say so.
        tells: What it tells of an entry, where that is not what a summary usually does.
        belongs: What belongs there, in a line, for one that is bare (see `BareSections`).
        own_level: How much it tells of an entry where the mentee has said so for the section.
        name: What it is known by where the heading is the mentee's own; empty for the heading.
    """

    heading: str
    topics: frozenset[Topic]
    level: Level = Level.WHOLE
    is_numbered: bool = False
    takes: Callable[[Entry], bool] = every
    tells: Callable[[Entry], Iterable[SummaryFact]] | None = None
    belongs: str = ""
    own_level: Level | None = None
    name: str = ""

    @property
    def key(self) -> str:
        """What it is known by, however it is headed."""
        return self.name or self.heading

    @property
    def usual_level(self) -> Level:
        """How much it tells of an entry unless the mentee says otherwise for that one."""
        return self.own_level or self.level

    @property
    def own_key(self) -> str:
        """The place under it where the mentee writes words of their own."""
        return f"{BARE_KEY}:{self.key}"

    def told_of(self, entry: Entry, time: TimeSpan) -> Iterable[SummaryFact]:
        """The facts of an entry that stand under it."""
        facts = self.tells(entry) if self.tells is not None else entry.summary_lines(time)
        return (fact for fact in facts if fact.topic in self.topics)

    def at(self, level: Level | None) -> "Section":
        """The section at a level that the mentee says; itself where none is said or can be."""
        if level is None or self.level is Level.WHOLE:
            return self
        return replace(self, own_level=level)

    def is_of(self, entry: Entry, topic: Topic) -> bool:
        """Whether what an entry says of a topic stands under it."""
        if self.tells is assembled_lines_of:
            return any(True for _ in self.told_of(entry, TimeSpan()))
        return topic in self.topics and self.takes(entry)

    def place_of(self, entry: Entry, time: TimeSpan) -> tuple[int, str, date]:
        """Where it stands under the heading, among others: what is smaller comes first."""
        if self.level is Level.WHOLE:
            return 0, "", entry.day
        return min((fact.place for fact in self.told_of(entry, time)), default=(0, "", entry.day))


@dataclass(frozen=True)
class Template:
    """A kind of summary.

    Attributes:
        id: Its name for the terminal, the share log and the suggested name of a file.
        title: What stands on top of the summary.
        sections: In order; those without anything to tell are left out. An entry of which none speaks stays.
        greeting: A paragraph before all else, unless the mentee writes another; Markdown.
        closing: The same after all else but whole entries.
        most_lines: Lines of all of it at most, headings included, for a message in a channel; what finds no
            room stays. None for a page.
        bare: What becomes of sections without anything to tell.
        is_of_pins: It is made of what is pinned as evidence, whatever its day, and of nothing else.
        wants_links: Each of its lines is a claim, which a link shows.
        audience: For whom it is where nobody says otherwise, in words.
        usual_format: In which format it usually leaves; None for that in which the last summary did.
        base: Of the mentee's own, the id of the template that it is made from; else empty.
        name: Of the mentee's own, its name; else empty.
        is_assembled: It grows over weeks: it looks back on all that there is, every section of it stands,
            what was worded and ticked for it is kept when it leaves, and what is new since is marked.
        is_of_expectations: It is made of the entry in which both sides' expectations stand, whatever its day.
        is_for_meeting: It is read at a meeting: once it has left, the next one looks back to its day.
    """

    id: str
    title: str
    sections: tuple[Section, ...]
    greeting: str = ""
    most_lines: int | None = None
    bare: BareSections = BareSections.LEFT_OUT
    is_of_pins: bool = False
    wants_links: bool = False
    audience: str = ""
    usual_format: Format | None = None
    is_assembled: bool = False
    is_of_expectations: bool = False
    is_for_meeting: bool = False

    closing: str = ""
    base: str = ""
    name: str = ""

    @property
    def is_of_all_time(self) -> bool:
        """Whether it looks back on all that there is unless another time is chosen."""
        return self.is_of_pins or self.is_assembled or self.is_of_expectations

    @property
    def keeps_its_draft(self) -> bool:
        """Whether what was worded and ticked for it stays when it has left: it is written for long."""
        return self.is_of_pins or self.is_assembled

    @property
    def is_form(self) -> bool:
        """Whether it says what belongs in each part where there is nothing to tell."""
        return self.bare is not BareSections.LEFT_OUT

    def named(self, name: str) -> "Template":
        """The template with this name in its title, where it asks for one; unchanged without one."""
        bare = name.strip().removeprefix("@")
        return replace(self, title=self.title.replace(NAME, f"@{bare}")) if bare else self

    @property
    def asks_for_name(self) -> bool:
        """Whether its title has room for the mentee's name (see `named`)."""
        return NAME in self.title

    @property
    def label(self) -> str:
        """What it is called where one is chosen: without the name of whom it is about."""
        return self.name or self.title.partition(f": {NAME}")[0]

    @property
    def file_stem(self) -> str:
        """How the name of a file may begin: no word of the mentee's is in it."""
        return self.base or self.id

    def arranged(self, order: tuple[str, ...]) -> "Template":
        """With the sections of these keys, in this order; with all of its own where none is named."""
        known = {section.key: section for section in self.sections}
        kept = tuple(known[key] for key in dict.fromkeys(order) if key in known)
        return replace(self, sections=kept) if kept else self

    def section_of(self, entry: Entry) -> Section | None:
        """Where an entry belongs above all, or None when this template does not tell of it."""
        return next((section for section in self.sections if section.is_of(entry, entry.topic)), None)


def about(
    heading: str,
    *topics: Topic,
    level: Level = Level.WHOLE,
    is_numbered: bool = False,
    takes: Callable[[Entry], bool] = every,
    tells: Callable[[Entry], Iterable[SummaryFact]] | None = None,
    belongs: str = "",
) -> Section:
    """A section that takes what speaks of one of these topics; of any where none is named."""
    return Section(heading, frozenset(topics or Topic), level, is_numbered, takes, tells, belongs)


def part(heading: str, belongs: str, *topics: Topic) -> Section:
    """A part of a text that is assembled: lines about these topics, or the mentee's own words alone."""
    return Section(heading, frozenset(topics), Level.LINE, tells=assembled_lines_of, belongs=belongs)


def assembled_lines_of(entry: Entry) -> Iterable[SummaryFact]:
    """What an assembled text tells of an entry."""
    return entry.assembled_lines()
