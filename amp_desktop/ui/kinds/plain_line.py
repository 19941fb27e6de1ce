"""A line of Markdown as plain words, as a list shows it."""

import re
from collections.abc import Sequence

from amp_desktop.domain.query import HitSpan
from amp_desktop.domain.text.one_line import shortened

_SIGNS = re.compile(
    r"""
    [*_~`#>!\[\]+\-%\N{FULLWIDTH PERCENT SIGN}\N{SMALL PERCENT SIGN}\N{ARABIC PERCENT SIGN}]
    (?: (?<=\*)\*{1,2} | (?<=~)~                          # strong, struck
      | (?<=`)(?:``\w*\s* | `?)                           # code
      | (?<=[*_])(?:(?<!\w.)_*(?=\S) | (?<=\S.)_*(?!\w))  # emphasis; not snake_case and not 2 * 3
      | (?<=\[)\[ | (?<=\])\]                            # a link to an entry
      | (?<=!)\[(?=[^\]\[]*\]\() | (?<=\[)(?=[^\]\[]*\]\()  # a picture or a link keeps its words
      | (?<=\])\([^)\s]*\)?
      | (?<=\#)(?<!\S.)\#{0,5}\s+                         # a heading
      | (?<=-)(?<!\S.)\s\[[ xX]\]\s+                     # a task
      | (?<=[-*+>])(?<!..)\s+                             # a list or a quotation at the beginning
      | (?<=[%\N{FULLWIDTH PERCENT SIGN}\N{SMALL PERCENT SIGN}\N{ARABIC PERCENT SIGN}])
        [%\N{FULLWIDTH PERCENT SIGN}\N{SMALL PERCENT SIGN}\N{ARABIC PERCENT SIGN}]  # an aside
    )
    """,
    re.VERBOSE,
)
"""What is no word. All begins with one of few characters: a line without them costs next to nothing."""


_RULE = r":?-{3,}:?"
_IS_TABLE = re.compile(rf"^\s*\|\s.*\s\||\|\s+\||\|\s*:?-+:?\s*\||{_RULE}\s*\|\s*{_RULE}")
"""A row's beginning and end, two rows beside each other, or the rule under a head, with bars or without."""
_CELL_EDGE = re.compile(
    rf"""
    \s? (?:(?<!\S){_RULE}\s*)?              # a rule may begin without a bar,
    (?<!\\)\| (?:\s*(?::?-+:?\s*)?\|)*     # empty cells and those of a rule stand between bars,
    \s* (?:{_RULE}(?!\S)\s*|:?-+…?$)?       # and it may end without one, or be cut off
    """,
    re.VERBOSE,
)


def plain_line(text: str, marks: Sequence[HitSpan] = ()) -> tuple[str, tuple[HitSpan, ...]]:
    """The words of a line, without the signs that dress them; those of asides stay: the mentee reads them.

    Args:
        text: One line, such as an excerpt.
        marks: Runs of characters in it, which are moved to where they stand afterwards.

    Returns:
        The words, and the runs.
    """
    if "|" in text and _IS_TABLE.search(text):
        text, marks = _cells_in_words(text, marks)
    gone = [sign.span() for sign in _SIGNS.finditer(text)]
    if not gone:
        return text, tuple(marks)
    return _without(text, marks, gone)


def _cells_in_words(text: str, marks: Sequence[HitSpan]) -> tuple[str, tuple[HitSpan, ...]]:
    """The cells of a table one after the other, with a comma between, and without the rule under its head."""
    letters, gone = list(text), []
    first, last = len(text) - len(text.lstrip()), len(text.rstrip())
    for edge in _CELL_EDGE.finditer(text):
        start, end = edge.span()
        if first < start and end < last:
            between = " " if text[start - 1] in ".,:;!?…" else ", "[: end - start]
            letters[start : start + len(between)] = between
            start += len(between)
        gone.append((start, end))
    return _without("".join(letters), marks, gone)


def _without(
    text: str, marks: Sequence[HitSpan], gone: Sequence[tuple[int, int]]
) -> tuple[str, tuple[HitSpan, ...]]:
    kept, at = [], 0
    for start, end in gone:
        kept.append(text[at:start])
        at = end
    kept.append(text[at:])
    return "".join(kept), tuple(moved for mark in marks if (moved := _moved(mark, gone)).length)


def _moved(mark: HitSpan, gone: Sequence[tuple[int, int]]) -> HitSpan:
    start, end = (place - _taken(place, gone) for place in (mark.start, mark.start + mark.length))
    return HitSpan(start, end - start)


def _taken(place: int, gone: Sequence[tuple[int, int]]) -> int:
    """How many characters before a place are gone."""
    return sum(min(end, place) - start for start, end in gone if start < place)


def plain_beginning(text: str, most: int) -> str:
    """How a text begins as plain words of one line, `most` letters of it at most."""
    return shortened(plain_line(" ".join(text[: 2 * most].split()))[0], most)
