"""The words of a search as the index knows them, and where they stand in a text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from amp_desktop.domain.query import HitSpan
from amp_desktop.domain.search.search_words import Search, SearchTerm
from amp_desktop.storage.search.fold import (
    FoldedText,
    folded,
    folded_words,
    folds_in_place,
    is_sign,
    is_spaceless,
)

SNIPPET_LENGTH = 160
_LEAD = 40
"""How many characters of a snippet stand before the first find."""
_STRETCH, _OVERLAP = 256, 64
_SPACE = re.compile(r"\s")


@dataclass(frozen=True)
class Term:
    """Words that must follow each other.

    Attributes:
        words: Folded, at least one.
        is_prefix: Whether the last one is only the beginning of a word.
        typed: As it was typed, in small letters.
    """

    words: tuple[str, ...]
    is_prefix: bool
    typed: str = field(compare=False)


@dataclass(frozen=True)
class SearchWords:
    """What is looked for.

    Attributes:
        terms: All of them must be found.
        unwanted: None of them may be found.
    """

    terms: tuple[Term, ...] = ()
    unwanted: tuple[Term, ...] = ()

    @classmethod
    def of(cls, search: Search) -> "SearchWords":
        """The words of a search, as the index knows them."""
        return cls(_terms(search.wanted), _terms(search.unwanted))

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to look for and nothing to leave out."""
        return not (self.terms or self.unwanted)

    def marks(self, text: str, shift: int = 0) -> tuple[HitSpan, ...]:
        """Where the terms stand in `text`, in order, none overlapping; each `shift` characters further on."""
        if not self.terms:
            return ()
        if folds_in_place(text):  # a character folds to one character, and stands where it stood
            by = shift - 1
            spans = [match.span(1) for match in self._pattern.finditer(" " + folded(text))]
            return tuple([HitSpan(start + by, end - start) for start, end in spans])
        folded_text = FoldedText(text)
        found = self._pattern.finditer(" " + folded_text.text)
        spans = [folded_text.span(*_term_in(match, " ")) for match in found]
        return tuple([HitSpan(start + shift, end - start) for start, end in spans])

    def snippet(self, text: str) -> tuple[str, tuple[HitSpan, ...]] | None:
        """The words around the first find in `text` as one line with its marks, or None without a find."""
        for find in (self._as_typed, self._anywhere):
            place = find(text)
            if place is not None:
                before, line, after = _cut_out(text, place, SNIPPET_LENGTH)
                marks = self.marks(line, len(before))
                if marks:
                    return before + line + after, marks
        return None

    def stand_in(self, text: str) -> bool:
        """Whether any of the terms stands in `text`."""
        return self._anywhere(text) is not None

    def _as_typed(self, text: str) -> int | None:
        """Where a term stands just as it was typed, found without folding the whole text."""
        lowered, first = text.lower(), len(text)
        for term in self.terms:
            place = _beginning_of_word(lowered, term.typed)
            if place is not None and place < first:
                first = place
        return first if first < len(text) else None

    def _anywhere(self, text: str) -> int | None:
        """Where a term stands, however it is written."""
        if not self.terms:
            return None
        if self._are_plain and text.isascii():
            return self._as_typed(text)
        for at, part in _stretches(text):
            # Only the beginning of the text is the beginning of a word; a stretch may begin within one.
            before = "" if at else " "
            folded_part = FoldedText(part)
            found = self._pattern.search(before + folded_part.text)
            if found:
                return at + folded_part.span(*_term_in(found, before))[0]
        return None

    @cached_property
    def _are_plain(self) -> bool:
        """Whether a text of nothing but ASCII can hold the terms in no other way than as they were typed."""
        return all(term.is_prefix and term.words == (term.typed,) for term in self.terms)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """Finds any term at the beginning of a word, in a text that begins with a space.

        Of two terms that begin alike, it finds the longer.
        """
        terms = sorted(map(_term_pattern, self.terms), key=len, reverse=True)
        return re.compile(f" ({'|'.join(terms)})")


def _terms(terms: Iterable[SearchTerm]) -> tuple[Term, ...]:
    folded = ((tuple(folded_words(one.text)), one) for one in terms)
    found = (Term(words, not one.is_phrase, one.text.lower()) for words, one in folded if words)
    return tuple(dict.fromkeys(found))


def _term_in(found: re.Match[str], before: str) -> tuple[int, int]:
    """Where the term stands in the text without what was put before it."""
    start, end = found.span(1)
    return start - len(before), end - len(before)


def _stretches(text: str) -> Iterator[tuple[int, str]]:
    """The text in parts, each with its place, so that a find early in a long text is found early.

    They reach into each other. For terms that are longer than that, the whole text comes last.
    """
    if not text.isascii() and len(text) > _STRETCH:
        for at in range(0, len(text), _STRETCH):
            yield at, text[at : at + _STRETCH + _OVERLAP]
    yield 0, text


def _term_pattern(term: Term) -> str:
    words = " +".join(map(re.escape, term.words))
    return words if term.is_prefix else f"{words}(?= |$)"


def _beginning_of_word(lowered: str, typed: str) -> int | None:
    place = lowered.find(typed)
    while place > 0 and lowered[place - 1].isalnum() and not (is_spaceless(typed[0]) or is_sign(typed[0])):
        place = lowered.find(typed, place + 1)
    return None if place < 0 else place


def one_line(text: str, length: int = SNIPPET_LENGTH) -> str:
    """The beginning of `text` as one line of at most `length` characters, with "…" if it was cut."""
    return "".join(_cut_out(text, 0, length))


def _cut_out(text: str, place: int, length: int) -> tuple[str, str, str]:
    """What stands before a line in which `place` is seen ("…" or nothing), the line, and what after it."""
    start = _beginning(text, place) if place > length - _LEAD else 0
    window = text[start : start + length + _LEAD]
    before = "…" if start else ""
    line = " ".join(window.split())
    if len(before + line) <= length and start + len(window) == len(text):
        return before, line, ""
    return before, _cut(line, length - len(before) - 1), "…"


def _beginning(text: str, place: int) -> int:
    """The beginning of a word, at most `_LEAD` characters before `place`."""
    earliest = place - _LEAD
    space = _SPACE.search(text, earliest, place)
    return space.end() if space else earliest


def _cut(line: str, length: int) -> str:
    space = line.rfind(" ", length - _LEAD, length + 1)
    return line[:length] if space < 0 else line[:space]
