"""The three-way merge of a list whose values keep an id: the steps of a goal, those who were asked."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Protocol, TypeVar


class _WithId(Protocol):
    @property
    def id(self) -> str: ...


V = TypeVar("V", bound=_WithId)


def merge_lists(
    base: Sequence[V], ours: Sequence[V], theirs: Sequence[V], merge: Callable[[V, V, V], tuple[V, bool]]
) -> tuple[tuple[V, ...], bool]:
    """The values of both sides, and whether they have all that both wrote.

    What either side added is there, and what either side took away is not, unless the other side changed it.
    They stand in the order of ours, or of theirs where ours has moved none.

    Args:
        base: What both began from.
        ours: What is about to be written.
        theirs: What was written meanwhile.
        merge: Merges a value that both changed, given as it was, as ours and as theirs; answers as this does.
    """
    before, mine, other = (_by_id(values) for values in (base, ours, theirs))
    is_whole = True
    kept: dict[str, V] = {}
    for key in _order(list(before), list(mine), list(other)):
        was, here, there = before.get(key), mine.get(key), other.get(key)
        if here is None or there is None:
            left: Any = here if there is None else there
            if left != was:
                kept[key] = left
        elif was is None or was in (here, there) or here == there:
            kept[key] = there if here == was else here
            is_whole &= was is not None or here == there
        else:
            kept[key], is_one_whole = merge(was, here, there)
            is_whole &= is_one_whole
    return tuple(kept.values()), is_whole


def _by_id(values: Sequence[V]) -> dict[str, V]:
    return {value.id: value for value in values}


def _order(base: list[str], ours: list[str], theirs: list[str]) -> list[str]:
    """All ids in the order of one side, each of the other side alone after the one before it there."""
    known = set(base)
    ours_common = [key for key in ours if key in known]
    has_moved = ours_common != [key for key in base if key in set(ours_common)]
    first, second = (ours, theirs) if has_moved else (theirs, ours)
    placed = set(first)
    following: dict[str | None, str] = {}
    before: str | None = None
    for key in second:
        if key not in placed:
            following[before] = key
        before = key
    order = list(_chain(following, None))
    for key in first:
        order += [key, *_chain(following, key)]
    return order


def _chain(following: Mapping[str | None, str], key: str | None) -> Iterator[str]:
    """Those that stand after this one, one after the other."""
    while (after := following.get(key)) is not None:
        yield after
        key = after
