"""How well a few typed letters fit a name, both folded already: small letters, one space between words."""

import re
from enum import IntEnum
from functools import lru_cache

FEWEST_SCATTERED = 3
"""Letters that are looked for in order: fewer stand in nearly every name."""
WIDEST_GAP = 6
"""Letters that may stand between two of them: over a whole name, any four are found in most."""


class Fit(IntEnum):
    """How what is typed fits, the best first."""

    BEGINNING = 0
    """The name begins so."""
    WORDS = 1
    """Every word that is typed begins a word of the name."""
    INITIALS = 2
    """The letters are the beginnings of words that follow each other, as in "ft" for "flaky test"."""
    WITHIN = 3
    """It stands somewhere in the name."""
    SCATTERED = 4
    """Its letters stand in the name in this order, close together from the beginning of a word on."""


def fit(typed: str, name: str) -> Fit | None:
    """How `typed` fits `name`, or None where it does not. Nothing typed fits everything."""
    if name.startswith(typed):
        return Fit.BEGINNING
    spaced = f" {name}"
    if all(f" {word}" in spaced for word in typed.split()):
        return Fit.WORDS
    letters = typed.replace(" ", "")
    if letters in "".join(word[0] for word in name.split()):
        return Fit.INITIALS
    if typed in name:
        return Fit.WITHIN
    if len(letters) >= FEWEST_SCATTERED and scattered(letters).search(name):
        return Fit.SCATTERED
    return None


@lru_cache(maxsize=64)
def scattered(letters: str) -> re.Pattern[str]:
    """Finds the letters side by side, or in order and close together from the beginning of a word on."""
    first, *others = map(re.escape, letters)
    begins = rf"(?<!\w){first}" if letters[0].isalnum() else first
    apart = "".join((begins, *(f"[^{one}]{{0,{WIDEST_GAP}}}+{one}" for one in others)))
    return re.compile(f"{re.escape(letters)}|{apart}")
