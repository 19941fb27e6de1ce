"""How long a summary is, for whoever has to read it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from amp_desktop.domain.summary import (
    Block,
    CodeBlock,
    Heading,
    ListBlock,
    Notes,
    Paragraph,
    Quote,
    Rule,
    Summary,
    SummaryItem,
    SummaryPicture,
    Table,
)
from amp_desktop.domain.text.word_count import count_words
from amp_desktop.sharing.renderers.formatting import plain

WORDS_A_MINUTE = 200
"""What an adult reads of a text that is to be understood (Brysbaert 2019 gives 238 for light reading)."""


@dataclass(frozen=True)
class Length:
    """How long a summary is.

    Attributes:
        words: Of the page and of what stands after it.
    """

    words: int

    @property
    def minutes(self) -> int:
        """To read all of it, at least one."""
        return max(1, round(self.words / WORDS_A_MINUTE))


def length_of(summary: Summary) -> Length:
    """How many words leave."""
    return Length(sum(map(count_words, chain(_texts_of_page(summary), _items(summary.appendix)))))


def _texts_of_page(summary: Summary) -> Iterator[str]:
    yield from (summary.title, summary.occasion, summary.subtitle, plain(summary.greeting))
    yield plain(summary.closing)
    for section in summary.sections:
        yield section.heading
        yield from (group.heading for group in section.groups)
        for line in section.lines:
            yield plain(line.words)
            yield plain(line.more)
            yield plain(line.links)
            yield line.when
            for detail in line.below:
                yield detail.label
                yield plain(detail.words)
        yield from _items(section.items)


def _items(items: Iterable[SummaryItem]) -> Iterator[str]:
    for item in items:
        yield from (item.title, item.detail, *_texts(item.body))
        for field in item.fields:
            yield from (field.label, *_texts(field.content))


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph(content) | Heading(_, content):
                yield plain(content)
            case CodeBlock(text):
                yield text
            case Quote(content):
                yield from _texts(content)
            case ListBlock(items):
                for item in items:
                    yield from _texts(item.content)
            case Table(_, header, rows):
                yield from map(plain, header)
                yield from (plain(cell) for row in rows for cell in row)
            case Notes(notes):
                for note in notes:
                    yield from _texts(note)
            case SummaryPicture(words):
                yield words
            case Rule():
                pass
