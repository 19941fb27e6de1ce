"""Cutting words out of an item of a summary, across the styles and links that they stand in."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, assert_never

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
    SummaryItem,
    SummaryPicture,
    Table,
    Text,
)
from amp_desktop.domain.text.asides import aside_spans


class Cut(NamedTuple):
    """What stands from one place to another is read as these words."""

    start: int
    end: int
    words: str


Cuts = Callable[[str], Sequence[Cut]]
"""What is to be cut from a text, in order and none overlapping."""


def asides_read(text: str) -> list[Cut]:
    """The asides in words that were read: an escape or an entity may have made a mark of signs apart."""
    return [Cut(start, end, "") for start, end in aside_spans(text)]


def _cut(text: str, cuts: Iterable[Cut]) -> str:
    parts, at = [], 0
    for cut in cuts:
        parts += [text[at : cut.start], cut.words]
        at = cut.end
    return "".join((*parts, text[at:]))


@dataclass(frozen=True)
class WordCutter:
    """Cuts words out of what is to leave, across the styles and links that they stand in.

    Attributes:
        cuts: What is to be cut; asked for each line and each text of code.
        may_lead: Whether a link may lead to an address; where it may not, only its words stay.
    """

    cuts: Cuts
    may_lead: Callable[[str], bool]

    def item(self, item: SummaryItem) -> SummaryItem:
        """A whole entry without them."""
        return replace(
            item,
            title=self.text(item.title) or item.title,
            detail=self.text(item.detail),
            body=self.blocks(item.body),
            fields=tuple(replace(field, content=self.blocks(field.content)) for field in item.fields),
        )

    def text(self, text: str) -> str:
        """Plain text of one line without them."""
        return _cut(text, self.cuts(text)).strip()

    def blocks(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """Blocks without them; a paragraph or heading of which nothing is left is left out."""
        cut = map(self._block, blocks)
        return tuple(block for block in cut if not isinstance(block, Paragraph | Heading) or block.content)

    def _block(self, block: Block) -> Block:
        match block:
            case Paragraph(content) | Heading(_, content):
                return replace(block, content=self.line(content))
            case CodeBlock(text, language):
                return CodeBlock(_cut(text, self.cuts(text)), self.text(language))
            case Quote(content):
                return Quote(self.blocks(content))
            case ListBlock(items):
                kept = tuple(replace(item, content=self.blocks(item.content)) for item in items)
                return replace(block, items=kept)
            case Table(sides, header, rows):
                lines = tuple(tuple(map(self.line, row)) for row in rows)
                return Table(sides, tuple(map(self.line, header)), lines)
            case Notes(notes):
                return Notes(tuple(map(self.blocks, notes)))
            case SummaryPicture(words):
                return replace(block, words=self.text(words))
            case Rule():
                return block
            case _ as never:
                assert_never(never)

    def line(self, content: tuple[Inline, ...]) -> tuple[Inline, ...]:
        """The words of a line without them."""
        cuts = self.cuts("".join(map(_read, content)))
        return self._inlines(content, cuts, 0)

    def _inlines(self, content: Iterable[Inline], cuts: Sequence[Cut], at: int) -> tuple[Inline, ...]:
        made: list[Inline] = []
        for inline in content:
            end = at + len(_read(inline))
            made += self._inline(inline, cuts, at, end)
            at = end
        return tuple(made)

    def _inline(self, inline: Inline, cuts: Sequence[Cut], at: int, end: int) -> tuple[Inline, ...]:
        """What is left of an inline that is read from `at` to `end`; a cut's words stand where it begins."""
        match inline:
            case Styled(_, content):
                kept = self._inlines(content, cuts, at)
                return (replace(inline, content=kept),) if kept else ()
            case Link(address, content):
                kept = self._inlines(content, cuts, at)
                return (replace(inline, content=kept),) if kept and self.may_lead(address) else kept
        touched = [cut for cut in cuts if cut.start < end and at < cut.end]
        if not touched:
            return (inline,)
        here = [
            Cut(max(cut.start - at, 0), min(cut.end, end) - at, cut.words if cut.start >= at else "")
            for cut in touched
        ]
        text = _cut(_read(inline), here)
        return (Text(text.replace("\n", " ")),) if text else ()


def _read(inline: Inline) -> str:
    match inline:
        case Text(text) | Code(text):
            return text
        case Styled(_, content) | Link(_, content):
            return "".join(map(_read, content))
        case NoteMark(number):
            return f"[{number}]"
        case Break():
            return "\n"
        case _ as never:
            assert_never(never)
