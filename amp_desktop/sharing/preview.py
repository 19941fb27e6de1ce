"""An entry as its own mentee sees it: the Markdown as a safe page, with nothing cut from it."""

from __future__ import annotations

import re
from functools import cache
from html import escape
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from amp_desktop.domain.asides import MARK
from amp_desktop.domain.links import LINK
from amp_desktop.sharing.hidden import without_hidden
from amp_desktop.sharing.reading import is_bounded

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import nh3
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

ENTRY_SCHEME = "entry"
"""`[[title]]` becomes a link to `entry:` and the title, percent-encoded."""

ATTACHMENT_SCHEME = "attachment"
"""The only pictures shown are `attachment:` and an id."""

_PICTURE = re.compile(rf"{ATTACHMENT_SCHEME}:[0-9A-Za-z-]{{1,64}}")
_TAGS = {
    *("p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote", "ul", "ol", "li"),
    *("table", "thead", "tbody", "tr", "th", "td"),
    *("strong", "em", "s", "code", "a", "img", "span", "sup"),
}
_ATTRIBUTES = {"a": {"href"}, "img": {"src", "alt"}, "ol": {"start"}, "th": {"style"}, "td": {"style"}}


def entry_html(markdown: str) -> str:
    """The HTML of an entry's Markdown, cleaned for a text browser, with nothing in it that would be fetched.

    Asides are shown, in `<span class="aside">`; boxes are ☐ and ☑; `[[title]]` leads to `entry:title`.
    Other links lead to http, https and mailto, and following them is for whoever shows the page to allow.
    """
    text = without_hidden(markdown)
    if not is_bounded(text):
        return "".join(f"<p>{escape(line)}</p>" for line in text.splitlines() if line.strip())
    rendered: str = _parser().render(text, _Page())
    return _cleaner().clean(rendered)


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
        allowed_classes={"span": {"aside"}},
    )


def _judged(_: str, name: str, value: str) -> str | None:
    if name == "src":
        return value if _PICTURE.fullmatch(value) else None
    return None if name == "href" and value.startswith(ATTACHMENT_SCHEME) else value


@cache
def _parser() -> MarkdownIt:
    """The parser of every preview, writing asides, entry links, pictures and boxes as this module does."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.gfm import gfm_plugin

    parser = MarkdownIt("commonmark", {"html": False}).use(gfm_plugin)
    parser.options.update({"alerts": False, "breaks": True})
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005
    rules = {
        "text": _text,
        "code_inline": _code,
        "fence": _code_block,
        "code_block": _code_block,
        "image": _picture,
        "list_item_open": _point,
        "paragraph_open": _paragraph,
    }
    for name, rule in rules.items():
        parser.add_render_rule(name, rule)
    return parser


def _text(_: Any, tokens: Sequence[Token], at: int, options: Any, page: _Page) -> str:  # noqa: ARG001
    return page.marked(tokens[at].content, _with_links)


def _code(_: Any, tokens: Sequence[Token], at: int, options: Any, page: _Page) -> str:  # noqa: ARG001
    return f"<code>{page.marked(tokens[at].content, escape)}</code>"


def _code_block(_: Any, tokens: Sequence[Token], at: int, options: Any, page: _Page) -> str:  # noqa: ARG001
    return f"<pre><code>{page.marked(tokens[at].content, escape)}</code></pre>\n"


def _picture(_: Any, tokens: Sequence[Token], at: int, options: Any, page: _Page) -> str:  # noqa: ARG001
    """The picture when it is an attachment, else the words that stand for it."""
    place, words = str(tokens[at].attrs.get("src", "")), tokens[at].content
    if _PICTURE.fullmatch(place):
        return f'<img src="{place}" alt="{escape(words)}">'
    return page.marked(words, escape)


def _point(_: Any, tokens: Sequence[Token], at: int, options: Any, page: _Page) -> str:  # noqa: ARG001
    done = tokens[at].meta.get("checked")
    page.box = "" if done is None else ("☑ " if done else "☐ ")
    return "<li>"


def _paragraph(_: Any, tokens: Sequence[Token], at: int, options: Any, page: _Page) -> str:  # noqa: ARG001
    """The beginning of a paragraph, and the box of the point that it is the first of."""
    box, page.box = page.box, ""
    return box if tokens[at].hidden else f"<p>{box}"


class _Page(dict[str, Any]):
    """What rendering one page remembers, besides what the parser keeps in it.

    Attributes:
        box: The box to be put before the next paragraph.
    """

    def __init__(self) -> None:
        super().__init__()
        self.box = ""
        self._aside = False

    def marked(self, text: str, written: Callable[[str], str]) -> str:
        """The text written as HTML, with what lies within asides, their marks included, set apart."""
        parts, at = [], 0
        for mark in MARK.finditer(text):
            end = mark.end() if self._aside else mark.start()
            parts.append(self._part(written(text[at:end])))
            self._aside = not self._aside
            at = end
        parts.append(self._part(written(text[at:])))
        return "".join(parts)

    def _part(self, html: str) -> str:
        return f'<span class="aside">{html}</span>' if self._aside and html else html


def _with_links(text: str) -> str:
    parts, at = [], 0
    for link in LINK.finditer(text):
        address = f"{ENTRY_SCHEME}:{quote(link[1].strip(), safe='')}"
        parts += [
            escape(text[at : link.start()]),
            f'<a href="{address}">{escape((link[2] or link[1]).strip())}</a>',
        ]
        at = link.end()
    return "".join((*parts, escape(text[at:])))
