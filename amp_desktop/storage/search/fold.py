"""Text as the search sees it: words in small letters, without accents, one space between them.

Both the index and the query are folded, so that "strasse" finds "Straße", "lodz" finds "Łódź" and Arabic is
found with and without its vowel marks. In scripts written without spaces between words every character
becomes a word of its own, so any run of characters is found.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache, cached_property
from itertools import accumulate, pairwise

PRIVATE_USE = range(0xE000, 0xF900)
"""Characters that no folded text holds; the index uses them for what is not text (see `fulltext`)."""

_SPACELESS = (
    range(0x0E00, 0x0F00),  # Thai, Lao
    range(0x1000, 0x10A0),  # Myanmar
    range(0x1100, 0x1200),  # Hangul letters
    range(0x1780, 0x1800),  # Khmer
    range(0x3005, 0x3008),  # 々, 〇
    range(0x3040, 0x3130),  # Kana, Bopomofo
    range(0x31F0, 0x3200),  # small Kana
    range(0x3400, 0x4DC0),  # Han
    range(0x4E00, 0xA000),
    range(0xAC00, 0xD7B0),  # Hangul syllables
    range(0xF900, 0xFB00),  # Han
    range(0x20000, 0x40000),
)
_MARKS = (
    range(0x0300, 0x0370),  # accents of Latin, Greek and Cyrillic
    range(0x0591, 0x05C8),  # Hebrew points
    range(0x0610, 0x061B),  # Arabic vowel marks
    range(0x064B, 0x0660),
    range(0x0670, 0x0671),
    range(0x06D6, 0x06EE),
)
_MELTING = re.compile("[\u3099\u309a\u1160-\u11ff]")
"""Marks of Kana, and vowels and ends of Hangul syllables, which change the letter that they follow.

All other marks fold to the same whether or not they are one with their letter.
"""
_TATWEEL = "\u0640"
_LETTERS = str.maketrans("łøđðħıŋ", "loddhin") | {0xE6: "ae", 0x153: "oe", 0xFE: "th"}
_WORD_CATEGORIES = frozenset({"Ll", "Lm", "Lo", "Lt", "Lu", "Mc", "Mn", "Nd", "Nl", "No"})
"""What the index's tokenizer counts as part of a word, private use left out."""


class _Folding(dict[str, str]):
    """Character → its folded form; filled as characters are met, so that folding a text is one loop in C."""

    def __missing__(self, character: str) -> str:
        folded = _fold_character(character)
        if len(character) == 1:  # a letter with loose marks is rare, and there is no end to them
            self[character] = folded
        return folded


def _fold_character(character: str) -> str:
    if character == _TATWEEL:
        return ""
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold())
    letters = "".join(c for c in decomposed if not _within(ord(c), _MARKS)).translate(_LETTERS)
    if _MELTING.search(letters):
        letters = unicodedata.normalize("NFC", letters)
    return "".join(_as_word(c) for c in letters)


def _as_word(character: str) -> str:
    if unicodedata.category(character) not in _WORD_CATEGORIES:
        return " "
    return f" {character} " if is_spaceless(character) else character


@cache
def is_spaceless(character: str) -> bool:
    """Whether the character belongs to a script written without spaces between words."""
    return _within(ord(character), _SPACELESS)


def _within(code: int, ranges: tuple[range, ...]) -> bool:
    return any(code in r for r in ranges)


_FOLDING = _Folding()
_ASCII = {code: _fold_character(chr(code)) for code in range(128)}


def folded(text: str) -> str:
    """The words of `text`, folded, with spaces between them (one or more, also at the ends)."""
    if text.isascii():
        return text.translate(_ASCII)
    return "".join(map(_FOLDING.__getitem__, _characters(text)))


def folded_words(text: str) -> list[str]:
    """The words of `text`, folded."""
    return folded(text).split()


class FoldedText:
    """A folded text that can tell where a part of it came from.

    Attributes:
        text: As `folded` gives it.
    """

    def __init__(self, original: str) -> None:
        self._original = original
        if original.isascii():  # every character folds to exactly one
            self.text = original.translate(_ASCII)
            return
        self._characters = _characters(original)
        self._parts = [*map(_FOLDING.__getitem__, self._characters)]
        self.text = "".join(self._parts)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where the characters `start` to `end` of the folded text stand in the original, as (start, end).

        Marks that fold to nothing belong to the letter before them.
        """
        if self._original.isascii():
            return start, end
        first = bisect_right(self._ends, start)
        last = bisect_right(self._ends, end - 1)
        after = bisect_right(self._ends, self._ends[last])
        return self._begins[first], self._begins[after]

    @cached_property
    def _ends(self) -> list[int]:
        """For each character of the original, where what it folds to ends."""
        return [*accumulate(map(len, self._parts))]

    @cached_property
    def _begins(self) -> Sequence[int]:
        """For each character of the original, where it begins; and the end of the last."""
        if self._characters is self._original:
            return range(len(self._original) + 1)
        return [*accumulate(map(len, self._characters), initial=0)]


def _characters(text: str) -> Sequence[str]:
    """The text cut into parts that fold on their own: its characters, and what melts into one together."""
    if not _MELTING.search(text):
        return text
    cuts = [at for at, character in enumerate(text) if at == 0 or not _joins(character)]
    return [text[start:end] for start, end in pairwise([*cuts, len(text)])]


def _joins(character: str) -> bool:
    return unicodedata.combining(character) != 0 or 0x1160 <= ord(character) < 0x1200
