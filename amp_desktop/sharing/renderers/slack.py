"""A summary in Slack's own markup (mrkdwn), to be pasted as a message.

It is for the box in which messages are written: that takes marks for bold and the like, finds addresses by
itself, and shows entities and `<address|words>`, which are for programs, as they stand. Nothing that the
mentee wrote can call anybody: the words that would ring a channel lose their power.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import starmap

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
from amp_desktop.sharing.renderers.columns import table_lines
from amp_desktop.sharing.renderers.formatting import APPENDIX, neighbours, plain, quiet_words, says_address

_MARKS = {Style.STRONG: "*", Style.EMPHASIS: "_", Style.STRIKE: "~"}
_CALLS = re.compile(r"@(?=channel|here|everyone|group)|<(?=[!@#])", re.IGNORECASE)
_TABLE_COLUMNS = 76
_LINE_MARKS = {
    LineMark.NONE: "• ",
    LineMark.REACHED: "⚑ ",
    LineMark.LET_GO: "• ",
    LineMark.DONE: "✓ ",
    LineMark.OPEN: "☐ ",
}


def render(summary: Summary) -> bytes:
    """The summary as Slack's markup in UTF-8."""
    parts = [_bold(summary.title)]
    parts += [_bold(summary.occasion)] if summary.occasion else []
    parts += [f"_{_escaped(summary.subtitle)}_"] if summary.subtitle else []
    parts += [_words(summary.greeting)] if summary.greeting else []
    for section in summary.sections:
        parts.append("\n".join((_bold(section.heading), *_lines(section))))
        parts += map(_item, section.items)
    parts += [_words(summary.closing)] if summary.closing else []
    if summary.appendix:
        parts += [_bold(APPENDIX), *map(_item, summary.appendix)]
    return ("\n\n".join(parts) + "\n").encode()


def _lines(section: SummarySection) -> Iterator[str]:
    number = 0
    for group in section.groups:
        if group.heading:
            yield _bold(group.heading)
        for line in group.lines:
            number += 1
            yield from _hung(_line(line), f"{number}. " if section.is_numbered else _LINE_MARKS[line.mark])


def _line(line: SummaryLine) -> Iterator[str]:
    words, quiet = _words(line.words), quiet_words(line)
    parts = [
        _marked(words, "*") if line.is_title and line.below else words,
        *(_word(link, "", "") for link in line.links),
        f"({_escaped(quiet)})" if quiet else "",
        f"– {_words(line.more)}" if line.more else "",
    ]
    yield " ".join(filter(None, parts))
    for detail in line.below:
        yield (f"_{_escaped(detail.label)}:_ " if detail.label else "") + _words(detail.words)


def _item(item: SummaryItem) -> str:
    lines = [_bold(item.title)]
    lines += [f"_{_escaped(item.detail)}_"] if item.detail else []
    lines += _blocks(item.body)
    for field in item.fields:
        lines += _field(field)
    return "\n".join(lines)


def _field(field: LabelledText) -> list[str]:
    match field.content:
        case (Paragraph(content),):
            return [f"{_bold(field.label + ':')} {_words(content)}"]
        case _:
            return [_bold(field.label + ":"), *_blocks(field.content)]


def _blocks(blocks: Iterable[Block]) -> list[str]:
    """The lines of the blocks; a blank one stands between two paragraphs only, for messages are narrow."""
    lines: list[str] = []
    after_paragraph = False
    for block in blocks:
        lines += [""] if after_paragraph and isinstance(block, Paragraph) else []
        lines += _block(block)
        after_paragraph = isinstance(block, Paragraph)
    return lines


def _block(block: Block) -> Iterable[str]:
    match block:
        case Paragraph(content):
            return _words(content).split("\n")
        case Heading(_, content):
            return [_bold(plain(content).replace("\n", " "))]
        case CodeBlock(text):
            return _fenced(text.split("\n"))
        case Quote(content):
            return [f"> {line}" for line in _blocks(content)]
        case ListBlock():
            return _list(block)
        case Table():
            return _fenced(table_lines(block, _TABLE_COLUMNS, plain))
        case SummaryPicture():
            return [f"_{_escaped(block.told)}_"]
        case Rule():
            return ["———"]
        case Notes(notes):
            return [line for n, note in enumerate(notes, start=1) for line in _hung(_blocks(note), f"[{n}] ")]


def _list(block: ListBlock) -> Iterator[str]:
    for number, item in enumerate(block.items):
        mark = "• " if block.start is None else f"{block.start + number}. "
        mark = mark if item.done is None else ("☑ " if item.done else "☐ ")
        yield from _hung(filter(None, _blocks(item.content)), mark)


def _hung(lines: Iterable[str], mark: str) -> Iterator[str]:
    """The lines, the first after its mark and the rest under it; a quote or fence must begin its own line."""
    before = mark
    for line in lines:
        yield before + line
        before = "    "


def _fenced(lines: Iterable[str]) -> list[str]:
    return ["```", *map(_escaped, lines), "```"]


def _bold(text: str) -> str:
    return f"*{_escaped(text)}*"


def _escaped(text: str) -> str:
    """The text as words: it calls nobody, and its backticks neither begin nor end a block of code."""
    return _CALLS.sub("\\g<0>\u2060", text).replace("```", "`\u200b`\u200b`")


def _words(content: Iterable[Inline], before: str = "", after: str = "") -> str:
    return "".join(starmap(_word, neighbours(content, before, after)))


def _word(inline: Inline, before: str, after: str) -> str:
    """What an inline is in Slack's markup, between these two letters."""
    match inline:
        case Text(text):
            return _escaped(text)
        case Code(text):
            return f"`{_escaped(text).replace('`', 'ˋ')}`"
        case Styled(style, content):
            words = _words(content, before, after)
            within_word = before.isalnum() or after.isalnum()  # Slack would show the marks
            return words if within_word else _marked(words, _MARKS[style])
        case Link(address, content):
            words = _escaped(plain(content)).replace("\n", " ")
            return words if says_address(inline) else f"{words} ({address.removeprefix('mailto:')})"
        case NoteMark(number):
            return f"[{number}]"
        case Break():
            return "\n"


def _marked(text: str, mark: str) -> str:
    """The words between marks, line by line, for Slack ends a mark with the line; space goes outside."""
    return "\n".join(
        re.sub(r"\S(?:.*\S)?", lambda words: f"{mark}{words[0]}{mark}", line) for line in text.split("\n")
    )
