"""Which words might be wider than a line: what no line end may part, in any script.

Widths are guessed from above, in ems; whoever sets the type measures what is found here, and only that.
"""

import re
import unicodedata
from collections.abc import Iterable

NARROWEST = 19.0
"""Ems: no line of a summary has less room than that, outside of tables."""

_RUN = re.compile(r"[^ \t\n]++(?: ++(?=[/,.:;!?)\]}])[^ \t\n]++)*+")
_WIDEST = "\N{ARABIC LIGATURE BISMILLAH AR-RAHMAN AR-RAHEEM}"

_REPEATED = re.compile(r"([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]{1,60}?)\1{2,}")
"""A few letters again and again, in a script whose words typst tells apart: among these it finds none."""

_SHORTEST = 12
"""Letters of such a row that are no matter."""

_NOTHING = r"[^\s\S]"


def endless_runs(text: str) -> list[tuple[int, int]]:
    """Where words stand that might be wider than `NARROWEST`, as (start, end)."""
    return [run.span() for run in _RUN.finditer(text) if _is_endless(run[0])]


def _is_endless(run: str) -> bool:
    return len(run) * 14 > NARROWEST and sum(map(_ems, run)) > NARROWEST


def _ems(letter: str) -> float:
    if letter.isascii():
        return 1.0 if letter in "mwMW@%" else 0.8
    return 14.0 if letter == _WIDEST else 2.0 if unicodedata.category(letter)[0] in "LSN" else 1.2


def repeated(texts: Iterable[str]) -> str:
    """A pattern (of Rust) for rows of a few letters again and again, as these texts hold them."""
    rows = (row for text in texts if not text.isascii() for row in _REPEATED.finditer(text))
    units = sorted({re.escape(row[1]) for row in rows if len(row[0]) >= _SHORTEST}, key=len)
    return "|".join(f"(?:{unit}){{3,}}" for unit in reversed(units)) or _NOTHING


def shortened(text: str, columns: int) -> str:
    """The text, cut before what would make it wider than so many columns of a Chinese letter's half."""
    taken = 0.0
    for at, letter in enumerate(text):
        taken += _ems(letter) * 2
        if taken > columns * 2:
            return text[:at].rstrip() + "…"
    return text
