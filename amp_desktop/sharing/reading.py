"""The mentee's Markdown read into the blocks of a summary.

What a comment on GitHub shows is what is read: Markdown with tables, boxes to tick, struck words, footnotes
and bare addresses, where a line ends when the mentee ended it. What would not be seen is not read at all:
comments, link titles and definitions, pictures' places, and addresses that are not of the web or of mail. Any
other HTML is words like all others.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from amp_desktop.domain.summary import (
    Block,
    Break,
    Cell,
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
from amp_desktop.sharing.hidden import without_hidden

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode

LONGEST = 200_000
"""Characters beyond which a text is not read as Markdown; ordinary words of this length take a second."""

MOST_MARKS = 20_000
"""Signs of markup beyond which a text is not read as Markdown: a hundred thousand `[` cost seconds."""

MOST_CELLS = 4_000
"""Cells beyond which a table becomes plain lines."""

DEEPEST = 8
"""How deep blocks may stand in each other; what stands deeper is lifted up to this depth."""

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_MARKS = re.compile(r"[\[\]*_`|~<>&@\\]")
_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s<>\"\\]+", re.IGNORECASE)
_ENDLESS_WORD = re.compile(r"[!-~]{20000}")
_STYLES = {"strong": Style.STRONG, "em": Style.EMPHASIS, "s": Style.STRIKE}


def read_markdown(markdown: str) -> tuple[Block, ...]:
    """The blocks of a text; empty bullets, rows and headings are left out.

    A text too long or too deep to be read in bounded time comes back as plain paragraphs.
    """
    text = without_hidden(markdown)
    if not is_bounded(text):
        return read_plain(text)
    try:
        return _Reader().read(text)
    except RecursionError:
        return read_plain(text)


def is_bounded(text: str) -> bool:
    """Whether the text can be read as Markdown in about a second, whatever stands in it."""
    return len(text) <= LONGEST and len(_MARKS.findall(text)) <= MOST_MARKS


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


def _lines(lines: Iterable[str]) -> tuple[Inline, ...]:
    content: list[Inline] = []
    for line in filter(None, (" ".join(line.split()) for line in lines)):
        content += [Break(), Text(line)] if content else [Text(line)]
    return tuple(content)


@cache
def _parser(*, html: bool) -> MarkdownIt:
    """The parser; building one takes longer than reading a page. With `html`, tags are told from words."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.gfm import gfm_plugin

    parser = MarkdownIt("commonmark", {"html": html}).use(gfm_plugin)
    parser.options["alerts"] = False
    # Addresses are judged by the reader: a refused one would else come back as raw Markdown, path and all.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005
    return parser


class _Reader:
    """Reads one text; remembers how deep it stands."""

    def __init__(self) -> None:
        self._depth = 0

    def read(self, text: str, *, html: bool = True) -> tuple[Block, ...]:
        """The blocks of Markdown; with `html`, comments are looked for and dropped."""
        from markdown_it.tree import SyntaxTreeNode

        return self._blocks(SyntaxTreeNode(_parser(html=html).parse(text)))

    def _blocks(self, parent: SyntaxTreeNode) -> tuple[Block, ...]:
        self._depth += 1
        blocks = tuple(block for node in parent.children for block in self._block(node))
        self._depth -= 1
        return blocks

    def _block(self, node: SyntaxTreeNode) -> tuple[Block, ...]:
        """The blocks that a node becomes: mostly one; none when it is empty."""
        match node.type:
            case "paragraph" | "heading":
                return _standing(node, self._inlines(node))
            case "fence" | "code_block":
                code = without_hidden(node.content).rstrip("\n")
                return (CodeBlock(code, _language(node.info)),) if code.strip() else ()
            case "html_block":
                return self.read(_COMMENT.sub("", node.content), html=False)
            case "hr":
                return (Rule(),)
            case "table":
                return self._table(node)
        return self._nested(node)

    def _nested(self, node: SyntaxTreeNode) -> tuple[Block, ...]:
        if self._depth >= DEEPEST:
            return self._blocks_of_all(node)
        match node.type:
            case "blockquote":
                quoted = self._blocks(node)
                return (Quote(quoted),) if quoted else ()
            case "bullet_list" | "ordered_list":
                items = tuple(filter(lambda item: item.content, map(self._item, node.children)))
                start = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None
                return (ListBlock(items, start),) if items else ()
            case "footnote_block":
                notes = tuple(map(self._blocks, node.children))
                return (Notes(notes),) if any(notes) else ()
        return self._blocks_of_all(node)

    def _blocks_of_all(self, node: SyntaxTreeNode) -> tuple[Block, ...]:
        return tuple(block for child in node.children for block in self._block(child))

    def _item(self, node: SyntaxTreeNode) -> ListItem:
        return ListItem(self._blocks(node), node.meta.get("checked"))

    def _table(self, node: SyntaxTreeNode) -> tuple[Block, ...]:
        lines = [row for part in node.children for row in part.children]
        rows = [[self._inlines(cell) for cell in row.children] for row in lines]
        if sum(map(len, rows)) > MOST_CELLS:
            return tuple(Paragraph(_between(row)) for row in rows if any(row))
        sides = tuple(_side(cell) for cell in lines[0].children)
        header = tuple(rows[0]) if any(rows[0]) else ()
        body = tuple(tuple(row) for row in rows[1:] if any(row))
        return (Table(sides, header, body),) if body or header else ()

    def _inlines(self, node: SyntaxTreeNode) -> tuple[Inline, ...]:
        lines = (_content(inline, frozenset()) for inline in node.children)
        return _trimmed(list(_joined(chain.from_iterable(lines))))


def _language(info: str) -> str:
    """The name of a code block's language, from what stands after its fence."""
    return re.sub(r"[^\w+#.-]", "", info.partition(" ")[0])


def _standing(node: SyntaxTreeNode, content: tuple[Inline, ...]) -> tuple[Block, ...]:
    if not content:
        return ()
    if node.type == "paragraph":
        return (Paragraph(content),)
    one_line = _joined(Text(" ") if isinstance(inline, Break) else inline for inline in content)
    return (Heading(int(node.tag[1:]), one_line),)


def _content(node: SyntaxTreeNode, within: frozenset[Style]) -> tuple[Inline, ...]:
    return _joined(inline for child in node.children for inline in _inline(child, within))


def _inline(node: SyntaxTreeNode, within: frozenset[Style]) -> tuple[Inline, ...]:
    """What a node within a line becomes; `within` are the styles that hold there already."""
    match node.type:
        case "text" | "text_special":
            return (Text(_one_line(node.content)),)
        case "html_inline":
            return () if node.content.startswith("<!--") else (Text(_one_line(node.content)),)
        case "code_inline":
            return (Code(_one_line(node.content)),)
        case "softbreak" | "hardbreak":
            return (Break(),)
        case "footnote_ref":
            return (NoteMark(node.meta["id"] + 1),)
        case "strong" | "em" | "s":
            style = _STYLES[node.type]
            content = _content(node, within | {style})
            return (Styled(style, content),) if content and style not in within else content
        case "link":
            return _link(node, _content(node, within))
        case "image":
            return _content(node, within)  # the words that stand for it; the picture is never looked for
    return ()


def _link(node: SyntaxTreeNode, content: tuple[Inline, ...]) -> tuple[Inline, ...]:
    address = without_hidden(str(node.attrs.get("href", "")))
    return (Link(address, content),) if content and _ADDRESS.fullmatch(address) else content


def _one_line(text: str) -> str:
    return without_hidden(text).replace("\n", " ").replace("\t", " ")


def _joined(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """Neighbours of one kind made one: words, and words of the same style."""
    joined: list[Inline] = []
    for inline in inlines:
        match joined[-1:], inline:
            case _, Text(""):
                pass
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


def _between(row: Iterable[Cell]) -> tuple[Inline, ...]:
    content: list[Inline] = []
    for cell in row:
        content += [Text(" · "), *cell] if content else cell
    return tuple(content)


def _side(cell: SyntaxTreeNode) -> Side | None:
    style = str(cell.attrs.get("style", ""))
    return Side(style.removeprefix("text-align:")) if style else None
