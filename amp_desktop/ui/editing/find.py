"""Finding words in one entry, and putting others in their place. No Qt."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from amp_desktop.ui.editing.edit import Edit, Selection

LONGEST_NEEDLE = 1_000
_ACCENTS = "[\u0300-\u036f\u0591-\u05c7\u064b-\u065f]*"
"""Accents and vowel signs that stand after their letter as characters of their own."""
_TWO_FOR_ONE = {"ss": "ß", "ae": "æ", "oe": "œ", "th": "þ"}
_ONE_FOR_ONE = str.maketrans("łøđðħıŁØĐÐĦ", "loddhiLODDH")


@dataclass(frozen=True)
class Needle:
    """What is looked for, and how exactly.

    Attributes:
        words: As typed; an empty string is found nowhere.
        match_case: Whether capitals must be capitals.
        whole_words: Whether it must not be a part of longer words.
        match_accents: Whether `e` must not find `é`.
    """

    words: str
    match_case: bool = False
    whole_words: bool = False
    match_accents: bool = False


class Match(NamedTuple):
    """Where something was found, in characters."""

    start: int
    end: int


def find_all(text: str, needle: Needle) -> list[Match]:
    """Every place where it stands, in order, none overlapping."""
    words = needle.words[:LONGEST_NEEDLE]
    if not words:
        return []
    if not needle.match_accents:
        text = without_accents(text)
    pattern = _pattern(words, needle)
    return [Match(*found.span()) for found in pattern.finditer(text) if found[0]]


def next_match(matches: list[Match], at: int) -> int | None:
    """Which match comes at or after a place, the first again after the last; None where there is none."""
    if not matches:
        return None
    return bisect_left(matches, (at, at)) % len(matches)


def previous_match(matches: list[Match], at: int) -> int | None:
    """Which match ends at or before a place, the last again before the first; None where there is none."""
    if not matches:
        return None
    return (bisect_right(matches, at, key=lambda match: match.end) - 1) % len(matches)


def replace_match(match: Match, words: str) -> Edit:
    """Put words in the place of one match; the cursor stands behind them."""
    return Edit(match.start, match.end, words, Selection.at(match.start + len(words)))


def replace_all(text: str, matches: list[Match], words: str, selection: Selection) -> Edit | None:
    """Put words in the place of every match, as one edit; None where there is none."""
    if not matches:
        return None
    start, end = matches[0].start, matches[-1].end
    parts, at = [], start
    for match in matches:
        parts += [text[at : match.start], words]
        at = match.end
    moved = Selection(
        _after_replacing(selection.anchor, matches, len(words)),
        _after_replacing(selection.position, matches, len(words)),
    )
    return Edit(start, end, "".join(parts), moved)


def without_accents(text: str) -> str:
    """The text with plain letters in place of accented ones, character for character."""
    return text if text.isascii() else text.translate(_plain_letters())


def _after_replacing(place: int, matches: list[Match], length: int) -> int:
    """Where a place of the text is when every match was replaced by `length` characters."""
    moved = place
    for match in matches:
        if match.end <= place:
            moved += length - (match.end - match.start)
        elif match.start < place:
            moved += min(place - match.start, length) - (place - match.start)
    return moved


def _pattern(words: str, needle: Needle) -> re.Pattern[str]:
    body = "".join(map(re.escape, words)) if needle.match_accents else _loose(without_accents(words))
    if needle.whole_words:
        body = rf"(?<!\w){body}(?!\w)"
    return re.compile(body, re.NOFLAG if needle.match_case else re.IGNORECASE)


def _loose(words: str) -> str:
    """A pattern for words whose accents, on either side, do not count."""
    bare = re.sub(_ACCENTS, "", words) or words
    for pair, letter in _TWO_FOR_ONE.items():
        bare = bare.replace(letter, pair)
    parts, at = [], 0
    while at < len(bare):
        pair = bare[at : at + 2]
        one = _TWO_FOR_ONE.get(pair.lower(), "")
        size = 2 if one else 1
        letters = _ACCENTS.join(re.escape(letter) for letter in bare[at : at + size])
        parts.append(f"(?:{letters}|{one})" if one else letters)
        at += size
    return "".join(part + _ACCENTS for part in parts)


@cache
def _plain_letters() -> dict[int, str]:
    """Every letter with an accent → the one without, where that is one character."""
    plain: dict[int, str] = {code: chr(letter) for code, letter in _ONE_FOR_ONE.items()}
    for code in (*range(0xC0, 0x250), *range(0x370, 0x530), *range(0x1E00, 0x2000)):
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base != chr(code):
            plain[code] = base
    return plain
