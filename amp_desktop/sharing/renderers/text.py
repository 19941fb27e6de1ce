"""A summary as plain text for an e-mail: no marks, lines that fit, addresses after their words."""

from collections.abc import Iterable, Iterator

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
    NoteMark,
    Notes,
    Paragraph,
    Quote,
    Rule,
    Styled,
    Summary,
    SummaryItem,
    SummaryLine,
    SummaryPicture,
    SummarySection,
    Table,
    Text,
)
from amp_desktop.sharing.renderers.columns import table_lines
from amp_desktop.sharing.renderers.formatting import APPENDIX, quiet_words, says_address, width, wrap

LINE = 76
"""Columns of a line: what RFC 5322 advises, less room for one mark of quoting."""

_INDENT = "  "

_MARKS = {
    LineMark.NONE: "- ",
    LineMark.REACHED: "* ",
    LineMark.LET_GO: "- ",
    LineMark.DONE: "[x] ",
    LineMark.OPEN: "[ ] ",
}


def render(summary: Summary) -> bytes:
    """The summary as plain text in UTF-8."""
    lines = [*wrap(summary.title, LINE), "=" * min(LINE, width(summary.title)), ""]
    for quiet in filter(None, (summary.occasion, summary.subtitle, _words(summary.greeting))):
        lines += [*wrap(quiet, LINE), ""]
    for section in summary.sections:
        lines += [*_heading(section.heading), *_lines(section)]
        lines += [line for item in section.items for line in (*_item(item), "")]
    if summary.closing:
        lines += ["", *wrap(_words(summary.closing), LINE), ""]
    if summary.appendix:
        lines += _heading(APPENDIX)
        lines += [line for item in summary.appendix for line in (*_item(item), "")]
    return ("\n".join(line.rstrip() for line in lines).rstrip() + "\n").encode()


def _heading(heading: str) -> list[str]:
    return ["", heading, "-" * min(LINE, width(heading)), ""]


def _lines(section: SummarySection) -> Iterator[str]:
    number = 0
    for group in section.groups:
        yield from wrap(f"{group.heading}:", LINE) if group.heading else ()
        for line in group.lines:
            number += 1
            mark = f"{number}. " if section.is_numbered else _MARKS[line.mark]
            yield from _hung(_line(line, LINE - width(mark)), mark)
        yield ""


def _line(line: SummaryLine, columns: int) -> Iterator[str]:
    quiet = quiet_words(line)
    parts = [_words(line.words), f"({quiet})" if quiet else "", *(_word(link) for link in line.links)]
    words = " ".join(filter(None, parts))
    yield from wrap(f"{words} – {_words(line.more)}" if line.more else words, columns)
    for detail in line.below:
        label = f"{detail.label}: " if detail.label else ""
        yield from wrap(label + _words(detail.words), columns)


def _item(item: SummaryItem) -> Iterator[str]:
    yield from _hung(wrap(item.title, LINE - 2), "• ")
    yield from _hung(wrap(item.detail, LINE - 2) if item.detail else [], _INDENT)
    if item.body:
        yield ""
        yield from _hung(_blocks(item.body, LINE - 2), _INDENT)
    for field in item.fields:
        yield ""
        yield from _hung(_field(field, LINE - 2), _INDENT)


def _field(field: LabelledText, columns: int) -> list[str]:
    """The label, and on its line the text when that is one paragraph."""
    match field.content:
        case (Paragraph(content),):
            return wrap(f"{field.label}: {_words(content)}", columns)
        case _:
            return [f"{field.label}:", *_blocks(field.content, columns)]


def _blocks(blocks: Iterable[Block], columns: int) -> list[str]:
    lines: list[str] = []
    for block in blocks:
        lines += [*([""] if lines else []), *_block(block, max(columns, 20))]
    return lines


def _block(block: Block, columns: int) -> Iterable[str]:
    match block:
        case Paragraph(content) | Heading(_, content):
            return wrap(_words(content), columns)
        case CodeBlock(text):
            return _hung(text.split("\n"), _INDENT * 2)
        case Quote(content):
            return _hung(_blocks(content, columns - 2), "> ", "> ")
        case ListBlock():
            return _list(block, columns)
        case Table():
            return table_lines(block, columns, _words)
        case SummaryPicture():
            return wrap(f"[{block.told}]", columns)
        case Rule():
            return ["-" * 20]
        case Notes(notes):
            numbered = enumerate(notes, start=1)
            return [line for n, note in numbered for line in _hung(_blocks(note, columns - 4), f"[{n}] ")]


def _list(block: ListBlock, columns: int) -> Iterator[str]:
    """The points, close together when each is short."""
    apart = any(len(item.content) > 2 for item in block.items)
    for number, item in enumerate(block.items):
        if apart and number:
            yield ""
        mark = "- " if block.start is None else f"{block.start + number}. "
        mark = mark if item.done is None else mark.removeprefix("- ") + ("[x] " if item.done else "[ ] ")
        lines = _blocks(item.content, columns - len(mark))
        yield from _hung(lines if apart else filter(None, lines), mark)


def _hung(lines: Iterable[str], mark: str, other: str = "") -> Iterator[str]:
    """The lines with `mark` before the first, and as much space, or `other`, before the rest."""
    before = mark
    for line in lines:
        yield (before + line) if line or other else ""
        before = other or " " * width(mark)


def _words(content: Iterable[Inline]) -> str:
    return "".join(map(_word, content))


def _word(inline: Inline) -> str:
    match inline:
        case Text(text) | Code(text):
            return text
        case Styled(_, content):
            return _words(content)
        case Link(address, content):
            return (
                _words(content)
                if says_address(inline)
                else f"{_words(content)} <{address.removeprefix('mailto:')}>"
            )
        case NoteMark(number):
            return f"[{number}]"
        case Break():
            return "\n"
