"""A summary as a PDF, set by typst: tagged, with an outline, a title and a language, without author or date.

The page is written in `resources/summary/page.typ`. The summary reaches it as JSON, so no word of the mentee
is ever part of a program; typst is given a folder with nothing but that page as its world, so it has nothing
else that it could read.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

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
    Summary,
    SummaryItem,
    SummaryLine,
    SummaryPicture,
    SummarySection,
    Table,
    Text,
)
from amp_desktop.sharing.renderers.endless import (
    CELL,
    NO_BREAKS,
    PARTING,
    Breaks,
    breaks_in,
    parted,
    shortened,
    spaceless_runs,
)
from amp_desktop.sharing.renderers.formatting import (
    APPENDIX,
    each_text,
    is_right_to_left,
    language_of,
    plain,
)
from amp_desktop.sharing.renderers.typesetting import Typeset, asked, compiler_of, known_fonts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


_USELESS_JOINERS = re.compile("(?<=[\u0591-\u05c7])[\u200c\u200d]+")
"""After a sign of Hebrew, where nothing joins; typst 0.15 panics over one at the end of a line."""

_FONTS = (
    *("Inter", "Noto Sans Devanagari", "Noto Naskh Arabic"),
    *("Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", "Source Han Sans SC"),
    *("Noto Sans CJK KR", "Apple SD Gothic Neo", "Malgun Gothic"),
    *("Noto Color Emoji", "Apple Color Emoji", "Segoe UI Emoji"),
)
"""Ours first, then what systems bring for scripts too large to ship; after them typst tries all others."""

_JAPANESE_FONTS = ("Noto Sans CJK JP", "Hiragino Sans", "Yu Gothic", "Source Han Sans")
"""Before the Chinese ones in a Japanese text: the same letters are drawn in another way there."""


_RUNNING = 46
"""Ems of title and subtitle that have room at the foot of each page."""

_LOW = 120
"""Letters in a heading of a table that comes again on each page; one that fills pages would not end."""

_ONE_LINE = 56
"""Letters of which a line on paper surely holds as many."""

_TOGETHER = 1000
"""Letters of a line that are not parted by the end of a page; of the widest they fill two thirds of one."""

_DEEPEST = 24.0
"""Ems by which lists and quotes may move their words in; what stands deeper begins where the last one did."""


def render(summary: Summary) -> bytes:
    """The summary as a PDF; the same summary gives the same bytes."""
    with typeset(summary) as document:
        return document.file()


@contextmanager
def typeset(summary: Summary) -> Iterator[Typeset]:
    """Set a summary: its file and its pages are asked for within; what was set for one serves the other."""
    fonts = known_fonts()
    families = frozenset(fonts.families())
    data = _json(summary, families)
    if spaceless_runs(data):
        data = _json(_parted(summary), families)
    with compiler_of("page.typ", fonts, summary=data) as compiler:
        yield Typeset(compiler)


def _parted(summary: Summary) -> Summary:
    """The summary, with places between those words of it that only a dictionary parts."""
    runs: dict[str, None] = {}

    def noted(text: str) -> str:
        runs.update(dict.fromkeys(spaceless_runs(text)))
        return text

    each_text(summary, noted)
    words = _words_of(list(runs))
    made: Summary = each_text(summary, lambda text: parted(text, words))
    return made


def _words_of(runs: list[str]) -> dict[str, list[str]]:
    """Each run of a script without spaces, and the words that typst itself finds in it."""
    with compiler_of("words.typ", known_fonts(), runs=json.dumps(runs)) as compiler:
        found: list[list[str]] = json.loads(asked(lambda: compiler.query("<words>", field="value", one=True)))
    return dict(zip(runs, found, strict=True))


def _json(summary: Summary, families: frozenset[str]) -> str:
    fonts = [font for font in _FONTS if font in families]
    document = {
        "title": {"text": summary.title, "key": summary.title_place.key, **_line((Text(summary.title),))},
        "occasion": _words(summary.occasion),
        "subtitle": _words(summary.subtitle),
        "greeting": _line(summary.greeting),
        "closing": _line(summary.closing),
        "running": shortened(" · ".join(filter(None, (summary.title, summary.subtitle))), _RUNNING),
        "language": summary.language,
        "fonts": fonts,
        "japanese": [font for font in _JAPANESE_FONTS if font in families] + fonts,
        "sections": list(map(_section, summary.sections)),
        "appendix-heading": APPENDIX,
        "appendix": list(map(_item, summary.appendix)),
    }
    data = json.dumps(document, ensure_ascii=False)
    return _USELESS_JOINERS.sub("", data).replace(PARTING, "")


def _section(section: SummarySection) -> dict[str, Any]:
    groups = [
        {"heading": _words(group.heading), "lines": list(map(_summary_line, group.lines))}
        for group in section.groups
    ]
    return {
        "heading": section.heading,
        "key": section.place.key,
        "numbered": section.is_numbered,
        "groups": groups,
        "items": list(map(_item, section.items)),
    }


def _summary_line(line: SummaryLine) -> dict[str, Any]:
    progress = line.progress
    return {
        "key": line.place.key,
        "words": _helped(line.words),
        **_writing(plain(line.words)),
        "tall": _is_tall(line.words, line.more, line.links, *(detail.words for detail in line.below)),
        "runs on": _runs_on(line),
        "strong": line.is_title and bool(line.below),
        "more": _helped(line.more),
        "links": _helped(line.links),
        "when": line.when,
        "mark": line.mark.value,
        "progress": {"done": progress.done, "of": progress.of} if progress else None,
        "below": [
            {"key": detail.place.key, "label": detail.label, "words": _helped(detail.words)}
            for detail in line.below
        ],
    }


def _runs_on(line: SummaryLine) -> bool:
    """Whether it may take several lines, and nothing before it says where it begins."""
    has_mark = bool(line.mark.value) or line.progress is not None
    return not has_mark and len(plain((*line.words, *line.more, *line.links))) > _ONE_LINE


def _item(item: SummaryItem) -> dict[str, Any]:
    return {
        "title": _words(item.title),
        "tall": _is_tall((Text(item.title),)),
        **_writing(item.title, breaks_in(item.title)),
        "detail": _words(item.detail),
        "body": _blocks(item.body),
        "fields": [
            {"label": _line((Text(field.label),)), "content": _blocks(field.content)} for field in item.fields
        ],
    }


def _blocks(blocks: Iterable[Block], room: float = _DEEPEST) -> list[dict[str, Any]]:
    """The blocks, which may still be moved in by `room` ems."""
    return [made for block in blocks for made in _block(block, room)]


def _block(block: Block, room: float) -> Iterable[dict[str, Any]]:
    """What a block becomes: one, unless there is no room to move it in."""
    match block:
        case Paragraph(content):
            yield {"is": "paragraph", **_line(content)}
        case Heading(level, content):
            yield {"is": "heading", "level": level, **_line(content)}
        case CodeBlock(text):
            breaks = [(line, breaks_in(line)) for line in text.split("\n")]
            helped = any(found for _, found in breaks)
            lines = [_parts(line, found) for line, found in breaks] if helped else []
            yield {"is": "code", "text": text, "lines": lines}
        case Quote(content) if room < 2:
            yield from _blocks(content, room)
        case Quote(content):
            yield {"is": "quote", "content": _blocks(content, room - 2), **_writing(_first_words(content))}
        case ListBlock():
            yield from _list(block, room)
        case Table():
            yield _table(block)
        case SummaryPicture(_, number, file):
            yield {
                "is": "picture",
                "number": number,
                "words": block.description,
                "width": file.width,
                "height": file.height,
                "type": file.media_type,
                "data": b64encode(file.data).decode("ascii"),
            }
        case Rule():
            yield {"is": "rule"}
        case Notes(notes):
            yield {"is": "notes", "notes": [_blocks(note, room - 3) for note in notes]}


def _list(block: ListBlock, room: float) -> Iterable[dict[str, Any]]:
    highest = 0 if block.start is None else block.start + len(block.items)
    needed = 1.6 + 0.7 * len(str(highest))
    if needed > room:
        for at, item in enumerate(block.items):
            mark = "•" if block.start is None else f"{block.start + at}."
            mark = mark if item.done is None else ("☑" if item.done else "☐")
            yield from _blocks(_after(mark, item.content), room)
        return
    yield {
        "is": "list",
        "start": block.start,
        "items": [
            {"done": item.done, "content": _blocks(item.content, room - needed)} for item in block.items
        ],
        **_writing(_first_words(block.items[0].content)),
    }


def _after(mark: str, content: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with a mark before their first words."""
    match content:
        case (Paragraph(words), *rest):
            return (Paragraph((Text(f"{mark} "), *words)), *rest)
        case _:
            return (Paragraph((Text(mark),)), *content)


def _table(table: Table) -> dict[str, Any]:
    return {
        "is": "table",
        "sides": [side.value if side else "start" for side in table.sides],
        "header": [_cell(cell) for cell in table.header],
        "rows": [[_cell(cell) for cell in row] for row in table.rows],
        "low": max((len(plain(cell)) for cell in table.header), default=0) <= _LOW,
        **_writing(" ".join(map(plain, table.header))),
    }


def _line(content: tuple[Inline, ...]) -> dict[str, Any]:
    """The words of a paragraph or heading, and how they are written."""
    text = plain(content)
    breaks = breaks_in(text)
    if len(content) == 1 and not breaks.has_words and len(breaks.marks) == text.count(PARTING):
        breaks = NO_BREAKS  # typst finds the same words in it as before, and all of them have room
    return {"content": _inlines(content, breaks), **_writing(text, breaks)}


def _is_tall(*contents: tuple[Inline, ...]) -> bool:
    """Whether they might need more lines than are to stay together, or than a page has."""
    texts = [plain(content) for content in contents]
    return sum(len(text) + 60 * (1 + text.count("\n")) for text in texts) > _TOGETHER


def _helped(content: tuple[Inline, ...]) -> list[dict[str, Any]]:
    return _inlines(content, breaks_in(plain(content)))


def _cell(content: tuple[Inline, ...]) -> list[dict[str, Any]]:
    return _inlines(content, breaks_in(plain(content), CELL))


def _inlines(content: Iterable[Inline], breaks: Breaks, at: int = 0) -> list[dict[str, Any]]:
    """What stands in a line.

    Args:
        content: The parts.
        breaks: Where the line, as plain text, needs help to end.
        at: Where the first part stands in that text.
    """
    made: list[dict[str, Any]] = []
    for inline in content:
        if breaks.are_at(at):
            made.append({"is": "joint"})
        made += _inline(inline, breaks, at)
        at += len(plain((inline,)))
    return made


def _inline(inline: Inline, breaks: Breaks, at: int) -> list[dict[str, Any]]:
    match inline:
        case Text(text):
            return _parts(text, breaks, at)
        case Code(text):
            return [{"is": "code", "parts": _parts(text, breaks, at)}]
        case Styled(style, content):
            return [{"is": style.value, "content": _inlines(content, breaks, at)}]
        case Link(address, content):
            return [{"is": "link", "address": address, "content": _inlines(content, breaks, at)}]
        case NoteMark(number):
            return [{"is": "mark", "text": str(number)}]
        case Break():
            return [{"is": "break"}]


def _words(text: str) -> list[dict[str, Any]]:
    return _parts(text, breaks_in(text))


def _parts(text: str, breaks: Breaks, at: int = 0) -> list[dict[str, Any]]:
    """The text in parts: plain, words that might have to be torn, and joints."""
    return [{"is": kind, "text": part} for kind, part in breaks.parts(text, at)]


def _writing(text: str, breaks: Breaks = NO_BREAKS) -> dict[str, Any]:
    """How a text is written: its direction, its language if letters tell it, and whether words are long."""
    return {"rtl": is_right_to_left(text), "language": language_of(text), "long": bool(breaks)}


def _first_words(blocks: tuple[Block, ...]) -> str:
    """The words of the first paragraph, which tell the direction of what it stands in."""
    match blocks:
        case (Paragraph(content) | Heading(_, content), *_):
            return plain(content)
        case (Quote(content), *_):
            return _first_words(content)
        case (ListBlock(items), *_):
            return _first_words(items[0].content)
        case _:
            return ""
