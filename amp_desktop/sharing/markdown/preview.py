"""An entry as its own mentee sees it: the Markdown as a safe page, with nothing cut from it."""

from __future__ import annotations

import re
from functools import cache
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import quote

from amp_desktop.domain.text.asides import aside_marks
from amp_desktop.domain.text.links import LINK
from amp_desktop.domain.text.text_tags import tag_places
from amp_desktop.sharing.disclosure.invisible import without_hidden
from amp_desktop.sharing.markdown import is_bounded, parse

if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.etree.ElementTree import Element

    import nh3

ENTRY_SCHEME = "entry"
"""`[[title]]` becomes a link to `entry:` and the title, percent-encoded."""

ATTACHMENT_SCHEME = "attachment"
"""The only pictures shown are `attachment:` and an id; a link to such a one leads to a file of the entry."""

_ATTACHED = re.compile(rf"{ATTACHMENT_SCHEME}:[0-9A-Za-z-]{{1,64}}")
_TAGS = {
    *("p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote", "ul", "ol", "li"),
    *("table", "thead", "tbody", "tr", "th", "td"),
    *("strong", "em", "s", "code", "a", "img", "span", "sup"),
}
_ATTRIBUTES = {"a": {"href"}, "img": {"src", "alt"}, "ol": {"start"}, "th": {"style"}, "td": {"style"}}


def entry_html(markdown: str) -> str:
    """The HTML of an entry's Markdown, cleaned for a text browser, with nothing in it that would be fetched.

    Asides are shown, in `<span class="aside">`, and tags in `<span class="tag">`; boxes are ☐ and ☑;
    `[[title]]` leads to `entry:title`. Other links lead to attachments, http, https and mailto, and following
    them is for whoever shows the page to allow.
    """
    text = without_hidden(markdown)
    if not is_bounded(text):
        return _plain_html(text)
    try:
        page = _Page().blocks(parse(text))
    except RecursionError:
        return _plain_html(text)
    return _cleaner().clean(page)


def _plain_html(text: str) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in text.splitlines() if line.strip())


@cache
def _cleaner() -> nh3.Cleaner:
    """What lets through what a text browser shows, and nothing else."""
    import nh3

    return nh3.Cleaner(
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=_judged,
        filter_style_properties={"text-align"},
        url_schemes={"http", "https", "mailto", ENTRY_SCHEME, ATTACHMENT_SCHEME},
        url_relative="deny",
        link_rel=None,
        allowed_classes={"span": {"aside", "tag"}},
    )


def _judged(_: str, name: str, value: str) -> str | None:
    if name == "src" or (name == "href" and value.startswith(ATTACHMENT_SCHEME)):
        return value if _ATTACHED.fullmatch(value) else None
    return value


class _Page:
    """Writes the tree of one text as HTML; remembers whether it stands within an aside."""

    def __init__(self) -> None:
        self._aside = 0

    def blocks(self, parent: Element) -> str:
        """The blocks that stand in an element, a line each."""
        return "".join(f"{self._block(element)}\n" for element in parent)

    def _block(self, element: Element) -> str:
        match element.tag:
            case "hr":
                return "<hr>"
            case "pre":
                return f"<pre><code>{self._marked(element.text, escape)}\n</code></pre>"
            case "ol":
                return f'<ol start="{element.get("start")}">\n{self.blocks(element)}</ol>'
            case "section":
                return f"<hr>\n<ol>\n{self.blocks(element)}</ol>"
            case "li":
                return f"<li>{self._point(element)}</li>"
            case "th" | "td":
                return f"<{element.tag}{_style(element)}>{self._line(element)}</{element.tag}>"
            case "blockquote" | "ul" | "table" | "thead" | "tbody" | "tr":
                return f"<{element.tag}>\n{self.blocks(element)}</{element.tag}>"
        return f"<{element.tag}>{self._line(element)}</{element.tag}>"

    def _point(self, item: Element) -> str:
        """What stands in a point of a list, its box before its first words."""
        box = {None: "", "yes": "☑ ", "no": "☐ "}[item.get("done")]
        parts = []
        for element in item:
            if element.tag == "p":
                words = box + self._line(element)
                parts.append(words if item.get("tight") else f"<p>{words}</p>\n")
                box = ""
            else:
                parts.append(f"\n{self._block(element)}\n")
        return "".join(parts)

    def _line(self, element: Element) -> str:
        """The words of an element and of what stands among them."""
        parts = [self._words(element.text)]
        for child in element:
            parts += [self._inline(child), self._words(child.tail)]
        return "".join(parts)

    def _inline(self, element: Element) -> str:
        match element.tag:
            case "code":
                return f"<code>{self._marked(element.text, escape)}</code>"
            case "a":
                return f'<a href="{escape(element.get("href", ""))}">{self._line(element)}</a>'
            case "img" if _ATTACHED.fullmatch(place := element.get("src", "")):
                return f'<img src="{place}" alt="{escape("".join(element.itertext()))}">'
            case "img":
                return self._line(element)
            case "sup":
                return f"<sup>{element.get('number')}</sup>"
        return f"<{element.tag}>{self._line(element)}</{element.tag}>"

    def _words(self, text: str | None) -> str:
        return self._marked(text, _with_links).replace("\n", "<br>\n")

    def _marked(self, text: str | None, written: Callable[[str], str]) -> str:
        """The text written as HTML, with what lies within asides, their marks included, set apart."""
        text = text or ""
        parts, at = [], 0
        for mark in aside_marks(text, self._aside):
            end = mark.end if self._aside else mark.start
            parts.append(self._part(written(text[at:end])))
            self._aside = mark.opened
            at = end
        parts.append(self._part(written(text[at:])))
        return "".join(parts)

    def _part(self, html: str) -> str:
        return f'<span class="aside">{html}</span>' if self._aside and html else html


def _style(cell: Element) -> str:
    side = cell.get("side")
    return f' style="text-align:{side}"' if side else ""


def _with_links(text: str) -> str:
    parts, at = [], 0
    for link in LINK.finditer(text):
        address = f"{ENTRY_SCHEME}:{quote(link[1].strip(), safe='')}"
        parts += [
            _with_tags(text[at : link.start()]),
            f'<a href="{address}">{escape((link[2] or link[1]).strip())}</a>',
        ]
        at = link.end()
    return "".join((*parts, _with_tags(text[at:])))


def _with_tags(text: str) -> str:
    parts, at = [], 0
    for start, end in tag_places(text):
        parts += [escape(text[at:start]), f'<span class="tag">{escape(text[start:end])}</span>']
        at = end
    return "".join((*parts, escape(text[at:])))
