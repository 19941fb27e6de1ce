"""Text as it is read: what looks or means the same to a reader is made the same, character by character.

Letters lose their accents, digits of every script are those of Latin, the apostrophes, hyphens and spaces of
all keyboards are one, and what cannot be seen is gone. Search (see `fold`) and *Find* in a text stand on it.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import accumulate, pairwise

_MARKS = (
    range(0x0300, 0x0370),  # accents of Latin, Greek and Cyrillic
    range(0x0591, 0x05C8),  # Hebrew points
    range(0x0610, 0x061B),  # Arabic vowel marks
    range(0x064B, 0x0660),
    range(0x0670, 0x0671),
    range(0x06D6, 0x06DD),
    range(0x06DF, 0x06EE),
)
_UNSEEN = (
    range(0x115F, 0x1161),  # fillers without a shape
    range(0x17B4, 0x17B6),
    range(0x180B, 0x1810),
    range(0x3164, 0x3165),
    range(0xFFA0, 0xFFA1),
    range(0xFE00, 0xFE10),  # how the sign before is drawn: as text, as a picture, on a key, in which skin
    range(0x20E3, 0x20E4),
    range(0x1F3FB, 0x1F400),
    range(0xE0000, 0xE1000),
)
_SEEN_FORMATS = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u08e2")
_TATWEEL = "\u0640"
_MELTING = re.compile("[\u3099\u309a\u1160-\u11ff]")
"""Marks of Kana, and vowels and ends of Hangul syllables, which change the letter that they follow.

All other marks fold to the same whether or not they are one with their letter.
"""
_ALIKE = str.maketrans(
    {
        **dict.fromkeys(
            "\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u02c8\u02ee\ua78b\ua78c\u2018\u2019\u201b\u2032", "'"
        ),
        **dict.fromkeys("\u05f3\u055a\u00b4\u0060", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u05f4", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u05be", "-"),
        **dict.fromkeys("\u06cc\u0649\u06d2\u06cd", "\u064a"),  # the yeh of Persian, Urdu and Arabic
        **dict.fromkeys("\u06a9\u06aa", "\u0643"),  # their kaf
        **dict.fromkeys("\u0629\u06c1\u06c3\u06d5\u06be", "\u0647"),  # their heh
        "\u0671": "\u0627",
        **dict(zip("łøđðħıŋŁØĐÐĦŊ", "loddhinLODDHN", strict=True)),
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "Æ": "AE",
        "Œ": "OE",
        "Þ": "TH",
    }
)


def within(code: int, ranges: tuple[range, ...]) -> bool:
    """Whether one of the ranges holds a character's code."""
    return any(code in r for r in ranges)


def plain(character: str) -> str:
    """A character, or one with what melts into it, as it is read, in small letters."""
    return _plain(character, str.casefold)


def plain_as_written(character: str) -> str:
    """The same with capitals as capitals."""
    return _plain(character, lambda text: text.casefold().upper() if text.isupper() else text.casefold())


def _plain(character: str, small: Callable[[str], str]) -> str:
    if _is_unseen(character):
        return ""
    decomposed = unicodedata.normalize("NFKD", small(unicodedata.normalize("NFKD", character)))
    letters = "".join(map(_plain_letter, decomposed))
    return unicodedata.normalize("NFC", letters) if _MELTING.search(letters) else letters


def _plain_letter(character: str) -> str:
    if within(ord(character), _MARKS) or _is_unseen(character):
        return ""
    digit = unicodedata.decimal(character, None)
    return character.translate(_ALIKE) if digit is None else str(digit)


def _is_unseen(character: str) -> bool:
    if len(character) != 1 or "\u1160" <= character < "\u1200":  # parts of a syllable are seen in it
        return character == "\u1160"
    if character == _TATWEEL or character == "\u034f" or within(ord(character), _UNSEEN):
        return True
    return unicodedata.category(character) == "Cf" and character not in _SEEN_FORMATS


def characters(text: str) -> Sequence[str]:
    """The text cut into parts that fold on their own: its characters, and what melts into one together."""
    if not _MELTING.search(text):
        return text
    cuts = [at for at, character in enumerate(text) if at == 0 or not _joins(character)]
    return [text[start:end] for start, end in pairwise([*cuts, len(text)])]


def _joins(character: str) -> bool:
    return unicodedata.combining(character) != 0 or 0x1160 <= ord(character) < 0x1200


class Folding(dict[str, str]):
    """Character → what it folds to; filled as characters are met, so that folding a text is one loop in C."""

    def __init__(self, fold: Callable[[str], str]) -> None:
        super().__init__()
        self._fold = fold

    def __missing__(self, character: str) -> str:
        folded = self._fold(character)
        if len(character) == 1:  # a letter with loose marks is rare, and there is no end to them
            self[character] = folded
        return folded

    def of(self, text: str) -> str:
        """A whole text, folded."""
        return "".join(map(self.__getitem__, characters(text)))


class FoldedParts:
    """A folded text that can tell where a part of it came from.

    Attributes:
        text: What the original folds to.
    """

    def __init__(self, original: str, folding: Folding) -> None:
        self._characters = characters(original)
        self._parts = [*map(folding.__getitem__, self._characters)]
        self.text = "".join(self._parts)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where the characters `start` to `end` of the folded text stand in the original, as (start, end).

        What folds to nothing belongs to the letter before it.
        """
        first = bisect_right(self._ends, start)
        last = bisect_right(self._ends, end - 1)
        after = bisect_right(self._ends, self._ends[last])
        return self._begins[first], self._begins[after]

    def is_whole(self, start: int, end: int) -> bool:
        """Whether the characters `start` to `end` are all that some of the original folds to.

        The first half of what "ß" folds to is not.
        """
        first = bisect_right(self._ends, start)
        begins = self._ends[first - 1] if first else 0
        return begins == start and self._ends[bisect_right(self._ends, end - 1)] == end

    @cached_property
    def _ends(self) -> list[int]:
        """For each character of the original, where what it folds to ends."""
        return [*accumulate(map(len, self._parts))]

    @cached_property
    def _begins(self) -> Sequence[int]:
        """For each character of the original, where it begins; and the end of the last."""
        if isinstance(self._characters, str):
            return range(len(self._characters) + 1)
        return [*accumulate(map(len, self._characters), initial=0)]
