"""A summary as a PDF, set by typst: tagged, with an outline, a title and a language, without author or date.

The page is written in `resources/summary/page.typ`. The summary reaches it as JSON, so no word of the mentee
is ever part of a program; typst is given an empty folder as its world, so it has nothing that it could read.
"""

from __future__ import annotations

import json
from functools import cache
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
    Table,
    Text,
)
from amp_desktop.places import resource
from amp_desktop.sharing.renderers.words import is_right_to_left, language_of, plain

if TYPE_CHECKING:
    from collections.abc import Iterable

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


def render(summary: Summary) -> bytes:
    """The summary as a PDF; the same summary gives the same bytes."""
    return b"".join(_compiled(summary, format="pdf"))


def render_pages(summary: Summary, dots_per_inch: float) -> list[bytes]:
    """The pages of the same PDF as PNG pictures."""
    return _compiled(summary, format="png", ppi=dots_per_inch)


def _compiled(summary: Summary, **options: Any) -> list[bytes]:
    import typst

    fonts = _fonts()
    data = json.dumps(_document(summary, frozenset(fonts.families())), ensure_ascii=False)
    with TemporaryDirectory(prefix="amp-empty-") as nothing:
        made: Any = typst.compile(
            resource("summary", "page.typ").read_bytes(),
            root=nothing,
            package_path=nothing,
            package_cache_path=nothing,
            font_paths=fonts,
            sys_inputs={"summary": data},
            **options,
        )
    return made if isinstance(made, list) else [made]


@cache
def _fonts() -> typst.Fonts:
    """The fonts shipped and those of the system; looking for them takes most of the first PDF's time."""
    import typst

    return typst.Fonts(font_paths=[str(resource("fonts"))])


def _document(summary: Summary, families: frozenset[str]) -> dict[str, Any]:
    fonts = [font for font in _FONTS if font in families]
    return {
        "title": summary.title,
        "subtitle": summary.subtitle,
        "language": summary.language,
        "fonts": fonts,
        "japanese": [font for font in _JAPANESE_FONTS if font in families] + fonts,
        "sections": [
            {"heading": section.heading, "items": list(map(_item, section.items))}
            for section in summary.sections
        ],
    }


def _item(item: SummaryItem) -> dict[str, Any]:
    return {
        "title": item.title,
        **_writing(item.title),
        "detail": item.detail,
        "body": _blocks(item.body),
        "fields": [{"label": field.label, "content": _blocks(field.content)} for field in item.fields],
    }


def _blocks(blocks: Iterable[Block]) -> list[dict[str, Any]]:
    return list(map(_block, blocks))


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Paragraph(content):
            return {"is": "paragraph", "content": _inlines(content), **_writing(plain(content))}
        case Heading(level, content):
            return {"is": "heading", "level": level, "content": _inlines(content), **_writing(plain(content))}
        case CodeBlock(text):
            return {"is": "code", "text": text}
        case Quote(content):
            return {"is": "quote", "content": _blocks(content), **_writing(_first_words(content))}
        case ListBlock():
            return _list(block)
        case Table():
            return _table(block)
        case Rule():
            return {"is": "rule"}
        case Notes(notes):
            return {"is": "notes", "notes": list(map(_blocks, notes))}


def _list(block: ListBlock) -> dict[str, Any]:
    return {
        "is": "list",
        "start": block.start,
        "items": [{"done": item.done, "content": _blocks(item.content)} for item in block.items],
        **_writing(_first_words(block.items[0].content)),
    }


def _table(table: Table) -> dict[str, Any]:
    return {
        "is": "table",
        "sides": [side.value if side else "start" for side in table.sides],
        "header": list(map(_inlines, table.header)),
        "rows": [list(map(_inlines, row)) for row in table.rows],
        **_writing(" ".join(map(plain, table.header))),
    }


def _inlines(content: Iterable[Inline]) -> list[dict[str, Any]]:
    return list(map(_inline, content))


def _inline(inline: Inline) -> dict[str, Any]:
    match inline:
        case Text(text):
            return {"is": "text", "text": text}
        case Code(text):
            return {"is": "code", "text": text}
        case Styled(style, content):
            return {"is": style.value, "content": _inlines(content)}
        case Link(address, content):
            return {"is": "link", "address": address, "content": _inlines(content)}
        case NoteMark(number):
            return {"is": "mark", "text": str(number)}
        case Break():
            return {"is": "break"}


def _writing(text: str) -> dict[str, Any]:
    """How a text is written: its direction, and its language as far as letters tell it."""
    return {"rtl": is_right_to_left(text), "language": language_of(text)}


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
