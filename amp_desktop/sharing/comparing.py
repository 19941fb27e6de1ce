"""What is new in a text since it last left, and what is gone, line by line, in the words of both."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from html import unescape

ALIKE = 0.6
"""From which likeness on a line counts as the same one in other words (1 is equal)."""

_MOST_LINES, _MOST_WORDS = 40_000, 1_000_000
"""Pairs of lines, and of words, that are laid beside each other: half a second, where all of them are alike.

Of longer texts a line is new that the other one does not hold, and none is known in other words.
"""
_FIRST_WORDS = 100
"""By so many a long line is known in other words."""

_NOT_READ = re.compile(r"<(style|title|head)\b.*?</\1>|<[^<>]*>", re.DOTALL | re.IGNORECASE)
_ENDS_LINE = re.compile(r"</(?:p|li|h\d|tr|pre|div|blockquote)>|<br>", re.IGNORECASE)
_MARKS = re.compile(r"^(?:[#>•⚑✓☐☑*-]+\s+|\d+[.)]\s+|\[[ xX]\]\s+|\s+)+")
_RULE = re.compile(r"[\s=*—-]*")


class Difference(StrEnum):
    """How a line differs from what left before."""

    NEW = "new"
    GONE = "gone"
    REWORDED = "reworded"


@dataclass(frozen=True)
class DifferingLine:
    """A line that differs.

    Attributes:
        difference: How.
        words: As it would leave now; as it left, of one that is gone.
        before: As it left, of one that is reworded; else empty.
    """

    difference: Difference
    words: str
    before: str = ""


def compared(before: str, now: str) -> tuple[DifferingLine, ...]:
    """The lines in which two texts of one format differ, in the order in which one reads them."""
    old, new = list(_lines(before)), list(_lines(now))
    found: list[DifferingLine] = []
    for gone, come in _places(old, new):
        found += _differing(gone, come)
    return tuple(found)


def _places(old: list[str], new: list[str]) -> Iterator[tuple[list[str], list[str]]]:
    """What stood and what stands in each place where two texts differ; in one place where they are long."""
    if len(old) * len(new) > _MOST_LINES:
        yield list(_missing(old, new)), list(_missing(new, old))
        return
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if tag != "equal":
            yield old[old_from:old_to], new[new_from:new_to]


def _missing(lines: list[str], there: list[str]) -> Iterator[str]:
    """The lines that do not stand there, or not as often."""
    left = Counter(there)
    for line in lines:
        if left[line]:
            left[line] -= 1
        else:
            yield line


def _differing(old: list[str], new: list[str]) -> Iterator[DifferingLine]:
    """What stands in one place now, each line beside the one that it was most like."""
    left = list(old)
    can_be_alike = _words_in(old) * _words_in(new) <= _MOST_WORDS
    for line in new:
        former = _most_alike(left, line) if can_be_alike else None
        if former is None:
            yield DifferingLine(Difference.NEW, line)
        else:
            left.remove(former)
            yield DifferingLine(Difference.REWORDED, line, former)
    yield from (DifferingLine(Difference.GONE, line) for line in left)


def _words_in(lines: list[str]) -> int:
    return sum(len(_first_words(line)) for line in lines)


def _most_alike(lines: list[str], line: str) -> str | None:
    """The line that is most like another one, or None where none counts as the same in other words."""
    matcher: SequenceMatcher[str] = SequenceMatcher(None, [], _first_words(line), autojunk=False)
    found, likeness = None, ALIKE
    for one in reversed(lines):  # of several the first
        matcher.set_seq1(_first_words(one))
        most = min(matcher.real_quick_ratio(), matcher.quick_ratio())
        if most >= likeness and (alike := matcher.ratio()) >= likeness:
            found, likeness = one, alike
    return found


def _first_words(line: str) -> list[str]:
    return line.split(maxsplit=_FIRST_WORDS)[:_FIRST_WORDS]


def _lines(text: str) -> Iterator[str]:
    """The words of a text, line by line, without the marks of its format."""
    if text.lstrip()[:9].lower() == "<!doctype":
        text = unescape(_NOT_READ.sub("", _ENDS_LINE.sub("\n", " ".join(text.split()))))
    for line in text.splitlines():
        words = " ".join(_MARKS.sub("", line.strip()).replace("**", "").rstrip("\\").split())
        if not _RULE.fullmatch(words):
            yield words
