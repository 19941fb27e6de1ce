"""What is new in a text since it last left, and what is gone, line by line, in the words of both."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from html import unescape

ALIKE = 0.6
"""From which likeness on a line counts as the same one in other words (1 is equal)."""

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
    """The lines in which two texts of one form differ, in the order in which one reads them."""
    old, new = list(_lines(before)), list(_lines(now))
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    found: list[DifferingLine] = []
    for tag, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if tag != "equal":
            found += _differing(old[old_from:old_to], new[new_from:new_to])
    return tuple(found)


def _differing(old: list[str], new: list[str]) -> Iterator[DifferingLine]:
    """What stands in one place now, each line beside the one that it was most like."""
    left = list(old)
    for line in new:
        former = max(left, key=lambda one: _likeness(one, line), default="")
        if former and _likeness(former, line) >= ALIKE:
            left.remove(former)
            yield DifferingLine(Difference.REWORDED, line, former)
        else:
            yield DifferingLine(Difference.NEW, line)
    yield from (DifferingLine(Difference.GONE, line) for line in left)


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()


def _lines(text: str) -> Iterator[str]:
    """The words of a text, line by line, without the marks of its form."""
    if text.lstrip()[:9].lower() == "<!doctype":
        text = unescape(_NOT_READ.sub("", _ENDS_LINE.sub("\n", re.sub(r"\s*\n\s*", " ", text))))
    for line in text.splitlines():
        words = " ".join(_MARKS.sub("", line.strip()).replace("**", "").rstrip("\\").split())
        if not _RULE.fullmatch(words):
            yield words
