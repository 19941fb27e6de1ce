"""What leaves the journal: a `Summary` is the complete text of it, and nothing of the journal is behind it.

Renderers see a summary and never an entry, so whatever the preview shows is what leaves.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Format(StrEnum):
    """The forms in which a summary leaves, named as the suffix of its file."""

    MARKDOWN = "md"
    HTML = "html"
    PDF = "pdf"
    TEXT = "txt"
    SLACK = "slack"


@dataclass(frozen=True, kw_only=True)
class LabelledText:
    """A field of an item: what it is, and its Markdown."""

    label: str
    text: str


@dataclass(frozen=True, kw_only=True)
class SummaryItem:
    """One entry as it leaves.

    Attributes:
        title: One line of plain text; may be empty when the entry had none.
        detail: One quiet line of plain text under the title, such as "Goal · active · release"; may be empty.
        body: Markdown.
        fields: Further Markdown, each under a label, in order.
        evidence: Addresses that show what was done, as plain text.
    """

    title: str
    detail: str = ""
    body: str = ""
    fields: tuple[LabelledText, ...] = ()
    evidence: tuple[str, ...] = ()


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
        closing: One line of plain text for the end; may be empty.
        language: BCP 47 tag of the words that the program itself put in.
    """

    title: str
    subtitle: str = ""
    sections: tuple[SummarySection, ...] = ()
    closing: str = ""
    language: str = "en"

    @property
    def items(self) -> Iterator[SummaryItem]:
        """Every item of every section."""
        return (item for section in self.sections for item in section.items)
