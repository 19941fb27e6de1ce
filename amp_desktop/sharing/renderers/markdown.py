"""A summary as Markdown for GitHub: an issue, a discussion, a pull request, a file.

What the mentee wrote as words is written so that it stays words: no tag, picture or mark comes into being
that the other formats do not show.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import pairwise

from amp_desktop.domain.summary import (
    Block,
    Break,
    Code,
    CodeBlock,
    Heading,
    Inline,
    LabelledText,
    LineMark,
    Link,
    ListBlock,
    ListItem,
    NoteMark,
    Notes,
    Paragraph,
    Quote,
    Rule,
    Side,
    Style,
    Styled,
    Summary,
    SummaryItem,
    SummaryLine,
    SummaryPicture,
    SummarySection,
    Table,
    Text,
)
from amp_desktop.sharing.renderers.formatting import APPENDIX, neighbours, plain, quiet_words

_MARKS = {Style.STRONG: "**", Style.EMPHASIS: "*", Style.STRIKE: "~~"}
_ITEM_LEVEL = 3
_LINE_MARKS = {
    LineMark.NONE: "- ",
    LineMark.REACHED: "- ",
    LineMark.LET_GO: "- ",
    LineMark.DONE: "- [x] ",
    LineMark.OPEN: "- [ ] ",
}
_ACTIVE = re.compile(r"[\\`*\[\]<~]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)|!$")
_LINE_START = re.compile(r"^(?:[-+=#|:](?=[\s\-=#:|]|$)|>)")
_NUMBERED = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")
_DELIMITERS = {Side.START: ":---", Side.CENTRE: ":---:", Side.END: "---:", None: "---"}


def render(summary: Summary) -> bytes:
    """The summary as Markdown in UTF-8."""
    return _Writer().document(summary).encode()


class _Writer:
    """Writes one document; counts its footnotes, for their numbers begin anew in each text."""

    def __init__(self) -> None:
        self._notes_before = 0

    def document(self, summary: Summary) -> str:
        parts = [f"# {_heading(_escaped(summary.title))}"]
        parts += [f"**{_escaped(summary.occasion)}**"] if summary.occasion else []
        parts += [f"*{_escaped(summary.subtitle)}*"] if summary.subtitle else []
        parts += [_kept_words(self._inlines(summary.greeting))] if summary.greeting else []
        for section in summary.sections:
            parts.append(f"## {_heading(_escaped(section.heading))}")
            parts += self._lines(section)
            parts += map(self._item, section.items)
        parts += [_kept_words(self._inlines(summary.closing))] if summary.closing else []
        if summary.appendix:
            parts += [f"## {APPENDIX}", *map(self._item, summary.appendix)]
        return "\n\n".join(parts) + "\n"

    def _lines(self, section: SummarySection) -> Iterator[str]:
        """The groups, each heading and each list by itself."""
        number = 0
        for group in section.groups:
            if group.heading:
                yield f"{'#' * _ITEM_LEVEL} {_heading(_escaped(group.heading))}"
            lines = []
            for line in group.lines:
                number += 1
                mark = f"{number}. " if section.is_numbered else _LINE_MARKS[line.mark]
                indent = " " * (len(mark) if section.is_numbered else 2)
                lines.append(_prefixed(self._line(line), mark, indent))
            yield "\n".join(lines)

    def _line(self, line: SummaryLine) -> str:
        words = _kept_words(self._inlines(line.words))
        quiet = quiet_words(line)
        parts = [
            _marked(words, "**", "", "") if line.is_title and line.below else words,
            *(self._link(link, frozenset()) for link in line.links),
            f"({_escaped(quiet)})" if quiet else "",
            f"– {self._inlines(line.more)}" if line.more else "",
        ]
        below = (
            f"*{_escaped(detail.label)}:* {self._inlines(detail.words)}"
            if detail.label
            else _kept_words(self._inlines(detail.words))
            for detail in line.below
        )
        return "\\\n".join((" ".join(filter(None, parts)), *below))

    def _item(self, item: SummaryItem) -> str:
        parts = [f"{'#' * _ITEM_LEVEL} {_heading(_escaped(item.title))}"]
        if item.detail:
            parts.append(f"*{_escaped(item.detail)}*")
        parts += [self._text(item.body)] if item.body else []
        parts += map(self._field, item.fields)
        return "\n\n".join(parts)

    def _field(self, field: LabelledText) -> str:
        """The label, and on its line the text when that is one paragraph."""
        text = self._text(field.content)
        one_line = len(field.content) == 1 and isinstance(field.content[0], Paragraph)
        return f"**{_escaped(field.label)}:**" + (" " if one_line else "\n\n") + text

    def _text(self, blocks: tuple[Block, ...]) -> str:
        text = self._blocks(blocks)
        self._notes_before += sum(len(block.notes) for block in blocks if isinstance(block, Notes))
        return text

    def _blocks(self, blocks: tuple[Block, ...]) -> str:
        second = [False]
        for before, after in pairwise(blocks):
            second.append(_would_merge(before, after) and not second[-1])
        return "\n\n".join(self._block(b, second=s) for b, s in zip(blocks, second, strict=False))

    def _block(self, block: Block, *, second: bool) -> str:
        match block:
            case Paragraph(content):
                return "\n".join(map(_kept_words, self._inlines(content).split("\n")))
            case Heading(level, content):
                return f"{'#' * min(6, _ITEM_LEVEL + level)} {_heading(self._inlines(content))}"
            case CodeBlock(text, language):
                fence = "`" * max(3, _longest_run(text) + 1)
                return f"{fence}{language}\n{text}\n{fence}"
            case Quote(content):
                return _prefixed(self._blocks(content), "> ", "> ")
            case ListBlock():
                return self._list(block, second=second)
            case Table():
                return self._table(block)
            case SummaryPicture():
                return f"*{_escaped(block.told)}*"
            case Rule():
                return "***"
            case Notes(notes):
                return "\n\n".join(
                    _prefixed(self._blocks(note), f"[^{self._notes_before + n}]: ", "    ")
                    for n, note in enumerate(notes, start=1)
                )

    def _list(self, block: ListBlock, *, second: bool) -> str:
        """The points; a list right after a list gets other marks, or the two would be one."""
        is_short = all(len(item.content) == 1 or _is_point_with_points(item) for item in block.items)
        written = []
        for number, item in enumerate(block.items, start=block.start or 0):
            mark = ("* " if second else "- ") if block.start is None else f"{number}{')' if second else '.'} "
            box = "" if item.done is None else f"[{'x' if item.done else ' '}] "
            text = "\n" if is_short else "\n\n"
            text = text.join(self._block(child, second=False) for child in item.content)
            written.append(_prefixed(box + text, mark, " " * len(mark)))
        return ("\n" if is_short else "\n\n").join(written)

    def _table(self, table: Table) -> str:
        rows = [
            [self._cell(cell) for cell in row]
            for row in (table.header or ((),) * len(table.sides), *table.rows)
        ]
        rows.insert(1, [_DELIMITERS[side] for side in table.sides])
        return "\n".join(f"| {' | '.join(row)} |" for row in rows)

    def _cell(self, content: tuple[Inline, ...]) -> str:
        return _one_line(self._inlines(content)).replace("|", "\\|")

    def _inlines(
        self,
        content: Iterable[Inline],
        within: frozenset[Style] = frozenset(),
        before: str = "",
        after: str = "",
    ) -> str:
        return "".join(
            self._inline(one, within, *around) for one, *around in neighbours(content, before, after)
        )

    def _inline(self, inline: Inline, within: frozenset[Style], before: str, after: str) -> str:
        match inline:
            case Text(text):
                return _escaped(text)
            case Code(text):
                return _code(text)
            case Styled(style, content):
                text = self._inlines(content, within | {style}, before, after)
                return text if style in within else _marked(text, _MARKS[style], before, after)
            case Link():
                return self._link(inline, within)
            case Break():
                return "\\\n"
            case NoteMark(number):
                return f"[^{self._notes_before + number}]"

    def _link(self, link: Link, within: frozenset[Style]) -> str:
        if plain(link.content) == link.address:
            return f"<{link.address}>"
        address = f"<{link.address}>" if set("()") & set(link.address) else link.address
        return f"[{_one_line(self._inlines(link.content, within))}]({address})"


def _escaped(text: str) -> str:
    return _ACTIVE.sub(r"\\\g<0>", text)


def _heading(markdown: str) -> str:
    """One line after its number signs; those at its end are words and not a closing row of them."""
    return re.sub(r"(?<!\S)(#+)$", r"\\\1", _one_line(markdown))


def _kept_words(line: str) -> str:
    """The line so written that its beginning does not make it a heading, point, quote, rule or table."""
    line = line.strip()
    return _NUMBERED.sub(r"\1\\\2", _LINE_START.sub(r"\\\g<0>", line))


def _one_line(text: str) -> str:
    return text.replace("\\\n", " ").strip()


def _marked(text: str, mark: str, before: str, after: str) -> str:
    """The text between marks; space at its ends goes outside, where Markdown wants it.

    So do signs at an end where a letter follows or goes before, as in Chinese: a mark between them is none.
    """
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    if before.isalnum():
        while start < end and _is_sign(text[start]):
            start += 1
    if after.isalnum():
        while start < end and _is_sign(text[end - 1]):
            end -= 1
    return f"{text[:start]}{mark}{text[start:end]}{mark}{text[end:]}" if start < end else text


def _is_sign(letter: str) -> bool:
    """Whether it is a sign that no Markdown begins or ends with, such as those of Chinese."""
    return not letter.isascii() and unicodedata.category(letter)[0] in "PS"


def _code(text: str) -> str:
    fence = "`" * (_longest_run(text) + 1)
    space = " " if text[:1] in ("`", " ") or text[-1:] in ("`", " ") else ""
    return f"{fence}{space}{text}{space}{fence}"


def _longest_run(text: str) -> int:
    return max(map(len, re.findall("`+", text)), default=0)


def _prefixed(text: str, first: str, other: str) -> str:
    """The text with `first` before its first line and `other` before the rest that are not empty."""
    first_line, *lines = text.split("\n")
    rest = [other + line if line else other.rstrip() for line in lines]
    return "\n".join([first + first_line, *rest])


def _would_merge(before: Block, after: Block) -> bool:
    if not (isinstance(before, ListBlock) and isinstance(after, ListBlock)):
        return False
    return (before.start is None) == (after.start is None)


def _is_point_with_points(item: ListItem) -> bool:
    """Whether it is one paragraph with a list under it, which needs no blank line between."""
    return (
        len(item.content) == 2
        and isinstance(item.content[0], Paragraph)
        and isinstance(item.content[1], ListBlock)
    )
