"""The Markdown that leaves says what the mentee's Markdown said, and nothing else."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amp_desktop.domain.summary import Block, Summary, SummaryItem, SummarySection
from amp_desktop.sharing.markdown.reading import read_markdown
from amp_desktop.sharing.renderers import render

WORDS = (
    "word",
    "two words",
    "snake_case",
    "日本語",
    "नमस्ते",
    "C#",
    "1.",
    "1)",
    "a > b",
    "&amp;",
    "\\*",
    "\\[x\\]",
    "\\<b>",
)
SIGNS = ("-", "+", "=", "#", ">", "|", "~", "!", " ", "\n", "\n\n", "  \n", "[^1]", "&lt;i&gt;")
STYLED = (" **bold** ", " *lean* ", " ~~gone~~ ", " ***both*** ", " **a *b* c** ", "`code`", "`` a`b ``")
LINKED = (
    "[words](https://example.org/a_(b))",
    "<https://example.org>",
    " me@example.org ",
    " ![alt](x.png) ",
)
STARTS = ("\n- ", "\n- [ ] ", "\n- [x] ", "\n1. ", "\n  - ", "\n   ", "\n> ", "\n# ", "\n### ")
BLOCKS = (
    "\n\n```py\na `b`\n```\n\n",
    "\n\n    code\n\n",
    "\n\n| a | b |\n|:--|--:|\n| c\\|d | `e` |\n\n",
    "\n\n***\n\n",
    "\n\n[^1]: a note\n\n",
)


def markdown_of(body: tuple[Block, ...]) -> str:
    item = SummaryItem(title="Item", body=body)
    summary = Summary(title="Title", sections=(SummarySection("Section", (item,)),))
    return render(summary, "md").decode()


def without_levels(blocks: tuple[Block, ...]) -> str:
    """Headings stand lower in a summary than where they were written."""
    return re.sub(r"level=\d", "level", repr(blocks))


@given(st.lists(st.sampled_from(WORDS + SIGNS + STYLED + LINKED + STARTS + BLOCKS), max_size=14).map("".join))
def test_what_leaves_reads_as_what_was_written(markdown: str) -> None:
    body = read_markdown(markdown)
    written = markdown_of(body)
    _title, _section, _item, *read = read_markdown(written)
    assert without_levels(tuple(read)) == without_levels(body), written


@pytest.mark.parametrize(
    "markdown",
    [
        "Some **bold**, *lean* and ~~gone~~ words with `code` and a [link](https://example.org/a_b?x=1&y=2).",
        "- one\n- two\n  - three\n\n    ```sh\n    make test\n    ```\n- four",
        "- [x] done\n- [ ] open",
        "| a | b |\n| :--- | ---: |\n| 1 | 2 |",
        "> said\n>\n> > twice",
        "See snake_case, 2 * 3, C# and <https://example.org>.",
    ],
)
def test_what_needs_no_change_is_not_changed(markdown: str) -> None:
    text = markdown_of(read_markdown(markdown))
    assert re.sub(r"\s+", " ", markdown.replace("2 * 3", "2 \\* 3")) in re.sub(r"\s+", " ", text)


def test_headings_stand_below_the_entry_that_they_belong_to() -> None:
    assert "\n#### One\n\n###### Four\n" in markdown_of(read_markdown("# One\n\n#### Four"))


def test_footnotes_of_two_entries_do_not_meet() -> None:
    item = SummaryItem(title="Item", body=read_markdown("a[^x]\n\n[^x]: first note"))
    other = SummaryItem(title="Other", body=read_markdown("b[^x]\n\n[^x]: second note"))
    text = render(Summary(title="T", sections=(SummarySection("S", (item, other)),)), "md").decode()
    assert "a[^1]" in text
    assert "b[^2]" in text
    assert "[^2]: second note" in text


def test_words_never_become_markup(summary_of: Callable[..., Summary]) -> None:
    text = render(summary_of("x", title="# <img src=x> [a](b) *c* C#"), "md").decode()
    assert "### # \\<img src=x> \\[a\\](b) \\*c\\* C#\n" in text
