"""The texts of an entry: its title, its body and the words in the fields of its kind."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import is_dataclass, replace
from datetime import date
from enum import Enum
from operator import is_
from types import NoneType
from typing import Any, TypeVar, cast

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.fields import field_types, prose, word_fields, word_parts

E = TypeVar("E", bound=Entry)
V = TypeVar("V")


def texts_of(entry: Entry, *, title: bool = True) -> Iterator[str]:
    """Every text of the entry, in the order in which they are read; the title first or not at all."""
    if title:
        yield entry.title
    yield entry.body
    for name in word_fields(type(entry)):
        yield from prose(getattr(entry, name))


def with_texts(entry: E, change: Callable[[str], str], *, title: bool = True) -> E:
    """The entry with each of these texts changed."""
    return each_value(entry, lambda value: change(value) if is_words(value) else value, title=title)


def each_value(entry: E, change: Callable[[Any], Any], *, title: bool = True) -> E:
    """The entry with its title, its body and each value of its kind's fields changed, in this order."""
    names = ("title",) * title + ("body", *field_types(type(entry)))
    return _with_changed(entry, names, change)


def is_words(value: Any) -> bool:
    """Whether a value of an entry is text of the mentee, and not the name of a status."""
    return isinstance(value, str) and not isinstance(value, Enum)


_PLAIN = (str, NoneType, int, date)
"""What most values are, and none of it has parts: to ask for those takes longer than to read it."""


def _changed(value: Any, change: Callable[[Any], Any]) -> Any:
    if isinstance(value, _PLAIN):
        return change(value)
    if isinstance(value, tuple):
        items = tuple([_changed(item, change) for item in value])
        return value if all(map(is_, items, value)) else items
    if is_dataclass(value) and not isinstance(value, type):
        return _with_changed(value, word_parts(type(value)), change)
    return change(value)


def _with_changed(value: V, names: Iterable[str], change: Callable[[Any], Any]) -> V:
    """The value with these parts changed; itself where all stay as they are, which costs no second check."""
    before = {name: getattr(value, name) for name in names}
    after = {name: _changed(part, change) for name, part in before.items()}
    differing = {name: part for name, part in after.items() if part is not before[name]}
    return cast(V, replace(cast(Any, value), **differing)) if differing else value
