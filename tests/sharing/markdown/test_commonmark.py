"""The examples of CommonMark's own spec, and in which of them something else is read on purpose."""

import json
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from amp_desktop.sharing.markdown import parse
from tests.sharing.markdown.commonmark.canonical import of_html, of_tree


class Sample(NamedTuple):
    example: int
    section: str
    markdown: str
    html: str


LINES = (Path(__file__).parent / "commonmark" / "examples.jsonl").read_text(encoding="utf-8").splitlines()
EXAMPLES = [Sample(**json.loads(line)) for line in LINES]

EXCEPTIONS = {
    "HTML is words, for nothing in an entry comes alive; comments are left out, as on GitHub": {
        *(21, 31, *range(148, 179), *range(180, 192), 201, 344, 475, 476, 477, 491, 494, 524, 536),
        *(613, 614, 615, 616, 617, 623, 626, 627, 628, 629, 630, 631, 642, 643),
    },
    "A bare address is a link, as on GitHub": {602, 608, 611, 612},
    "Blank lines at the end of code are not kept: nobody sees them": {318},
}


def test_all_examples_are_here() -> None:
    assert [example.example for example in EXAMPLES] == list(range(1, 653))
    assert sum(map(len, EXCEPTIONS.values())) == len(set().union(*EXCEPTIONS.values()))


@pytest.mark.parametrize("section", list(dict.fromkeys(example.section for example in EXAMPLES)))
def test_what_commonmark_shows_is_what_is_read(section: str) -> None:
    """An example that comes to be read as CommonMark has it is no exception any more, and fails here too."""
    examples = [example for example in EXAMPLES if example.section == section]
    differing = {e.example for e in examples if of_tree(parse(e.markdown)) != of_html(e.html)}
    excepted = set().union(*EXCEPTIONS.values()) & {example.example for example in examples}
    assert differing == excepted


PIECES = [
    "*",
    "**",
    "_",
    "__",
    "a",
    " ",
    "(",
    ")",
    ".",
    '"',
    "é",
    "`b`",
    "[c](https://e.org)",
    "\\*",
    "&amp;",
    "\n",
]


@given(st.lists(st.sampled_from(PIECES), max_size=24).map("".join))
@example('a*"b"*')
@example("*(*b*)*")
@settings(max_examples=500)
def test_marks_are_read_as_another_reader_of_commonmark_does(written: str) -> None:
    from markdown_it import MarkdownIt  # rich brings it

    markdown = "x" + "\n".join(filter(None, map(str.strip, f"{written}y".split("\n"))))
    markdown = markdown.replace("\n", "\nx")
    assert of_tree(parse(markdown)) == of_html(MarkdownIt("commonmark", {"html": False}).render(markdown))
