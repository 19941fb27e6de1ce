"""An entry that was changed in two places at once: a three-way merge, field by field.

The words are those of version control: both sides began from `base`, `ours` is about to be written, and
`theirs` was written meanwhile.
"""

from collections.abc import Hashable
from dataclasses import dataclass, fields, replace
from typing import Any, Generic, TypeVar

from amp_desktop.domain.entry import Entry, Sharing
from amp_desktop.domain.merge_lists import merge_lists

E = TypeVar("E", bound=Entry)
T = TypeVar("T", bound=Hashable)

_OURS_ALONE = ("id", "updated_at")
_SETS = ("tags", "links", "pins")
_ASIDE = "%"
_MOST_PRIVATE_FIRST = (Sharing.SEALED, Sharing.PRIVATE, Sharing.SHAREABLE)


@dataclass(frozen=True)
class Merge(Generic[E]):
    """What came of it.

    Attributes:
        entry: What both sides changed apart, and where they changed the same, ours.
        conflicts: The names of the fields that both changed, each to something else; `entry` has ours.
    """

    entry: E
    conflicts: frozenset[str] = frozenset()


def merge(base: Entry, ours: E, theirs: Entry) -> Merge[E]:
    """Take the changes of both sides.

    Of tags, links and pins each side's additions and removals count, and so they do of lists such as a goal's
    steps (see `merge_lists`). Of a text both changes are taken where whole words lie between them. Of how it
    may be shared the more private stands. Of every other value both are a conflict, and ours stands.
    """
    if not type(base) is type(ours) is type(theirs):
        return Merge(ours, frozenset({"kind"}))
    taken: dict[str, Any] = {}
    conflicts = set()
    for name in (f.name for f in fields(ours) if f.name not in _OURS_ALONE):
        before, mine, other = (getattr(entry, name) for entry in (base, ours, theirs))
        if other in (before, mine):
            continue
        merged, is_whole = (other, True) if mine == before else _merged(name, before, mine, other)
        taken[name] = merged
        if not is_whole:
            conflicts.add(name)
    return Merge(replace(ours, **taken), frozenset(conflicts))


def merge_text(base: str, ours: str, theirs: str) -> str | None:
    """The text with the changes of both sides, or None where they touch.

    A change reaches from the first to the last word that it concerns. An aside that begins on one side could
    end on the other, so where either side writes a percent sign there is no merging.
    """
    first, second = sorted((_changed(base, ours), _changed(base, theirs)))
    if first[1] >= second[0] or _ASIDE in first[2] + second[2]:
        return None
    return base[: first[0]] + first[2] + base[first[1] : second[0]] + second[2] + base[second[1] :]


def merge_sets(base: tuple[T, ...], ours: tuple[T, ...], theirs: tuple[T, ...]) -> tuple[T, ...]:
    """What either side added, without what either side removed, in the order of ours."""
    kept = tuple(one for one in ours if one in theirs or one not in base)
    return kept + tuple(one for one in theirs if one not in base and one not in kept)


def _merged(name: str, base: Any, ours: Any, theirs: Any) -> tuple[Any, bool]:
    """What comes of a value that both sides changed, and whether it has all that both wrote."""
    if isinstance(ours, Sharing):
        return min(ours, theirs, key=_MOST_PRIVATE_FIRST.index), True
    if name in _SETS:
        return merge_sets(base, ours, theirs), True
    if isinstance(ours, tuple):
        if all(hasattr(item, "id") for item in (*base, *ours, *theirs)):
            return merge_lists(base, ours, theirs, _merged_parts)
        return merge_sets(base, ours, theirs), True
    if type(base) is type(ours) is type(theirs) is str:
        merged = merge_text(base, ours, theirs)
        return (ours, False) if merged is None else (merged, True)
    return ours, False


def _merged_parts(base: Any, ours: Any, theirs: Any) -> tuple[Any, bool]:
    """A value of several parts that both sides changed, part by part; and whether it has all of both."""
    taken: dict[str, Any] = {}
    is_whole = True
    for name in (f.name for f in fields(ours)):
        before, mine, other = (getattr(value, name) for value in (base, ours, theirs))
        if other in (before, mine):
            continue
        taken[name], part_is_whole = (other, True) if mine == before else _merged(name, before, mine, other)
        is_whole &= part_is_whole
    return replace(ours, **taken), is_whole


def _changed(base: str, new: str) -> tuple[int, int, str]:
    """Where the changed words of `base` begin and end, and what stands there now."""
    start = _common(base, new)
    rest = min(len(base), len(new)) - start
    tail = _common(base[::-1][:rest], new[::-1][:rest])
    while start and not base[start - 1].isspace():
        start -= 1
    while tail and not base[-tail].isspace():
        tail -= 1
    return start, len(base) - tail, new[start : len(new) - tail]


def _common(one: str, other: str) -> int:
    """How many characters both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))
