"""Private asides: `%%what stays in the journal%%`.

An aside may stand in any text and reach over several lines, through lists, tables and code blocks. Without
its closing mark it reaches to the end of the entry: in doubt it stays in. A row of percent signs is one mark,
however long it is and whatever invisible stands among it; what begins with four or more ends with four or
more, and what begins with two or three with two or three: a longer row may end it and begin the next.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_SIGNS = "%\N{FULLWIDTH PERCENT SIGN}\N{SMALL PERCENT SIGN}\N{ARABIC PERCENT SIGN}"
"""As any keyboard writes them: Chinese and Arabic ones give signs of their own."""

_UNSEEN = "\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20e3\ufe00-\ufe0f\ufeff"
"""What may stand between two signs, seen by nobody: emoji keyboards and copying from pages leave it there."""

MARK = re.compile(f"[{_SIGNS}](?:[{_UNSEEN}]*[{_SIGNS}])+[{_UNSEEN}]*")
"""A row of two or more percent signs."""

_SIGN = re.compile(f"[{_SIGNS}]")

WIDE = 2
"""What `opened` is within an aside that began with four or more signs; 1 within any other, else 0."""


class AsideMark(NamedTuple):
    """Where an aside begins or ends.

    Attributes:
        start: Of the row of signs, in characters.
        end: Of the row.
        opened: What is open after it: 0, 1 or `WIDE`.
    """

    start: int
    end: int
    opened: int


def has_aside(text: str) -> bool:
    """Whether the text holds the beginning of an aside."""
    return any(sign in text for sign in _SIGNS) and MARK.search(text) is not None


def aside_marks(text: str, opened: int = 0) -> Iterator[AsideMark]:
    """The marks at which asides begin and end, in turn.

    Args:
        text: In which they are looked for.
        opened: What was left open before it, as the `opened` of the last mark.
    """
    for row in MARK.finditer(text):
        width = min(len(_SIGN.findall(row[0])) // 2, WIDE)
        if not opened:
            opened = width
        elif opened == width:
            opened = 0
        else:
            continue
        yield AsideMark(row.start(), row.end(), opened)


def opened_after(text: str, opened: int = 0) -> int:
    """What is open at the end of a text: 0, or the `opened` of the aside that goes on."""
    for mark in aside_marks(text, opened):
        opened = mark.opened
    return opened


def aside_spans(text: str, opened: int = 0) -> list[tuple[int, int]]:
    """Where the asides stand, marks included, as (start, end) in characters; the last may be unclosed."""
    spans, start = [], 0
    for mark in aside_marks(text, opened):
        if mark.opened:
            start = mark.start
        else:
            spans.append((start, mark.end))
        opened = mark.opened
    if opened:
        spans.append((start, len(text)))
    return spans


def without_asides(text: str, placeholder: str = "") -> tuple[str, bool]:
    """The text with `placeholder` in place of every aside, and whether the last aside was left unclosed.

    When it was, all that follows the text in the same entry must stay in too.
    """
    kept, at = [], 0
    for start, end in aside_spans(text):
        kept.append(text[at:start])
        at = end
    kept.append(text[at:])
    return placeholder.join(kept), bool(opened_after(text))
