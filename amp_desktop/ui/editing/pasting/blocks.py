"""Headings, lists, quotations, code and tables: from the tree of a paste to lines of Markdown."""

import re
from collections.abc import Iterator
from functools import partial

from amp_desktop.ui.editing.pasting.inline import (
    PLAIN,
    Words,
    flat_line,
    line_of,
    styled,
    words_in,
    words_of_text,
)
from amp_desktop.ui.editing.pasting.lists import list_of, word_level, word_list
from amp_desktop.ui.editing.pasting.preserved import code_of, is_code
from amp_desktop.ui.editing.pasting.tables import captions_of, parts_of, table_of
from amp_desktop.ui.editing.pasting.tree import Node

_LEADING = re.compile(
    r"(?m)^(\s*)(#{1,6}(?=\s|$)|[-+](?=\s|$)|>|~{3,}|=+\s*$"
    r"|[-|:](?=[-|: \t]*$)"  # the line below a heading, or below the headings of a table
    r"|\[(?=[^\]\n]+\]:)"  # what a footnote says, or where a link leads
    r"|(\d{1,9})([.)])(?=\s|$))"
)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_STRUCTURE = frozenset((*_HEADINGS, "ul", "ol", "table", "blockquote", "pre", "hr", "code"))


def blocks_of(node: Node, like: Words = PLAIN) -> list[str]:
    """The blocks in an element, each of one line or several; a blank line belongs between them.

    Words in it look like `like` where it does not say otherwise.
    """
    return list(_blocks(node, styled(node, like)))


def is_structured(node: Node, like: Words = PLAIN) -> bool:
    """Whether there is anything in it that plain text would not say."""
    if node.is_hidden:
        return False
    if node.tag in _STRUCTURE or word_level(node) or is_code(node):
        return True
    if node.tag == "a" and node.attributes.get("href") and node.attributes["href"] != node.text().strip():
        return True
    like = styled(node, like)
    return any(
        is_structured(child, like) if isinstance(child, Node) else bool(like.styles and child.strip())
        for child in node.children
    )


def _blocks(node: Node, like: Words) -> Iterator[str]:
    """Blocks one after the other; words between them are a paragraph of their own."""
    words: list[Words] = []
    points: list[Node] = []
    for child in node.children:
        if isinstance(child, Node) and child.is_hidden:
            continue
        is_block = isinstance(child, Node) and (child.is_block or _holds_block(child))
        if points and (is_block or not isinstance(child, str) or child.strip()) and not _is_point(child):
            yield word_list(points, partial(blocks_of, like=like))
            points = []
        if isinstance(child, Node) and is_block:
            yield from _paragraph(words)
            words = []
            if _is_point(child):
                points.append(child)
            else:
                yield from _block(child, like)
        elif isinstance(child, str):
            words += words_of_text(child, like, node.white_space)
        else:
            words += words_in(child, like)
    yield from _paragraph(words)
    if points:
        yield word_list(points, partial(blocks_of, like=like))


def _is_point(child: Node | str) -> bool:
    return isinstance(child, Node) and word_level(child) is not None


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


def _block(node: Node, like: Words) -> Iterator[str]:
    match node.tag:
        case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
            if text := flat_line(node, like):
                yield f"{'#' * int(node.tag[1])} {text}"
        case "ul" | "ol":
            if text := list_of(node, partial(blocks_of, like=like)):
                yield text
        case "blockquote":
            quoted = "\n\n".join(blocks_of(node, like))
            if quoted:
                yield "\n".join(f"> {line}".rstrip() for line in quoted.split("\n"))
        case "table":
            yield from _table(node, like)
        case "hr":
            yield "---"
        case _ if is_code(node):
            if text := code_of(node):
                yield text
        case _:
            yield from blocks_of(node, like)


def _table(node: Node, like: Words) -> Iterator[str]:
    """A table; one that only arranges other blocks is read cell by cell."""
    table = table_of(node, like)
    for part in parts_of(node) if table is None else captions_of(node):
        yield from blocks_of(part, like)
    if table is not None:
        yield table
