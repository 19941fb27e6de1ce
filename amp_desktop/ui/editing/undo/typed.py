"""Whether two changes of an entry's fields are one run of typing. Knows no widget."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, is_dataclass
from itertools import takewhile
from typing import Any

from amp_desktop.domain.changes import changed_values
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.fields import has_words

Place = tuple[str | int, ...]
"""Which text of an entry: the name of a field, and within lists the place and the name there."""


@dataclass(frozen=True)
class Typed:
    """Characters that were written into one text, or taken out of it, at one spot.

    Which of several equal letters in a row was typed, two texts do not tell: hence two places.

    Attributes:
        place: The text.
        first: The foremost place where they may begin.
        start: The last one.
        length: How many; fewer than none where they were taken out.
    """

    place: Place
    first: int
    start: int
    length: int

    def goes_on(self, before: "Typed") -> bool:
        """Whether the person merely typed on, or went on deleting."""
        if self.place != before.place or (self.length > 0) != (before.length > 0):
            return False
        if self.length > 0:
            return self._may_begin(before.first + before.length, before.start + before.length)
        after = self._may_begin(before.first, before.start)  # by Delete
        return after or self._may_begin(before.first + self.length, before.start + self.length)

    def _may_begin(self, first: int, last: int) -> bool:
        return self.first <= last and first <= self.start


def typed(before: Entry, after: Entry) -> Typed | None:
    """What was typed between two states of an entry; None where more or something else was changed."""
    if before.tags != after.tags or before.links != after.links:
        return None
    names = changed_values(before, after)
    if len(names) != 1:
        return None
    return _in_value((names[0],), getattr(before, names[0]), getattr(after, names[0]))


def _in_value(place: Place, before: Any, after: Any) -> Typed | None:
    if isinstance(before, str) and isinstance(after, str):
        return _in_text(place, before, after)
    if isinstance(before, tuple) and isinstance(after, tuple):
        return _in_list(place, before, after)
    if is_dataclass(before) and type(before) is type(after):
        parts = (f.name for f in fields(before) if has_words(f))
        names = [name for name in parts if getattr(before, name) != getattr(after, name)]
        if len(names) == 1:
            return _in_value((*place, names[0]), getattr(before, names[0]), getattr(after, names[0]))
    return None


def _in_list(place: Place, before: Sequence[Any], after: Sequence[Any]) -> Typed | None:
    """In one item; the first letters of a new one begin a run, which its last letter may end."""
    if len(before) == len(after):
        differ = [at for at, pair in enumerate(zip(before, after, strict=True)) if pair[0] != pair[1]]
        return (
            _in_value((*place, differ[0]), before[differ[0]], after[differ[0]]) if len(differ) == 1 else None
        )
    less, more = sorted((tuple(before), tuple(after)), key=len)
    at = _alike(less, more)
    if less != more[:at] + more[at + 1 :]:
        return None
    item = more[at]
    name = next((f.name for f in fields(item) if f.type is str), "") if is_dataclass(item) else ""
    text = getattr(item, name) if name else item
    if not isinstance(text, str):
        return None
    place = (*place, at, name) if name else (*place, at)
    if len(after) > len(before):
        return _in_text(place, "", text)
    return _in_text(place, text, "") if len(text) == 1 else None


def _in_text(place: Place, before: str, after: str) -> Typed | None:
    length = len(after) - len(before)
    less, more = (before, after) if length > 0 else (after, before)
    start = _alike(less, more)
    if not length or less[start:] != more[start + abs(length) :]:
        return None
    before_it = reversed(less[:start])
    first = start - _alike(before_it, reversed(more[: start + abs(length)]))
    return Typed(place, first, start, length)


def _alike(one: Iterable[Any], other: Iterable[Any]) -> int:
    """With how many characters, or values, both begin."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
