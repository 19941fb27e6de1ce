"""What programs put on the clipboard in ways of their own, and that words are read as they were copied."""

import re
from html import escape, unescape

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from amp_desktop.sharing.markdown.preview import entry_html
from amp_desktop.ui.editing.pasting import markdown_of_html

EDITOR = "color:#ccc;font-family:'Droid Sans Mono',monospace;font-style:normal;white-space:pre;"
SPACED = "white-space:pre-wrap"
SIGN = "<![if !supportLists]><span style='mso-list:Ignore'>{sign}<span>&nbsp;&nbsp; </span></span><![endif]>"


def point(sign: str, level: int, words: str) -> str:
    """A point of a list as Word writes it."""
    return (
        f"<p class=MsoListParagraph style='margin-left:{level / 2}in;mso-list:l0 level{level} lfo1'>"
        f"{SIGN.format(sign=sign)}{words}<o:p></o:p></p>\n"
    )


def google_item(words: str, *, done: bool) -> str:
    """An item of a checklist as Google Docs writes it."""
    look, name = ("line-through", "checked") if done else ("none", "unchecked")
    return (
        f"<li dir='ltr' role='checkbox' aria-checked='{str(done).lower()}'>"
        f"<img src='data:image/png;base64,AAAA' alt='{name}' aria-roledescription='checkbox'/>"
        f"<p style='display:inline-block' role='presentation'>"
        f"<span style='text-decoration:{look};white-space:pre-wrap'>{words}</span></p></li>"
    )


CASES = {
    "lines of an editor": (
        f'<div style="{EDITOR}"><div><span>def</span> <i>f</i>(a, *b):</div>'
        "<div><span>    </span><b>return</b> a *b*</div><br><div>x</div></div>",
        "```\ndef f(a, *b):\n    return a *b*\n\nx\n```",
    ),
    "lines among words": (
        f'<p>see</p><div style="{EDITOR}"><div>if x:</div><div>\ty</div></div>',
        "see\n\n```\nif x:\n\ty\n```",
    ),
    "one line among words": (f'<p>see</p><div style="{EDITOR}">a<i>*b*</i></div>', "see\n\n```\na*b*\n```"),
    "as newer browsers say it": (
        "<div style='white-space-collapse:preserve;text-wrap-mode:nowrap'>a\n  b</div>",
        "```\na\n  b\n```",
    ),
    "blocks in pre": ("<pre><div>a</div><div>  b</div></pre>", "```\na\n  b\n```"),
    "hidden in pre": ("<pre>a<span style='display:none'>b</span></pre>", "```\na\n```"),
    "verses": (
        f"<p style='{SPACED}'>one\n   <b>two</b>\n\nthree</p>",
        "one  \n\u00a0\u00a0\u00a0**two**\n\nthree",
    ),
    "list of Word": (
        point("·", 1, "One <b>b</b>")
        + point("o", 2, "In")
        + point("1.", 3, "Deep")
        + point("2.", 3, "er")
        + point("·", 1, "Two"),
        "- One **b**\n  - In\n    1. Deep\n    2. er\n- Two",
    ),
    "numbers of Word": (
        "<p>Before</p>"
        + point("3)", 1, "Three")
        + point("a.", 2, "A")
        + point("b.", 2, "B")
        + "<p>After</p>",
        "Before\n\n3. Three\n   1. A\n   2. B\n\nAfter",
    ),
    "checklist of Google": (
        "<b style='font-weight:normal' id='docs-internal-guid-1'><ul>"
        + google_item("done it", done=True)
        + google_item("open", done=False)
        + "</ul></b>",
        "- [x] done it\n- [ ] open",
    ),
    "checklists of others": (
        "<ul><li data-checked='true'>a</li><li data-list='unchecked'><p>b</p></li>"
        "<li data-task='x'><input type=checkbox checked>c</li></ul>",
        "- [x] a\n- [ ] b\n- [x] c",
    ),
    "columns merged": (
        "<table><tr><th>A<th colspan=2>B<th>C</tr><tr><td>1<td>2<td>3<td>4</tr></table>",
        "| A | B |  | C |\n| --- | --- | --- | --- |\n| 1 | 2 | 3 | 4 |",
    ),
    "rows merged": (
        "<table><tr><th>A<th>B<th>C</tr><tr><td rowspan=3>1<td>2<td>3</tr>"
        "<tr><td colspan=2 rowspan=2>4</tr><tr></tr><tr><td>5<td>6<td>7</tr></table>",
        "| A | B | C |\n| --- | --- | --- |\n| 1 | 2 | 3 |\n|  | 4 |  |\n| 5 | 6 | 7 |",
    ),
    "paragraphs in a cell": (
        "<table><caption>What</caption><tr><th>A<th><p>B</p><p>b</p></tr>"
        "<tr><td><div>one</div><div>two</div><td>x<br>y</tr></table>",
        "What\n\n| A | B b |\n| --- | --- |\n| one two | x y |",
    ),
    "blocks in a heading": ("<h2><div>one</div><div>two</div></h2>", "## one two"),
    "a link around blocks": (
        "<a href='https://e.org/x'><h3>Head</h3><p>words</p></a>",
        "### [Head](https://e.org/x)\n\n[words](https://e.org/x)",
    ),
    "bold around blocks": ("<b><p>one</p><p>two</p></b>", "**one**\n\n**two**"),
    "words in a list without an item": ("<ul>loose<li>one</li></ul>", "- loose\n- one"),
}


@pytest.mark.parametrize("name", CASES)
def test_what_programs_copy(name: str) -> None:
    html, markdown = CASES[name]
    assert markdown_of_html(html) == markdown


def test_a_line_of_an_editor_is_plain() -> None:
    assert markdown_of_html(f'<meta><div style="{EDITOR}"><div>a.<i>b</i>(*c)</div></div>') is None


def test_a_wide_table_keeps_every_word() -> None:
    cells = [f"<td>w{at}" for at in range(80)]
    markdown = markdown_of_html(f"<table><tr>{''.join(cells)}</tr></table>") or ""
    assert re.findall(r"w\d+", markdown) == [f"w{at}" for at in range(80)]


def test_a_table_of_hostile_spans_stays_small() -> None:
    row = "<tr><td colspan=1000 rowspan=65000>x</td><td colspan=1000>y</td></tr>"
    markdown = markdown_of_html(f"<table>{row * 2_000}</table>") or ""
    assert markdown.count("x") == 2_000
    assert len(markdown) < 100_000


SIGNS = st.text("ab *_`[]()<>#&-+1.~|\\^:!/=$@", min_size=1, max_size=8)
LOOKS = st.sampled_from(
    ("{}", "<b>{}</b>", "<i>{}</i>", "<s>{}</s>", "<b><i>{}</i></b>", "<code>{}</code>", "<br>{}")
)
RUNS = st.lists(st.tuples(LOOKS, SIGNS), min_size=1, max_size=4)


@given(RUNS)
@example([("{}", "1"), ("<b>{}</b>", ":")])
@example([("<b>{}</b>", "x."), ("{}", "1")])
@example([("<b>{}</b>", "x"), ("{}", "__init__")])
@example([("{}", "__init__"), ("<b>{}</b>", "x")])
@example([("{}", "[^1]: gone")])
@example([("{}", "[x]: https://gone")])
@example([("{}", "a | b"), ("<br>{}", " --- | :--")])
@example([("{}", "["), ("<b>{}</b>", "x"), ("{}", "](y)")])
def test_words_beside_marks_read_as_they_were_copied(runs: list[tuple[str, str]]) -> None:
    assume("[[" not in "".join(text for _, text in runs))  # a link to an entry, which may be meant
    words = "".join(" " * look.startswith("<br>") + text for look, text in runs)
    markdown = markdown_of_html(
        "<h3>h</h3><p>" + "".join(look.format(escape(text)) for look, text in runs) + "</p>"
    )
    assert markdown is not None
    page = entry_html(markdown).partition("</h3>")[2]
    shown = unescape(re.sub(r"</?[a-z][^>]*>", "", page.replace("<br>", "\n")))
    assert shown.split() == words.split()
