"""Blocks of a text as one line of a summary: its beginning, without what needs a page of its own."""

from collections.abc import Callable, Iterable, Iterator
from typing import assert_never

from amp_desktop.domain.summary import (
    Block,
    Break,
    Code,
    CodeBlock,
    Heading,
    Inline,
    Link,
    ListBlock,
    NoteMark,
    Notes,
    Paragraph,
    Quote,
    Rule,
    Styled,
    SummaryPicture,
    Table,
    Text,
)
from amp_desktop.sharing.disclosure.read_words import Cut, WordCutter
from amp_desktop.sharing.renderers.formatting import plain

ELLIPSIS = "…"


def as_it_is(content: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """The words as they are."""
    return content


def first_words(
    blocks: Iterable[Block],
    limit: int,
    told: Callable[[tuple[Inline, ...]], tuple[Inline, ...]] = as_it_is,
) -> tuple[Inline, ...]:
    """The first paragraph of a text, or what stands for one, as one line of about `limit` letters at most.

    Args:
        blocks: Of the text.
        limit: Letters at most.
        told: What may be told of the words, now that they stand in one line, before it is shortened.
    """
    for block in blocks:
        words = told(tuple(_joined(_words(block))))
        if words:
            return shortened(words, limit)
    return ()


def shortened(content: tuple[Inline, ...], limit: int) -> tuple[Inline, ...]:
    """The words, ended with three dots after the last whole word that has room in `limit` letters."""
    text = plain(content)
    if len(text) <= limit:
        return content
    rest = Cut(len(_whole_words(text, limit - len(ELLIPSIS))), len(text), "")
    return (*WordCutter(lambda _: [rest], lambda _: True).line(content), Text(ELLIPSIS))


def _words(block: Block) -> Iterable[Inline]:
    match block:
        case Paragraph(content):
            return content
        case Quote(content):
            return first_words(content, limit=10**9)
        case ListBlock(items):
            points = (first_words(item.content, limit=10**9) for item in items)
            return _listed(point for point in points if point)
        case Heading() | CodeBlock() | Table() | Rule() | Notes() | SummaryPicture():
            return ()
        case _ as never:
            assert_never(never)


def _listed(points: Iterable[tuple[Inline, ...]]) -> Iterator[Inline]:
    for at, point in enumerate(points):
        if at:
            yield Text("; ")
        yield from point


def _joined(content: Iterable[Inline]) -> Iterator[Inline]:
    """The words without breaks and the numbers of footnotes, which stand elsewhere."""
    for inline in content:
        match inline:
            case Break():
                yield Text(" ")
            case NoteMark():
                continue
            case Styled(style, inner):
                yield Styled(style, tuple(_joined(inner)))
            case Link(address, inner):
                yield Link(address, tuple(_joined(inner)))
            case Text() | Code():
                yield inline
            case _ as never:
                assert_never(never)


def _whole_words(text: str, room: int) -> str:
    """What has room of a longer text, up to the end of a word where there is one."""
    kept = text[:room]
    end = room if text[room].isspace() else kept.rfind(" ")
    return (kept[:end] if end > room // 2 else kept).rstrip(" ,;:–-")
