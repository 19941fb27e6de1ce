"""What is found in a summary before it leaves: the places that can be worded anew, and the links."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from amp_desktop.domain.summary import (
    Block,
    Heading,
    Inline,
    Link,
    ListBlock,
    Notes,
    Paragraph,
    Place,
    Quote,
    Styled,
    Summary,
    SummaryItem,
    SummaryLine,
    Table,
)
from amp_desktop.sharing.renderers.formatting import plain


@dataclass(frozen=True)
class ShownPlace:
    """Words of a summary that can be changed for this time.

    Attributes:
        place: Which.
        words: As they are read; no Markdown.
    """

    place: Place
    words: str


def places_of(summary: Summary) -> Iterator[ShownPlace]:
    """Every place of the page that can be worded anew, in the order in which it is read."""
    yield ShownPlace(summary.title_place, summary.title)
    if summary.greeting_place.key:
        yield ShownPlace(summary.greeting_place, plain(summary.greeting))
    for section in summary.sections:
        yield ShownPlace(section.place, section.heading)
        for line in section.lines:
            yield ShownPlace(line.place, plain(line.words))
            yield from (ShownPlace(detail.place, plain(detail.words)) for detail in line.below)
    if summary.closing_place.key:
        yield ShownPlace(summary.closing_place, plain(summary.closing))


def links_in(summary: Summary) -> tuple[str, ...]:
    """The addresses that the summary leads to, each once, in the order in which they stand in it.

    One is the same whether a slash ends it or not.
    """
    found: dict[str, str] = {}
    for content in _lines(summary):
        for address in _addresses(content):
            found.setdefault(address.rstrip("/"), address)
    return tuple(found.values())


def _lines(summary: Summary) -> Iterator[Iterable[Inline]]:
    yield summary.greeting
    for section in summary.sections:
        for line in section.lines:
            yield from (line.words, line.more, line.links)
            yield from (detail.words for detail in line.below)
    yield summary.closing
    yield from (line for item in summary.items for line in _lines_of_item(item))


def _lines_of_item(item: SummaryItem) -> Iterator[Iterable[Inline]]:
    yield from _lines_of_blocks(item.body)
    for field in item.fields:
        yield from _lines_of_blocks(field.content)


def _lines_of_blocks(blocks: Iterable[Block]) -> Iterator[Iterable[Inline]]:
    for block in blocks:
        match block:
            case Paragraph(content) | Heading(_, content):
                yield content
            case Quote(inner):
                yield from _lines_of_blocks(inner)
            case ListBlock(items):
                for item in items:
                    yield from _lines_of_blocks(item.content)
            case Table(_, header, rows):
                yield from header
                yield from (cell for row in rows for cell in row)
            case Notes(notes):
                for note in notes:
                    yield from _lines_of_blocks(note)
            case _:
                pass


def _addresses(content: Iterable[Inline]) -> Iterator[str]:
    for inline in content:
        if isinstance(inline, Link):
            yield inline.address
        if isinstance(inline, Link | Styled):
            yield from _addresses(inline.content)


def unlinked(summary: Summary) -> tuple[ShownPlace, ...]:
    """The lines that tell something of an entry and lead nowhere: claims without a link that shows them."""
    return tuple(
        ShownPlace(line.place, plain(line.words))
        for section in summary.sections
        for line in section.lines
        if entry_at(line.place) is not None and not any(_leads_on(line))
    )


def entry_at(place: Place) -> UUID | None:
    """The entry that is told of at a place of the summary, if it is of one."""
    try:
        return UUID(place.key.partition(":")[0])
    except ValueError:
        return None


def _leads_on(line: SummaryLine) -> Iterator[str]:
    for content in (line.words, line.more, line.links, *(detail.words for detail in line.below)):
        yield from _addresses(content)
