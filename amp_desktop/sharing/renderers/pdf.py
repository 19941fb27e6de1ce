"""A summary as a PDF, set by typst: tagged, with an outline, a title and a language, without author or date.

The page is written in `resources/summary/page.typ`. The summary reaches it as JSON, so no word of the mentee
is ever part of a program; typst is given a folder with nothing but that page as its world, so it has nothing
else that it could read.
"""

from __future__ import annotations

import json
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
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
    SummarySection,
    Table,
    Text,
)
from amp_desktop.places import resource
from amp_desktop.sharing.renderers.endless import endless_runs, shortened, words_in
from amp_desktop.sharing.renderers.formatting import APPENDIX, is_right_to_left, language_of, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import typst

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

_DEEPEST = 24.0
"""Ems by which lists and quotes may move their words in; what stands deeper begins where the last one did."""


def render(summary: Summary) -> bytes:
    """The summary as a PDF; the same summary gives the same bytes."""
    with typeset(summary) as document:
        return document.file()


class Typeset:
    """A summary that is set once, however often it is asked for."""

    def __init__(self, compiler: typst.Compiler) -> None:
        self._compiler = compiler

    def file(self) -> bytes:
        """The PDF."""
        return b"".join(self._compiled(format="pdf"))

    def pages(self, dots_per_inch: float) -> list[bytes]:
        """Its pages as PNG pictures."""
        return self._compiled(format="png", ppi=dots_per_inch)

    def _compiled(self, **options: Any) -> list[bytes]:
        # No date is shown, and typst's own look at a clock before 1970 ends in a panic.
        made: Any = self._compiler.compile(timestamp=0, **options)
        return made if isinstance(made, list) else [made]


@contextmanager
def typeset(summary: Summary) -> Iterator[Typeset]:
    """Set a summary: its file and its pages are asked for within; what was set for one serves the other."""
    import typst

    fonts = _fonts()
    data = json.dumps(_document(summary, frozenset(fonts.families())), ensure_ascii=False)
    with TemporaryDirectory(prefix="amp-page-") as world:
        page = Path(world) / "page.typ"
        page.write_bytes(resource("summary", "page.typ").read_bytes())
        yield Typeset(
            typst.Compiler(
                page,
                root=world,
                package_path=world,
                package_cache_path=world,
                font_paths=fonts,
                sys_inputs={"summary": data},
            )
        )


@cache
def _fonts() -> typst.Fonts:
    """The fonts shipped and those of the system; looking for them takes most of the first PDF's time."""
    import typst

    return typst.Fonts(font_paths=[str(resource("fonts"))])


def _document(summary: Summary, families: frozenset[str]) -> dict[str, Any]:
    fonts = [font for font in _FONTS if font in families]
    return {
        "title": summary.title,
        "occasion": _words(summary.occasion),
        "subtitle": _words(summary.subtitle),
        "greeting": _line(summary.greeting),
        "running": shortened(" · ".join(filter(None, (summary.title, summary.subtitle))), _RUNNING),
        "language": summary.language,
        "fonts": fonts,
        "japanese": [font for font in _JAPANESE_FONTS if font in families] + fonts,
        "sections": list(map(_section, summary.sections)),
        "appendix-heading": APPENDIX,
        "appendix": list(map(_item, summary.appendix)),
    }


def _section(section: SummarySection) -> dict[str, Any]:
    groups = [
        {"heading": _words(group.heading), "lines": list(map(_summary_line, group.lines))}
        for group in section.groups
    ]
    return {
        "heading": section.heading,
        "numbered": section.is_numbered,
        "groups": groups,
        "items": list(map(_item, section.items)),
    }


def _summary_line(line: SummaryLine) -> dict[str, Any]:
    progress = line.progress
    return {
        "words": _inlines(line.words),
        **_writing(plain(line.words)),
        "strong": line.is_title and bool(line.below),
        "more": _inlines(line.more),
        "links": _inlines(line.links),
        "when": line.when,
        "mark": line.mark.value,
        "progress": {"done": progress.done, "of": progress.of} if progress else None,
        "below": [{"label": detail.label, "words": _inlines(detail.words)} for detail in line.below],
    }


def _item(item: SummaryItem) -> dict[str, Any]:
    return {
        "title": _words(item.title),
        **_writing(item.title),
        "detail": _words(item.detail),
        "body": _blocks(item.body),
        "fields": [{"label": field.label, "content": _blocks(field.content)} for field in item.fields],
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
            lines = [list(_parts(line)) for line in text.split("\n")]
            long = any(part["word"] for line in lines for part in line)
            yield {"is": "code", "text": text, "lines": lines if long else []}
        case Quote(content) if room < 2:
            yield from _blocks(content, room)
        case Quote(content):
            yield {"is": "quote", "content": _blocks(content, room - 2), **_writing(_first_words(content))}
        case ListBlock():
            yield from _list(block, room)
        case Table():
            yield _table(block)
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
        "header": [_inlines(cell, narrow=True) for cell in table.header],
        "rows": [[_inlines(cell, narrow=True) for cell in row] for row in table.rows],
        "low": max((len(plain(cell)) for cell in table.header), default=0) <= _LOW,
        **_writing(" ".join(map(plain, table.header))),
    }


def _line(content: tuple[Inline, ...]) -> dict[str, Any]:
    """The words of a paragraph or heading, and how they are written."""
    text = plain(content)
    return {"content": _inlines(content, endless_runs(text)), **_writing(text)}


def _inlines(
    content: Iterable[Inline], runs: Sequence[tuple[int, int]] = (), at: int = 0, *, narrow: bool = False
) -> list[dict[str, Any]]:
    """What stands in a line; within `runs` a line may end where one part meets the next.

    Args:
        content: The parts.
        runs: Places of words that might be wider than a line, in the plain text of the line.
        at: Where the first part stands in that text.
        narrow: The line stands in a narrow place.
    """
    made: list[dict[str, Any]] = []
    for inline in content:
        if any(start < at < end for start, end in runs):
            made.append({"is": "joint"})
        made += _inline(inline, runs, at, narrow=narrow)
        at += len(plain((inline,)))
    return made


def _inline(
    inline: Inline, runs: Sequence[tuple[int, int]], at: int, *, narrow: bool
) -> list[dict[str, Any]]:
    match inline:
        case Text(text):
            return _words(text, narrow=narrow)
        case Code(text):
            return [{"is": "code", "parts": list(_parts(text, narrow=narrow))}]
        case Styled(style, content):
            return [{"is": style.value, "content": _inlines(content, runs, at, narrow=narrow)}]
        case Link(address, content):
            inside = _inlines(content, runs, at, narrow=narrow)
            return [{"is": "link", "address": address, "content": inside}]
        case NoteMark(number):
            return [{"is": "mark", "text": str(number)}]
        case Break():
            return [{"is": "break"}]


def _words(text: str, *, narrow: bool = False) -> list[dict[str, Any]]:
    return [
        {"is": "word" if part["word"] else "text", "text": part["text"]}
        for part in _parts(text, narrow=narrow)
    ]


def _parts(text: str, *, narrow: bool = False) -> Iterator[dict[str, Any]]:
    """The text in parts; of each, whether it might have to be torn."""
    return ({"text": part, "word": is_word} for part, is_word in words_in(text, narrow=narrow))


def _writing(text: str) -> dict[str, Any]:
    """How a text is written: its direction, its language if letters tell it, and whether words are long."""
    return {"rtl": is_right_to_left(text), "language": language_of(text), "long": bool(endless_runs(text))}


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
