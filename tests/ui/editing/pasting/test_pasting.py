"""What other programs put on the clipboard, as Markdown."""

import re
from time import process_time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from amp_desktop.ui.editing.pasting import markdown_of_html
from amp_desktop.ui.editing.pasting.paste import LONGEST_HTML

CASES = [
    ("<h2>Head &amp; shoulders</h2><p>Text</p>", "## Head & shoulders\n\nText"),
    ("<p>a <b>bold</b> and <em>slanted</em> <s>word</s></p>", "a **bold** and *slanted* ~~word~~"),
    ("<b>bold <i>both</i></b> plain", "**bold *both*** plain"),
    ("<p>a <b> spaced </b>word</p>", "a **spaced** word"),
    ("<span style='font-weight:700'>one</span><span style='font-weight:700'> two</span>", "**one two**"),
    ("<b style='font-weight:normal'>not <em>bold</em></b>", "not *bold*"),
    (
        "<ul><li>one<ul><li>in<ol><li>deep</li></ol></li></ul></li><li>two</li></ul>",
        "- one\n  - in\n    1. deep\n- two",
    ),
    ("<ul><li>one</li><ul><li>beside</li></ul></ul>", "- one\n  - beside"),
    ("<ol start=3><li><p>three</p><p>more</p></li><li>four</li></ol>", "3. three\n\n   more\n4. four"),
    (
        "<ul><li><input type=checkbox checked> done</li><li><input type=checkbox> open</li></ul>",
        "- [x] done\n- [ ] open",
    ),
    (
        "<a href='https://e.org/a(b)'>the <b>docs</b></a>",
        "[the](https://e.org/a%28b%29) **[docs](https://e.org/a%28b%29)**",
    ),
    ("<p><a href='https://e.org'>https://e.org</a> <i>x</i></p>", "https://e.org *x*"),
    ("<p><a href='javascript:alert(1)'>click</a> <i>x</i></p>", "click *x*"),
    ("<p><a href='file:///etc/passwd'>file</a> <i>x</i></p>", "file *x*"),
    ("<p><a href='/relative'>rel</a> <i>x</i></p>", "rel *x*"),
    ("<p>run <code>a`b</code></p>", "run ``a`b``"),
    ("<pre><code>if x:\n    y</code></pre>", "```\nif x:\n    y\n```"),
    ("<pre>```\nx\n```</pre>", "````\n```\nx\n```\n````"),
    ("<blockquote><p>one</p><p>two</p></blockquote>", "> one\n>\n> two"),
    (
        "<table><tr><th>A</th><th>B</th></tr><tr><td>1|2</td><td><b>x</b></td></tr></table>",
        "| A | B |\n| --- | --- |\n| 1\\|2 | x |",
    ),
    ("<table><tr><td><ul><li>laid out</li></ul></td><td>so</td></tr></table>", "- laid out\n\nso"),
    ("<p>see <img src='http://t.example/p.png' alt='a cat'> <i>x</i></p>", "see a cat *x*"),
    ("<p>one<br>two <i>x</i></p>", "one  \ntwo *x*"),
    ("<p>a</p><hr><p>b</p>", "a\n\n---\n\nb"),
    ("<p>seen <i>x</i><span style='display:none'>hidden</span></p>", "seen *x*"),
    ("<p>seen <i>x</i><span style='font-size:0px'>hidden</span><span hidden>h</span></p>", "seen *x*"),
    ("<p>seen <i>x</i><span style='VISIBILITY: hidden !important'>hidden</span></p>", "seen *x*"),
    ("<style>p{}</style><script>alert(1)</script><p>seen <i>x</i></p>", "seen *x*"),
    ("<p># no head <i>x</i></p>", "\\# no head *x*"),
    ("<p>1. no list <i>x</i></p>", "1\\. no list *x*"),
    (
        "<p>2 * 3, *stars*, snake_case, _line_ <i>x</i></p>",
        "2 * 3, \\*stars\\*, snake_case, \\_line\\_ *x*",
    ),
    ("<p>&lt;b&gt; [a](b) <i>x</i></p>", "\\<b> \\[a](b) *x*"),
]


@pytest.mark.parametrize(("html", "markdown"), CASES)
def test_what_is_pasted(html: str, markdown: str) -> None:
    assert markdown_of_html(html) == markdown


@pytest.mark.parametrize(
    "html",
    [
        "",
        "plain",
        "<p>one</p><p>two</p>",
        "<div style='white-space:pre'><span style='color:#00f'>def</span> f(): *x*</div>",
        "<a href='https://e.org'>https://e.org</a>",
        "<b></b><i> </i>",
        "<p>" + "x" * LONGEST_HTML + "<b>y</b></p>",
    ],
)
def test_plain_text_stays_plain(html: str) -> None:
    assert markdown_of_html(html) is None


HOSTILE = [
    "<b>x</b>" + "<div>" * 20_000 + "deep" + "</div>" * 20_000,
    "<ul><li>" * 5_000 + "x",
    "<b>x</b>" + "<i>" * 50_000,
    "<table>" * 3_000 + "<b>x</b>",
    "<b>" + "a*_`[" * 50_000 + "</b>",
    "<p>" + "<b>a</b> b " * 20_000,
    "<a href='" + "x" * 500_000 + "'>y</a>",
    "<!--" * 50_000,
    "&" * 300_000 + "<b>x</b>",
    "<blockquote>" * 2_000 + "x",
]


@pytest.mark.parametrize("html", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_page_takes_no_time(html: str) -> None:
    began = process_time()
    markdown_of_html(html)
    assert process_time() - began < 20


TAGS = st.sampled_from(
    (
        *(
            "<b>",
            "</b>",
            "<i>",
            "</i>",
            "<p>",
            "</p>",
            "<ul>",
            "<li>",
            "</li>",
            "</ul>",
            "<ol>",
            "<pre>",
            "</pre>",
        ),
        *(
            "<table>",
            "<tr>",
            "<td>",
            "<th>",
            "<br>",
            "<hr>",
            "<h1>",
            "</h1>",
            "<blockquote>",
            "<code>",
            "</code>",
        ),
        *("<a href='https://e.org'>", "</a>", "<span style='font-weight:bold'>", "</span>", "<img alt=x>"),
    )
)


@given(st.lists(st.one_of(TAGS, st.text(max_size=6)), max_size=25).map("".join))
def test_no_page_breaks_it_and_no_html_comes_out(html: str) -> None:
    from amp_desktop.sharing.markdown.preview import entry_html

    markdown = markdown_of_html(html)
    assert markdown is None or "<script" not in entry_html(markdown)


@given(st.text("ab*_`[]()<>#&-+1.~| \\", min_size=1, max_size=30))
def test_text_reads_as_it_was_copied(text: str) -> None:
    """Pasted words come out of the preview as they stood in the other program."""
    from html import escape, unescape

    from amp_desktop.sharing.markdown.preview import entry_html

    assume("[[" not in text)  # a link to an entry, which may be meant
    markdown = markdown_of_html(f"<h3>h</h3><p>x{escape(text)}x</p>")
    assert markdown is not None
    html = entry_html(markdown).partition("<p>")[2].partition("</p>")[0]
    shown = unescape(re.sub('<span class="tag">(.*?)</span>', r"\1", html))  # a tag is words all the same
    assert shown.split() == f"x{text}x".split()
