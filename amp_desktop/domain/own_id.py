"""Ids of what stands in a list within an entry, such as the steps of a goal: unique within that entry.

What is made gets a new one, and keeps it when it is moved, ticked or reworded. What an older version wrote
has none: it is derived from the words, so that whoever reads the same value finds the same id.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Protocol, TypeVar
from uuid import UUID, uuid4, uuid5

from amp_desktop.domain.json_value import whole_text

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    class _WithId(DataclassInstance, Protocol):
        @property
        def id(self) -> str: ...


V = TypeVar("V", bound="_WithId")

NO_WORDS: Mapping[Any, Any] = MappingProxyType({"says_something": False})
"""Metadata of a part of a value that only orders: it is never read, found, told or cut, as words are."""

_DERIVED = UUID("6d1f5c1e-6f0b-5b0e-9a64-0f3a1d8f2c77")


def new_id() -> str:
    """An id that nothing has yet: 32 hexadecimal digits."""
    return uuid4().hex


def derived_id(*words: str) -> str:
    """The id of what has none: the same for the same words, 32 hexadecimal digits."""
    return uuid5(_DERIVED, "\0".join(map(whole_text, words))).hex


def told_apart(values: Iterable[V]) -> tuple[V, ...]:
    """The values in their order, in which no two have the same id: the first of two keeps it."""
    seen: set[str] = set()
    apart = []
    for value in values:
        own, count = value.id, 1
        while own in seen:
            count += 1
            own = derived_id(value.id, str(count))
        seen.add(own)
        apart.append(value if own == value.id else replace(value, id=own))
    return tuple(apart)
