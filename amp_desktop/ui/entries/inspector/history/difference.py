"""What changed from one text to another, paragraph by paragraph and word by word. No Qt."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import chain, zip_longest

from amp_desktop.domain.attachment import REFERENCE, SCHEME, without_pointers
from amp_desktop.ui.entries.inspector.history.alignment import stretches

_PIECES = re.compile(rf"\b{SCHEME}:[0-9A-Fa-f-]+|\w+|\s+|[^\w\s]")
_WORD = re.compile(r"\w+")
ALIKE = 0.35
"""The part of its words that a paragraph must share with the one in its place to be shown as changed."""

MOST_COMPARED = 20_000_000
"""Pairs of words over all changed paragraphs; those after it are shown as gone and come."""


class Change(Enum):
    """What became of some words."""

    KEPT = auto()
    ADDED = auto()
    REMOVED = auto()


@dataclass(frozen=True)
class Run:
    """Words of which the same became."""

    change: Change
    text: str


@dataclass(frozen=True)
class ComparedParagraph:
    """One line of the old text, of the new one or of both, as runs in reading order.

    Attributes:
        runs: What stands in it; empty for an empty line.
        change: KEPT where the line as such stands in both texts, even if words in it changed.
    """

    runs: tuple[Run, ...]
    change: Change = Change.KEPT

    @property
    def is_changed(self) -> bool:
        """Whether anything in it was added or removed."""
        return self.change is not Change.KEPT or any(run.change is not Change.KEPT for run in self.runs)

    def words(self, change: Change) -> int:
        """How many words of it were added, removed or kept; those of whole pictures and files left out."""
        return sum(
            len(_WORD.findall(without_pointers(run.text))) for run in self.runs if run.change is change
        )

    def attached(self, change: Change) -> int:
        """How many pictures and files of it were added, removed or kept."""
        return sum(len(REFERENCE.findall(run.text)) for run in self.runs if run.change is change)


def difference_of_parts(old: Sequence[str], new: Sequence[str]) -> tuple[ComparedParagraph, ...]:
    """Every paragraph of both texts in order, with what was added and removed in each.

    A text comes in parts, each compared with the one in its place. The kept and removed runs together are the
    old text, the kept and added ones the new text. The time that it takes grows with the length of the texts,
    not with its square.
    """
    comparison = _Comparison()
    pairs = zip_longest(old, new, fillvalue="")
    compared = (comparison.paragraphs(*(part.split("\n") if part else [] for part in pair)) for pair in pairs)
    return tuple(chain.from_iterable(compared))


class _Comparison:
    """Compares two texts, and no more pairs of words than can be compared in a moment."""

    def __init__(self) -> None:
        self._left = MOST_COMPARED

    def paragraphs(self, old: list[str], new: list[str]) -> Iterator[ComparedParagraph]:
        for part in stretches(old, new):
            gone, come = old[part.old_start : part.old_end], new[part.new_start : part.new_end]
            if part.same:
                yield from (_whole(line, Change.KEPT) for line in gone)
                continue
            for before, after in zip(gone, come, strict=False):
                yield from self._one_for_one(before, after)
            paired = min(len(gone), len(come))
            yield from (_whole(line, Change.REMOVED) for line in gone[paired:])
            yield from (_whole(line, Change.ADDED) for line in come[paired:])

    def _one_for_one(self, before: str, after: str) -> Iterator[ComparedParagraph]:
        """A line in place of another: as one changed line where they are alike, else as gone and come."""
        old, new = _PIECES.findall(before), _PIECES.findall(after)
        cost = len(old) * len(new)
        if cost <= self._left and _are_alike(old, new):
            self._left -= cost
            yield ComparedParagraph(tuple(_runs(old, new)))
        else:
            yield _whole(before, Change.REMOVED)
            yield _whole(after, Change.ADDED)


def _whole(line: str, change: Change) -> ComparedParagraph:
    return ComparedParagraph((Run(change, line),) if line else (), change)


def _are_alike(old: list[str], new: list[str]) -> bool:
    """Whether they share enough of their words, in whatever order."""
    ours, theirs = Counter(filter(str.isalnum, old)), Counter(filter(str.isalnum, new))
    shared = (ours & theirs).total()
    return shared > 0 and 2 * shared >= ALIKE * (ours.total() + theirs.total())


def _runs(old: list[str], new: list[str]) -> Iterator[Run]:
    for part in stretches(old, new):
        gone, come = "".join(old[part.old_start : part.old_end]), "".join(new[part.new_start : part.new_end])
        if part.same:
            yield Run(Change.KEPT, gone)
            continue
        if gone:
            yield Run(Change.REMOVED, gone)
        if come:
            yield Run(Change.ADDED, come)
