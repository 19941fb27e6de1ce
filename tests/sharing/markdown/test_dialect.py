"""Markdown is read as people write it: as a comment on GitHub takes it."""

import pytest

from amp_desktop.domain.summary import Block, Link, Paragraph, Text
from amp_desktop.sharing.markdown.preview import entry_html
from amp_desktop.sharing.markdown.reading import read_markdown


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("Done:\n- a\n- b", "<p>Done:</p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
        ("- a\n  - b\n- c", "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n<li>c</li>\n</ul>\n"),
        ("- a\n    - b", "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>\n"),
        ("- a\n\t- b", "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>\n"),
        ("- a\nb", "<ul>\n<li>a<br>\nb</li>\n</ul>\n"),
        ("- a\n* b", "<ul>\n<li>a</li>\n</ul>\n<ul>\n<li>b</li>\n</ul>\n"),
        ("3) a\n4) b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>\n'),
        ("In\n2019. was hot", "<p>In<br>\n2019. was hot</p>\n"),
        ("1. a\n\n   b", '<ol start="1">\n<li><p>a</p>\n<p>b</p>\n</li>\n</ol>\n'),
        (
            "- a\n  ```sh\n  make\n\n  test\n  ```",
            "<ul>\n<li>a\n<pre><code>make\n\ntest\n</code></pre>\n</li>\n</ul>\n",
        ),
        ("a\n```\n\tb\n# c\n```\nd", "<p>a</p>\n<pre><code>\tb\n# c\n</code></pre>\n<p>d</p>\n"),
        ("````\n```\n````", "<pre><code>```\n</code></pre>\n"),
        (
            "> a\nb\n\n> c",
            "<blockquote>\n<p>a<br>\nb</p>\n</blockquote>\n<blockquote>\n<p>c</p>\n</blockquote>\n",
        ),
        ("> - a\n> - b", "<blockquote>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n</blockquote>\n"),
        ("a\n# b #\n#c", '<p>a</p>\n<h1>b</h1>\n<p><span class="tag">#c</span></p>\n'),
        ("a\nb\n---\n- - -", "<h2>a<br>\nb</h2>\n<hr>\n"),
        ("a\n***\nb", "<p>a</p>\n<hr>\n<p>b</p>\n"),
        ("snake_case 2 * 3 a*b*c", "<p>snake_case 2 * 3 a<em>b</em>c</p>\n"),
        ("~~a *b*~~ ~5", "<p><s>a <em>b</em></s> ~5</p>\n"),
        ("``a`b`` `c\nd` `e", "<p><code>a`b</code> <code>c d</code> `e</p>\n"),
        (r"\*a\* &lt; &copy; &#42;", "<p>*a* &lt; © *</p>\n"),
        ("a<!-- b\nc -->d\n\n<!--\n\ne\n\n-->f", "<p>ad</p>\n<p>f</p>\n"),
        ("<u>a</u>\n<div>\n**b**", "<p>&lt;u&gt;a&lt;/u&gt;<br>\n&lt;div&gt;<br>\n<strong>b</strong></p>\n"),
        (
            "a[^x] b[^y] c[^x]\n\n[^y]: Y\n[^x]: X\n    more\n[^z]: Z",
            "<p>a<sup>1</sup> b<sup>2</sup> c<sup>1</sup></p>\n"
            "<hr>\n<ol>\n<li><p>X<br>\nmore</p>\n</li>\n<li><p>Y</p>\n</li>\n</ol>\n",
        ),
    ],
)
def test_what_people_write_is_what_they_get(markdown: str, html: str) -> None:
    assert entry_html(markdown) == html


def test_a_table_needs_no_blank_line() -> None:
    html = entry_html("a\n| b | c |\n|---|:-:|\n| `d\\|e` |\n- f")
    assert html.startswith("<p>a</p>\n<table>\n<thead>\n<tr>\n<th>b</th>\n")
    assert "<td><code>d|e</code></td>\n<td style" in html
    assert html.endswith("</table>\n<ul>\n<li>f</li>\n</ul>\n")


def words_of(block: Block) -> str:
    return "".join(repr(block).split("'")[1::2])


@pytest.mark.parametrize(
    ("markdown", "address", "words"),
    [
        ("[w](https://e.org/a_(b) 'title')", "https://e.org/a_(b)", "w"),
        ("[w](<https://e.org/(a>)", "https://e.org/(a", "w"),
        ("[w][r]\n\n[r]: https://e.org 'title'", "https://e.org", "w"),
        ("[R][]\n\n[r]:\n  https://e.org", "https://e.org", "R"),
        ("[r]\n\n[r]: <https://e.org>", "https://e.org", "r"),
        ("https://e.org/a_b_c", "https://e.org/a_b_c", "https://e.org/a_b_c"),
        ("[https://a.org](https://e.org)", "https://e.org", "https://a.org"),
        ("www.e.org", "http://www.e.org", "www.e.org"),
        ("me@e.org", "mailto:me@e.org", "me@e.org"),
        ("<https://e.org/ü|x>", "https://e.org/%C3%BC%7Cx", "https://e.org/ü|x"),
    ],
)
def test_a_link_leads_where_it_says(markdown: str, address: str, words: str) -> None:
    assert read_markdown(markdown) == (Paragraph((Link(address, (Text(words),)),)),)


@pytest.mark.parametrize(
    ("markdown", "address"),
    [
        ("(https://e.org/a_(b)).", "https://e.org/a_(b)"),
        ("**https://e.org/a**", "https://e.org/a"),
        ("見 https://e.org/a。次", "https://e.org/a"),
        ("(see https://e.org?a=1&b=2)", "https://e.org?a=1&b=2"),
    ],
)
def test_an_address_ends_where_a_reader_ends_it(markdown: str, address: str) -> None:
    assert f"Link(address='{address}', content=(Text(text='{address}'),))" in repr(read_markdown(markdown))


@pytest.mark.parametrize(
    "markdown",
    [
        "![a](unseen.png 'unseen')",
        "[![a](unseen.png)](file:unseen)",
        "![a ![b](unseen.png)](unseen.png)",
        "![a [b](file:unseen)](unseen.png)",
        "[a [b](file:unseen 'unseen') c](https://e.org)",
        "**[a][b]**\n\n[b]: file:///unseen\n  'unseen'",
        "- a\n- [//]: # (unseen)",
        "> [//]: # (unseen)\n> a",
        "[a](<file:///unseen place>)",
        "| a | b |\n|---|---|\n| <!-- unseen --> | ![c](unseen.png) |",
        "a[^1]\n\n[^1]: b\n[^2]: unseen\n\n    unseen",
        "- a\n\n  <!--\n  unseen",
    ],
)
def test_what_is_not_seen_on_a_page_is_not_read(markdown: str) -> None:
    assert "unseen" not in repr(read_markdown(markdown))
    assert read_markdown(markdown) != ()


@pytest.mark.parametrize("unit", ["> ", "- ", "1. "])
def test_what_stands_too_deep_is_kept_as_words(unit: str) -> None:
    assert "deep" in repr(read_markdown(unit * 900 + "deep"))


def test_a_paragraph_of_marks_alone_is_kept_as_words() -> None:
    marks = "*a **b [c](d) " * 1_000
    (only, after) = read_markdown(f"{marks}\n\n**after**")
    assert repr(only) == repr(Paragraph((Text(marks.strip()),)))
    assert "strong" in repr(after)


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("**注意：**これ", "<p><strong>注意：</strong>これ</p>\n"),
        ("これは**「重要」**です", "<p>これは<strong>「重要」</strong>です</p>\n"),
        (
            "見**https://e.org/a** b",
            '<p>見<strong><a href="https://e.org/a">https://e.org/a</a></strong> b</p>\n',
        ),
        ("a**https://e.org**", '<p>a<strong><a href="https://e.org">https://e.org</a></strong></p>\n'),
        ("*a\n\n(*b*)c", "<p>*a</p>\n<p>(<em>b</em>)c</p>\n"),
        (
            "*a* [*b*](https://e.org) *c*",
            '<p><em>a</em> <a href="https://e.org"><em>b</em></a> <em>c</em></p>\n',
        ),
        ("****a* _b_", "<p>***<em>a</em> <em>b</em></p>\n"),
        ("*a **b _c* d", "<p>*a *<em>b _c</em> d</p>\n"),
    ],
)
def test_signs_belong_together_as_a_reader_sees_them(markdown: str, html: str) -> None:
    assert entry_html(markdown) == html


def test_a_picture_with_a_label_is_a_picture() -> None:
    written = "![a [b](https://b.org) c][d] [d]\n\n[d]: https://e.org\n  'unseen\n  too'"
    (paragraph,) = read_markdown(written)
    assert "unseen" not in repr(paragraph)
    assert repr(paragraph).count("https://e.org") == 1


def test_a_label_reaches_no_further_than_its_definition() -> None:
    lines = "\n".join(["[a]: https://e.org 'title", *["more"] * 50, "']"])
    assert "more" in repr(read_markdown(lines))
