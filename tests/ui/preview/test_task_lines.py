"""A click on a box of the preview ticks that task, and never what only looks like one in the text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont

from amp_desktop.ui.preview.preview_builder import PreviewBuilder
from amp_desktop.ui.preview.preview_page import PreviewPage
from amp_desktop.ui.preview.task_lines import line_of_box
from amp_desktop.ui.style.theme import theme

_LINES = (
    *(
        "- [ ] w",
        "- [x] w",
        "1. [ ] w",
        "  - [ ] w",
        "    - [ ] w",
        "      - [ ] w",
        "\t* [X] w",
        "> - [ ] w",
    ),
    *(
        "- - [ ] w",
        "- > [ ] w",
        "- # [ ] w",
        "- ☐ w",
        "| - [ ] w | x |",
        "|---|---|",
        "[^1]: - [ ] w",
        "[^1]",
    ),
    *("%% - [ ] w %%", "%%", "```", "- ```", "  ```", "~~~", "", "w", "- w"),
)


def boxes_of(text: str) -> dict[str, str | None]:
    """The words behind each box of the page, and the line of the text that a click on it ticks."""
    maker = PreviewBuilder(theme())
    maker.begin(text)
    page = PreviewPage(maker.html(), QFont(), theme().tokens)
    lines = text.split("\n")
    found: dict[str, str | None] = {}
    for number, piece in enumerate(maker.pieces):
        blocks = page.boxes(number)
        for at, block in enumerate(blocks):
            line = line_of_box(piece.chunk, at, len(blocks))
            found[block.text().strip()] = None if line is None else lines[line]
    maker.deleteLater()
    return found


@pytest.mark.parametrize(
    ("text", "ticked"),
    [
        ("    - [ ] code\n- [ ] one\n\n- - [ ] two", {"one": "- [ ] one"}),
        ("- [ ] one\n\n      - [ ] code\n\n- ☐ drawn", {"one": "- [ ] one", "drawn": None}),
        ("- [ ] same\n- [ ] one\n```\n- [ ] same\n```", {"same": "- [ ] same", "one": "- [ ] one"}),
    ],
)
def test_what_is_read_as_a_task_is_ticked(qapp: object, text: str, ticked: dict[str, str | None]) -> None:
    assert {words: line for words, line in boxes_of(text).items() if words in ticked} == ticked


@given(kinds=st.lists(st.sampled_from(_LINES), min_size=1, max_size=8))
def test_no_click_ticks_another_line(qapp: object, kinds: list[str]) -> None:
    lines = [kind.replace("w", f"w{at}") for at, kind in enumerate(kinds)]
    for words, line in boxes_of("\n".join(lines)).items():
        if line is not None:
            assert re.findall(r"w\d", line)[:1] == re.findall(r"w\d", words)[:1]
