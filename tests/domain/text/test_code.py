"""What counts as code in a Markdown text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amp_desktop.domain.text.code import BLANK, code_spans, without_code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("no code", []),
        ("a `b` c", ["`b`"]),
        ("``a ` b`` c", ["``a ` b``"]),
        ("over `two\nlines` of one paragraph", ["`two\nlines`"]),
        ("not `over\n\ntwo` paragraphs", []),
        ("> not `over\n>\n> two` of a quotation", []),
        (r"escaped \`not\` this", []),
        ("`ends with \\` and more", ["`ends with \\`"]),
        ("one ` alone", []),
        ("```py\nx\n```\nafter", ["```py\nx\n```"]),
        ("~~~~\n~~~\n`x`\n~~~~", ["~~~~\n~~~\n`x`\n~~~~"]),
        ("```\nnever closed", ["```\nnever closed"]),
        ("- in a list\n  ```\n  x\n  ```\n- `y`", ["  ```\n  x\n  ```", "`y`"]),
        ("```not a fence` ``` `x`", ["```not a fence` ```", "`x`"]),
    ],
)
def test_code_is(text: str, code: list[str]) -> None:
    assert [text[start:end] for start, end in code_spans(text)] == code


@given(st.text(alphabet="`~\\\n >-a1.", max_size=60))
def test_what_is_no_code_stays_in_its_place(text: str) -> None:
    seen = without_code(text)
    assert len(seen) == len(text)
    assert all(there in (here, BLANK) for here, there in zip(text, seen, strict=True))


def test_a_text_of_backticks_is_read_at_once() -> None:
    text = " ".join("`" * (at % 300 + 1) for at in range(3_000))
    assert len(without_code(text)) == len(text)
