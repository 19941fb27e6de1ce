"""A text in pieces that read the same alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amp_desktop.ui.editing.chunks import Chunk, chunks_of, task_lines


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("", [""]),
        ("one\ntwo", ["one\ntwo"]),
        ("one\n\ntwo", ["one\n", "two"]),
        ("one\n\n\n\ntwo\n", ["one\n\n\n", "two\n"]),
        ("- a\n\n- b\n\n  more\n\nend", ["- a\n\n- b\n\n  more\n", "end"]),
        ("```\na\n\nb\n```\n\nend", ["```\na\n\nb\n```\n", "end"]),
        ("```\nno end\n\nb", ["```\nno end\n\nb"]),
        ("%%a\n\nb%%\n\nend", ["%%a\n\nb%%\n", "end"]),
        ("%%a\n\nb", ["%%a\n\nb"]),
        ("see [x]\n\ny\n\n[x]: https://e.org", ["see [x]\n\ny\n\n[x]: https://e.org"]),
    ],
)
def test_where_pieces_begin(text: str, pieces: list[str]) -> None:
    assert [chunk.text for chunk in chunks_of(text)] == pieces


@given(st.text("a\n -`%>1.[]:x~ ", max_size=80))
def test_no_line_is_lost_or_counted_twice(text: str) -> None:
    chunks = chunks_of(text)
    assert "\n".join(chunk.text for chunk in chunks) == text
    at = 0
    for chunk in chunks:
        assert chunk.line == at
        at += chunk.text.count("\n") + 1


def test_boxes_stand_in_their_lines_outside_of_code() -> None:
    text = "- [ ] one\nno\n1. [x] two\n```\n- [ ] code\n```\n  - [ ] three"
    assert task_lines(Chunk(10, text)) == [10, 12, 16]
