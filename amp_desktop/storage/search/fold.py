"""Text as the search sees it: words in small letters, without accents, one space between them.

Both the index and the query are folded, so that "strasse" finds "Straße", "lodz" finds "Łódź" and Arabic is
found with and without its vowel marks (see `plain`). In scripts written without spaces between words every
character becomes a word of its own, so any run of characters is found; so does every sign that says something
by itself: 🎉, €, → and the ++ of C++.
"""

import re
import unicodedata
from functools import cache

from amp_desktop.storage.search.plain import FoldedParts, Folding, plain, within

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
_NO_SIGNS = (
    range(0x0080),  # ASCII: marks of Markdown and of code
    range(0x2044, 0x2045),  # what is read as a slash, a minus, an asterisk, a point, a bar
    range(0x2212, 0x2213),
    range(0x2215, 0x221A),
    range(0x2223, 0x2224),
    range(0x22C5, 0x22C6),
    range(0x2500, 0x25A0),  # lines and shades of a terminal
    range(0x2800, 0x2900),
    range(0xFFFC, 0xFFFE),
)
_EMOJI = range(0x1F000, 0x1FB00)
"""Those of tomorrow, too: Python and SQLite know the signs of their own day only."""
_WORD_CATEGORIES = frozenset({"Ll", "Lm", "Lo", "Lt", "Lu", "Mc", "Mn", "Nd", "Nl", "No"})
"""What the index's tokenizer counts as part of a word, private use and signs left out."""

_ENDING = re.compile(r"[\\+#](?<=[^\W_].)[\\+#]*")
"""The signs at the end of C++, C# or A+, which backslashes of Markdown and JSON may stand before."""
_AS_ENDING = str.maketrans({"+": "\ufdd0", "#": "\ufdd1", "\\": "\u00ad"})
"""Characters that stand in no text, by which these are known in the index, and one that folds to nothing."""
_PERSIAN_GAP = re.compile("(?<=[\u0600-\u06ff\u0750-\u077f])\u200c")
"""The sign between parts of a Persian word, which some type as a space."""


def _fold_character(character: str) -> str:
    if character in ("\ufdd0", "\ufdd1"):
        return f" {character} "
    read = "".join(map(_as_word, plain(character)))
    return f" {character} " if not read.strip() and is_sign(character) else read


def _as_word(character: str) -> str:
    if unicodedata.category(character) not in _WORD_CATEGORIES:
        return " "
    return f" {character} " if is_spaceless(character) else character


@cache
def is_spaceless(character: str) -> bool:
    """Whether the character belongs to a script written without spaces between words."""
    return within(ord(character), _SPACELESS)


@cache
def is_sign(character: str) -> bool:
    """Whether the character is a sign that is looked for by itself, such as an emoji or a currency."""
    code = ord(character)
    if code in _EMOJI:
        return plain(character) != ""
    return unicodedata.category(character) in ("So", "Sm", "Sc") and not within(code, _NO_SIGNS)


_FOLDING = Folding(_fold_character)
_ASCII = {code: _fold_character(chr(code)) for code in range(128)}


def _prepared(text: str) -> str:
    """The text with what depends on the character before told apart; of the same length."""
    if "+" in text or "#" in text:
        text = _ENDING.sub(_ending, text)
    return _PERSIAN_GAP.sub(" ", text) if "\u200c" in text else text


def _ending(signs: re.Match[str]) -> str:
    return signs[0].translate(_AS_ENDING) if "+" in signs[0] or "#" in signs[0] else signs[0]


def folds_in_place(text: str) -> bool:
    """Whether every character folds to exactly one."""
    return text.isascii() and _prepared(text).isascii()


def folded(text: str) -> str:
    """The words of `text`, folded, with spaces between them (one or more, also at the ends)."""
    text = _prepared(text)
    return text.translate(_ASCII) if text.isascii() else _FOLDING.of(text)


def folded_words(text: str) -> list[str]:
    """The words of `text`, folded."""
    return folded(text).split()


class FoldedText:
    """A folded text that can tell where a part of it came from.

    Attributes:
        text: As `folded` gives it.
    """

    def __init__(self, original: str) -> None:
        text = _prepared(original)
        self._parts = None if text.isascii() else FoldedParts(text, _FOLDING)
        self.text = text.translate(_ASCII) if self._parts is None else self._parts.text

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where the characters `start` to `end` of the folded text stand in the original, as (start, end).

        Marks that fold to nothing belong to the letter before them.
        """
        return (start, end) if self._parts is None else self._parts.span(start, end)
