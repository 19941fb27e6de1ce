"""Finding names in words that are read, however they are written there: "STRASSE", "José" in two ways."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from amp_desktop.sharing.disclosure.one_line import ELLIPSIS

_FEWEST = 2
"""So many letters of a name before three dots are taken for it."""

_UNPARTED = re.compile(  # letters between which no space stands, or to which endings are attached
    "[\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\ua960-\ua97f"
    "\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003fffd]"
)


class NameSpan(NamedTuple):
    """A name stands from one place to another, perhaps only its beginning, before three dots."""

    start: int
    end: int
    name: str


class NameFinder:
    """Finds names as words of their own, the longest first, for one may begin with another.

    Upper and lower case are the same, and so are one space and several, and the ways in which Unicode spells
    a letter.
    """

    def __init__(self, names: Iterable[str]) -> None:
        """Get ready to look for these; empty ones are none."""
        self._names = {_key(name): name for name in names if name.strip()}
        longest_first = sorted(self._names, key=len, reverse=True)
        words = (r"\s+".join(map(re.escape, name.split(" "))) for name in longest_first)
        self._any = re.compile("|".join(words))

    def __bool__(self) -> bool:
        """Whether there is any name to look for."""
        return bool(self._names)

    def find(self, text: str) -> list[NameSpan]:
        """Where they stand, in order and none overlapping."""
        folded, places = _folded(text)
        found: list[NameSpan] = []
        standing = (*self._whole(folded), *self._begun(folded))
        for start, end, key in sorted(standing, key=lambda one: (one[0], -one[1])):
            first, last = places[start], places[end - 1] + 1
            if not found or first >= found[-1].end:
                found.append(NameSpan(first, last, self._names[key]))
        return found

    def _whole(self, folded: str) -> Iterator[tuple[int, int, str]]:
        at = 0
        while match := self._any.search(folded, at):
            is_word = _parts(folded, match.start()) and _parts(folded, match.end())
            if is_word:
                yield match.start(), match.end(), " ".join(match[0].split())
            at = match.end() if is_word else match.start() + 1

    def _begun(self, folded: str) -> Iterator[tuple[int, int, str]]:
        """What is left of names within which a line was shortened."""
        for dots in re.finditer(ELLIPSIS, folded):
            end = dots.start()
            for name in self._names:
                for length in range(min(len(name) - 1, end), _FEWEST - 1, -1):
                    start = end - length
                    if folded.startswith(name[:length], start) and _parts(folded, start):
                        yield start, end, name
                        break


def folded(text: str) -> str:
    """The text as names are compared: neither case nor the ways of spelling a letter count."""
    return _folded(text)[0]


def _parts(folded: str, at: int) -> bool:
    """Whether a word may end at this place, and another begin."""
    before, after = folded[max(at - 1, 0) : at], folded[at : at + 1]
    if after and unicodedata.category(after)[0] == "M":
        return False
    if _UNPARTED.match(before) or _UNPARTED.match(after):
        return True
    return not (_is_letter(before) and after.isalnum())


def _is_letter(letter: str) -> bool:
    return letter.isalnum() or (letter != "" and unicodedata.category(letter)[0] == "M")


def _key(name: str) -> str:
    return " ".join(_folded(name)[0].split())


def _folded(text: str) -> tuple[str, range | list[int]]:
    """The text as it is compared, and for each letter of it the place in the text that it comes from."""
    if text.isascii():
        return text.lower(), range(len(text))
    letters = [_fold(letter) for letter in text]
    return "".join(letters), [at for at, folded in enumerate(letters) for _ in folded]


@lru_cache(maxsize=4096)
def _fold(letter: str) -> str:
    return unicodedata.normalize("NFD", unicodedata.normalize("NFD", letter).casefold())
