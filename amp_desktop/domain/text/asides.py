"""Private asides: `%%what stays in the journal%%`.

An aside may stand in any text and reach over several lines, through lists, tables and code blocks. Without
its closing mark it reaches to the end of the entry: in doubt it stays in.
"""

import re

MARK = re.compile("[%\N{FULLWIDTH PERCENT SIGN}\N{SMALL PERCENT SIGN}\N{ARABIC PERCENT SIGN}]{2}")
"""Two percent signs, as any keyboard writes them: Chinese and Arabic ones give signs of their own."""


def has_aside(text: str) -> bool:
    """Whether the text holds the beginning of an aside."""
    return MARK.search(text) is not None


def aside_spans(text: str) -> list[tuple[int, int]]:
    """Where the asides stand, marks included, as (start, end) in characters; the last may be unclosed."""
    marks = [mark.span() for mark in MARK.finditer(text)]
    spans = [(first[0], second[1]) for first, second in zip(marks[::2], marks[1::2], strict=False)]
    if len(marks) % 2:
        spans.append((marks[-1][0], len(text)))
    return spans


def without_asides(text: str, scar: str = "") -> tuple[str, bool]:
    """The text with `scar` in place of every aside, and whether the last aside was left unclosed.

    When it was, all that follows the text in the same entry must stay in too.
    """
    kept, at = [], 0
    for start, end in aside_spans(text):
        kept.append(text[at:start])
        at = end
    unclosed = len(MARK.findall(text)) % 2 == 1
    kept.append("" if unclosed else text[at:])
    return scar.join(kept), unclosed
