"""Whatever kind of list is pasted becomes steps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amp_desktop.domain.text.pasted_lines import PastedLine, pasted_lines

DONE = PastedLine("done", done=True)
OPEN = PastedLine("open")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("open\n\ndone", (OPEN, PastedLine("done"))),
        ("- open\n- [x] done", (OPEN, DONE)),
        ("* open\n* [X] done", (OPEN, DONE)),
        ("+ [ ] open\n+ [x]  done ", (OPEN, DONE)),
        ("1. open\n12) done", (OPEN, PastedLine("done"))),
        ("(1) open\n(2) done", (OPEN, PastedLine("done"))),
        ("• open\r\n☑ done", (OPEN, DONE)),
        ("☐ open\n✅ done", (OPEN, DONE)),
        ("[ ] open\n[x] done", (OPEN, DONE)),
        ("1、打招呼\n2、写笔记", (PastedLine("打招呼"), PastedLine("写笔记"))),
        ("## open\n\n- a", (OPEN, PastedLine("a"))),
        ("- a\n  - b\n    - c\n- d", tuple(PastedLine(x, indent=x in "bc") for x in "abcd")),
        ("\t- a\n\t\t- [x] b", (PastedLine("a"), PastedLine("b", done=True, indent=1))),
        ("    a\n  b", (PastedLine("a"), PastedLine("b"))),
        ("-5 degrees\n3.5 hours\n#tag", tuple(map(PastedLine, ("-5 degrees", "3.5 hours", "#tag")))),
        ("- \n- [x]\n \n", ()),
        ("| open | |\n| :-- | --- |\n| a \\| b | c |", (OPEN, PastedLine("a | b · c"))),
        ("| 1. open |\n|---|\n| [x] done |", (OPEN, DONE)),
        ("| no table\n---", (PastedLine("| no table"), PastedLine("---"))),
    ],
)
def test_a_list(text: str, lines: tuple[PastedLine, ...]) -> None:
    assert pasted_lines(text) == lines


@given(st.text(alphabet="ab -*[]|x1.)#\t\n☑\u3000\u2028", max_size=40))
def test_no_word_is_lost(text: str) -> None:
    kept = "".join("".join(line.text for line in pasted_lines(text)).split())
    letters = [sign for sign in text if sign in "ab"]
    assert [sign for sign in kept if sign in "ab"] == letters
    assert not any("\n" in line.text for line in pasted_lines(text))
