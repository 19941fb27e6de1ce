"""The mentee's Markdown read into the blocks of a summary.

What a comment on GitHub shows is what is read: Markdown with tables, boxes to tick, struck words, footnotes
and bare addresses, where a line ends when the mentee ended it. What would not be seen is not read at all:
comments, link titles and definitions, pictures' places, and addresses that are not of the web or of mail. Any
other HTML is words like all others.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from amp_desktop.domain.attachment import SCHEME
from amp_desktop.domain.summary import (
    Block,
    Break,
    Code,
    CodeBlock,
    Heading,
    Inline,
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
    Table,
    Text,
)
from amp_desktop.sharing.disclosure.invisible import without_hidden
from amp_desktop.sharing.markdown import is_bounded, parse
from amp_desktop.sharing.markdown.texts_read import read_once

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from xml.etree.ElementTree import Element

DEEPEST = 8
"""How deep blocks may stand in each other; what stands deeper is lifted up to this depth."""

_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s<>\"\\]+", re.IGNORECASE)
_ENDLESS_WORD = re.compile(r"[!-~]{20000}")
_STYLES = {"strong": Style.STRONG, "em": Style.EMPHASIS, "s": Style.STRIKE}
_SHOWN = re.compile(rf"{SCHEME}:\d+")
"""A picture that leaves, by its number; the door puts it there, and takes the number away again."""

_PICTURE = "Picture"
_KEPT_IN_ADDRESS = ";/?:@&=+$,-_.!~*'()#%"


def read_markdown(markdown: str) -> tuple[Block, ...]:
    """The blocks of a text; empty bullets, rows and headings are left out.

    A text too long or too deep to be read in bounded time comes back as plain paragraphs.
    """
    return read_once(markdown, _read)


def _read(markdown: str) -> tuple[Block, ...]:
    text = without_hidden(markdown)
    if not is_bounded(text):
        return read_plain(text)
    try:
        return _Reader().blocks(parse(text))
    except RecursionError:
        return read_plain(text)


def read_plain(text: str) -> tuple[Block, ...]:
    """The paragraphs of a text in which nothing is markup; its line ends are kept.

    What has no space for thousands of letters is no word: it is torn, for setting it as one takes minutes.
    """
    torn = _ENDLESS_WORD.sub(r"\g<0>\n\n", without_hidden(text).strip())
    paragraphs = re.split(r"\n[ \t]*+\n\s*+", torn)
    return tuple(Paragraph(_lines(paragraph.split("\n"))) for paragraph in paragraphs if paragraph)


def read_address(text: str) -> tuple[Block, ...]:
    """One paragraph with an address typed by hand: a link when it is of the web or of mail, else words."""
    words = " ".join(without_hidden(text).split())
    content = (Text(words),)
    return (Paragraph((Link(words, content),) if _ADDRESS.fullmatch(words) else content),) if words else ()


def is_address(words: str) -> bool:
    """Whether the words are an address of the web or of mail, and nothing else."""
    return _ADDRESS.fullmatch(words) is not None


def _lines(lines: Iterable[str]) -> tuple[Inline, ...]:
    content: list[Inline] = []
    for line in filter(None, (" ".join(line.split()) for line in lines)):
        content += [Break(), Text(line)] if content else [Text(line)]
    return tuple(content)


class _Reader:
    """Reads one tree; remembers how deep it stands."""

    def __init__(self) -> None:
        self._depth = 0

    def blocks(self, parent: Element) -> tuple[Block, ...]:
        """The blocks that stand in an element."""
        self._depth += 1
        blocks = tuple(block for element in parent for block in self._block(element))
        self._depth -= 1
        return blocks

    def _block(self, element: Element) -> tuple[Block, ...]:
        """The blocks that an element becomes: mostly one; none when it is empty."""
        match element.tag:
            case "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                return _standing(element)
            case "pre":
                code = element.text or ""
                return (CodeBlock(code, _language(element.get("language", ""))),) if code.strip() else ()
            case "hr":
                return (Rule(),)
            case "table":
                return _table(element)
        return self._nested(element)

    def _nested(self, element: Element) -> tuple[Block, ...]:
        if self._depth >= DEEPEST:
            return self._blocks_of_all(element)
        match element.tag:
            case "blockquote":
                quoted = self.blocks(element)
                return (Quote(quoted),) if quoted else ()
            case "ul" | "ol":
                items = tuple(filter(lambda item: item.content, map(self._item, element)))
                start = element.get("start")
                return (ListBlock(items, None if start is None else int(start)),) if items else ()
            case "section":
                notes = tuple(map(self.blocks, element))
                return (Notes(notes),) if any(notes) else ()
        return self._blocks_of_all(element)

    def _blocks_of_all(self, element: Element) -> tuple[Block, ...]:
        return tuple(block for child in element for block in self._block(child))

    def _item(self, element: Element) -> ListItem:
        done = element.get("done")
        return ListItem(self.blocks(element), None if done is None else done == "yes")


def _table(element: Element) -> tuple[Block, ...]:
    lines = [row for part in element for row in part]
    rows = [tuple(_inlines(cell) for cell in line) for line in lines]
    sides = tuple(Side(side) if (side := cell.get("side")) else None for cell in lines[0])
    header = rows[0] if any(rows[0]) else ()
    body = tuple(row for row in rows[1:] if any(row))
    return (Table(sides, header, body),) if body or header else ()


def _language(info: str) -> str:
    """The name of a code block's language, from what stands after its fence."""
    return re.sub(r"[^\w+#.-]", "", info.partition(" ")[0])


def _standing(element: Element) -> tuple[Block, ...]:
    content = _inlines(element)
    if not content:
        return ()
    if element.tag == "p":
        return (Paragraph(content),)
    one_line = _joined(Text(" ") if isinstance(inline, Break) else inline for inline in content)
    return (Heading(int(element.tag[1]), one_line),)


def _inlines(element: Element) -> tuple[Inline, ...]:
    return _trimmed(list(_content(element, frozenset())))


def _content(element: Element, within: frozenset[Style]) -> tuple[Inline, ...]:
    """What stands in an element of a line; `within` are the styles that hold there already."""
    content = [*_words(element.text)]
    for child in element:
        content += [*_inline(child, within), *_words(child.tail)]
    return _joined(content)


def _words(text: str | None) -> Iterator[Inline]:
    for number, line in enumerate(without_hidden(text or "").split("\n")):
        if number:
            yield Break()
        yield Text(line.replace("\t", " "))


def _inline(element: Element, within: frozenset[Style]) -> tuple[Inline, ...]:
    match element.tag:
        case "code":
            code = without_hidden(element.text or "").replace("\n", " ").replace("\t", " ")
            return (Code(code) if code.strip() else Text(code),)
        case "sup":
            return (NoteMark(int(element.get("number", ""))),)
        case "strong" | "em" | "s":
            style = _STYLES[element.tag]
            content = _content(element, within | {style})
            return (Styled(style, content),) if content and style not in within else content
        case "a":
            return _link(element.get("href", ""), _content(element, within))
        case "img" if _SHOWN.fullmatch(element.get("src", "")):
            return (Link(element.get("src", ""), _content(element, within) or (Text(_PICTURE),)),)
    return _content(element, within)  # of a picture, the words that stand for it: it is never looked for


def _link(href: str, content: tuple[Inline, ...]) -> tuple[Inline, ...]:
    address = quote(without_hidden(href).strip(), safe=_KEPT_IN_ADDRESS)
    return (Link(address, content),) if content and _ADDRESS.fullmatch(address) else content


def _joined(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """Neighbours of one kind made one: words, and words of the same style."""
    joined: list[Inline] = []
    for inline in inlines:
        match joined[-1:], inline:
            case _, Text(""):
                pass
            case [Break()], Text(text):
                joined += [Text(text.lstrip())] if text.strip() else []
            case [Text(before)], Text(after):
                joined[-1] = Text(before + after)
            case [Styled(style, first)], Styled(same, second) if style is same:
                joined[-1] = Styled(style, _joined(first + second))
            case _:
                joined.append(inline)
    return tuple(joined)


def _trimmed(content: list[Inline]) -> tuple[Inline, ...]:
    """Nothing empty at either end of a paragraph."""
    while content and _is_blank(content[0]):
        content.pop(0)
    while content and _is_blank(content[-1]):
        content.pop()
    if content and isinstance(content[0], Text):
        content[0] = Text(content[0].text.lstrip())
    if content and isinstance(content[-1], Text):
        content[-1] = Text(content[-1].text.rstrip())
    return tuple(content)


def _is_blank(inline: Inline) -> bool:
    return isinstance(inline, Break) or (isinstance(inline, Text) and not inline.text.strip())
