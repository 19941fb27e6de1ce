"""What leaves the journal: a `Summary` is the complete text of it, and nothing of the journal is behind it.

It holds no Markdown and no addresses but those of its links: the door has read the mentee's Markdown into the
blocks below, so a renderer can only write down what is here, and whatever the preview shows is what leaves.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator


Format: TypeAlias = str
"""Names a form in which a summary leaves: "md". `sharing.renderers.registry` knows them all."""


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


Block: TypeAlias = Paragraph | Heading | CodeBlock | Quote | ListBlock | Table | Rule | Notes
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


@dataclass(frozen=True)
class SummarySection:
    """A heading and what stands under it; a section is never empty."""

    heading: str
    items: tuple[SummaryItem, ...]


@dataclass(frozen=True, kw_only=True)
class Summary:
    """The complete text that leaves.

    Attributes:
        title: Plain text, one line.
        subtitle: One quiet line of plain text: project, period, for whom; may be empty.
        sections: In the order of the template.
        language: BCP 47 tag of the words that the program itself put in.
    """

    title: str
    subtitle: str = ""
    sections: tuple[SummarySection, ...] = ()
    language: str = "en"

    @property
    def items(self) -> Iterator[SummaryItem]:
        """Every item of every section."""
        return (item for section in self.sections for item in section.items)
