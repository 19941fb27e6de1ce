"""Which parts of a Markdown text are code: no link and no tag stands there.

It is the same reading as that of the editor's colours: fenced blocks, and words between backticks within one
paragraph. A line that is merely moved in is no code, for so do lists and their paragraphs look too.
"""

import re
from collections.abc import Iterator

BLANK = "\0"
"""What `without_code` puts in the place of a character of code."""

_FENCE = re.compile(r"^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}|~{3,})(.*)$", re.MULTILINE)
_TICKS = re.compile(r"(?P<backslashes>\\*)(?P<ticks>`+)|\n[ \t>]*(?=\n)")


def without_code(text: str) -> str:
    """The text, as long as before, with `BLANK` in the place of every character of code."""
    if "`" not in text and "~~~" not in text:
        return text
    parts, at = [], 0
    for start, end in code_spans(text):
        parts += [text[at:start], BLANK * (end - start)]
        at = end
    return "".join((*parts, text[at:]))


def code_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where the code stands, its marks included, in order."""
    at = 0
    for start, end in _fenced(text):
        yield from _within_lines(text, at, start)
        yield start, end
        at = end
    yield from _within_lines(text, at, len(text))


def is_within_code(text: str, start: int, end: int) -> bool:
    """Whether what is written in place of the characters from `start` to `end` becomes code."""
    with_sign = f"{text[:start]}x{text[end:]}"
    if "`" not in with_sign and "~~~" not in with_sign:
        return False
    return any(first < start < last for first, last in code_spans(with_sign))


def fence_after(text: str) -> str:
    """The fence of the code in which a text ends, with what stands before it; empty where none is open."""
    opened, mark = "", ""
    for fence in _FENCE.finditer(text):
        here, rest = fence[1], fence[2]
        if not mark:
            if here[0] == "~" or "`" not in rest:
                opened, mark = text[fence.start() : fence.end(1)], here
        elif here.startswith(mark) and not rest.strip():
            opened, mark = "", ""
    return opened


def _fenced(text: str) -> Iterator[tuple[int, int]]:
    """The blocks between fences; one that is not closed reaches to the end."""
    start, mark = 0, ""
    for fence in _FENCE.finditer(text):
        here, rest = fence[1], fence[2]
        if not mark:
            if here[0] == "~" or "`" not in rest:  # else it is code within a line
                start, mark = fence.start(), here
        elif here.startswith(mark) and not rest.strip():
            yield start, fence.end()
            mark = ""
    if mark:
        yield start, len(text)


def _within_lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What stands between two rows of backticks of one length; a blank line parts them."""
    rows: list[re.Match[str]] = []
    for found in _TICKS.finditer(text, start, end):
        if found["ticks"]:
            rows.append(found)
        else:
            yield from _pairs(rows)
            rows = []
    yield from _pairs(rows)


def _pairs(rows: list[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """Each row that opens code, up to the next row of its length."""
    closing: list[int | None] = []
    last: dict[int, int] = {}
    for at in range(len(rows) - 1, -1, -1):
        length = len(rows[at]["ticks"])
        closing.append(last.get(length))
        last[length] = at
    closing.reverse()
    at = 0
    while at < len(rows):
        end = closing[at]
        escaped = len(rows[at]["backslashes"]) % 2 == 1
        if end is None or escaped:
            at += 1
        else:
            yield rows[at].start("ticks"), rows[end].end()
            at = end + 1
