"""Headings, lists, quotations, code and tables: from the tree of a paste to lines of Markdown."""

import re
from collections.abc import Iterator
from itertools import chain

from amp_desktop.ui.editing.pasting.inline import Words, line_of, words_in
from amp_desktop.ui.editing.pasting.tree import Node

_LEADING = re.compile(r"(?m)^(\s*)(#{1,6}(?=\s|$)|[-+](?=\s|$)|>|~{3,}|[-=]{2,}\s*$|(\d{1,9})([.)])(?=\s|$))")
MOST_COLUMNS = 30


def blocks_of(node: Node) -> list[str]:
    """The blocks in an element, each of one line or several; a blank line belongs between them."""
    return list(_blocks(node))


def is_structured(node: Node) -> bool:
    """Whether there is anything in it that plain text would not say."""
    if node.is_hidden:
        return False
    if node.tag in (
        "ul",
        "ol",
        "table",
        "blockquote",
        "pre",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "code",
    ):
        return True
    if node.tag == "a" and node.attributes.get("href") and node.attributes["href"] != node.text().strip():
        return True
    children = (child for child in node.children if isinstance(child, Node))
    return any(map(is_structured, children)) or _is_styled(node)


def _is_styled(node: Node) -> bool:
    """Whether some words directly in it are bold, italic or struck out."""
    own = Node(
        node.tag, node.attributes, node.styles, [child for child in node.children if isinstance(child, str)]
    )
    return any(words.styles and words.text.strip() for words in words_in(own))


def _blocks(node: Node) -> Iterator[str]:
    """Blocks one after the other; words between them are a paragraph of their own."""
    words: list[Words] = []
    for child in node.children:
        if isinstance(child, Node) and child.is_hidden:
            continue
        if isinstance(child, Node) and (child.is_block or _holds_block(child)):
            yield from _paragraph(words)
            words = []
            yield from _block(child)
        else:
            words += words_in(Node("", children=[child])) if isinstance(child, str) else words_in(child)
    yield from _paragraph(words)


def _holds_block(node: Node) -> bool:
    return any(isinstance(child, Node) and (child.is_block or _holds_block(child)) for child in node.children)


def _paragraph(words: list[Words]) -> Iterator[str]:
    text = line_of(words)
    if text.strip():
        yield _LEADING.sub(_harmless, text)


def _harmless(found: re.Match[str]) -> str:
    """The beginning of a line that would be read as a mark, so that it is read as text."""
    if found[3]:
        return f"{found[1]}{found[3]}\\{found[4]}"
    return f"{found[1]}\\{found[2]}"


def _block(node: Node) -> Iterator[str]:
    match node.tag:
        case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
            if text := " ".join(line_of(_plain_words(node)).split()):
                yield f"{'#' * int(node.tag[1])} {text}"
        case "ul" | "ol":
            yield from _list(node)
        case "pre":
            yield from _code(node)
        case "blockquote":
            quoted = "\n\n".join(_blocks(node))
            if quoted:
                yield "\n".join(f"> {line}".rstrip() for line in quoted.split("\n"))
        case "table":
            yield from _table(node)
        case "hr":
            yield "---"
        case _:
            yield from _blocks(node)


def _plain_words(node: Node) -> Iterator[Words]:
    """The words of a heading or a cell, of which all are bold anyway."""
    for words in words_in(Node("", children=node.children)):
        yield Words(
            words.text if words.text != "\n" else " ", words.styles - {"strong"}, words.code, words.address
        )


def _list(node: Node) -> Iterator[str]:
    items = [child for child in node.children if isinstance(child, Node) and not child.is_hidden]
    start = node.attributes.get("start", "1")
    number = int(start) if start.isascii() and start.isdigit() and len(start) < 8 else 1
    written: list[str] = []
    for item in items:
        if item.tag in ("ul", "ol"):  # some programs put the inner list beside its item
            inner = "\n".join(_list(item))
            if written and inner:
                written[-1] += "\n" + _indented(inner, 2 if node.tag == "ul" else 3)
            continue
        marker = "- " if node.tag == "ul" else f"{number}. "
        blocks = list(_blocks(item))
        if blocks or item.tag == "li":
            written.append(marker + _indented("\n".join(_tight(blocks)), len(marker)).lstrip(" "))
            number += 1
    if written:
        yield "\n".join(written)


def _tight(blocks: list[str]) -> Iterator[str]:
    """The blocks of an item: a list follows at once, anything else after a blank line."""
    for at, block in enumerate(blocks):
        if at and not re.match(r"- |\d+\. ", block):
            yield ""
        yield block


def _indented(text: str, columns: int) -> str:
    return "\n".join(" " * columns + line if line else "" for line in text.split("\n"))


def _code(node: Node) -> Iterator[str]:
    code = node.text().strip("\r\n").replace("\r\n", "\n")
    if not code.strip():
        return
    fence = "`" * max(3, max((len(found) for found in re.findall("`+", code)), default=0) + 1)
    yield f"{fence}\n{code}\n{fence}"


def _table(node: Node) -> Iterator[str]:
    """A table, its first row as the heading; one that only arranges other blocks is read cell by cell."""
    rows = [[child for child in row.children if isinstance(child, Node)] for row in _rows(node)]
    rows = [[cell for cell in row if not cell.is_hidden][:MOST_COLUMNS] for row in rows if row]
    columns = max(map(len, rows), default=0)
    if columns < 2 or any(_arranges(cell) for cell in chain(*rows)):
        yield from chain(*(_blocks(cell) for cell in chain(*rows)))
        return
    lines = [_row([_cell(cell) for cell in row], columns) for row in rows]
    yield "\n".join([lines[0], _row(["---"] * columns, columns), *lines[1:]])


def _rows(node: Node) -> Iterator[Node]:
    for child in node.children:
        if isinstance(child, Node) and not child.is_hidden:
            if child.tag == "tr":
                yield child
            elif child.tag in ("thead", "tbody", "tfoot"):
                yield from _rows(child)


def _arranges(cell: Node) -> bool:
    """Whether a cell holds what no cell of Markdown can."""
    blocks = [child for child in cell.children if isinstance(child, Node) and child.is_block]
    return any(block.tag not in ("p", "div") or _arranges(block) for block in blocks)


def _cell(cell: Node) -> str:
    return " ".join(line_of(_plain_words(cell)).split()).replace("|", r"\|")


def _row(cells: list[str], columns: int) -> str:
    return f"| {' | '.join(cells + [''] * (columns - len(cells)))} |"
