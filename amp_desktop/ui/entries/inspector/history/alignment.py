"""Which lines of two texts are the same: bounded, however long and however different they are."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

MOST_COMPARED = 250_000
"""Pairs of pieces that are compared one by one; a larger stretch without a landmark counts as all new."""


class Stretch(NamedTuple):
    """Some pieces of the old sequence and the pieces of the new one that stand in their place.

    Attributes:
        old_start, old_end: Which of the old.
        new_start, new_end: Which of the new.
        same: Whether they are equal, one by one.
    """

    old_start: int
    old_end: int
    new_start: int
    new_end: int
    same: bool


def stretches(old: Sequence[str], new: Sequence[str]) -> list[Stretch]:
    """The whole of both sequences as stretches, in order.

    What both begin and end with is found first, then pieces that stand once in each are landmarks (the
    "patience" way), and only what lies between two landmarks is compared piece by piece.
    """
    head = _common_head(old, new)
    tail = _common_head(old[head:][::-1], new[head:][::-1])
    old_end, new_end = len(old) - tail, len(new) - tail
    parts = [Stretch(0, head, 0, head, same=True)]
    parts += _between(old, new, head, old_end, head, new_end)
    parts.append(Stretch(old_end, len(old), new_end, len(new), same=True))
    return list(
        _joined(part for part in parts if part.old_end > part.old_start or part.new_end > part.new_start)
    )


def _common_head(old: Sequence[str], new: Sequence[str]) -> int:
    pairs = zip(old, new, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(old), len(new)))


def _between(
    old: Sequence[str], new: Sequence[str], old_start: int, old_end: int, new_start: int, new_end: int
) -> Iterator[Stretch]:
    old_at, new_at = old_start, new_start
    for old_mark, new_mark in _landmarks(old, new, old_start, old_end, new_start, new_end):
        yield from _compared(old, new, old_at, old_mark, new_at, new_mark)
        yield Stretch(old_mark, old_mark + 1, new_mark, new_mark + 1, same=True)
        old_at, new_at = old_mark + 1, new_mark + 1
    yield from _compared(old, new, old_at, old_end, new_at, new_end)


def _landmarks(
    old: Sequence[str], new: Sequence[str], old_start: int, old_end: int, new_start: int, new_end: int
) -> list[tuple[int, int]]:
    """Places of pieces that stand once in each, in an order that both share, as many as there can be."""
    old_counts, new_counts = Counter(old[old_start:old_end]), Counter(new[new_start:new_end])
    old_places = {old[at]: at for at in range(old_start, old_end) if old_counts[old[at]] == 1}
    pairs = [
        (old_places[new[at]], at)
        for at in range(new_start, new_end)
        if new_counts[new[at]] == 1 and new[at] in old_places
    ]
    return _rising(pairs)


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs, in their order, whose first numbers rise."""
    ends: list[int] = []  # the smallest last number of a run of each length
    runs: list[int] = []  # which pair that is
    before: list[int] = []
    for at, (first, _) in enumerate(pairs):
        length = bisect_left(ends, first)
        before.append(runs[length - 1] if length else -1)
        ends[length : length + 1] = [first]
        runs[length : length + 1] = [at]
    chosen, at = [], runs[-1] if runs else -1
    while at >= 0:
        chosen.append(pairs[at])
        at = before[at]
    return chosen[::-1]


def _compared(
    old: Sequence[str], new: Sequence[str], old_start: int, old_end: int, new_start: int, new_end: int
) -> Iterator[Stretch]:
    old_part, new_part = old[old_start:old_end], new[new_start:new_end]
    if not old_part or not new_part or len(old_part) * len(new_part) > MOST_COMPARED:
        yield Stretch(old_start, old_end, new_start, new_end, same=not old_part and not new_part)
        return
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old_part, new_part, autojunk=False).get_opcodes():
        yield Stretch(old_start + i1, old_start + i2, new_start + j1, new_start + j2, same=tag == "equal")


def _joined(parts: Iterator[Stretch]) -> Iterator[Stretch]:
    """Neighbours of one sort as one."""
    held: Stretch | None = None
    for part in parts:
        if held is not None and held.same == part.same:
            held = Stretch(held.old_start, part.old_end, held.new_start, part.new_end, part.same)
        else:
            if held is not None:
                yield held
            held = part
    if held is not None:
        yield held
