"""Lists: from the tree of a paste to points of Markdown, their ticks with them."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from amp_desktop.ui.editing.pasting.tree import Node

ReadItem = Callable[[Node], list[str]]
"""Gives the blocks that stand in an item."""

_LEVEL = re.compile(r"\blevel(\d{1,2})\b")
_NUMBERED = re.compile(r"\(?(?:\d{1,3}\.)*(?:(\d{1,7})|[^\W\d_]{1,5})[.)]")
_TICKS = {
    **dict.fromkeys(("true", "checked", "x"), "[x] "),
    **dict.fromkeys(("false", "unchecked", "mixed", " "), "[ ] "),
}
_TICKED_BY = ("aria-checked", "data-checked", "data-list", "data-task")
_HAS_TICK = re.compile(r"\[[ x]\]( |$)")


def list_of(node: Node, read: ReadItem) -> str:
    """A list and the lists within it; an empty text where nothing stands in it."""
    items = [child if isinstance(child, Node) else Node("", children=[child]) for child in node.children]
    start = node.attributes.get("start", "1")
    number = int(start) if start.isascii() and start.isdigit() and len(start) < 8 else 1
    written: list[str] = []
    for item in items:
        if item.is_hidden:
            continue
        if item.tag in ("ul", "ol"):  # some programs put the inner list beside its item
            inner = list_of(item, read)
            if written and inner:
                written[-1] += "\n" + _indented(inner, 2 if node.tag == "ul" else 3)
            elif inner:
                written.append(inner)
            continue
        marker = "- " if node.tag == "ul" else f"{number}. "
        blocks = _ticked(item, read)
        if blocks or item.tag == "li":
            written.append(_point(marker, blocks))
            number += 1
    return "\n".join(written)


def word_level(node: Node) -> int | None:
    """How deep in a list a paragraph of Word stands, from 1; None where it is no point of one.

    Word writes paragraphs for points, each with its sign as words and with its list as a style.
    """
    level = _LEVEL.search(node.styles.get("mso-list", "")) if node.tag in ("p", "div") else None
    return max(int(level[1]), 1) if level else None


def word_list(paragraphs: Iterable[Node], read: ReadItem) -> str:
    """The list that paragraphs of Word are, one after the other."""
    written: list[str] = []
    around: list[_Level] = []
    for paragraph in paragraphs:
        depth = word_level(paragraph) or 1
        while around and around[-1].depth > depth:
            around.pop()
        if not around or around[-1].depth < depth:
            before = around[-1] if around else None
            around.append(_Level(depth, before.columns + before.width if before else 0))
        level = around[-1]
        marker = level.marker(" ".join(_take_signs(paragraph).split()))
        written.append(_indented(_point(marker, read(paragraph)), level.columns))
    return "\n".join(written)


@dataclass
class _Level:
    """One of the lists that stand within each other.

    Attributes:
        depth: How deep Word says it is.
        columns: Where its points begin.
        width: How wide the sign of its last point is, with the space behind it.
        number: The number of its last point.
    """

    depth: int
    columns: int
    width: int = 2
    number: int = 0

    def marker(self, sign: str) -> str:
        """What stands before the next point, of which Word shows this sign."""
        numbered = _NUMBERED.fullmatch(sign)
        if numbered is None:
            self.number, self.width = 0, 2
            return "- "
        self.number = int(numbered[1]) if numbered[1] else self.number + 1
        marker = f"{self.number}. "
        self.width = len(marker)
        return marker


def _take_signs(node: Node) -> str:
    """Take the signs that Word wrote before a point out of it, and give them back."""
    taken = ""
    for child in list(node.children):
        if not isinstance(child, Node):
            continue
        if child.styles.get("mso-list") == "ignore":
            taken += child.text()
            node.children.remove(child)
        else:
            taken += _take_signs(child)
    return taken


def _ticked(item: Node, read: ReadItem) -> list[str]:
    """The blocks of an item, its tick before them where it is something to be done."""
    names = (item.attributes.get(name, "").lower() for name in _TICKED_BY if name in item.attributes)
    tick = next((_TICKS[name] for name in names if name in _TICKS), "")
    if tick == "[x] ":
        _unstrike(item)
    blocks = read(item)
    if not tick or (blocks and _HAS_TICK.match(blocks[0])):
        return blocks
    return [tick + (blocks[0] if blocks else ""), *blocks[1:]]


def _unstrike(node: Node) -> None:
    """What is done is often struck out as well; the tick says it."""
    for name in ("text-decoration", "text-decoration-line"):
        node.styles.pop(name, None)
    for child in node.children:
        if isinstance(child, Node) and child.tag not in ("ul", "ol"):
            _unstrike(child)


def _point(marker: str, blocks: list[str]) -> str:
    return marker + _indented("\n".join(_tight(blocks)), len(marker)).lstrip(" ")


def _tight(blocks: list[str]) -> Iterator[str]:
    """The blocks of an item: a list follows at once, anything else after a blank line."""
    for at, block in enumerate(blocks):
        if at and not re.match(r"- |\d+\. ", block):
            yield ""
        yield block


def _indented(text: str, columns: int) -> str:
    return "\n".join(" " * columns + line if line else "" for line in text.split("\n"))
