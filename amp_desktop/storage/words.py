"""What a person typed into the search, and where it stands in a text."""

import re
from dataclasses import dataclass
from functools import cached_property

from amp_desktop.domain.query import Mark
from amp_desktop.storage.fold import FoldedText, folded_words

SNIPPET_LENGTH = 160
_LEAD = 40
"""How many characters of a snippet stand before the first find."""
_STRETCH = 4000
"""A long text is looked through in stretches of this many characters, up to the first find."""
_PHRASE_OR_WORD = re.compile(r'"([^"]*)"|(\S+)')


@dataclass(frozen=True)
class Term:
    """Words that must follow each other.

    Attributes:
        words: Folded, at least one.
        is_prefix: Whether the last one is only the beginning of a word.
    """

    words: tuple[str, ...]
    is_prefix: bool


@dataclass(frozen=True)
class SearchWords:
    """What is looked for; all terms must be found."""

    terms: tuple[Term, ...]

    @classmethod
    def typed(cls, text: str) -> "SearchWords":
        """From what was typed, whatever it is.

        Each word is looked for as the beginning of a word; words between a pair of quotation marks are
        looked for as they stand, one after the other.
        """
        found = []
        for phrase, word in _PHRASE_OR_WORD.findall(text):
            words = tuple(folded_words(phrase or word))
            if words:
                found.append(Term(words, is_prefix=not phrase))
        return cls(tuple(dict.fromkeys(found)))

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to look for."""
        return not self.terms

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        terms = sorted(self.terms, key=lambda term: sum(map(len, term.words)), reverse=True)
        return re.compile("|".join(map(_term_pattern, terms)))

    def marks(self, text: str) -> tuple[Mark, ...]:
        """Where the terms stand in `text`, in order, none overlapping."""
        if not self.terms:
            return ()
        folded = FoldedText(text)
        spans = [folded.span(*match.span()) for match in self._pattern.finditer(folded.text)]
        return tuple(Mark(start, end - start) for start, end in spans)

    def snippet(self, text: str) -> tuple[str, tuple[Mark, ...]] | None:
        """The words around the first find in `text` as one line with its marks, or None without a find."""
        first = self._first(text)
        if first is None:
            return None
        line = one_line(text, first)
        return line, self.marks(line)

    def _first(self, text: str) -> int | None:
        if not self.terms:
            return None
        for at in range(0, max(len(text), 1), _STRETCH):
            folded = FoldedText(text[at : at + _STRETCH + SNIPPET_LENGTH])
            match = self._pattern.search(folded.text)
            if match:
                return at + folded.span(*match.span())[0]
        return None


def _term_pattern(term: Term) -> str:
    words = " +".join(map(re.escape, term.words))
    return f"(?<![^ ]){words}" + ("" if term.is_prefix else "(?![^ ])")


def one_line(text: str, around: int = 0, length: int = SNIPPET_LENGTH) -> str:
    """At most `length` characters of `text` as one line in which the place `around` is seen.

    It is cut between words, with "…" where something was cut.
    """
    start = _beginning(text, around) if around > length - _LEAD else 0
    window = text[start : start + 2 * length]
    line = ("…" if start else "") + " ".join(window.split())
    is_whole = len(line) <= length and start + len(window) == len(text)
    return line if is_whole else _cut(line, length - 1) + "…"


def _beginning(text: str, around: int) -> int:
    """The beginning of a word, at most `_LEAD` characters before `around`."""
    earliest = around - _LEAD
    space = next((at for at in range(earliest, around) if text[at].isspace()), None)
    return earliest if space is None else space + 1


def _cut(line: str, length: int) -> str:
    space = line.rfind(" ", length - _LEAD, length + 1)
    return line[:length] if space < 0 else line[:space]
