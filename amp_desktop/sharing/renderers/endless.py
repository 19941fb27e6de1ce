"""Which words might be wider than a line: what no line end may part, in any script.

Widths are guessed from above, in ems; whoever sets the type measures what is found here, and only that.
"""

import re
import unicodedata
from collections.abc import Iterator

NARROWEST = 19.0
"""Ems: no line of a summary has less room than that, outside of tables."""

_RUN = re.compile(r"[^ \t\n]++(?: ++(?=[/,.:;!?)\]}])[^ \t\n]++)*+")
_WIDEST = "\N{ARABIC LIGATURE BISMILLAH AR-RAHMAN AR-RAHEEM}"
_SPACELESS = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
"""Letters of scripts that typst parts by their words."""
_ANYWHERE = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fd-\u30ff"
    "\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
)
"""Letters of scripts that may be parted between any two of them."""
_WORD = re.compile(
    rf"(?P<repeated>(?P<unit>[{_SPACELESS}]{{1,60}}?)(?P=unit){{2,}})"  # typst finds no word in such a row
    rf"|[^ \t\n{_ANYWHERE}{_SPACELESS}]{{4,}}+"
)
_TIED = re.compile("[\u00a0\u2007\u202f\u2011]")
_UNSPACED = re.compile(r"[^ \t\n]++")
_SPACED = re.compile(r"[^ \t\n]{3,}+")
_CLOSING = "/,.:;!?)]}"
"""These keep to the word before them, even across spaces."""


def endless_runs(text: str) -> list[tuple[int, int]]:
    """Where words stand that might be wider than `NARROWEST`, as (start, end)."""
    return [run.span() for run in _RUN.finditer(text) if _is_endless(run[0])]


def words_in(text: str, *, narrow: bool = False) -> Iterator[tuple[str, bool]]:
    """The text in parts, each with whether it is a word that might have to be torn.

    Args:
        text: Of one line.
        narrow: It stands in a narrow place, where any word might.
    """
    at = 0
    for start, end in _words(text, narrow):
        if start > at:
            yield text[at:start], False
        yield text[start:end], True
        at = end
    if at < len(text):
        yield text[at:], False


def _words(text: str, narrow: bool) -> Iterator[tuple[int, int]]:
    if narrow:
        yield from (word.span() for word in _SPACED.finditer(text))
        return
    for first, last in endless_runs(text):
        for spaced in _UNSPACED.finditer(text, first, last):
            if _TIED.search(spaced[0]) or (spaced[0][0] in _CLOSING and spaced.start() > first):
                yield spaced.span()
            else:
                yield from (word.span() for word in _WORD.finditer(text, *spaced.span()))


def _is_endless(run: str) -> bool:
    return len(run) * 14 > NARROWEST and sum(map(_ems, run)) > NARROWEST


def _ems(letter: str) -> float:
    if letter.isascii():
        return 1.0 if letter in "mwMW@%" else 0.8
    return 14.0 if letter == _WIDEST else 2.0 if unicodedata.category(letter)[0] in "LSN" else 1.2


def shortened(text: str, columns: int) -> str:
    """The text, cut before what would make it wider than so many ems."""
    taken = 0.0
    for at, letter in enumerate(text):
        taken += _ems(letter)
        if taken > columns:
            return text[:at].rstrip() + "…"
    return text
