"""The words of a line of Markdown that are to be spelt right: no code, addresses, links, tags or marks."""

import re
from functools import lru_cache
from typing import NamedTuple

from amp_desktop.domain.text.code import BLANK, without_code

LONGEST_LINE = 20_000
"""Characters of one line that are looked at."""
LONGEST_WORD = 60
CACHED_LINES = 4_000


class Word(NamedTuple):
    """A word, and where it stands in its line."""

    start: int
    end: int
    text: str


_SKIPPED = re.compile(
    r"(?<!`)(`++).+?(?<!`)\1(?!`)"  # code
    r"|\[\[[^\[\]]*\]\]"  # a link to an entry
    r"|(?<=\])\([^()\s]*(?:\([^()]*\)[^()]*)*\)"  # the address of a link
    r"|<[^<>\s]+>|\b[a-zA-Z][a-zA-Z+.-]{1,12}://\S+|\bwww\.\S+|\bmailto:\S+"  # addresses
    r"|[\w.+-]+@[\w-]+\.[\w.-]+"  # mail
    r"|(?<!\w)[#@][\w/-]+"  # tags and people
    r"|(?<!\w)[~./\\]*[\w.-]+(?:[/\\][\w.-]+)+"  # paths
    r"|[^\W_]+(?:[_.:][^\W_]+)+|--?\w[\w-]*(?<=\w)(?==)"  # names in programs
)
_MARKS = "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0963\u0970-\u0dff"
"""Vowel signs and accents, which belong to a word and which `\\w` leaves out."""
_LETTER = rf"(?:[^\W\d_]|[{_MARKS}])"
_WORD = re.compile(rf"{_LETTER}+(?:['’·\u200c\u200d]{_LETTER}+)*")
_SPACELESS = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


@lru_cache(CACHED_LINES)
def words_of(line: str) -> tuple[Word, ...]:
    """The words of a line outside of code blocks, which are the caller's to leave out."""
    text = line[:LONGEST_LINE]
    if _has_skipped(text):
        text = _SKIPPED.sub(_blank, text)
    return tuple(
        Word(found.start(), found.end(), found[0]) for found in _WORD.finditer(text) if _is_spelt(found, text)
    )


def prose_of(text: str) -> str:
    """The text with spaces in place of code, addresses, tags and names of programs."""
    return _SKIPPED.sub(_blank, without_code(text).replace(BLANK, " "))


def _has_skipped(text: str) -> bool:
    return any(sign in text for sign in "`[<:@#/\\_.=")


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _is_spelt(found: re.Match[str], text: str) -> bool:
    """Whether it is a word of a language: not a part of `x86`, no `HTTP`, `iPhone` or single letter."""
    word = found[0]
    around = text[found.start() - 1 : found.start()] + text[found.end() : found.end() + 1]
    if len(word) < 2 or len(word) > LONGEST_WORD or any(map(str.isdigit, around)):
        return False
    if word[1:] != word[1:].lower():  # capitals that do not begin it
        return False
    return word.isascii() or not _SPACELESS.search(word)
