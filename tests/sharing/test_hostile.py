"""Nothing that stands in an entry comes alive in what leaves, and no file of the computer gets into it."""

import re
import time
import zlib
from collections.abc import Callable
from html.parser import HTMLParser

import pytest

from amp_desktop.domain.summary import Summary
from amp_desktop.sharing.markdown.preview import entry_html
from amp_desktop.sharing.renderers import render
from tests.hostile import HOSTILE, JUNK

ALLOWED_TAGS = {
    *(
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "main",
        "header",
        "section",
        "article",
        "span",
        "div",
    ),
    *("h1", "h2", "h3", "h4", "h5", "h6", "p", "br", "hr", "ul", "ol", "li", "pre", "code", "blockquote"),
    *("table", "thead", "tbody", "tr", "th", "td", "a", "strong", "em", "s", "sup", "img"),
}
ALLOWED_ATTRIBUTES = {
    *("lang", "dir", "class", "href", "rel", "start", "scope"),
    *("charset", "http-equiv", "content", "name", "style", "alt"),
}


class Judge(HTMLParser):
    """Reads a page as a browser does and notes what it must not hold."""

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []
        self.metas: list[dict[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = {name for name, _ in attrs}
        self.faults += [tag] if tag not in ALLOWED_TAGS else []
        self.faults += sorted(names - ALLOWED_ATTRIBUTES)
        target = dict(attrs).get("href")
        if target is not None and not re.match(r"https?://|mailto:", target):
            self.faults.append(target)
        if tag == "meta":
            self.metas.append(dict(attrs))


def judged(page: str) -> Judge:
    judge = Judge()
    judge.feed(page)
    return judge


SummaryOf = Callable[..., Summary]


@pytest.mark.parametrize("snippet", HOSTILE)
def test_html_stays_asleep(summary_of: SummaryOf, snippet: str) -> None:
    judge = judged(render(summary_of(snippet, title=snippet), "html").decode())
    assert judge.faults == []
    assert len(judge.metas) == 4


@pytest.mark.parametrize("snippet", HOSTILE)
def test_the_preview_stays_asleep(snippet: str) -> None:
    assert judged(entry_html(snippet)).faults == []


@pytest.mark.parametrize("snippet", HOSTILE)
def test_slack_calls_nobody(summary_of: SummaryOf, snippet: str) -> None:
    text = render(summary_of(snippet, title=snippet), "slack").decode()
    assert not re.search(r"<[!@#]", text)  # what calls somebody; all else is words to the box of messages
    assert not re.search(r"@(channel|here|everyone)", text, re.IGNORECASE)
    assert text.count("```") in (0, 2)


@pytest.mark.parametrize("snippet", HOSTILE)
def test_github_sees_words_and_links_alone(summary_of: SummaryOf, snippet: str) -> None:
    from markdown_it import MarkdownIt  # rich brings it: a reader of its own, close to GitHub's

    written = render(summary_of(snippet, title=snippet), "md").decode()
    assert judged(MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(written)).faults == []


def test_a_pdf_reads_nothing_and_runs_nothing(summary_of: SummaryOf) -> None:
    for snippet in HOSTILE:
        pdf = render(summary_of(snippet, title=snippet), "pdf")
        packed = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL)
        everything = b"\n".join([pdf, *(_unpacked(stream) for stream in packed)])
        assert not re.search(
            rb"/(JavaScript|JS|Launch|EmbeddedFile|OpenAction|SubmitForm|GoToR)\b", everything
        )
        assert b"root:x:0" not in everything
        addresses = re.findall(rb"/URI \(([^)]*)", everything)
        assert all(re.match(rb"https?://|mailto:", address) for address in addresses), addresses


def _unpacked(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return b""


@pytest.mark.parametrize(
    "body",
    JUNK,
    ids=lambda body: f"{body[:6]!r}-{len(body)}",
)
def test_junk_takes_no_time(summary_of: SummaryOf, body: str) -> None:
    """Half a minute is far above what any of them needs and far below what a fault costs."""
    started = time.process_time()
    summary = summary_of(body + "\n\n[[A note]]")
    for form in ("md", "html", "txt", "slack"):
        render(summary, form)
    entry_html(body)
    assert time.process_time() - started < 30
