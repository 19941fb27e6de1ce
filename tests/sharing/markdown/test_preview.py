"""How an entry is shown to the mentee who wrote it."""

import subprocess
import sys

import pytest

from amp_desktop.sharing.markdown.preview import entry_html


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("a **b**", "<p>a <strong>b</strong></p>\n"),
        ("a %%b%% c", '<p>a <span class="aside">%%b%%</span> c</p>\n'),
        (
            "a %%b **c**",
            '<p>a <span class="aside">%%b </span><strong><span class="aside">c</span></strong></p>\n',
        ),
        (
            "- %%a\n- b%%",
            '<ul>\n<li><span class="aside">%%a</span></li>\n<li><span class="aside">b%%</span></li>\n</ul>\n',
        ),
        ("`%%a%%`", '<p><code><span class="aside">%%a%%</span></code></p>\n'),
        ("on #ci, #1 `#x`", '<p>on <span class="tag">#ci</span>, #1 <code>#x</code></p>\n'),
        ("https://x.y/#ci", '<p><a href="https://x.y/#ci">https://x.y/#ci</a></p>\n'),
        ("[[A & B]]", '<p><a href="entry:A%20%26%20B">A &amp; B</a></p>\n'),
        ("[[日記|words]]", '<p><a href="entry:%E6%97%A5%E8%A8%98">words</a></p>\n'),
        ("- [x] a\n- [ ] b", "<ul>\n<li>☑ a</li>\n<li>☐ b</li>\n</ul>\n"),
        ("- [x] a\n\n- b", "<ul>\n<li><p>☑ a</p>\n</li>\n<li><p>b</p>\n</li>\n</ul>\n"),
        ("![p](attachment:0a-b1)", '<p><img src="attachment:0a-b1" alt="p"></p>\n'),
        ("![p](https://example.org/x.png)", "<p>p</p>\n"),
        ("[p](attachment:0a-b1)", '<p><a href="attachment:0a-b1">p</a></p>\n'),
        ("[p](attachment://0a/b1)", "<p><a>p</a></p>\n"),
        ("[p](mailto:me@example.org)", '<p><a href="mailto:me@example.org">p</a></p>\n'),
        ("<b>x</b>", "<p>&lt;b&gt;x&lt;/b&gt;</p>\n"),
    ],
)
def test_what_is_shown(markdown: str, html: str) -> None:
    assert entry_html(markdown) == html


def test_a_table_keeps_its_sides() -> None:
    assert '<td style="text-align:right">1</td>' in entry_html("| a |\n|--:|\n| 1 |")


def test_a_text_too_long_is_shown_plainly() -> None:
    page = entry_html("**word** <b> " * 20_000)
    assert page.startswith("<p>**word** &lt;b&gt; ")


def test_nothing_heavy_is_imported_until_it_is_used() -> None:
    code = (
        "import sys, amp_desktop.sharing, amp_desktop.sharing.markdown.preview\n"
        "print(sorted({'markdown', 'nh3', 'jinja2', 'typst'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout == "[]\n"
