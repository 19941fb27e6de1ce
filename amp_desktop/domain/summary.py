"""What leaves the journal: a `Summary` is the complete text of it, and nothing of the journal is behind it.

It holds no Markdown and no addresses but those of its links: the door has read the mentee's Markdown into the
blocks below, so a renderer can only write down what is here, and whatever the preview shows is what leaves.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

# A renderer has all that it needs from here: it imports nothing else of the project.
from amp_desktop.domain.summary_text import LineMark as LineMark
from amp_desktop.domain.summary_text import Progress as Progress

if TYPE_CHECKING:
    from collections.abc import Iterator


Format: TypeAlias = str
"""Names a format in which a summary leaves: "md". `sharing.renderers.registry` knows them all."""


class Level(StrEnum):
    """How much of an entry leaves."""

    LINE = "line"
    SHORT = "short"
    WHOLE = "whole"


class Style(StrEnum):
    """How a run of words stands out."""

    STRONG = "strong"
    EMPHASIS = "emphasis"
    STRIKE = "strike"


@dataclass(frozen=True)
class Text:
    """Words, on one line, to be shown as they are."""

    text: str


@dataclass(frozen=True)
class Code:
    """Words of code within a line."""

    text: str


@dataclass(frozen=True)
class Styled:
    """Words that stand out."""

    style: Style
    content: tuple[Inline, ...]


@dataclass(frozen=True)
class Link:
    """Words that lead to an address; its scheme is http, https or mailto."""

    address: str
    content: tuple[Inline, ...]


@dataclass(frozen=True)
class Break:
    """The line ends here."""


@dataclass(frozen=True)
class NoteMark:
    """Points to one of the `Notes` at the end of the same text, counted from 1."""

    number: int


Inline: TypeAlias = Text | Code | Styled | Link | Break | NoteMark
"""What stands within a line."""


@dataclass(frozen=True)
class Paragraph:
    """Some lines."""

    content: tuple[Inline, ...]


@dataclass(frozen=True)
class Heading:
    """A heading that the mentee wrote within a text; level 1 is the highest."""

    level: int
    content: tuple[Inline, ...]


@dataclass(frozen=True)
class CodeBlock:
    """Lines of code, and the name of their language or an empty string."""

    text: str
    language: str = ""


@dataclass(frozen=True)
class Quote:
    """What somebody else said."""

    content: tuple[Block, ...]


@dataclass(frozen=True)
class ListItem:
    """One point of a list; `done` is None unless it is a box to tick."""

    content: tuple[Block, ...]
    done: bool | None = None


@dataclass(frozen=True)
class ListBlock:
    """Points in order; `start` is the first one's number, or None for bullets."""

    items: tuple[ListItem, ...]
    start: int | None = None


class Side(StrEnum):
    """Where the words of a table's column stand."""

    START = "left"
    CENTRE = "center"
    END = "right"


Cell: TypeAlias = tuple[Inline, ...]


@dataclass(frozen=True)
class Table:
    """A table: every row is as long as `sides`, and so is the header unless there is none."""

    sides: tuple[Side | None, ...]
    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Rule:
    """A line across."""


@dataclass(frozen=True)
class Notes:
    """Footnotes, in the order of their numbers."""

    notes: tuple[tuple[Block, ...], ...]


@dataclass(frozen=True)
class PictureFile:
    """A picture as it leaves.

    Attributes:
        data: A PNG or JPEG file with nothing in it but what is seen.
        media_type: Such as "image/png".
        width: In pixels.
        height: The same.
    """

    data: bytes
    media_type: str
    width: int
    height: int


@dataclass(frozen=True)
class SummaryPicture:
    """A picture that was ticked.

    Attributes:
        words: What it shows, in plain text; may be empty.
        number: Which of the summary's pictures it is, counted from 1.
        file: What is shown.
    """

    words: str
    number: int
    file: PictureFile

    @property
    def description(self) -> str:
        """What stands for it where it cannot be seen."""
        return self.words or f"Picture {self.number}"

    @property
    def told(self) -> str:
        """What a format says that shows no pictures."""
        return f"Picture: {self.words}" if self.words else self.description


Block: TypeAlias = Paragraph | Heading | CodeBlock | Quote | ListBlock | Table | Rule | Notes | SummaryPicture
"""What stands between two blank lines."""


@dataclass(frozen=True)
class LabelledText:
    """A field of an item: what it is, and its words."""

    label: str
    content: tuple[Block, ...]


@dataclass(frozen=True, kw_only=True)
class SummaryItem:
    """One entry as it leaves.

    Attributes:
        title: One line of plain text; never empty.
        detail: One quiet line of plain text under the title, such as "Goal · active · release"; may be empty.
        body: What was written.
        fields: Further texts, each under a label, in order.
    """

    title: str
    detail: str = ""
    body: tuple[Block, ...] = ()
    fields: tuple[LabelledText, ...] = ()


class Wording(StrEnum):
    """Whose words stand there."""

    OF_ENTRY = "of the entry"
    EDITED = "edited"
    OUTDATED = "edited, and the entry has changed since"


@dataclass(frozen=True, kw_only=True)
class Place:
    """A place of a summary whose words can be changed for this time; nothing of it is part of what leaves.

    Attributes:
        key: Names it, the same each time the summary is made.
        source: The words that stand there unless somebody changes them.
        wording: Whose words stand there.
        is_new: It was not there when the mentee last looked the text through.
    """

    key: str = ""
    source: str = ""
    wording: Wording = Wording.OF_ENTRY
    is_new: bool = False


@dataclass(frozen=True, kw_only=True)
class SummaryDetail:
    """What stands under a line: a label, which may be empty, and its words."""

    label: str = ""
    words: tuple[Inline, ...]
    place: Place = Place()


@dataclass(frozen=True, kw_only=True)
class SummaryLine:
    """One thing, in one line: what, what of it helps, when.

    Attributes:
        words: What it is; never empty.
        more: Quiet words that go on in the same line; may be empty.
        links: What shows it.
        when: Plain text such as "11 Sep" or "since 15 Sep"; may be empty.
        mark: What stands before it.
        progress: The steps of a goal.
        below: What stands under it.
        is_title: The words are an entry's title, and stand out where there is something below.
        place: Where it can be worded anew.
    """

    words: tuple[Inline, ...]
    more: tuple[Inline, ...] = ()
    links: tuple[Link, ...] = ()
    when: str = ""
    mark: LineMark = LineMark.NONE
    progress: Progress | None = None
    below: tuple[SummaryDetail, ...] = ()
    is_title: bool = False
    place: Place = Place()


@dataclass(frozen=True)
class SummaryGroup:
    """Lines that belong together, under what they have in common; the heading may be empty."""

    heading: str
    lines: tuple[SummaryLine, ...]


@dataclass(frozen=True)
class SummarySection:
    """A heading and what stands under it: lines in groups, or whole entries; a section is never empty.

    Attributes:
        heading: Plain text, one line.
        items: Whole entries.
        groups: Lines.
        is_numbered: The lines are counted, so that one can speak of the second.
        place: Where the heading can be worded anew.
    """

    heading: str
    items: tuple[SummaryItem, ...] = ()
    groups: tuple[SummaryGroup, ...] = ()
    is_numbered: bool = False
    place: Place = Place()

    @property
    def lines(self) -> Iterator[SummaryLine]:
        """Every line of every group."""
        return (line for group in self.groups for line in group.lines)


@dataclass(frozen=True, kw_only=True)
class Summary:
    """The complete text that leaves.

    Attributes:
        title: Plain text, one line.
        occasion: One line of plain text: the day and time of the meeting; may be empty.
        subtitle: One quiet line of plain text: project, week, since when, for whom; may be empty.
        greeting: A paragraph before the sections; may be empty.
        sections: In the order of the template.
        closing: A paragraph after the sections; may be empty.
        appendix: Entries that leave as a whole, after the page.
        language: BCP 47 tag of the words that the program itself put in.
        title_place: Where the title can be worded anew.
        greeting_place: Where the template's greeting can.
        closing_place: Where the template's closing can.
    """

    title: str
    occasion: str = ""
    subtitle: str = ""
    greeting: tuple[Inline, ...] = ()
    sections: tuple[SummarySection, ...] = ()
    closing: tuple[Inline, ...] = ()
    appendix: tuple[SummaryItem, ...] = ()
    language: str = "en"
    title_place: Place = Place()
    greeting_place: Place = Place()
    closing_place: Place = Place()

    @property
    def items(self) -> Iterator[SummaryItem]:
        """Every entry that is told as a whole."""
        yield from (item for section in self.sections for item in section.items)
        yield from self.appendix
