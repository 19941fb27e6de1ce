"""Pasted HTML as a small tree of what may stay: cleaned first, hidden text left out, bounded in every way."""

import re
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import nh3

DEEPEST = 60
"""Elements within each other; what lies deeper stands in the last one."""
MOST_NODES = 15_000

BLOCKS = frozenset(
    (
        *("p", "div", "section", "article", "main", "header", "footer", "aside", "nav", "address", "figure"),
        *(
            "figcaption",
            "details",
            "summary",
            "dl",
            "dt",
            "dd",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "ul",
            "ol",
        ),
        *("li", "pre", "blockquote", "table", "thead", "tbody", "tfoot", "tr", "th", "td", "caption", "hr"),
    )
)
_WITHIN_LINES = frozenset(
    (
        *("b", "strong", "i", "em", "cite", "dfn", "var", "s", "del", "strike", "u", "ins", "mark", "small"),
        *("sub", "sup", "q", "span", "font", "a", "img", "br", "code", "kbd", "samp", "tt", "input", "label"),
    )
)
_UNREAD = frozenset(
    (
        *("script", "style", "template", "noscript", "svg", "math", "iframe", "object", "embed", "canvas"),
        *("audio", "video", "head", "title", "select", "option", "textarea", "button", "datalist", "map"),
    )
)
"""What stands in these is nothing that the person saw as text."""
_EMPTY = frozenset(("br", "hr", "img", "input"))
_NEVER_CLOSED = _EMPTY | {"li", "p", "td", "th", "tr", "dt", "dd", "meta", "link", "col", "option", "wbr"}
_STYLES = {
    *("display", "visibility", "opacity", "font-size", "mso-hide"),
    *("font-weight", "font-style", "text-decoration", "text-decoration-line"),
    *("white-space", "white-space-collapse", "text-wrap", "text-wrap-mode", "font-family", "mso-list"),
}
_PLAIN_BLOCKS = frozenset(("p", "div", "section", "article", "header", "footer", "label", "span"))
"""Elements that mean nothing but where they stand, so that their style may say where that is."""
_COLLAPSING = {
    "collapse": "normal",
    "preserve": "pre-wrap",
    "break-spaces": "pre-wrap",
    "preserve-breaks": "pre-line",
}


_MONOSPACED = re.compile(r"\b(?:monospace|courier|consolas|menlo|monaco|mono)\b")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
TOO_DEEP = 400
"""Elements within each other that no page has; cleaning takes time by the square of them."""


class TooLargeError(Exception):
    """There are more elements than `MOST_NODES`, or more within each other than `TOO_DEEP`."""


@dataclass
class Node:
    """One element.

    Attributes:
        tag: Its name, "" for the whole.
        attributes: What is left of its attributes.
        styles: What is left of its style, by property.
        children: Texts and elements, in order.
        white_space: What becomes of the white space in it, as in CSS: "normal", "pre", "pre-wrap" or
            "pre-line"; taken from the element around it where it says nothing.
        is_monospaced: Whether its letters are all as wide.
    """

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    styles: dict[str, str] = field(default_factory=dict)
    children: list["Node | str"] = field(default_factory=list)
    white_space: str = "normal"
    is_monospaced: bool = False

    @property
    def is_block(self) -> bool:
        """Whether it begins on a line of its own."""
        display = self.styles.get("display", "") if self.tag in _PLAIN_BLOCKS else ""
        return (self.tag in BLOCKS or display in ("block", "flex", "grid")) and display not in (
            "inline",
            "inline-block",
            "inline-flex",
            "contents",
        )

    @property
    def is_hidden(self) -> bool:
        """Whether nobody could see it where it was copied from."""
        styles = self.styles
        return (
            "hidden" in self.attributes
            or self.attributes.get("aria-hidden") == "true"
            or styles.get("display") == "none"
            or styles.get("visibility") in ("hidden", "collapse")
            or styles.get("mso-hide") == "all"
            or _is_zero(styles.get("opacity", "1"))
            or _is_zero(styles.get("font-size", "1"))
        )

    def text(self) -> str:
        """All text in it that could be seen, as it stands, with line ends for its breaks."""
        if self.tag == "br":
            return "\n"
        if self.is_hidden:
            return ""
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)

    def inherit(self, around: "Node") -> None:
        """Take from the element around this one what it does not say itself."""
        own = self.styles.get("white-space", "pre" if self.tag == "pre" else "")
        if collapse := _COLLAPSING.get(self.styles.get("white-space-collapse", "")):
            wrap = self.styles.get("text-wrap-mode", self.styles.get("text-wrap", ""))
            own = "pre" if (collapse, wrap) == ("pre-wrap", "nowrap") else collapse
        own = {"break-spaces": "pre-wrap", "nowrap": "normal", "initial": "normal"}.get(own, own)
        self.white_space = own if own in ("normal", "pre", "pre-wrap", "pre-line") else around.white_space
        family = self.styles.get("font-family", "")
        self.is_monospaced = bool(_MONOSPACED.search(family)) if family else around.is_monospaced


def tree_of(html: str) -> Node:
    """The tree of a piece of HTML, cleaned.

    Raises:
        TooLargeError: It holds more elements than any text that somebody wants to keep.
    """
    _see_that_it_is_shallow(html)
    reader = _Reader()
    reader.feed(_cleaner().clean(html))
    reader.close()
    return reader.root


@cache
def _cleaner() -> "nh3.Cleaner":
    import nh3  # only where something is pasted

    return nh3.Cleaner(
        tags=set(BLOCKS | _WITHIN_LINES),
        clean_content_tags=set(_UNREAD),
        attributes={
            "*": {"style", "hidden", "aria-hidden"},
            "a": {"href"},
            "img": {"alt", "aria-roledescription"},
            "ol": {"start"},
            "li": {"aria-checked", "data-checked", "data-list", "data-task"},
            "td": {"colspan", "rowspan"},
            "th": {"colspan", "rowspan"},
            "input": {"type", "checked"},
        },
        attribute_filter=_judged,
        url_schemes={"http", "https", "mailto"},
        url_relative="deny",
        link_rel=None,
        strip_comments=True,
    )


def _see_that_it_is_shallow(html: str) -> None:
    depth = 0
    for closing, name in _TAG.findall(html):
        if closing:
            depth = max(depth - 1, 0)
        elif name.lower() not in _NEVER_CLOSED:
            depth += 1
        if depth > TOO_DEEP:
            raise TooLargeError


def _judged(_: str, name: str, value: str) -> str | None:
    """The attribute's value; of a style what tells how words looked, and whether they were seen."""
    if name != "style":
        return value
    kept = {name: value for name, value in _styles(value).items() if name in _STYLES}
    return ";".join(f"{name}:{value}" for name, value in kept.items()) or None


class _Reader(HTMLParser):
    """Builds the tree; what it is given is clean and well-formed already."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("")
        self._open = [self.root]
        self._too_deep = 0
        self._nodes = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._nodes += 1
        if self._nodes > MOST_NODES:
            raise TooLargeError
        attributes = {name: value or "" for name, value in attrs}
        node = Node(tag, attributes, _styles(attributes.pop("style", "")))
        if len(self._open) > DEEPEST:
            self._too_deep += tag not in _EMPTY
            return
        node.inherit(self._open[-1])
        self._open[-1].children.append(node)
        if tag not in _EMPTY:
            self._open.append(node)

    def handle_endtag(self, tag: str) -> None:
        if self._too_deep:
            self._too_deep -= 1
        elif tag not in _EMPTY and len(self._open) > 1:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)


def _styles(style: str) -> dict[str, str]:
    pairs = (part.partition(":") for part in style.lower().split(";"))
    return {name.strip(): value.replace("!important", "").strip() for name, colon, value in pairs if colon}


def _is_zero(length: str) -> bool:
    number = length.rstrip("abcdefghijklmnopqrstuvwxyz%")
    try:
        return float(number) == 0
    except ValueError:
        return False
