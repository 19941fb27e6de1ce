"""One form for what CommonMark expects and for what is read, in which both can be compared.

A node is its tag, its attributes and what stands in it. A line end and a `<br>` are the same (a line ends
where the mentee ended it), space between blocks is nothing, and titles of links are not read.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import unquote

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_VOID = {"br", "hr", "img"}
_HOLDS_BLOCKS = {"", "blockquote", "ul", "ol", "li"}


@dataclass
class Node:
    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node | str] = field(default_factory=list)

    def add(self, text: str) -> None:
        if self.children and isinstance(self.children[-1], str):
            self.children[-1] += text
        elif text:
            self.children.append(text)


Canonical: TypeAlias = list[Node | str]


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "br":
            self._open[-1].add("\n")
            return
        node = Node(tag, _attributes(tag, given))
        if tag == "img":
            node.add(given.get("alt", ""))
        self._open[-1].children.append(node)
        if tag not in _VOID:
            self._open.append(node)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID and len(self._open) > 1:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        self._open[-1].add(data)


def of_html(html: str) -> Canonical:
    """What CommonMark says is shown."""
    page = _Page()
    page.feed(html.replace("<br />\n", "<br />"))
    page.close()
    return _tidy(page.root)


def of_tree(root: Element) -> Canonical:
    """What was read."""
    return _tidy(_node(root, "", is_tight=False))


def _node(element: Element, tag: str, *, is_tight: bool) -> Node:
    node = Node(tag, _attributes(tag, dict(element.attrib)))
    node.add(element.text or "")
    if tag == "pre":
        return Node("pre", {}, [Node("code", node.attributes, [f"{element.text}\n"] if element.text else [])])
    for child in element:
        if child.tag == "p" and is_tight:
            node.children += _node(child, "p", is_tight=False).children
        else:
            node.children.append(_node(child, child.tag, is_tight=child.get("tight") is not None))
        node.add(child.tail or "")
    if tag == "img":
        node.children = ["".join(element.itertext())]
    return node


def _attributes(tag: str, given: dict[str, str]) -> dict[str, str]:
    match tag:
        case "a":
            return {"href": unquote(given.get("href", ""))}
        case "img":
            return {"src": unquote(given.get("src", ""))}
        case "ol" if given.get("start", "1") != "1":
            return {"start": given["start"]}
        case "code" if given.get("class"):
            return {"language": given["class"].removeprefix("language-")}
        case "pre" if given.get("language"):
            return {"language": given["language"].partition(" ")[0]}
    return {}


def _tidy(node: Node) -> Canonical:
    """What stands in a node, without the space between blocks."""
    children: Canonical = []
    for child in node.children:
        if isinstance(child, Node):
            _tidy(child)
            children.append(child)
        elif words := child.strip("\n") if node.tag in _HOLDS_BLOCKS else child:
            children.append(words)
    node.children = children
    return children
