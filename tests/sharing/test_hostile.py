"""Nothing that stands in an entry comes alive in what leaves, and no file of the computer gets into it."""

import re
import time
import zlib
from collections.abc import Callable
from html.parser import HTMLParser

import pytest

from amp_desktop.domain.summary import Format, Summary
from amp_desktop.sharing.preview import entry_html
from amp_desktop.sharing.renderers import render

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<IMG SRC=javascript:alert(1)>",
    "[a](javascript:alert(1))",
    "[a](JaVaScRiPt:alert(1))",
    "[a](&#106;avascript:alert(1))",
    "[a](java\u200bscript:alert(1))",
    "[a](vbscript:x)",
    "[a](data:text/html,<script>alert(1)</script>)",
    "![a](file:///etc/passwd)",
    "![a](/etc/passwd)",
    "![a](../../etc/passwd)",
    "[a](file:///etc/passwd)",
    "[a]: file:///etc/passwd\n\n[a]",
    "<a href='file:///etc/passwd'>x</a>",
    "<style>@import url(file:///etc/passwd); body{background:url(https://evil.example/x)}</style>",
    "<div style='background:url(https://evil.example/x)'>x</div>",
    "<iframe src='file:///etc/passwd'></iframe>",
    "<svg/onload=alert(1)>",
    "<svg><use href='data:image/svg+xml,x'/></svg>",
    "<meta http-equiv=refresh content='0;url=https://evil.example'>",
    "<base href='https://evil.example/'>",
    "<form action='https://evil.example'><input name=x></form>",
    "<object data='file:///etc/passwd'></object>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "`<script>alert(1)</script>`",
    "```html\n</code></pre><script>alert(1)</script>\n```",
    '```"><script>alert(1)</script>\nx\n```',
    "| <script>a</script> | b |\n|--|--|\n| `</td>` | <img src=x> |",
    '[a](https://ok.example/"onmouseover=alert(1))',
    '<https://ok.example/"><script>alert(1)</script>',
    "{{ 7 * 7 }} {% include '/etc/passwd' %}",
    '#read("/etc/passwd")',
    '#import "@preview/evil:0.1.0"',
    '"#read("/etc/passwd")" \\u{41} \\" $x^2$ @ref <label> #panic()',
    "// comment /* x */ = Heading #set page(width: 1cm)",
    "<!channel> <!here|here> <!everyone> <@U123456> <#C123|x> <!subteam^S1>",
    "@channel @here @everyone @Channel",
    "<https://evil.example|https://good.example>",
    "[a|b>c](https://ok.example/x|y)",
    "```\n``` <!channel>\n```",
    "\u202egnp.exe\u202c &#8238;gnp.exe",
    "\x02wzxhzdk:0\x03",
    "<![CDATA[<script>alert(1)</script>]]> <?php echo 1 ?> <!DOCTYPE html>",
)
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
    judge = judged(render(summary_of(snippet, title=snippet), Format.HTML).decode())
    assert judge.faults == []
    assert len(judge.metas) == 4


@pytest.mark.parametrize("snippet", HOSTILE)
def test_the_preview_stays_asleep(snippet: str) -> None:
    assert judged(entry_html(snippet)).faults == []


@pytest.mark.parametrize("snippet", HOSTILE)
def test_slack_calls_nobody(summary_of: SummaryOf, snippet: str) -> None:
    text = render(summary_of(snippet, title=snippet), Format.SLACK).decode()
    controls = re.findall(r"<([^>\n]*)>?", text)
    assert [c for c in controls if not re.match(r"(https?://|mailto:)[^|<>]*(\|[^|<>]*)?$", c)] == []
    assert not re.search(r"@(channel|here|everyone)", text, re.IGNORECASE)
    assert text.count("```") in (0, 2)


@pytest.mark.parametrize("snippet", HOSTILE)
def test_github_sees_words_and_links_alone(summary_of: SummaryOf, snippet: str) -> None:
    from markdown_it import MarkdownIt  # rich brings it: a reader of its own, close to GitHub's

    written = render(summary_of(snippet, title=snippet), Format.MARKDOWN).decode()
    assert judged(MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(written)).faults == []


def test_a_pdf_reads_nothing_and_runs_nothing(summary_of: SummaryOf) -> None:
    for snippet in HOSTILE:
        pdf = render(summary_of(snippet, title=snippet), Format.PDF)
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
    [
        "[" * 5_000,
        "[" * 300_000,
        "![" * 9_000,
        "[a](" * 4_900,
        "*a **b " * 6_000,
        "a**b" * 9_000,
        "`" * 19_000,
        "".join("`" * n + " " for n in range(190)),
        "> " * 9_000 + "deep",
        "\n".join("  " * n + "- a" for n in range(500)),
        "|a" * 200 + "\n" + "|-" * 200 + "\n" + ("|b" * 200 + "\n") * 40,
        "[a]: x\n" * 9_000,
        "%%" * 100_001,
        "%%a\n```\n%%" * 9_000,
        " " * 200_000 + "%%x%%" + " " * 200_000,
        "[[" * 100_000,
        "[[a" + "|b" * 100_000 + "]]",
        "# " + " " * 190_000 + "x",
        "http://a" + ")" * 190_000,
        ("- " * 20 + "a\n") * 4_000,
        "a" * 1_000_000,
        "word " * 200_000,
        "日本語" * 100_000,
        "\u200d\u200c" * 200_000,
    ],
    ids=lambda body: f"{body[:6]!r}-{len(body)}",
)
def test_junk_takes_no_time(summary_of: SummaryOf, body: str) -> None:
    """Half a minute is far above what any of them needs and far below what a fault costs."""
    started = time.process_time()
    summary = summary_of(body + "\n\n[[A note]]")
    for form in (Format.MARKDOWN, Format.HTML, Format.TEXT, Format.SLACK):
        render(summary, form)
    entry_html(body)
    assert time.process_time() - started < 30
