"""Whether two changes of an entry's fields are one run of typing. Knows no widget."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from amp_desktop.domain.changes import changed_values
from amp_desktop.domain.entry import Entry

Place = tuple[str | int, ...]
"""Which text of an entry: the name of a field, and within lists the place and the name there."""


@dataclass(frozen=True)
class Typed:
    """Characters that were written into one text, or taken out of it, at one spot.

    Attributes:
        place: The text.
        start: Where they begin.
        length: How many; fewer than none where they were taken out.
    """

    place: Place
    start: int
    length: int

    def goes_on(self, before: "Typed") -> bool:
        """Whether the person merely typed on, or went on deleting."""
        if self.place != before.place or (self.length > 0) != (before.length > 0):
            return False
        if self.length > 0:
            return self.start == before.start + before.length
        return before.start in (self.start, self.start - self.length)


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
        names = [f.name for f in fields(before) if getattr(before, f.name) != getattr(after, f.name)]
        if len(names) == 1:
            return _in_value((*place, names[0]), getattr(before, names[0]), getattr(after, names[0]))
    return None


def _in_list(place: Place, before: Sequence[Any], after: Sequence[Any]) -> Typed | None:
    """In one item; the first letters of a new last item begin a run that goes on in it."""
    if len(before) == len(after):
        differ = [at for at, pair in enumerate(zip(before, after, strict=True)) if pair[0] != pair[1]]
        return (
            _in_value((*place, differ[0]), before[differ[0]], after[differ[0]]) if len(differ) == 1 else None
        )
    if len(after) == len(before) + 1 and tuple(after[:-1]) == tuple(before):
        new = after[-1]
        texts = [f.name for f in fields(new) if f.type is str] if is_dataclass(new) else []
        if isinstance(new, str):
            return _in_text((*place, len(before)), "", new)
        if texts:
            return _in_text((*place, len(before), texts[0]), "", getattr(new, texts[0]))
    return None


def _in_text(place: Place, before: str, after: str) -> Typed | None:
    pairs = enumerate(zip(before, after, strict=False))
    start = next((at for at, pair in pairs if pair[0] != pair[1]), min(len(before), len(after)))
    length = len(after) - len(before)
    rest = (
        (before[start:], after[start + length :]) if length > 0 else (before[start - length :], after[start:])
    )
    return Typed(place, start, length) if length and rest[0] == rest[1] else None
